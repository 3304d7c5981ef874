"""The history of a case, what can be brought back, and the operations behind them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from casework.record import title
from desktop.operations import cases, history
from desktop.operations.pressing import pressing
from desktop.pages.removed_line import RemovedLine
from tests.desktop.audit import nameless
from tests.desktop.pages.hands import press, words


def test_what_was_done_is_told_newest_first(opened, case_of, desk, vault):
    case = case_of()
    action = case.of("action")[0]
    desk.worker.write(cases.answer(case.id, action, "owner", "Inspector Marl"), desk)
    part = opened("history")
    rows = part.table.rows()
    assert rows[0].did == "Looked at"
    changed = next(one for one in rows if one.did == "Changed")
    assert changed.about.endswith("· Owner")
    assert changed.who == vault.person
    assert "Marl" not in str(changed)
    assert rows[-1].did in ("Entered", "Opened the case")


def test_it_follows_what_is_done_meanwhile(opened, case_of, desk):
    part = opened("history")
    before = len(part.table.rows())
    case = case_of()
    desk.worker.write(cases.add(case.id, "alias", {"name": "Marty"}), desk)
    assert len(part.table.rows()) == before + 1
    assert part.table.rows()[0].did == "Added"


def test_what_was_removed_is_brought_back(opened, case_of, desk, qtbot):
    case = case_of()
    gone = case.of("contingency")[0]
    desk.worker.write(cases.remove(case.id, gone), desk)
    part = opened("history")
    press(part._removed_head, Qt.Key.Key_Right)
    line = part.findChild(RemovedLine)
    qtbot.waitUntil(lambda: "Removed." in words(line))
    press(line._undo)
    assert case_of().get(gone.id) is not None
    assert part._removed_head.isHidden()


def test_names_for_those_who_do_not_see(opened, page):
    opened("history")
    assert nameless(page) == []


def test_earlier_answers_in_words(vault, case_of, desk):
    case = case_of()
    action = case.of("action")[0]
    was = action.words("owner")
    desk.worker.write(cases.answer(case.id, action, "owner", "Somebody else"), desk)
    (found,) = history.of_record(case, action)(vault)
    assert (found.label, found.said, found.who) == ("Owner", was, vault.person)


def test_what_presses_comes_late_first_and_once(opened, page):
    opened("overview")
    found = pressing(page.case_view())
    assert found
    roles = [one.role for one in found]
    assert roles == sorted(roles)
    assert len({(one.words, one.about) for one in found}) == len(found)
    late = [one for one in page.case_view().due if one.late]
    assert [one.words for one in found[: len(late)]] == [one.what.en for one in late]
    assert found[0].state.endswith("late")


def test_no_title_of_a_victim_beyond_its_reference_is_in_the_history(opened, case_of, desk):
    case = case_of()
    victim = case.of("victim")[0]
    desk.worker.write(cases.answer(case.id, victim, "contact", "Through her sister"), desk)
    part = opened("history")
    assert part.table.rows()[1].about.startswith(title(victim))
    assert "sister" not in str(part.table.rows())
    assert victim.words("name") not in str([one.about for one in part.table.rows()])
