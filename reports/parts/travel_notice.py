"""The travel notice form: the person, each journey with the days for notice, and who gave and received it."""

from __future__ import annotations

from casework.answer import Absent
from casework.document import Part
from casework.record import Record
from reports import phrases_orders as words
from reports.paper import Paper
from reports.parts.due import day
from reports.parts.opening import PEN, to_fill, to_sign
from reports.setting import group, section
from reports.tagged.block import Block

_KNOWN = ("destination", "departs_on", "departs_at", "details_known_on", "returns_on", "details_changed_on")
_BY_PEN = (
    (words.POINT_OF_DEPARTURE, PEN), (words.ARRIVALS, 48.0), (words.CARRIERS, 48.0), (words.STAYS, 64.0),
    (words.RETURN_POINT, PEN), (words.COMPANIONS, PEN),
)  # fmt: skip


def traveller(paper: Paper, part: Part) -> list[Block]:
    """Who travels: what is on record, and boxes for the rest."""
    case, person, today = paper.pack.case, paper.pack.case.one("person"), paper.pack.today
    born, home = person.shape.get("date_of_birth"), case.current("address", today)
    known = bool(person.answers)
    names = "; ".join(one.words("name") for one in case.of("alias") if one.words("name"))
    rows = [
        (words.FULL_NAME, case.name if known else ""),
        (words.OTHER_NAMES, names),
        (words.BORN_ON, paper.told(person, born) if known and born else ""),
        (words.HOME, home.words("lines") if home else ""),
        (words.PASSPORT, ""),
        (words.REACHED_AT, ""),
    ]
    filled = [(f"{part.letter}{n}", paper.say(asked), told, PEN) for n, (asked, told) in enumerate(rows, 1)]
    return [*section(part.letter, paper.say(part.title)), to_fill(filled)]


def journeys(paper: Paper, part: Part) -> list[Block]:
    """Each journey that is still ahead or under way, else one to fill in."""
    blocks = section(part.letter, paper.say(part.title))
    found = [one for one in paper.pack.case.of("event") if one["kind"] == "travel" and _ahead(paper, one)]
    blank = Record(paper.pack.plan.id, "event", None, {"kind": "travel"})
    for n, one in enumerate(found or [blank], 1):
        number = f"{part.letter}{n}"
        blocks += [group(number, paper.say(words.JOURNEY, number=n)), _journey(paper, one, number, known=bool(found))]
    return blocks


def _ahead(paper: Paper, one: Record) -> bool:
    left, back = one["departs_on"], one["returns_on"]
    end = back if not isinstance(back, Absent) else left
    return isinstance(end, Absent) or str(end) >= str(paper.pack.today)


def _journey(paper: Paper, one: Record, number: str, *, known: bool) -> Block:
    say = paper.say
    rows: list[tuple[str, str, float]] = []
    for key in _KNOWN:
        field = one.shape.get(key)
        if field:
            rows.append((say(field.label), paper.told(one, field) if key in one.answers else "", PEN))
    rows.append((say(words.NOTICE_DATES), _dates(paper, one) if known else "", PEN))
    rows += [(say(asked), "", room) for asked, room in _BY_PEN]
    return to_fill([(f"{number}.{n}", *row) for n, row in enumerate(rows, 1)])


def _dates(paper: Paper, one: Record) -> str:
    """The days that the law gives for this journey, the safe reading, with the statute."""
    lines = []
    for found in paper.pack.dates:
        if found.about == one.id and found.limit != "outer":
            at = f", {found.at:%H:%M}" if found.at and not found.override else ""
            when = f"{day(paper, found.working)}{at}"
            lines.append(f"{paper.say(words.BY_WHEN, what=paper.say(found.label), day=when)} ({found.basis})")
    return "\n".join(lines) or paper.say(words.NO_NOTICE_DATES)


def received(paper: Paper, part: Part) -> list[Block]:
    """Station, day, receipt, and both signatures."""
    asked = (words.STATION, words.RECEIVED_AT, words.RECEIVED_BY, words.RECEIPT)
    rows = [(f"{part.letter}{n}", paper.say(one), "", PEN) for n, one in enumerate(asked, 1)]
    signers = [(paper.say(words.PERSON_SIGNS), ""), (paper.say(words.OFFICER_SIGNS), "")]
    return [*section(part.letter, paper.say(part.title)), to_fill(rows), to_sign(paper, signers)]
