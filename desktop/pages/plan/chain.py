"""The chain of the plan as a table of rows that join: scenario, factor, measure, contingency, owner and date."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from casework.chain import Link, chain
from casework.dates import spoken
from casework.mending import Break, breaks, owner_and_day
from casework.record import Record, title
from casework.summary import flat
from casework.template import PlanTemplate
from desktop.operations.view import CaseView
from desktop.pages.overview_blocks import Fact
from desktop.pages.plan.mend_line import MendLine
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, clear, column, rule
from widgets.notice import Notice
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import px

_TITLES = ("Scenario", "Risk factor", "Measure", "Contingency", "Owner and date")
_SHARES = (3, 3, 4, 3, 2)
_MOST = 90


class ChainView(QWidget):
    """Gaps are rows too: above the table each with the way to mend it, in the table as the words for it."""

    wanted = Signal(str, str)
    mended = Signal(object, str)

    def __init__(self, template: PlanTemplate) -> None:
        super().__init__()
        self._template = template
        self._links: tuple[Link, ...] | None = None
        self._breaks = column(gap=6)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(8))
        for n, share in enumerate(_SHARES):
            self._grid.setColumnStretch(n, share)
        inside = QWidget()
        told = "What could happen, what feeds it, what is done against it, what is done if that fails, and by whom."
        inside.setLayout(
            column(
                Heading("Chain"),
                Paragraph(told, voice="quiet"),
                self._breaks,
                self._grid,
                None,
                gap=16,
                margin=(24, 16, 24, 24),
            )
        )
        self.setLayout(column(Scrolled(inside, name="Chain"), gap=0))

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        links = chain(view.case)
        if links == self._links:
            return
        self._links = links
        self._show_breaks(breaks(view.case), empty=not links)
        clear(self._grid)
        for n, words in enumerate(_TITLES):
            self._grid.addWidget(PlainLabel(words, voice="small"), 0, n)
        self._grid.addWidget(rule(), 1, 0, 1, len(_TITLES))
        at, before = 2, None
        for link in links:
            at = self._show_link(link, before, at)
            before = link

    def go_to(self, record: str, key: str, _kind: str) -> None:
        """Lead on."""
        self.wanted.emit(record, key)

    # the workings

    def _show_breaks(self, found: tuple[Break, ...], *, empty: bool) -> None:
        clear(self._breaks)
        for one in found:
            line = MendLine(one, self._template, named=True)
            line.mended.connect(self.mended)
            self._breaks.addWidget(line)
        if empty:
            self._breaks.addWidget(Notice("No scenario is written yet. The chain begins with what could happen."))
        elif not found:
            self._breaks.addWidget(Notice("The chain holds: nothing in it is wanting.", role="done"))

    def _show_link(self, link: Link, before: Link | None, at: int) -> int:
        """One row; what is the same as in the row above is not said again. Returns the next free row."""
        same_scenario = before is not None and before.scenario == link.scenario
        same_factor = same_scenario and before is not None and before.factor == link.factor
        if not same_scenario and before is not None:
            self._grid.addWidget(rule(), at, 0, 1, len(_TITLES))
            at += 1
        cells: tuple[QWidget | None, ...] = (
            None if same_scenario else self._cell(link.scenario, "no scenario"),
            None if same_factor else self._cell(link.factor, "", quiet="answered directly"),
            self._cell(link.measure, "no measure"),
            None if _same_contingency(link, before) else self._cell(link.contingency, "no contingency"),
            self._owner(link.measure),
        )
        for n, cell in enumerate(cells):
            if cell is not None:
                self._grid.addWidget(cell, at, n, Qt.AlignmentFlag.AlignTop)
        return at + 1

    def _cell(self, record: Record | None, gap: str, quiet: str = "") -> QWidget | None:
        if record is not None:
            words = flat(title(record))
            return Fact(self, words if len(words) <= _MOST else words[: _MOST - 1].rstrip(" ,;.") + "…", record.id, "")
        if gap:
            return StateWord(gap, Shape.HALF, "soon")
        return PlainLabel(quiet, voice="quiet") if quiet else None

    def _owner(self, measure: Record | None) -> QWidget | None:
        if measure is None:
            return None
        owner, day = owner_and_day(measure)
        lines = [PlainLabel(owner or "No owner"), PlainLabel(spoken(day) if day else "No date", voice="quiet")]
        lines[0].setWordWrap(True)
        holder = QWidget()
        holder.setLayout(column(*lines, gap=0))
        return holder


def _same_contingency(link: Link, before: Link | None) -> bool:
    if before is None or before.scenario != link.scenario:
        return False
    return before.contingency == link.contingency and link.contingency is not None
