"""What binds a person on a day: the orders and licences in force, and their conditions by number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from importlib.resources import files

from casework.answer import Absent
from casework.case import Case
from casework.definition import read
from casework.orders import OrderKind, order_kinds
from casework.reckoning import LegalDate
from casework.record import Record, has_value
from casework.text import Language, Text

CONDITIONS = {"order": "condition", "licence": "licence_condition"}
_LICENCE = Text("Licence", "Trwydded")
_OPEN = ("until_further_order", "until_event")


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition under its number in the order, from ``first`` to ``last``, both included; None: not known, no end."""

    number: int
    record: Record
    first: date | None
    last: date | None

    @property
    def words(self) -> str:
        """What it says, word for word."""
        return self.record.words("text")


@dataclass(frozen=True, slots=True)
class Source:
    """An order or licence with those of its conditions that stand."""

    record: Record
    first: date | None
    last: date | None
    clauses: tuple[Clause, ...] = ()

    @property
    def kind(self) -> OrderKind | None:
        """The kind of order; None for a licence."""
        return order_kinds().get(self.record.words("kind")) if self.record.kind == "order" else None

    @property
    def end_known(self) -> bool:
        """Whether its last day is known, or known to be none."""
        return self.last is not None or without_end(self.record)

    @property
    def breach(self) -> Text:
        """What breach of it is, in the words of the kind's file or, for a kind of the user's own, in theirs."""
        if self.kind is None or self.kind.defined_by_user:
            return Text(self.record.words("limits_breach"))
        return self.kind.law_on(self.first).breach

    @property
    def maximum_penalty(self) -> Text:
        """The most that a court may give for breach."""
        return self.kind.law_on(self.first).maximum_penalty if self.kind else Text("")


def without_end(record: Record) -> bool:
    """Whether an order or licence was made without a last day: until further order or an event, or for life."""
    return record["ends"] in _OPEN if record.kind == "order" else record["kind"] == "life"


def binding(case: Case, dates: Sequence[LegalDate], today: date, *, ahead: bool = False) -> tuple[Source, ...]:
    """The orders and licences in force on ``today`` with the conditions in force; ``ahead``, those still to begin too.

    An order whose start is entered as not known counts as in force. A licence does not while the person is recalled.
    """
    laid = {(one.code, one.about): one.working for one in dates if one.limit != "outer"}
    found = [_order(laid, today, one) for one in case.of("order")]
    found += [_licence(case, laid, today, one) for one in case.of("licence")]
    standing = (one for one in found if one and (ahead or _begun(one.first, today)))
    return tuple(
        replace(one, clauses=tuple(_clauses(case, laid, one, today, ahead=ahead))) for one in standing
    )  # fmt: skip


Laid = dict[tuple[str, str], date]


def _order(laid: Laid, today: date, order: Record) -> Source | None:
    start = _day(order, "in_force_from", "made_on", "given_at", "served_on")
    stopped = [day for key in ("refused_on", "withdrawn_on") if (day := _day(order, key))]
    stopped += [laid[one] for one in [("order.ended_on", order.id)] if one in laid]
    if any(day <= today for day in stopped) or (start is None and order["made_on"] is not Absent.UNKNOWN):
        return None
    return _unless_over(Source(order, start, laid.get(("order.last_day", order.id)) or _day(order, "until")), today)


def _licence(case: Case, laid: Laid, today: date, licence: Record) -> Source | None:
    start = _day(licence, "starts_on")
    closed = laid.get(("pss.closed_on", licence.id))
    if _recalled(case, start, today) or (closed and closed <= today):
        return None
    if start is None and licence["starts_on"] is not Absent.UNKNOWN:
        return None
    last = laid.get(("licence.last_day", licence.id)) or _day(licence, "ends_on")
    return _unless_over(Source(licence, start, last), today)


def _unless_over(one: Source, today: date) -> Source | None:
    return None if one.last and one.last < today else one


def _recalled(case: Case, start: date | None, today: date) -> bool:
    for one in case.of("recall"):
        day, free = _day(one, "recalled_on", "returned_on"), _day(one, "released_on")
        if day and day <= today and (start is None or start <= day) and not (free and free <= today):
            return True
    return False


def _clauses(case: Case, laid: Laid, source: Source, today: date, *, ahead: bool) -> Iterator[Clause]:
    gone = {
        link
        for one in case.children(source.record, "change")
        if one["kind"] in ("discharged", "ceased") and (day := _day(one, "decided_on")) and day <= today
        for link in one.links("item")
    }
    for number, one in enumerate(case.children(source.record, CONDITIONS[source.record.kind]), 1):
        first = _day(one, "from", "added_on") or source.first
        last = laid.get(("item.last_day", one.id)) or _day(one, "until") or source.last
        removed = _day(one, "removed_on")
        over = (last and last < today) or (removed and removed <= today) or one.id in gone
        if not over and (ahead or _begun(first, today)):
            yield Clause(number, one, first, last)


def _begun(first: date | None, today: date) -> bool:
    return first is None or first <= today


def _day(record: Record, *keys: str) -> date | None:
    for key in keys:
        found = record[key]
        if isinstance(found, datetime):
            return found.date()
        if isinstance(found, date):
            return found
    return None


@dataclass(frozen=True, slots=True)
class Group:
    """A heading under which conditions stand together."""

    code: str
    title: Text
    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    group: tuple[Group, ...]


@cache
def groups() -> tuple[Group, ...]:
    """Every group in the order of the page; the last takes what fits nowhere else."""
    return read(_File, files("casework.clauses") / "groups.toml").group


def group_of(condition: Record) -> Group:
    """The group of a condition: by its kind or the questions answered, else by a word in it, else the last."""
    words = condition.words("text").casefold()
    for one in groups():
        if condition["kind"] in one.kinds or any(has_value(condition[key]) for key in one.fields):
            return one
    return next((one for one in groups() if any(word in words for word in one.words)), groups()[-1])


def numbered(
    case: Case, condition: Record, language: Language = Language.EN, *, alone: bool = False, short: bool = False
) -> str:
    """A condition by its number: "SHPO, condition 3"; ``alone`` without the order; ``short`` "SHPO 3"."""
    word = "amod" if language is Language.CY else "condition"
    number = f"{word} {number_of(case, condition)}"
    order = case.get(condition.parent or "")
    if short and order:
        return f"{called(order, language)} {number_of(case, condition)}"
    return number if alone or order is None else f"{called(order, language)}, {number}"


def called(order: Record, language: Language = Language.EN) -> str:
    """An order by its usual letters, or the user's own name for it; a licence as such."""
    if order.kind == "licence":
        return _LICENCE.in_(language)
    kind = order_kinds().get(order.words("kind"))
    if kind is None:
        return order.shape.name.in_(language)
    return order.words("limits_name") if kind.defined_by_user and order.words("limits_name") else kind.short


def number_of(case: Case, condition: Record) -> int:
    """The number of a condition in its order or licence, from 1, in the order in which they were entered; else 0."""
    parent = case.get(condition.parent) if condition.parent else None
    kind = CONDITIONS.get(parent.kind) if parent else None
    listed = [one.id for one in case.children(parent, kind)] if parent and kind else []
    return listed.index(condition.id) + 1 if condition.id in listed else 0
