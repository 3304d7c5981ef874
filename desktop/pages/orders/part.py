"""The orders part of a case: the years as a drawing, every order and licence, and one of them in full."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.answer import Answer
from casework.record import Record
from desktop.desk import Desk
from desktop.operations import cases
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from desktop.pages.breaches.block import Breaches
from desktop.pages.breaches.door import BreachDoor
from desktop.pages.orders.found import Found, blocking
from desktop.pages.orders.moves import Drafts
from desktop.pages.orders.naming import named
from desktop.pages.orders.new_order import NewOrder
from desktop.pages.orders.one_by_one import OneByOne
from desktop.pages.orders.order_line import LineTold, OrderLine, line_told
from desktop.pages.orders.order_page import OrderPage
from desktop.pages.orders.years import Years
from desktop.pages.part import Part
from desktop.pages.removed_line import RemovedLine
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, clear, column, row

KINDS = ("order", "licence")
_NONE = (
    "No order or licence is entered. Type the kind of order above, as SHPO or restraining, and press Enter; its dates "
    "follow from what the court said."
)


class OrdersPart(Part):
    """A list with the drawing above it; opening an order or licence shows it in full in the same place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.page: OrderPage | None = None
        self.entry: OneByOne | None = None
        self._drafts: Drafts = {}
        self._wanted: tuple[str, str] | None = None
        self._fresh = ""
        self._leaving: RemovedLine | None = None
        self._gone: list[RemovedLine] = []
        self._shown: tuple[LineTold, ...] | None = None
        self._found = Found()
        self._found.wanted.connect(self._elsewhere)
        self.years = Years(desk.today)
        self.years.opened.connect(self._open)
        self.new_order = NewOrder()
        self.new_order.chosen.connect(self._add_order)
        self.add_licence = Button("Add a licence", icon="plus")
        self.add_licence.clicked.connect(self._add_licence)
        self._lines = column(gap=8)
        self.breaches = Breaches(desk)
        self._none = Paragraph(_NONE, voice="quiet")
        inside = QWidget()
        inside.setLayout(
            column(
                row(Heading("Orders and licences"), None, self.add_licence, gap=8),
                self.new_order,
                self._found,
                self.years,
                self._none,
                self._lines,
                self.breaches,
                None,
                gap=16,
                margin=24,
            )
        )
        self._list = Scrolled(inside, name="Orders and licences")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self.setLayout(column(self._stack))
        self._breach = BreachDoor(self, self._stack, lambda: self.page.breaches if self.page else self.breaches)
        self._breach.serve(self.breaches)
        self._breach.elsewhere.connect(self._elsewhere)

    def show_view(self, view: CaseView) -> None:
        self.years.take(view)
        self._found.show_findings(blocking(view.reckoning, view.case), view.case)
        self._show_lines(view)
        self.breaches.take(view)
        self._breach.take(view)
        if self.page:
            record = view.case.get(self.page.record.id)
            if record:
                self.page.take(view, record)
            else:
                self._close()
        if self.entry and (record := view.case.get(self.entry.record.id)):
            self.entry.take(view, record)
        self._begin()
        if self._wanted and view.case.get(self._wanted[0]):
            (record_id, key), self._wanted = self._wanted, None
            self.go(record_id, key)

    def flush(self) -> None:
        for one in (self._breach, self.page, self.entry):
            if one:
                one.flush()

    def go(self, record: str, key: str) -> None:
        if self.view is None or self.view.case.get(record) is None:
            self._wanted = (record, key)
            return
        if not self._breach.open(record, key) and (top := self._top(record)):
            self._open(top.id)
            if self.page and (record != top.id or key):
                self.page.go(record, key)

    def lines(self) -> tuple[OrderLine, ...]:
        """The lines of the list in their order."""
        items = (self._lines.itemAt(n) for n in range(self._lines.count()))
        found = (one.widget() for one in items if one is not None)
        return tuple(one for one in found if isinstance(one, OrderLine))

    def _show_lines(self, view: CaseView) -> None:
        """The list, touched only where it has changed; what was removed keeps the way back above it."""
        records = [one for kind in KINDS for one in view.case.of(kind)]
        shown = tuple(line_told(view, one) for one in records)
        here = {one.id for one in records}
        back = [one for one in self._gone if one.record.id in here]
        left = self._leaving
        if left and left.record.id not in here:
            self._gone.append(left)
            self._leaving = None
        elif shown == self._shown and not back:
            return
        self._shown = shown
        self._gone = [one for one in self._gone if one not in back]
        focused = next((one.told.id for one in self.lines() if one.isAncestorOf(self.focusWidget() or self)), "")
        self._lay([OrderLine(one) for one in shown])
        for line in self.lines():
            if line.told.id == focused or any(line.told.id == one.record.id for one in back):
                line.take_focus()
        if left and self._leaving is None:
            left.take_focus()
        self._none.setVisible(not records)

    def _lay(self, lines: list[OrderLine]) -> None:
        for gone in self._gone:
            self._lines.removeWidget(gone)
        clear(self._lines)
        for gone in self._gone:
            self._lines.addWidget(gone)
        for line in lines:
            line.opened.connect(self._open)
            self._lines.addWidget(line)

    def _open(self, record: str) -> None:
        found = self._top(record)
        if found is None or self.view is None:
            return
        self._breach.close()
        if self.page is None or self.page.record.id != found.id:
            self._close()
            self.page = page = OrderPage(self.desk, self.view, found, self._drafts)
            page.closed.connect(self._back)
            page.removed.connect(self._remove)
            page.elsewhere.connect(self._elsewhere)
            page.entry_wanted.connect(self._ask)
            self._breach.serve(page.breaches)
            self._put(page, named(found))
        self._stack.setCurrentIndex(1)
        if record != found.id:
            self.page.go(record, "")
        else:
            self.page.take_focus()

    def _ask(self) -> None:
        """Ask what is open of the order one question at a time, in place of its page."""
        record = self.page.record if self.page else None
        self._close()
        self._enter(record)

    def _enter(self, record: Record | None) -> None:
        if record is None or self.view is None:
            return
        self.entry = OneByOne(self.desk, self.view, record)
        self.entry.closed.connect(self._entered)
        self.entry.finished.connect(self._go_on)
        self._put(self.entry, named(record))
        self._stack.setCurrentIndex(1)
        self.entry.take_focus()

    def _entered(self) -> None:
        """Leave the questions for the page of the order."""
        record = self.entry.record.id if self.entry else ""
        self._close()
        self._open(record)

    def _go_on(self) -> None:
        self._entered()
        if self.page:
            self.page.begin_conditions()

    def _put(self, page: OrderPage | OneByOne, name: str) -> None:
        page.saving.connect(self.saving)
        page.saved.connect(self.saved)
        page.not_saved.connect(self.not_saved)
        page.setContentsMargins(24, 16, 24, 24)
        self._stack.addWidget(Scrolled(page, name=name))

    def _top(self, record: str) -> Record | None:
        found = self.view.case.get(record) if self.view else None
        if found and found.kind == "override" and self.view:
            found = self.view.case.get(found.words("about"))
        while found and found.kind not in KINDS and found.parent and self.view:
            found = self.view.case.get(found.parent)
        return found if found and found.kind in KINDS else None

    def _back(self) -> None:
        """Close the page; the focus goes to the line that it was opened from."""
        record = self.page.record.id if self.page else ""
        self._close()
        for line in self.lines():
            if line.told.id == record:
                line.take_focus()

    def _close(self) -> None:
        if self.page is None and self.entry is None:
            return
        self.flush()
        self.page = self.entry = None
        self._stack.setCurrentIndex(0)
        if (scrolled := self._stack.widget(1)) is not None:
            self._stack.removeWidget(scrolled)
            scrolled.hide()
            scrolled.deleteLater()

    def _elsewhere(self, record: str, key: str) -> None:
        from desktop.pages.parts import place_of  # noqa: PLC0415 - parts knows every part, this one among them

        if self.view:
            self.desk.want(place_of(self.view, record, key))

    # adding and removing

    def _add_order(self, kind: str) -> None:
        self._add("order", {"kind": kind})

    def _add_licence(self) -> None:
        self._add("licence", {})

    def _add(self, kind: str, answers: dict[str, Answer]) -> None:
        if self.view:
            self.saving.emit()
            self.desk.worker.write(cases.add(self.view.case.id, kind, answers), self, self._added)

    def _added(self, changes: Changes) -> None:
        self.saved.emit()
        self._fresh = changes.made
        self._begin()

    def _begin(self) -> None:
        """Ask about what was added, once the reading that has it is here."""
        if self._fresh and self.view and (record := self.view.case.get(self._fresh)):
            self._fresh = ""
            self._close()
            self._enter(record)

    def _remove(self) -> None:
        if self.page is None or self.view is None:
            return
        record = self.page.record
        self._close()
        self._leaving = RemovedLine(record, named(record, short=True))
        self._leaving.undone.connect(self._undo)
        self.saving.emit()
        self.desk.worker.write(cases.remove(self.view.case.id, record), self, self._written)

    def _undo(self, record: str) -> None:
        line = next((one for one in self._gone if one.record.id == record), None)
        if line and self.view:
            self.saving.emit()
            self.desk.worker.write(cases.restore(self.view.case.id, line.record), self, self._written)

    def _written(self, _changes: Changes) -> None:
        self.saved.emit()
