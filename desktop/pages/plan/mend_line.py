"""A break in the chain as a row: what is wanting, and the way to mend it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.mending import Break
from casework.plan_places import sections_for
from casework.record import title
from casework.template import PlanTemplate
from widgets.button import Button
from widgets.layout import column, row
from widgets.shapes import Shape
from widgets.state import StateWord


class MendButton(Button):
    """``mended(break, section)`` asks for the record to be added there; empty where the record itself is changed.

    Where several sections could take the record, ``choice`` opens with one way for each.
    """

    mended = Signal(object, str)

    def __init__(self, found: Break, template: PlanTemplate, spoken: str, *, here: str = "", says: str = "") -> None:
        super().__init__(says or ("Add one" if found.kind else "Change"), kind="link")
        self.found = found
        self._sections = sections_for(template, found.kind) if found.kind else ()
        self._here = here if here in {one.key for one, _ in self._sections} else ""
        self.setAccessibleName(f"{self.text()}: {spoken}")
        self.clicked.connect(self._act)
        self.choice = QWidget()
        self.choice.hide()

    def _act(self) -> None:
        if not self.found.kind or len(self._sections) < 2 or self._here:
            section = self._here or (self._sections[0][0].key if self._sections else "")
            self.mended.emit(self.found, section)
        elif self.choice.layout() is None:
            buttons = [
                SectionButton(section.key, section.short.en or section.title.en) for section, _ in self._sections
            ]
            for one in buttons:
                one.wanted.connect(self._choose)
            self.choice.setLayout(column(*buttons, gap=4, margin=(20, 0, 0, 4)))
            self.choice.show()
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.choice.setVisible(self.choice.isHidden())

    def _choose(self, section: str) -> None:
        self.choice.hide()
        self.mended.emit(self.found, section)


class MendLine(QWidget):
    """What is wanting in words, named where it does not stand under its record, with the button that mends it."""

    mended = Signal(object, str)

    def __init__(self, found: Break, template: PlanTemplate, *, here: str = "", named: bool = False) -> None:
        super().__init__()
        self.found = found
        about = title(found.about)
        state = StateWord(_large(f"{about}: {found.lacks.en}" if named else found.lacks.en), Shape.HALF, "soon")
        state.setWordWrap(True)
        self._button = MendButton(found, template, f"{about}, {found.lacks.en}", here=here)
        self._button.mended.connect(self.mended)
        line = row(gap=8)
        line.addWidget(state, 1)
        line.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line, self._button.choice, gap=4))


class SectionButton(Button):
    """A section under which something may be added."""

    wanted = Signal(str)

    def __init__(self, key: str, words: str) -> None:
        super().__init__(f"Under {words}", icon="plus", kind="quiet")
        self._key = key
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self.wanted.emit(self._key)


def _large(words: str) -> str:
    return words[:1].upper() + words[1:]
