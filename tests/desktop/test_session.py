"""Locking: the written list line by line, idle time by a clock that the test turns, and words that cannot be kept."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from desktop import replacement
from desktop.operations.intent import Changes
from desktop.session import WARNING_SECONDS, Session, clear_clipboard
from desktop.system_events import CONSOLE_LEFT, LOCKED, POWER, REMOTE_LEFT, SESSION, SUSPEND, ends_presence
from desktop.worker import Worker
from storage.problems import DiskFull


class Window:
    """Notes what locking asks of it, and writes its last words when it is flushed."""

    def __init__(self, worker: Worker, page: QObject, told: list[str]) -> None:
        self.worker, self.page, self.told = worker, page, told
        self.fault: Exception | None = None

    def cover(self) -> None:
        self.told.append("cover")

    def uncover(self) -> None:
        self.told.append("uncover")

    def flush(self) -> None:
        self.told.append("flush")

        def write(_vault):
            if self.fault:
                raise self.fault
            self.told.append("written")
            return Changes()

        self.worker.write(write, self.page)

    def drop(self) -> None:
        self.told.append("drop")


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def told():
    return []


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def page(qapp):
    return QObject()


@pytest.fixture
def worker(qapp, kept, page, qtbot):
    made, got = Worker(), []
    made.unlock(kept.open, page, got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    yield made
    made.close()


@pytest.fixture
def window(worker, page, told):
    return Window(worker, page, told)


@pytest.fixture
def session(worker, window, told, clock):
    made = Session(worker, window, lambda: told.append("replace"), clock)
    made.begin()
    yield made
    made._stop()


def test_the_list_is_written_and_done_in_its_order(session, told, qtbot):
    names = [step.name for step in session.checklist]
    assert names == [
        "stop taking work",
        "close what stands over the window",
        "close the vault and wipe its key",
        "clear the clipboard where we filled it",
        "drop the pages with what they can undo",
        "begin a new process at the unlock page",
    ]
    with qtbot.waitSignal(session.locked):
        session.lock()
    assert told == ["cover", "flush", "written", "drop", "replace"]


def test_stop_taking_work(session, clock, qtbot):
    with qtbot.waitSignal(session.locked):
        session.lock()
    assert not session._timer.isActive()
    clock.now += 100_000
    session.look()
    session.lock()
    assert session._open is False


def test_dialogues_are_closed(session, qtbot, shown):
    window = shown(QWidget())
    dialogue = QDialog(window)
    dialogue.show()
    with qtbot.waitSignal(session.locked):
        session.lock()
    assert not dialogue.isVisible()
    assert window.isVisible()


def test_the_vault_is_closed_and_its_key_wiped(session, worker, kept, qtbot):
    opened = worker._vault
    key = opened.unlocked.vault_key
    assert any(key)
    with qtbot.waitSignal(session.locked):
        session.lock()
    assert worker._vault is None
    assert not any(key)
    with kept.open() as again, again.read() as rows:
        assert [entry.op for entry in rows.log(2)] == ["unlock", "lock"]


@pytest.mark.parametrize(("ours", "left"), [(True, ""), (False, "somebody else's words")])
def test_the_clipboard_is_emptied_where_we_filled_it(qapp, monkeypatch, ours, left):
    """The screenless platform does not know whose clipboard it is, so that alone is said here."""
    clipboard = QGuiApplication.clipboard()
    monkeypatch.setattr(type(clipboard), "ownsClipboard", lambda _self: ours)
    clipboard.setText("somebody else's words")
    clear_clipboard()
    assert clipboard.text() == left


def test_nobody_there_for_five_minutes_locks(session, clock, told, qtbot):
    clock.now += 29
    for _ in range(9):
        session.look()
        clock.now += 29
    assert told == []
    warned = []
    session.warned.connect(warned.append)
    clock.now = 1000 + 300 - WARNING_SECONDS
    session.look()
    assert warned == [WARNING_SECONDS]
    clock.now += WARNING_SECONDS
    with qtbot.waitSignal(session.locked):
        session.look()
    assert told == ["cover", "flush", "written", "drop", "replace"]


@pytest.mark.parametrize("minutes", [1, 30])
def test_the_minutes_are_those_of_the_settings(session, clock, told, minutes, qtbot):
    session.minutes = minutes
    for _ in range(minutes * 60 - 1):
        clock.now += 1
        session.look()
    assert told == []
    clock.now += 1
    with qtbot.waitSignal(session.locked):
        session.look()


def test_a_key_or_the_mouse_anywhere_begins_the_time_anew(session, clock, told, shown):
    box = shown(QLineEdit())
    for _ in range(20):
        clock.now += 20
        QTest.keyClick(box, Qt.Key.Key_A)
        session.look()
    assert told == []
    assert session._touched == clock.now
    clock.now += 5
    QTest.mouseMove(box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert session._touched == clock.now


def test_a_program_at_work_is_no_person(session, clock):
    before = session._touched
    clock.now += 10
    for kind in (QEvent.Type.Timer, QEvent.Type.Paint, QEvent.Type.UpdateRequest, QEvent.Type.FocusIn):
        session.eventFilter(QObject(), QEvent(kind))
    assert session._touched == before


def test_a_machine_that_slept_is_locked_when_it_wakes(session, clock, qtbot):
    clock.now += 1
    session.look()
    clock.now += 45
    with qtbot.waitSignal(session.locked):
        session.look()


def test_words_that_cannot_be_kept_hold_the_first_asking_back(session, window, worker, told, qtbot):
    window.fault = DiskFull()
    with qtbot.waitSignal(session.kept_open) as kept_open:
        session.lock()
    assert isinstance(kept_open.args[0], DiskFull)
    assert told == ["cover", "flush", "uncover"]
    assert worker._vault is not None
    with qtbot.waitSignal(session.locked):
        session.lock()
    assert told[-1] == "replace"


def test_words_kept_since_hold_the_next_asking_back_again(session, window, worker, told, qtbot):
    window.fault = DiskFull()
    with qtbot.waitSignal(session.kept_open):
        session.lock()
    with qtbot.waitSignal(worker.changed):
        worker.write(lambda _vault: Changes(), session)
    with qtbot.waitSignal(session.kept_open):
        session.lock()
    assert "replace" not in told


def test_idle_time_locks_whatever_cannot_be_kept(session, window, told, qtbot):
    window.fault = DiskFull()
    with qtbot.waitSignal(session.locked):
        session.away()
    assert told[-1] == "replace"


def test_leaving_keeps_the_words_and_ends_without_a_new_process(session, told, worker, qtbot):
    with qtbot.waitSignal(session.left):
        session.leave()
    assert told == ["cover", "flush", "written", "drop"]
    assert worker._vault is None


def test_a_shutdown_keeps_the_words_at_once(session, told, worker):
    session.end()
    assert told == ["flush", "written"]
    assert worker._vault is None


def test_before_a_vault_is_open_nothing_locks(worker, window, told, clock):
    session = Session(worker, window, lambda: told.append("replace"), clock)
    session.lock()
    assert told == []


@pytest.mark.parametrize(
    ("message", "detail", "gone"),
    [(POWER, SUSPEND, True), (SESSION, LOCKED, True), (SESSION, CONSOLE_LEFT, True), (SESSION, REMOTE_LEFT, True),
     (POWER, 18, False), (SESSION, 8, False), (0x0200, LOCKED, False)],
)  # fmt: skip
def test_which_words_of_windows_mean_that_the_person_is_gone(message, detail, gone):
    assert ends_presence(message, detail) is gone


def test_the_program_is_started_again_as_it_is_not_as_it_was_asked():
    command = replacement.command()
    assert command[0] == sys.executable
    assert command[-2:] == ["-m", "desktop"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot replace a process in place")
def test_the_process_is_replaced_and_forgets():
    """The same process, and nothing of its memory."""
    script = (
        "import os, sys; from desktop import replacement as r; secret = 'kept in memory'; print(os.getpid(), flush=True)\n"
        "r.command = lambda: [sys.executable, '-c', 'import os; print(os.getpid()); print(\"secret\" in globals())']\n"
        "r.replace_process()\n"
        "print('never')"
    )
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    first, second, secret = done.stdout.split()
    assert first == second
    assert secret == "False"
