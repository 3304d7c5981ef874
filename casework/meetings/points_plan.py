"""What the case has open for risk, plan and contingency: breaks, findings, contradictions, what ends, questions."""

from __future__ import annotations

from datetime import date, timedelta

from casework.dates import distance, spoken
from casework.diary import told_item
from casework.evidence import checked
from casework.horizon import name_of
from casework.meetings.figures import interval
from casework.meetings.item import Point
from casework.meetings.points import Open, Points, brief, found
from casework.meetings.sitting import meeting_day
from casework.mending import NO_CONTINGENCY, breaks
from casework.record import Record, title
from casework.self_check import GROUPS, Group
from casework.summary import risk_matrix
from casework.text import Language, Text

_ENDS = ("order.last_day", "item.last_day", "order.ended_on", "licence.last_day")
_AHEAD = timedelta(weeks=16)
_PLAN_RULES = ("V8.1", "V8.3", "V8.4", "V10", "V11", "C2", "C3", "P1", "P2", "R1", "R2", "R3", "R4", "R5", "V25", "V27")
_CONTINGENCY_RULES = ("V8.2", "K1", "K2", "K3", "K4", "K5", "K6")


def risk(_: Record, ground: Open) -> Points:
    """The risk as assessed, the scenarios by name, what the rules find in the assessment, questions not answered."""
    now = ground.case.current("rosh", ground.today)
    if now is None:
        yield Point(_NO_ROSH, kind="rosh", strong=True)
    else:
        en, cy = (risk_matrix(ground.case, ground.today, one)[-1].told for one in (Language.EN, Language.CY))
        on = now["assessed_on"]
        days = [spoken(on, one) if isinstance(on, date) else "–" for one in (Language.EN, Language.CY)]
        yield Point(
            Text(_ROSH.en.format(told=en, day=days[0]), _ROSH.cy.format(told=cy, day=days[1])), now.id, "overall"
        )
    for one in ground.case.of("scenario"):
        words = brief(title(one))
        yield Point(_SCENARIO.filled(name=words), one.id, "name")
    yield from found(ground, "V7", "V22", "S1", "V23")
    yield from _questions(ground, Group.ASSESSMENT)


def plan(meeting: Record, ground: Open) -> Points:
    """Where the plan breaks, what contradicts what, what ends before the meeting after this, questions not answered."""
    for one in breaks(ground.case):
        if one.lacks != NO_CONTINGENCY:
            yield Point(_break(one.about, one.lacks), one.about.id, one.key, one.kind)
    for clash in ground.contradictions:
        yield Point(clash.what, *clash.mend, strong=clash.severity == "error")
    yield from _ending(meeting, ground)
    told = {one.about.id for one in breaks(ground.case)}
    for point in found(ground, *_PLAN_RULES):
        if point.about not in told:
            yield point
    yield from _questions(ground, Group.PLANNING)
    yield from _questions(ground, Group.LESSONS)


def contingency(_: Record, ground: Open) -> Points:
    """Scenarios that nothing answers, and contingencies that would not hold at night."""
    for one in breaks(ground.case):
        if one.lacks == NO_CONTINGENCY:
            yield Point(_break(one.about, one.lacks), one.about.id, one.key, one.kind)
    yield from found(ground, *_CONTINGENCY_RULES)


def _break(about: Record, lacks: Text) -> Text:
    name = brief(title(about))
    return Text(f"{about.shape.name.en} “{name}”: {lacks.en}.", f"{about.shape.name.cy} “{name}”: {lacks.cy}.")


def _ending(meeting: Record, ground: Open) -> Points:
    """Orders, conditions and licences that end before the day by which a next meeting must be, with what falls away."""
    on, usual = meeting_day(meeting) or ground.today, interval(meeting.words("level"), ground.settings)
    until = usual.latest(on) if usual else on + _AHEAD
    ends = {one.about: one.working for one in ground.reckoning.dates if one.code == "item.last_day"}
    for one in ground.due:
        if one.code not in _ENDS or not ground.today <= one.on <= until:
            continue
        away = told_item(ground.case, one, name_of(one), ends).away
        far = distance(one.on, ground.today)
        yield Point(
            Text(
                " ".join(filter(None, (f"{one.what.en}: {spoken(one.on)}, {far.en}.", away.en))),
                " ".join(
                    filter(None, (f"{one.what.cy or one.what.en}: {spoken(one.on, Language.CY)}, {far.cy}.", away.cy))
                ),
            ),
            one.about,
        )


def _questions(ground: Open, group: Group) -> Points:
    every = [one for one in checked(ground.case, None) if one.question.group is group]
    open_ = sum(one.open for one in every)
    if open_:
        name = GROUPS[group]
        says = Text(
            f"Self-check, {name.en.lower()}: {open_} of {len(every)} questions not answered.",
            f"Hunanwiriad, {name.cy.lower()}: {open_} o {len(every)} cwestiwn heb eu hateb.",
        )
        yield Point(says, ground.case.one("plan").id, kind="self_check")


_NO_ROSH = Text("No assessment of the risk of serious harm stands.", "Nid oes asesiad o risg niwed difrifol yn sefyll.")
_ROSH = Text(
    "Risk of serious harm as assessed: {told}, {day}.", "Risg o niwed difrifol fel y'i haseswyd: {told}, {day}."
)
_SCENARIO = Text("Scenario: {name}", "Senario: {name}")
