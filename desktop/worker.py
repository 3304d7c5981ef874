"""Vault work on one thread and pure work beside it; results come back on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from casework.refusal import Refused
from storage.problems import VaultProblem

if TYPE_CHECKING:  # the database and its keys are read after the unlock page is painted
    from desktop.operations.intent import Changes, Read, Write
    from storage.vault import Vault

T = TypeVar("T")
Then = Callable[[T], None]
Otherwise = Callable[[Refused | VaultProblem], None]


@dataclass(frozen=True, slots=True)
class _Landed:
    owner: QObject
    deliver: Callable[[], None]


class Worker(QObject):
    """The only door from the window to the vault.

    The vault is opened, used and closed on one thread. ``changed(changes, by)`` tells every page what a write
    changed and who did it. A result whose owner is gone is dropped. What a page does not take itself of problems
    goes out as ``failed``; anything else that is raised is our defect and goes to the excepthook. Whoever takes it,
    ``unwritten`` tells that a write did not happen.
    """

    changed = Signal(object, object)
    failed = Signal(object)
    unwritten = Signal(object)
    busy = Signal(bool)
    _landed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault_thread = ThreadPoolExecutor(1, "vault")
        self._beside = ThreadPoolExecutor(1, "paper")
        self._vault: Vault | None = None
        self._open = 0
        self._closed = False
        self._landed.connect(self._land)

    def unlock(self, opener: Callable[[], Vault], owner: QObject, then: Then[Vault], otherwise: Otherwise) -> None:
        """Open a vault on its thread; ``then`` gets it only to ask its name and person."""

        def opened(_vault: Vault | None) -> Vault:
            self._vault = opener()
            return self._vault

        self._start(self._vault_thread, opened, owner, then, otherwise)

    def read(self, query: Read[T], owner: QObject, then: Then[T], otherwise: Otherwise | None = None) -> None:
        """Ask the vault something; ``then`` gets the answer while ``owner`` lives."""
        self._start(self._vault_thread, self._with_vault(query), owner, then, otherwise)

    def write(
        self,
        intent: Write,
        by: QObject,
        then: Then[Changes] | None = None,
        otherwise: Otherwise | None = None,
    ) -> None:
        """Change the vault; afterwards ``changed`` is told, whether or not ``by`` lives, then ``then`` if it does."""

        def told(changes: Changes) -> None:
            self.changed.emit(changes, by)
            if then and shiboken6.isValid(by):
                then(changes)

        def missed(problem: Refused | VaultProblem) -> None:
            self.unwritten.emit(problem)
            if otherwise and shiboken6.isValid(by):
                otherwise(problem)
            else:
                self.failed.emit(problem)

        self._start(self._vault_thread, self._with_vault(intent), self, told, missed)

    def settle(self, owner: QObject, then: Callable[[], None]) -> None:
        """Call ``then`` once everything that was asked of the vault up to now is done and told."""
        self._start(self._vault_thread, lambda _vault: None, owner, lambda _nothing: then(), None)

    def beside(self, work: Callable[[], T], owner: QObject, then: Then[T], otherwise: Otherwise | None = None) -> None:
        """Do pure work, such as making pages, on a thread of its own."""
        self._start(self._beside, lambda _vault: work(), owner, then, otherwise)

    def close(self) -> None:
        """Wait for what is running, close the vault on its thread, stop both threads; a second call does nothing."""
        if self._closed:
            return
        self._closed = True
        self._vault_thread.submit(self._close).result()
        self._vault_thread.shutdown()
        self._beside.shutdown()

    @property
    def closed(self) -> bool:
        """Whether the vault is closed for good: nothing can be asked any more."""
        return self._closed

    def _close(self) -> None:
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def _with_vault(self, work: Callable[[Vault], T]) -> Callable[[Vault | None], T]:
        def done(vault: Vault | None) -> T:
            if vault is None:
                raise Refused("The vault is locked: unlock it first.")
            return work(vault)

        return done

    def _start(
        self,
        thread: ThreadPoolExecutor,
        work: Callable[[Vault | None], T],
        owner: QObject,
        then: Then[T],
        otherwise: Otherwise | None,
    ) -> None:
        self._open += 1
        self.busy.emit(True)

        def run() -> None:
            deliver: Callable[[], None]
            try:
                value = work(self._vault)
            except (Refused, VaultProblem) as problem:
                told = problem
                deliver = lambda: otherwise(told) if otherwise else self.failed.emit(told)  # noqa: E731
            except BaseException as defect:  # noqa: BLE001 - it is raised again on the window's thread
                found = defect
                deliver = lambda: _raise(found)  # noqa: E731
            else:
                deliver = lambda: then(value)  # noqa: E731
            self._landed.emit(_Landed(owner, deliver))

        thread.submit(run)

    @Slot(object)
    def _land(self, landed: _Landed) -> None:
        self._open -= 1
        if not self._open:
            self.busy.emit(False)
        if shiboken6.isValid(landed.owner):
            landed.deliver()


def _raise(defect: BaseException) -> None:
    raise defect
