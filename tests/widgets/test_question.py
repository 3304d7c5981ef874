"""The only interruption: answered by keyboard, by tests, and let go."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from casework.text import Language, Text
from widgets.file_question import choose_file
from widgets.question import Question, Reply, answer_next, ask, ask_words, close_all, tell, unasked

KEY = Qt.Key
REPLIES = (Reply("keep", Text("Keep it", "Cadw")), Reply("remove", Text("Remove it"), danger=True))


@pytest.fixture
def window(shown) -> QWidget:
    return shown(QWidget())


def soon(do) -> None:
    """Do something with the question that is about to open."""

    def go() -> None:
        (asked,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, Question) and one.isVisible())
        try:
            do(asked)
        finally:
            asked.reject()

    QTimer.singleShot(50, go)


def press(words: str):
    def do(asked: Question) -> None:
        (button,) = (
            one for one in asked.findChildren(QWidget) if getattr(one, "text", str)() == words and one.isEnabled()
        )
        button.setFocus()
        QTest.keyClick(button, KEY.Key_Return)

    return do


@pytest.mark.parametrize(("words", "key"), [("Keep it", "keep"), ("Remove it", "remove"), ("Cancel", "")])
def test_a_reply_is_given_by_keyboard(window, words, key):
    soon(press(words))
    assert ask(window, "Remove this measure?", REPLIES) == key


def test_escape_cancels(window):
    def escape(asked: Question) -> None:
        QTest.keyClick(asked, KEY.Key_Escape)
        assert not asked.isVisible()

    soon(escape)
    assert ask(window, "Remove this measure?", REPLIES) == ""


def test_a_danger_is_never_what_enter_means(window):
    def look(asked: Question) -> None:
        assert all(not b.isDefault() for b in asked.findChildren(QWidget) if hasattr(b, "isDefault"))
        asked.reject()

    soon(look)
    assert ask(window, "Remove?", [Reply("remove", Text("Remove it"), primary=True, danger=True)]) == ""


def test_words_are_asked_for_and_the_reply_wakes_with_them(window):
    def do(asked: Question) -> None:
        box = asked.findChild(QLineEdit)
        assert box.accessibleName() == "Why do you open it?"
        (reply,) = (one for one in asked.findChildren(QWidget) if getattr(one, "text", str)() == "Open")
        assert not reply.isEnabled()
        QTest.keyClicks(box, " preparing the meeting ")
        assert reply.isEnabled()
        QTest.keyClick(box, KEY.Key_Return)

    soon(do)
    assert ask_words(window, "Why do you open it?", Text("Open")) == "preparing the meeting"


def test_long_words_keep_their_lines(window):
    def do(asked: Question) -> None:
        asked.findChild(QPlainTextEdit).setPlainText("one\ntwo")
        press("Save")(asked)

    soon(do)
    assert ask_words(window, "What was said?", Text("Save"), long=True) == "one\ntwo"


def test_something_is_told(window):
    soon(press("OK"))
    tell(window, "The vault was locked.", detail="Nothing was lost.")


def test_a_question_is_let_go(window, qapp):
    soon(press("Keep it"))
    ask(window, "Remove this measure?", REPLIES)
    qapp.sendPostedEvents(None, 52)
    assert not window.findChildren(Question)


def test_locking_closes_what_is_asked(window):
    QTimer.singleShot(50, close_all)
    assert ask(window, "Remove this measure?", REPLIES) == ""


def test_words_are_in_welsh(window):
    soon(press("Canslo"))
    assert ask(window, "Cadw?", REPLIES, language=Language.CY) == ""


def test_tests_answer_without_a_dialog(window, tmp_path):
    answer_next("remove", "a reason", tmp_path / "x.pdf", None, None)
    assert ask(window, "Remove?", REPLIES) == "remove"
    assert ask_words(window, "Why?", Text("Open")) == "a reason"
    assert choose_file(window, "Save the paper", "save") == tmp_path / "x.pdf"
    assert choose_file(window, "Save the paper", "save") is None
    assert ask(window, "Remove?", REPLIES) == ""
    assert unasked() == 0


def test_an_answer_that_is_not_offered_is_a_mistake_of_the_test(window):
    answer_next("burn")
    with pytest.raises(LookupError, match="keep, remove"):
        ask(window, "Remove?", REPLIES)


_CHOOSING = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from widgets.file_question import choose_file
from widgets.theme import apply
app = QApplication([]); apply(app)
window = QWidget(); window.show()
def go():
    (dialog,) = (one for one in app.topLevelWidgets() if isinstance(one, QFileDialog))
    dialog.findChild(QLineEdit).setText("SAMPLETON-minutes.pdf")
    dialog.accept()
QTimer.singleShot(200, go)
print(choose_file(window, "Open", folder=Path(sys.argv[1]), kinds=("PDF (*.pdf)",)))
app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""


def test_choosing_a_file_leaves_no_trace_of_it(tmp_path: Path):
    root, settings, secret = Path(__file__).parents[2], tmp_path / "settings", tmp_path / "SECRET-FOLDER"
    settings.mkdir()
    secret.mkdir()
    (secret / "SAMPLETON-minutes.pdf").write_text("x")
    env = {"QT_QPA_PLATFORM": "offscreen", "PATH": "", "XDG_CONFIG_HOME": str(settings), "XDG_DATA_HOME": str(settings),
           "HOME": str(settings), "PYTHONPATH": os.pathsep.join([str(root), *sys.path])}  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", _CHOOSING, str(secret)],
        cwd=root,
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert "SAMPLETON-minutes.pdf" in done.stdout
    written = [one.read_bytes() for one in settings.rglob("*") if one.is_file()]
    assert written, "Qt wrote its settings: the test looks where they are"
    for held in written:
        assert b"SECRET-FOLDER" not in held
        assert b"SAMPLETON" not in held
