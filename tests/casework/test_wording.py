"""Wordings of conditions: whole packs, gaps that cannot be forgotten, nothing that the kinds do not know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.definition import from_table
from casework.field import FieldType, Holds
from casework.gap import Gap
from casework.orders import order_kinds
from casework.record import Record, RecordId, asked, checked, record_kinds
from casework.refusal import Refused
from casework.text import Language, Text
from casework.wording import (
    LICENCE,
    Wording,
    by_category,
    completed,
    condition_answers,
    current_packs,
    filled,
    packs,
    wording,
    wordings,
)

TODAY = date(2026, 11, 24)
ALL = [one for pack in packs().values() for one in pack.wording]
EACH = pytest.mark.parametrize("one", ALL, ids=lambda one: one.ref)


def answers_to(one: Wording, *, whole: bool = True):
    """Some answers that fill the gaps: all of them, or only those that must be filled."""
    return {gap.key: answer_to(gap) for gap in one.gap if (whole or not gap.optional) and not gap.when}


def answer_to(gap: Gap):
    match gap.type:
        case FieldType.CHOICE:
            return gap.options[0].code
        case FieldType.CHOICES:
            return tuple(option.code for option in gap.options[:2])
        case FieldType.NUMBER:
            return gap.least
        case FieldType.DATE:
            return date(2027, 3, 1)
    return {Holds.HOURS: "7 pm to 7 am", Holds.TIMES: "09:00"}.get(gap.holds, f"Wexmere {gap.key}")


@EACH
def test_a_wording_filled_has_no_hole_and_ends_as_a_sentence(one: Wording):
    for whole in (True, False):
        text = filled(one, answers_to(one, whole=whole))
        assert text.endswith(".")
        assert not set("{}[]") & set(text)
        assert "  " not in text
        assert " ," not in text
        assert " ." not in text
    for gap in one.gap:
        if gap.type is FieldType.TEXT and gap.holds is Holds.ANYTHING and not gap.when:
            assert f"Wexmere {gap.key}" in filled(one, answers_to(one))


@EACH
def test_a_missing_gap_is_named(one: Wording):
    needed = [gap for gap in one.gap if not gap.optional and not gap.when]
    for gap in needed:
        given_ = {key: value for key, value in answers_to(one).items() if key != gap.key}
        with pytest.raises(Refused) as refused:
            filled(one, given_)
        assert f"“{gap.label.en}”" in refused.value.why.en
        assert refused.value.where == gap.key
    if needed:
        with pytest.raises(Refused) as refused:
            filled(one, {gap.key: "   " for gap in one.gap if gap.type is FieldType.TEXT})
        assert refused.value.where == needed[0].key


@EACH
def test_what_a_wording_writes_can_stand_in_the_condition(one: Wording):
    kind = "licence_condition" if LICENCE in one.applies_to else "condition"
    for key, answer in condition_answers(one, answers_to(one)).items():
        assert checked(kind, key, answer) == answer, key
    assert all(record_kinds()[kind].get(key) for key in (*one.sets, *one.asks))
    assert wording(one.ref) == one


@EACH
def test_a_wording_fits_the_orders_it_is_for(one: Wording):
    assert one.reason.en or one.kind == "standard"
    for code in one.applies_to:
        assert code == LICENCE or one.kind in order_kinds()[code].item_kinds, code


def test_codes_are_unique_and_categories_used():
    for pack in packs().values():
        codes = [one.code for one in pack.wording]
        assert len(codes) == len(set(codes))
        assert {one.code for one in pack.category} == {one.category for one in pack.wording}


def test_policy_four_has_eight_standard_and_sixty_five_additional_conditions_in_sixteen_categories():
    found = wordings(LICENCE, TODAY)
    assert {one.pack for one in found} == {"licence_4_0"}
    standard = [one for one in found if one.kind == "standard"]
    assert (len(standard), len(found) - len(standard)) == (8, 65)
    grouped = {category.code: len(group) for category, group in by_category(found) if category.code != "standard"}
    assert list(grouped.values()) == [1, 1, 12, 5, 5, 4, 1, 9, 2, 6, 5, 1, 2, 5, 1, 5]


def test_an_edition_whose_start_is_not_known_is_never_offered():
    assert packs()["licence_4_1"].in_force_from is None
    assert "licence_4_1" not in {pack.code for pack in current_packs(date(2090, 1, 1))}
    assert {one.pack for one in wordings(LICENCE, date(2020, 1, 1))} == {"licence_2015"}
    assert wordings(LICENCE, date(2010, 1, 1)) == ()


def test_the_law_of_the_day_decides_what_an_order_may_hold():
    before = {one.kind for one in wordings("shpo", date(2022, 11, 28))}
    after = {one.kind for one in wordings("shpo", date(2022, 11, 29))}
    assert after - before == {"requirement"}
    assert {one.kind for one in wordings("restraining_order", TODAY)} == {"prohibition"}
    assert {one.kind for one in wordings("fto", date(2014, 1, 1))} == {"foreign_travel"}
    assert wordings("hospital_order", TODAY) == ()


def test_what_is_taken_over_is_marked_as_the_later_editions_own():
    later = packs()["licence_4_1"]
    assert [one.code for one in later.wording] == [one.code for one in packs()["licence_4_0"].wording]
    assert {one.pack for one in later.wording} == {"licence_4_1"}
    assert "social services" not in later.get("no_contact_victim").text.en


def test_a_pack_may_drop_and_add():
    base = packs()["licence_2015"]
    extra = replace(base.wording[0], code="extra")
    made = completed(replace(base, code="next", wording=(extra,), gone={"no_offence": ()}), base)
    assert [one.code for one in made.wording] == [*(o.code for o in base.wording if o.code != "no_offence"), "extra"]


@pytest.mark.parametrize(
    ("key", "answer", "said"),
    [
        ("age", 19, "Under the age of must lie between 1 and 18."),
        ("age", "ten", "Under the age of cannot be ten: it wants a whole number."),
        ("children", "both", "Which children: both is not offered."),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_stand_is_refused_at_its_gap(key: str, answer: object, said: str):
    one = wording("licence_4_0/no_household_with_child")
    with pytest.raises(Refused) as refused:
        filled(one, answers_to(one) | {key: answer})
    assert (refused.value.where, refused.value.why.en) == (key, said)


def test_curfew_hours_are_told_and_kept():
    made = condition_answers(wording("licence_4_0/curfew"), {"hours": "7pm-7am, 12:00 to 13:00"})
    assert "between 19:00 and 07:00 and between 12:00 and 13:00 each day" in made["text"]
    assert made["curfew"] == "7pm-7am, 12:00 to 13:00"
    with pytest.raises(Refused, match="time of day"):
        filled(wording("licence_4_0/curfew"), {"hours": "night to day"})


def test_another_answer_opens_another_gap():
    one = wording("licence_4_0/report_police_station")
    given_ = {"station": "Eastholme police station", "times": "09:00", "often": "other", "review": "monthly"}
    with pytest.raises(Refused) as refused:
        filled(one, given_)
    assert refused.value.where == "often_other"
    assert "at 09:00 on Mondays, unless" in filled(one, given_ | {"often_other": "on Mondays"})
    assert "at 09:00 daily, unless" in filled(one, given_ | {"often": "daily", "often_other": "on Mondays"})


def test_lists_are_joined_as_each_sentence_wants_them():
    assert "psychiatrist and psychologist" in filled(
        wording("licence_4_0/medical_appointments"), {"professional": ("psychiatrist", "psychologist")}
    )
    assert "internet-enabled device, computer or digital camera" in filled(
        wording("licence_4_0/usage_history"), {"devices": ("internet", "computer", "camera")}
    )


def test_where_the_words_came_from_is_kept_and_neither_asked_nor_printed():
    made = Record(RecordId("c"), "licence_condition", answers=condition_answers(wording("licence_4_0/one_phone"), {}))
    assert made["wording"] == "licence_4_0/one_phone"
    assert not {one.key for one in asked(made.shape.field, made)} & {"wording", "wording_kept"}


def test_welsh_words_are_used_where_there_are_some():
    own = Wording(
        "w", "c", Text("W"), Text("Until {end}.", "Hyd {end}."), gap=(Gap("end", Text("End"), FieldType.DATE),)
    )
    assert filled(own, {"end": date(2026, 7, 4)}, Language.CY) == "Hyd Sad 4 Gor 2026."
    assert filled(own, {"end": date(2026, 7, 4)}) == "Until Sat 4 Jul 2026."


def test_holes_and_gaps_must_agree():
    for text, gap in (("Not enter {place}.", []), ("Not enter.", [{"key": "place", "label": "Place"}])):
        with pytest.raises(Refused, match="place"):
            from_table(Wording, {"code": "x", "category": "c", "title": "T", "text": text, "gap": gap}, "x.toml")


@given(st.text(min_size=1, max_size=60).filter(str.strip), st.text(max_size=30))
def test_typed_words_stand_as_they_are_but_for_their_spaces(place: str, noise: str):
    one = wording("licence_4_0/no_premises")
    text = filled(one, {"place": place, "unknown": noise})
    assert text == " ".join(one.text.en.replace("{place}", place).split()).replace(" ,", ",").replace(" .", ".")
