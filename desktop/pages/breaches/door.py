"""The way to the page of a breach and back, over the page that it was asked from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.breaches import KINDS
from desktop.operations import cases
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from desktop.pages.breaches.block import Breaches
from desktop.pages.breaches.page import BreachPage
from desktop.pages.part import Part


class BreachDoor(QObject):
    """Opens the page of a breach in a part's stack; ``home`` gives the block to which it leads back."""

    elsewhere = Signal(str, str)

    def __init__(self, part: Part, stack: QStackedWidget, home: Callable[[], Breaches]) -> None:
        super().__init__(stack)
        self._part, self._stack, self._home = part, stack, home
        self._view: CaseView | None = None
        self._before: QWidget | None = None
        self._fresh = ""
        self.page: BreachPage | None = None

    def serve(self, block: Breaches) -> None:
        """Open what a block asks for."""
        block.opened.connect(self.open)
        block.made.connect(self._begin)
        block.saving.connect(self._part.saving)
        block.saved.connect(self._part.saved)

    def open(self, record: str, key: str = "") -> bool:
        """Show the page of a breach, with the cursor in a field; False where the record is none."""
        found = self._view.case.get(record) if self._view else None
        if self._view is None or found is None or found.kind not in KINDS:
            return False
        if self.page is None or self.page.record.id != found.id:
            self.close()
            self._before = self._stack.currentWidget()
            self.page = page = BreachPage(self._part.desk, self._view, found)
            page.closed.connect(self._back)
            page.removed.connect(self._remove)
            page.elsewhere.connect(self.elsewhere)
            page.saving.connect(self._part.saving)
            page.saved.connect(self._part.saved)
            page.not_saved.connect(self._part.not_saved)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self.page)
        if key or record == self._fresh:
            self.page.go(key)
        else:
            self.page.take_focus()
        return True

    def take(self, view: CaseView) -> None:
        """Show a newer reading; a page whose record is gone closes, one that is awaited opens."""
        self._view = view
        if self.page:
            record = view.case.get(self.page.record.id)
            if record:
                self.page.take(view, record)
            else:
                self._drop()
        elif self._fresh:
            self.open(self._fresh)

    def flush(self) -> None:
        """Hand over everything typed."""
        if self.page:
            self.page.flush()

    def close(self) -> None:
        """Leave the page, if one is open; a new one that was left empty does not stay."""
        if self.page is None or self._view is None:
            return
        self.page.flush()
        record, blank = self.page.record, self.page.is_blank()
        self._drop()
        fresh, self._fresh = self._fresh, ""
        if record.id == fresh and blank:
            self._part.desk.worker.write(cases.remove(self._view.case.id, record), self, self._written)

    def _begin(self, record: str) -> None:
        self._fresh = record
        self.open(record)

    def _back(self) -> None:
        record = self.page.record if self.page else None
        self.close()
        if record:
            self._home().take_focus(record.id)

    def _remove(self) -> None:
        if self.page is None or self._view is None:
            return
        self.page.flush()
        record = self.page.record
        self._drop()
        self._home().tell_removed(record)
        self._part.saving.emit()
        self._part.desk.worker.write(cases.remove(self._view.case.id, record), self, self._written)

    def _drop(self) -> None:
        page, self.page = self.page, None
        if page is not None:
            if self._before is not None and self._stack.indexOf(self._before) >= 0:
                self._stack.setCurrentWidget(self._before)
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()

    def _written(self, _changes: Changes) -> None:
        self._part.saved.emit()
