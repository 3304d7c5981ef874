"""The whole plan as text, with a Change beside each block where it may be changed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.case import Case
from casework.outline import NOTHING_HERE, Block, Told, outline
from casework.template import PlanTemplate
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, clear, column, row, rule
from widgets.theme import px

_WIDE = 760


class ReadThrough(QWidget):
    """``wanted(record, key)`` comes from a Change. Only sections whose text changed are set anew."""

    wanted = Signal(str, str)

    def __init__(self, template: PlanTemplate, heading: str, *, changeable: bool = True) -> None:
        super().__init__()
        self._template, self._changeable = template, changeable
        self._sections: dict[str, tuple[Told, QWidget]] = {}
        self._body = column(gap=24)
        inside = QWidget()
        inside.setMaximumWidth(px(_WIDE) + 48)
        inside.setLayout(column(Heading(heading), self._body, None, gap=20, margin=(24, 16, 24, 24)))
        holder = QWidget()
        line = row(gap=0)
        line.addWidget(inside, 1)
        line.addStretch(0)
        holder.setLayout(line)
        self.setLayout(column(Scrolled(holder, name=heading), gap=0))

    def take(self, case: Case, today: date) -> None:
        """Show a state of the case, as on a day."""
        told = outline(self._template, case, today)
        if [one.section.key for one in told] != list(self._sections):
            clear(self._body)
            self._sections = {}
        for place, one in enumerate(told):
            known = self._sections.get(one.section.key)
            if known is not None and known[0] == one:
                continue
            made = self._section(one)
            if known is not None:
                self._body.replaceWidget(known[1], made)
                known[1].deleteLater()
            else:
                self._body.insertWidget(place, made)
            self._sections[one.section.key] = (one, made)

    def _section(self, told: Told) -> QWidget:
        section = QWidget()
        blocks = [BlockText(self, one, changeable=self._changeable) for one in told.blocks]
        nothing = [] if blocks else [Paragraph(NOTHING_HERE.en, voice="quiet")]
        title = Heading(f"{told.number}  {told.section.title.en}", 2)
        section.setLayout(column(title, rule(), *blocks, *nothing, gap=12))
        return section


class BlockText(QWidget):
    """One block: its heading, its words, its Change."""

    def __init__(self, page: ReadThrough, block: Block, *, changeable: bool) -> None:
        super().__init__()
        self._page, self._block = page, block
        heading = PlainLabel(block.heading, voice="strong")
        heading.setWordWrap(True)
        words = "\n".join(f"{label}: {said}" if label else said for label, said in block.says)
        body = column(heading, Paragraph(words, voice="" if block.given else "quiet"), gap=2)
        line = row(gap=16)
        line.addLayout(body, 1)
        if changeable:
            change = Button("Change", kind="link")
            change.setAccessibleName(f"Change: {block.heading}")
            change.clicked.connect(self._want)
            line.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def _want(self) -> None:
        self._page.wanted.emit(self._block.record, self._block.key)
