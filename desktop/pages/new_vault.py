"""The first start: a vault is made in three steps, and its recovery words are written down before it opens."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.refusal import Refused
from desktop import words
from desktop.pages.asked_line import AskedLine
from desktop.pages.column import Centred
from desktop.pages.new_passphrase import NewPassphrase
from desktop.pages.recovery_words import RecoveryWords
from desktop.places import data_folder
from desktop.strip import sentence
from desktop.worker import Worker
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.label import Elided, Heading, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.remark import Remark

if TYPE_CHECKING:  # read once the first page is painted
    from desktop.operations.vaults import Creation
    from storage.vault import Vault

_WIDE = 520


class NewVaultPage(QWidget):
    """``unlocked(About)`` once the words are checked; ``left`` goes back to the vault that was there."""

    left = Signal()
    another_wanted = Signal()
    unlocked = Signal(object)

    def __init__(self, worker: Worker, today: date, *, may_leave: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker, self._today = worker, today
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._parent = Path(documents or Path.home()) / words.PROGRAM.en
        self._creation: Creation | None = None
        self.name = AskedLine(words.VAULT_NAME.en, words.VAULT_NAME_HELP.en)
        self.person = AskedLine(words.YOUR_NAME.en, words.YOUR_NAME_HELP.en)
        self.next = Button(words.NEXT.en, kind="primary")
        self.practise = Button(words.PRACTISE.en, icon="contact")
        self._where = Elided(str(self._parent))
        self._problem, self._making_problem = Remark(), Remark()
        self.passphrase = NewPassphrase()
        self.make = Button(words.MAKE.en, kind="primary")
        self.words = RecoveryWords()
        self._steps = QStackedWidget()
        for step in (self._first(may_leave=may_leave), self._second(), Centred(column(self.words), _WIDE)):
            self._steps.addWidget(step)
        self.setLayout(row(self._steps, gap=0))
        self.words.checked.connect(self._enter)

    def _first(self, *, may_leave: bool) -> QWidget:
        other = Button(words.CHOOSE_PLACE.en, kind="link")
        other.clicked.connect(self._choose_place)
        existing = Button(words.OPEN_EXISTING.en, icon="folder-open", kind="quiet")
        existing.clicked.connect(self.another_wanted)
        back = Button(words.BACK.en)
        back.clicked.connect(self.left)
        back.setVisible(may_leave)
        self.next.clicked.connect(self._go_on)
        self.practise.clicked.connect(self._practise)
        for line in (self.name, self.person):
            line.box.returnPressed.connect(self._go_on)
        place = column(PlainLabel(words.WHERE_KEPT.en, voice="strong"), self._where, row(other, None), gap=2)
        body = column(
            column(Heading(words.WELCOME.en), Paragraph(words.WELCOME_HOW.en), gap=8),
            self.name,
            self.person,
            place,
            row(back, None, self.next, gap=8),
            self._problem,
            column(PlainLabel(words.OR_ELSE.en, voice="quiet"), row(existing, self.practise, None, gap=8), gap=4),
            gap=20,
        )
        return Centred(body, _WIDE)

    def _second(self) -> QWidget:
        back = Button(words.BACK.en)
        back.clicked.connect(self._go_back)
        self.passphrase.entered.connect(self._make)
        self.make.clicked.connect(self._make)
        foot = row(back, None, self.make, gap=8)
        return Centred(column(self.passphrase, foot, self._making_problem, gap=20), _WIDE)

    def _choose_place(self) -> None:
        from widgets.file_question import choose_file  # noqa: PLC0415 - seldom wanted

        start = self._parent if self._parent.is_dir() else Path.home()
        found = choose_file(self, words.WHERE_KEPT.en, "folder", folder=start)
        if found is not None:
            self._parent = found
            self._where.setText(str(found))

    def _folder(self) -> Path | None:
        from desktop.operations import vaults  # noqa: PLC0415 - keeps the database out of the first paint

        try:
            return vaults.place(self._parent, self.name.text())
        except Refused as refusal:
            self.name.refuse(refusal.why.en)
            return None

    def _go_on(self) -> None:
        if self._folder() is None:
            return
        if not self.person.text():
            self.person.refuse(words.NAME_NEEDED.en)
            return
        self.passphrase.suggest()
        self._steps.setCurrentIndex(1)
        self.passphrase.back.setFocus()

    def _go_back(self) -> None:
        self._steps.setCurrentIndex(0)
        self.name.box.setFocus()

    def _make(self) -> None:
        from desktop.operations import vaults  # noqa: PLC0415 - as above

        folder = self._folder()
        if folder is None or not self.make.isEnabled() or not self.passphrase.ready():
            return
        self._creation = vaults.Creation(folder, self.person.text(), self.passphrase.taken())
        self._making_problem.tell("")
        self._wait(waiting=True)
        self._worker.unlock(self._creation, self, self._show_words, self._refused)

    def _show_words(self, _vault: object) -> None:
        if self._creation is not None:
            self.words.show_words(self._creation.words)
            self._steps.setCurrentIndex(2)
            self.words.setFocus()

    def _practise(self) -> None:
        folder, today = data_folder() / "training", self._today

        def opener() -> Vault:
            from desktop import training  # noqa: PLC0415 - as above

            return training.open_or_make(folder, today)

        self.practise.set_words(words.PRACTISE_MAKING.en)
        self._wait(waiting=True)
        self._worker.unlock(opener, self, self._enter, self._refused)

    def _enter(self, _vault: object = None) -> None:
        from desktop.operations import vaults  # noqa: PLC0415 - as above

        self._worker.read(vaults.about, self, self.unlocked.emit, self._refused)

    def _refused(self, problem: Refused | VaultProblem) -> None:
        self._wait(waiting=False)
        self.practise.set_words(words.PRACTISE.en)
        told = self._making_problem if self._steps.currentIndex() else self._problem
        told.tell(sentence(problem))

    def _wait(self, *, waiting: bool) -> None:
        self.make.set_words((words.MAKING if waiting else words.MAKE).en)
        for one in (self.make, self.next, self.practise, self.passphrase):
            one.setEnabled(not waiting)
