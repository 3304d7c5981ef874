"""The records of one kind: cards that open in place into forms, Add, and Remove with the way back."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.answer import Answer
from casework.record import Record, RecordId, record_kinds
from casework.refusal import Refused
from casework.text import inside
from desktop.desk import Desk
from desktop.operations import cases
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from desktop.pages.record_card import RecordCard
from desktop.pages.record_told import Shown, listed, told
from desktop.pages.removed_line import RemovedLine
from desktop.pages.sight import bring_in
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import column, row

_IN_A_LINE = 56


class RecordList(QWidget):
    """Shows the records that ``shown`` holds; ``parent_record`` where they hang on another record.

    Without ``adds`` there is no button to add one: its page does. ``title`` stands in place of the kind's name.

    ``saving``, ``saved`` and ``not_saved(why)`` tell of writing; ``settled`` comes when cards came or went,
    ``card_opened(card)`` when one shows its form.
    """

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)
    settled = Signal()
    card_opened = Signal(object)

    def __init__(
        self,
        desk: Desk,
        shown: Shown,
        *,
        parent_record: RecordId | None = None,
        level: int = 2,
        adds: bool = True,
        title: str = "",
    ) -> None:
        super().__init__()
        self.shown = shown
        self._desk, self._parent_record, self._adds = desk, parent_record, adds
        self._view: CaseView | None = None
        self._cards: dict[str, RecordCard] = {}
        self._gone: dict[str, RemovedLine] = {}
        self._leaving: dict[str, RemovedLine] = {}
        self._below: dict[str, list[RecordList]] = {}
        self._order: list[str] = []
        self._to_open: tuple[str, str] | None = None
        self._to_focus = ""
        self._fresh: tuple[str, dict[str, Answer]] = ("", {})
        self._first, self._adding = "", False
        self._heading = Heading(title or shown.shape.plural.en, level)
        self._count = PlainLabel(voice="quiet")
        self._add = Button(f"Add {inside(shown.shape.name.en)}", icon="plus")
        self._add.clicked.connect(lambda _checked=False: self.add())
        self._none = Paragraph(shown.shape.none_label.en or "None entered yet.", voice="quiet")
        self._earlier = Button("", kind="link")
        self._earlier.clicked.connect(self._go_to_part)
        self._list: QVBoxLayout = column(gap=8)
        head = row(self._heading, self._count, None, gap=8)
        head.setAlignment(self._count, Qt.AlignmentFlag.AlignVCenter)
        long = len(self._heading.text()) + len(self._add.text()) > _IN_A_LINE
        if not long:
            head.addWidget(self._add)
        under = [row(self._add, None)] if long else []
        self._heading.setWordWrap(False)
        self.setLayout(column(head, *under, self._none, self._list, row(self._earlier, None), gap=8))
        self.setAccessibleName(shown.shape.plural.en)
        self._earlier.hide()

    # what a page calls

    def take(self, view: CaseView) -> None:
        """Show a newer reading; only what changed is touched."""
        self._view = view
        wanted, left_out = listed(self.shown, view, self._parent_record, set(self._cards))
        by_id = {str(one.id): one for one in wanted}
        for record in wanted:
            if record.id in self._cards:
                self._cards[record.id].take(view, record)
            else:
                self._cards[record.id] = self._card(view, record)
            if record.id in self._gone:
                self._drop_line(record.id)
            for inner in self._below.get(record.id, []):
                inner.take(view)
        for lost in [one for one in self._cards if one not in by_id]:
            self._drop_card(lost)
        self._lay(list(by_id))
        self._tell(len(wanted), left_out)
        self._follow()

    def flush(self) -> None:
        """Hand over everything typed."""
        for card in self._cards.values():
            card.flush()
        for inner in (one for some in self._below.values() for one in some):
            inner.flush()

    def go(self, record: str, key: str) -> bool:
        """Open a record of the list with the cursor in a field; False where it is not here."""
        if record not in self._cards:
            return False
        self._open(record, key)
        return True

    def add(self, answers: Mapping[str, Answer] | None = None, key: str = "") -> None:
        """Add a record with the answers that are known, and open it with the cursor in its first field.

        With a ``key`` the cursor goes there, and the record stays though nothing more is written.
        """
        if self._view is None or self._adding:
            return
        self.flush()
        self._adding = True
        given = {**self.shown.where, **(answers or {})}
        self._fresh, self._first = ("", given), key
        write = cases.add(self._view.case.id, self.shown.kind, given, self._parent_record)
        self.saving.emit()
        self._desk.worker.write(write, self, self._added, self._not_added)

    def cards(self) -> tuple[RecordCard, ...]:
        """The cards in their order."""
        return tuple(self._cards[one] for one in self._order if one in self._cards)

    def is_blank(self) -> bool:
        """Whether there is neither a card nor the way back to one."""
        return not self._cards and not self._gone

    @property
    def add_button(self) -> Button:
        """The way to a new record."""
        return self._add

    # the workings

    def _card(self, view: CaseView, record: Record) -> RecordCard:
        card = RecordCard(self._desk, self.shown, view, record)
        card.open_wanted.connect(self._open)
        card.close_wanted.connect(self._close)
        card.finished.connect(self._finish)
        card.remove_wanted.connect(self._remove)
        card.saving.connect(self.saving)
        card.saved.connect(self.saved)
        card.not_saved.connect(self.not_saved)
        return card

    def _lay(self, ids: list[str]) -> None:
        """Put cards and removed lines in their order, moving nothing that stands where it should."""
        order = [*ids]
        for gone in self._gone:
            at = self._order.index(gone) if gone in self._order else len(order)
            order.insert(min(at, len(order)), gone)
        self._order = order
        for place, one in enumerate(order):
            widget: QWidget = self._cards.get(one) or self._gone[one]
            there = self._list.itemAt(place)
            if there is None or there.widget() is not widget:
                self._list.insertWidget(place, widget)

    def _tell(self, count: int, left_out: int) -> None:
        self._count.setText(str(count) if count > 1 else "")
        self._none.setVisible(not count and not self._gone)
        self._add.setVisible(self._adds and not (self.shown.shape.single and count))
        self._earlier.setVisible(bool(left_out))
        self._earlier.set_words(f"{left_out} earlier" if left_out else "")
        self._earlier.setAccessibleName(f"{left_out} earlier: {self.shown.shape.plural.en}")
        self.settled.emit()

    def _follow(self) -> None:
        """Bring what was asked for before the reader, once it is here."""
        if self._to_open and self._to_open[0] in self._cards:
            (record, key), self._to_open = self._to_open, None
            self._open(record, key)
        here = self._cards.get(self._to_focus) or self._gone.get(self._to_focus)
        if here is not None:
            here.take_focus()
            self._to_focus = ""

    def _open(self, record: str, key: str = "") -> None:
        for other, card in self._cards.items():
            if other != record and card.is_open:
                self._close(other)
        if opened := self._cards.get(record):
            fresh = not opened.is_open
            opened.open(key)
            if fresh:
                self.card_opened.emit(opened)
            self._nest(record)

    def _nest(self, record: str) -> None:
        """Under an open record, the kinds that hang on it."""
        if record in self._below or self._view is None:
            return
        self._below[record] = []
        for kind in (one for one in record_kinds().values() if one.parent == self.shown.kind):
            inner = RecordList(self._desk, Shown(kind.code), parent_record=RecordId(record), level=3)
            for told_here, mine in (
                (inner.saving, self.saving),
                (inner.saved, self.saved),
                (inner.not_saved, self.not_saved),
            ):
                told_here.connect(mine)
            self._below[record].append(inner)
            self._cards[record].add_below(inner)
            inner.take(self._view)

    def _close(self, record: str) -> None:
        card = self._cards.get(record)
        if card is None:
            return
        for inner in self._below.pop(record, []):
            inner.flush()
        card.close_form()
        fresh, given = self._fresh
        if record == fresh:
            self._fresh = ("", {})
            if dict(card.record.answers) == given:
                self._remove(record)

    def _finish(self, record: str) -> None:
        """A row is done with: the next can be added, or Tab goes on."""
        self._close(record)
        if self._add.isVisible():
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_in(self._add)

    def _not_added(self, problem: Refused | VaultProblem) -> None:
        self._adding = False
        self._desk.worker.failed.emit(problem)

    def _added(self, changes: Changes) -> None:
        self._adding = False
        self.saved.emit()
        self._fresh = ("" if self._first else changes.made, self._fresh[1])
        self._to_open, self._first = (changes.made, self._first), ""
        self._follow()

    def _remove(self, record: str) -> None:
        card = self._cards.get(record)
        if card is None or self._view is None:
            return
        for inner in self._below.pop(record, []):
            inner.flush()
        card.close_form()
        named = told(card.record, self.shown, self._view).title
        self._leaving[record] = line = RemovedLine(card.record, named)
        line.undone.connect(self._undo)
        self.saving.emit()
        self._desk.worker.write(cases.remove(self._view.case.id, card.record), self, self._written)

    def _undo(self, record: str) -> None:
        line = self._gone.get(record)
        if line is not None and self._view is not None:
            self._to_focus = record
            self._desk.worker.write(cases.restore(self._view.case.id, line.record), self, self._written)

    def _written(self, _changes: Changes) -> None:
        self.saved.emit()

    def _drop_card(self, record: str) -> None:
        card = self._cards.pop(record)
        had_focus = self.isAncestorOf(card) and card.isAncestorOf(self.focusWidget() or self)
        self._list.removeWidget(card)
        card.hide()
        card.deleteLater()
        if record in self._leaving:
            self._gone[record] = self._leaving.pop(record)
            self._to_focus = record
        elif had_focus:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_line(self, record: str) -> None:
        line = self._gone.pop(record)
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _go_to_part(self) -> None:
        if self._view is not None:
            from desktop.pages.parts import place_of_kind  # noqa: PLC0415

            self._desk.want(place_of_kind(self._view.case.id, self.shown.kind))
