"""A new case: who it is; everything else follows on the case's own pages."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casework.answer import Absent, Answer
from casework.case import Case
from casework.record import CaseId, Record, RecordId, record_kinds
from casework.refusal import Refused
from casework.template import published
from casework.template_choice import offered, suggested
from desktop import words
from desktop import words_templates as of_templates
from desktop.desk import Desk, Place
from desktop.operations import cases, templates
from desktop.operations.intent import Changes
from desktop.operations.templates import Offer
from desktop.pages.page import Page
from desktop.strip import sentence
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, column, row
from widgets.remark import Remark
from widgets.theme import px

_ASKED = ("surname", "forenames", "date_of_birth")
_FORM = "new case"
_WIDE, _ALL = 560, 1000


class NewCasePage(Page):
    """Opens the case as soon as it is made."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._template = Chooser(words.PLAN_TEMPLATE.en, find=False)
        self._template.activated.connect(self._tell_about)
        self._offer = Offer(offered(published()))
        self._template.offer([(one.code, one.name.en) for one in self._offer.templates])
        self._about = Paragraph("", voice="quiet")
        self._suits = Paragraph("", voice="quiet")
        self._suited = ""
        self._choose_it = Button(of_templates.TEMPLATE_CHOOSE_IT.en, kind="link")
        self._choose_it.clicked.connect(self._choose)
        self._form = self._blank()
        self._problem = Remark()
        self.make = Button(words.MAKE_CASE.en, kind="primary")
        self.make.clicked.connect(self._make)
        leave = Button(words.CANCEL.en)
        leave.clicked.connect(self._leave)
        template = QWidget()
        label = PlainLabel(words.PLAN_TEMPLATE.en, voice="guided")
        label.setBuddy(self._template)
        suits = column(self._suits, row(self._choose_it, None), gap=0)
        template.setLayout(column(label, row(self._template, None), self._about, suits, gap=4))
        self._body = column(self._form)
        foot = row(None, leave, self.make, gap=8)
        inside = QWidget()
        inside.setMaximumWidth(px(_WIDE) + 48)
        inside.setLayout(
            column(
                Heading(words.NEW_CASE.en),
                Paragraph(words.NEW_CASE_HOW.en, voice="quiet"),
                8,
                self._body,
                template,
                self._problem,
                8,
                foot,
                None,
                gap=16,
                margin=24,
            )
        )
        holder = QWidget()
        line = row(inside, None, gap=0)
        line.setStretch(0, _ALL)
        holder.setLayout(line)
        self.setLayout(column(Scrolled(holder, name=words.NEW_CASE.en)))

    def open(self, _place: Place) -> None:
        self._form.flush()
        self._form.hide()
        fresh = self._blank()
        self._body.replaceWidget(self._form, fresh)
        self._form.deleteLater()
        self._form = fresh
        self._problem.tell("")
        self._wait(waiting=False)
        self._listen()
        self.desk.worker.read(templates.offer(None, self.desk.today), self, self._take_offer)
        first = self._form.editor(_ASKED[0]).buddy()
        self.setFocusProxy(first)
        first.setFocus()

    def _listen(self) -> None:
        self._form.answered.connect(self._suggest)
        self._suggest()

    def _take_offer(self, offer: Offer) -> None:
        chosen = self._template.currentData()
        self._offer = offer
        self._template.offer([(one.code, one.name.en) for one in offer.templates])
        self._template.setCurrentIndex(max(0, self._template.findData(chosen)))
        self._tell_about()

    def _tell_about(self) -> None:
        chosen = next((one for one in self._offer.templates if one.code == self._template.currentData()), None)
        self._about.setText(chosen.about.en if chosen else "")
        self._suggest()

    def _suggest(self, *_: object) -> None:
        """Say what the date of birth speaks for; choosing is left to the person."""
        case = Case(CaseId(""), "", (self._form.record(),))
        found = next(iter(suggested(case, self._offer.templates, self.desk.today)), None)
        wanted = found is not None and found.template.code != self._template.currentData()
        self._suits.setVisible(wanted)
        self._choose_it.setVisible(wanted)
        if found is not None:
            self._suited = found.template.code
            said = of_templates.TEMPLATE_MADE_FOR.filled(because=found.because.en, name=found.template.name.en)
            self._suits.setText(said.en)

    def _choose(self) -> None:
        self._template.setCurrentIndex(self._template.findData(self._suited))
        self._tell_about()

    def _blank(self) -> RecordForm:
        person = record_kinds()["person"]
        fields = tuple(one for key in _ASKED if (one := person.get(key)))
        form = RecordForm(fields, Record(RecordId(""), "person"), self.desk.today)
        self.desk.journal.follow_form(form, "", _FORM)
        return form

    def _make(self) -> None:
        self._form.flush()
        if self._form.unfinished():
            self._form.focus_field(self._form.unfinished()[0])
            return
        person = self._form.record()
        self._wait(waiting=True)
        template = str(self._template.currentData())
        made = cases.new(
            person.words("surname"), person.words("forenames"), _born(person["date_of_birth"]), template,
            self.desk.today,
        )  # fmt: skip
        self.desk.worker.write(made, self, self._made, self._refused)

    def _made(self, changes: Changes) -> None:
        self.desk.journal.forget("", _FORM)
        self.desk.want(Place("case", changes.made, "person"))

    def _refused(self, problem: Refused | VaultProblem) -> None:
        self._wait(waiting=False)
        if isinstance(problem, Refused) and problem.where in _ASKED:
            self._form.show_refusal(problem.where, problem.why.en)
            self._form.focus_field(problem.where)
        else:
            self._problem.tell(sentence(problem))

    def _wait(self, *, waiting: bool) -> None:
        self.make.setEnabled(not waiting)
        self._form.setEnabled(not waiting)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter after the last answer makes the case."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.make.isEnabled():
            self._make()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.desk.journal.forget("", _FORM)
        self.desk.want(Place("cases"))


def _born(answer: Answer) -> date | Absent:
    return answer if isinstance(answer, date | Absent) else Absent.NOT_ASKED
