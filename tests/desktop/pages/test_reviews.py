"""A Level 1 review in the window: begun with what is known, an unchanged case in a few keys, refused in words."""

from __future__ import annotations

from datetime import date

import pytest

from casework.answer import Absent
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, type_into, words
from widgets.button import Button


@pytest.fixture
def level_1(vault, ids) -> str:
    """A training case brought to Level 1 in the spring, with one review since; its reference."""
    with vault.write() as rows:
        case = rows.case(ids["T-00002"])
        rows.add(case.id, "level", {"level": "1", "from": date(2026, 11, 11), "criterion": "Settled"})
        rows.add(
            case.id,
            "level_review",
            {"reviewed_on": date(2026, 11, 12), "manager": "M. Sample", "reason": "Police and probation manage it."},
        )
    return "T-00002"


def way(card, said: str) -> Button:
    return next(one for one in card.findChildren(Button) if one.text() == said)


def test_an_unchanged_case_is_reviewed_with_what_is_known(level_1, opened, case_of, qtbot):
    part = opened("reviews", level_1)
    press(part.reviews.begin_button)
    qtbot.waitUntil(lambda: len(case_of(level_1).of("level_review")) == 2)
    new = case_of(level_1).of("level_review")[-1]
    qtbot.waitUntil(lambda: any(one.is_open for one in part.reviews.list.cards()))
    card = next(one for one in part.reviews.list.cards() if one.is_open)
    assert card.record.id == new.id
    assert (new["reviewed_on"], new["manager"]) == (date(2026, 11, 25), "M. Sample")
    assert isinstance(new["next_on"], date)
    for said in ("I asked every agency below today", "Nothing has changed", "The same reason as last time"):
        press(way(card, said))
    done = case_of(level_1).get(new.id)
    assert "asked on Wed 25 Nov 2026" in done.words("asked")
    assert (done["new"], done["rosh_changed"], done["plan_changed"]) == (Absent.NONE, False, False)
    assert done["reason"] == "Police and probation manage it."
    assert not done.words("still"), "nobody but the reader says that it is still Level 1"


def test_a_next_review_before_this_one_is_refused_beside_its_field(level_1, opened, case_of, qtbot):
    part = opened("reviews", level_1)
    press(part.reviews.begin_button)
    qtbot.waitUntil(lambda: any(one.is_open for one in part.reviews.list.cards()))
    card = next(one for one in part.reviews.list.cards() if one.is_open)
    before = case_of(level_1).get(card.record.id)["next_on"]
    type_into(card.form.form.editor("next_on"), "1 November 2026")
    part.flush()
    qtbot.waitUntil(lambda: "must come after this one" in words(card))
    assert case_of(level_1).get(card.record.id)["next_on"] == before


def test_the_part_fits_and_audits_hang_on_the_meeting_that_is_chosen(level_1, opened, page, case_of, qtbot):
    part = opened("reviews", level_1)
    settled(qtbot, page)
    for check in (nameless, sideways, cut, unreached):
        assert check(page) == []
    qtbot.waitUntil(lambda: "Level 1 because" in words(part))
    observation = part.meetings.lists[1]
    press(observation.add_button)
    qtbot.waitUntil(lambda: len(case_of(level_1).of("observation")) == 1)
    (made,) = case_of(level_1).of("observation")
    assert made.parent == part.meetings.which.currentData()
