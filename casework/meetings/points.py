"""What the case has open for the first items of an agenda: people, earlier actions, reports, victims, diversity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from casework.case import Case
from casework.contradictions import Contradiction
from casework.dated import Due
from casework.dates import distance, spoken
from casework.meetings.figures import figure
from casework.meetings.item import Point
from casework.meetings.sitting import before, carried, meeting_day, missing_reports, report_day
from casework.plan_rules.check import PlanFinding
from casework.reckoning import Reckoning
from casework.record import Record, has_value, is_given, title
from casework.summary import flat, open_actions
from casework.text import Language, Text

QUOTED = 240


@dataclass(frozen=True, slots=True)
class Open:
    """What is open in a case on a day: dates, contradictions, what the rules find in the plan."""

    case: Case = field(repr=False)
    today: date
    reckoning: Reckoning = field(repr=False)
    due: tuple[Due, ...] = field(repr=False)
    contradictions: tuple[Contradiction, ...] = field(default=(), repr=False)
    findings: tuple[PlanFinding, ...] = field(default=(), repr=False)
    settings: Mapping[str, str] = field(default_factory=dict)


Points = Iterator[Point]


def action_words(case: Case, action: Record, meeting: Record, today: date) -> Text:
    """An open action as an agenda tells it: what, who, when, how late, how often carried over."""
    what = flat(action.words("what"))
    due_on, times = action["due_on"], carried(case, action, meeting)
    owner = action.words("owner")
    said = [Text(what, what), *([Text(owner, owner)] if owner else [_NO_OWNER])]
    if isinstance(due_on, date):
        far = distance(due_on, today)
        said.append(Text(f"{spoken(due_on)}, {far.en}", f"{spoken(due_on, Language.CY)}, {far.cy}"))
    else:
        said.append(_NO_DATE)
    if times:
        said.append(_CARRIED.filled(times=times) if times > 1 else _CARRIED_ONCE)
    return Text("; ".join(one.en for one in said), "; ".join(one.cy for one in said))


def people(meeting: Record, ground: Open) -> Points:
    """Who is invited, who has said that they cannot come, where nobody is named."""
    invited = ground.case.children(meeting, "invitee")
    if not invited:
        yield Point(Text("Nobody is invited yet.", "Nid oes neb wedi'i wahodd eto."), kind="invitee", strong=True)
        return
    agencies = {one.words("agency") for one in invited}
    yield Point(_INVITED.filled(people=len(invited), agencies=len(agencies)), meeting.id, "invited_on")
    for one in invited:
        if one["attended"] in ("apologies", "report"):
            yield Point(_APOLOGIES.filled(who=title(one)), one.id, "attended")
        elif not has_value(one["name"]):
            yield Point(_UNNAMED.filled(who=_agency(one)), one.id, "name")


def previous(meeting: Record, ground: Open) -> Points:
    """The last minutes where they are not settled, and every action that was open at or before that meeting."""
    last = before(ground.case, meeting)
    if last is None:
        return
    yield from _minutes(last, ground.case)
    for one in open_actions(ground.case):
        if _set_by(one, last):
            yield action_point(one, meeting, ground)


def _minutes(last: Record, case: Case) -> Points:
    on = meeting_day(last)
    day = spoken(on) if on else ""
    if has_value(last["closed_at"]) and not has_value(last["approved_on"]):
        yield Point(_UNAPPROVED.filled(day=day), last.id, "approved_on", strong=True)
    for one in case.children(last, "correction"):
        if not has_value(one["outcome"]):
            yield Point(_CORRECTION.filled(words=brief(one.words("words"))), one.id, "outcome")


def actions(meeting: Record, ground: Open) -> Points:
    """The actions set since the last meeting that are open; those set before it stand under the previous minutes."""
    last = before(ground.case, meeting)
    for one in open_actions(ground.case):
        if last is None or not _set_by(one, last):
            yield action_point(one, meeting, ground)


def action_point(action: Record, meeting: Record, ground: Open) -> Point:
    """An open action as a point; strong once it was carried over as often as the area says."""
    often = carried(ground.case, action, meeting) >= figure("meeting.rolled", ground.settings)
    words = action_words(ground.case, action, meeting, ground.today)
    return Point(words, action.id, "state", strong=often)


def _set_by(action: Record, last: Record) -> bool:
    set_on, on = action["set_on"], meeting_day(last)
    return last.id in action.links("meeting") or not isinstance(set_on, date) or (on is not None and set_on <= on)


def reports(meeting: Record, ground: Open) -> Points:
    """Reports received, by agency; those asked for that are not here, with the day they were asked for by."""
    received = ground.case.children(meeting, "agency_report")
    for one in received:
        yield Point(_RECEIVED.filled(who=title(one), day=day_words(one, "dated")), one.id, "facts")
    here = {one.words("agency") for one in received}
    by = report_day(meeting, ground.settings)
    for agency, one in missing_reports(ground.case, meeting).items():
        late = by is not None and by < ground.today
        says = _OVERDUE if late else _AWAITED
        if agency not in here:
            yield Point(says.filled(who=_agency(one), day=spoken(by) if by else ""), one.id, "report_received_on")


def victims(_: Record, ground: Open) -> Points:
    """Every victim by reference, with the scheme and who speaks for them."""
    known = ground.case.of("victim")
    if not known:
        yield Point(Text("No victim is recorded.", "Dim dioddefwr wedi'i gofnodi."), kind="victim")
    for one in known:
        scheme = one.shape.get("scheme")
        told = f" · {scheme.told(one['scheme'])}" if scheme and is_given(one["scheme"]) else ""
        speaks = f" · {one.words('vlo')}" if one.words("vlo") else ""
        yield Point(Text(f"{title(one)}{told}{speaks}", f"{title(one)}{told}{speaks}"), one.id, "scheme")


def diversity(_: Record, ground: Open) -> Points:
    """What is recorded of needs, or that nothing is."""
    person = ground.case.one("person")
    if is_given(person["needs"]):
        words = brief(person.words("needs")) or "none stated"
        yield Point(_NEEDS.filled(what=words), person.id, "needs")
    else:
        yield Point(_NO_NEEDS, person.id, "needs")


def brief(words: str, most: int = QUOTED) -> str:
    """Words in one line, cut after a whole word where they are long."""
    told = flat(words)
    return told if len(told) <= most else f"{told[:most].rpartition(' ')[0].rstrip(' ,;.:')}…"


def found(ground: Open, *codes: str) -> Points:
    """What the rules with these codes, or with codes that are parts of them, find and nobody has set aside."""
    for one in ground.findings:
        if one.open and any(one.rule.code == code or one.rule.code.startswith(f"{code}.") for code in codes):
            yield Point(one.says, one.about, one.key, one.kind, strong=one.hard)


def _agency(invitee: Record) -> str:
    shown = invitee.shape.get("agency")
    return shown.told(invitee["agency"]) if shown else ""


def day_words(record: Record, key: str) -> str:
    """A date of a record as it is spoken, or that there is none."""
    day = record[key]
    return spoken(day) if isinstance(day, date) else "no date"


_NO_OWNER = Text("no owner", "dim perchennog")
_NO_DATE = Text("no date", "dim dyddiad")
_CARRIED = Text("carried over {times} times", "wedi'i gario drosodd {times} gwaith")
_CARRIED_ONCE = Text("carried over once", "wedi'i gario drosodd unwaith")
_INVITED = Text("{people} people of {agencies} agencies are invited.", "Gwahoddwyd {people} o {agencies} asiantaeth.")
_APOLOGIES = Text("Apologies: {who}.", "Ymddiheuriadau: {who}.")
_UNNAMED = Text("{who}: nobody is named yet.", "{who}: nid oes neb wedi'i enwi eto.")
_UNAPPROVED = Text("Minutes of {day} are not approved.", "Nid yw cofnodion {day} wedi'u cymeradwyo.")
_CORRECTION = Text("Correction asked for: {words}", "Cywiriad: {words}")
_RECEIVED = Text("Report received: {who}, {day}.", "Derbyniwyd adroddiad: {who}, {day}.")
_AWAITED = Text("Report not here yet: {who}, asked for by {day}.", "Adroddiad heb gyrraedd: {who}, erbyn {day}.")
_OVERDUE = Text("Report late: {who}, asked for by {day}.", "Adroddiad yn hwyr: {who}, erbyn {day}.")
_NEEDS = Text("Needs as recorded: {what}", "Anghenion a gofnodwyd: {what}")
_NO_NEEDS = Text(
    "Nothing is recorded of disability, health or diversity.", "Dim cofnod o anabledd, iechyd nac amrywiaeth."
)
