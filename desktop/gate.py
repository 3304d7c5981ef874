"""What stands in the window before a vault is open: unlock one, come back in by the recovery words, make one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import words
from desktop.pages.unlock import UnlockPage
from desktop.worker import Worker
from widgets.theme import mark


class Gate(QStackedWidget):
    """``unlocked(About)`` once a vault is open; ``begun_again`` when the program must start anew at its unlock page.

    Pages other than the first are made when they are wanted, so that the first is painted at once.
    """

    unlocked = Signal(object)
    begun_again = Signal()

    def __init__(self, worker: Worker, today: date, vault: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface=True)
        self._worker, self._today = worker, today
        self.vault = vault
        self._unlock: UnlockPage | None = None
        if vault is not None:
            self.show_unlock(vault)
        else:
            self.show_new()

    @property
    def unlock_page(self) -> UnlockPage | None:
        """The page that asks for a passphrase, while it is shown."""
        return self._unlock if self._unlock is not None and self.currentWidget() is self._unlock else None

    def look_closer(self) -> None:
        """Read what the vault shows while closed, and what opening it needs; called once the page is painted."""
        if self._unlock is not None:
            self._unlock.look_closer()

    def show_unlock(self, vault: Path) -> None:
        """Ask for the passphrase of this vault."""
        first = self.vault is vault
        self.vault = vault
        self._unlock = page = UnlockPage(self._worker, self._today)
        page.unlocked.connect(self.unlocked)
        page.recovery_wanted.connect(self.show_recovery)
        page.another_wanted.connect(self.choose_another)
        page.new_wanted.connect(self.show_new)
        page.show_vault(vault)
        self._turn_to(page)
        if not first:
            page.look_closer()

    def show_recovery(self) -> None:
        """Ask for the recovery words of this vault."""
        from desktop.pages.recover import RecoverPage  # noqa: PLC0415 - seldom wanted

        if self.vault is None:
            return
        page = RecoverPage(self._worker, self.vault)
        page.left.connect(self._back_to_unlock)
        page.finished.connect(self.begun_again)
        self._turn_to(page)

    def show_new(self) -> None:
        """Make a vault."""
        from desktop.pages.new_vault import NewVaultPage  # noqa: PLC0415 - seldom wanted

        page = NewVaultPage(self._worker, self._today, may_leave=self.vault is not None)
        page.left.connect(self._back_to_unlock)
        page.unlocked.connect(self.unlocked)
        page.another_wanted.connect(self.choose_another)
        self._turn_to(page)

    def choose_another(self) -> None:
        """Ask for the folder of a vault that is already there."""
        from widgets.file_question import choose_file  # noqa: PLC0415 - seldom wanted

        start = self.vault.parent if self.vault else None
        found = choose_file(self, words.CHOOSE_VAULT.en, "folder", folder=start)
        if found is not None:
            self.show_unlock(found)

    def _back_to_unlock(self) -> None:
        if self.vault is not None:
            self.show_unlock(Path(self.vault))

    def _turn_to(self, page: QWidget) -> None:
        before = self.currentWidget()
        if page is not self._unlock:
            self._unlock = None
        self.addWidget(page)
        self.setCurrentWidget(page)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()
