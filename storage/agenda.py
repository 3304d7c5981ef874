"""Asking the kept diaries of the whole caseload what is due: ranked, narrowed and counted by the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from casework.agenda import AT_ONCE, Agenda, Asked, Listed
from casework.due_order import AGES, Band, Narrowed, first_days
from casework.text import Text
from storage.diary import LINE, holds, item_of, line_of
from storage.transaction import Transaction

OTHER_DAYS = Text("other days", "dyddiau eraill")
RAISED_BEFORE = Text("no new alert", "dim rhybudd newydd")
_FIELDS = {"level": "d.level", "category": "d.category", "group": "d.kept_under"}
_BEYOND = "~"


@dataclass(frozen=True, slots=True)
class _Condition:
    """What a filter leaves out, as SQL that is 1 for it and never NULL, with the values of its holes."""

    label: Text
    sql: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Things:
    """Every thing due: the table, what hides it, the condition under which it is shown."""

    table: str
    conditions: tuple[_Condition, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The values of the holes of all conditions."""
        return tuple(value for one in self.conditions for value in one.values)

    @property
    def shown(self) -> str:
        """True of what no filter hides."""
        return f"NOT ({' OR '.join(f'({one.sql})' for one in self.conditions)})"


def agenda(transaction: Transaction, asked: Asked, law: str) -> Agenda:
    """The agenda of what was kept. ``law``: the edition of program and law for which a diary can be current."""
    connection = transaction.reading()
    things = _Things(
        "due d CROSS JOIN due_sought s ON s.n = d.n" if asked.words.strip() else "due d", tuple(_conditions(asked))
    )
    ages, counts = _counted(connection, things, asked.today)
    shown = sum(counts.values())
    total = connection.execute("SELECT count(*) FROM due").fetchone()[0]
    narrowed = Narrowed(shown, total, _hidden(connection, things) if shown < total else ())
    bands = {one: _listed(connection, asked, things, one, law) if counts[one] else () for one in Band}
    return Agenda(bands, counts, narrowed, ages, _strip(connection, asked))


def _conditions(asked: Asked) -> Iterator[_Condition]:
    for one in asked.hides:
        yield _Condition(one.label, f"{_FIELDS[one.field]} = ?", (one.value,))
    if asked.day is not None:
        yield _Condition(OTHER_DAYS, "d.on_day <> ?", (asked.day.isoformat(),))
    elif asked.since is not None:
        raised = ((one.after.isoformat(), one.until.isoformat(), one.horizon) for one in asked.since)
        yield _without(RAISED_BEFORE, "1", (), raised)
    else:
        until = asked.until.isoformat()
        raised = ((until, last.isoformat(), name) for name, last in asked.raised.items() if last > asked.until)
        yield _without(asked.beyond, "d.on_day > ?", (until,), raised)
    words = asked.words.casefold().split()
    if words:
        without = " OR ".join(["instr(s.words, ?) = 0"] * len(words))
        said = " ".join(asked.words.split())
        yield _Condition(Text(f"“{said}” not in it", f"“{said}” ddim ynddo"), without, tuple(words))


def _without(label: Text, sql: str, values: tuple[str, ...], but: Iterable[tuple[str, str, str]]) -> _Condition:
    """A condition, but for the days after one and up to another of certain horizons."""
    stretches: dict[tuple[str, str], list[str]] = {}
    for after, until, horizon in but:
        stretches.setdefault((after, until), []).append(horizon)
    for (after, until), names in stretches.items():
        holes = ", ".join("?" * len(names))
        sql += f" AND NOT (d.on_day > ? AND d.on_day <= ? AND d.horizon IN ({holes}))"
        values += (after, until, *names)
    return _Condition(label, sql, values)


def _counted(
    connection: sqlite3.Connection, things: _Things, today: date
) -> tuple[tuple[tuple[Text, int], ...], dict[Band, int]]:
    """How many of the things shown are late for how long, and how many each band holds.

    They are counted by the stretch between two days that they lie in, the earliest first.
    """
    old = [(today - timedelta(days=most)).isoformat() for most, _ in reversed(AGES) if most is not None]
    edges = [*old, *(day.isoformat() for _, day in first_days(today) if day)]
    stretch = " + ".join(["(d.on_day >= ?)"] * len(edges))
    query = f"SELECT {stretch}, count(*) FROM {things.table} WHERE {things.shown} GROUP BY 1"  # noqa: S608 - our own
    found = dict(connection.execute(query, (*edges, *things.values)))
    late = [(label, found.get(n, 0)) for n, (_, label) in enumerate(reversed(AGES))]
    counts = {Band.LATE: sum(n for _, n in late)}
    counts |= {one: found.get(n, 0) for n, one in enumerate(list(Band)[1:], len(AGES))}
    return tuple((label, n) for label, n in reversed(late) if n), counts


def _hidden(connection: sqlite3.Connection, things: _Things) -> tuple[tuple[Text, int], ...]:
    """How many each filter hides, those that hide any."""
    sums = ", ".join(f"sum({one.sql})" for one in things.conditions)
    row = connection.execute(f"SELECT {sums} FROM {things.table}", things.values).fetchone()  # noqa: S608 - our own
    return tuple((one.label, n) for one, n in zip(things.conditions, row, strict=True) if n)


def _listed(connection: sqlite3.Connection, asked: Asked, things: _Things, band: Band, law: str) -> tuple[Listed, ...]:
    """The first things of a band, in the order of ``casework.due_order.rank``."""
    query = (
        "SELECT u.about, u.code, u.on_day, u.horizon, u.kept_under, t.told, y.law, y.reckoned_on, y.last_day,"  # noqa: S608 - our own
        f" {LINE} FROM (SELECT d.n, d.risk, d.on_day, d.case_id, d.code, d.about FROM {things.table}"
        f" WHERE d.on_day >= ? AND d.on_day < ? AND {things.shown}"
        " ORDER BY d.risk DESC, d.on_day, d.case_id, d.code, d.about LIMIT ?) p"
        " JOIN due u ON u.n = p.n JOIN due_told t ON t.n = p.n JOIN diary y ON y.case_id = p.case_id"
        " JOIN cases c ON c.id = p.case_id ORDER BY p.risk DESC, p.on_day, p.case_id, p.code, p.about"
    )
    values = (*_band_days(asked.today)[band], *things.values, asked.most.get(band, AT_ONCE))
    found = []
    for row in connection.execute(query, values):
        line = line_of(row[9:])
        as_of = None if holds(row[6:9], asked.today, law) else date.fromisoformat(row[7])
        found.append(Listed(item_of(line, row[:6]), line, as_of))
    return tuple(found)


def _band_days(today: date) -> dict[Band, tuple[str, str]]:
    """For each band its first day and the day after its last."""
    first = [day.isoformat() if day else "" for _, day in first_days(today)]
    return dict(zip(Band, zip(first, [*first[1:], _BEYOND], strict=True), strict=True))


def _strip(connection: sqlite3.Connection, asked: Asked) -> tuple[int, ...]:
    days = [(asked.today + timedelta(days=n)).isoformat() for n in range(asked.strip_days)]
    query = "SELECT on_day, count(*) FROM due WHERE on_day BETWEEN ? AND ? GROUP BY on_day"
    found = dict(connection.execute(query, (days[0], days[-1])))
    return tuple(found.get(day, 0) for day in days)
