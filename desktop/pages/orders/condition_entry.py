"""Adding conditions at the keyboard: a few letters find a wording, its gaps follow, Enter adds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.answer import Answer
from casework.clauses import CONDITIONS
from casework.drafting import listed
from casework.record import Record
from casework.refusal import Refused
from casework.typed import Spot
from casework.wording import Wording, condition_answers
from casework.wording_answers import repeated
from casework.wording_offer import Offer, lawful_kinds, offer
from desktop.desk import Desk
from desktop.operations import conditions
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from desktop.pages.orders.clash_remark import ClashRemark
from desktop.pages.orders.clause_form import ClauseForm
from desktop.pages.orders.own_words import OwnWords, Pasted
from desktop.pages.orders.wording_search import OWN, STANDARD, WordingSearch
from desktop.pages.sight import bring_in, bring_up
from storage.problems import VaultProblem
from widgets.layout import column
from widgets.remark import Remark

_SHORT = 3


@dataclass(frozen=True)
class _Held:
    """What was typed for conditions whose writing is under way: it comes back if they are not taken."""

    words: str
    form: ClauseForm | None
    own: OwnWords | None


class ConditionEntry(QWidget):
    """Adds conditions to one order or licence. What is typed stays until it is written.

    ``saving``, ``saved`` and ``not_saved(why)`` tell of writing.
    """

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, record: Record) -> None:
        super().__init__()
        self._desk, self._record = desk, record
        self._kind = CONDITIONS[record.kind]
        self._view: CaseView | None = None
        self._under_way: list[_Held] = []
        self._offer = Offer(())
        self._lawful: tuple[str, ...] = ()
        self._twice = ""
        self._edition = ""
        self.form: ClauseForm | None = None
        self.own: OwnWords | None = None
        self.pasted: Pasted | None = None
        self.search = WordingSearch()
        self.search.typed.connect(self._narrow)
        self.search.chosen.connect(self._take)
        self.search.entered.connect(self._enter)
        self.search.moved.connect(self._tell_own)
        self._remark = Remark(role="soon")
        self._clash = ClashRemark(self._being_written)
        self._under: QVBoxLayout = column(gap=0)
        self.setLayout(column(self.search, self._remark, self._clash, self._under, gap=6))
        self.setFocusProxy(self.search)

    # what the page calls

    def take(self, view: CaseView, record: Record) -> None:
        """Know a newer reading; what is typed and chosen stays."""
        first = self._view is None
        self._view, self._record = view, record
        self._clash.take(view, record)
        self._offer = offer(view.case, record, view.today, self._edition)
        self._lawful = lawful_kinds(record, view.today) if record.kind == "order" else ()
        if self.search.box.hasFocus():
            bring_in(self)
        self.search.take(self._offer, len(self._beside()) + 1, len(self.lacking_standard()))
        if first:
            self._desk.journal.follow_box(self.search.box, Spot(view.case.id, record.id, "next condition"))

    def choose_edition(self, code: str) -> None:
        """Offer the wordings of another edition from now on."""
        self._edition = code
        if self._view:
            self.take(self._view, self._record)
            self._narrow()

    def begin(self) -> None:
        """Put the cursor where the next condition begins."""
        if self.form is not None:
            self.form.begin()
        else:
            self.search.box.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(self)

    def add_standard(self) -> None:
        """Add every standard condition of the edition that is not there yet."""
        self._write([condition_answers(one, {}) for one in self.lacking_standard()])

    def lacking_standard(self) -> tuple[Wording, ...]:
        """The standard conditions of the edition that the licence does not have."""
        there = {one.words("wording").partition("/")[2] for one in self._beside()}
        return tuple(one for one in self._offer.standard if one.code not in there)

    @property
    def offered(self) -> Offer:
        """The wordings on offer."""
        return self._offer

    # finding

    def _beside(self) -> tuple[Record, ...]:
        return self._view.case.children(self._record, self._kind) if self._view else ()

    def _narrow(self) -> None:
        """Show what the words may mean: wordings, a list, or words of one's own."""
        self._twice = ""
        self._remark.tell("")
        self._clash.look_soon()
        pasted = listed(self.search.box.toPlainText())
        if pasted:
            self.search.drop()
            self._show_pasted().show_list(pasted, len(self._beside()) + 1)
        else:
            self._drop_pasted()
            self.search.narrow()

    def _tell_own(self, key: str) -> None:
        bring_in(self)
        if key == OWN and self.search.box.words():
            self._show_own().show_text(self.search.box.words())
        elif self.own is not None:
            self.own.setVisible(False)

    def _being_written(self) -> dict[str, Answer]:
        if self.form is not None:
            return self.form.so_far()
        own = self.own is not None and not self.own.isHidden()
        return self.own.answers(self.search.box.words()) if self.own is not None and own else {}

    # taking

    def _enter(self) -> None:
        if self.pasted is not None:
            self._write(self.pasted.answers())

    def _take(self, key: str) -> None:
        if key == STANDARD:
            self.add_standard()
        elif key == OWN:
            self._take_own()
        elif one := self.search.wording(key):
            if one.gap or self._is_asked(one):
                self._fill(one)
            else:
                self._write([condition_answers(one, {})])

    def _is_asked(self, one: Wording) -> bool:
        return bool(one.asks or one.geography or (self._record.kind == "licence" and one.kind != "standard"))

    def _take_own(self) -> None:
        words = self.search.box.words()
        if len(words.split()) < _SHORT and self._twice != words:
            self._remark.tell(f"“{words}” is no wording. Enter again adds it as a condition in your own words.")
            self._twice = words
            return
        self._write([self._show_own().answers(words)])

    def _fill(self, one: Wording) -> None:
        """Ask the gaps of a wording, those answered already in conditions beside it filled as there."""
        self._let_form_go()
        given, n = repeated(one, self._beside()), len(self._beside()) + 1
        kept_as = self._view.case.id if self._view else "", f"{self._record.id} {one.code}"
        form = ClauseForm(self._desk, one, given, kept_as, action=f"Add as condition {n}", number=n)
        self.form = form
        form.made.connect(self._made)
        form.left.connect(self._leave_form)
        form.changed.connect(self._clash.look_soon)
        self._clash.look_soon()
        self.search.rest(on=True)
        self._under.addWidget(form)
        form.show()
        form.begin()
        bring_in(self)

    def _made(self, answers: dict[str, Answer]) -> None:
        self._write([answers])

    def _leave_form(self) -> None:
        """Back to the wordings, with the letters that found this one."""
        self._let_form_go()
        self._narrow()
        self.search.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _let_form_go(self) -> None:
        self.search.rest(on=False)
        if self.form is not None:
            form, self.form = self.form, None
            self._under.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _show_own(self) -> OwnWords:
        if self.own is None:
            kept_as = self._view.case.id if self._view else "", f"{self._record.id} own words"
            self.own = OwnWords(self._desk, self._kind, self._lawful, kept_as)
            self._under.addWidget(self.own)
        self.own.show()
        return self.own

    def _show_pasted(self) -> Pasted:
        if self.pasted is None:
            self.pasted = Pasted(self._kind, self._lawful, self._offer.wordings)
            self.pasted.add_button.clicked.connect(self._enter)
            self._under.addWidget(self.pasted)
            self.pasted.show()
        return self.pasted

    def _drop_pasted(self) -> None:
        if self.pasted is not None:
            pasted, self.pasted = self.pasted, None
            self._under.removeWidget(pasted)
            pasted.hide()
            pasted.deleteLater()

    # writing

    def _write(self, many: Sequence[dict[str, Answer]]) -> None:
        """Write conditions; the cursor is at the next. What was refused comes back as it was."""
        if self._view is None or not many:
            return
        try:
            for one in many:
                conditions.check(self._kind, one)
        except Refused as refusal:
            self._refuse(refusal)
            return
        self._under_way.append(_Held(self.search.box.toPlainText(), self.form, self.own))
        for under in (self.form, self.own):
            if under is not None:
                under.hide()
        self.form = self.own = None
        self._begin_next()
        self.saving.emit()
        write = conditions.add(self._view.case.id, self._kind, self._record.id, many)
        self._desk.worker.write(write, self, self._written, self._unwritten)

    def _begin_next(self) -> None:
        self.search.rest(on=False)
        self.search.box.clear()
        self._narrow()
        self.search.box.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_in(self)

    def _written(self, _changes: Changes) -> None:
        held = self._under_way.pop(0)
        for under in (held.form, held.own):
            if under is not None:
                under.forget()
                self._under.removeWidget(under)
                under.deleteLater()
        self.saved.emit()

    def _unwritten(self, problem: Refused | VaultProblem) -> None:
        self._bring_back(self._under_way.pop(0))
        if isinstance(problem, Refused):
            self._refuse(problem)
            self.not_saved.emit(problem.why.en)
        else:
            self.not_saved.emit(problem.text.en)
            self._desk.worker.failed.emit(problem)

    def _bring_back(self, held: _Held) -> None:
        """What was not taken stands again where it was typed; words typed since go before it."""
        since = self.search.box.toPlainText()
        self._let_form_go()
        self.search.box.setPlainText(" ".join(part for part in (since, held.words) if part))
        self.form, self.own = held.form, held.own
        if self.form is not None:
            self.search.rest(on=True)
            self.form.show()

    def _refuse(self, refusal: Refused) -> None:
        if self.form is not None and refusal.where:
            self.form.show_refusal(refusal)
        else:
            self._remark.tell(refusal.why.en)
