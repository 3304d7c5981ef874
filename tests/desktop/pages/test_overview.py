"""The overview answers a stranger's questions on one screen, and every line leads on."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QScrollArea

from casework.summary import five_lines, flat
from desktop.desk import Place
from desktop.operations import cases
from desktop.pages.overview_blocks import Asked, Fact
from tests.desktop.pages.hands import press, settled, words
from widgets.deadline import DeadlineRow
from widgets.label import Heading

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize("ref", ["T-00001", "T-00002", "T-00003"])
def test_it_stands_on_one_screen(opened, page, qtbot, ref):
    part = opened("overview", ref)
    settled(qtbot, page)
    area = part.findChild(QScrollArea)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() <= 24)


@pytest.mark.parametrize("ref", ["T-00001", "T-00002", "T-00003"])
def test_the_five_lines_are_answered(opened, case_of, ref, qtbot):
    part = opened("overview", ref)
    asked = part.findChildren(Asked)
    lines = five_lines(case_of(ref), TODAY)
    qtbot.waitUntil(lambda: all(words(one) for one in asked))
    assert [words(one).split("\n")[0] for one in asked[: len(lines)]] == [one.question.en for one in lines]
    for shown, line in zip(asked[: len(lines)], lines, strict=True):
        assert flat(line.says[0].words)[:40] in words(shown)


def test_a_new_case_says_what_is_not_known(opened, blank, qtbot):
    part = opened("overview", blank)
    qtbot.waitUntil(lambda: "Not assessed yet" in words(part))
    told = words(part)
    for part_ in ("Not entered yet", "Not known", "None open", "Lead agency not known", "Last meeting: none entered"):
        assert part_ in told


def test_risk_is_told_for_every_group(opened, qtbot):
    part = opened("overview")
    qtbot.waitUntil(lambda: "VERY HIGH" in words(part))
    told = words(part)
    for group in ("Children", "Public", "Known adult", "Staff", "Prisoners", "Overall"):
        assert group in told


def test_the_next_dates_open_their_reasons(opened, page, qtbot):
    part = opened("overview", "T-00001")
    rows = part.findChildren(DeadlineRow)
    assert len(rows) == 3
    law = next((one for one in rows if one.deadline.explained), None)
    if law is not None:
        law.show_why()
        qtbot.waitUntil(lambda: law.deadline.basis in words(law))


@pytest.mark.parametrize(
    ("start", "part_shown"),
    [("Who", "person"), ("Why managed", "person"), ("What could happen", "risk"), ("What stops", "plan")],
)
def test_every_line_leads_to_where_it_stands(opened, page, case_of, start, part_shown):
    part = opened("overview")
    asked = next(one for one in part.findChildren(Asked) if words(one).startswith(start) or _question(one, start))
    fact = asked.findChild(Fact)
    press(fact)
    assert page.navigation.chosen_key() == part_shown


def _question(asked: Asked, start: str) -> bool:
    return asked.findChild(Heading).text().startswith(start)


def test_a_line_of_nothing_leads_to_where_it_is_entered(opened, page, blank):
    part = opened("overview", blank)
    fact = next(one for one in part.findChildren(Fact) if one.words == "Not assessed yet")
    press(fact)
    assert page.navigation.chosen_key() == "risk"


def test_a_place_is_wanted_of_the_window(opened, desk):
    part = opened("overview")
    wanted: list[Place] = []
    desk.wanted.connect(wanted.append)
    press(part._more_actions)
    assert wanted[-1].part == "actions"


def test_it_follows_what_is_written(opened, page, case_of, desk, qtbot):
    part = opened("overview")
    case = case_of()
    desk.worker.write(cases.answer(case.id, case.one("person"), "surname", "Newname"), desk)
    qtbot.waitUntil(lambda: "Martin Rowan Newname, 52" in words(part))
    assert "NEWNAME" in words(page.identity)
