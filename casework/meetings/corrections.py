"""Corrections of earlier minutes as a meeting has them before it: those not decided, and those that it decided."""

from __future__ import annotations

from dataclasses import dataclass, field

from casework.case import Case
from casework.field import choice_lists
from casework.meetings.numbering import numbered
from casework.meetings.sitting import meeting_day
from casework.record import Record, has_value

AGREED, NOT_AGREED = "agreed", "not_agreed"


@dataclass(frozen=True, slots=True)
class Asked:
    """A correction with the earlier meeting whose minutes it is about, and the line: its number and words, if one."""

    record: Record = field(repr=False)
    meeting: Record = field(repr=False)
    number: str = ""
    stood: str = field(default="", repr=False)

    @property
    def decided(self) -> bool:
        """Whether it is agreed or refused."""
        return has_value(self.record["outcome"])


def before_it(case: Case, meeting: Record) -> tuple[Asked, ...]:
    """Corrections of earlier minutes that nobody has decided on, and those that this meeting decided on."""
    on = meeting_day(meeting)
    found = []
    for one in case.of("meeting"):
        day = meeting_day(one)
        if one.id == meeting.id or (on and day and day >= on):
            continue
        numbers = _numbers(case, one)
        for each in case.children(one, "correction"):
            if not has_value(each["outcome"]) or meeting.id in each.links("decided_at"):
                number, stood = numbers.get(each.words("minute"), ("", ""))
                found.append(Asked(each, one, number, stood))
    return tuple(found)


def decided_at(case: Case, meeting: Record) -> tuple[Asked, ...]:
    """The corrections that a meeting decided on."""
    return tuple(one for one in before_it(case, meeting) if one.decided)


def _numbers(case: Case, meeting: Record) -> dict[str, tuple[str, str]]:
    """Every open line of the minutes of a meeting by its id: number and words, as they are printed."""
    open_ = [one for one in case.children(meeting, "minute") if one["annex"] is not True]
    return {
        str(line.record.id): (line.number, line.record.words("words"))
        for number, item in enumerate(choice_lists()["agenda_items"], 1)
        for line in numbered(number, (one for one in open_ if one["item"] == item.code))
    }
