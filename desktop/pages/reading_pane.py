"""The five lines of one case, beside the list: read when the reader stops at a row, and logged like any look."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from casework.case_line import CaseLine
from casework.record import CaseId
from casework.summary import Line
from desktop import words
from desktop.desk import Desk
from desktop.jump import named
from desktop.operations import caseload
from desktop.pages.excerpt import excerpt
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, clear, column, row

_DWELL_MS = 250
_MOST_SAID, _LONG = 2, 150


class ReadingPane(QWidget):
    """``opened(case id)`` from its button."""

    opened = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._line: CaseLine | None = None
        self._lines: dict[CaseId, tuple[Line, ...]] = {}
        self._name = Heading("", 2)
        self._said = column(gap=16)
        self._button = Button(words.OPEN_CASE.en, kind="primary", icon="folder-open")
        self._button.clicked.connect(self._open)
        self._hint = Paragraph(words.PANE_HINT.en, voice="quiet")
        inside = QWidget()
        inside.setLayout(column(self._name, self._said, self._hint, None, gap=16, margin=(20, 20, 20, 16)))
        foot = row(None, self._button, margin=(20, 12, 20, 16))
        whole = column(Scrolled(inside, name=words.PANE_NAME.en), gap=0)
        whole.addLayout(foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self._dwell = QTimer(self, singleShot=True, interval=_DWELL_MS)
        self._dwell.timeout.connect(self._read)
        desk.worker.changed.connect(self._forget)
        self.show_case(None)

    def show_case(self, line: CaseLine | None) -> None:
        """Show a case, once the reader stays at it; None shows what the pane is for."""
        same = line is not None and self._line is not None and line.id == self._line.id
        self._line = line
        self._button.setVisible(line is not None)
        self._hint.setVisible(line is None)
        self._name.setText(named(line) if line else "")
        self._name.setVisible(line is not None)
        if same:
            return
        clear(self._said)
        if line is None:
            self._dwell.stop()
        elif line.id in self._lines:
            self._tell(self._lines[line.id])
        else:
            self._dwell.start()

    def _read(self) -> None:
        if self._line is not None:
            case = self._line.id
            look = caseload.looked_at(case, self._desk.reason, self._desk.today)
            self._desk.worker.read(look, self, partial(self._take, case))

    def _take(self, case: CaseId, lines: tuple[Line, ...]) -> None:
        self._lines[case] = lines
        if self._line is not None and self._line.id == case:
            clear(self._said)
            self._tell(lines)

    def _tell(self, lines: tuple[Line, ...]) -> None:
        for one in lines:
            said = [Paragraph(excerpt(each.words, _LONG)) for each in one.says[:_MOST_SAID]]
            if len(one.says) > _MOST_SAID:
                said.append(Paragraph(words.AND_MORE.filled(n=len(one.says) - _MOST_SAID).en, voice="quiet"))
            if not said:
                said.append(Paragraph(words.NOTHING_RECORDED.en, voice="quiet"))
            self._said.addLayout(column(PlainLabel(one.question.en, voice="strong"), *said, gap=4))

    def _forget(self, changes: object, _by: object) -> None:
        for case in getattr(changes, "cases", ()):
            self._lines.pop(case, None)

    def _open(self) -> None:
        if self._line is not None:
            self.opened.emit(self._line.id)
