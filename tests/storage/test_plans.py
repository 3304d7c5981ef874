"""Versions of a plan, the papers that were agreed, and the copies given out."""

import hashlib
import os
from datetime import date

import pytest

from casework.answer import Absent
from casework.refusal import Refused
from casework.template import fields_of, plan_templates
from storage.check import check
from storage.plans import PART_BYTES, frozen_case, thawed_case
from storage.problems import Damaged

MAY, JUNE = date(2026, 5, 12), date(2026, 6, 9)
TEMPLATE = next(iter(plan_templates()))


@pytest.fixture
def case(vault):
    with vault.write() as rows:
        case = rows.new_case()
        rows.add(case.id, "person", {"surname": "Thistlewood", "needs": Absent.UNKNOWN})
        rows.start_plan(case.id, TEMPLATE, MAY)
    return case.id


def agreed(vault, case, paper=b"", today=MAY):
    with vault.write() as rows:
        return rows.agree_plan(case, today, "B. Chair", paper)


def test_a_draft_has_a_plan_of_the_template_with_its_fields(vault, case):
    with vault.write() as rows:
        (draft,) = rows.plan_versions(case)
        plan = rows.case(case).one("plan")
        assert (draft.state, draft.number, draft.template, draft.plan) == ("draft", 1, TEMPLATE, plan.id)
        assert (draft.started_on, draft.agreed_on, draft.has_paper) == (MAY, None, False)
        key = next(one.key for one in fields_of(plan) if one.type.value in ("text", "long") and one.key != "template")
        assert rows.answer(plan.id, key, "as agreed")[key] == "as agreed"
        with pytest.raises(Refused):
            rows.start_plan(case, TEMPLATE, MAY)


def test_what_cannot_be_started_or_agreed_is_refused(vault):
    with vault.write() as rows:
        case = rows.new_case().id
        for do in (
            lambda: rows.start_plan(case, "nobody's", MAY),
            lambda: rows.start_plan("0" * 16, TEMPLATE, MAY),
            lambda: rows.agree_plan(case, MAY, "B. Chair", b""),
            lambda: rows.snapshot("0" * 16),
            lambda: rows.paper("0" * 16),
        ):
            with pytest.raises(Refused):
                do()
        rows.start_plan(case, TEMPLATE, MAY)
        with pytest.raises(Refused):
            rows.agree_plan(case, MAY, "  ", b"")
        with pytest.raises(Refused):
            rows.agree_plan(case, MAY, "B. Chair", bytes(50 * PART_BYTES + 1))


def test_a_draft_is_carried_over_and_back_without_a_loss(vault, case):
    with vault.write() as rows:
        plan = rows.case(case).one("plan")
        rows.answer(plan.id, "tools_together", "Both say medium.")
        rows.answer(plan.id, "situation_text", "Alone in his flat.")
        draft = rows.carry_plan_over(case, "level_1_2026_12")
        assert (draft.number, draft.template, draft.plan) == (1, "level_1_2026_12", plan.id)
        rows.answer(plan.id, "information_asked", "Housing, 2 November.")
        with pytest.raises(Refused):
            rows.answer(plan.id, "tools_together", "There is no such question here.")
    assert check(vault) == ()
    agreed(vault, case)
    with vault.write() as rows:
        assert rows.start_plan(case, TEMPLATE, JUNE).plan == plan.id
        back = rows.case(case).one("plan")
        assert [back[key] for key in ("tools_together", "situation_text", "information_asked")] == [
            "Both say medium.",
            "Alone in his flat.",
            "Housing, 2 November.",
        ]
        for wrong in ("out_of_hours_2026_12", "nobody's"):
            with pytest.raises(Refused) as refused:
                rows.carry_plan_over(case, wrong)
            assert refused.value.where == "template"


