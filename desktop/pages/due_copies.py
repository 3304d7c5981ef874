"""Paper that is not back by its day, on the page of what is due: a line a copy, each leading to it in the register."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from casework.case_line import CaseLine
from casework.copy_register import LOST, Copy
from casework.dates import spoken
from desktop import words_due as words
from desktop.desk import Desk, Place
from desktop.jump import named
from desktop.operations import copies
from desktop.operations.intent import Changes
from desktop.pages.copy_words import document_of, edition_of
from desktop.pages.flow import TwoSides
from widgets.button import Button
from widgets.label import Elided, Heading, Paragraph, PlainLabel
from widgets.layout import clear, column, row, rule
from widgets.shapes import Shape
from widgets.state import StateWord, due_look
from widgets.theme import px

_WHEN, _WHO, _STEP, _LEAST, _MOST = 128, 236, 156, 800, 5
Line = Callable[[str], CaseLine | None]


class DueCopies(QWidget):
    """Hidden while none is late. ``wanted(place)`` leads to a copy, or to all of them."""

    wanted = Signal(Place)

    def __init__(self, desk: Desk, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._line = desk, line
        self.found: tuple[Copy, ...] = ()
        self._count = PlainLabel(voice="quiet")
        self._body = column(gap=0)
        self.more = Button("", kind="link")
        self.more.clicked.connect(partial(self.wanted.emit, Place("copies", section="late")))
        head = row(Heading(words.COPIES_NOT_BACK.en, 2), self._count, None, gap=8)
        self.setLayout(column(head, 4, rule(), self._body, row(self.more, None), gap=4))
        desk.worker.changed.connect(self._take_changes)
        desk.day_changed.connect(self.read)
        self.hide()

    def read(self) -> None:
        """Read what is not back."""
        if not self._desk.worker.closed:
            self._desk.worker.read(copies.not_back(self._desk.today), self, self._show)

    def rows(self) -> tuple[CopyRow, ...]:
        """The lines in sight."""
        items = (self._body.itemAt(n) for n in range(self._body.count()))
        return tuple(one for item in items if item and isinstance(one := item.widget(), CopyRow))

    def _take_changes(self, changes: Changes, _by: object) -> None:
        if copies.COPY in changes.kinds:
            self.read()

    def _show(self, found: tuple[Copy, ...]) -> None:
        if found == self.found:
            return
        self.found = found
        self.name()

    def name(self) -> None:
        """Make the lines, each with whose case it is, as the caseload knows it by now."""
        found = self.found
        clear(self._body)
        for one in found[:_MOST]:
            line = CopyRow(one, self._line(one.case), self._desk)
            line.wanted.connect(self.wanted)
            self._body.addWidget(line)
        self._count.setText(f"{len(found):,}")
        self.more.set_words(words.COPIES_ALL.filled(n=len(found)).en)
        self.more.setVisible(len(found) > _MOST)
        self.setVisible(bool(found))


class CopyRow(QFrame):
    """How late, which copy of what for whom, whose case, and the way to it."""

    wanted = Signal(Place)

    def __init__(self, copy: Copy, line: CaseLine | None, desk: Desk) -> None:
        super().__init__()
        self.copy = copy
        on = copy.back_by or desk.today
        look = due_look(on, desk.today, duty=True)
        when = QWidget()
        said = words.COPY_LOST.en if copy.state == LOST else look.words.en
        shape = Shape.DOT if copy.state == LOST else look.shape
        when.setLayout(column(StateWord(said, shape, "late"), PlainLabel(spoken(on), voice="quiet"), None, gap=0))
        when.setFixedWidth(px(_WHEN))
        what = words.COPY_OF.filled(number=copy.number, of=copy.of, what=document_of(copy), whom=copy.recipient).en
        edition, given = edition_of(copy), spoken(copy.made_at.astimezone().date())
        told = " · ".join(part for part in (edition, words.COPY_GIVEN.filled(day=given).en, copy.reason) if part)
        who = named(line) if line else words.ERASED.en
        step = Button(words.OPEN_COPY.en)
        step.setAccessibleName(f"{words.OPEN_COPY.en}: {what}, {who}, {said}")
        step.clicked.connect(partial(self.wanted.emit, Place("copies", record=copy.id, section="late")))
        step.setFixedWidth(px(_STEP))
        text, side = QWidget(), QWidget()
        text.setLayout(column(Paragraph(what), Paragraph(told, voice="quiet"), None, gap=0))
        beside = row(gap=16)
        beside.addLayout(column(Elided(who), None, gap=0), 1)
        beside.addLayout(column(step, None, gap=0))
        side.setLayout(beside)
        whole = row(when, gap=16, margin=(0, 10, 0, 10))
        whole.addWidget(TwoSides(text, side, other_px=_WHO + 16 + _STEP, least=_LEAST, gap=16), 1)
        self.setLayout(whole)
        self.setAccessibleName(f"{said}, {what}, {who}")
