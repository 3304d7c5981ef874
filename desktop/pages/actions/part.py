"""The actions of a case: what each agency has open and late, the open ones in lines, every one in full."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.meetings.actions import Followed, Tally, followed, still_open, tallies
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.actions.line import ActionLine
from desktop.pages.records import RecordsPart
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column
from widgets.told import Told, ToldList

_NONE = "No action is open."


class ActionsPart(RecordsPart):
    """A line that is being answered stays as it is until it is kept or left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "actions", parent)
        self._told: tuple[Followed, ...] | None = None
        self.agencies = ToldList(label_px=220)
        self._none = Paragraph(_NONE, voice="quiet")
        self._lines = column(gap=8)
        above = column(
            Heading("Open actions, from meeting to meeting", 2), self.agencies, self._none, self._lines, gap=8
        )
        self._body.insertLayout(0, above)

    def show_view(self, view: CaseView) -> None:
        super().show_view(view)
        every = [followed(view.case, one, view.today, view.settings) for one in view.case.of("action")]
        self.agencies.set_told(
            [Told(one.agency.en, said(one), role="late" if one.late else "") for one in tallies(every)]
        )
        found = still_open(view.case, view.today, view.settings)
        self._none.setVisible(not found)
        if found != self._told:
            self._told = found
            self._lay(view, found)

    def lines(self) -> tuple[ActionLine, ...]:
        """The open actions, the earliest due first."""
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        return tuple(one for item in items if item and isinstance(one := item.widget(), ActionLine))

    def _lay(self, view: CaseView, found: tuple[Followed, ...]) -> None:
        clear(self._lines)
        for one in found:
            line = ActionLine(self.desk, view, one)
            line.opened.connect(self._open)
            line.saving.connect(self.saving)
            line.kept.connect(self.saved)
            line.not_saved.connect(self.not_saved)
            self._lines.addWidget(line)

    def _open(self, record: str) -> None:
        self.go(record, "")


def said(one: Tally) -> str:
    """An agency's tally in words."""
    late = f", {one.late} late" if one.late else ""
    slips = f"; {one.slips} slip{'s' if one.slips > 1 else ''} (date moved or carried over)" if one.slips else ""
    return f"{one.open} open{late}{slips}"
