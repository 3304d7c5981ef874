"""What an item of the agenda asks the meeting to decide: risk, disclosure, level, next meeting."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.answer import Absent, Answer
from casework.field import Field
from casework.meetings.closing import Lacking
from casework.meetings.levels import NOT_BELOW_2
from casework.record import Record, is_given, record_kinds
from casework.text import NOTHING
from desktop import clock
from desktop.desk import Desk
from desktop.operations import after_closing
from desktop.operations.intent import Write
from desktop.operations.sitting import Sitting
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from desktop.pages.saving_form import SavingForm
from widgets.button import Button
from widgets.layout import column, row

ASKS: dict[str, tuple[str, ...]] = {
    "welcome": ("quorum_reason",),
    "risk": ("rosh", "rosh_reason"),
    "disclosure": ("disclosure_decision", "disclosure_reason"),
    "level": ("level_decision", "level_reason", "critical", "register_updated"),
    "next": ("next_on", "exit_as", "exit_reason"),
}
_DISCLOSED = (
    "recipient", "household", "relation", "content", "reason", "by_whom", "person_told", "undertaking", "due_on",
    "support",
)  # fmt: skip


class DecisionForm(SavingForm):
    """Asks what the record page of a meeting does not; what is lacking is told once the chair wants to close."""

    def __init__(self, desk: Desk, sitting: Sitting, item: str) -> None:
        self._wanted: dict[str, list[str]] = {}
        self._hard: set[str] = set()
        fields = rewordable(item, sitting.meeting) if sitting.closed else decided(item)
        super().__init__(desk, sitting.view, fields, sitting.meeting, layout="single")

    def tell(self, found: tuple[Lacking, ...], record: Record, *, insists: bool) -> None:
        """Say beside each field what is wrong with it; what was not asked yet only when the chair insists."""
        self._wanted = {}
        for one in found:
            if one.about == record.id and one.key and (insists or is_given(record[one.key])):
                self._wanted.setdefault(one.key, []).append(f"{one.says.en} ({one.rule})")
        self._hard = {one.key for one in found if not one.soft}
        self._show_findings(record)

    def _show_findings(self, _record: Record) -> None:
        self.form.show_findings(self._wanted, late=self._hard)


class RewordingForm(DecisionForm):
    """After closing: the decisions stand, their reasons may be worded anew until the minutes are approved."""

    def _writes(self, key: str, answer: Answer) -> Write:
        words = answer if isinstance(answer, str) else ""
        return after_closing.reword(self._view.case.id, self.form.record().id, key, words, clock.now())


class Decisions(QWidget):
    """The questions of one item at a time; under disclosure also what is disclosed to whom.

    ``leaves``: a Level 1 that cannot be has become an exit, whose fields are asked under the next item.
    """

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)
    leaves = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._sitting: Sitting | None = None
        self._item, self.insists, self._leaving = "", False, False
        self.forms: dict[str, DecisionForm] = {}
        self.disclosed: RecordList | None = None
        self._add = Button("Add a recipient", icon="plus")
        self._add.clicked.connect(self._add_recipient)
        self._add.hide()
        self._body = column(gap=12)
        self.setLayout(self._body)

    def take(self, sitting: Sitting) -> None:
        """Show a newer reading."""
        if self._sitting is not None and self._sitting.closed != sitting.closed:
            self._drop()
        self._sitting = sitting
        for form in self.forms.values():
            form.take(sitting.view, sitting.meeting)
            form.tell(sitting.lacking, sitting.meeting, insists=self.insists)
        if self._asks(self._item) == self.isHidden():
            self.show_item(self._item)
        self._tell_disclosed()
        if self._leaving and sitting.meeting["level_decision"] == "exit":
            self._leaving = False
            self.leaves.emit()

    def show_item(self, item: str) -> None:
        """Ask what this item asks."""
        self._item = item
        asks = self._asks(item)
        if asks and item not in self.forms and self._sitting:
            kind = RewordingForm if self._sitting.closed else DecisionForm
            made = self.forms[item] = kind(self._desk, self._sitting, item)
            made.tell(self._sitting.lacking, self._sitting.meeting, insists=self.insists)
            self._hear(made)
            self._body.addWidget(made)
            if item == "level":
                made.not_saved.connect(self._offer_exit)
        for code, form in self.forms.items():
            form.setVisible(code == item)
        self._tell_disclosed()
        self.setVisible(asks)

    def _asks(self, item: str) -> bool:
        sitting = self._sitting
        if sitting is None or item not in ASKS or (item == "welcome" and not sitting.asks_quorum):
            return False
        return not sitting.closed or bool(rewordable(item, sitting.meeting))

    def _offer_exit(self, why: str) -> None:
        if why == NOT_BELOW_2.en:
            self.forms["level"].offer_way("level_decision", "It leaves MAPPA instead: say why", self._leave_instead)

    def _leave_instead(self) -> None:
        self._leaving = True
        self.forms["level"].take_instead("level_decision", "exit")

    def _drop(self) -> None:
        """The meeting was closed: other questions are asked from now on."""
        for form in self.forms.values():
            self._body.removeWidget(form)
            form.hide()
            form.deleteLater()
        self.forms = {}

    def begin(self, key: str = "") -> bool:
        """Put the cursor into a field of the item in sight, else the first that is not answered."""
        form = self.forms.get(self._item)
        if form is None:
            return False
        record = form.record()
        refused = form.refused_keys()
        keys = form.form.keys()
        open_ = next((one for one in keys if one in refused or not is_given(record[one])), "")
        return form.focus_field(key or open_)

    def go(self, record: str, key: str) -> bool:
        """Open a disclosure with the cursor in a field."""
        return self.disclosed is not None and self.disclosed.go(record, key)

    def flush(self) -> None:
        """Hand over what is typed."""
        for form in self.forms.values():
            form.flush()
        if self.disclosed:
            self.disclosed.flush()

    def _tell_disclosed(self) -> None:
        sitting = self._sitting
        if sitting is None:
            return
        agreed = self._item == "disclosure" and not sitting.closed and sitting.meeting["disclosure_decision"] == "yes"
        if agreed and self.disclosed is None:
            where: dict[str, Answer] = {"meeting": sitting.meeting.id, "decision": "disclose"}
            shown = Shown("disclosure", _DISCLOSED, where)
            self.disclosed = RecordList(self._desk, shown, level=3, adds=False, title="Disclosed to")
            self._hear(self.disclosed)
            self._body.addWidget(self.disclosed)
            self._body.addLayout(row(self._add, None))
        if self.disclosed is not None:
            self.disclosed.take(sitting.view)
            self.disclosed.setVisible(agreed)
        self._add.setVisible(agreed)

    def _add_recipient(self) -> None:
        if self.disclosed is not None and self._sitting is not None:
            form = self.forms["disclosure"]
            form.flush()
            meeting = form.record()
            known: dict[str, Answer] = {"considered_on": meeting["on"]}
            if meeting["disclosure_reason"] is not Absent.NOT_ASKED:
                known["reason"] = meeting["disclosure_reason"]
            self.disclosed.add(known)

    def _hear(self, writer: SavingForm | RecordList) -> None:
        writer.saving.connect(self.saving)
        writer.saved.connect(self.saved)
        writer.not_saved.connect(self.not_saved)


def decided(item: str) -> tuple[Field, ...]:
    """The fields of a meeting that an item asks, as fields that are asked."""
    kind = record_kinds()["meeting"]
    return tuple(_asked(one) for key in ASKS[item] if (one := kind.get(key)))


def rewordable(item: str, meeting: Record) -> tuple[Field, ...]:
    """The reasons that an item has, as fields that may be worded anew."""
    return tuple(one for one in decided(item) if one.key in after_closing.REASONS and is_given(meeting[one.key]))


def _asked(one: Field) -> Field:
    """A field as the chair is asked it: nothing but a decision answers it, and nobody needs help with the words."""
    choices = tuple(replace(choice, help=NOTHING) for choice in one.options())
    return replace(one, internal=False, required=True, may_be_unknown=False, choices=choices, list="")
