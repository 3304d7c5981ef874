"""When notification starts and how long it lasts (Sexual Offences Act 2003 ss.80-83)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.dates import spoken
from casework.law.dossier import Dossier
from casework.law.facts.convictions import Conviction
from casework.law.notification.standing import NEVER
from casework.law.notification.tables import figures
from casework.law.notification.triggers import Source, Trigger, counts_at_all
from casework.law.result import Dated, dated, said
from casework.law.switches import switched
from casework.orders.law import NoticeKind
from casework.period import birthday, plus

_START_RULES = {Source.CONVICTION: "R-NOT-2", Source.BREACH: "R-SRO-2"}
_STARTS = {
    Source.CONVICTION: "Notification starts with the relevant date, {day}.",
    Source.BREACH: "Notification starts with the outcome of the breach on {day}.",
    Source.ORDER: "The person was not subject to notification when the order was served on {day}: it starts then.",
    Source.FOREIGN: "For the foreign conviction notification starts when the order or notice was served, {day}.",
}


def starts(one: Dossier) -> Iterator[Dated]:
    """First day and first notice of every trigger."""
    told: set[str] = set()
    for trigger, covered in zip(one.standing.triggers, one.standing.covered_to, strict=True):
        if trigger.about in one.standing.already or trigger.about in told:
            continue
        told.add(trigger.about)
        why = _STARTS[trigger.source].format(day=spoken(trigger.start))
        rule = _START_RULES.get(trigger.source, "R-NOT-3")
        yield dated("notification.starts", trigger.about, trigger.start, why, rule=rule, row=trigger.row)
        yield from _initial(one, trigger, covered)


def _initial(one: Dossier, trigger: Trigger, covered: date | None) -> Iterator[Dated]:
    days = figures().window_days
    last = one.window(trigger.start, days)
    quashed = trigger.ended_as == "quashed" and trigger.last is not None and trigger.last <= one.today
    if last is None or quashed:
        return
    if (covered is None or covered >= last) and covered != NEVER and _given_by(one, trigger.start, last):
        return
    yield dated("notification.initial_by", trigger.about, last, _window_why(trigger.start, last, days))


def _window_why(start: date, last: date, days: int) -> str:
    skipped = (last - start).days + 1 - days
    free = f"; {skipped} {'day' if skipped == 1 else 'days'} away not counted" if skipped else ""
    return f"{days} days beginning with {spoken(start)}{free} end on {spoken(last)}."


def _given_by(one: Dossier, start: date, last: date) -> bool:
    """Whether a first notice was given in the present stretch by a day (s.83(2))."""
    stretch = one.standing.stretch(start)
    return stretch is not None and any(
        note.regime == "soa" and note.kind == "initial" and stretch.start <= note.given_on <= last
        for note in one.notifications
    )


def lasts(one: Dossier) -> Iterator[Dated]:
    """The period of every conviction, and the person's last day as a relevant offender."""
    for conviction in one.convictions.values():
        found = one.lengths.get(conviction.id)
        if found is None or conviction.quashed(one.today) or not _triggers(one, conviction):
            continue
        row = "V1" if conviction.relevant_date < switched("V1") else ""
        if found.indefinite:
            day = conviction.relevant_date
            yield dated("notification.indefinite", conviction.id, day, found.why, rule=found.rule, row=row)
        elif found.last is not None:
            yield dated("notification.period_last_day", conviction.id, found.last, found.why, rule=found.rule, row=row)
    if one.standing.ends is not None:
        yield dated("notification.ends", one.person.id, one.standing.ends, _ends_why(one), rule=_ends_rule(one))
    yield from _parental(one)


def _triggers(one: Dossier, conviction: Conviction) -> bool:
    """Whether a conviction brings notification: its own, or through an order or notice that was made."""
    if not conviction.foreign:
        return counts_at_all(conviction)
    return any(
        life.order.conviction == conviction.id
        and life.order.made_on is not None
        and life.law.notice.kind is NoticeKind.SECTION_82
        for life in one.lives.values()
    )


def _last_trigger(one: Dossier) -> Trigger:
    return max(one.standing.triggers, key=lambda trigger: trigger.last or date.max)


def _ends_rule(one: Dossier) -> str:
    return "R-REV-9" if _last_trigger(one).ended_as == "review" else "R-NOT-4"


def _ends_why(one: Dossier) -> str:
    last = _last_trigger(one)
    ends = said(one.standing.ends)
    if one.dead() and one.person.died_on == one.standing.ends:
        return f"Notification ended with the person's death on {ends}."
    if last.ended_as == "review":
        return f"After the review notification ceased when the decision was received on {ends}."
    source = "the order" if last.source in (Source.ORDER, Source.BREACH) else "the conviction"
    number = len(one.standing.triggers)
    several = f" Of {number} triggers it runs longest." if number > 1 else ""
    return f"The last day under {source} is {ends}.{several}"


def _parental(one: Dossier) -> Iterator[Dated]:
    grown = birthday(one.person.born, figures().age_of_majority)
    directed = [(each.id, each.relevant_date) for each in one.convictions.values() if each.parental_direction]
    directed += [
        (life.order.id, life.order.made_on)
        for life in one.lives.values()
        if life.order.parental_direction and life.order.made_on is not None
    ]
    for about, day in directed:
        if day < grown:
            why = f"The person is 18 from the start of {spoken(grown)}: the parent's duty ends the day before."
            yield dated("notification.parental_duty_last_day", about, plus(grown, -1), why)
