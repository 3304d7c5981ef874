"""The numbered conditions of an order or licence: read, changed, moved, removed; and the next one typed under them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from casework.clauses import CONDITIONS
from casework.record import Record
from casework.wording import wording
from casework.wording_answers import answers_in
from desktop.desk import Desk
from desktop.operations import conditions
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from desktop.pages.orders.clause_form import ClauseForm
from desktop.pages.orders.condition_entry import ConditionEntry
from desktop.pages.record_card import RecordCard
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from widgets.button import Button
from widgets.layout import column, row


class Conditions(QWidget):
    """A list of conditions with the place for the next; ``saving``, ``saved``, ``not_saved(why)`` tell of writing."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, record: Record) -> None:
        super().__init__()
        self._desk, self._record = desk, record
        self._kind = CONDITIONS[record.kind]
        self._view: CaseView | None = None
        self.list = RecordList(desk, Shown(self._kind, numbered=True), parent_record=record.id, adds=False)
        self.list.card_opened.connect(self._equip)
        self.entry = ConditionEntry(desk, record)
        self.standard = Button("", icon="plus")
        self.standard.clicked.connect(self.entry.add_standard)
        for one in (self.list, self.entry):
            one.saving.connect(self.saving)
            one.saved.connect(self.saved)
            one.not_saved.connect(self.not_saved)
        self.setLayout(column(self.list, row(self.standard, None), self.entry, gap=8))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move_focused, by))

    def take(self, view: CaseView, record: Record) -> None:
        """Show a newer reading; the cursor and what is typed stay."""
        self._view, self._record = view, record
        self.list.take(view)
        self.entry.take(view, record)
        lacking, pack = self.entry.lacking_standard(), self.entry.offered.pack
        self.standard.setVisible(bool(pack and lacking) and len(lacking) == len(self.entry.offered.standard))
        if pack:
            self.standard.set_words(f"Add all {len(lacking)} standard conditions of edition {pack.edition}")

    def flush(self) -> None:
        """Hand over everything typed in the cards."""
        self.list.flush()

    def go(self, record: str, key: str) -> bool:
        """Open a condition with the cursor in a field; False where it is not here."""
        return self.list.go(record, key)

    def begin(self) -> None:
        """Put the cursor where the next condition is typed."""
        self.entry.begin()

    # an open card

    def _equip(self, card: RecordCard) -> None:
        """Give an open card what only conditions have: their gaps again, and another place."""
        filled = self._filled(card.record)
        if filled is not None:
            again = Button("Fill its gaps again", icon="pencil", kind="quiet")
            again.clicked.connect(partial(self._refill, card))
            card.add_action(again)
        for words, icon, by in (("Move up", "arrow-up", -1), ("Move down", "arrow-down", 1)):
            button = Button(words, icon=icon, kind="quiet")
            button.clicked.connect(partial(self._move, card.record.id, by))
            card.add_action(button)

    def _filled(self, record: Record) -> dict[str, object] | None:
        """What fills the gaps of a condition's wording; None where it has none, or its words were changed by hand."""
        one = wording(record.words("wording"))
        found = answers_in(one, record.words("text")) if one and one.gap else None
        return dict(found) if found is not None else None

    def _refill(self, card: RecordCard) -> None:
        card.flush()
        one, answers = wording(card.record.words("wording")), self._filled(card.record)
        if one is None or answers is None:
            return
        form = ClauseForm(self._desk, one, answers, action="Change the condition", whole=False)  # type: ignore[arg-type]
        card.stand_above(form)
        form.left.connect(card.stand_above)
        form.made.connect(partial(self._rewrite, card))
        form.gaps.focus_field(one.gap[0].key)

    def _rewrite(self, card: RecordCard, answers: dict[str, object]) -> None:
        if self._view is not None:
            card.stand_above()
            self.saving.emit()
            write = conditions.rewrite(self._view.case.id, card.record, answers)  # type: ignore[arg-type]
            self._desk.worker.write(write, self, self._written)

    # places

    def _move_focused(self, by: int) -> None:
        at = self.focusWidget()
        card = next((one for one in self.list.cards() if at and one.isAncestorOf(at)), None)
        if card is not None:
            self._move(card.record.id, by)

    def _move(self, record: str, by: int) -> None:
        if self._view is None:
            return
        self.flush()
        records = list(self._view.case.children(self._record, self._kind))
        at = next((n for n, one in enumerate(records) if one.id == record), -1)
        to = at + by
        if at < 0 or not 0 <= to < len(records):
            return
        records[at], records[to] = records[to], records[at]
        self.saving.emit()
        self._desk.worker.write(conditions.arrange(self._view.case.id, records), self, self._written)

    def _written(self, _changes: Changes) -> None:
        self.saved.emit()
