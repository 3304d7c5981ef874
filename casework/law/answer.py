"""The law's answer to a facts document: every date, finding and state, ready to be written as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from casework.law.checks.ages import ages
from casework.law.checks.applications import applications
from casework.law.checks.custody import custody
from casework.law.checks.items import items
from casework.law.checks.limits import limits
from casework.law.checks.overlaps import overlaps
from casework.law.checks.papers import papers
from casework.law.checks.sentences import sentences
from casework.law.custody.licence import licence_dates
from casework.law.custody.recall import recall_dates
from casework.law.custody.terrorism import terrorism
from casework.law.dossier import Dossier, dossiers
from casework.law.facts.document import read
from casework.law.notification.changes import changes
from casework.law.notification.periodic import periodic
from casework.law.notification.periods import lasts, starts
from casework.law.notification.review import review_dates
from casework.law.notification.travel import travel
from casework.law.orders.dates import order_dates
from casework.law.orders.deadlines import deadlines
from casework.law.orders.notices import order_notices
from casework.law.result import Dated, Finding, Result, State
from casework.law.states import states
from casework.law.switches import pack
from casework.noted_day import plain
from casework.orders import OrderKind, order_kinds

FORMAT = 1


def _orders(one: Dossier) -> Iterator[Result]:
    for life in one.lives.values():
        yield from order_dates(life)


def _recalls_and_licences(one: Dossier) -> Iterator[Result]:
    for recall in one.recalls:
        yield from recall_dates(recall)
    for licence in one.licences:
        yield from licence_dates(licence)


RULES: tuple[Callable[[Dossier], Iterable[Result]], ...] = (
    starts, lasts, changes, periodic, travel, review_dates,
    _orders, order_notices, deadlines,
    _recalls_and_licences, terrorism,
    limits, items, applications, papers, overlaps, ages, sentences, custody,
    states,
)  # fmt: skip


def answer(
    document: object, kinds: Mapping[str, OrderKind] | None = None, today: date | None = None
) -> dict[str, object]:
    """Return what the law says of a parsed facts document, as plain JSON values.

    ``kinds`` are the kinds of order to know, those shipped unless given; ``today`` stands in for the document's, where
    a NotedDay is to note how long the answer holds. Raises Refused with the path of the first
    thing that cannot be taken. The same facts give the same answer.
    """
    known = order_kinds() if kinds is None else kinds
    facts = read(document, known)
    if today is not None:
        facts = replace(facts, today=today)
    found = dict.fromkeys(result for one in dossiers(facts, known) for rule in RULES for result in rule(one))
    return {
        "format": FORMAT,
        "today": plain(facts.today).isoformat(),
        "rules_version": pack().version,
        "rules_checked_on": pack().checked_on.isoformat(),
        "dates": list(_once(_date(one) for one in found if isinstance(one, Dated))),
        "findings": list(_once(_finding(one) for one in found if isinstance(one, Finding))),
        "states": [{"about": one.about, "state": one.state} for one in found if isinstance(one, State)],
    }


_IDENTITY = ("code", "about", "limit", "date")


def _once(entries: Iterable[dict[str, str]]) -> Iterator[dict[str, str]]:
    """The entries, nothing listed twice: same code, about, limit and date; of findings the first."""
    seen: set[tuple[str | None, ...]] = set()
    for entry in entries:
        key = tuple(entry.get(name) for name in _IDENTITY)
        if key not in seen:
            seen.add(key)
            yield entry


def _date(one: Dated) -> dict[str, str]:
    entry = {"code": one.code, "about": one.about, "date": one.day.isoformat()}
    if one.at is not None:
        entry["time"] = f"{one.at:%H:%M}"
    if one.limit:
        entry["limit"] = one.limit
    entry |= {"rule": one.rule, "basis": one.basis, "why": one.why}
    return entry | {"law_row": one.row} if one.row else entry


def _finding(one: Finding) -> dict[str, str]:
    entry = {
        "code": one.code, "severity": one.severity, "about": one.about, "message": one.message, "rule": one.rule,
        "basis": one.basis,
    }  # fmt: skip
    return entry | {"law_row": one.row} if one.row else entry
