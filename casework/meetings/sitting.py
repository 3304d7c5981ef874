"""A meeting among the others: its day, number and interval, what was carried over to it, its reports and details."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casework.answer import Answer
from casework.case import Case
from casework.dates import spoken
from casework.meetings.figures import CHECK_POLICY, interval, reports_by
from casework.record import Record, has_value
from casework.text import Language, Text


def meeting_day(meeting: Record) -> date | None:
    """The day of a meeting, where it has one."""
    on = meeting["on"]
    return on if isinstance(on, date) else None


def before(case: Case, meeting: Record) -> Record | None:
    """The meeting before one, by their dates; for a meeting without a date the last that has one."""
    on = meeting_day(meeting)
    dated = [
        (day, n, one)
        for n, one in enumerate(case.of("meeting"))
        if one.id != meeting.id and (day := meeting_day(one)) and (on is None or day < on)
    ]
    return max(dated, key=lambda each: each[:2])[2] if dated else None


def carried(case: Case, action: Record, meeting: Record) -> int:
    """At how many meetings an open action has stood open since it was set, those before ``meeting``."""
    set_on, on = action["set_on"], meeting_day(meeting)
    if not isinstance(set_on, date):
        return 0
    own = action.links("meeting")
    return sum(
        1
        for one in case.of("meeting")
        if (day := meeting_day(one)) and set_on < day and (on is None or day < on) and one.id not in own
    )


def sequence(case: Case, meeting: Record) -> tuple[int, str]:
    """A meeting's number in the sequence and "initial" or "review": as given, else one after the meeting before it."""
    given, said = meeting["number"], meeting.words("sitting")
    last = before(case, meeting)
    number = given if type(given) is int else sequence(case, last)[0] + 1 if last else 1
    return number, said or ("review" if last or number > 1 else "initial")


def new_meeting(case: Case, today: date) -> dict[str, Answer]:
    """What is known of the next meeting before anybody has said anything of it: level, chair and place as last time."""
    dated = [(day, n, one) for n, one in enumerate(case.of("meeting")) if (day := meeting_day(one))]
    last = max(dated, key=lambda each: each[:2])[2] if dated else None
    now = case.current("level", today)
    accepted = [one for one in case.of("referral") if one["decision"] == "accepted"]
    level = now.words("level") if now else ""
    found: dict[str, Answer] = {}
    if level not in ("2", "3") and accepted:
        level = accepted[-1].words("level")
    if level in ("2", "3"):
        found["level"] = level
    if last:
        kept = ("time", "place", "chair", "chair_agency", "chair_rank", "minute_taker")
        found |= {key: last[key] for key in kept if last.words(key)}
        number, _ = sequence(case, last)
        found |= {"number": number + 1, "sitting": "review"}
    else:
        found |= {"number": 1, "sitting": "initial"}
    return found


def report_day(meeting: Record, settings: Mapping[str, str]) -> date | None:
    """The day by which reports for a meeting are wanted: the one that it says, else as the area sets it."""
    said, on = meeting["reports_by"], meeting_day(meeting)
    return said if isinstance(said, date) else reports_by(on, settings) if on else None


def missing_reports(case: Case, meeting: Record) -> dict[str, Record]:
    """The agencies whose report was asked for and is neither entered nor noted as received, each with an invitee."""
    here = {one.words("agency") for one in case.children(meeting, "agency_report")}
    invited = case.children(meeting, "invitee")
    here |= {one.words("agency") for one in invited if has_value(one["report_received_on"])}
    asked: dict[str, Record] = {}
    for one in invited:
        if has_value(one["report_asked_on"]) and one.words("agency") not in here:
            asked.setdefault(one.words("agency"), one)
    return asked


@dataclass(frozen=True, slots=True)
class Spacing:
    """How a meeting lies to the one before it: in words, and whether it is later than usual or than allowed."""

    says: Text
    late: bool


def spacing(case: Case, meeting: Record, settings: Mapping[str, str]) -> Spacing | None:
    """V14: whether a meeting comes later after the last than is usual; None where there is nothing to say."""
    on, last, usual = meeting_day(meeting), before(case, meeting), interval(meeting.words("level"), settings)
    since = meeting_day(last) if last else None
    if on is None or since is None or usual is None or on <= usual.usual_by(since):
        return None
    over = on > usual.latest(since)
    says = (_OVER if over else _LATER).filled(
        weeks=(on - since).days // 7, level=meeting.words("level"), usual=usual.warn, most=usual.over
    )
    return Spacing(Text(f"{says.en} {CHECK_POLICY.en}", f"{says.cy} {CHECK_POLICY.cy}"), over)


def details(case: Case, meeting: Record, settings: Mapping[str, str]) -> Iterator[tuple[Text, Text]]:
    """Label and words of what everybody must know of a meeting, the same on every paper about it."""
    number, kind = sequence(case, meeting)
    sitting = meeting.shape.get("sitting")
    told = sitting.option(kind) if sitting else None
    level = meeting.words("level") or "–"
    review = told.label if told else Text("")
    yield (
        _MEETING,
        Text(
            f"Level {level}, number {number}, {review.en.lower()}", f"Lefel {level}, rhif {number}, {review.cy.lower()}"
        ),
    )
    on, time = meeting_day(meeting), meeting.words("time")
    day = {one: spoken(on, one) if on else "–" for one in Language}
    at = f", {time}" if time else ""
    yield _WHEN, Text(day[Language.EN] + at, day[Language.CY] + at)
    yield _WHERE, Text(meeting.words("place") or "–")
    agency = meeting.shape.get("chair_agency")
    parts = (meeting.words("chair"), meeting.words("chair_rank"))
    own = agency.option(meeting.words("chair_agency")) if agency else None
    named = ", ".join(part for part in parts if part) or "–"
    yield _CHAIR, Text(*(f"{named}, {own.label.in_(one)}" if own else named for one in Language))
    by = report_day(meeting, settings)
    if by:
        yield REPORTS, Text(spoken(by), spoken(by, Language.CY))


_MEETING = Text("Meeting", "Cyfarfod")
_WHEN = Text("When", "Pryd")
_WHERE = Text("Where", "Ble")
_CHAIR = Text("Chair", "Cadeirydd")
REPORTS = Text("Reports by", "Adroddiadau erbyn")
LABELS = (_MEETING, _WHEN, _WHERE, _CHAIR, REPORTS)
_LATER = Text(
    "{weeks} weeks after the last meeting. Usual at Level {level}: within {usual} weeks.",
    "{weeks} wythnos ar ôl y cyfarfod diwethaf. Arferol ar Lefel {level}: o fewn {usual} wythnos.",
)
_OVER = Text(
    "{weeks} weeks after the last meeting. At Level {level} at the latest within {most} weeks.",
    "{weeks} wythnos ar ôl y cyfarfod diwethaf. Ar Lefel {level} fan bellaf o fewn {most} wythnos.",
)
