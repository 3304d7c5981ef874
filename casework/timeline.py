"""The years of a case as lanes: orders with their items, licences, notification, custody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casework.case import Case
from casework.clauses import without_end
from casework.reckoning import Reckoning
from casework.record import Record, title
from casework.state_words import state_words
from casework.summary import flat
from casework.text import Text

_OPEN_ITEM = ("order", "until_further_order")
ORDER, ITEM, LICENCE, NOTIFICATION, CUSTODY = "order", "item", "licence", "notification", "custody"


@dataclass(frozen=True, slots=True)
class Bar:
    """From ``start`` to ``end``, both days included. ``words`` tell it in a line.

    ``end`` None: without a fixed end; or, where ``end_known`` is false, one that does not follow from what is entered.
    """

    start: date
    end: date | None
    words: str
    about: str
    end_known: bool = True


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the drawing. ``kind`` chooses the pattern: order, item, licence, notification or custody."""

    label: Text
    kind: str
    bars: tuple[Bar, ...]


def lanes(case: Case, reckoning: Reckoning) -> tuple[Lane, ...]:
    """Every lane that has something in it, in the order of the page."""
    return tuple(
        lane
        for lane in (*_orders(case, reckoning), *_licences(case), *_notification(case, reckoning), *_custody(case))
        if lane.bars
    )


def _orders(case: Case, reckoning: Reckoning) -> Iterator[Lane]:
    for order in case.of("order"):
        start = _day(order, "in_force_from") or _day(order, "made_on")
        if start is None:
            continue
        end = _end(reckoning, order, "order.ended_on") or _end(reckoning, order, "order.last_day")
        kind = order.shape.get("kind")
        name = order.words("limits_name") or (kind.told(order["kind"]) if kind else order.words("kind"))
        known = end is not None or without_end(order)
        yield Lane(Text(name), ORDER, (Bar(start, end, name, order.id, known),))
        for item in case.children(order, "condition"):
            last = _end(reckoning, item, "item.last_day")
            if item["kind"] == "foreign_travel" or (last and last != end):
                begun = _day(item, "from") or _day(item, "added_on") or start
                words = flat(item.words("text"))
                sure = last is not None or (item["ends"] in _OPEN_ITEM and known)
                yield Lane(Text(_short(words)), ITEM, (Bar(begun, last or end, words, item.id, sure),))


def _licences(case: Case) -> Iterator[Lane]:
    for licence in case.of("licence"):
        start, last = _day(licence, "starts_on"), _day(licence, "ends_on")
        if start:
            yield Lane(
                Text("Licence", "Trwydded"),
                LICENCE,
                (Bar(start, last, title(licence), licence.id, last is not None or without_end(licence)),),
            )


def _notification(case: Case, reckoning: Reckoning) -> Iterator[Lane]:
    """A bar for each stretch: triggers that run into one another are one, and the last goes on to the end there is."""
    stretches: list[tuple[date, date | None]] = []
    begun = [(one.working, one.about) for one in reckoning.dates if one.code == "notification.starts"]
    for start, trigger in sorted(begun):
        end = _trigger_end(case, reckoning, trigger)
        if stretches and (stretches[-1][1] is None or start <= stretches[-1][1] + timedelta(days=1)):
            before = stretches.pop()
            start, end = before[0], None if end is None or before[1] is None else max(before[1], end)  # noqa: PLW2901
        stretches.append((start, end))
    if stretches:
        ends = next((one.working for one in reckoning.dates if one.code == "notification.ends"), None)
        stretches[-1] = (stretches[-1][0], ends)
    person = case.one("person").id
    bars = tuple(Bar(start, end, "Notification requirements", person) for start, end in stretches)
    yield Lane(Text("Notification", "Hysbysu"), NOTIFICATION, bars)


def _trigger_end(case: Case, reckoning: Reckoning, trigger: str) -> date | None:
    """The last day of what began notification: of the period of s.82, or of the order that was served or broken."""
    found = case.get(trigger)
    if found and found.kind == "breach":
        found = case.get(found.parent or "")
    if found is None:
        return None
    codes = ("order.ended_on", "order.last_day", "notification.period_last_day")
    return next((end for code in codes if (end := _end(reckoning, found, code))), None)


def _custody(case: Case) -> Iterator[Lane]:
    held = [one for one in case.of("whereabouts") if one["kind"] in ("custody", "remand", "hospital")]
    bars = tuple(Bar(start, _day(one, "ended_on"), title(one), one.id) for one in held if (start := _day(one, "from")))
    yield Lane(Text("Custody or hospital", "Dalfa neu ysbyty"), CUSTODY, bars)


def _day(record: Record, key: str) -> date | None:
    found = record[key]
    return found if isinstance(found, date) else None


def _end(reckoning: Reckoning, record: Record, code: str) -> date | None:
    return next((one.working for one in reckoning.dates_about([record.id]) if one.code == code), None)


_COMING, _RUNNING, _OVER = Text("To come", "I ddod"), Text("Running", "Yn rhedeg"), Text("Over", "Ar ben")
_CONTINUES = Text("continues", "yn parhau")
_NO_FIXED_END = Text("no fixed end", "dim diwedd pendant")
_END_UNKNOWN = Text("end not known", "diwedd ddim yn hysbys")


def endless(lane: Lane, bar: Bar) -> Text:
    """What is said in place of the last day of a bar that has none."""
    if not bar.end_known:
        return _END_UNKNOWN
    return _CONTINUES if lane.kind == CUSTODY else _NO_FIXED_END


def state(reckoning: Reckoning, lane: Lane, bar: Bar) -> Text:
    """How things stand with a bar: as the law's states have it, else whether it is to come, running or over."""
    states = [state_words(one) for one in reckoning.states_of(bar.about)]
    if states and lane.kind in (ORDER, LICENCE):
        return Text("; ".join(one.en for one in states), "; ".join(one.cy or one.en for one in states))
    if bar.start > reckoning.today:
        return _COMING
    return _OVER if bar.end is not None and bar.end < reckoning.today else _RUNNING


def _short(words: str, most: int = 40) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
