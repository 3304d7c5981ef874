"""A new case: who it is; everything else follows on the case's own pages."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from casework.answer import Absent, Answer
from casework.record import Record, RecordId, record_kinds
from casework.refusal import Refused
from casework.template import plan_templates
from casework.typed import Spot
from desktop import words
from desktop.desk import Desk, Place
from desktop.operations import cases
from desktop.operations.intent import Changes
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
        offered = list(plan_templates().values())
        self._template.offer([(one.code, one.name.en) for one in offered])
        self._template.setCurrentIndex(0)
        self._form = self._blank()
        self._problem = Remark()
        self.make = Button(words.MAKE_CASE.en, kind="primary")
        self.make.clicked.connect(self._make)
        leave = Button(words.CANCEL.en)
        leave.clicked.connect(self._leave)
        template = QWidget()
        label = PlainLabel(words.PLAN_TEMPLATE.en, voice="guided")
        label.setBuddy(self._template)
        template.setLayout(column(label, row(self._template, None), gap=4))
        template.setVisible(len(offered) > 1)
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
        first = self._form.editor(_ASKED[0]).buddy()
        self.setFocusProxy(first)
        first.setFocus()

    def _blank(self) -> RecordForm:
        person = record_kinds()["person"]
        fields = tuple(one for key in _ASKED if (one := person.get(key)))
        form = RecordForm(fields, Record(RecordId(""), "person"), self.desk.today)
        for editor in form.editors():
            self.desk.journal.follow(editor, Spot("", _FORM, editor.key), kept=False)
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

    def _leave(self) -> None:
        self.desk.journal.forget("", _FORM)
        self.desk.want(Place("cases"))


def _born(answer: Answer) -> date | Absent:
    return answer if isinstance(answer, date | Absent) else Absent.NOT_ASKED
