"""An order's changes in the order they were decided; one that the law refuses has no effect."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from casework.law.facts.orders import Change, Order
from casework.law.orders.bounds import bound, law_of
from casework.law.orders.changes import Standing, barred, faults
from casework.law.orders.ends import End, Terms, as_made
from casework.law.orders.life import Life
from casework.law.result import Finding
from casework.orders import OrderKind
from casework.orders.law import Law

_ENDS = {"discharged": "discharged", "superseded": "superseded", "ceased": "ceased"}


@dataclass(frozen=True, slots=True)
class Outside:
    """Something outside the order that ends it if it is in force: a later order, the main decision, death."""

    on: date
    ends_as: str
    by: str = ""


@dataclass(slots=True)
class _Course:
    """The order on its way: where the changes so far have brought it."""

    terms: Terms
    ended_on: date | None = None
    ended_as: str = ""
    ended_by: str = ""
    flags: set[str] = field(default_factory=set)
    latest_variation: date | None = None
    faults: list[Finding] = field(default_factory=list)

    def end(self, on: date, ends_as: str, by: str = "") -> None:
        """End the order, unless it ended before."""
        if self.ended_on is None:
            self.ended_on, self.ended_as, self.ended_by = on, ends_as, by


def live(order: Order, kind: OrderKind, age: int, outside: Iterable[Outside], today: date) -> Life:
    """The life of an order as known today; ``age`` is the person's on the day it was made."""
    law = law_of(order, kind)
    made = as_made(order)
    freed = _freed(order, law)
    minimum = None if freed else bound(law.minimum, order, age)
    maximum = bound(law.maximum, order, age)
    bar = None if freed else bound(law.discharge_bar, order, age)
    course = _Course(made)
    if order.made_on is not None:
        _run(course, Standing(order, kind, law, maximum, bar, made), outside, today)
    _pending(course, Standing(order, kind, law, maximum, bar, made), today)
    return Life(
        order, kind, law, age, minimum, maximum, bar, made, course.terms, course.ended_on, course.ended_as,
        course.ended_by, frozenset(course.flags), course.latest_variation, tuple(course.faults),
    )  # fmt: skip


def _freed(order: Order, law: Law) -> bool:
    """Whether it holds nothing but items that free an order from minimum and bar (Sentencing Act 2020 s.350(6))."""
    kinds = {one.kind for one in order.items}
    return bool(kinds) and all(kind in law.items and law.items[kind].alone_frees for kind in kinds)


def decided(change: Change, today: date) -> date | None:
    """The day a change was decided, as known today."""
    if change.decided_on is not None and change.decided_on <= today:
        return change.decided_on
    return None


def _run(course: _Course, standing: Standing, outside: Iterable[Outside], today: date) -> None:
    steps: list[tuple[date, int, int, Change | Outside]] = []
    for n, change in enumerate(standing.order.changes):
        on = decided(change, today)
        if on is not None:
            steps.append((on, 0, n, change))
    steps += [(one.on, 1, n, one) for n, one in enumerate(outside)]
    for on, _, _, step in sorted(steps, key=lambda one: one[:3]):
        if isinstance(step, Outside):
            _from_outside(course, standing.order, step)
        else:
            _change(course, standing, step, on)


def _from_outside(course: _Course, order: Order, step: Outside) -> None:
    last = course.terms.last().day
    begun = order.start is not None and order.start <= step.on
    dead = step.ends_as == "ceased_by_law" and order.made_on is not None and order.made_on <= step.on
    if (begun or dead) and (last is None or step.on <= last):
        course.end(step.on, step.ends_as, step.by)


def _change(course: _Course, standing: Standing, change: Change, on: date) -> None:
    now = Standing(
        standing.order, standing.kind, standing.law, standing.maximum, standing.bar, course.terms, course.ended_on
    )
    found = tuple(faults(change, on, now))
    course.faults.extend(found)
    over = now.over(on)
    if any(one.severity == "error" for one in found):
        return
    if change.kind in _ENDS and change.item:
        course.terms = course.terms.ending(change.item, End(fixed=True, day=on))
    elif change.kind in _ENDS and over is None:
        course.end(on, _ENDS[change.kind], change.by)
    elif change.kind == "appealed" and change.outcome == "quashed" and over is None:
        course.end(on, "quashed")
    elif over is None and (change.kind in ("varied", "renewed") or change.outcome == "varied"):
        _vary(course, change, on)


def _vary(course: _Course, change: Change, on: date) -> None:
    course.flags.add("renewed" if change.kind == "renewed" else "varied")
    if change.kind != "renewed":
        course.latest_variation = on
    if change.term.said:
        course.terms = course.terms.changed(change)


def _pending(course: _Course, standing: Standing, today: date) -> None:
    for change in standing.order.changes:
        lodged = change.applied_on is None or change.applied_on <= today
        on = decided(change, today)
        if change.kind == "appealed":
            given_up = change.decided_on is None and change.outcome in ("dismissed", "abandoned")
            if lodged and not given_up and (on is None or not change.outcome):
                course.flags.add("under_appeal")
        elif on is None:
            course.faults.extend(_asked(change, standing, today))


def _asked(change: Change, standing: Standing, today: date) -> Iterator[Finding]:
    on = change.applied_on
    if change.kind == "discharged" and not change.item and on is not None and on <= today:
        yield from barred(change, on, standing.bar, standing.law)
