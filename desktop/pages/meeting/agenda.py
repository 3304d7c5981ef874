"""The agenda beside the minutes: each item with its tick, and what is open under the one in sight."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.meetings.item import AgendaItem, Point
from casework.standing import State
from desktop.operations.sitting import Sitting
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, clear, column, row
from widgets.section_list import SectionItem, SectionList
from widgets.theme import px

_TALL = 25
_MOST = 12


class AgendaSide(QWidget):
    """``chosen(item)``; ``covered`` ticks the item in sight or takes its tick away."""

    chosen = Signal(str)
    covered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.list = SectionList("Agenda", tall=_TALL)
        self.list.chosen.connect(self.chosen)
        self.tick = Button("Covered", icon="check", kind="quiet")
        self.tick.setCheckable(True)
        self.tick.clicked.connect(self._tick)
        self._item = ""
        self._shown: tuple[Point, ...] | None = None
        self._points = column(gap=6)
        inside = QWidget()
        inside.setLayout(column(self._points, None, gap=0, margin=(12, 0, 8, 8)))
        self._open = Heading("Open here", 3)
        self._open.setContentsMargins(px(12), 0, 0, 0)
        self._scrolled = Scrolled(inside, name="Open under this item")
        head = row(self._open, None, self.tick, gap=4)
        layout = column(self.list, head, self._scrolled, gap=4, margin=(8, 8, 0, 4))
        layout.setStretch(0, 7)
        layout.setStretch(2, 2)
        self.setLayout(layout)

    def _tick(self) -> None:
        self.covered.emit()

    def take(self, sitting: Sitting) -> None:
        """Show a newer reading."""
        covered = sitting.meeting.links("covered")
        missing = {one.item for one in sitting.blocking}
        items = [
            SectionItem(one.code, f"{one.number} {one.title.en}", state=_state(one, covered, missing))
            for one in sitting.agenda
        ]
        self.list.set_items(items)
        if self._item:
            self.choose(self._item, sitting)

    def choose(self, item: str, sitting: Sitting) -> None:
        """Mark an item as the one in sight, with what is open under it."""
        self._item = item
        self.list.choose(item)
        self.tick.setChecked(item in sitting.meeting.links("covered"))
        self.tick.setVisible(not sitting.closed)
        found = next((one for one in sitting.agenda if one.code == item), None)
        points = found.points if found else ()
        if points == self._shown:
            return
        self._shown = points
        clear(self._points)
        for one in points[:_MOST]:
            self._points.addWidget(Paragraph(one.says.en, voice="strong" if one.strong else "", most=0))
        if len(points) > _MOST:
            self._points.addWidget(Paragraph(f"and {len(points) - _MOST} more", voice="quiet"))
        if not points:
            self._points.addWidget(Paragraph("Nothing in the case is open for this item.", voice="quiet", most=0))


def _state(item: AgendaItem, covered: tuple[str, ...], missing: set[str]) -> State:
    if item.code in covered:
        return State.IN_HAND if item.code in missing else State.READY
    return State.NOT_STARTED
