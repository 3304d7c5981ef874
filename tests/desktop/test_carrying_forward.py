"""Keeping, changing and dropping what a new version carries, through the vault; a plan that is not looked at waits."""

from datetime import date, timedelta

import pytest

from casework.answer import Absent
from casework.record import title
from casework.refusal import Refused
from desktop.operations import carrying, cases, plans
from storage.check import check

TODAY = date(2026, 11, 25)
REF = "T-00002"


@pytest.fixture
def case_id(vault):
    """A training case with an agreed plan and the next draft."""
    with vault.read() as rows:
        found = next(one.id for one in rows.cases() if one.ref == REF)
    with vault.write() as rows:
        rows.agree_plan(found, TODAY, "DI Marl, chair", b"%PDF")
    plans.start(found, TODAY, "Review")(vault)
    return found


def sheet(vault, case_id, today=TODAY):
    return carrying.sheet(case_id, today)(vault)


def texts(vault, case_id, key):
    with vault.read() as rows:
        return rows.case(case_id).one("plan")[key]


def test_everything_waits_at_first_and_what_is_kept_does_not(vault, case_id):
    found = sheet(vault, case_id)
    assert found.open == found.total == len(found.asked) > 100
    kinds = {one.item.heading for one in found.asked if not one.item.key}
    assert kinds >= {"Risk scenario", "Risk factor", "Measure", "Contingency"}
    for one in found.asked[:3]:
        carrying.keep(found.version.id, one.item)(vault)
    again = sheet(vault, case_id)
    assert (again.open, again.total) == (found.total - 3, found.total)
    assert [one.kept for one in again.asked[:4]] == [True, True, True, False]
    assert check(vault) == ()


def test_a_draft_that_was_not_looked_at_cannot_be_agreed(vault, case_id):
    found = sheet(vault, case_id)
    for one in found.asked[1:]:
        carrying.keep(found.version.id, one.item)(vault)
    with pytest.raises(Refused, match="1 carried sentence or row has not been looked at"):
        plans.agree(case_id, "DI Marl", TODAY, b"%PDF")(vault)
    carrying.keep(found.version.id, found.asked[0].item)(vault)
    plans.agree(case_id, "DI Marl", TODAY, b"%PDF")(vault)
    assert sheet(vault, case_id) is None
    plans.start(case_id, TODAY, "Next")(vault)
    later = sheet(vault, case_id, TODAY + timedelta(days=430))
    assert later.open == later.total
    assert later.asked[0].age.en == "written 14 months ago, kept once"


def test_a_dropped_sentence_goes_out_of_its_answer_and_comes_back(vault, case_id):
    found = sheet(vault, case_id)
    one = next(one.item for one in found.asked if one.item.key == "situation_text")
    before = texts(vault, case_id, one.key)
    carrying.drop(case_id, found.version.id, one, "He has moved")(vault)
    assert one.words not in texts(vault, case_id, one.key)
    (given,) = sheet(vault, case_id).given
    assert (given.verdict.verdict, given.verdict.reason) == ("drop", "He has moved")
    carrying.put_back(case_id, found.version.id, one.digest)(vault)
    assert texts(vault, case_id, one.key) == before
    again = sheet(vault, case_id)
    assert (again.open, again.given) == (found.total, ())


def test_every_sentence_dropped_leaves_the_question_open(vault, case_id):
    found = sheet(vault, case_id)
    for one in [one.item for one in found.asked if one.item.key == "view_words"]:
        carrying.drop(case_id, found.version.id, one)(vault)
    assert texts(vault, case_id, "view_words") is Absent.NOT_ASKED


def test_a_dropped_row_leaves_the_case_and_comes_back(vault, case_id):
    found = sheet(vault, case_id)
    row = next(one.item for one in found.asked if one.item.heading == "Protective factor")
    changes = carrying.drop(case_id, found.version.id, row)(vault)
    assert changes.kinds == {"protective"}
    with vault.read() as rows:
        assert row.words not in [title(one) for one in rows.case(case_id).of("protective")]
    carrying.put_back(case_id, found.version.id, row.digest)(vault)
    assert sheet(vault, case_id).open == found.total


def test_what_is_changed_by_hand_needs_no_answer_and_is_kept_as_changed(vault, case_id):
    found = sheet(vault, case_id)
    one = next(one.item for one in found.asked if one.item.key == "situation_text")
    with vault.read() as rows:
        plan = rows.case(case_id).one("plan")
    now = plan.words(one.key).replace(one.words, "He lives with his sister.")
    cases.answer(case_id, plan, one.key, now)(vault)
    carrying.changed(case_id, found.version.id, [asked.item for asked in found.asked])(vault)
    after = sheet(vault, case_id)
    assert after.open == found.total - 1
    (given,) = after.given
    assert (given.verdict.verdict, given.verdict.digest, given.name) == ("change", one.digest, vault.person)


def test_what_stands_no_more_is_neither_dropped_nor_taken_back(vault, case_id):
    found = sheet(vault, case_id)
    one = found.asked[0].item
    carrying.drop(case_id, found.version.id, one)(vault)
    with pytest.raises(Refused, match="changed meanwhile"):
        carrying.drop(case_id, found.version.id, one)(vault)
    with pytest.raises(Refused, match="taken back"):
        carrying.put_back(case_id, found.version.id, found.asked[5].item.digest)(vault)
    with pytest.raises(Refused, match="Only a draft"):
        carrying.keep(found.since.id, found.asked[5].item)(vault)


def test_a_first_version_carries_nothing(vault):
    with vault.read() as rows:
        found = next(one.id for one in rows.cases() if one.ref == "T-00001")
    assert sheet(vault, found) is None


def test_an_erased_case_leaves_no_answer_behind(vault, case_id):
    found = sheet(vault, case_id)
    carrying.drop(case_id, found.version.id, found.asked[0].item)(vault)
    with vault.write() as rows:
        rows.erase(case_id)
    assert vault._connection.execute("SELECT count(*) FROM carried").fetchone() == (0,)
