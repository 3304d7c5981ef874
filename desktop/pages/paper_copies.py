"""The numbered copies of one order for paper: logged, then made, and kept until something about them changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from casework.case import Case
from casework.copy_register import Copy
from casework.pack import MeetingPack
from casework.refusal import Refused
from desktop import clock
from desktop.desk import Desk
from desktop.operations import copies as register
from desktop.operations import inviting, papers
from desktop.operations.intent import Changes, Write
from desktop.unmade import Unmade
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
    """``telling(words)`` says how far it is; copies that stand are handed out again without another entry.

    ``agreed(copies)``: whether the same may be given again to whom it was given already; asked once for an order.
    """

    telling = Signal(str)

    def __init__(self, desk: Desk, parent: QObject, agreed: Callable[[tuple[Copy, ...]], bool]) -> None:
        super().__init__(parent)
        self._desk, self._agreed = desk, agreed
        self._order: papers.Order | None = None
        self._made: Made = ()
        self._packs: tuple[MeetingPack, ...] = ()
        self._missing = False
        self.numbers: tuple[int, ...] = ()

    @property
    def kept(self) -> Made:
        """The copies that stand; none where nothing was made or something has changed since."""
        return self._made

    def standing(self, order: papers.Order) -> tuple[int, ...]:
        """The numbers of the copies that would be handed out for an order as they are; none where others are made."""
        return self.numbers if self._made and self._order == order else ()

    def stay(self, before: Case, now: Case) -> bool:
        """Whether copies that were made stand though the case has changed: only by noting who was invited."""
        invites = self._order is not None and self._order.document == inviting.DOCUMENT
        return invites and inviting.apart(before) == inviting.apart(now)

    def forget(self) -> None:
        """Something has changed: the next copies are others."""
        self._order, self._made, self._missing, self.numbers, self._packs = None, (), False, (), ()

    def text(self, n: int) -> bytes:
        """The same as text, of the copy at this place among those that stand; empty where it is not asked for."""
        return papers.as_text(self._packs[n], self._order) if self._order and n < len(self._packs) else b""

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
        self.forget()
        self._order = order
        self.telling.emit("Logging the disclosure…")
        run = _Run(order, then, otherwise)
        before = register.given_before(order, self._desk.today, clock.now())
        self._desk.worker.read(before, self, partial(self._ask, run), otherwise)

    def missed(self, problem: Unmade) -> None:
        """Those after the first few never came to be: it is entered, and they stand for another try."""
        gone = self.numbers[problem.made :]
        if self._order is None or not gone:
            return
        there = self.numbers[: problem.made]
        self._made, self.numbers, self._packs = self._made[problem.made :], gone, self._packs[problem.made :]
        if self._missing and there:
            self._enter(register.made_after_all(self._order.case, self._order.document, there))
        elif not self._missing:
            self._missing = True
            self._enter(register.unmade(self._order.case, self._order.document, gone, problem.why.en))

    def came(self) -> None:
        """Those that were handed out are there; of those that had failed before it is entered."""
        if self._order is not None and self._missing:
            self._missing = False
            self._enter(register.made_after_all(self._order.case, self._order.document, self.numbers))

    def _enter(self, write: Write) -> None:
        self._desk.worker.write(write, self)

    def _ask(self, run: _Run, found: tuple[Copy, ...]) -> None:
        if found and not self._agreed(found):
            run.otherwise(Refused(_NOT_AGAIN))
            return
        disclose = papers.disclose(run.order, self._desk.today, clock.now())
        self._desk.worker.read(disclose, self, partial(self._begin, run), run.otherwise)

    def _begin(self, run: _Run, packs: tuple[MeetingPack, ...]) -> None:
        if self._order is run.order:
            self.numbers, self._packs = tuple(one.copy_number for one in packs), packs
        if run.order.document == inviting.DOCUMENT:
            self._desk.worker.changed.emit(Changes(frozenset({run.order.case}), frozenset({"invitee"})), self)
        self._next(replace(run, packs=packs))

    def _stop(self, run: _Run, problem: Refused | VaultProblem) -> None:
        why = problem.why if isinstance(problem, Refused) else problem.text
        self.missed(Unmade(why, 0))
        run.otherwise(problem)

    def _next(self, run: _Run) -> None:
        at, count = len(run.made), len(run.packs)
        if at < count:
            self.telling.emit(f"Making copy {at + 1} of {count}…" if count > 1 else "Making the pages…")
            make = partial(papers.made, run.packs[at], run.order)
            self._desk.worker.beside(make, self, partial(self._one_more, run), partial(self._stop, run))
            return
        if self._order is run.order:
            self._made = run.made
        run.then(run.made)

    def _one_more(self, run: _Run, pdf: bytes) -> None:
        self._next(replace(run, made=(*run.made, pdf)))


_NOT_AGAIN = "Nothing was made or logged: the copy that was given before stands."
