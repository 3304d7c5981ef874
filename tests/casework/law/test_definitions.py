"""The law as data: every file reads, agrees with the others, and both recipes of docs/law.md work as written."""

import re
import tomllib
from pathlib import Path

import pytest

from casework.definition import read_each
from casework.law.answer import answer
from casework.law.codes import date_codes, finding_codes
from casework.law.listing import rows
from casework.law.switches import doubts, switched, switches
from casework.orders import OrderKind, Standing, order_kinds
from casework.refusal import Refused

ROOT = Path(__file__).parents[3]
ORDERS = ROOT / "casework" / "orders"
RECIPES = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "law.md").read_text("utf-8"), re.DOTALL)
KINDS = list(order_kinds())


@pytest.mark.parametrize("code", KINDS)
def test_the_kind_reads_and_says_its_source(code):
    kind = order_kinds()[code]
    assert kind.name.en
    assert kind.short
    for law in kind.law:
        assert law.act
        assert law.checked_on.year >= 2026
    begun = [law.in_force_from for law in kind.law if law.in_force_from]
    assert begun == sorted(begun)
    for law, following in zip(kind.law, kind.law[1:], strict=False):
        assert (following.in_force_from - law.to).days == 1


@pytest.mark.parametrize("code", KINDS)
def test_the_kind_refers_to_what_there_is(code):
    kind = order_kinds()[code]
    assert {kind.available.row, *(law.row for law in kind.law)} <= {"", *switches()}
    assert {one.other for one in kind.overlaps} | {other for law in kind.law for other in law.ends_earlier} <= set(
        KINDS
    )
    assert {one.code for one in kind.overlaps} | {one.finding for one in kind.statutes} <= set(finding_codes())
    for law in kind.law:
        assert {one.code for one in (*law.deadlines, *law.hours)} <= set(date_codes())
        for item in law.items.values():
            assert {item.no_end, item.over, item.over_by_change, item.one_day} <= {"", *finding_codes()}


@pytest.mark.parametrize("code", KINDS)
def test_the_questions_are_fields_of_an_order(code):
    fields = {one["key"] for one in tomllib.loads((ROOT / "casework/kinds/order.toml").read_text("utf-8"))["field"]}
    assert set(order_kinds()[code].facts) <= fields


def test_days_in_the_files_of_orders_are_those_of_their_switches():
    kinds = order_kinds()
    for code in ("shpo", "sro", "interim_shpo", "interim_sro"):
        assert kinds[code].available.since == switched("V6")
        assert kinds[code].law[1].in_force_from == switched("V10")
    for code in ("shpo", "sro"):
        assert kinds[code].proof.civil_since == switched("V10")
    for code in ("sopo", "fto", "rosho"):
        assert (switched("V6") - kinds[code].available.to).days == 1
        assert kinds[code].not_lengthened_since == switched("V7")
    for code in ("sopo", "rosho"):
        assert kinds[code].has_effect_as.since == switched("V8")
    for code in ("shpo", "cbo", "restraining_order"):
        assert [one.since for one in kinds[code].statutes] == [None, switched("V9")]
    assert kinds["fto"].law[1].in_force_from == switched("V3")
    assert kinds["police_notification_notice"].available.since == switched("V10")
    assert (switched("V10") - kinds["notification_order"].available.to).days == 1


def test_a_dormant_switch_is_never_reached():
    assert switches()["V18"].date is None
    assert switched("V18").year == 9999


def test_what_is_not_in_force_is_listed_as_dormant():
    dormant = {row.id for row in rows() if row.dormant}
    assert {"V18", "V19", "respect_order", *(one.id for one in doubts())} <= dormant
    assert {code for code in KINDS if order_kinds()[code].available.standing is Standing.UNKNOWN} <= dormant


def test_every_line_of_the_law_is_told_with_its_source():
    told = rows()
    assert {"switch", "order", "length", "date", "check", "doubt"} == {row.kind for row in told}
    assert all(row.id and row.title and row.says and row.basis for row in told)
    assert {row.id for row in told if row.kind == "order"} == set(KINDS)
    fto = [row for row in told if row.id == "fto"]
    assert ["6 months" in fto[0].says, "5 years" in fto[1].says] == [True, True]


