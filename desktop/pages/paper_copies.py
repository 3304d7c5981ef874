"""The numbered copies of one order for paper: logged, then made, and kept until something about them changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from casework.pack import MeetingPack
from casework.refusal import Refused
from desktop import clock
from desktop.desk import Desk
from desktop.operations import papers
from storage.problems import VaultProblem

Made = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class _Run:
    """Copies on their way: what was logged, and what is made of it so far."""

    order: papers.Order
    then: Callable[[Made], None]
    otherwise: Callable[[Refused | VaultProblem], None]
    packs: tuple[MeetingPack, ...] = ()
    made: Made = ()


class Copies(QObject):
    """``telling(words)`` says how far it is; copies that stand are handed out again without another entry."""

    telling = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._order: papers.Order | None = None
        self._made: Made = ()

    @property
    def kept(self) -> Made:
        """The copies that stand; none where nothing was made or something has changed since."""
        return self._made

    def forget(self) -> None:
        """Something has changed: the next copies are others."""
        self._order, self._made = None, ()

    def make(
        self,
        order: papers.Order,
        then: Callable[[Made], None],
        otherwise: Callable[[Refused | VaultProblem], None],
    ) -> None:
        """Log the disclosure and make the copies, one after the other; or hand out those that stand."""
        if self._made and self._order == order:
            then(self._made)
            return
        self._order, self._made = order, ()
        self.telling.emit("Logging the disclosure…")
        run = _Run(order, then, otherwise)
        disclose = papers.disclose(order, self._desk.today, clock.now())
        self._desk.worker.read(disclose, self, lambda packs: self._next(replace(run, packs=packs)), otherwise)

    def _next(self, run: _Run) -> None:
        at, count = len(run.made), len(run.packs)
        if at < count:
            self.telling.emit(f"Making copy {at + 1} of {count}…" if count > 1 else "Making the pages…")
            make = partial(papers.made, run.packs[at], run.order)
            self._desk.worker.beside(make, self, partial(self._one_more, run), run.otherwise)
            return
        if self._order is run.order:
            self._made = run.made
        run.then(run.made)

    def _one_more(self, run: _Run, pdf: bytes) -> None:
        self._next(replace(run, made=(*run.made, pdf)))
