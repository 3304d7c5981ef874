"""The reviews of a case: Level 1 reviews, visits, audits of the case and of its meetings, observations of the chair."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.part import Part
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from desktop.pages.reviews.audits import MeetingAudits
from desktop.pages.reviews.review import LevelReviews
from desktop.pages.reviews.visits import Visits
from widgets.label import Heading
from widgets.layout import Scrolled, column
from widgets.theme import px

_WIDE = 760


class ReviewsPart(Part):
    """What is answered is kept at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.reviews, self.meetings = LevelReviews(desk), MeetingAudits(desk)
        self.visits = Visits(desk)
        self.case_audits = RecordList(desk, Shown("case_audit"))
        for one in self._all():
            one.saving.connect(self.saving)
            one.saved.connect(self.saved)
            one.not_saved.connect(self.not_saved)
        inside = QWidget()
        parts = (Heading("Reviews, visits and audits"), *self._all(), None)
        inside.setLayout(column(*parts, gap=32, margin=(24, 20, 24, 24)))
        inside.setMaximumWidth(px(_WIDE) + 48)
        self.setLayout(column(Scrolled(inside, name="Reviews and audits"), gap=0))

    def _all(self) -> tuple[LevelReviews | Visits | RecordList | MeetingAudits, ...]:
        return (self.reviews, self.visits, self.case_audits, self.meetings)

    def show_view(self, view: CaseView) -> None:
        for one in self._all():
            one.take(view)

    def flush(self) -> None:
        for one in self._all():
            one.flush()

    def go(self, record: str, key: str) -> None:
        for one in self._all():
            if one.go(record, key):
                return
