"""Templates: what the program publishes, what the area made of it; copied, saved as files, taken in again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QSizePolicy, QVBoxLayout, QWidget

from casework.dates import spoken
from casework.field import Field, FieldType
from casework.record import Record, RecordId
from casework.refusal import Refused
from casework.template import PlanTemplate, plan_templates, published
from casework.template_choice import newest
from desktop import words
from desktop import words_templates as own
from desktop.desk import Desk, Place
from desktop.operations import templates
from desktop.operations.intent import Changes
from desktop.pages.page import Page
from desktop.pages.sight import bring_up
from desktop.strip import sentence
from storage.problems import VaultProblem
from storage.templates import LocalTemplate
from widgets.button import Button
from widgets.file_question import choose_file
from widgets.form import RecordForm
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, clear, column, row, rule
from widgets.remark import Remark
from widgets.theme import mark, px

_WIDE, _ALL = 860, 1000
_FILES = ("Template (*.toml)",)
_ASKED = ("name", "version", "area", "sections")


class TemplatesPage(Page):
    """A copy is asked for in place; whatever was refused is told beside the buttons that asked for it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._cards: list[TemplateCard] = []
        self._problem = Remark()
        self.take_in = Button(own.TEMPLATE_TAKE_IN.en, icon="plus", kind="primary")
        self.take_in.clicked.connect(self._take_in)
        self._own: QVBoxLayout = column(gap=8)
        self._published: QVBoxLayout = column(gap=8)
        self._problem.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        told = row(self._problem, self.take_in, gap=12)
        told.setAlignment(self.take_in, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        head = column(Heading(own.TEMPLATES.en), Paragraph(own.TEMPLATES_HOW.en, voice="quiet"), told, gap=8)
        lists = column(
            Heading(own.TEMPLATES_OWN.en, 2),
            self._own,
            Heading(own.TEMPLATES_PUBLISHED.en, 2),
            self._published,
            None,
            gap=12,
        )
        page = column(_wide(head, (24, 24, 24, 8)), rule(), gap=0)
        page.addWidget(Scrolled(_wide(lists, (24, 16, 24, 24)), name=own.TEMPLATES.en), 1)
        self.setLayout(page)
        self.setFocusProxy(self.take_in)

    def open(self, _place: Place) -> None:
        self._problem.tell("")
        self._read()

    def cards(self) -> list[TemplateCard]:
        """What is shown, those of the area first."""
        return list(self._cards)

    # the workings

    def _read(self) -> None:
        self.desk.worker.read(templates.local(), self, self._show)

    def _show(self, held: tuple[LocalTemplate, ...]) -> None:
        clear(self._own)
        clear(self._published)
        offered = newest(one.template for one in held if not one.withdrawn)
        mine = [TemplateCard(self, one.template, one, later=one.template not in offered) for one in held]
        theirs = [TemplateCard(self, one, later=one not in newest(published())) for one in published()]
        self._cards = [*mine, *theirs]
        for card in mine:
            self._own.addWidget(card)
        for card in theirs:
            self._published.addWidget(card)
        if not held:
            self._own.addWidget(Paragraph(own.TEMPLATES_NONE.en, voice="quiet"))

    def _take_in(self) -> None:
        place = choose_file(self, own.TEMPLATE_TAKE_IN.en, "open", kinds=_FILES)
        if place is not None:
            self.desk.worker.write(templates.take_in(place), self, self._taken, self.refuse)

    def _taken(self, changes: Changes) -> None:
        self._problem.tell("")
        self.desk.tell(own.TEMPLATE_IS_IN.filled(told=plan_templates()[changes.made].told()).en)
        self.take_in.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def save(self, template: PlanTemplate) -> None:
        """Save a template as a file."""
        place = choose_file(self, own.TEMPLATE_SAVE.en, "save", name=f"{template.name.en}.toml", kinds=_FILES)
        if place is not None:
            self.desk.worker.read(templates.save(template.code, place), self, self._saved, self.refuse)

    def _saved(self, place: Path) -> None:
        self._problem.tell("")
        self.desk.tell(own.TEMPLATE_SAVED_AS.filled(name=place.name).en)

    def copy(self, code: str, asked: Record, otherwise: Callable[[Refused | VaultProblem], None]) -> None:
        """Make a template of the area from another."""
        self.desk.worker.write(
            templates.copy(code, *(asked.words(key) for key in _ASKED)), self, self._taken, otherwise
        )

    def withdraw(self, code: str, *, withdrawn: bool) -> None:
        """Offer a template no longer, or again."""
        self.desk.worker.write(templates.withdraw(code, withdrawn=withdrawn), self, self._withdrawn, self.refuse)

    def _withdrawn(self, _changes: Changes) -> None:
        self.take_in.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def refuse(self, problem: Refused | VaultProblem) -> None:
        """Say what could not be done."""
        self._problem.tell(sentence(problem))


def _wide(body: QLayout, margin: tuple[int, int, int, int]) -> QWidget:
    inside, holder = QWidget(), QWidget()
    inside.setMaximumWidth(px(_WIDE) + 48)
    inside.setLayout(column(body, margin=margin))
    line = row(inside, None, gap=0)
    line.setStretch(0, _ALL)
    holder.setLayout(line)
    return holder


class TemplateCard(QFrame):
    """One template, with what can be done with it; the copy's name, version and area are asked under it."""

    def __init__(
        self, page: TemplatesPage, template: PlanTemplate, held: LocalTemplate | None = None, *, later: bool
    ) -> None:
        super().__init__()
        self._page, self.template, self._held = page, template, held
        self._form: RecordForm | None = None
        mark(self, card=True)
        name = template.name.en
        body = column(PlainLabel(name, voice="strong"), gap=4)
        body.addWidget(Paragraph(_told(template, held, later=later), voice="quiet"))
        self.copy = Button(own.TEMPLATE_COPY.en, kind="quiet")
        self.copy.clicked.connect(self._ask)
        self.save = Button(own.TEMPLATE_SAVE.en, kind="quiet")
        self.save.clicked.connect(partial(page.save, template))
        buttons = [self.copy, self.save]
        if held is not None:
            offer = Button((own.TEMPLATE_OFFER if held.withdrawn else own.TEMPLATE_WITHDRAW).en, kind="quiet")
            offer.clicked.connect(partial(page.withdraw, template.code, withdrawn=not held.withdrawn))
            buttons.append(offer)
        line = row(gap=4)
        line.addLayout(body, 1)
        for button in buttons:
            button.setAccessibleName(f"{button.text()} {name}")
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._below: QVBoxLayout = column(gap=8)
        whole = column(gap=8, margin=(16, 12, 12, 12))
        whole.addLayout(line)
        whole.addLayout(self._below)
        self.setLayout(whole)
        self.setAccessibleName(template.told())

    def form(self) -> RecordForm | None:
        """What is asked of a copy, once it is asked."""
        return self._form

    def _ask(self) -> None:
        if self._form is not None:
            self._leave()
            return
        # The record only carries what is typed into the form; it is never kept.
        record = Record(RecordId("copy"), "plan", None, {"name": self.template.name.en, "version": self._next()})
        if self.template.local:
            record = record.answered("area", self.template.area.en)
        record = record.answered("sections", "\n".join(one.title.en for one in self.template.section))
        asked = (own.TEMPLATE_NAME, own.TEMPLATE_VERSION, own.TEMPLATE_AREA)
        fields = [
            Field(key, label, required=True, may_be_unknown=False) for key, label in zip(_ASKED, asked, strict=False)
        ]
        fields.append(
            Field(
                _ASKED[-1], own.TEMPLATE_SECTIONS, FieldType.LONG, help=own.TEMPLATE_SECTIONS_HOW, may_be_unknown=False
            )
        )
        self._form = RecordForm(fields, record, self._page.desk.today, layout="compact")
        self._page.desk.journal.follow_form(self._form, *self._kept_as)
        leave, make = Button(words.CANCEL.en), Button(own.TEMPLATE_MAKE_COPY.en)
        leave.clicked.connect(self._leave)
        make.clicked.connect(self.make)
        self._below.addWidget(self._form)
        self._below.addLayout(row(None, leave, make, gap=8))
        self._form.focus_field("version" if self.template.local else "area")
        bring_up(self)

    def make(self) -> None:
        """Make the copy that was asked for."""
        if self._form is not None:
            self._form.flush()
            self._page.copy(self.template.code, self._form.record(), self._refused)

    def _refused(self, problem: Refused | VaultProblem) -> None:
        key = problem.where.rsplit(".", 1)[-1] if isinstance(problem, Refused) else ""
        if self._form is not None and key in _ASKED:
            self._form.show_refusal(key, sentence(problem))
            self._form.focus_field(key)
        else:
            self._page.refuse(problem)

    @property
    def _kept_as(self) -> tuple[str, str]:
        """By what the journal knows the form of a copy."""
        return "", f"copy of {self.template.code}"

    def _leave(self) -> None:
        self._page.desk.journal.forget(*self._kept_as)
        clear(self._below)
        self._form = None
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self) -> str:
        version = self.template.version
        return str(int(version) + 1) if version.isdecimal() else f"{version}.1" if version else templates.FIRST


def _told(template: PlanTemplate, held: LocalTemplate | None, *, later: bool) -> str:
    if held is None:
        parts = [own.TEMPLATE_EDITION.filled(n=template.edition, area=template.area.en).en]
    else:
        when = spoken(held.taken_at.astimezone().date())
        parts = [
            own.TEMPLATE_OWN_VERSION.filled(version=template.version, area=template.area.en).en,
            own.TEMPLATE_TAKEN_IN.filled(when=when, who=held.taken_by).en,
        ]
    if held is not None and held.withdrawn:
        parts.append(own.TEMPLATE_WITHDRAWN.en)
    elif later:
        parts.append(own.TEMPLATE_OLDER.en)
    return " · ".join(parts) + (f"\n{template.about.en}" if template.about.en else "")