def test_an_agreed_plan_stands_as_it_was_whatever_changes(vault, case):
    paper = os.urandom(2 * PART_BYTES + 17)
    with vault.read() as rows:
        before = rows.case(case)
    version = agreed(vault, case, paper)
    assert (version.state, version.agreed_on, version.agreed_by) == ("agreed", MAY, "B. Chair")
    assert version.digest == hashlib.sha256(paper).hexdigest()
    with vault.write() as rows:
        rows.answer(before.one("person").id, "surname", "Ashdown")
        rows.remove(before.one("plan").id)
    with vault.read() as rows:
        assert rows.snapshot(version.id) == before
        assert rows.paper(version.id) == paper
        assert rows.case(case) != before
        assert rows.log()[1].op == "agree"


def test_the_next_agreed_version_supersedes(vault, case):
    first = agreed(vault, case, b"one")
    with vault.write() as rows:
        second = rows.start_plan(case, TEMPLATE, JUNE)
        assert (second.number, second.plan) == (2, first.plan)
    agreed(vault, case, b"two", JUNE)
    with vault.read() as rows:
        latest, earlier = rows.plan_versions(case)
        assert [(one.state, one.number, one.agreed_on) for one in (latest, earlier)] == [
            ("agreed", 2, JUNE),
            ("superseded", 1, MAY),
        ]
        assert (rows.paper(earlier.id), rows.paper(latest.id)) == (b"one", b"two")
        with pytest.raises(Refused):
            rows.paper(rows.plan_versions(case)[0].id + "x")


def test_a_version_without_paper_says_so(vault, case):
    version = agreed(vault, case)
    assert not version.has_paper
    with vault.read() as rows, pytest.raises(Refused):
        rows.paper(version.id)


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE paper SET content = zeroblob(3)",
        "DELETE FROM paper",
        "UPDATE plan_version SET snapshot = replace(snapshot, 'Thistlewood', 'Ashdown')",
    ],
)
def test_an_altered_version_is_found(vault, case, harm):
    version = agreed(vault, case, b"one")
    assert check(vault) == ()
    vault._connection.execute(harm)
    assert [(one.code, one.where) for one in check(vault)] == [("plan", "C-00001, plan 1")]
    with vault.read() as rows, pytest.raises(Damaged):
        (rows.paper if "paper" in harm else rows.snapshot)(version.id)


def test_a_case_freezes_and_thaws(vault, case):
    with vault.read() as rows:
        held = rows.case(case)
    assert thawed_case(frozen_case(held)) == held


def test_copies_are_numbered_for_each_document(vault, case):
    with vault.write() as rows:
        first = rows.disclose(case, "pack", "full", "B. Chair", "mappa", 3)
        second = rows.disclose(case, "pack", "minutes", "C. Clerk", "asked for by post", copies=2)
        other = rows.disclose(case, "summary", "full", "B. Chair", "mappa")
        assert [(one.number, one.of) for one in (*first, *second, *other)] == [
            *((1, 3), (2, 3), (3, 3)),
            *((4, 5), (5, 5)),
            (1, 1),
        ]
        assert {len(one.log_head) for one in rows.copies(case)} == {8}
        assert rows.copies(case) == (*first, *second, *other)
    with vault.read() as rows:
        assert [entry.op for entry in rows.log(3)] == ["disclosure"] * 3
        assert rows.log_head() == other[0].log_head


@pytest.mark.parametrize(
    ("asked", "where"),
    [
        (("", "mappa", 1), "recipient"),
        (("B", " ", 1), "reason"),
        (("B", "mappa", 0), "copies"),
        (("B", "mappa", 501), "copies"),
    ],
)
def test_a_copy_needs_a_recipient_and_a_reason(vault, case, asked, where):
    with vault.write() as rows, pytest.raises(Refused) as told:
        rows.disclose(case, "pack", "full", *asked)
    assert told.value.where == where
    with vault.read() as rows:
        assert rows.copies(case) == ()
        assert rows.log(1)[0].op != "disclosure"
