"""Everything that is missing in the plan, section by section; each line leads to where it is mended."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.mending import breaks
from casework.standing import Standing, State, standings
from casework.template import PlanTemplate
from desktop.operations.view import CaseView
from desktop.pages.overview_blocks import Fact
from desktop.pages.plan.mend_line import MendLine
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, clear, column, row
from widgets.notice import Notice
from widgets.shapes import Shape
from widgets.state import StateWord, standing_look
from widgets.theme import px

_WIDE = 720


class MissingView(QWidget):
    """``wanted(record, key)``, ``kind_wanted(section, kind)`` and ``mended(break, section)`` are ways to mend."""

    wanted = Signal(str, str)
    kind_wanted = Signal(str, str)
    mended = Signal(object, str)

    def __init__(self, template: PlanTemplate) -> None:
        super().__init__()
        self._template = template
        self._lines = column(gap=20)
        inside = QWidget()
        inside.setMaximumWidth(px(_WIDE) + 48)
        inside.setLayout(column(Heading("What is missing"), self._lines, None, gap=16, margin=(24, 16, 24, 24)))
        holder = QWidget()
        line = row(gap=0)
        line.addWidget(inside, 1)
        line.addStretch(0)
        holder.setLayout(line)
        self.setLayout(column(Scrolled(holder, name="What is missing"), gap=0))

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        clear(self._lines)
        found = standings(self._template, view.case, view.case.one("plan"))
        wanting = [one for one in found if one.gaps]
        broken = breaks(view.case)
        if not wanting and not broken:
            ready = sum(one.state in (State.READY, State.NOT_NEEDED) for one in found)
            self._lines.addWidget(Notice(f"Nothing is missing: {ready} of {len(found)} sections ready.", role="done"))
        for one in wanting:
            self._lines.addLayout(column(self._head(one), *(self._facts(one)), gap=4))
        if broken:
            told = Paragraph("Every scenario and factor wants a measure, every scenario a contingency.", voice="quiet")
            lines = [MendLine(each, self._template, named=True) for each in broken]
            for each in lines:
                each.mended.connect(self.mended)
            self._lines.addLayout(column(Heading("Where the chain breaks", 2), told, *lines, gap=6))

    def _head(self, one: Standing) -> QWidget:
        heading = Heading(f"{self._template.number(one.section)}  {one.section.title.en}", 2)
        heading.setWordWrap(False)
        look = standing_look(one.state)
        head = QWidget()
        head.setLayout(row(heading, StateWord(look.words.en, look.shape, look.role), None, gap=12))
        return head

    def _facts(self, one: Standing) -> list[Fact]:
        way = _Way(self, one.section.key)
        return [Fact(way, gap.what.en, gap.record, gap.key, kind=gap.kind, shape=Shape.RING) for gap in one.gaps]


class _Way:
    """Leads from a line of one section."""

    def __init__(self, page: MissingView, section: str) -> None:
        self._page, self._section = page, section

    def go_to(self, record: str, key: str, kind: str) -> None:
        """Lead to a record and field, or to adding a record of a kind."""
        if record:
            self._page.wanted.emit(record, key)
        else:
            self._page.kind_wanted.emit(self._section, kind)
