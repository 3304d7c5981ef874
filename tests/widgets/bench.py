"""An editor on its own, with something after it, and what it said."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from casework.field import Choice, Field
from casework.text import Language, Text
from widgets.editors import editor_for
from widgets.layout import column

TODAY = date(2026, 6, 22)
LEVELS = tuple(Choice(str(n), Text(f"Level {n}"), Text("What it is.")) for n in (1, 2, 3))


class Bench(QWidget):
    """An editor with another control after it, and what it said."""

    def __init__(self, field: Field, language: Language = Language.EN, options=None) -> None:
        super().__init__()
        self.editor = editor_for(field, TODAY, language, options)
        self.editor.describe(field.label.en, "")
        self.after = QPushButton("after")
        self.setLayout(column(self.editor, self.after, None))
        self.said: list[object] = []
        self.refusals: list[str] = []
        self.editor.answered.connect(self._hear)
        self.editor.refused.connect(self._hear_refusal)

    def _hear(self, key: str, answer: object) -> None:
        assert key == self.editor.key
        self.said.append(answer)

    def _hear_refusal(self, _key: str, text: str) -> None:
        self.refusals.append(text)

    def type(self, words: str) -> None:
        self.editor.take_focus()
        QTest.keyClicks(self.editor.buddy(), words)

    def leave(self) -> None:
        self.after.setFocus(Qt.FocusReason.TabFocusReason)


def button(bench: Bench, words: str) -> QPushButton:
    return next(one for one in bench.editor.findChildren(QPushButton) if one.text() == words and one.isVisible())


def records(_field: Field) -> list[tuple[str, str]]:
    return [("f1", "Isolation"), ("f2", "Drink & <b>drugs</b>")]
