"""The first page: which vault, how old its backup is, who unlocks, the passphrase."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.refusal import Refused
from desktop import words
from desktop.pages.column import Centred
from desktop.pages.secret import SecretField
from desktop.worker import Worker
from storage.problems import VaultProblem, WrongPassphrase
from widgets.button import Button
from widgets.label import Elided, Paragraph, PlainLabel
from widgets.layout import clear, column, panel, row
from widgets.remark import Remark
from widgets.theme import px
from widgets.words import how_far

if TYPE_CHECKING:  # read on the worker's threads once this page is painted
    from desktop.operations.vaults import Face
    from storage.vault import Vault
    from widgets.chooser import Chooser

_SUFFIX = ".casevault"


class UnlockPage(QWidget):
    """``unlocked(About)`` once the vault is open; the other signals ask for another page in place of this one."""

    unlocked = Signal(object)
    recovery_wanted = Signal()
    another_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, worker: Worker, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker, self._today = worker, today
        self._folder = Path()
        self._people: Chooser | None = None
        self._name = Elided(voice="single")
        self._backup = PlainLabel(" ", voice="quiet")
        self._training = Paragraph()
        self._note = panel(column(self._training, margin=12), surface=True)
        self._note.hide()
        self._who = column()
        self._passphrase = SecretField(words.PASSPHRASE.en)
        self._unlock = Button(words.UNLOCK.en, kind="primary")
        self._problem = Remark()
        self._recover = Button(words.FORGOTTEN.en, kind="link")
        self._another = Button(words.ANOTHER_VAULT.en, icon="folder-open", kind="quiet")
        self._new = Button(words.NEW_VAULT.en, icon="plus", kind="quiet")
        self._lay_out()
        self._passphrase.entered.connect(self.unlock)
        self._passphrase.changed.connect(self._forget_problem)
        self._unlock.clicked.connect(self.unlock)
        self._recover.clicked.connect(self.recovery_wanted)
        self._another.clicked.connect(self.another_wanted)
        self._new.clicked.connect(self.new_wanted)

    def _lay_out(self) -> None:
        foot = row(self._another, self._new, None, gap=4)
        foot.setContentsMargins(-px(8), 0, 0, 0)
        body = column(
            column(PlainLabel(words.VAULT.en, voice="quiet"), self._name, self._backup, gap=2),
            self._note,
            self._who,
            self._passphrase,
            column(self._unlock, self._problem, gap=8),
            row(self._recover, None),
            foot,
            gap=px(20),
        )
        self.setLayout(row(Centred(body), gap=0))

    def show_vault(self, folder: Path) -> None:
        """Ask for the passphrase of the vault in this folder."""
        self._folder = folder
        self._name.setText(folder.name.removesuffix(_SUFFIX))
        self._passphrase.box.setFocus()

    def type_passphrase(self, words_: str) -> None:
        """Put words into the box, as if typed."""
        self._passphrase.box.setText(words_)

    def look_closer(self) -> None:
        """Read what the vault shows while closed; called once the page is painted."""
        folder = self._folder

        def face() -> Face:
            from desktop.operations import vaults  # noqa: PLC0415 - keeps the database out of the first paint

            return vaults.face(folder)

        self._worker.beside(face, self, self._show_face, self._tell)

    def unlock(self) -> None:
        """Derive the key and open the vault, on the vault's thread."""
        if not self._unlock.isEnabled():
            return
        if not self._passphrase.text():
            self._passphrase.refuse(words.NO_PASSPHRASE.en)
            return
        person = self._people.currentData() if self._people else None
        if self._people and person is None:
            self._problem.tell(words.SAY_WHO.en)
            self._people.setFocus()
            return
        self._forget_problem()
        self._wait(waiting=True)
        folder, passphrase = self._folder, self._passphrase.copied()

        def opener() -> Vault:
            from desktop.operations import vaults  # noqa: PLC0415 - as above

            return vaults.opened(folder, passphrase, person)()

        self._worker.unlock(opener, self, self._ask_about, self._refused)

    def _ask_about(self, _vault: object) -> None:
        from desktop.operations import vaults  # noqa: PLC0415 - as above

        self._worker.read(vaults.about, self, self._enter, self._refused)

    def _enter(self, about: object) -> None:
        self._passphrase.clear()
        self.unlocked.emit(about)

    def _refused(self, problem: Refused | VaultProblem) -> None:
        self._wait(waiting=False)
        if isinstance(problem, WrongPassphrase):
            self._passphrase.refuse(problem.text.en)
        else:
            self._tell(problem)

    def _tell(self, problem: Refused | VaultProblem) -> None:
        self._problem.tell((problem.text if isinstance(problem, VaultProblem) else problem.why).en)

    def _forget_problem(self) -> None:
        self._problem.tell("")

    def _wait(self, *, waiting: bool) -> None:
        self._unlock.setEnabled(not waiting)
        self._unlock.set_words((words.UNLOCKING if waiting else words.UNLOCK).en)
        for one in (self._passphrase, self._recover, self._another, self._new):
            one.setEnabled(not waiting)

    def _show_face(self, face: Face) -> None:
        self._name.setText(face.name)
        age = how_far(face.backed_up, self._today).en if face.backed_up else ""
        self._backup.setText(words.BACKUP_AGE.filled(age=age).en if age else words.NO_BACKUP.en)
        if face.passphrase_file:
            self._training.setText(words.TRAINING_NOTE.filled(file=face.passphrase_file).en)
            self._note.show()
        if len(face.people) > 1:
            self._offer(face.people)

    def _offer(self, people: tuple[str, ...]) -> None:
        from widgets.chooser import Chooser  # noqa: PLC0415 - seldom needed

        clear(self._who)
        self._people = Chooser(words.WHO.en, find=False)
        self._people.offer([(one, one) for one in people])
        label = PlainLabel(words.WHO.en, voice="strong")
        label.setBuddy(self._people)
        self._who.addLayout(column(label, self._people, gap=4))
        QWidget.setTabOrder(self._people, self._passphrase.box)
        self._people.setFocus(Qt.FocusReason.OtherFocusReason)
