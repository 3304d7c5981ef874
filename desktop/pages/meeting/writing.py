"""What is typed and ticked at a meeting on its way into the vault; what was refused stays as it was typed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from casework.case import Case
from casework.meetings.line import asked_next, typed_again
from casework.record import CaseId, Record
from casework.refusal import Refused
from desktop import clock
from desktop.desk import Desk
from desktop.operations import minuting
from desktop.operations.intent import Changes, Write
from desktop.operations.sitting import Sitting
from desktop.pages.meeting.foot import MeetingFoot
from desktop.pages.meeting.middle import Middle
from storage.problems import VaultProblem

_FINISH = "Finish the line that you are typing first: press Enter, or take it out."
_ANEW = "Writing a line anew. Esc leaves it as it was."


class Writing(QObject):
    """Every write of one meeting. ``item`` is the one in sight, under which lines are minuted."""

    def __init__(self, desk: Desk, middle: Middle, foot: MeetingFoot) -> None:
        super().__init__(middle)
        self._desk, self._middle, self._foot = desk, middle, foot
        self._sitting: Sitting | None = None
        self._changing: Record | None = None
        self.item = ""
        middle.line.said.connect(self._say)
        middle.line.left.connect(self._leave_changing)
        middle.said.wanted.connect(self._change)
        middle.said.struck.connect(self._strike)
        middle.attendance.ticked.connect(self._tick)
        middle.undone.connect(self._unstrike)
        middle.corrections.decided.connect(self._settle)

    def take(self, sitting: Sitting) -> None:
        """Write to this meeting from now on."""
        if self._sitting is None or self._sitting.meeting.id != sitting.meeting.id:
            self._changing = None
        self._sitting = sitting

    def cover(self, item: str, *, covered: bool) -> None:
        """Tick an item, or take its tick away."""
        if self._sitting:
            self._write(minuting.cover(*self._where(), item, clock.now(), covered=covered))

    def show_statement(self) -> None:
        """The statement was shown."""
        if self._sitting:
            self._write(minuting.show_statement(*self._where(), self._sitting.statement, clock.now()))

    def close(self) -> None:
        """Close the meeting."""
        self._write(minuting.close(*self._where(), clock.now()))

    def tell_saved(self) -> None:
        """Something was kept just now."""
        self._foot.saved.saved(clock.now())

    def _where(self) -> tuple[CaseId, str]:
        if self._sitting is None:
            raise RuntimeError("nothing is written before a meeting is read")
        return self._sitting.case.id, self._sitting.meeting.id

    def _tick(self, invitee: str, how: str) -> None:
        self._write(minuting.attend(*self._where(), invitee, how, clock.now()))

    def _say(self, typed: str) -> None:
        if self._sitting is None:
            return
        changing = self._changing
        try:
            minuting.understood(
                typed, self._without(self._sitting.case, changing), self._sitting.meeting, self._desk.today
            )
        except Refused as refusal:
            self._middle.line.refuse(refusal.why.en, asked_next(typed, refusal.where))
            return
        self._changing = None
        self._middle.line.put("")
        if changing is None:
            write = minuting.say(*self._where(), self.item, typed, self._desk.today, clock.now())
        else:
            write = minuting.change(*self._where(), changing.id, typed, self._desk.today, clock.now())
        self._write(write, typed)

    @staticmethod
    def _without(case: Case, line: Record | None) -> Case:
        return case.replaced(one for one in case.records if one.id != line.id) if line else case

    def _change(self, minute: str) -> None:
        found = self._open_line(minute)
        if found is None or self._sitting is None:
            return
        if self._middle.line.words() and self._changing is None:
            self._middle.line.problem.tell(_FINISH)
        else:
            self._changing = found
            self._middle.line.put(typed_again(minuting.line_of(found, self._sitting.case)), _ANEW)
        self._middle.line.setFocus()

    def _leave_changing(self) -> None:
        self._changing = None
        self._middle.line.put("")

    def _strike(self, minute: str) -> None:
        found = self._open_line(minute)
        if found is not None:
            self._middle.tell_struck(found)
            self._write(minuting.strike(*self._where(), minute, clock.now()))
            self._middle.line.setFocus()

    def _open_line(self, minute: str) -> Record | None:
        open_ = self._sitting is not None and not self._sitting.approved
        return self._sitting.case.get(minute) if self._sitting and open_ else None

    def _unstrike(self, struck: Record) -> None:
        self._write(minuting.unstrike(*self._where(), struck, clock.now()))

    def _settle(self, correction: str, outcome: str, why: str) -> None:
        self._write(minuting.settle(*self._where(), correction, outcome, why, clock.now()))

    def _write(self, write: Write, typed: str = "") -> None:
        self._foot.saved.saving()
        self._desk.worker.write(write, self, self._written, partial(self._not_written, typed))

    def _written(self, _changes: Changes) -> None:
        self.tell_saved()

    def _not_written(self, typed: str, problem: Refused | VaultProblem) -> None:
        why = problem.why.en if isinstance(problem, Refused) else problem.text.en
        self._foot.saved.failed(why)
        line = self._middle.line
        if typed:
            line.refuse(why, f"{typed}\n{line.words()}" if line.words() else typed)
        elif isinstance(problem, Refused):
            self._foot.refuse(why)
        if not isinstance(problem, Refused):
            self._desk.worker.failed.emit(problem)
