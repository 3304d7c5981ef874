"""Whether a person is a relevant offender: on a day, through a window, and until when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from casework.law.notification.triggers import Trigger
from casework.period import plus


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days without a gap on which a person is a relevant offender; ``last`` is None without known end."""

    start: date
    last: date | None

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Standing:
    """The triggers of a person and the stretches they make. ``already`` are triggers of orders that started nothing.

    ``covered_to`` tells of each trigger up to which day those begun earlier run on (None without end).
    """

    triggers: tuple[Trigger, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    already: frozenset[str] = frozenset()
    covered_to: tuple[date | None, ...] = ()

    def stretch(self, day: date) -> Stretch | None:
        """The stretch that a day lies in."""
        n = bisect_right(self.stretches, day, key=lambda one: one.start) - 1
        found = self.stretches[n] if n >= 0 else None
        return found if found and found.covers(day) else None

    def on(self, day: date) -> bool:
        """Whether the person is a relevant offender on a day."""
        return self.stretch(day) is not None

    @property
    def ends(self) -> date | None:
        """The last day as a relevant offender; None while there is none or it is not known."""
        return self.stretches[-1].last if self.stretches else None


NEVER = date.min


def standing(triggers: Iterable[Trigger], died_on: date | None) -> Standing:
    """What the triggers, earliest first, make of a person; death ends them all."""
    listed = tuple(_until_death(one, died_on) for one in triggers if died_on is None or one.start <= died_on)
    stretches: list[Stretch] = []
    already: set[str] = set()
    covered: list[date | None] = []
    reach: date | None = NEVER
    earlier: date | None = NEVER
    day = NEVER
    for one in listed:
        if one.start != day:
            day, earlier = one.start, reach
        covered.append(earlier)
        if one.by_order and (reach is None or one.start <= reach):
            already.add(one.about)
        if stretches and (reach is None or one.start <= plus(reach, 1)):
            stretches[-1] = Stretch(stretches[-1].start, _later(reach, one.last))
        else:
            stretches.append(Stretch(one.start, one.last))
        reach = _later(reach, one.last)
    return Standing(listed, tuple(stretches), frozenset(already), tuple(covered))


def _until_death(one: Trigger, died_on: date | None) -> Trigger:
    if died_on is None or (one.last is not None and one.last <= died_on):
        return one
    return replace(one, last=died_on)


def _later(one: date | None, other: date | None) -> date | None:
    return None if one is None or other is None else max(one, other)
