"""Two notices above the list of what is due: what came up since somebody last looked, and what was just recorded."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.agenda import Asked, Listed
from casework.case import Case
from casework.dates import spoken
from casework.record import Record
from desktop import words_due as words
from desktop.desk import Desk
from desktop.operations import caseload, cases
from desktop.operations.caseload import Missed
from desktop.pages.excerpt import excerpt
from widgets.button import Button
from widgets.layout import column, row
from widgets.notice import Notice

_LONG = 90


class Since(QWidget):
    """Stays, whatever else is done, until its reader says that they have seen it; ``shown(asked)`` to see it alone."""

    shown = Signal(Asked)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: Asked | None = None
        self._looked_for: object = None
        self.notice = Notice("", role="soon", action=words.SINCE_SHOW.en)
        self.notice.acted.connect(self._show)
        self.seen = Button(words.SINCE_SEEN.en)
        self.seen.clicked.connect(self._see)
        line = row(self.notice, self.seen, gap=8)
        line.setStretch(0, 1)
        self.setLayout(column(line, gap=0))
        self.hide()

    def look(self) -> None:
        """Find out what was raised since the last look; once a day, when everything is reckoned."""
        if self._looked_for != self._desk.today and not self._desk.worker.closed:
            self._looked_for = self._desk.today
            self._desk.worker.read(caseload.missed(self._desk.today), self, self._tell)

    def _tell(self, found: Missed) -> None:
        count = found.found.narrowed.shown if found.found else 0
        self._asked = found.asked
        if not count or found.since is None:
            self._note()
            return
        said = words.SINCE if count > 1 else words.SINCE_ONE
        self.notice.tell(said.filled(day=spoken(found.since), n=f"{count:,}").en, detail=words.SINCE_DETAIL.en)
        self.show()

    def _show(self) -> None:
        if self._asked:
            self.shown.emit(self._asked)

    def _see(self) -> None:
        self.hide()
        self._note()

    def _note(self) -> None:
        if not self._desk.worker.closed:
            self._desk.worker.write(caseload.looked(self._desk.today), self)


class Finished(Notice):
    """Records a thing as done today and offers to undo it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", parent, role="done", action=words.UNDO.en)
        self._desk = desk
        self._last: tuple[Listed, Record] | None = None
        self.acted.connect(self._undo)
        self.hide()

    def finish(self, listed: Listed) -> None:
        """Record it as done today; what it was before is kept for the undoing."""
        self._desk.worker.read(cases.case(listed.line.id), self, partial(self._record, listed))

    def _record(self, listed: Listed, case: Case) -> None:
        record = case.get(listed.item.due.about)
        if record is not None:
            write = caseload.finish(case.id, record, self._desk.today)
            self._desk.worker.write(write, self, lambda _changes: self._told(listed, record))

    def _told(self, listed: Listed, record: Record) -> None:
        self._last = (listed, record)
        what = excerpt(listed.item.due.what.en, _LONG).rstrip(".")
        self.tell(words.DONE_TOLD.filled(what=what).en, detail=words.DONE_DETAIL.en)

    def forget(self) -> None:
        """Say nothing of it any more."""
        self._last = None
        self.tell("")

    def _undo(self) -> None:
        self.tell("")
        if self._last:
            listed, record = self._last
            self._desk.worker.write(caseload.unfinish(listed.line.id, record), self)
            self._last = None
