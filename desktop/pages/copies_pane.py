"""What became of the copies that are chosen: asked once for all of them, and for one what was entered before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.copy_register import FATES, LOST, Became, Copy, Told
from casework.dates import spoken
from casework.field import Choice, Field, FieldType
from casework.record import Record, RecordId
from casework.refusal import Refused
from casework.text import NOTHING, Text
from desktop import words
from desktop.desk import Desk
from desktop.operations import copies
from desktop.pages.copy_words import document_of
from desktop.pages.moments import local
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, clear, column, row
from widgets.notice import Notice

_DAY = Text("On what day", "Ar ba ddiwrnod")
_BY = Text("By whom", "Gan bwy")
_BY_HELP = Text("Who brought it back, destroyed it or reports it.")
_HOW = Text("How", "Sut")
_HOW_HELP = Text("Needed where it was destroyed; where it is lost, what is known; after an error, what was wrong.")
_WHAT = Text("What became of it", "Beth ddigwyddodd iddo")


class CopiesPane(QWidget):
    """``recorded(words)`` when an entry was made; a refusal stands beside its field."""

    recorded = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._chosen: tuple[Copy, ...] = ()
        self._offered: tuple[str, ...] = ()
        self._kept_as = "", ""
        self.heading = Heading("", 2)
        self._whose = Paragraph("", voice="quiet")
        self.hint = Paragraph(words.COPIES_HINT.en, voice="quiet")
        self._advice = Notice("", role="late")
        self.form = RecordForm([], Record(RecordId(""), "copy"), desk.today)
        self._place = column(self.form)
        self._past = column(gap=8)
        self.record = Button(words.COPIES_RECORD.en, kind="primary", icon="check")
        self.record.clicked.connect(self._record)
        inside = QWidget()
        body = (self.heading, self._whose, self.hint, self._place, self._advice, self._past, None)
        inside.setLayout(column(*body, gap=12, margin=(20, 20, 20, 16)))
        whole = column(Scrolled(inside, name="The copies chosen"), gap=0)
        whole.addLayout(row(None, self.record, margin=(20, 12, 20, 16)))
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.show_copies(())

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""
        self.form.flush()

    def show_copies(self, chosen: Sequence[Copy]) -> None:
        """Ask about these copies; what is typed stays while the same things can become of them."""
        one = chosen[0] if len(chosen) == 1 else None
        offered = tuple(f.code for f in FATES.values() if all(each.state in f.after for each in chosen))
        anew = not chosen or offered != self._offered
        self._chosen, self._offered = tuple(chosen), offered if chosen else ()
        self.heading.setVisible(bool(chosen))
        self._whose.setVisible(bool(chosen))
        self.hint.setVisible(not self._offered)
        self.hint.setText(words.COPIES_HINT.en if not chosen else _nothing_left(chosen))
        self.heading.setText(f"Copy {one.number} of {one.of}" if one else f"{len(chosen)} copies chosen")
        of = f"{document_of(one)}, for {one.recipient}" if one else ""
        self._whose.setText(of or ", ".join(dict.fromkeys(each.recipient for each in chosen)))
        if anew:
            self._ask()
        self.form.setVisible(bool(self._offered))
        self.record.setVisible(bool(self._offered))
        self._advise()
        clear(self._past)
        if one and one.became:
            self._desk.worker.read(copies.history(one.id), self, self._show_past)

    def _ask(self) -> None:
        offered = tuple(Choice(code, FATES[code].title, FATES[code].when) for code in self._offered)
        asked = partial(Field, required=True, may_be_unknown=False)
        fields = [
            asked("what", _WHAT, FieldType.CHOICE, choices=offered),
            asked("on", _DAY, FieldType.DATE),
            asked("by_whom", _BY, help=_BY_HELP),
            asked("how", _HOW, required=False, help=_HOW_HELP),
        ]
        answers = {"on": self._desk.today}
        form = RecordForm(fields if offered else [], Record(RecordId(""), "copy", None, answers), self._desk.today)
        form.answered.connect(self._advise)
        if self._chosen:
            first = self._chosen[0]
            self._kept_as = first.case, f"copy {first.id}"
            self._desk.journal.follow_form(form, *self._kept_as)
        self._place.replaceWidget(self.form, form)
        self.form.hide()
        self.form.deleteLater()
        self.form = form

    def _advise(self, *_: object) -> None:
        fate = FATES.get(self.form.record().words("what"))
        self._advice.tell((fate.then if fate else NOTHING).en, "late" if fate and fate.code == LOST else "accent")

    def _record(self) -> None:
        self.flush()
        if wrong := self.form.unfinished():
            self.form.focus_field(wrong[0])
            return
        answers = self.form.record()
        on, what = answers["on"], answers.words("what")
        if not isinstance(on, date):
            self._refused(Refused("Give the day on which it happened.", "on"))
            return
        ids = [one.id for one in self._chosen]
        told = Told(what, on, answers.words("by_whom"), answers.words("how"))
        write = copies.mark(ids, told, self._desk.today)
        count = f"{len(ids)} copies" if len(ids) > 1 else "1 copy"
        said = f"{count}: {FATES[what].title.en.lower()}." if what in FATES else ""
        self._desk.worker.write(write, self, lambda _changes: self._done(said), self._refused)

    def _done(self, said: str) -> None:
        self._offered = ()
        self._desk.journal.forget(*self._kept_as)
        self.recorded.emit(said)

    def _refused(self, problem: Refused | VaultProblem) -> None:
        if isinstance(problem, Refused) and self.form.focus_field(problem.where):
            self.form.show_refusal(problem.where, problem.why.en)
        else:
            self._desk.worker.failed.emit(problem)

    def _show_past(self, found: tuple[Became, ...]) -> None:
        clear(self._past)
        self._past.addWidget(Heading("Entered so far", 3))
        for one in found:
            how = f": {one.how}" if one.how else ""
            told = f"{FATES[one.what].title.en} {spoken(one.on)}, {one.by_whom}{how}"
            entered = Paragraph(f"Entered {local(one.entered_at)} by {one.entered_by}", voice="quiet")
            for line in (Paragraph(told), entered):
                line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                self._past.addWidget(line)


def _nothing_left(chosen: Sequence[Copy]) -> str:
    if len(chosen) == 1:
        return "Nothing more can become of this copy."
    return "These copies are not all in the same state: choose those to which the same happened."
