"""A clause half filled, taken back into its answers, found by a few letters; drafting and pasted lists."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.drafting import drafting_check, listed
from casework.record import Record, RecordId
from casework.wording import LICENCE, Wording, condition_answers, filled, wording, wordings
from casework.wording_answers import answers_in, draft, recognised, repeated
from casework.wording_search import found
from tests.casework.test_wording import ALL, answers_to

TODAY = date(2026, 11, 24)
SHPO = wordings("shpo", TODAY)


def condition(code: str, answers: dict[str, object], n: int = 0) -> Record:
    made = condition_answers(wording(f"court_orders_2026/{code}"), answers)
    return Record(RecordId(f"c{n}"), "condition", RecordId("o"), made)


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.ref)
def test_the_gaps_come_back_filled(one: Wording):
    for whole in (True, False):
        text = filled(one, answers_to(one, whole=whole))
        back = answers_in(one, text)
        assert back is not None
        assert filled(one, back) == text
        assert draft(one, back) == text
    assert answers_in(one, "Not a clause of any order.") is None


def test_a_silent_option_comes_back_with_the_words_that_stand_for_it():
    one = wording("licence_4_0/report_police_station")
    answers = {
        "station": "Eastholme",
        "times": "09:00",
        "often": "other",
        "often_other": "on Mondays",
        "review": "monthly",
    }
    back = answers_in(one, filled(one, answers))
    assert (back["often"], back["often_other"]) == ("other", "on Mondays")


def test_what_is_still_open_stands_in_brackets_and_the_optional_says_nothing():
    one = wording("court_orders_2026/no_contact")
    assert draft(one, {}).startswith("Contacting or communicating with [Whom, as the order says], directly")
    assert draft(one, {}).endswith("by any means whatever.")
    assert "with Victim A, directly" in draft(one, {"name": "Victim A"})
    age = wording("court_orders_2026/no_work_children")
    assert "under the age of [Under the age of]." in draft(age, {"age": 99})


def test_the_same_gap_is_answered_as_in_the_conditions_before():
    beside = [
        condition("device_notify", {"told": "the officer", "days": 3}),
        condition("no_living_with_children", {"child": "female", "age": 16, "approval": "children's services"}),
    ]
    social = wording("court_orders_2026/social_media")
    assert repeated(social, beside) == {"told": "the officer", "days": 3}
    assert repeated(wording("court_orders_2026/no_child_in_vehicle"), beside) == {"child": "female", "age": 16}
    assert repeated(wording("court_orders_2026/device_notify"), beside) == {}


def test_a_sentence_typed_whole_is_recognised():
    text = filled(wording("court_orders_2026/no_work_children"), {"age": 18})
    one, answers = recognised(f"  {text}\n", SHPO)
    assert (one.code, answers) == ("no_work_children", {"age": 18})
    assert recognised("Keeping pigeons.", SHPO) is None


def test_a_few_letters_find_and_titles_come_first():
    assert found(SHPO, "unsup")[0].code == "no_unsupervised_children"
    assert found(SHPO, "live")[0].code == "live_only_at"
    assert found(SHPO, "trav named")[0].code == "no_travel_to"
    assert found(SHPO, "pigeons") == ()
    assert found(SHPO, " ") == SHPO
    for one in wordings(LICENCE, TODAY):
        assert one in found(wordings(LICENCE, TODAY), one.title.en)


def test_the_drafting_check_asks_for_what_is_not_said():
    bare = drafting_check("Keeping pigeons.")
    assert [one.code for one in bare.leaves_open] == ["who", "where", "when", "exception", "end"]
    whole = drafting_check(
        "Not to approach any child in Wexmere park at any time unless with a parent, until 4 July 2027."
    )
    assert whole.leaves_open == ()
    assert drafting_check("Keeping pigeons.", ends=True).leaves_open[-1].code != "end"
    assert drafting_check("Not to use appropriate sites etc.").vague == ("appropriate", "etc.")


SEALED = """The defendant is prohibited from:
1. Contacting
   Victim A by any means.
2) Entering
(a) Wexmere park,
(b) any school;
12. metres or less
(3)  Keeping pigeons."""


def test_a_pasted_list_is_taken_word_for_word():
    made = listed(SEALED)
    assert made.before == "The defendant is prohibited from:"
    assert made.items == (
        "Contacting Victim A by any means.",
        "Entering\n(a) Wexmere park,\n(b) any school; 12. metres or less",
        "Keeping pigeons.",
    )
    assert listed("1. Only one.") is None
    assert listed("Entering Wexmere.\nNot numbered.") is None


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,9}( [a-z]{2,9}){0,6}\.", fullmatch=True), min_size=2, max_size=20))
def test_any_numbered_list_comes_apart_as_it_was_put_together(items: list[str]):
    assert listed("\n".join(f"{n}. {one}" for n, one in enumerate(items, 1))).items == tuple(items)


def test_a_text_too_long_for_a_clause_is_none_and_costs_nothing():
    one = wording("licence_4_0/report_approved_premises")
    text = filled(one, answers_to(one))
    assert answers_in(one, text[:-30] + ", and at" * 1200 + text[-30:]) is None
