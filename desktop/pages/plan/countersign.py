"""A second person at the keyboard: countersigns a version with their own passphrase, or returns it with words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from casework.refusal import Refused
from casework.typed import Spot
from desktop import words
from desktop.desk import Desk
from desktop.operations import countersigning
from desktop.pages.secret import SecretField
from desktop.strip import sentence
from storage.members import Member
from storage.plan_version import PlanVersion
from storage.problems import VaultProblem, WrongPassphrase
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.progress import Progress
from widgets.remark import Remark
from widgets.theme import px

_WIDE = 480
_HOW = (
    "A second person who has read this version signs it with their own passphrase, here and now. The signature covers "
    "the case and the pages as they were frozen. It opens nothing else."
)
_RETURN_HOW = "A second person who has read this version gives it back with words, under their own passphrase."
_WHO = "The second person"
_NOBODY = "Nobody else opens this case file: add a second person under Settings, then they can countersign."


class Countersign(QDialog):
    """Stays open, with what was typed, until the signature stands or it is left."""

    def __init__(self, parent: QWidget, desk: Desk, version: PlanVersion) -> None:
        super().__init__(parent.window())
        self._desk, self._version = desk, version
        draft = version.state == "draft"
        title = f"{'Return' if draft else 'Countersign'} version {version.number}"
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(px(_WIDE))
        self.who = Chooser(_WHO, find=False)
        self.passphrase = SecretField(words.PASSPHRASE.en)
        self.passphrase.entered.connect(self._enter)
        self.words = QPlainTextEdit()
        self.words.setAccessibleName("What is wanted first")
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(px(96))
        self._spot = Spot(version.case, "", f"wanted first {version.id}")
        desk.journal.follow_box(self.words, self._spot)
        self.problem, self.progress = Remark(), Progress()
        self.leave, self.give_back = Button("Cancel"), Button("Return with words…")
        self.sign = Button("Countersign", kind="primary")
        self.leave.clicked.connect(self.reject)
        self.give_back.clicked.connect(self._give_back)
        self.sign.clicked.connect(self._sign)
        self.sign.setVisible(not draft)
        self._asked, self._returning = QWidget(), QWidget()
        label = PlainLabel(_WHO, voice="strong")
        label.setBuddy(self.who)
        self._asked.setLayout(column(column(label, self.who, gap=4), self.passphrase, gap=16))
        wanted = PlainLabel("What is wanted first", voice="strong")
        wanted.setBuddy(self.words)
        self._returning.setLayout(column(wanted, self.words, gap=4))
        self._returning.setVisible(draft)
        self._how = Paragraph(_RETURN_HOW if draft else _HOW, most=60)
        foot = row(self.leave, None, self.give_back, self.sign, gap=8)
        self._body = column(
            Heading(title),
            self._how,
            self._returning,
            self._asked,
            self.problem,
            self.progress,
            foot,
            gap=16,
            margin=24,
        )
        self.setLayout(self._body)
        desk.worker.read(countersigning.seconds(version), self, self._offer)

    def _offer(self, people: Sequence[Member]) -> None:
        self.who.offer([(one.id, one.name) for one in people])
        self.who.setCurrentIndex(0 if len(people) == 1 else -1)
        for one in (self._asked, self.give_back, self.sign):
            one.setEnabled(bool(people))
        if not people:
            self._how.setText(_NOBODY)
            self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        (self.passphrase if len(people) == 1 else self.who).setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self.sign.isVisible() and not self._returning.isVisible():
            self._sign()
        else:
            self._give_back()

    def _chosen(self) -> str:
        """Who it is, where everything is given; else the wanting box says so."""
        if self.who.currentData() is None:
            self.problem.tell(words.SAY_WHO.en)
            self.who.setFocus()
            return ""
        if not self.passphrase.text():
            self.passphrase.refuse("Type the passphrase of the second person.")
            return ""
        self.problem.tell("")
        return str(self.who.currentData())

    def _sign(self) -> None:
        if not (member := self._chosen()):
            return
        self._wait(waiting=True)
        given = self.passphrase.copied()
        write = countersigning.sign(self._version.case, self._version.id, member, given)
        self._desk.worker.write(write, self, self._done, self._refused)

    def _give_back(self) -> None:
        if not self._returning.isVisibleTo(self):
            self._returning.show()
            self.give_back.set_words("Return it")
            self._make_room()
            self.words.setFocus()
            return
        if not self.words.toPlainText().strip():
            self.problem.tell("Say what is wanted before it is countersigned.")
            self.words.setFocus()
            return
        if not (member := self._chosen()):
            return
        self._wait(waiting=True)
        said, given = self.words.toPlainText(), self.passphrase.copied()
        write = countersigning.give_back(self._version.case, self._version.id, member, given, said)
        self._desk.worker.write(write, self, self._done, self._refused)

    def _done(self, _changes: object) -> None:
        self._desk.journal.forget(self._spot.case, self._spot.record, self._spot.key)
        self.passphrase.clear()
        self.accept()

    def _refused(self, problem: Refused | VaultProblem) -> None:
        self._wait(waiting=False)
        if isinstance(problem, WrongPassphrase):
            self.passphrase.refuse("That is not the passphrase of the person chosen: check Caps Lock, and try again.")
        else:
            self.problem.tell(sentence(problem))
        self._make_room()

    def _make_room(self) -> None:
        """Grow by what is told; what was typed stays where it is."""
        self._body.activate()
        self.resize(self.width(), self._body.totalHeightForWidth(self.width()))

    def _wait(self, *, waiting: bool) -> None:
        for one in (self._asked, self._returning, self.give_back, self.sign, self.leave):
            one.setEnabled(not waiting)
        if waiting:
            self.progress.start("Checking the passphrase…")
        else:
            self.progress.stop()
