"""Who the case is about: always on top of its pages, with the one or two things that press most."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casework.case import age
from casework.case_line import line
from casework.dates import spoken
from casework.field import choice_lists
from desktop.operations.pressing import Pressing, pressing
from desktop.operations.view import CaseView
from widgets.button import Button
from widgets.chip import Chip, rosh_words
from widgets.label import Elided, PlainLabel
from widgets.layout import clear, column, panel, row
from widgets.shapes import Box, Shape, rosh_box
from widgets.state import StateWord
from widgets.theme import px

MOST = 2
_NAME, _ROOMY = 200, 780


class IdentityBar(QWidget):
    """Name, age, reference, category, level, risk, whereabouts; ``wanted(record, key)`` from what presses."""

    wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, portrait: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ref = ""
        self._name = Yielding("", voice="title")
        self._born = Yielding("", voice="quiet")
        self._ref_label = PlainLabel(voice="quiet")
        self._ref_label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._copy = Button("Copy the reference", icon="copy", kind="quiet", icon_only=True)
        self._copy.clicked.connect(self._copy_ref)
        self._category, self._level, self._rosh, self._where = Chip(""), Chip(""), Chip(""), Chip("", box=Box.QUIET)
        line = row(self._name, self._born, self._ref_label, self._copy, 8, gap=12)
        for chip in (self._category, self._level, self._rosh, self._where):
            line.addWidget(chip)
        line.addStretch(1)
        self._pressing = row(gap=24)
        self._shown: tuple[Pressing, ...] | None = None
        beside = row(*([portrait] if portrait else []), gap=16, margin=(24, 12, 24, 10))
        beside.addLayout(column(line, self._pressing, gap=6), 1)
        holder = panel(beside, surface=True)
        self.setLayout(column(holder, gap=0))
        self.setAccessibleName("Whose case this is")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, or with large text, the name has the room of what other pages tell too."""
        super().resizeEvent(event)
        roomy = event.size().width() >= px(_ROOMY)
        for one in (self._born, self._ref_label, self._copy):
            one.setVisible(roomy)

    def take(self, view: CaseView) -> None:
        """Show a newer reading of the case."""
        told = line(view.case, view.today)
        self._ref = view.case.ref
        self._name.setText(view.case.name)
        self._name.setMinimumWidth(min(self._name.sizeHint().width(), px(_NAME)))
        born = f"born {spoken(told.born).partition(' ')[2]} ({age(told.born, view.today)})" if told.born else ""
        self._born.setText(born or "date of birth not known")
        self._ref_label.setText(f"ref {view.case.ref}")
        self._copy.setAccessibleName(f"Copy the reference {view.case.ref}")
        known = f"Cat {told.category}" if told.category else "Category not known"
        self._category.tell(known, spoken=f"Category {told.category}" if told.category else known)
        self._level.tell(_level(told.level))
        self._rosh.tell(
            f"RoSH {rosh_words(told.rosh)}", rosh_box(told.rosh), f"Risk of serious harm {rosh_words(told.rosh)}"
        )
        self._where.tell(told.where or "Whereabouts not known", Box.QUIET)
        self._press(pressing(view))

    def _press(self, found: tuple[Pressing, ...]) -> None:
        if found == self._shown:
            return
        self._shown = found
        clear(self._pressing)
        for one in found[:MOST]:
            self._pressing.addWidget(PressingLine(one, self), 1)
        if len(found) > MOST:
            self._pressing.addWidget(PlainLabel(f"and {len(found) - MOST} more", voice="quiet"))
        if not found:
            self._pressing.addWidget(StateWord("Nothing is late or due soon", Shape.TICK, "done"), 1)

    def _copy_ref(self) -> None:
        QGuiApplication.clipboard().setText(self._ref)


class Yielding(Elided):
    """As wide as its words while there is room for them, cut where there is not."""

    def __init__(self, words: str, *, voice: str = "") -> None:
        super().__init__(words, voice=voice)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)


class PressingLine(QWidget):
    """One thing that presses: its sign, its words, and the way to it."""

    def __init__(self, pressing_: Pressing, bar: IdentityBar) -> None:
        super().__init__()
        self._pressing, self._bar = pressing_, bar
        late = pressing_.role == "late"
        sign = StateWord(_first_large(pressing_.state), Shape.DOT if late else Shape.HALF, pressing_.role)
        sign.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        words = Yielding(pressing_.words)
        show = Button("Show", kind="link")
        show.setAccessibleName(f"Show: {pressing_.words}")
        show.clicked.connect(self._go)
        line = row(sign, gap=8)
        line.addWidget(words)
        line.addWidget(show)
        line.addStretch(1)
        self.setLayout(line)

    def _go(self) -> None:
        self._bar.wanted.emit(self._pressing.about, self._pressing.key)


def _first_large(words: str) -> str:
    return words[:1].upper() + words[1:]


def _level(code: str) -> str:
    found = next((one.label.en for one in choice_lists()["levels"] if one.code == code), "")
    return found or "Level not known"
