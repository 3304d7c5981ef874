"""One question of the self-check: what in the case bears on it, and the officer's own answer in words."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.dates import spoken
from casework.evidence import Checked, Evidence, evidence
from casework.field import Field
from casework.record import Record
from casework.template import PlanTemplate
from desktop.desk import Desk
from desktop.operations import self_checking
from desktop.operations.view import CaseView
from desktop.pages.plan.evidence_line import EvidenceLine
from desktop.pages.saving_form import SavingForm
from desktop.pages.sight import bring_up
from widgets.button import Button
from widgets.disclosure import Disclosed
from widgets.label import Paragraph, PlainLabel
from widgets.layout import clear, column, row
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import px

_LOOKS = {
    "yes": ("Yes", Shape.TICK, "done"),
    "partly": ("Partly", Shape.HALF, "soon"),
    "no": ("No", Shape.DOT, "late"),
}
_KEYS = ("answer", "words")
_LINE = 36


class QuestionLine(QWidget):
    """The question opens in place. ``wanted(record, key, kind)`` leads to what bears on it, ``mended(break, section)``
    adds what is wanting, ``next_wanted`` asks for the next question without an answer.
    """

    wanted = Signal(str, str, str)
    mended = Signal(object, str)
    next_wanted = Signal(str)

    def __init__(self, desk: Desk, template: PlanTemplate, number: int, found: Checked, view: CaseView) -> None:
        super().__init__()
        self._desk, self._template, self._view = desk, template, view
        self.found = found
        self._state = StateWord()
        self._state.setMinimumHeight(px(_LINE))
        self._inside: _Inside | None = None
        self.disclosed = Disclosed(f"{number}  {found.question.asks.en}", self._make)
        line = row(gap=12)
        line.addWidget(self.disclosed, 1)
        line.addWidget(self._state, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self._tell()

    def take(self, found: Checked, view: CaseView) -> None:
        """Show a newer reading."""
        self.found, self._view = found, view
        self._tell()
        if self._inside is not None:
            self._inside.take(found, view)

    def flush(self) -> None:
        """Hand over what is typed."""
        if self._inside is not None:
            self._inside.flush()

    def begin(self) -> None:
        """Open the question, with the focus on its first answer."""
        self.disclosed.button.setChecked(True)
        if self._inside is not None:
            self._inside.begin()

    def take_focus(self) -> None:
        """Put the focus on the question, in sight."""
        self.disclosed.button.setFocus(Qt.FocusReason.TabFocusReason)
        bring_up(self)

    def close_it(self) -> None:
        """Close the question."""
        self.disclosed.button.setChecked(False)

    def go_on(self) -> None:
        """To the next question."""
        self.next_wanted.emit(self.found.question.code)

    def go_to(self, record: str, key: str, kind: str) -> None:
        """Lead on."""
        self.wanted.emit(record, key, kind)

    def _tell(self) -> None:
        answer = self.found.answer
        if answer is None:
            self._state.tell("Not answered", Shape.RING)
        elif self.found.stale:
            self._state.tell("From an earlier version", Shape.DASH, "quiet")
        else:
            self._state.tell(*_LOOKS[answer.words("answer")])

    def _make(self) -> QWidget:
        self._inside = _Inside(self, self._desk, self._template)
        self._inside.take(self.found, self._view)
        return self._inside


class _Inside(QWidget):
    """What stands under an open question."""

    def __init__(self, line: QuestionLine, desk: Desk, template: PlanTemplate) -> None:
        super().__init__()
        self._line, self._desk, self._template = line, desk, template
        self._told: tuple[Evidence, ...] = ()
        self._answered = ""
        self._form: SavingForm | None = None
        self._first: Button | None = None
        self._gave = False
        self._view: CaseView | None = None
        self._bearing: QVBoxLayout = column(gap=2)
        self._answer: QVBoxLayout = column(gap=8)
        why = Paragraph(line.found.question.why.en, voice="quiet")
        self.setLayout(column(why, self._bearing, self._answer, gap=12, margin=(28, 0, 0, 16)))

    def take(self, found: Checked, view: CaseView) -> None:
        """Show a newer reading; the form stays while it is about the same answer."""
        self._view = view
        told = evidence(found.question, view.case, self._template, view.plan_findings)
        if told != self._told:
            self._told = told
            clear(self._bearing)
            for one in told:
                self._bearing.addWidget(self._fact(one))
        held = f"{found.answer.id if found.answer else ''}{found.stale}"
        if self._form is not None and found.answer is not None and held == self._answered:
            self._form.take(view, found.answer)
        elif held != self._answered or self._answer.isEmpty():
            self._answered = held
            self._lay(found, view)

    def flush(self) -> None:
        if self._form is not None:
            self._form.flush()

    def begin(self) -> None:
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.TabFocusReason)
            bring_up(self._line)

    def _fact(self, one: Evidence) -> QWidget:
        if not (one.record or one.kind):
            return PlainLabel(one.words, voice="quiet")
        line = EvidenceLine(self._line, one, self._template)
        line.mended.connect(self._line.mended)
        return line

    def _lay(self, found: Checked, view: CaseView) -> None:
        clear(self._answer)
        self._form = self._first = None
        if found.answer is not None and not found.stale:
            self._form = SavingForm(self._desk, view, _fields(found.answer), found.answer, layout="compact")
            self._answer.addWidget(self._form)
            after = Button("Next question without an answer", kind="link")
            after.clicked.connect(self._line.go_on)
            self._answer.addLayout(row(after, None))
            if self._gave:
                self._gave = False
                QTimer.singleShot(0, self, partial(self._form.focus_field, "words"))
            return
        self._answer.addWidget(PlainLabel("Your own answer", voice="strong"))
        offered = row(gap=8)
        for code, (words, _, _) in _LOOKS.items():
            button = Button(words)
            button.setAccessibleName(f"{words}: {found.question.asks.en}")
            button.clicked.connect(partial(self._give, code, ""))
            offered.addWidget(button)
            self._first = self._first or button
        offered.addStretch(1)
        self._answer.addLayout(offered)
        if found.answer is not None:
            self._answer.addLayout(self._earlier(found.answer))

    def _earlier(self, answer: Record) -> QVBoxLayout:
        on, said = answer["on"], answer.words("answer")
        day = spoken(on) if isinstance(on, date) else "an earlier day"
        words = answer.words("words")
        told = f"On {day}, before this version: {_LOOKS[said][0]}.{f' {words}' if words else ''}"
        keep = Button("Keep that answer", kind="link")
        keep.clicked.connect(partial(self._give, said, words))
        return column(Paragraph(told, voice="quiet"), row(keep, None), gap=4)

    def _give(self, code: str, words: str) -> None:
        if self._view is not None:
            self._gave = True
            answers = {"answer": code} | ({"words": words} if words else {})
            question = self._line.found.question.code
            write = self_checking.give(self._view.case.id, question, answers, self._desk.today)
            self._desk.worker.write(write, self)


def _fields(answer: Record) -> tuple[Field, ...]:
    return tuple(one for one in answer.shape.field if one.key in _KEYS)
