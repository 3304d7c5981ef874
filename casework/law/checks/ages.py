"""Ages and improbable dates (VAL-18, 19, 26)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.law.custody.terrorism import table
from casework.law.dossier import Dossier
from casework.law.notification.tables import figures
from casework.law.orders.ends import item_start
from casework.law.orders.life import Life
from casework.law.result import Finding, finding
from casework.period import age_on


def ages(one: Dossier) -> Iterator[Finding]:
    """People too young for an order, and dates that cannot be right."""
    for conviction in one.convictions.values():
        yield from _day(one, conviction.id, conviction.relevant_date, conviction.offence_on)
    for life in one.lives.values():
        yield from _day(one, life.order.id, life.order.made_on, life.order.offence_on)
        if life.order.made_on is not None:
            yield from _age(life)
            yield from _backwards(life)
    for sentence in one.terrorism_sentences:
        age, minimum = age_on(one.person.born, sentence.dealt_with_on), table().minimum_age
        if age < minimum:
            yield finding("person.under_age", sentence.id, basis=table().basis, age=age, minimum=minimum)


def _age(life: Life) -> Iterator[Finding]:
    age, law, about = life.age_when_made, life.law, life.order.id
    if age < law.minimum_age:
        yield finding("person.under_age", about, basis=law.basis, age=age, minimum=law.minimum_age)
    if age < law.exceptional_under:
        yield finding("person.under_18_exceptional", about, basis=law.basis, age=age)


def _day(one: Dossier, about: str, day: date | None, offence_on: date | None) -> Iterator[Finding]:
    if day is not None and offence_on is not None and day < offence_on:
        yield finding("date.made_before_offence", about, day=day, offence=offence_on)
    if day is not None and day > one.today:
        yield finding("date.future_made", about, day=day)
    since = offence_on or day
    if since is not None:
        age = age_on(one.person.born, since)
        if age < figures().age.criminal_responsibility:
            yield finding("date.age_under_10", about, age=age, day=since)


def _backwards(life: Life) -> Iterator[Finding]:
    last = life.made.own.day or life.made.last().day
    if last is not None and life.start is not None and last < life.start:
        yield finding("date.end_before_start", life.order.id, last=last, start=life.start)
    for item in life.order.items:
        end, start = life.made.item(item.id).day, item_start(item, life.order)
        own = life.made.has_own(item.id) or item.start is not None
        if own and end is not None and start is not None and end < start:
            yield finding("date.end_before_start", item.id, last=end, start=start)
