"""Documents and row layouts as data, and what may be printed at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.document import Document, documents
from casework.edition import Edition, narrowed
from casework.extract import extract
from casework.pack import WHOLE, WITHHELD, printable
from casework.record import Record, RecordId, record_kinds
from casework.row_layout import Form, row_layout
from casework.text import Text
from tests.reports.cases import case, pack, record_id


@pytest.mark.parametrize("document", documents().values(), ids=documents())
def test_a_document_names_kinds_that_there_are_and_letters_once(document: Document) -> None:
    kinds = set(record_kinds())
    assert document.edition[0].code == "full"
    assert document.edition_named("full") == document.edition[0]
    assert document.edition_named("nobody's") is None
    for edition in document.edition:
        assert set(edition.leaves_out) <= kinds
    assert all(set(part.kinds) <= kinds for part in document.part)
    assert all(record_kinds()["person"].get(key) for part in document.part for key in part.keys)
    letters = [part.letter for part in document.part if part.letter]
    assert len(letters) == len(set(letters))
    assert all(part.title.en for part in document.part if part.letter)


@pytest.mark.parametrize("code", sorted(record_kinds()))
def test_a_layout_names_fields_that_its_kind_has_each_once(code: str) -> None:
    kind = record_kinds()[code]
    layout = row_layout(kind)
    placed = [*(key for one in layout.column for key in (*one.keys, *one.also)), *layout.chips]
    known = {one.key for one in kind.field}
    assert set(placed) | set(layout.labels) | set(layout.only_yes) | set(layout.silent) <= known
    assert len(placed) == len(set(placed))
    assert set(layout.children) <= {one.code for one in record_kinds().values() if one.parent == code}
    assert bool(layout.column) == (layout.form is Form.TABLE)


def test_a_closed_record_keeps_its_reference_and_nothing_else() -> None:
    shown = printable(pack()).case.get(record_id("victim"))
    assert shown is not None
    assert shown.answers == {"reference": "Victim A"}


@pytest.mark.parametrize(
    ("approved", "lines"), [(False, WITHHELD), (None, WITHHELD), (True, "77 Secret Lane, Marrowby")]
)
def test_a_proposed_address_is_withheld_until_it_is_approved(approved: bool | None, lines: str) -> None:
    found = case() if approved is None else case(proposed={"approved": approved})
    if approved is None:
        proposed = found.get(record_id("proposed"))
        bare = replace(proposed, answers={key: one for key, one in proposed.answers.items() if key != "approved"})
        found = found.replaced(bare if one.id == bare.id else one for one in found.records)
    shown = printable(pack(found)).case.get(record_id("proposed"))
    assert shown["lines"] == lines
    assert ("others" in shown.answers) == (lines != WITHHELD)
    assert printable(pack(found)).case.get(record_id("home"))["lines"] == "1 Example Row, Eastholme"


def test_the_plan_and_the_meeting_are_those_that_may_be_printed() -> None:
    assert printable(pack(), replace(WHOLE, leaves_out=("meeting",))).meeting is None
    assert printable(pack()).meeting == pack().meeting
    assert printable(pack()).plan == pack().plan


def test_the_level_is_the_meetings_or_the_one_that_stands() -> None:
    assert pack(meeting=None).level == "3"
    assert pack(case(meeting={"level": "2"})).level == "2"
    assert pack(case().replaced(()), meeting=None, plan=pack().plan).level == ""


def test_an_edition_is_found_by_its_code() -> None:
    assert documents()["pack"].edition_named("partner") == documents()["pack"].edition[1]
    assert isinstance(documents()["pack"].edition[1], Edition)


@pytest.mark.parametrize(
    ("may", "editions"),
    [
        ("meeting", ["full"]),
        (None, ["full"]),
        ("agencies", ["full", "partner"]),
        ("person", ["full", "partner"]),
    ],
)
@pytest.mark.parametrize("code", ["pack", "plan"])
def test_a_statement_goes_no_further_than_it_may(code: str, may: str | None, editions: list[str]) -> None:
    answers = {"kind": "intelligence", "words": "A van was seen"} | ({"may_go": may} if may else {})
    told = Record(RecordId("ff" * 8), "statement", None, answers)
    found = pack(case().replaced((*case().records, told)))
    holding = [one.code for one in documents()[code].edition if extract(found, one).case.get(told.id)]
    assert holding == editions


def test_only_papers_of_the_meeting_reach_less_far_than_the_person() -> None:
    nearer = {(doc.code, one.code) for doc in documents().values() for one in doc.edition if one.reaches != "person"}
    meeting = {(code, edition) for code in ("pack", "plan", "changes") for edition in ("full", "partner")}
    meeting |= {(code, "victim_liaison") for code in ("pack", "plan")}
    held = ("minutes", "minutes_annex", "action_slips")
    before = {(code, "full") for code in ("referral", "invitation", "agenda", "agency_report", "out_of_hours", *held)}
    before |= {("emergency", "full")} | {("closed_annex", "full")}
    assert nearer == meeting | before


def test_an_audience_never_widens_what_a_document_holds_already() -> None:
    own = Edition("own", Text("Own"), only={"address": {"type": ("home", "proposed")}, "contact": {"lead": ("true",)}})
    by = Edition("by", Text("By"), only={"address": {"type": ("proposed", "prison"), "approved": ("true",)}})
    assert narrowed(own, by).only == {
        "address": {"type": ("proposed",), "approved": ("true",)},
        "contact": {"lead": ("true",)},
    }
