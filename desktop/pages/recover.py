"""Back in by the recovery words: a new passphrase, new words, and then the unlock page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from casework.refusal import Refused
from desktop import words
from desktop.pages.asked_line import AskedLine
from desktop.pages.column import Centred
from desktop.pages.new_passphrase import NewPassphrase
from desktop.pages.recovery_words import RecoveryWords
from desktop.strip import sentence
from desktop.worker import Worker
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.remark import Remark
from widgets.theme import px

if TYPE_CHECKING:  # keeps the database out of the first paint
    from storage.vault import Vault

_WIDE = 520


class RecoverPage(QWidget):
    """``left`` goes back to unlocking; ``finished`` when the program is to begin anew with the new passphrase."""

    left = Signal()
    finished = Signal()

    def __init__(self, worker: Worker, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker, self._folder = worker, folder
        self._renewed: tuple[str, ...] = ()
        self.typed = QPlainTextEdit()
        self.typed.setAccessibleName(words.RECOVERY_WORDS.en)
        self.typed.setTabChangesFocus(True)
        self.typed.setFixedHeight(px(96))
        self._problem, self._second_problem = Remark(), Remark()
        self.open = Button(words.RECOVER_OPEN.en, kind="primary")
        self.person = AskedLine(words.YOUR_NAME.en, words.YOUR_NAME_HELP.en)
        self.who = Chooser(words.WHO.en, find=False)
        self._who = QWidget()
        self.passphrase = NewPassphrase()
        self.take = Button(words.TAKE_PASSPHRASE.en, kind="primary")
        self.words = RecoveryWords()
        self.words.finish.set_words(words.FINISH_RECOVERY.en)
        self._steps = QStackedWidget()
        for step in (self._first(), self._second(), Centred(column(self.words), _WIDE)):
            self._steps.addWidget(step)
        self.setLayout(row(self._steps, gap=0))
        self.words.checked.connect(self.finished)
        self.typed.setFocus()

    def _first(self) -> QWidget:
        back = Button(words.BACK.en)
        back.clicked.connect(self.left)
        self.open.clicked.connect(self._open)
        label = PlainLabel(words.RECOVERY_WORDS.en, voice="strong")
        label.setBuddy(self.typed)
        body = column(
            column(Heading(words.RECOVER.en), Paragraph(words.RECOVER_HOW.en), gap=8),
            column(label, self.typed, self._problem, gap=4),
            row(back, None, self.open, gap=8),
            gap=20,
        )
        return Centred(body, _WIDE)

    def _second(self) -> QWidget:
        label = PlainLabel(words.WHOSE_PLACE.en, voice="strong")
        label.setBuddy(self.who)
        self._who.setLayout(column(label, self.who, gap=4))
        self.take.clicked.connect(self._renew)
        body = column(self._who, self.person, self.passphrase, row(None, self.take), self._second_problem, gap=20)
        return Centred(body, _WIDE)

    def _open(self) -> None:
        folder, typed = self._folder, self.typed.toPlainText()

        def opener() -> Vault:
            from desktop.operations import vaults  # noqa: PLC0415 - keeps the database out of the first paint

            return vaults.recovered(folder, typed)()

        self.open.setEnabled(False)
        self._problem.tell("")
        self._worker.unlock(opener, self, self._opened, self._refused)

    def _opened(self, _vault: object) -> None:
        from desktop.operations import vaults  # noqa: PLC0415 - as above

        self.typed.clear()
        people = vaults.face(self._folder).people
        self.who.offer([(one, one) for one in people])
        self.who.setCurrentIndex(0)
        self._who.setVisible(len(people) > 1)
        self.passphrase.suggest()
        self._steps.setCurrentIndex(1)
        self.person.setFocus()

    def _refused(self, problem: Refused | VaultProblem) -> None:
        self.open.setEnabled(True)
        self.take.setEnabled(True)
        (self._second_problem if self._steps.currentIndex() else self._problem).tell(sentence(problem))

    def _renew(self) -> None:
        from desktop.operations import vaults  # noqa: PLC0415 - as above

        if not self.person.text():
            self.person.refuse(words.NAME_NEEDED.en)
            return
        if not self.passphrase.ready():
            return
        self.take.setEnabled(False)
        renew = vaults.renewed(str(self.who.currentData()), self.person.text(), self.passphrase.taken())
        self._worker.read(renew, self, self._show_words, self._refused)

    def _show_words(self, given: tuple[str, ...]) -> None:
        self.words.show_words(given)
        self._steps.setCurrentIndex(2)
        self.words.setFocus()
