"""What each household knows stands over the decisions; Change beside a line opens its decision."""

from __future__ import annotations

from datetime import date

from desktop.operations import cases
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, words
from widgets.button import Button


def test_what_a_household_was_told_is_in_one_view_and_opens(opened, page, case_of, desk, qtbot):
    part = opened("disclosure")
    case = case_of()
    told = {
        "decision": "disclose", "recipient": "Ms Ada Elm", "household": "14 Elm Road", "content": "The order",
        "done_on": date(2026, 11, 20), "reaction": "Thankful", "review_on": date(2026, 12, 20),
    }  # fmt: skip
    desk.worker.write(cases.add(case.id, "disclosure", told), desk)
    qtbot.waitUntil(lambda: "Told to Ms Ada Elm: The order\nHow it was received: Thankful" in words(part))
    assert "Look again Sun 20 Dec 2026, in 25 days." in words(part)
    settled(qtbot, page)
    for check in (nameless, sideways, cut, unreached):
        assert check(page) == []
    made = case_of().of("disclosure")[-1]
    change = [one for one in part.findChildren(Button) if one.accessibleName() == "Change: Fri 20 Nov 2026"]
    press(change[0])
    qtbot.waitUntil(lambda: [one.record.id for one in part.lists["disclosure"].cards() if one.is_open] == [made.id])
