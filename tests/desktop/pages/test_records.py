"""Records are added, changed, removed and brought back in place, whatever their kind."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from casework.answer import Absent
from casework.record import record_kinds
from desktop.operations import cases
from desktop.pages.records import RecordsPart
from desktop.pages.removed_line import RemovedLine
from tests.desktop.audit import unreached
from tests.desktop.pages.hands import press, type_into, words

PAGES = ("person", "risk", "information", "victims", "contacts", "actions", "devices", "disclosure")
KINDS = [(page, kind) for page in PAGES for kind in cases.kinds_of(page) if not record_kinds()[kind].single]


@pytest.fixture
def records(opened):
    """Opens a part of records, the victims with a reason, and gives it."""

    def open_part(page: str, ref: str = "T-00002") -> RecordsPart:
        part = opened(page, ref)
        if page == "victims":
            part.reasons[0].click()
            part = part.opened
        return part

    return open_part


def card_of(part: RecordsPart, kind: str, record: str):
    return next(one for one in part.lists[kind].cards() if one.record.id == record)


def first_written(form):
    """The first field of a form in sight that is answered by writing words."""
    for key in form.form.keys():  # noqa: SIM118 - a form is no mapping
        editor = form.form.editor(key)
        if type(editor).__name__ in ("LineEditor", "LongEditor"):
            return editor
    return None


@pytest.mark.parametrize(("page_name", "kind"), KINDS, ids=[kind for _, kind in KINDS])
def test_a_record_is_added_written_removed_and_brought_back(records, page, case_of, page_name, kind):
    part = records(page_name)
    before = {one.id for one in case_of().of(kind)}
    press(part.lists[kind].add_button)
    (made,) = {one.id for one in case_of().of(kind)} - before
    card = card_of(part, kind, made)
    assert card.is_open
    assert QApplication.focusWidget() is not None
    assert card.isAncestorOf(QApplication.focusWidget())
    editor = first_written(card.form)
    if editor is not None:
        type_into(editor, "Written by the test <b>&amp;")
        page.flush()
        assert case_of().get(made)[editor.key] == "Written by the test <b>&amp;"
    else:
        key = part.lists[kind].shown.shape.dated_by
        type_into(card.form.form.editor(key), "4 jul 2026")
        page.flush()
        assert case_of().get(made)[key] == date(2026, 7, 4)
    press(card, Qt.Key.Key_Escape)
    assert not card.is_open
    part.lists[kind]._remove(made)
    assert case_of().get(made) is None
    line = part.lists[kind].findChild(RemovedLine)
    assert line.isAncestorOf(QApplication.focusWidget())
    press(QApplication.focusWidget())
    assert case_of().get(made) is not None
    assert part.lists[kind].findChild(RemovedLine) is None or not part.lists[kind]._gone
    assert card_of(part, kind, made) is not None


def test_a_new_record_that_was_left_empty_does_not_stay(records, case_of):
    part = records("contacts")
    before = len(case_of().of("contact"))
    press(part.lists["contact"].add_button)
    assert len(case_of().of("contact")) == before + 1
    new = part.lists["contact"].cards()[-1]
    press(new, Qt.Key.Key_Escape)
    assert len(case_of().of("contact")) == before


def test_the_card_tells_what_is_still_needed(records, case_of, qtbot):
    part = records("contacts")
    press(part.lists["contact"].add_button)
    card = part.lists["contact"].cards()[-1]
    qtbot.waitUntil(lambda: "4 needed" in words(card))
    card.form.form.editor("agency")
    type_into(card.form.form.editor("name"), "A. Person")
    part.flush()
    assert "3 needed" in words(card)


def test_only_one_record_is_open_at_a_time_and_nothing_typed_is_lost(records, case_of):
    part = records("contacts")
    one, other = part.lists["contact"].cards()[:2]
    press(one._change)
    type_into(one.form.form.editor("role"), "Deputy")
    press(other._change)
    assert other.is_open
    assert not one.is_open
    assert case_of().get(one.record.id)["role"] == "Deputy"


def test_dated_kinds_show_the_present_one_first(records, case_of, qtbot):
    part = records("person", "T-00002")
    levels = part.lists["level"]
    present = case_of().current("level", date(2026, 11, 25))
    assert levels.cards()[0].record.id == present.id
    qtbot.waitUntil(lambda: "Now" in words(levels.cards()[0]))
    rest = [one.record["from"] for one in levels.cards()[1:]]
    assert rest == sorted(rest, reverse=True)


def test_actions_stand_by_the_day_they_are_due_and_say_how_far_it_is(records, qtbot):
    part = records("actions")
    cards = part.lists["action"].cards()
    first = cards[0]
    qtbot.waitUntil(lambda: "late" in words(first))
    assert cards[-1].record["state"] in ("done", "not_done")


def test_earlier_answers_are_told_with_who_and_when(records, case_of, vault, qtbot):
    part = records("contacts")
    card = part.lists["contact"].cards()[0]
    press(card._change)
    was = card.record.words("role")
    type_into(card.form.form.editor("role"), "Another role")
    part.flush()
    card._show_history(True)
    qtbot.waitUntil(lambda: was in words(card._history))
    assert "Role" in words(card._history)
    assert vault.person in words(card._history)


def test_what_an_answer_asks_for_appears_at_once(records):
    part = records("actions")
    press(part.lists["action"].add_button)
    form = part.lists["action"].cards()[-1].form.form
    assert "outcome" not in form.keys()  # noqa: SIM118
    done = next(one for one in form.editor("state")._group.buttons() if one.accessibleName().startswith("Done"))
    done.setFocus()
    QTest.keyClick(done, Qt.Key.Key_Space)
    part.flush()
    assert "outcome" in form.keys()  # noqa: SIM118


def test_ticking_a_link_by_keyboard_keeps_the_focus(records, case_of):
    part = records("risk")
    card = part.lists["factor"].cards()[0]
    press(card._change)
    tick = card.form.form.editor("scenarios")._ticks[-1][1]
    was = tick.isChecked()
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    part.flush()
    assert tick.isChecked() is not was
    assert QApplication.focusWidget() is tick
    last = card.form.form.editor("scenarios")._ticks[-1][0]
    assert (last in case_of().get(card.record.id).links("scenarios")) is not was


def test_not_known_and_none_are_answers(records, case_of):
    part = records("victims")
    card = part.lists["victim"].cards()[0]
    press(card._change)
    editor = card.form.form.editor("contact")
    type_into(editor, "")
    box = editor.buddy()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    part.flush()
    editor._ways.unknown.click()
    assert case_of().get(card.record.id)["contact"] is Absent.UNKNOWN


def test_a_kind_that_is_wanting_asks_for_the_reason(opened, page, blank, case_of, qtbot):
    part = opened("devices", blank)
    none = part._nones["device"]
    qtbot.waitUntil(none.isVisible)
    type_into(none._form.form.editor("digital_none"), "He has none; searched on 3 November.")
    page.flush()
    assert case_of(blank).one("plan")["digital_none"] == "He has none; searched on 3 November."
    part.lists["device"].add()
    assert not none.isHidden()


def test_what_hangs_on_a_record_is_written_under_it(records, case_of):
    part = records("person")
    card = part.lists["conviction"].cards()[0]
    press(card._change)
    below = part.lists["conviction"]._below[card.record.id]
    assert [one.shown.kind for one in below] == ["count"]
    press(below[0].add_button)
    made = case_of().of("count")[-1]
    assert made.parent == card.record.id


def test_an_open_record_is_walked_with_tab(records, page):
    part = records("disclosure")
    press(part.lists["disclosure"].cards()[0]._change)
    assert unreached(page) == []


def test_boxes_are_named_for_those_who_do_not_see_them(records):
    part = records("actions")
    press(part.lists["action"].cards()[0]._change)
    boxes = [*part.findChildren(QLineEdit), *part.findChildren(QPlainTextEdit)]
    assert boxes
    assert all(one.accessibleName() for one in boxes if one.isVisible())


def test_enter_goes_through_a_row_and_finishes_it(opened, blank, case_of):
    part = opened("contacts", blank)
    press(part.lists["contact"].add_button)
    (card,) = part.lists["contact"].cards()
    agency = card.form.form.editor("agency").box
    for typed, at in (("zebra", "agency"), ("poli", "organisation")):
        agency.lineEdit().selectAll()
        QTest.keyClicks(agency.lineEdit(), typed)
        agency.completer().popup().hide()
        press(agency)
        assert card.form.form.focused_field().key == at
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not card.is_open
    assert QApplication.focusWidget() is part.lists["contact"].add_button
    assert case_of(blank).of("contact")[0]["agency"] == "police"
