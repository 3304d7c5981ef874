"""A run of copies, one after the other: read, made and put out before the next is begun, so that memory stays flat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from casework.pack import MeetingPack
from casework.refusal import Refused
from desktop import clock
from desktop.desk import Desk
from desktop.operations import inviting, runs
from desktop.operations.runs import Entered, Pages, Planned
from storage.problems import VaultProblem

Problem = Refused | VaultProblem
Put = Callable[[Entered | None, Pages, Callable[[], None], Callable[[Problem], None]], None]
"""Puts one copy out (the list on top where there is none) and says later that it is there, or why it is not."""
CANCELLED = "The run was stopped before it was its turn."


_LEFT = "The others are entered in the register as not made; their numbers are not given again."


def run_words(made: int, count: int, why: str) -> tuple[str, str, str]:
    """How a run ended: the sentence, its role, and what became of the rest."""
    if why:
        return f"{made} of {count} copies were made. {why}", "late", _LEFT
    copies = "The copy was" if count == 1 else f"All {count} copies were"
    return f"{copies} made, with the list on top.", "done", ""


class Runner(QObject):
    """``reached(made, all)`` after every copy; ``ended(made, all, why)`` at the end, ``why`` empty where all are there.

    Everything is in the log before the first page is made. What is not reached is entered as not made.
    """

    reached = Signal(int, int)
    ended = Signal(int, int, str)
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._run: tuple[Entered, ...] = ()
        self._put: Put | None = None
        self._made = 0
        self._stopping = False

    @property
    def busy(self) -> bool:
        """Whether a run is under way."""
        return self._put is not None

    def start(self, run: Sequence[Planned], put: Put) -> None:
        """Log every copy, then make and put out the list and each copy."""
        if self.busy:
            return
        self._put, self._made, self._stopping = put, 0, False
        enter = runs.entered(run, self._desk.today, clock.now())
        self._desk.worker.read(enter, self, self._begin, self._refuse)

    def stop(self) -> None:
        """Stop after the copy that is under way."""
        self._stopping = True

    def _refuse(self, problem: Problem) -> None:
        self._put = None
        self.refused.emit(problem)

    def _begin(self, run: tuple[Entered, ...]) -> None:
        self._run = run
        self._desk.worker.changed.emit(inviting.noted(one.copy for one in run), self)
        self.reached.emit(0, len(run))
        make = partial(runs.listed, run, self._desk.today)
        self._desk.worker.beside(make, self, partial(self._out, None, self._next), self._fail)

    def _next(self) -> None:
        if self._stopping:
            self._end(CANCELLED)
        elif self._made == len(self._run):
            self._end("")
        else:
            read = runs.pack_of(self._run[self._made], self._desk.today, clock.now())
            self._desk.worker.read(read, self, self._make, self._fail)

    def _make(self, pack: MeetingPack) -> None:
        one = self._run[self._made]
        make = partial(runs.made, pack, one.order)
        self._desk.worker.beside(make, self, partial(self._out, one, self._one_more), self._fail)

    def _out(self, one: Entered | None, then: Callable[[], None], pages: Pages) -> None:
        if self._put:
            self._put(one, pages, then, self._fail)

    def _one_more(self) -> None:
        self._made += 1
        self.reached.emit(self._made, len(self._run))
        self._next()

    def _fail(self, problem: Problem) -> None:
        self._end(problem.why.en if isinstance(problem, Refused) else problem.text.en)

    def _end(self, why: str) -> None:
        left, count = self._run[self._made :], len(self._run)
        self._put, self._run = None, ()
        if left:
            self._desk.worker.write(runs.not_made(left, why), self, lambda _: self.ended.emit(self._made, count, why))
        else:
            self.ended.emit(self._made, count, why)
