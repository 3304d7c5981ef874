"""The case page in the whole program, with the real worker: typing, F1, the way back, locking in the middle of a word."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.app import Program
from desktop.desk import Place
from storage.vault import Vault


@pytest.fixture
def inside(qapp, kept, qtbot):
    """The program, unlocked."""
    quits = qapp.quitOnLastWindowClosed()
    made = Program(qapp, kept.folder, replace=lambda: None)
    qapp.setQuitOnLastWindowClosed(False)
    made.window.resize(1366, 768)
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.window.show()
    QTest.keyClicks(made.gate.unlock_page._passphrase.box, kept.passphrase + "\r")
    qtbot.waitUntil(lambda: made.shell is not None and made.shell.usable())
    made.window.activateWindow()
    yield made
    made.session._stop()
    made.window.drop()
    made.worker.close()
    qapp.setQuitOnLastWindowClosed(quits)


@pytest.fixture
def plan_of(inside, qtbot):
    """Opens the plan of the second training case where it is written; gives the page and the writing view."""
    line = next(one for one in inside.shell._caseload.lines if one.ref == "T-00002")
    inside.desk.want(Place("case", line.id, "plan"))
    page = inside.shell.page("case")
    qtbot.waitUntil(lambda: page.shown_part is not None and page.shown_part.writing is not None)
    return page, page.shown_part.writing


def test_letters_typed_one_by_one_are_kept_while_they_are_saved(plan_of, inside, qtbot):
    page, write = plan_of
    write.show_section("view")
    editor = write.page._own.form.editor("view_words")
    editor.pause_ms = 1
    editor.take_focus()
    editor.box.selectAll()
    said = "He says that he was never asked, and that nobody would have listened."
    for letter in said:
        QTest.keyClick(editor.box, letter)
        QApplication.sendPostedEvents()
    qtbot.waitUntil(lambda: page.case_view().case.one("plan")["view_words"] == said)
    assert editor.box.toPlainText() == said
    assert editor.box.hasFocus()
    qtbot.waitUntil(lambda: write._saved.text().startswith("Saved "))


def test_f1_tells_what_the_field_under_the_cursor_asks(plan_of, inside, qtbot):
    _, write = plan_of
    write.show_section("review")
    write.page._own.form.editor("review_on").take_focus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: QToolTip.text().startswith("Review by."))
    QToolTip.hideText()


def test_the_way_back_goes_through_the_parts(plan_of, inside, qtbot):
    page, _ = plan_of
    page.navigation.view.setFocus()
    QTest.keyClick(page.navigation.view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.navigation.chosen_key() == "orders")
    QTest.keyClick(page.navigation.view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.navigation.chosen_key() == "plan")


def test_locking_in_the_middle_of_a_word_keeps_the_word(plan_of, inside, kept, qtbot):
    page, write = plan_of
    write.show_section("view")
    editor = write.page._own.form.editor("view_words")
    editor.take_focus()
    editor.box.selectAll()
    QTest.keyClicks(editor.box, "Half a sen")
    case = page.case_view().case.id
    with qtbot.waitSignal(inside.session.locked):
        inside.session.lock()
    with Vault.open(kept.folder, bytearray(kept.passphrase.encode())) as again, again.read() as rows:
        assert rows.case(case).one("plan")["view_words"] == "Half a sen"
