"""What nobody's law puts a date to and still must not be overlooked: gaps, ends just past, orders without an end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casework.case import Case
from casework.dated import Due
from casework.period import Period, day_after
from casework.reckoning import LegalDate, Reckoning
from casework.record import Record, title
from casework.text import Text

_STANDS = {"active", "converted"}
_SHOWN_AFTER_END = timedelta(days=28)


_AFTER = {
    "item.just_ended": Text("Confirm it; return passports after a travel ban; change the plan that rests on it."),
    "licence.just_ended": Text("Confirm it; tell the victim's liaison; look at category and level again."),
    "notification.just_ended": Text("Go through the end of Category 1: close it, or consider another category."),
    "recall.just_ended": Text("Check that the person was released, and to which address."),
    "terrorism.just_ended": Text("Look at the MAPPA category again."),
}


@dataclass(frozen=True, slots=True)
class _Watch:
    """A thing watched for: its code, its words and what to do about it."""

    code: str
    what: Text
    next: Text


_GAP = _Watch(
    "order.interim_gap",
    Text("Gap in protection: no interim order in force", "Bwlch: dim gorchymyn interim mewn grym"),
    Text("Find out from the court today whether it was renewed or decided; record it."),
)
_ENDED = _Watch(
    "order.just_ended",
    Text("Has just ended", "Newydd ddod i ben"),
    Text("Confirm that it ended; return passports; tell partners; change the plan that rests on it."),
)
_JUST_ENDED = {
    "item.last_day": "item.just_ended",
    "licence.last_day": "licence.just_ended",
    "notification.ends": "notification.just_ended",
    "recall.period_last_day": "recall.just_ended",
    "terrorism.last_day": "terrorism.just_ended",
}
_NECESSARY = _Watch(
    "order.necessity_review",
    Text("Look whether it is still necessary", "Edrych a yw'n angenrheidiol o hyd"),
    Text("Look at it with the plan; record the day; ask for a discharge if it is no longer necessary."),
)


def watched(case: Case, reckoning: Reckoning, today: date) -> tuple[Due, ...]:
    """Interim gaps, what ended in the last four weeks and the yearly look at orders without an end.

    They are good practice and not law: ``kind`` is "watch", and ``basis`` is empty.
    """
    found = [
        *_gaps(case, reckoning, today),
        *_ended(case, reckoning, today),
        *_just_ended(case, reckoning, today),
        *_necessity(case, reckoning, today),
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.code, one.about)))


def _gaps(case: Case, reckoning: Reckoning, today: date) -> Iterator[Due]:
    for main in case.of("order"):
        if "applied" not in reckoning.states_of(main.id):
            continue
        interims = [one for one in case.of("order") if one["main_application"] == main.id]
        last = [end.on for one in interims if (end := _end(reckoning, one)) and end.on < today]
        if last and len(last) == len(interims):
            why = "The last interim order has ended and the application is not decided."
            yield _due(case, main, _GAP, max(last) + timedelta(days=1), today, why=why)


def _ended(case: Case, reckoning: Reckoning, today: date) -> Iterator[Due]:
    for order in case.of("order"):
        end = _end(reckoning, order)
        if end and "expired" in reckoning.states_of(order.id) and today <= end.on + _SHOWN_AFTER_END:
            yield _due(case, order, _ENDED, end.on + timedelta(days=1), today, why=end.why)


def _just_ended(case: Case, reckoning: Reckoning, today: date) -> Iterator[Due]:
    """Conditions, licences, recalls and notification that ended: an order that ended tells of its conditions itself."""
    orders = {one.about: one.working for one in reckoning.dates if one.code == "order.last_day"}
    for one in reckoning.dates:
        code, about = _JUST_ENDED.get(one.code), case.get(one.about)
        if code is None or about is None or one.limit == "outer":
            continue
        with_its_order = about.parent is not None and orders.get(about.parent) == one.working
        if one.working < today <= one.working + _SHOWN_AFTER_END and not with_its_order:
            watch = _Watch(code, _ENDED.what, _AFTER[code])
            yield _due(case, about, watch, one.working + timedelta(days=1), today, why=one.why)


def _necessity(case: Case, reckoning: Reckoning, today: date) -> Iterator[Due]:
    for order in case.of("order"):
        made = order["made_on"]
        stands = _STANDS & set(reckoning.states_of(order.id))
        if stands and isinstance(made, date) and order["ends"] == "until_further_order" and not _end(reckoning, order):
            why = "It has no end: once a year from the day it was made somebody looks whether it is still necessary."
            yield _due(case, order, _NECESSARY, necessity_on(made, order["necessity_on"], today), today, why=why)


def necessity_on(made: date, looked_on: object, today: date) -> date:
    """The yearly day on which an order without an end is due to be looked at.

    It is the last yearly day that has passed, unless somebody looked within the four weeks before it or since; then the
    next one.
    """
    passed, years = None, 1
    while (day := day_after(made, Period(years=years))) <= today:
        passed, years = day, years + 1
    looked = isinstance(looked_on, date) and passed is not None and looked_on >= passed - timedelta(days=28)
    return passed if passed is not None and not looked else day


def _end(reckoning: Reckoning, order: Record) -> LegalDate | None:
    return next((one for one in reckoning.dates_about([order.id]) if one.code == "order.last_day"), None)


def _due(case: Case, order: Record, watch: _Watch, on: date, today: date, *, why: str) -> Due:
    name = title(order)
    what = Text(f"{watch.what.en} · {name}", f"{watch.what.cy} · {name}")
    return Due(
        on, what, case.id, case.ref, order.id, "watch", watch.code, "duty", why, "", "", watch.next, late=on < today
    )  # fmt: skip