def test_every_date_says_what_to_do():
    for one in date_codes().values():
        assert one.nature in ("duty", "boundary", "earliest", "limit")
        assert one.label.en
        assert one.next.en.endswith(".")


# The recipes


def _folder(tmp_path, text):
    for file in ORDERS.glob("*.toml"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    (tmp_path / "harbour_order.toml").write_text(text, "utf-8")
    return read_each(OrderKind, tmp_path)


def _answer(kinds, made_on, **more):
    order = {"id": "o1", "person": "p1", "kind": "harbour_order", "made_on": made_on, "served_on": made_on, **more}
    people = [{"id": "p1", "date_of_birth": "1980-03-05"}]
    return answer({"format": 1, "today": "2030-01-01", "people": people, "orders": [order]}, kinds)


def _dates(got):
    return {entry["code"]: entry["date"] for entry in got["dates"]}


def _findings(got):
    return {entry["code"]: entry["severity"] for entry in got["findings"]}


def test_a_new_order_is_one_new_file(tmp_path):
    kinds = _folder(tmp_path, RECIPES[0])
    assert set(kinds) == {*order_kinds(), "harbour_order"}
    got = _answer(kinds, "2027-06-07", applied_on="2027-05-03", until="2030-06-06")
    assert _dates(got) == {
        "order.last_day": "2030-06-06",
        "order.minimum_last_day": "2028-06-06",
        "order.maximum_last_day": "2030-06-06",
        "order.discharge_bar_last_day": "2027-12-06",
        "order_notice.initial_by": "2027-06-09",
    }
    assert _findings(got) == {}
    assert all("Harbours Act 2026" in one["basis"] for one in got["dates"])


def test_the_new_order_is_checked_like_any_other(tmp_path):
    kinds = _folder(tmp_path, RECIPES[0])
    early = _answer(kinds, "2027-06-07", applied_on="2027-03-31", until="2028-06-05")
    assert _findings(early) == {"order.kind_not_available": "error", "order.below_minimum": "error"}
    open_ended = _answer(kinds, "2027-06-07", until_further_order=True)
    assert _findings(open_ended) == {"order.no_fixed_end": "error"}


def test_the_new_order_is_unknown_without_its_file():
    with pytest.raises(Refused) as refusal:
        _answer(order_kinds(), "2027-06-07", until="2030-06-06")
    assert refusal.value.where == "orders[0].kind"


def test_an_amendment_is_one_new_block_and_older_orders_keep_theirs(tmp_path):
    closed = RECIPES[0].replace("in_force_from = 2027-04-01", "in_force_from = 2027-04-01\nto = 2029-09-30")
    kinds = _folder(tmp_path, closed + "\n" + RECIPES[1])
    before = _dates(_answer(kinds, "2029-09-30", until="2030-09-29"))
    after = _dates(_answer(kinds, "2029-10-01", until="2031-09-30"))
    assert (before["order.minimum_last_day"], before["order.maximum_last_day"]) == ("2030-09-29", "2032-09-29")
    assert (after["order.minimum_last_day"], after["order.maximum_last_day"]) == ("2031-09-30", "2034-09-30")
    assert _findings(_answer(kinds, "2029-10-01", until="2030-09-30")) == {"order.below_minimum": "error"}


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('beginning_with = "made_on"', 'begining_with = "made_on"'),
        ("years = 3", 'years = "3"'),
        ('window_from = "served_on"', 'window_from = "heard_of"'),
        ("minimum_age = 18", "minimal_age = 18"),
        ("[[law]]", "[[law"),
    ],
)
def test_a_slip_in_a_file_is_refused_by_name(tmp_path, right, wrong):
    assert right in RECIPES[0]
    kinds = _folder(tmp_path, RECIPES[0].replace(right, wrong))
    with pytest.raises(Refused) as refusal:
        kinds["harbour_order"]
    assert "harbour_order.toml" in str(refusal.value)
