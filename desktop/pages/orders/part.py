"""The orders part of a case: the years as a drawing, every order and licence, and one of them in full."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.record import Record
from desktop.desk import Desk
from desktop.operations import cases
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from desktop.pages.orders.drawn import drawn
from desktop.pages.orders.new_order import NewOrder
from desktop.pages.orders.order_line import OrderLine
from desktop.pages.orders.order_page import CHILDREN, OrderPage
from desktop.pages.part import Part
from widgets.button import Button
from widgets.disclosure import Disclosed
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, clear, column, row
from widgets.timeline import Timeline

KINDS = ("order", "licence")


class OrdersPart(Part):
    """A list with the drawing above it; opening an order or licence shows it in full in the same place."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._page: OrderPage | None = None
        self._wanted: tuple[str, str] | None = None
        self._timeline = Timeline((), desk.today, name="Orders, licences, notification and custody over the years")
        self._timeline.opened.connect(self._open)
        self._in_words = Disclosed("The same in words", self._make_words, about="the drawing")
        self._words: Paragraph | None = None
        self._new = NewOrder()
        self._new.chosen.connect(self._add_order)
        licence = Button("Add a licence", icon="plus")
        licence.clicked.connect(self._add_licence)
        self._lines = column(gap=8)
        self._none = Paragraph("No order or licence is entered.", voice="quiet")
        inside = QWidget()
        inside.setLayout(
            column(
                row(Heading("Orders and licences"), None, licence, gap=8),
                self._new,
                self._timeline,
                self._in_words,
                self._none,
                self._lines,
                None,
                gap=16,
                margin=24,
            )
        )
        self._list = Scrolled(inside, name="Orders and licences")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self.setLayout(column(self._stack))

    def show_view(self, view: CaseView) -> None:
        lanes = drawn(view.case, view.reckoning)
        self._timeline.set_lanes(lanes)
        self._timeline.setVisible(bool(lanes))
        self._in_words.setVisible(bool(lanes))
        if self._words:
            self._words.setText(self._timeline.accessibleDescription())
        self._show_lines(view)
        if self._page:
            record = view.case.get(self._page.record.id)
            if record:
                self._page.take(view, record)
            else:
                self._close()
        if self._wanted and view.case.get(self._wanted[0]):
            (record_id, key), self._wanted = self._wanted, None
            self.go(record_id, key)

    def flush(self) -> None:
        if self._page:
            self._page.flush()

    def go(self, record: str, key: str) -> None:
        found = self.view.case.get(record) if self.view else None
        if found is None or self.view is None:
            self._wanted = (record, key)
            return
        top = found
        while top.kind not in KINDS and top.parent:
            top = self.view.case.get(top.parent) or top
        if top.kind in KINDS:
            self._open(top.id)
            if self._page:
                self._page.go(record, key)

    def _show_lines(self, view: CaseView) -> None:
        clear(self._lines)
        records = [one for kind in KINDS for one in view.case.of(kind)]
        for record in records:
            ids = [record.id, *(c.id for kind in CHILDREN[record.kind] for c in view.case.children(record, kind))]
            line = OrderLine(view, record, ids)
            line.opened.connect(self._open)
            self._lines.addWidget(line)
        self._none.setVisible(not records)

    def _make_words(self) -> QWidget:
        self._words = Paragraph(self._timeline.accessibleDescription())
        return self._words

    def _open(self, record: str) -> None:
        found = self._top(record)
        if found is None or self.view is None:
            return
        if self._page is None or self._page.record.id != found.id:
            self._close()
            self._page = OrderPage(self.desk, self.view, found)
            self._page.closed.connect(self._close)
            self._page.saving.connect(self.saving)
            self._page.saved.connect(self.saved)
            self._page.not_saved.connect(self.not_saved)
            self._page.setContentsMargins(24, 16, 24, 24)
            self._stack.addWidget(Scrolled(self._page, name="Order"))
        self._stack.setCurrentIndex(1)

    def _top(self, record: str) -> Record | None:
        found = self.view.case.get(record) if self.view else None
        while found and found.kind not in KINDS and found.parent and self.view:
            found = self.view.case.get(found.parent)
        return found if found and found.kind in KINDS else None

    def _close(self) -> None:
        if self._page is None:
            return
        self._page.flush()
        self._page = None
        self._stack.setCurrentIndex(0)
        if (scrolled := self._stack.widget(1)) is not None:
            self._stack.removeWidget(scrolled)
            scrolled.deleteLater()

    def _add_order(self, kind: str) -> None:
        self._add("order", {"kind": kind})

    def _add_licence(self) -> None:
        self._add("licence", {})

    def _add(self, kind: str, answers: dict[str, str]) -> None:
        if self.view:
            self.saving.emit()
            self.desk.worker.write(cases.add(self.view.case.id, kind, answers), self, self._added)

    def _added(self, changes: Changes) -> None:
        self.saved.emit()
        self._wanted = (changes.made, "")
        if self.view and self.view.case.get(changes.made):
            self.show_view(self.view)
