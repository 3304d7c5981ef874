"""Carry forward: one carried sentence or row after another, each kept, changed or dropped at one key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from casework.carrying import DROP
from casework.dates import spoken
from casework.refusal import Refused
from casework.template import PlanTemplate, fields_of
from desktop.desk import Desk
from desktop.operations import carrying
from desktop.operations.carrying import Asked, Sheet
from desktop.operations.view import CaseView
from desktop.pages.plan.carry_card import CarryCard
from desktop.pages.plan.carry_dropped import Dropped
from desktop.pages.plan.carry_run import CarryRun
from desktop.pages.reading import Reading
from desktop.pages.saving_form import SavingForm
from desktop.strip import sentence
from storage.carrying import Verdict
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import column, row, rule
from widgets.notice import Notice
from widgets.theme import px

_WIDE = 760
_HOW = (
    "What is shown stood word for word in version {number}, agreed {day}. Does it still hold? K keeps it, C changes "
    "it, D drops it. The arrow keys go on without an answer; Z takes the last answer back."
)
_NOTHING = "There is nothing to carry forward: no version was agreed before this one."


class CarryView(QWidget):
    """``agree_wanted`` once everything is answered; ``counted(n)`` how many wait."""

    agree_wanted = Signal()
    counted = Signal(int)

    def __init__(self, desk: Desk, template: PlanTemplate) -> None:
        super().__init__()
        self._desk, self._template = desk, template
        self._view: CaseView | None = None
        self.run = CarryRun()
        self._form: SavingForm | None = None
        self._changing: tuple[Asked, ...] = ()
        self._led_in = False
        self._heading, self._how = Heading("Carry forward"), Paragraph(voice="quiet")
        self._count, self._section = PlainLabel(voice="strong"), PlainLabel(voice="quiet")
        self.card, self._notice = CarryCard(), Notice()
        self._editor, self._dropped = column(gap=12), Dropped(desk)
        self._dropped.undone.connect(self._put_back)
        self._dropped.explained.connect(self._explain)
        self.keep, self.change = Button("Keep  (K)", kind="primary"), Button("Change  (C)")
        self.drop = Button("Drop  (D)")
        self.earlier = Button("Previous", icon="chevron-left", kind="quiet")
        self.later = Button("Next", icon="chevron-right", kind="quiet")
        self.back = Button("Take the last answer back  (Z)", icon="undo-2", kind="quiet")
        self.done = Button("Done  (Ctrl+Enter)", kind="primary")
        self.agree = Button("Go on to agree", kind="primary")
        self._answers = QWidget()
        self._lay_out()
        for button, way in (
            (self.keep, self._keep),
            (self.change, self._change),
            (self.drop, self._drop),
            (self.earlier, self._step_back),
            (self.later, self._step_on),
            (self.back, self._take_back),
            (self.done, self._finish),
            (self.agree, self.agree_wanted),
        ):
            button.clicked.connect(way)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._finish)
        self.card.stepped.connect(self._step)
        self.setFocusProxy(self.card)

    def _lay_out(self) -> None:
        foot = row(self.keep, self.change, self.drop, self.done, self.back, None, self.earlier, self.later, gap=8)
        foot.setContentsMargins(px(24), px(8), px(24), px(8))
        self._answers.setLayout(foot)
        parts = (
            column(self._heading, self._how, gap=4),
            row(self._count, None, self._section, gap=12),
            self._notice,
            self.card,
            self._editor,
            row(None, self.agree),
            self._dropped,
        )
        body = column(*parts, None, gap=12, margin=(24, 16, 24, 24))
        self.setLayout(column(Reading(body, _WIDE, "Carry forward"), rule(), self._answers, gap=0))

    def take(self, view: CaseView) -> None:
        """Show a newer reading; what is being changed by hand stays open."""
        if self._view is not None and (view.case, view.versions) == (self._view.case, self._view.versions):
            return
        self._view = view
        record = view.case.get(self._form.record().id) if self._form else None
        if self._form is not None and record is not None:
            self._form.take(view, record)
            return
        self._read()

    def lead_in(self) -> None:
        """Put the keyboard where one key answers, as soon as there is something to answer."""
        self._led_in = True
        if self.run.sheet is not None and self._form is None:
            self._tell()

    def flush(self) -> None:
        """Hand over what is typed."""
        if self._form is not None:
            self._form.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_K: self._keep,
            Qt.Key.Key_C: self._change,
            Qt.Key.Key_D: self._drop,
            Qt.Key.Key_Z: self._take_back,
        }
        aside = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        way = ways.get(Qt.Key(event.key()))
        if self._form is not None and event.key() == Qt.Key.Key_Escape:
            self._finish()
        elif self._form is None and way is not None and not aside:
            way()
        else:
            super().keyPressEvent(event)

    # showing

    def _read(self) -> None:
        if self._view is not None:
            self._desk.worker.read(carrying.sheet(self._view.case.id, self._desk.today), self, self._show)

    def _show(self, sheet: Sheet | None) -> None:
        self.run.take(sheet)
        self._tell()

    def _tell(self) -> None:
        sheet, busy = self.run.sheet, self._form is not None
        asks = self.run.open > 0 and not busy
        self.counted.emit(self.run.open)
        for one in (self.card, self.keep, self.change, self.drop, self.earlier, self.later):
            one.setVisible(asks)
        self.done.setVisible(busy)
        self.back.setVisible(bool(self.run.given) and not busy)
        self.agree.setVisible(sheet is not None and not self.run.open and not busy)
        all_done = sheet is not None and not asks and not busy
        self._notice.tell("Everything that was carried over is answered for." if all_done else "", "done")
        if sheet is None:
            self._how.setText(_NOTHING)
            return
        self._heading.setText(f"Carry forward to version {sheet.version.number}")
        day = spoken(sheet.since.agreed_on) if sheet.since.agreed_on else ""
        self._how.setText(_HOW.format(number=sheet.since.number, day=day))
        self._count.setText(f"{self.run.total - self.run.open} of {self.run.total} answered")
        self.agree.set_words(f"Go on to agree version {sheet.version.number}")
        gone = [one.verdict for one in sheet.given if one.verdict.verdict == DROP]
        self._dropped.show_dropped(sheet.version.case, gone)
        self._tell_one(asks=asks)
        if all_done:
            self._lead(self.agree)

    def _tell_one(self, *, asks: bool) -> None:
        now = self.run.now
        if now is None or not asks:
            self._section.setText("")
            return
        kept, stand = self.run.here()
        self._section.setText(f"{now.item.section.title.en}: {kept} of {stand} kept")
        record = self._view.case.get(now.item.record) if self._view else None
        self.card.show_item(now, self._template, record)
        self.earlier.setEnabled(self.run.can_step(-1))
        self.later.setEnabled(self.run.can_step(1))
        self._lead(self.card)

    def _lead(self, to: QWidget) -> None:
        """Lead the keyboard on, where it is in this view or was to come into it."""
        here = self.window().focusWidget()
        if self._led_in or here is None or not here.isVisible() or self.isAncestorOf(here):
            to.setFocus(Qt.FocusReason.OtherFocusReason)
            self._led_in = False

    # answering

    def _asking(self) -> tuple[Asked, Sheet, CaseView] | None:
        now, sheet, view = self.run.now, self.run.sheet, self._view
        if now is None or sheet is None or view is None or self._form is not None or not self.run.open:
            return None
        return now, sheet, view

    def _keep(self) -> None:
        if (asking := self._asking()) is None:
            return
        now, sheet, _ = asking
        self.run.answered(kept=True)
        self._desk.worker.write(carrying.keep(sheet.version.id, now.item), self, None, self._not_taken)
        self._tell()

    def _drop(self) -> None:
        if (asking := self._asking()) is None:
            return
        now, sheet, view = asking
        self.run.answered(kept=False)
        self._desk.worker.write(carrying.drop(view.case.id, sheet.version.id, now.item), self, None, self._not_taken)
        self._tell()

    def _change(self) -> None:
        if (asking := self._asking()) is None:
            return
        now, _, view = asking
        record = view.case.get(now.item.record)
        if record is None:
            return
        shown = [one for one in fields_of(record) if one.key == now.item.key or not now.item.key]
        self._changing = tuple(one for one in self.run.asked if one.item.record == record.id)
        self._form = SavingForm(self._desk, view, shown, record)
        self._editor.addWidget(self._form)
        self._tell()
        self._form.focus_field(now.item.key)
        self._select(now)

    def _select(self, now: Asked) -> None:
        """Put the cursor about the sentence, so that typing takes its place."""
        box = self._form.form.editor(now.item.key).buddy() if self._form and now.item.key else None
        if isinstance(box, QPlainTextEdit) and now.item.place:
            cursor = box.textCursor()
            cursor.setPosition(now.item.place.start)
            cursor.setPosition(now.item.place.end, cursor.MoveMode.KeepAnchor)
            box.setTextCursor(cursor)

    def _finish(self) -> None:
        form, view, sheet = self._form, self._view, self.run.sheet
        if form is None or view is None or sheet is None:
            return
        form.flush()
        before = tuple(one.item for one in self._changing)
        self._form, self._changing = None, ()
        self._led_in = True
        form.hide()
        form.deleteLater()
        write = carrying.changed(view.case.id, sheet.version.id, before)
        self._desk.worker.write(write, self, self._changed, self._not_taken)

    def _changed(self, _changes: object) -> None:
        self._read()

    def _take_back(self) -> None:
        if self.run.given and self._form is None:
            self._put_back(self.run.given.pop())

    def _put_back(self, digest: str) -> None:
        sheet, view = self.run.sheet, self._view
        if sheet is not None and view is not None:
            write = carrying.put_back(view.case.id, sheet.version.id, digest)
            self._desk.worker.write(write, self, partial(self._look_at, digest), self._not_taken)

    def _explain(self, given: Verdict, reason: str) -> None:
        if self.run.sheet is not None:
            write = carrying.explain(self.run.sheet.version.id, given, reason)
            self._desk.worker.write(write, self, self._changed, self._not_taken)

    def _look_at(self, digest: str, _changes: object) -> None:
        case = self._view.case.id if self._view else None
        if case is not None:
            read = carrying.sheet(case, self._desk.today)
            self._desk.worker.read(read, self, partial(self._show_again, digest))

    def _show_again(self, digest: str, sheet: Sheet | None) -> None:
        self.run.take(sheet)
        self.run.go_to(digest)
        self._tell()

    def _step_back(self) -> None:
        self._step(-1)

    def _step_on(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        if self._asking():
            self.run.step(by)
            self._tell()

    def _not_taken(self, problem: Refused | VaultProblem) -> None:
        self._notice.tell(sentence(problem), "late")
        self._read()
