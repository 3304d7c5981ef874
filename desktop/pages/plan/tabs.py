"""The ways to look at a plan, as a line of words of which one is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from widgets.button import Button
from widgets.flow import Flow

VIEWS = {
    "write": "Write",
    "carry": "Carry forward",
    "missing": "What is missing",
    "chain": "Chain",
    "check": "Self-check",
    "read": "Read it through",
    "versions": "Versions",
    "compare": "Compare",
    "agree": "Agree",
}


class Tab(Button):
    """One way to look."""

    wanted = Signal(str)

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words, kind="quiet")
        self.code, self._words = code, words
        self.setCheckable(True)
        self.clicked.connect(self._want)

    def count(self, number: int) -> None:
        """Say how many things wait there."""
        self.set_words(f"{self._words} {number}" if number else self._words)

    def _want(self) -> None:
        self.wanted.emit(self.code)


class Tabs(QWidget):
    """``chosen(code)`` by mouse, Enter or the arrow keys; what has no room goes on in a second line."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.tabs: dict[str, Tab] = {}
        line = Flow(4)
        for code, words in VIEWS.items():
            tab = self.tabs[code] = Tab(code, words)
            tab.wanted.connect(self.chosen)
            self._group.addButton(tab)
            line.addWidget(tab)
        self.setLayout(line)
        self.setAccessibleName("Ways to look at the plan")

    def choose(self, code: str) -> None:
        """Mark one as chosen."""
        if code in self.tabs:
            self.tabs[code].setChecked(True)
            return
        self._group.setExclusive(False)
        for tab in self.tabs.values():
            tab.setChecked(False)
        self._group.setExclusive(True)

    def take_focus(self, code: str) -> None:
        """Put the focus on one of them, the first where it is none of them."""
        tab = self.tabs.get(code) or next(iter(self.tabs.values()))
        tab.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        codes = list(self.tabs)
        at = next((n for n, code in enumerate(codes) if self.tabs[code].hasFocus()), -1)
        step = steps.get(Qt.Key(event.key()), 0)
        if step and at >= 0:
            self.tabs[codes[(at + step) % len(codes)]].setFocus(Qt.FocusReason.TabFocusReason)
            return
        super().keyPressEvent(event)
