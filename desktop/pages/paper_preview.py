"""Looking at paper before it is made: the first page at once, then every page and what is not known on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from casework.pack import MeetingPack
from casework.refusal import Refused
from desktop import clock
from desktop.desk import Desk
from desktop.operations import papers
from desktop.pages.pages_view import PagesView
from storage.problems import VaultProblem

_Wanted = Callable[[], papers.Order | None]
OTHER_PAGES = ("document", "edition", "language", "large")
_PREVIEW = "Preview only - not for issue"
_PAUSE_MS, _TO_DRAW_MS = 300, 40  # while the first page is drawn nothing else is made


class PaperPreview(QObject):
    """``told(found)`` what is not known on the pages, ``failed(problem)`` where there are none.

    ``wanted()`` is the order as it stands, None where nothing is to be looked at: what comes too late is dropped.
    """

    told = Signal(object)
    failed = Signal(object)

    def __init__(
        self, desk: Desk, pages: PagesView, wanted: Callable[[], papers.Order | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._pages, self._wanted = desk, pages, wanted
        self._seen: papers.Order | None = None
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._gather)

    def look(self, key: str = "") -> None:
        """Show the pages anew; at once where they are other pages than those in sight."""
        self._soon.start(0 if key in OTHER_PAGES or self._another_case() else _PAUSE_MS)

    def _another_case(self) -> bool:
        order = self._wanted()
        return order is not None and (self._seen is None or self._seen.case != order.case)

    def _shown(self) -> papers.Order | None:
        order = self._wanted()
        return papers.as_preview(order, _PREVIEW) if order else None

    def _wants(self, shown: papers.Order) -> bool:
        """Whether these pages are still what is to be looked at; why they are given out makes no other pages."""
        now = self._shown()
        return now is not None and replace(now, reason=shown.reason) == shown

    def _gather(self) -> None:
        if shown := self._shown():
            read = papers.preview(shown, self._desk.today, clock.now())
            self._desk.worker.read(read, self, partial(self._make, shown), self._fail)

    def _make(self, shown: papers.Order, pack: MeetingPack) -> None:
        """All the pages, and before them the first, where others were looked at until now."""
        if not self._wants(shown):
            return
        if self._seen == replace(shown, unknowns="", reason=""):
            self._make_whole(shown, pack)
            return
        self._seen = replace(shown, unknowns="", reason="")
        first = partial(papers.first_page, pack, shown)
        self._desk.worker.beside(first, self, partial(self._show_first, shown, pack), self._fail)

    def _show_first(self, shown: papers.Order, pack: MeetingPack, pdf: bytes) -> None:
        if self._wants(shown):
            self._pages.show_first(pdf)
            QTimer.singleShot(_TO_DRAW_MS, self, partial(self._make_whole, shown, pack))

    def _make_whole(self, shown: papers.Order, pack: MeetingPack) -> None:
        if not self._wants(shown):
            return
        look = partial(papers.unknowns, pack, shown)
        self._desk.worker.beside(look, self, partial(self._tell, shown), self._fail)
        make = partial(papers.made, pack, shown)
        self._desk.worker.beside(make, self, partial(self._show, shown), self._fail)

    def _tell(self, shown: papers.Order, found: tuple[papers.Unknown, ...]) -> None:
        if self._wants(shown):
            self.told.emit(found)

    def _show(self, shown: papers.Order, pdf: bytes) -> None:
        if self._wants(shown):
            self._pages.show_pdf(pdf)

    def _fail(self, problem: Refused | VaultProblem) -> None:
        self._seen = None
        self._pages.show_nothing()
        self.failed.emit(problem)
