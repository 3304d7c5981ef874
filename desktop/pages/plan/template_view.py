"""The template of a plan: which there are, which the facts speak for and why, and what another one would change."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from casework.refusal import Refused
from casework.template import PlanTemplate, plan_templates
from casework.template_move import Move, Unplaced, move
from desktop import words_templates as words
from desktop.desk import Desk
from desktop.operations import templates
from desktop.operations.templates import Offer
from desktop.operations.view import CaseView
from desktop.pages.asked_words import why_a_new_version
from desktop.strip import sentence
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.disclosure import Disclosed
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, clear, column, row, upright
from widgets.option import Radio
from widgets.remark import Remark
from widgets.theme import px
from widgets.told import Told, ToldList

_SIDE = 400
_READABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class TemplateView(QWidget):
    """Nothing changes before the button; ``settled`` comes once the plan has its template."""

    settled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: CaseView | None = None
        self._offer = Offer(())
        self._chosen = ""
        self._group = QButtonGroup(self)
        self._now = Paragraph("", voice="quiet")
        self._choices: QVBoxLayout = column(gap=8)
        self._change: QVBoxLayout = column(gap=12)
        self._problem = Remark()
        self.take_it = Button(words.TEMPLATE_TAKE.en, kind="primary")
        self.take_it.clicked.connect(self._take_it)
        left, right = QWidget(), QWidget()
        head = column(Heading(words.TEMPLATE_OF_PLAN.en), self._now, gap=4)
        left.setLayout(column(head, self._choices, None, gap=16, margin=(24, 16, 24, 24)))
        right.setLayout(column(self._change, None, gap=12, margin=(20, 20, 20, 24)))
        side = Scrolled(right, name=words.TEMPLATE_CHANGES.en)
        side.setFixedWidth(px(_SIDE))
        body = row(gap=0)
        body.addWidget(Scrolled(left, name=words.TEMPLATE_OF_PLAN.en), 1)
        body.addWidget(upright())
        body.addWidget(side)
        whole = column(gap=0)
        whole.addLayout(body, 1)
        whole.addLayout(row(self._problem, None, self.take_it, gap=8, margin=(24, 8, 24, 8)))
        self.setLayout(whole)

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        self._view = view
        self._desk.worker.read(templates.offer(view.case.id, view.today), self, self._show)

    def choose(self, code: str) -> None:
        """Choose a template as a click would."""
        for button in self._group.buttons():
            if button.property("code") == code:
                button.click()

    def _show(self, offer: Offer) -> None:
        if self._view is None:
            return
        self._problem.tell("")
        self._offer = offer
        now = plan_templates().get(self._view.case.one("plan").words("template"))
        self._now.setText(words.TEMPLATE_NOW.filled(told=now.told() if now else "").en)
        clear(self._choices)
        self._group = QButtonGroup(self)
        kept = self._chosen if self._chosen in {one.code for one in offer.templates} else ""
        self._chosen = kept or (now.code if now else "")
        for one in offer.templates:
            because = offer.because.get(one.code)
            said = (
                f"{words.TEMPLATE_SUGGESTED.filled(because=because.en).en} {one.about.en}" if because else one.about.en
            )
            button = Radio(_named(one), said)
            button.setProperty("code", one.code)
            button.setChecked(one.code == self._chosen)
            button.clicked.connect(partial(self._look_at, one.code))
            self._group.addButton(button)
            self._choices.addWidget(button)
        self._look_at(self._chosen)

    def _about(self, one: PlanTemplate) -> str:
        because = self._offer.because.get(one.code)
        suggested = words.TEMPLATE_SUGGESTED.filled(because=because.en).en if because else ""
        return " ".join(said for said in (suggested, one.about.en) if said)

    def _look_at(self, code: str, *_: object) -> None:
        self._chosen = code
        clear(self._change)
        template = plan_templates().get(code)
        view = self._view
        if template is None or view is None:
            self.take_it.setEnabled(False)
            return
        same = template.code == view.case.one("plan").words("template")
        self.take_it.setEnabled(not (same and view.draft))
        number = view.versions[0].number + 1 if view.versions else 1
        self.take_it.set_words((words.TEMPLATE_TAKE if view.draft else words.TEMPLATE_START.filled(n=number)).en)
        self._change.addWidget(Heading(template.name.en, 2))
        self._tell(template, move(view.case, template), same=same)

    def _tell(self, template: PlanTemplate, found: Move, *, same: bool) -> None:
        answers = [one for one in found.unplaced if one.key]
        records = [one for one in found.unplaced if one.kind]
        told = [
            Told(words.TEMPLATE_SECTIONS.en, str(len(template.section))),
            Told(words.TEMPLATE_KEPT.en, words.TEMPLATE_KEPT_TOLD.filled(n=found.kept).en),
        ]
        if found.new and not same:
            told.append(Told(words.TEMPLATE_NEW.en, " · ".join(one.title.en for one in found.new)))
        told += [Told(one.label.en, words.TEMPLATE_RECORDS.filled(n=one.count).en) for one in records]
        self._change.addWidget(ToldList(told, label_px=110))
        if not answers:
            self._change.addWidget(Paragraph(words.TEMPLATE_ALL_PLACED.en, voice="quiet"))
            return
        count = words.TEMPLATE_UNPLACED if len(answers) > 1 else words.TEMPLATE_UNPLACED_ONE
        self._change.addWidget(Heading(count.filled(n=len(answers)).en, 2))
        self._change.addWidget(Paragraph(words.TEMPLATE_UNPLACED_HOW.en, voice="quiet"))
        for one in answers:
            self._change.addWidget(Disclosed(one.label.en, partial(_said, one), about=one.section.en))

    def _take_it(self) -> None:
        view = self._view
        if view is None or not self._chosen:
            return
        if view.draft:
            write = templates.carry_over(view.case.id, self._chosen)
        else:
            reason = why_a_new_version(self, self._desk, view.case.id) if view.versions else ""
            if view.versions and not reason:
                return
            write = templates.start(view.case.id, self._chosen, self._desk.today, reason)
        self.take_it.setEnabled(False)
        self._desk.worker.write(write, self, self._taken, self._refused)

    def _taken(self, *_: object) -> None:
        self.settled.emit()

    def _refused(self, problem: Refused | VaultProblem) -> None:
        self.take_it.setEnabled(True)
        self._problem.tell(sentence(problem))


def _named(one: PlanTemplate) -> str:
    told = words.TEMPLATE_LOCAL.filled(name=one.name.en, version=one.version, area=one.area.en)
    return told.en if one.local else one.name.en


def _said(one: Unplaced) -> QWidget:
    told = Paragraph(one.said)
    told.setTextInteractionFlags(_READABLE)
    return told
