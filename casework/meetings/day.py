"""The meetings of a day, over all cases: when each sits, what is ready for it, what is still open after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from casework.answer import Absent
from casework.case import Case
from casework.meetings.closing import set_at
from casework.meetings.people import HERE, agency_name
from casework.meetings.sitting import meeting_day, missing_reports
from casework.recipients import whom
from casework.record import CaseId, Record, RecordId, has_value


@dataclass(frozen=True, slots=True)
class Sitting:
    """One meeting of one case. ``reports`` asked for, ``here`` of them received; ``unknown`` answers said to be not
    known; ``copies`` of the pack handed out for this meeting. ``people``: who is invited, ``acting``: who of each
    agency that was given an action, both as a recipient is named.
    """

    case: CaseId
    ref: str
    name: str = field(repr=False)
    initials: str = field(repr=False)
    meeting: RecordId
    on: date
    time: str
    level: str
    place: str = field(repr=False)
    chair: str = field(repr=False)
    invited: int
    reports: int
    here: int
    unknown: int
    copies: int
    state: str
    people: tuple[str, ...] = field(default=(), repr=False)
    acting: tuple[str, ...] = field(default=(), repr=False)

    @property
    def ready(self) -> bool:
        """Whether people are invited and every report that was asked for has come."""
        return bool(self.invited) and self.here == self.reports


def sittings(case: Case, copies: Mapping[str, int] | None = None) -> Iterator[Sitting]:
    """Every meeting of a case that has a day; ``copies`` of the pack by meeting."""
    person = case.one("person")
    unknown = sum(answer is Absent.UNKNOWN for one in case.records for answer in one.answers.values())
    for one in case.of("meeting"):
        on = meeting_day(one)
        if on is None:
            continue
        invited = case.children(one, "invitee")
        asked = {who.words("agency") for who in invited if has_value(who["report_asked_on"])}
        here = len(asked) - len(missing_reports(case, one))
        yield Sitting(
            case.id, case.ref, case.name, initials(person), one.id, on, one.words("time"), one.words("level"),
            one.words("place"), one.words("chair"), len(invited), len(asked), here, unknown,
            (copies or {}).get(one.id, 0), state(one), tuple(dict.fromkeys(map(whom, invited))), acting(case, one),
        )  # fmt: skip


def acting(case: Case, meeting: Record) -> tuple[str, ...]:
    """Of each agency that a meeting gave an action: somebody invited, who is there before who is not; or its name."""
    invited = sorted(case.children(meeting, "invitee"), key=lambda one: one["attended"] not in HERE)
    agencies = dict.fromkeys(one.words("agency") for one in set_at(case, meeting))
    return tuple(
        next((whom(one) for one in invited if one["agency"] == agency), agency_name(agency)) for agency in agencies
    )


def initials(person: Record) -> str:
    """A person's initials, for paper that tells no more."""
    words = f"{person.words('forenames')} {person.words('surname')}".replace("-", " ").split()
    return "".join(f"{one[:1].upper()}." for one in words) or "–"


def state(meeting: Record) -> str:
    """How far a meeting has come: "ahead", "sitting", "closed", "approved" or "issued"."""
    for key, name in (("issued_on", "issued"), ("approved_on", "approved"), ("closed_at", "closed")):
        if has_value(meeting[key]):
            return name
    return "sitting" if has_value(meeting["opened_at"]) else "ahead"


def in_order(found: Iterator[Sitting] | tuple[Sitting, ...]) -> tuple[Sitting, ...]:
    """By day and time of day; those without a time last."""
    return tuple(sorted(found, key=lambda one: (one.on, not one.time, one.time.rjust(5, "0"), one.ref)))
