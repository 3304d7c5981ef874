"""Nothing typed is lost: it is kept while it is typed, comes back where it was, and can be gone back on."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casework.field import FieldType
from desktop import clock
from desktop.desk import Desk, Place
from desktop.here import Here, read, way_back
from desktop.operations import history
from desktop.operations.intent import Changes
from desktop.pages.case import CasePage
from desktop.pages.new_case import NewCasePage
from desktop.settings import Settings
from storage.journal import Left
from storage.vault import Vault
from tests.desktop.conftest import TODAY
from tests.desktop.pages.hands import press, type_into
from widgets.editors.editor import Editor

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = "situation_text"


@dataclass
class Tried:
    """A field of running text in the plan of a case of which nothing is known yet, and the vault behind it."""

    page: CasePage
    vault: Vault
    case: str
    plan: str

    @property
    def desk(self) -> Desk:
        return self.page.desk

    @property
    def editor(self) -> Editor:
        return self.page.shown_part.writing.page._own.form.editor(KEY)

    def type(self, words: str) -> None:
        """Type at the end of the field, without a pause."""
        self.editor.box.setFocus()
        QTest.keyClicks(self.editor.box, words)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.editor.box, key, held)

    def end(self) -> None:
        """The process ends by force after the journal was written."""
        self.desk.journal.flush()
        self.editor._pending = False

    def left(self) -> Left:
        with self.vault.read() as rows:
            return rows.left()

    def answer(self) -> object:
        with self.vault.read() as rows:
            return rows.case(self.case).get(self.plan)[KEY]

    def earlier(self) -> list[str]:
        with self.vault.read() as rows:
            case = rows.case(self.case)
        return [one.said for one in history.of_record(case, case.get(self.plan))(self.vault)]


@pytest.fixture
def tried(opened, page, vault, blank, case_of) -> Tried:
    plan = case_of(blank).one("plan").id
    opened("plan", blank, plan, KEY)
    return Tried(page, vault, page._case, plan)


@pytest.fixture
def again(tried, started):
    """The same after a new start."""

    def make() -> Tried:
        place = Place("case", tried.case, "plan", tried.plan, KEY)
        return Tried(started(tried.desk, place), tried.vault, tried.case, tried.plan)

    return make


def test_words_are_in_the_vault_while_they_are_typed_and_leave_the_journal_as_an_answer(tried):
    tried.type("Alone, at ni")
    tried.desk.journal.flush()
    (only,) = tried.left().waiting
    assert (only.spot.key, only.typed.words, only.typed.cursor) == (KEY, ("Alone, at ni",), 12)
    tried.type("ght.")
    tried.page.flush()
    tried.desk.journal.flush()
    assert tried.left().waiting == ()
    assert read(tried.left().place).key == KEY


def test_a_second_of_typing_without_a_pause_is_enough(tried, qtbot):
    tried.editor.pause_ms = 60_000
    tried.type("Still typing")
    qtbot.waitUntil(lambda: bool(tried.left().waiting), timeout=2500)


def test_words_taken_back_leave_the_journal(tried):
    tried.type("Al")
    tried.desk.journal.flush()
    tried.key(Qt.Key.Key_Backspace)
    tried.key(Qt.Key.Key_Backspace)
    tried.page.flush()
    tried.desk.journal.flush()
    assert tried.left().waiting == ()


def test_what_was_typed_comes_back_with_the_cursor_and_is_the_answer_once_it_is_left(tried, again):
    tried.type("Alone, at night.")
    tried.page.flush()
    tried.type(" And by day.")
    tried.key(Qt.Key.Key_Home)
    tried.end()
    back = again()
    assert back.editor.box.toPlainText() == "Alone, at night. And by day."
    assert back.editor.box.textCursor().position() == 0
    assert back.editor.notice.text().startswith("Restored what was typed at ")
    assert tried.answer() == "Alone, at night."
    back.page.flush()
    assert tried.answer() == "Alone, at night. And by day."
    assert tried.left().waiting == ()
    back.type("x")
    assert back.editor.notice is None


def test_what_came_back_can_be_declined_and_stays_with_the_earlier_answers(tried, again):
    tried.type("Alone.")
    tried.page.flush()
    tried.type(" Not so.")
    tried.end()
    back = again()
    press(back.editor.notice.button)
    assert back.editor.box.toPlainText() == "Alone."
    assert back.editor.notice is None
    assert tried.answer() == "Alone."
    assert tried.left().waiting == ()
    assert "Alone. Not so." in tried.earlier()
    back.editor.box.setFocus()
    back.key(Qt.Key.Key_Z, CTRL)
    assert back.editor.box.toPlainText() == "Alone. Not so."


def test_an_answer_by_somebody_else_is_not_overwritten(tried, again):
    tried.type("Mine.")
    tried.end()
    tried.vault._connection.execute(
        "INSERT INTO answer SELECT n, ?, '\"Theirs.\"', '2030-01-01T00:00:00.000+00:00', created_by, '' FROM record"
        " WHERE id = ?",
        (KEY, tried.plan),
    )
    back = again()
    assert back.editor.box.toPlainText() == "Theirs."
    assert "waits" in back.editor.notice.text()
    back.page.flush()
    assert tried.answer() == "Theirs."
    press(back.editor.notice.button)
    back.page.flush()
    assert tried.answer() == "Mine."


def test_undo_goes_past_a_restart_and_redo_comes_back(tried, again):
    for text in ("First of all.", "Something else altogether."):
        tried.key(Qt.Key.Key_A, CTRL)
        tried.type(text)
        tried.page.flush()
    back, said = again(), []
    back.desk.journal.told.connect(said.append)
    back.editor.box.setFocus()
    back.key(Qt.Key.Key_Z, CTRL)
    assert back.editor.box.toPlainText() == "First of all."
    assert said[-1].startswith("Back at what stood here at ")
    back.key(Qt.Key.Key_Z, CTRL)
    back.key(Qt.Key.Key_Z, CTRL)
    assert back.editor.box.toPlainText() == ""
    assert said[-1] == "Nothing earlier stood here."
    back.key(Qt.Key.Key_Y, CTRL)
    back.key(Qt.Key.Key_Z, CTRL | SHIFT)
    assert back.editor.box.toPlainText() == "Something else altogether."
    back.key(Qt.Key.Key_Z, CTRL)
    back.page.flush()
    assert tried.answer() == "First of all."


def test_undo_first_undoes_what_was_typed_just_now(tried):
    tried.type("First of all.")
    tried.page.flush()
    tried.key(Qt.Key.Key_Z, CTRL)
    assert tried.editor.box.toPlainText() == ""
    tried.key(Qt.Key.Key_Y, CTRL)
    assert tried.editor.box.toPlainText() == "First of all."


def test_half_a_date_survives_the_end_of_its_form(opened, started, vault, blank):
    part = opened("actions", blank)
    press(part.lists["action"].add_button)
    (card,) = part.lists["action"].cards()
    key = next(one.key for one in card.form._fields if one.type is FieldType.DATE)
    type_into(card.form.form.editor(key), "31 feb")
    card.close_form()
    part.desk.journal.flush()
    card.open(key)
    assert card.form.form.editor(key).box.text() == "31 feb"
    back = started(part.desk, Place("case", part.view.case.id, "actions", card.record.id, key))
    there = back.shown_part.lists["action"].cards()[0].form.form.editor(key)
    assert there.box.text() == "31 feb"
    press(there.notice.button)
    assert not there.box.text()
    assert not there.unfinished()
    with vault.read() as rows:
        assert rows.left().waiting == ()
        assert [one.typed.words for one in rows.declined(card.record.id)] == [("31 feb",)]


def test_a_form_that_is_not_added_yet_comes_back(desk, vault, shown):
    first = shown(NewCasePage(desk))
    first.open(Place("new_case"))
    type_into(first._form.editor("surname"), "Thistlew")
    desk.journal.flush()
    fresh = Desk(desk.worker, TODAY, Settings())
    with vault.read() as rows:
        fresh.journal.take(rows.left(), None)
    second = shown(NewCasePage(fresh))
    second.open(Place("new_case"))
    assert second._form.editor("surname").box.text() == "Thistlew"
    second._leave()
    fresh.journal.flush()
    with vault.read() as rows:
        assert rows.left().waiting == ()


def test_on_the_way_back_the_place_is_not_forgotten(tried):
    tried.type("Alone.")
    tried.end()
    stood = tried.left().place
    fresh = Desk(tried.desk.worker, TODAY, Settings())
    fresh.journal.take(tried.left(), way_back(tried.left(), clock.today()))
    fresh.journal.where = lambda: Here("case", tried.case, "plan")
    fresh.journal.went()
    fresh.journal.flush()
    assert tried.left().place == stood
    fresh.journal.where = lambda: Here("cases")
    fresh.journal.went()
    fresh.journal.flush()
    assert read(tried.left().place) == Here("cases")


def test_a_reading_from_before_an_answer_does_not_take_the_words_back(tried, monkeypatch):
    form = tried.page.shown_part.writing.page._own
    view, record, held = tried.page.case_view(), form.record(), []
    monkeypatch.setattr(tried.desk.worker, "write", lambda _write, _by, then=None, _otherwise=None: held.append(then))
    tried.type("Alone, at night.")
    form.flush()
    form.take(view, record)
    held[0](Changes())
    assert tried.editor.box.toPlainText() == "Alone, at night."
    assert tried.editor.box.textCursor().position() == 16
