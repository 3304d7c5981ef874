"""What is asked to add a person, change a passphrase, remove somebody, make new recovery words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.refusal import Refused
from desktop.pages.asked_line import AskedLine
from desktop.pages.new_passphrase import NewPassphrase
from desktop.pages.recovery_words import RecoveryWords
from desktop.pages.secret import SecretField
from desktop.strip import sentence
from storage.members import Member
from storage.problems import VaultProblem, WrongPassphrase
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import column, row
from widgets.notice import Notice
from widgets.progress import Progress
from widgets.remark import Remark

_ADD_HOW = (
    "Let the person sit down here themselves: their passphrase is theirs alone, and nobody can read it back. "
    "They can then unlock this case file, and countersign."
)
_LABEL_HELP = "Stands on the unlock page, readable without a passphrase: initials or a number, never a name."
_REMOVE_HOW = (
    "The whole case file is put under another key. It takes a moment, and as much free space again as it takes now."
)
_REMOVE_MEANS = (
    "Everybody else is not here to type a passphrase, so the new key is left for them, sealed and signed by you. They "
    "notice nothing: it is taken up when they next unlock. Copies of this case file that the person made before stay "
    "readable to them; backups inside it are made anew. If they may know the recovery words, make new ones afterwards."
)
_WORDS_HOW = (
    "Twelve new words take the place of the old ones, which open nothing from that moment. Have pen and paper ready."
)


class _Step(QWidget):
    """Asks; ``left`` goes back with nothing changed."""

    left = Signal()
    title = ""

    def __init__(self, title: str, how: str, reply: str, *, danger: bool = False) -> None:
        super().__init__()
        self.title = title
        self.problem, self.progress = Remark(), Progress()
        self.go = Button(reply, kind="" if danger else "primary", role="danger" if danger else "")
        self.go.clicked.connect(self.ask)
        self.cancel = Button("Cancel", kind="quiet")
        self.cancel.clicked.connect(self.left)
        self._body = column(column(Heading(title), Paragraph(how), gap=8), gap=20, margin=24)
        self.setLayout(self._body)

    def finish(self, *asked: QWidget) -> None:
        """Lay out what is asked, and the way on under it."""
        for one in (*asked, self.problem, self.progress):
            self._body.addWidget(one)
        self._body.addLayout(row(self.cancel, None, self.go, gap=8))
        self._body.addStretch(1)

    def lines(self) -> dict[str, AskedLine]:
        """The lines that are no secret, each with the name of what is asked."""
        return {}

    def begin(self) -> None:
        """Put the cursor where it begins."""

    def ask(self) -> None:
        """Everything is given: ask for it to be done."""

    def wait(self, told: str) -> None:
        """It is being done."""
        self.problem.tell("")
        self.go.setEnabled(False)
        self.cancel.setEnabled(False)
        self.progress.start(told)

    def refuse(self, problem: Refused | VaultProblem) -> None:
        """It was not done: say why, with what was typed still there."""
        self.go.setEnabled(True)
        self.cancel.setEnabled(True)
        self.progress.stop()
        self.problem.tell(sentence(problem))


class AddStep(_Step):
    """``wanted(name, label, passphrase)``."""

    wanted = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__("Add a person", _ADD_HOW, "Add this person")
        self.name = AskedLine("Their name", "As it stands in the log and under what they countersign.")
        self.label = AskedLine("Initials on the unlock page", _LABEL_HELP)
        self.passphrase = NewPassphrase()
        self.passphrase.entered.connect(self.ask)
        self.finish(self.name, self.label, self.passphrase)

    def lines(self) -> dict[str, AskedLine]:
        return {"name": self.name, "label": self.label}

    def begin(self) -> None:
        self.passphrase.suggest()
        self.name.setFocus()

    def ask(self) -> None:
        if not self.name.text():
            self.name.refuse("Say who the person is.")
        elif self.passphrase.ready():
            self.wait("Making their keys…")
            self.wanted.emit(self.name.text(), self.label.text(), self.passphrase.copied())

    def refuse(self, problem: Refused | VaultProblem) -> None:
        super().refuse(problem)
        where = problem.where if isinstance(problem, Refused) else ""
        line = self.lines().get(where)
        if line is not None:
            self.problem.tell("")
            line.refuse(sentence(problem))


class PassphraseStep(_Step):
    """``wanted(present, fresh)``."""

    wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__(
            "Change my passphrase",
            "Nothing that is stored changes; from then on only the new passphrase opens it for you.",
            "Change it",
        )
        self.present = SecretField("Your present passphrase")
        self.fresh = NewPassphrase()
        self.fresh.entered.connect(self.ask)
        self.finish(self.present, self.fresh)

    def begin(self) -> None:
        self.fresh.suggest()
        self.present.box.setFocus()

    def ask(self) -> None:
        if not self.present.text():
            self.present.refuse("Type the passphrase that opens it now.")
        elif self.fresh.ready():
            self.wait("Changing the passphrase…")
            self.wanted.emit(self.present.copied(), self.fresh.copied())

    def refuse(self, problem: Refused | VaultProblem) -> None:
        super().refuse(problem)
        if isinstance(problem, WrongPassphrase):
            self.problem.tell("")
            self.present.refuse("That is not your present passphrase: check Caps Lock, and try again.")


class RemoveStep(_Step):
    """``wanted(reason, passphrase)``."""

    wanted = Signal(str, object)

    def __init__(self, member: Member) -> None:
        super().__init__(f"Remove {member.name}", _REMOVE_HOW, f"Remove {member.name}", danger=True)
        self.reason = AskedLine("Why", "Stands in the log.")
        self.passphrase = SecretField("Your own passphrase", "Asked because it takes part in making the new key.")
        self.passphrase.entered.connect(self.ask)
        self.finish(Notice("What this means", role="soon", detail=_REMOVE_MEANS), self.reason, self.passphrase)

    def lines(self) -> dict[str, AskedLine]:
        return {"reason": self.reason}

    def begin(self) -> None:
        self.reason.setFocus()

    def ask(self) -> None:
        if not self.reason.text():
            self.reason.refuse("Say why the person is removed: it stands in the log.")
        elif not self.passphrase.text():
            self.passphrase.refuse("Type your own passphrase.")
        else:
            self.wait("Putting everything under another key…")
            self.wanted.emit(self.reason.text(), self.passphrase.copied())

    def refuse(self, problem: Refused | VaultProblem) -> None:
        super().refuse(problem)
        if isinstance(problem, WrongPassphrase):
            self.problem.tell("")
            self.passphrase.refuse("That is not your own passphrase: check Caps Lock, and try again.")


class WordsStep(_Step):
    """``wanted`` asks for new words; ``finished`` once three of them were typed back."""

    wanted = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__("New recovery words", _WORDS_HOW, "Make new words")
        self.words = RecoveryWords()
        self.words.finish.set_words("Finish")
        self.words.hide()
        self.words.checked.connect(self.finished)
        self.finish(self.words)

    def begin(self) -> None:
        self.go.setFocus()

    def ask(self) -> None:
        self.wait("Making new words…")
        self.wanted.emit()

    def show_words(self, given: tuple[str, ...]) -> None:
        """Show the words, which are told this once; there is no way back before they were typed."""
        self.progress.stop()
        self.go.hide()
        self.cancel.hide()
        self.words.show_words(given)
        self.words.show()
        self.words.setFocus()
