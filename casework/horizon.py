"""How long before a date somebody is alerted, as settings; and what protection falls away on that day."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from casework.answer import Span, span
from casework.case import Case
from casework.dated import Due
from casework.dates import distance
from casework.definition import read
from casework.law.codes import date_codes
from casework.orders import order_kinds
from casework.period import Period, day_after
from casework.record import Record
from casework.refusal import Refused
from casework.text import NOTHING, Text

ON_THE_DAY = "on the day"
NEVER = "never"
PREFIX = "horizon."
_WEEKLY = "R-DUE-7"
_LONGEST = 3660
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Horizon:
    """The alerts of one kind of date. ``special`` narrows it to interim orders or to weekly notification."""

    code: str
    before: tuple[str, ...]
    falls_away: Text
    after: Text = NOTHING
    special: str = ""

    @property
    def name(self) -> str:
        """Its name among the settings, without the prefix."""
        return f"{self.code}.{self.special}" if self.special else self.code

    @property
    def setting(self) -> str:
        """The key of the setting that puts another list in its place."""
        return PREFIX + self.name

    @property
    def label(self) -> Text:
        """What it is about, in words."""
        label = _LABELS.get(self.name)
        return label or date_codes()[self.code].label


_LABELS = {
    "order.last_day.interim": Text("Last day of an interim order", "Diwrnod olaf gorchymyn interim"),
    "notification.periodic_by.weekly": Text("Weekly notification due by", "Hysbysiad wythnosol erbyn"),
    "order.necessity_review": Text(
        "Yearly look at an order without an end", "Adolygiad blynyddol o orchymyn heb ddiwedd"
    ),
    "order.interim_gap": Text(
        "Application open, no interim order in force", "Cais ar agor, dim gorchymyn interim mewn grym"
    ),
    "order.just_ended": Text("Order has just ended", "Gorchymyn newydd ddod i ben"),
    "action.due": Text("Action due", "Cam gweithredu i'w gwblhau"),
    "measure.due": Text("Measure due", "Mesur i'w gwblhau"),
    "device.due": Text("Inspection of a device", "Archwilio dyfais"),
    "disclosure.due": Text("Disclosure due", "Datgelu i'w wneud"),
    "meeting.due": Text("Meeting", "Cyfarfod"),
    "meeting.reports": Text("Reports for a meeting", "Adroddiadau ar gyfer cyfarfod"),
    "meeting.minutes": Text("Minutes to be issued", "Cofnodion i'w hanfon"),
    "meeting.interval": Text("Next meeting not fixed", "Cyfarfod nesaf heb ei bennu"),
    "referral.due": Text("Decision on a referral", "Penderfyniad ar atgyfeiriad"),
    "plan.due": Text("Review of the plan", "Adolygu'r cynllun"),
    "plan.ask_again": Text("Asking the person's view again", "Gofyn eto am farn y person"),
    "disclosure.look_again": Text("Looking at a disclosure again", "Edrych eto ar ddatgeliad"),
    "level_review.due": Text("Next review at Level 1", "Adolygiad nesaf Lefel 1"),
    "level.due": Text("Review of the level", "Adolygu'r lefel"),
    "category.due": Text("Review of the registration", "Adolygu'r cofrestriad"),
    "item.just_ended": Text("Condition has just ended", "Amod newydd ddod i ben"),
    "licence.just_ended": Text("Licence has just ended", "Trwydded newydd ddod i ben"),
    "notification.just_ended": Text("Notification has just ended", "Hysbysu newydd ddod i ben"),
    "recall.just_ended": Text("Recall has just ended", "Adalw newydd ddod i ben"),
    "terrorism.just_ended": Text("Terrorism notification has just ended", "Hysbysu terfysgaeth newydd ddod i ben"),
}


@dataclass(frozen=True, slots=True)
class _File:
    horizon: tuple[Horizon, ...]


@cache
def horizons() -> dict[str, Horizon]:
    """Every horizon as recommended, by its name."""
    return {one.name: one for one in read(_File, files("casework") / "horizons.toml").horizon}


def chosen(settings: Mapping[str, str]) -> dict[str, Horizon]:
    """Every horizon with what the settings put in its place; one that cannot be read leaves the recommended one.

    No alert is lost to a setting at fault: whoever takes a setting down checks it with ``typed`` first.
    """
    return {name: _set(one, settings.get(one.setting, "")) for name, one in horizons().items()}


def _set(one: Horizon, words: str) -> Horizon:
    try:
        return replace(one, before=typed(words)) if words.strip() else one
    except Refused:
        return one


def typed(words: str, where: str = "") -> tuple[str, ...]:
    """A typed list of lengths of time, the longest first: "12 months, 28 days, on the day"; "never" for none.

    Raises Refused with what to write instead.
    """
    if words.strip().lower() == NEVER:
        return ()
    parts = [" ".join(part.lower().split()) for part in words.split(",") if part.strip()]
    if not parts:
        raise Refused(f"Write lengths of time parted by commas, such as 6 months, 28 days; or {NEVER}.", where)
    try:
        leads = {_lead(part): part for part in parts}
    except Refused as refusal:
        raise Refused(refusal.why, where) from None
    if any(_days(one) > _LONGEST for one in leads):
        raise Refused("An alert more than ten years ahead is no alert: write a shorter time.", where)
    ordered = sorted(leads, key=_days, reverse=True)
    return tuple(str(one) if one.parts() else ON_THE_DAY for one in ordered)


def _lead(part: str) -> Span:
    return Span() if part in (ON_THE_DAY, "0 days", "0") else span(part)


def _days(one: Span) -> int:
    return one.years * 366 + one.months * 31 + one.weeks * 7 + one.days


@dataclass(frozen=True, slots=True)
class Alert:
    """One date that is near or past: ``raised_on`` is the day on which it came within the last horizon reached.

    ``stage`` is that horizon ("28 days", "on the day") or empty once the date is past.
    """

    due: Due
    raised_on: date
    stage: str
    away: Text
    falls_away: Text
    after: Text


def alerts(
    due: Iterable[Due],
    settings: Mapping[str, str],
    today: date,
    *,
    since: date | None = None,
    interim: Container[str] = (),
) -> tuple[Alert, ...]:
    """What should be said today of things due, the earliest first.

    ``since``: only what was raised after that day (the last start of the program), so that nothing is missed while the
    machine was off. ``interim`` are the ids of interim orders.
    """
    known = chosen(settings)
    ahead = {name: tuple(_lead(part) for part in one.before) for name, one in known.items()}
    longest = {name: max(map(_days, leads), default=-1) for name, leads in ahead.items()}
    found = []
    for one in due:
        name = name_of(one, interim)
        if (one.on - today).days > longest.get(name, -1) and one.on >= today:
            continue
        alert = _alert(one, known[name], ahead[name], today) if name in known else None
        if alert and (since is None or alert.raised_on > since):
            found.append(alert)
    return tuple(sorted(found, key=lambda alert: (alert.due.on, alert.due.case, alert.due.code, alert.due.about)))


def name_of(due: Due, interim: Container[str] = ()) -> str:
    """The name of the horizon that a thing due falls under."""
    if due.code == "order.last_day" and due.about in interim:
        return "order.last_day.interim"
    if due.code == "notification.periodic_by" and due.rule == _WEEKLY:
        return "notification.periodic_by.weekly"
    return due.code


def _alert(due: Due, horizon: Horizon, ahead: tuple[Span, ...], today: date) -> Alert | None:
    if due.on < today:
        return Alert(due, due.on + timedelta(days=1), "", distance(due.on, today), horizon.falls_away, horizon.after)
    reached = [(raised, one) for one in ahead if (raised := raised_on(due.on, one)) <= today]
    if not reached:
        return None
    raised, lead = max(reached, key=lambda found: found[0])
    return Alert(
        due,
        raised,
        str(lead) if lead.parts() else ON_THE_DAY,
        distance(due.on, today),
        horizon.falls_away,
        horizon.after,
    )


@dataclass(frozen=True, slots=True)
class Stretch:
    """The dates of one horizon after ``after`` and up to ``until``."""

    horizon: str
    after: date
    until: date


def raised_by(settings: Mapping[str, str], today: date) -> dict[str, date]:
    """The last date of each horizon that is raised on a day: what lies up to it has reached its earliest alert."""
    return {
        name: max((_reached(_lead(part), today) for part in one.before), default=today - _DAY)
        for name, one in chosen(settings).items()
    }


def raised_since(settings: Mapping[str, str], since: date, today: date) -> tuple[Stretch, ...]:
    """The dates for which something was raised after ``since`` and up to today, as ``alerts`` finds them."""
    found = []
    for name, one in chosen(settings).items():
        found.append(Stretch(name, since - _DAY, today - _DAY))
        for part in one.before:
            lead = _lead(part)
            found.append(Stretch(name, max(_reached(lead, since), today - _DAY), _reached(lead, today)))
    return tuple(one for one in found if one.after < one.until)


def _reached(lead: Span, today: date) -> date:
    """The last date whose alert so long before it is raised by a day."""
    last = day_after(today, Period(lead.years, lead.months, lead.weeks, lead.days))
    while raised_on(last, lead) > today:
        last -= _DAY
    while raised_on(last + _DAY, lead) <= today:
        last += _DAY
    return last


def raised_on(on: date, lead: Span) -> date:
    """The day so long before a date; where the month has no such day, its last."""
    return day_after(on, Period(-lead.years, -lead.months, -lead.weeks, -lead.days))


def interims(case: Case) -> frozenset[str]:
    """The ids of the interim orders of a case."""
    kinds = order_kinds()
    return frozenset(
        one.id for one in case.of("order") if (kind := one.words("kind")) in kinds and kinds[kind].interim
    )  # fmt: skip


def lost(case: Case, due: Due, ends: Mapping[str, date]) -> tuple[Record, ...]:
    """The conditions that no longer bind after a last day, in their order.

    ``ends`` are the last days of conditions of their own, by id: one that ended before is not lost now.
    """
    about = case.get(due.about)
    if about is None or due.code not in ("order.last_day", "item.last_day", "order.ended_on", "licence.last_day"):
        return ()
    return tuple(one for one in _conditions(case, about) if ends.get(one.id, due.on) >= due.on)


def _conditions(case: Case, about: Record) -> Iterator[Record]:
    if about.kind in ("condition", "licence_condition"):
        yield about
    yield from case.children(about, "condition")
    for one in case.children(about, "licence_condition"):
        over = [day for key in ("removed_on", "until") if isinstance(day := one[key], date)]
        if not over:
            yield one
