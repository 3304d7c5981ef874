"""Changes to notify: within three days, or in advance (Sexual Offences Act 2003 s.84)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.dates import spoken
from casework.law.dossier import Dossier
from casework.law.facts.events import ChildStay, DatedEvent, Stay
from casework.law.notification.stays import reached
from casework.law.notification.tables import figures
from casework.law.result import Dated, dated
from casework.law.switches import switched
from casework.period import plus

# Bank, card and identity documents and stays with children became notifiable with the switch V5.
_SINCE_2012 = ("bank_or_card_changed", "identity_document_changed", "child_household_ceased")
_RULES = {
    "bank_or_card_changed": "R-DUE-9",
    "identity_document_changed": "R-DUE-10",
    "child_household_ceased": "R-DUE-8",
}


def changes(one: Dossier) -> Iterator[Dated]:
    """The notice that every event calls for."""
    for event in one.events:
        if isinstance(event, DatedEvent):
            yield from _dated(one, event)
        elif isinstance(event, ChildStay):
            yield from _child_stay(one, event)
    stays = [event for event in one.events if isinstance(event, Stay)]
    for stay, day in reached(stays):
        yield from _notice(one, stay.id, day, f"The seventh day at this address within 12 months is {spoken(day)}.")


def _dated(one: Dossier, event: DatedEvent) -> Iterator[Dated]:
    yield from _nonevent(one, event)
    if event.on is None or (event.kind in _SINCE_2012 and event.on < switched("V5")):
        return
    if _as_notified(one, event, event.on):
        return
    row = "V5" if event.kind in _SINCE_2012 else ""
    yield from _notice(one, event.id, event.on, "", rule=_RULES.get(event.kind, "R-DUE-3"), row=row)


def _in_advance(one: Dossier, event: DatedEvent) -> date | None:
    """The expected day of a change that was notified in advance, as known today."""
    told = event.advance_notified_on
    if told is None or told > one.today or (event.on is not None and told > event.on):
        return None
    return event.expected_on


def _as_notified(one: Dossier, event: DatedEvent, on: date) -> bool:
    expected = _in_advance(one, event)
    return expected is not None and abs((on - expected).days) <= figures().advance.either_side_days


def _nonevent(one: Dossier, event: DatedEvent) -> Iterator[Dated]:
    """An expected change that did not happen in time must be reported (s.84(4)-(5))."""
    expected = _in_advance(one, event)
    if expected is None or not one.standing.on(expected):
        return
    advance = figures().advance
    until = plus(expected, advance.either_side_days)
    missed = event.on > until if event.on is not None else one.today > until
    if missed:
        last = plus(expected, advance.report_days - 1)
        why = (
            f"Expected on {spoken(expected)} and not happened by {spoken(until)}: {advance.report_days} days "
            f"beginning with {spoken(expected)} end on {spoken(last)}."
        )
        yield dated("notification.nonevent_by", event.id, last, why)


def _child_stay(one: Dossier, event: ChildStay) -> Iterator[Dated]:
    rule = figures().child_household
    counts = event.hours >= rule.hours and event.private_place and event.child_age < rule.child_under
    if counts and event.on >= switched(rule.row):
        why = f"{event.hours} hours in a private place with someone of {event.child_age}, reached {spoken(event.on)}."
        yield from _notice(one, event.id, event.on, why, rule="R-DUE-8", row=rule.row)


def _notice(
    one: Dossier, about: str, day: date, opening: str, *, rule: str = "R-DUE-3", row: str = ""
) -> Iterator[Dated]:
    days = figures().window_days
    last = one.window(day, days) if one.standing.on(day) else None
    if last is not None:
        skipped = (last - day).days + 1 - days
        free = f"; {skipped} {'day' if skipped == 1 else 'days'} away not counted" if skipped else ""
        why = f"{opening} {days} days beginning with {spoken(day)}{free} end on {spoken(last)}.".strip()
        yield dated("notification.change_by", about, last, why, rule=rule, row=row)
