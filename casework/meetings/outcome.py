"""What closing a meeting writes beside the meeting: level, exit, the disclosure decision, the next meeting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from casework.answer import Absent, Answer
from casework.case import Case
from casework.meetings.sitting import meeting_day, sequence
from casework.record import Record
from casework.text import Text

_SAME = ("chair", "chair_agency", "chair_rank", "minute_taker", "place", "time")


@dataclass(frozen=True, slots=True)
class Written:
    """A record to add, or, with ``about``, answers to put into one that stands."""

    kind: str
    answers: dict[str, Answer] = field(repr=False)
    about: str = ""


def outcome(case: Case, meeting: Record) -> tuple[Written, ...]:
    """Everything that follows from what was decided; nothing that stands already, so that it may be asked again."""
    on = meeting_day(meeting)
    if on is None:
        return ()
    return (
        *_level(case, meeting, on),
        *_exit(case, meeting, on),
        *_disclosure(case, meeting, on),
        *_next(case, meeting),
    )


def decided_by(meeting: Record) -> str:
    """Who decided, as level and exit records say it."""
    agency = meeting.shape.get("chair_agency")
    told = agency.told(meeting["chair_agency"]) if agency and meeting.words("chair_agency") else ""
    who = ", ".join(one for one in (meeting.words("chair"), meeting.words("chair_rank"), told) if one)
    return f"Level {meeting.words('level')} meeting, chaired by {who}"


def _level(case: Case, meeting: Record, on: date) -> Iterator[Written]:
    decided, stands = meeting.words("level_decision"), case.current("level", on)
    if stands and (decided == "exit" or stands["level"] != decided):
        yield Written("level", {"ended_on": on}, stands.id)
    if decided in ("1", "2", "3") and (stands is None or stands["level"] != decided):
        answers: dict[str, Answer] = {
            "level": decided, "criterion": meeting["level_reason"], "from": on, "decided_by": decided_by(meeting),
            "rosh": meeting["rosh"],
        }  # fmt: skip
        yield Written("level", answers)


def _exit(case: Case, meeting: Record, on: date) -> Iterator[Written]:
    if meeting["level_decision"] == "exit" and not any(meeting.id in one.links("meeting") for one in case.of("exit")):
        answers: dict[str, Answer] = {
            "on": on, "reason": meeting["exit_as"], "why": meeting["exit_reason"], "decided_by": decided_by(meeting),
            "meeting": meeting.id,
        }  # fmt: skip
        yield Written("exit", answers)


def _disclosure(case: Case, meeting: Record, on: date) -> Iterator[Written]:
    """Considered and not done is a decision too."""
    told = any(meeting.id in one.links("meeting") for one in case.of("disclosure"))
    if meeting["disclosure_decision"] == "no" and not told:
        answers: dict[str, Answer] = {
            "considered_on": on, "decision": "none", "recipient": NOBODY.en, "reason": meeting["disclosure_reason"],
            "meeting": meeting.id,
        }  # fmt: skip
        yield Written("disclosure", answers)


def _next(case: Case, meeting: Record) -> Iterator[Written]:
    day = meeting["next_on"]
    if meeting["level_decision"] not in ("2", "3") or not isinstance(day, date):
        return
    if any(one["on"] == day for one in case.of("meeting")):
        return
    answers: dict[str, Answer] = {"level": meeting["level_decision"], "sitting": "review", "on": day}
    answers |= {key: meeting[key] for key in _SAME if meeting[key] is not Absent.NOT_ASKED}
    yield Written("meeting", answers | {"number": sequence(case, meeting)[0] + 1})


NOBODY = Text("Nobody: considered at the meeting and decided against", "Neb: ystyriwyd yn y cyfarfod a'i wrthod")
