"""Terrorism notification: Counter-Terrorism Act 2008 Part 4."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from casework.dates import spoken
from casework.definition import read
from casework.law.absence import Spells, spells
from casework.law.dossier import Dossier
from casework.law.facts.custody import TerrorismSentence
from casework.law.facts.events import DATED, DatedEvent, Return
from casework.law.notification.periodic import last_notice
from casework.law.result import Dated, dated
from casework.period import Period, age_on, day_after, last_day, plus

_NOT_CHANGES = ("child_household_ceased",)


@dataclass(frozen=True, slots=True)
class Row:
    """Adults with at least this term (or an indeterminate one) are notified for so long."""

    at_least: Period
    lasts: Period
    indeterminate: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The figures of terrorism notification."""

    basis: str
    minimum_age: int
    adult_age: int
    window_days: int
    change_days: int
    every: Period
    uncounted: tuple[str, ...]
    otherwise: Period
    row: tuple[Row, ...]


@cache
def table() -> Table:
    """The figures as shipped."""
    return read(Table, files("casework.law") / "terrorism.toml")


@dataclass(frozen=True, slots=True)
class Run:
    """The period of one sentence: its last day, None while it is not known, and how it was reached."""

    sentence: TerrorismSentence
    last: date | None
    why: str

    def covers(self, day: date) -> bool:
        """Whether the period runs on a day."""
        return self.sentence.dealt_with_on <= day and (self.last is None or day <= self.last)


def terrorism(one: Dossier) -> Iterator[Dated]:
    """Every date of terrorism notification of a person."""
    if not one.terrorism_sentences:
        return
    uncounted = _uncounted(one)
    for sentence in one.terrorism_sentences:
        yield from _initial(sentence, uncounted)
    listed = runs(one)
    for run in listed:
        if run.last is not None:
            yield dated("terrorism.last_day", run.sentence.id, run.last, run.why)
    yield from _events(one, listed)
    yield from _periodic(one, listed)


def _uncounted(one: Dossier) -> Spells:
    return spells(one.whereabouts, table().uncounted)


def runs(one: Dossier) -> tuple[Run, ...]:
    """The period of every terrorism sentence of a person."""
    uncounted = _uncounted(one)
    return tuple(_run(sentence, one.person.born, uncounted) for sentence in one.terrorism_sentences)


def lasts(sentence: TerrorismSentence, born: date) -> Period:
    """How long a sentence brings notification (s.53): 30, 15 or 10 years."""
    if age_on(born, sentence.convicted_on) < table().adult_age:
        return table().otherwise
    start = sentence.dealt_with_on
    for row in table().row:
        if sentence.term is None:
            if row.indeterminate:
                return row.lasts
        elif last_day(start, sentence.term) >= last_day(start, row.at_least):
            return row.lasts
    return table().otherwise


def _run(sentence: TerrorismSentence, born: date, uncounted: Spells) -> Run:
    """Days in custody, on remand, in hospital or immigration detention do not count; each adds one (s.53(7))."""
    first = uncounted.next_free(sentence.dealt_with_on)
    if first is None:
        return Run(sentence, None, "")
    period = lasts(sentence, born)
    base = last_day(first, period)
    last, extra = base, 0
    while True:
        between = uncounted.days_between(first, last)
        if between is None:
            return Run(sentence, None, "")
        if between == extra:
            break
        extra, last = between, plus(base, between)
    why = f"{period} beginning with {spoken(first)}, the first day that counts, end on {spoken(base)}"
    why += f"; {extra} later days that do not count are added: {spoken(last)}." if extra else "."
    return Run(sentence, last, why)


def _initial(sentence: TerrorismSentence, uncounted: Spells) -> Iterator[Dated]:
    days = table().window_days
    last = uncounted.nth_free(sentence.dealt_with_on, days)
    if last is not None:
        why = (
            f"{days} days beginning with {spoken(sentence.dealt_with_on)}, days in custody, hospital or detention "
            f"not counted, end on {spoken(last)}."
        )
        yield dated("terrorism.initial_by", sentence.id, last, why)


def _events(one: Dossier, listed: tuple[Run, ...]) -> Iterator[Dated]:
    days = table().change_days
    for event in one.events:
        if isinstance(event, DatedEvent) and event.kind in DATED and event.kind not in _NOT_CHANGES:
            code = "terrorism.change_by"
        elif isinstance(event, Return):
            code = "terrorism.return_by"
        else:
            continue
        if event.on is not None and any(run.covers(event.on) for run in listed):
            last = plus(event.on, days - 1)
            why = f"{days} days beginning with {spoken(event.on)} end on {spoken(last)}."
            yield dated(code, event.id, last, why)


def _periodic(one: Dossier, listed: tuple[Run, ...]) -> Iterator[Dated]:
    note = last_notice(one, "terrorism")
    if note is None:
        return
    due = day_after(note.given_on, table().every)
    if any(run.covers(due) for run in listed):
        why = f"1 year after the last notice on {spoken(note.given_on)} ends on {spoken(due)}."
        yield dated("terrorism.periodic_by", one.person.id, due, why)
