"""Audits of one meeting and observations of its chair: the meeting is chosen, then the questions are answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.case import Case
from casework.meetings.sitting import meeting_day
from casework.record import Record, RecordId, title
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from widgets.chooser import Chooser
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row
from widgets.theme import px

KINDS = ("meeting_audit", "observation")
_HOW = "For the chair and the auditor: what is answered stays in this vault, and only counts of it are shown elsewhere."


class MeetingAudits(QWidget):
    """``saving``, ``saved`` and ``not_saved(why)`` tell of writing."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: CaseView | None = None
        self._of = ""
        self.lists: tuple[RecordList, ...] = ()
        self.which = Chooser("Meeting", "Which meeting…")
        self.which.setMinimumWidth(px(280))
        self.which.currentIndexChanged.connect(self._choose)
        self._body = column(gap=24)
        head = column(Heading("A meeting and its chair", 2), Paragraph(_HOW, voice="quiet"), gap=4)
        self.setLayout(column(head, row(self.which, None), self._body, gap=12))

    def take(self, view: CaseView) -> None:
        """Show a newer reading; the meeting that is chosen stays chosen."""
        self._view = view
        meetings = held(view.case, view.today)
        self.setVisible(bool(meetings))
        ids = [str(one.id) for one in meetings]
        at = self._of if self._of in ids else ids[0] if ids else ""
        self.which.offer([(str(one.id), title(one)) for one in meetings])
        self.which.setCurrentIndex(ids.index(at) if at else -1)
        self._show(at)

    def flush(self) -> None:
        """Hand over what is typed."""
        for one in self.lists:
            one.flush()

    def go(self, record: str, key: str) -> bool:
        """Open an audit or observation, of whatever meeting it is."""
        found = self._view.case.get(record) if self._view else None
        if found is None or found.kind not in KINDS or not found.parent:
            return False
        self.which.setCurrentIndex(self.which.findData(str(found.parent)))
        self._show(str(found.parent))
        return any(one.go(record, key) for one in self.lists)

    def _choose(self, _at: int) -> None:
        self._show(self.which.currentData() or "")

    def _show(self, meeting: str) -> None:
        if self._view is None:
            return
        if meeting != self._of:
            self.flush()
            clear(self._body)
            self._of, self.lists = meeting, tuple(self._made(meeting)) if meeting else ()
        for one in self.lists:
            one.take(self._view)

    def _made(self, meeting: str) -> Iterable[RecordList]:
        for kind in KINDS:
            made = RecordList(self._desk, Shown(kind), parent_record=RecordId(meeting), level=3)
            made.saving.connect(self.saving)
            made.saved.connect(self.saved)
            made.not_saved.connect(self.not_saved)
            self._body.addWidget(made)
            yield made


def held(case: Case, today: date) -> tuple[Record, ...]:
    """The meetings of a case up to a day, the latest first."""
    days = [(day, one) for one in case.of("meeting") if (day := meeting_day(one)) and day <= today]
    return tuple(one for _, one in sorted(days, key=lambda each: each[0], reverse=True))
