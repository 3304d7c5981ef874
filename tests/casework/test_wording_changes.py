"""A new edition never touches a live licence; every clause is proposed, accepted or kept by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.case import Case
from casework.gap import Gap, Option
from casework.record import CaseId, Record, RecordId, checked
from casework.refusal import Refused
from casework.text import Text
from casework.wording import LICENCE, Pack, Wording, completed, condition_answers, packs, wording
from casework.wording_changes import WHAT_TO_DO, Kind, differences, later_edition, proposals, taken_apart
from tests.casework.test_wording import ALL, answers_to

TODAY = date(2026, 11, 24)
OLD, NEW, FIRST = (packs()[code] for code in ("licence_4_0", "licence_4_1", "licence_2015"))
LIVE = Record(RecordId("lic"), "licence")


def live(*wordings_: Wording, **extra) -> Case:
    conditions = [
        Record(RecordId(f"c{n}"), "licence_condition", LIVE.id, condition_answers(one, answers_to(one)) | extra)
        for n, one in enumerate(wordings_)
    ]
    return Case(CaseId("case"), "T-1", (LIVE, *conditions))


def test_between_four_and_four_point_one_two_wordings_lose_the_department():
    changes = differences(OLD, NEW)
    assert [(one.kind, one.old.code) for one in changes] == [
        (Kind.TEXT_CHANGED, "no_contact_victim"), (Kind.TEXT_CHANGED, "no_unsupervised_children"),
    ]  # fmt: skip
    assert differences(OLD, OLD) == ()


def test_from_the_order_of_2015_two_are_merged_and_one_is_folded_in():
    changes = {one.old.code: one for one in differences(FIRST, OLD) if one.old}
    assert changes["visits"].kind is changes["keep_in_touch"].kind is Kind.REPLACED
    assert [one.code for one in changes["visits"].new] == ["contact_and_visits"]
    assert (changes["no_offence"].kind, changes["no_offence"].new[0].code) == (Kind.DELETED, "good_behaviour")
    added = [
        one.new[0].code for one in differences(FIRST, OLD) if one.kind is Kind.ADDED and one.new[0].kind == "standard"
    ]
    assert added == ["names", "contact_details", "passports"]


def test_a_later_edition_that_skips_one_follows_the_hints_of_both():
    kinds = {one.old.code: one.kind for one in differences(FIRST, NEW) if one.old}
    assert kinds["visits"] is Kind.REPLACED


def test_the_five_changes_have_their_kinds():
    gap = Gap("item", Text("Item"), options=(Option("a", Text("A")),))
    a, b, d, e = (Wording(code, "x", Text(code), Text(f"No {code}.")) for code in "abde")
    chosen = Wording("c", "x", Text("c"), Text("No {item}."), gap=(gap,))
    more = replace(chosen, gap=(replace(gap, options=(*gap.options, Option("b", Text("B")))),))
    base = replace(FIRST, code="one", series="tried", category=(replace(FIRST.category[0], code="x"),))
    old = completed(replace(base, wording=(a, b, chosen, d, replace(e, code="e"))))
    new = completed(
        replace(base, code="two", wording=(replace(a, text=Text("Never a.")), more, Wording("n", "x", Text("n"), Text("No n."))),
                gone={"b": ("n",), "d": ("a",), "e": ()})
    )  # fmt: skip
    found = {one.old.code: one.kind for one in differences(old, new) if one.old}
    assert found == {
        "a": Kind.TEXT_CHANGED, "b": Kind.REPLACED, "c": Kind.NEW_OPTIONS, "d": Kind.DELETED, "e": Kind.REMOVED,
    }  # fmt: skip
    assert not [one for one in differences(old, new) if one.kind is Kind.ADDED]
    assert set(WHAT_TO_DO) == set(Kind)


def test_a_proposal_carries_the_answers_over():
    case = live(OLD.get("no_contact_victim"), OLD.get("curfew"))
    (proposal,) = proposals(case, LIVE, NEW, TODAY)
    (offer,) = proposal.offers
    assert proposal.condition.id == "c0"
    assert (
        offer.text
        == "You must not seek to approach or communicate with Wexmere name without the approval beforehand of your supervising officer."
    )
    assert proposal.accepted(offer) == {"text": offer.text, "wording": "licence_4_1/no_contact_victim"}
    assert proposal.kept() == {"wording_kept": "licence_4_1"}


def test_what_was_kept_taken_out_or_written_by_hand_is_left_alone():
    victim = OLD.get("no_contact_victim")
    assert proposals(live(victim, wording_kept="licence_4_1"), LIVE, NEW, TODAY) == ()
    assert proposals(live(victim, removed_on=date(2026, 11, 1)), LIVE, NEW, TODAY) == ()
    assert len(proposals(live(victim, removed_on=date(2026, 12, 1)), LIVE, NEW, TODAY)) == 1
    assert proposals(live(victim, wording=""), LIVE, NEW, TODAY) == ()
    assert proposals(live(victim, wording="licence_0_1/gone"), LIVE, NEW, TODAY) == ()


def test_words_changed_by_hand_ask_for_the_gaps_again():
    (proposal,) = proposals(live(OLD.get("no_contact_victim"), text="Leave her alone."), LIVE, NEW, TODAY)
    (offer,) = proposal.offers
    assert not offer.text
    assert [one.key for one in offer.asks] == ["name"]
    with pytest.raises(Refused, match="Victim or family"):
        proposal.accepted(offer)
    assert proposal.accepted(offer, {"name": "Victim A"})["text"].startswith("You must not seek to approach")


def test_new_standard_conditions_are_offered_once_and_may_be_declined():
    found = [one for one in proposals(live(*FIRST.wording), LIVE, OLD, TODAY) if one.condition is None]
    assert [one.offers[0].wording.code for one in found] == ["names", "contact_details", "passports"]
    written = found[0].accepted(found[0].offers[0])
    assert (written["type"], written["wording"]) == ("standard", "licence_4_0/names")
    declined = replace(LIVE, answers=found[0].kept())
    assert checked("licence", "wording_kept", "licence_4_0")
    assert all(one.condition for one in proposals(live(*FIRST.wording), declined, OLD, TODAY))


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.ref)
def test_a_filled_wording_is_taken_apart_into_what_filled_it(one: Wording):
    for whole in (True, False):
        answers = answers_to(one, whole=whole)
        text = condition_answers(one, answers)["text"]
        found = taken_apart(one, text)
        assert found is not None
        assert set(found) <= {gap.key for gap in one.gap}
        for gap in one.gap:
            if isinstance(answers.get(gap.key), str) and answers[gap.key].startswith("Wexmere"):
                assert found[gap.key] == answers[gap.key]


PAIRS = [(a, b) for a in packs().values() for b in packs().values() if a.series == b.series == "licence" and a != b]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PAIRS), st.data())
def test_any_licence_can_be_looked_at_against_any_edition(pair: tuple[Pack, Pack], data: st.DataObject):
    old, new = pair
    chosen = data.draw(st.lists(st.sampled_from(old.wording), unique_by=lambda one: one.code))
    case = live(*chosen)
    found = proposals(case, LIVE, new, TODAY)
    assert proposals(case, LIVE, new, TODAY) == found
    for one in found:
        assert one.condition is None or wording(one.condition.words("wording")).pack == old.code
        for offer in one.offers:
            if offer.text:
                assert "{" not in offer.text
                for key, answer in one.accepted(offer).items():
                    assert checked("licence_condition", key, answer) == answer
            assert LICENCE in offer.wording.applies_to


def test_a_standard_condition_that_was_taken_over_is_not_offered_again():
    names = Record(RecordId("n"), "licence_condition", LIVE.id, condition_answers(OLD.get("names"), {}))
    case = live(*FIRST.wording)
    case = case.replaced((*case.records, names))
    added = [one.offers[0].wording.code for one in proposals(case, LIVE, OLD, TODAY) if one.condition is None]
    assert added == ["contact_details", "passports"]


def test_the_edition_in_force_comes_before_one_whose_start_is_not_known():
    assert later_edition(live(*FIRST.wording), LIVE, TODAY).pack.code == "licence_4_0"
    assert later_edition(live(OLD.get("no_contact_victim")), LIVE, TODAY).pack.code == "licence_4_1"
    assert later_edition(live(OLD.get("work")), LIVE, TODAY) is None
    assert later_edition(live(), LIVE, TODAY) is None
    assert later_edition(live(NEW.get("no_contact_victim")), LIVE, TODAY) is None


WORDINGS = st.builds(
    lambda code, text, gap, kind: Wording(
        code, "x", Text(f"Title {code}"), Text(f"{text} {{item}}." if gap else f"{text}."), kind=kind,
        gap=(Gap("item", Text("Item"), options=(Option("a", Text("A")), *((Option("b", Text("B")),) * (gap > 1)))),) if gap else (),
        applies_to=(LICENCE,),
    ),
    st.sampled_from("abcdefgh"), st.sampled_from(["Not do this", "Never do that", "Ask first"]), st.integers(0, 2),
    st.sampled_from(["standard", "additional"]),
)  # fmt: skip
EDITIONS = st.lists(WORDINGS, unique_by=lambda one: one.code, max_size=8)


@settings(max_examples=120, deadline=None)
@given(EDITIONS, EDITIONS, st.booleans(), st.data())
def test_no_change_of_edition_stops_the_work_not_even_when_every_condition_is_gone(old_, new_, all_gone, data):
    old_ = [replace(one, code=f"old_{one.code}") for one in old_] if all_gone else old_
    codes = [one.code for one in new_]
    gone = {
        one.code: tuple(data.draw(st.lists(st.sampled_from(codes), max_size=2, unique=True)) if codes else ())
        for one in old_
        if one.code not in codes
    }
    base = replace(FIRST, series="tried", category=(replace(FIRST.category[0], code="x"),), wording=())
    old = completed(replace(base, code="tried_1", wording=tuple(old_)))
    new = completed(replace(base, code="tried_2", wording=tuple(new_), gone=gone))
    chosen = data.draw(st.lists(st.sampled_from(old.wording), unique_by=lambda one: one.code)) if old.wording else []
    known = {**packs(), "tried_1": old, "tried_2": new}
    with pytest.MonkeyPatch.context() as patched:
        for module in ("casework.wording", "casework.wording_changes"):
            patched.setattr(f"{module}.packs", lambda: known)
        case = live(*chosen)
        before = case.records
        found = proposals(case, LIVE, new, TODAY)
        for one in found:
            assert one.change.says.en
            assert one.kept() == {"wording_kept": "tried_2"}
            for offer in one.offers:
                answers = one.accepted(offer, answers_to(offer.wording))
                assert "{" not in answers["text"]
                case = case.replaced(_accepted(case.records, one.condition, answers))
        assert before == live(*chosen).records
        settled = [one for one in proposals(case, LIVE, new, TODAY) if one.offers and one.condition]
        assert not settled
        kept = live(*chosen, wording_kept="tried_2")
        assert not [one for one in proposals(kept, LIVE, new, TODAY) if one.condition]


def _accepted(records, condition, answers):
    if condition is None:
        return (*records, Record(RecordId(f"n{len(records)}"), "licence_condition", LIVE.id, answers))
    return tuple(replace(r, answers={**r.answers, **answers}) if r.id == condition.id else r for r in records)
