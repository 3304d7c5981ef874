"""The people of a case file: who opens it, since when, when last; adding, removing, passphrases, recovery words."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from casework.refusal import Refused
from casework.typed import Spot
from desktop.desk import Desk, Place
from desktop.operations import people
from desktop.operations.people import People
from desktop.pages.moments import local
from desktop.pages.page import Page
from desktop.pages.people_steps import AddStep, PassphraseStep, RemoveStep, WordsStep
from desktop.pages.reading import Reading
from storage.members import Member
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import clear, column, row
from widgets.notice import Notice
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import mark

_WIDE, _STEP = 720, 560
_HOW = (
    "Each person opens this case file with a passphrase of their own and signs with keys of their own. What somebody "
    "did stands under their name in the log, also after they have left."
)


class PeoplePage(Page):
    """A list, and one step at a time in place of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._stack = QStackedWidget()
        self.notice = Notice()
        self.add = Button("Add a person", icon="plus", kind="primary")
        self.passphrase = Button("Change my passphrase", icon="key-round")
        self.words = Button("New recovery words", icon="printer")
        self._rows, self._past = column(gap=8), column(gap=4)
        self._step: QWidget | None = None
        self._asked: AddStep | PassphraseStep | RemoveStep | WordsStep | None = None
        for button, way in ((self.add, self._add), (self.passphrase, self._change), (self.words, self._renew)):
            button.clicked.connect(way)
        back = Button("Back to the settings", icon="arrow-left", kind="quiet")
        back.clicked.connect(self._leave)
        head = column(Heading("People of this case file"), Paragraph(_HOW, voice="quiet"), gap=4)
        ways = row(self.passphrase, self.words, None, self.add, gap=8)
        body = column(row(back, None), head, self.notice, self._rows, ways, self._past, None, gap=16, margin=24)
        self._list = Reading(body, _WIDE, "People of this case file")
        self._stack.addWidget(self._list)
        self.setLayout(column(self._stack, gap=0))
        self.setFocusProxy(self.add)
        self.notice.tell("")

    def open(self, place: Place) -> None:  # noqa: ARG002 - it has no places
        self.notice.tell("")
        self._show_list()

    # the list

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._list)
        if self._step is not None:
            self._stack.removeWidget(self._step)
            self._step.deleteLater()
            self._step = None
        self.desk.worker.read(people.people, self, self._show)

    def _show(self, found: People) -> None:
        clear(self._rows)
        for one in found.present:
            self._rows.addWidget(PersonRow(self, one, own=one.id == found.own, removable=not found.by_words))
        self.passphrase.setVisible(not found.by_words)
        clear(self._past)
        if found.left:
            self._past.addWidget(Heading("No longer open it", 2))
        for one in found.left:
            told = f"{one.name}, from {_day(one.since)} to {_day(one.left)}. What they did stands in the log."
            self._past.addWidget(Paragraph(told, voice="quiet"))

    def ask_removal(self, member: Member) -> None:
        """Ask what removing somebody needs."""
        step = RemoveStep(member)
        step.wanted.connect(partial(self._remove, step, member))
        self._turn_to(step)

    # the steps

    def _add(self) -> None:
        step = AddStep()
        step.wanted.connect(partial(self._write_add, step))
        self._turn_to(step)

    def _write_add(self, step: AddStep, name: str, label: str, passphrase: bytearray) -> None:
        write = people.add(name, passphrase, label)
        done = partial(self._done, f"{name} now opens this case file with their own passphrase.")
        self.desk.worker.write(write, self, done, partial(self._refused, step))

    def _change(self) -> None:
        step = PassphraseStep()
        step.wanted.connect(partial(self._write_passphrase, step))
        self._turn_to(step)

    def _write_passphrase(self, step: PassphraseStep, present: bytearray, fresh: bytearray) -> None:
        done = partial(self._done, "Your passphrase is changed. The old one opens nothing any more.")
        self.desk.worker.write(people.change_passphrase(present, fresh), self, done, partial(self._refused, step))

    def _remove(self, step: RemoveStep, member: Member, reason: str, passphrase: bytearray) -> None:
        write = people.remove(member.id, reason, passphrase)
        said = f"{member.name} no longer opens this case file. If they may know the recovery words, make new ones now."
        self.desk.worker.write(write, self, partial(self._done, said), partial(self._refused, step))

    def _renew(self) -> None:
        step = WordsStep()
        step.wanted.connect(partial(self._make_words, step))
        step.finished.connect(partial(self._done, "The new recovery words hold. Destroy the old sheet.", None))
        self._turn_to(step)

    def _make_words(self, step: WordsStep) -> None:
        self.desk.worker.read(people.new_words(), self, step.show_words, partial(self._refused, step))

    def _turn_to(self, step: AddStep | PassphraseStep | RemoveStep | WordsStep) -> None:
        self._asked = step
        step.left.connect(self._show_list)
        for key, line in step.lines().items():
            self.desk.journal.follow_box(line.box, Spot("", "", f"{step.title}: {key}"))
        holder = Reading(column(step), _STEP, step.title)
        self._step = holder
        self._stack.addWidget(holder)
        self._stack.setCurrentWidget(holder)
        step.begin()

    def _done(self, told: str, _changes: object) -> None:
        if self._asked is not None:
            for key in self._asked.lines():
                self.desk.journal.forget("", "", f"{self._asked.title}: {key}")
        self._show_list()
        self.notice.tell(told, "done")
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(
        self, step: AddStep | PassphraseStep | RemoveStep | WordsStep, problem: Refused | VaultProblem
    ) -> None:
        step.refuse(problem)

    def _leave(self) -> None:
        self.desk.want(Place("settings"))


class PersonRow(QFrame):
    """One person, with the way to remove them where it is not oneself."""

    def __init__(self, page: PeoplePage, member: Member, *, own: bool, removable: bool) -> None:
        super().__init__()
        self._page, self.member = page, member
        mark(self, card=True)
        name = f"{member.name} (you)" if own else member.name
        told = f"Since {_day(member.since)} · last use {_day(member.last) if member.last else 'never'}"
        lines = column(
            row(PlainLabel(name, voice="strong"), PlainLabel(member.label, voice="quiet"), None, gap=8), gap=2
        )
        lines.addWidget(PlainLabel(told, voice="quiet"))
        if member.awaited:
            lines.addWidget(StateWord("takes up the new key when they next unlock", Shape.HALF, "soon"))
        line = row(gap=8, margin=(16, 12, 12, 12))
        line.addLayout(lines, 1)
        self.remove = Button("Remove…", kind="quiet")
        self.remove.setAccessibleName(f"Remove {member.name}")
        self.remove.setVisible(removable and not own)
        self.remove.clicked.connect(self._ask)
        line.addWidget(self.remove)
        self.setLayout(line)
        self.setAccessibleName(f"{name}. {told}")

    def _ask(self) -> None:
        self._page.ask_removal(self.member)


def _day(moment: str) -> str:
    return local(datetime.fromisoformat(moment))
