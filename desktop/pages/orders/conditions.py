"""The numbered conditions of an order or licence: read, changed, moved, removed; and the next one typed under them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.clauses import CONDITIONS
from casework.dates import spoken
from casework.record import Record
from casework.wording import Pack, wording
from casework.wording_answers import answers_in
from casework.wording_changes import later_edition
from casework.wording_offer import editions
from desktop.desk import Desk
from desktop.operations import conditions
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from desktop.pages.orders.clause_form import ClauseForm
from desktop.pages.orders.condition_entry import ConditionEntry
from desktop.pages.orders.edition import EditionPage
from desktop.pages.record_card import RecordCard
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from desktop.pages.sight import bring_up
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.label import PlainLabel
from widgets.layout import column, row
from widgets.notice import Notice
from widgets.theme import px


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
        self._told_by(self.list)
        self._told_by(self.entry)
        self._notice = Notice(action="Look at them", role="accent")
        self._notice.acted.connect(self.open_edition)
        self._notice.hide()
        self.edition = EditionPage(desk, record)
        self.edition.left.connect(self.close_edition)
        self.edition.bespoke_wanted.connect(self._write_bespoke)
        self._told_by(self.edition)
        self.edition.hide()
        self._which = Chooser("Edition of the wordings on offer", find=False)
        self._which.setMaximumWidth(px(320))
        self._which.activated.connect(self._choose_edition)
        self._shown = QWidget()
        self._line = row(self.standard, None, gap=8)
        if record.kind == "licence":
            self._line.addWidget(PlainLabel("Wordings on offer", voice="quiet"))
            self._line.addWidget(self._which)
        self._shown.setLayout(column(self.list, self._line, self.entry, gap=8))
        self.setLayout(column(self._notice, self._shown, self.edition, gap=12))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._move_focused, by))

    def _told_by(self, writer: RecordList | ConditionEntry | EditionPage) -> None:
        writer.saving.connect(self.saving)
        writer.saved.connect(self.saved)
        writer.not_saved.connect(self.not_saved)

    def take(self, view: CaseView, record: Record) -> None:
        """Show a newer reading; the cursor and what is typed stay."""
        self._view, self._record = view, record
        self.list.take(view)
        self.entry.take(view, record)
        lacking, pack = self.entry.lacking_standard(), self.entry.offered.pack
        self.standard.setVisible(bool(pack and lacking) and len(lacking) == len(self.entry.offered.standard))
        if pack:
            self.standard.set_words(f"Add all {len(lacking)} standard conditions of edition {pack.edition}")
            self._which.offer([(one.code, _edition_words(one)) for one in editions()])
            self._which.setCurrentIndex(self._which.findData(pack.code))
            self._tell_edition(view, record)

    def _tell_edition(self, view: CaseView, record: Record) -> None:
        found = later_edition(view.case, record, view.today)
        if found is not None:
            n = len(found.proposals)
            self._notice.tell(f"Edition {found.pack.edition} differs in {n} condition{'s' if n != 1 else ''}.")
        self._notice.setVisible(found is not None and self.edition.isHidden())
        if not self.edition.isHidden():
            self.edition.take(view, record, found)

    def _choose_edition(self, _row: int) -> None:
        self.entry.choose_edition(str(self._which.currentData()))
        if self._view is not None:
            self.take(self._view, self._record)

    def open_edition(self) -> None:
        """Set the later edition beside the licence, clause by clause."""
        if self._view is not None:
            self.flush()
            self.edition.take(self._view, self._record, later_edition(self._view.case, self._record, self._view.today))
            self._show_edition(on=True)
            self.edition.take_focus()
            bring_up(self)

    def close_edition(self) -> None:
        """Back to the conditions."""
        self._show_edition(on=False)
        if self._view is not None:
            self._tell_edition(self._view, self._record)
        self.begin()

    def _show_edition(self, *, on: bool) -> None:
        self.edition.setVisible(on)
        self._shown.setVisible(not on)
        self._notice.setVisible(not on)

    def _write_bespoke(self) -> None:
        self.close_edition()

    def flush(self) -> None:
        """Hand over everything typed in the cards."""
        self.list.flush()

    def go(self, record: str, key: str) -> bool:
        """Open a condition with the cursor in a field; False where it is not here."""
        return self.list.go(record, key)

    def begin(self) -> None:
        """Put the cursor where the next condition is typed."""
        self.entry.begin()
        if not self.list.cards():
            bring_up(self)

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

    def _filled(self, record: Record) -> dict[str, Answer] | None:
        """What fills the gaps of a condition's wording; None where it has none, or its words were changed by hand."""
        one = wording(record.words("wording"))
        found = answers_in(one, record.words("text")) if one and one.gap else None
        return dict(found) if found is not None else None

    def _refill(self, card: RecordCard) -> None:
        card.flush()
        one, answers = wording(card.record.words("wording")), self._filled(card.record)
        if one is None or answers is None or self._view is None:
            return
        kept_as = self._view.case.id, f"{card.record.id} gaps"
        form = ClauseForm(self._desk, one, answers, kept_as, action="Change the condition")
        card.stand_above(form)
        form.left.connect(card.stand_above)
        form.made.connect(partial(self._rewrite, card, form))
        form.gaps.focus_field(one.gap[0].key)

    def _rewrite(self, card: RecordCard, form: ClauseForm, answers: dict[str, Answer]) -> None:
        if self._view is not None:
            form.forget()
            card.stand_above()
            self.saving.emit()
            write = conditions.rewrite(self._view.case.id, card.record, answers)
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


def _edition_words(pack: Pack) -> str:
    since = f"in force since {spoken(pack.in_force_from)}" if pack.in_force_from else "its first day is not known"
    return f"Edition {pack.edition}, {since}"
