"""The real program with a real window, in which letters are typed by keystrokes until somebody ends it by force.

Reports on its standard output: "back LENGTH CURSOR KEY NOTICE" once the field is there, "N" after each letter.
python -m tests.desktop.harness.typist VAULT PASSPHRASE CASE RECORD KEY LETTERS
"""

import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop.app import Program, application
from desktop.desk import Place
from desktop.operations.minuting import LINE
from widgets.editors.long import LongEditor

SLOW_MS, FAST_MS, PAUSE_MS = 70, 15, 900
WORD = "quagga"


def sequence(length: int) -> str:
    """What is typed: the same words for everybody who counts letters."""
    made = " ".join(f"{WORD}{n:04}" for n in range(length // 10 + 2))
    return made[:length]


def say(words: str) -> None:
    """Report, so that it is out before anything else happens."""
    os.write(1, words.encode() + b"\n")


class Typist(QObject):
    """Unlocks, waits for the field, and types on from where its text ends."""

    def __init__(self, program: Program, passphrase: str, place: Place, letters: int) -> None:
        super().__init__()
        self.program, self.passphrase, self.place = program, passphrase, place
        self.words = sequence(letters)
        self.at = -1
        self.asked = self.found = False
        self.step = QTimer(self, singleShot=True)
        self.step.timeout.connect(self.go_on)
        self.step.start(20)

    def go_on(self) -> None:
        """One more step, and the next one soon."""
        page = self.program.gate.unlock_page
        if self.program.shell is None:
            if page is not None and page.isVisible() and not self.asked:
                self.asked = True
                QTest.keyClicks(page._passphrase.box, self.passphrase)
                page.unlock()
        elif self.at < 0:
            if not self.found:
                self.look()
        else:
            self.type()
        self.step.start(self.wait())

    def wait(self) -> int:
        """Milliseconds until the next letter: fast, slow, and now and then a pause for thought."""
        if self.at < 0:
            return 20
        return PAUSE_MS if random.random() < 0.02 else random.randint(FAST_MS, SLOW_MS)

    def look(self) -> None:
        """Wait for the field; where the program did not lead there by itself, go."""
        box = QApplication.focusWidget()
        if not isinstance(box, QPlainTextEdit):
            at = self.program.shell._navigation.at
            if at is not None and at.page == "due":
                self.program.desk.want(self.place)
            return
        editor = box.parent()
        if self.program.shell._navigation.at is None or getattr(editor, "key", "") != self.place.key:
            return
        if not self.is_back(editor):
            return
        QTimer.singleShot(150, self, self.begin)
        self.found = True

    def is_back(self, editor: LongEditor) -> bool:
        """Whether the words that waited are in the field again."""
        return self.program.desk.journal._back is None or editor.waits()

    def begin(self) -> None:
        """Report what is there, and type from there on."""
        box = QApplication.focusWidget()
        editor = box.parent()
        text, cursor = box.toPlainText(), box.textCursor().position()
        right = self.words.startswith(text)
        notice = editor.notice.text() if editor.notice is not None else ""
        say(f"back {len(text) if right else -1} {cursor} {editor.key} {notice}")
        self.at = len(text)

    def type(self) -> None:
        """One letter by a keystroke."""
        if self.at >= len(self.words):
            say("done")
            self.program.session.leave()
            return
        QTest.keyClicks(QApplication.focusWidget(), self.words[self.at])
        self.at += 1
        say(str(self.at))


class MinuteTaker(Typist):
    """Types into the minutes of a meeting that sits: every fourth word ends its line with Enter."""

    LINE = 4

    def is_back(self, editor: LongEditor) -> bool:
        """The meeting is read, with the words that waited; none did where the line was kept right before the end."""
        sitting = self.program.shell.page("meeting").sitting
        return sitting is not None and (super().is_back(editor) or not editor.buddy().toPlainText())

    def begin(self) -> None:
        """Count the lines that are kept with what stands in the box."""
        box, sitting = QApplication.focusWidget(), self.program.shell.page("meeting").sitting
        kept = "".join(f"{one.words('words').lower()} " for one in sitting.case.children(sitting.meeting, "minute"))
        text, editor = kept + box.toPlainText().lower(), box.parent()
        right = self.words.startswith(text)
        notice = editor.notice.text() if editor.notice is not None else ""
        say(f"back {len(text) if right else -1} {len(kept) + box.textCursor().position()} {editor.key} {notice}")
        self.at = len(text)

    def type(self) -> None:
        """One letter by a keystroke; a space after the last word of a line is Enter."""
        ended = self.words[: self.at].count(" ") % self.LINE == self.LINE - 1
        if self.at < len(self.words) and self.words[self.at] == " " and ended:
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
            self.at += 1
            say(str(self.at))
        else:
            super().type()


def main() -> int:
    """Run until the end, or until it is ended."""
    vault, passphrase, case, record, key, letters = sys.argv[1:]
    app = application()
    program = Program(app, Path(vault), replace=lambda: None)
    program.window.resize(1366, 768)
    program.window.show()
    program.window.activateWindow()
    if key == LINE:
        typist: Typist = MinuteTaker(program, passphrase, Place("meeting", case, record=record, key=key), int(letters))
    else:
        typist = Typist(program, passphrase, Place("case", case, "plan", record, key), int(letters))
    typist.setParent(program.window)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
