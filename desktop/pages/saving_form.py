"""A form whose answers go into the vault as they are given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from casework.answer import Absent, Answer
from casework.field import Field, Known
from casework.known_words import known_words
from casework.reckoning import REFUSED, Finding
from casework.record import Record, missing
from casework.refusal import Refused
from casework.typed import Spot
from desktop.desk import Desk
from desktop.operations import cases, history
from desktop.operations.history import Stood
from desktop.operations.intent import Changes, Write
from desktop.operations.view import CaseView
from desktop.pages.long_fields import LongFields
from desktop.pages.moments import lately
from desktop.pages.record_told import offers
from desktop.pages.sight import bring_up
from storage.problems import VaultProblem
from widgets import words
from widgets.button import Button
from widgets.editors.line import LineEditor
from widgets.editors.steps import Step
from widgets.form import Layout, RecordForm
from widgets.layout import column


class SavingForm(QWidget):
    """A record's form. While a write of it is under way, readings of the case do not touch what is shown; what was
    refused stays as it was typed.

    ``saving`` comes before a write, ``saved`` after it, ``not_saved(why)`` when it was not taken.
    """

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(
        self, desk: Desk, view: CaseView, fields: Sequence[Field], record: Record, *, layout: Layout = "guided"
    ) -> None:
        super().__init__()
        self._desk, self._view = desk, view
        self._fields = tuple(fields)
        self._asks = layout == "single"
        self._under_way = 0
        self._kept: Record | None = None
        self._not_taken: set[str] = set()
        self._left: set[str] = set()
        self._handed_over: dict[str, Answer] = {}
        self._ways: dict[str, Button] = {}
        self._offered = offers(view, self._fields, record)
        self.form = RecordForm(self._fields, record, desk.today, self._options, layout=layout)
        self.form.answered.connect(self._save)
        self.setLayout(column(self.form, gap=0))
        for editor in self.form.editors():
            desk.journal.follow(editor, Spot(view.case.id, record.id, editor.key))
            editor.earlier_wanted.connect(self._find_earlier)
            editor.stepped.connect(desk.journal.told)
            editor.left.connect(self._take_left)
        self._long = LongFields(desk, view.case.id, record, self.form.editors(), self)
        self._show_findings(record)
        self._offer_known()

    def take(self, view: CaseView, record: Record) -> None:
        """Show a newer reading; the cursor and what is being typed stay."""
        self._view = view
        self._kept = record
        if not self._under_way:
            self._handed_over.clear()
            self._show()

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""
        self.form.flush()

    def focus_field(self, key: str) -> bool:
        """Put the cursor into a field, the first in sight without a key."""
        keys = self.form.keys()
        if not keys or not self.form.focus_field(key or keys[0]):
            return False
        if key:
            editor = self.form.editor(key)
            bring_up(editor.parentWidget() or editor)
        return True

    def record(self) -> Record:
        """The record with everything that was answered here."""
        return self.form.record()

    def _show(self) -> None:
        record = self._kept
        if record is None:
            return
        for key, answer in self._handed_over.items():
            record = record.answered(key, answer)  # this reading may be from before it was kept
        for key in self._not_taken:
            record = record.answered(key, self.form.record()[key])
        offered = offers(self._view, self._fields, record)
        if record != self.form.record() or offered != self._offered:
            self._offered = offered
            self.form.set_record(record)
        self._show_findings(record)
        self._offer_known()

    def says(self, one: Finding) -> bool:
        """Whether a finding about the record stands beside one of its fields in sight.

        One question at a time is not told what it lacks while it is asked for the first time.
        """
        shown = self.form.keys()
        return one.key in shown and not (self._asks and self.form.record()[one.key] is Absent.NOT_ASKED)

    def _take_left(self, key: str) -> None:
        if key not in self._left:
            self._left.add(key)
            self._show_findings(self.form.record())

    def _offer_known(self) -> None:
        for editor in self.form.editors():
            if isinstance(editor, LineEditor) and editor.field.known is not Known.NOTHING:
                given = str(self.form.record()[editor.key])
                editor.offer([one for one in known_words(self._view.case, editor.field) if one != given])

    def _show_findings(self, record: Record) -> None:
        said: dict[str, list[str]] = {}
        late: set[str] = set()
        quiet: set[str] = set()
        for one in self._view.reckoning.findings_about((record.id,)):
            if self.says(one):
                source = ", ".join(part for part in (one.rule, one.basis) if part)
                said.setdefault(one.key, []).append(f"{one.message} ({source})" if source else one.message)
                late |= {one.key} if one.severity == "error" else set()
                quiet |= {one.key} if one.code == REFUSED and self._fresh(one.key, record) else set()
        needed = {one.key for one in missing(self._fields, record)}
        for found in (one for one in self._view.plan_findings_about(record.id) if one.key not in needed):
            said.setdefault(found.key, []).append(f"{found.says.en} ({found.rule.code})")
            late |= {found.key} if found.hard else set()
        self.form.show_findings(said, late=late, quiet=quiet)

    def _fresh(self, key: str, record: Record) -> bool:
        """Whether a field has no answer yet and the cursor was not taken from it."""
        return record[key] is Absent.NOT_ASKED and key not in self._left

    def _options(self, field: Field) -> list[tuple[str, str]]:
        return self._offered.get(field.key, [])

    def _save(self, key: str, answer: Answer) -> None:
        self._under_way += 1
        self._not_taken.discard(key)
        if way := self._ways.get(key):
            way.hide()
        self._handed_over[key] = answer
        self.saving.emit()
        self._desk.worker.write(self._writes(key, answer), self, self._done, partial(self._refused, key))

    def refused_keys(self) -> frozenset[str]:
        """The fields that hold what was not taken."""
        return frozenset(self._not_taken)

    def offer_way(self, key: str, words_: str, take: Callable[[], None]) -> Button:
        """Put a way out beneath a refusal; it goes once something else is answered there."""
        if key not in self._ways:
            way = self._ways[key] = Button(words_)
            way.clicked.connect(take)
            if isinstance(rows := self.form.editor(key).layout(), QBoxLayout):
                rows.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        self._ways[key].show()
        return self._ways[key]

    def take_instead(self, key: str, answer: Answer) -> None:
        """Answer a field in place of what was refused there."""
        self._not_taken.discard(key)
        self.form.set_record(self.form.record().answered(key, answer))
        self._save(key, answer)

    def _writes(self, key: str, answer: Answer) -> Write:
        """What takes an answer into the vault."""
        return cases.answer(self._view.case.id, self.form.record(), key, answer, self._view.today)

    def _standing(self) -> Record:
        """The record as the vault was last read."""
        return self._kept or self._view.case.get(self.form.record().id) or self.form.record()

    def _find_earlier(self, key: str) -> None:
        self._desk.worker.read(history.stood(self.form.record(), key), self, partial(self._offer_earlier, key))

    def _offer_earlier(self, key: str, found: tuple[Stood, ...]) -> None:
        steps = [Step(one.answer, words.WENT_BACK.filled(time=lately(one.since))) for one in found]
        self.form.editor(key).offer_steps([Step(Absent.NOT_ASKED, words.NOTHING_STOOD), *steps])

    def _done(self, _changes: Changes) -> None:
        self._under_way -= 1
        self.saved.emit()
        if not self._under_way:
            self._show()

    def _refused(self, key: str, problem: Refused | VaultProblem) -> None:
        self._under_way -= 1
        self._handed_over.pop(key, None)
        if isinstance(problem, Refused):
            shown = self.form.keys()
            where = problem.where if problem.where in shown else key
            self._not_taken.add(key)
            self.form.show_refusal(where, problem.why.en)
            self.not_saved.emit(problem.why.en)
        else:
            self.not_saved.emit(problem.text.en)
            shown = self.form.keys()
            if key in shown:
                self.form.editor(key).not_kept(self._standing()[key])
            self._desk.worker.failed.emit(problem)
