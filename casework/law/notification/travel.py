"""Notice of foreign travel and of return (Sexual Offences Act 2003 s.86; SI 2004/1220, SI 2012/1876)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from casework.dates import spoken
from casework.law.dossier import Dossier
from casework.law.facts.events import Return, Travel
from casework.law.notification.tables import figures
from casework.law.result import OUTER, TARGET, Dated, dated
from casework.law.switches import switched
from casework.orders.law import NoticeKind
from casework.period import plus

_MIDNIGHT = time(0, 0)


def travel(one: Dossier) -> Iterator[Dated]:
    """The notices that every journey and return calls for."""
    for event in one.events:
        if isinstance(event, Travel) and _bound(one, event.departs_on):
            if _owes_notice(event.departs_on, event.returns_on):
                yield from _notice(event)
                yield from _changed(event)
        elif isinstance(event, Return) and _bound(one, event.on) and _owes_return(event):
            yield from _return(event)


def _bound(one: Dossier, day: date) -> bool:
    """Whether the person must notify travel: a relevant offender, or under a foreign travel order."""
    return one.standing.on(day) or any(
        life.law.notice.kind is NoticeKind.TRAVEL
        and life.in_force(day)
        and (life.order.served_on is None or life.order.served_on <= day)
        for life in one.lives.values()
    )


def _owes_notice(departs_on: date, returns_on: date | None) -> bool:
    """Whether a trip is notified at all: none before Part 2, short ones only since all travel is."""
    rule = figures().travel
    if departs_on < switched("V2"):
        return False
    if departs_on > rule.short_trips_exempt_to:
        return True
    return returns_on is None or (returns_on - departs_on).days + 1 >= rule.short_trip_days


def _owes_return(event: Return) -> bool:
    """Whether a return is notified: not if date and point were told, nor from a trip that owed no notice."""
    return not event.notified and (event.departed_on is None or _owes_notice(event.departed_on, event.on))


def _row(departs_on: date) -> str:
    return "V5" if departs_on >= switched("V5") else "V2"


def _notice(event: Travel) -> Iterator[Dated]:
    rule, row = figures().travel, _row(event.departs_on)
    leaves = spoken(event.departs_on)
    ahead = (event.departs_on - event.details_known_on).days
    if ahead > rule.known_more_than_days:
        safe, outer = plus(event.departs_on, -rule.target_days_before), plus(event.departs_on, -rule.outer_days_before)
        opening = f"Details known {ahead} days before departure on {leaves}: not less than 7 days before."
        why = f"{opening} Neither end counted, the last day is {spoken(safe)}."
        yield dated("travel.notice_by", event.id, safe, why, limit=TARGET, row=row)
        why = f"{opening} If the day of notice counts, the last day is {spoken(outer)}."
        yield dated("travel.notice_by", event.id, outer, why, limit=OUTER, row=row)
    else:
        day = plus(event.departs_on, -rule.late_days_before)
        why = (
            f"Details not known more than 7 days before departure on {leaves}: not less than 12 hours before that "
            f"date, so by {rule.late_hour}:00 on {spoken(day)}."
        )
        at = time(rule.late_hour)
        yield dated("travel.notice_by", event.id, day, why, at=at, rule="R-DUE-12", row=row)
    if event.reasonable_excuse:
        day = plus(event.departs_on, -rule.excuse_days_before)
        why = f"With a reasonable excuse not less than 24 hours before {leaves}: by 00:00 on {spoken(day)}."
        yield dated("travel.notice_excuse_by", event.id, day, why, at=_MIDNIGHT, row=row)


def _changed(event: Travel) -> Iterator[Dated]:
    if event.details_changed_on is None:
        return
    rule, row = figures().travel, _row(event.departs_on)
    day = plus(event.departs_on, -rule.changed_target_days_before)
    opening = f"Details changed on {spoken(event.details_changed_on)}."
    why = f"{opening} Safe: 24 hours before the date of departure, 00:00 on {spoken(day)}."
    yield dated("travel.changed_details_by", event.id, day, why, at=_MIDNIGHT, limit=TARGET, row=row)
    if event.departs_at is not None:
        until = _hours_before(event.departs_at, rule.changed_outer_hours)
        why = f"{opening} At the outside 12 hours before departure, {until:%H:%M} on {spoken(until.date())}."
        yield dated("travel.changed_details_by", event.id, until.date(), why, at=until.time(), limit=OUTER, row=row)


def _hours_before(moment: datetime, hours: int) -> datetime:
    try:
        return moment - timedelta(hours=hours)
    except OverflowError:
        return moment


def _return(event: Return) -> Iterator[Dated]:
    rule = figures().travel
    back = spoken(event.on)
    safe, outer = plus(event.on, rule.return_target_days), plus(event.on, rule.return_outer_days)
    why = f"Three days of the return on {back}; with the day of return counted they end on {spoken(safe)}."
    yield dated("travel.return_by", event.id, safe, why, limit=TARGET)
    why = f"Three days of the return on {back}, that day not counted, end on {spoken(outer)}."
    yield dated("travel.return_by", event.id, outer, why, limit=OUTER)
