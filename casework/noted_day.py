"""A day that notes when what is drawn from it would turn, so that today's answer is known to hold tomorrow."""

from __future__ import annotations

from datetime import date, timedelta
from time import struct_time
from typing import Any, Self

_DAY = timedelta(days=1)


class NotedDay(date):
    """Today, as given to a calculation whose answer is to be kept.

    A calculation that only compares today with other days gives the same answer for as long as every comparison comes
    out the same. Each is noted: ``turns`` is the first later day on which one of them would come out otherwise. Any
    other use, such as counting days or writing the date, makes the answer one of this day alone.
    """

    plain: date
    turns: date

    def __new__(cls, day: date) -> Self:
        made = super().__new__(cls, day.year, day.month, day.day)
        made.plain, made.turns = date(day.year, day.month, day.day), date.max
        return made

    def _note(self, day: date, *, after: bool = False) -> None:
        """A comparison turns on a day, or on the day after it."""
        turn = day + _DAY if after and day < date.max else day
        if self.plain < turn < self.turns:
            self.turns = turn

    def _used(self) -> date:
        self._note(self.plain, after=True)
        return self.plain

    def __lt__(self, other: date) -> bool:
        other = plain(other)
        self._note(other)
        return self.plain < other

    def __ge__(self, other: date) -> bool:
        other = plain(other)
        self._note(other)
        return self.plain >= other

    def __le__(self, other: date) -> bool:
        other = plain(other)
        self._note(other, after=True)
        return self.plain <= other

    def __gt__(self, other: date) -> bool:
        other = plain(other)
        self._note(other, after=True)
        return self.plain > other

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, date):
            return False
        other = plain(other)
        self._note(other)
        self._note(other, after=True)
        return self.plain == other

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self._used())

    def __add__(self, span: timedelta) -> date:  # type: ignore[override]
        return self._used() + span

    __radd__ = __add__  # type: ignore[assignment]

    def __sub__(self, other: date | timedelta) -> date | timedelta:  # type: ignore[override]
        return self._used() - other

    def __rsub__(self, other: date) -> timedelta:
        return other - self._used()

    @property
    def year(self) -> int:
        return self._used().year

    @property
    def month(self) -> int:
        return self._used().month

    @property
    def day(self) -> int:
        return self._used().day

    def toordinal(self) -> int:
        return self._used().toordinal()

    def weekday(self) -> int:
        return self._used().weekday()

    def isoweekday(self) -> int:
        return self._used().isoweekday()

    def isoformat(self) -> str:
        return self._used().isoformat()

    def strftime(self, form: str) -> str:
        return self._used().strftime(form)

    def replace(self, *given: int, **changed: int) -> date:  # type: ignore[override]
        return self._used().replace(*given, **changed)

    def __format__(self, form: str) -> str:
        return format(self._used(), form)

    def __str__(self) -> str:
        return self.isoformat()

    def __repr__(self) -> str:
        return repr(self._used())

    def isocalendar(self) -> Any:
        return self._used().isocalendar()

    def timetuple(self) -> struct_time:
        return self._used().timetuple()

    def ctime(self) -> str:
        return self._used().ctime()


def plain(day: date) -> date:
    """The same day, no longer noted."""
    return day.plain if isinstance(day, NotedDay) else day
