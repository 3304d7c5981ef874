"""Diaries kept: what was reckoned of each case, so that opening the vault shows it at once.

A diary is derived from the case and may be missing, or no longer current; it is never shown as current when it is not.
Whatever changes a case marks its diary in the same transaction (``storage.transaction``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date

from casework.case_line import KINDS, CaseLine, line
from casework.dated import Due
from casework.diary import Diary, Item, Kept, kept
from casework.record import CaseId
from casework.text import Text
from storage.fault import DATABASE
from storage.problems import Damaged
from storage.reading import chosen_cases
from storage.transaction import Transaction

_TEXTS = ("what", "next", "away", "after")
_PLAIN = ("kind", "nature", "why", "basis", "rule")


def keep(transaction: Transaction, diaries: Iterable[Diary], law: str) -> None:
    """Keep diaries in place of the earlier ones of their cases. ``law``: the edition of program and law they follow."""
    connection = transaction.writing()
    last = connection.execute("SELECT coalesce(max(n), 0) FROM due").fetchone()[0]
    for one in diaries:
        connection.execute("DELETE FROM diary WHERE case_id = ?", (one.line.id,))
        connection.execute(_INSERT, tuple(_summary(one, law)))
        numbered = list(enumerate(one.items, last + 1))
        last += len(numbered)
        connection.executemany(
            "INSERT INTO due VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", [(n, *_placed(one, item)) for n, item in numbered]
        )
        said = f"{one.line.surname} {one.line.forenames} {one.line.ref}"
        connection.executemany(
            "INSERT INTO due_sought VALUES (?, ?)",
            [(n, f"{said} {item.due.what.en}".casefold()) for n, item in numbered],
        )
        connection.executemany("INSERT INTO due_told VALUES (?, ?)", [(n, _told(item)) for n, item in numbered])


def lines(transaction: Transaction, today: date, law: str) -> tuple[Kept, ...]:
    """Every case in brief; the line of a case whose diary is not current is read from the case."""
    connection = transaction.reading()
    holding = (law, today.isoformat(), today.isoformat())
    query = (
        f"SELECT {LINE}, y.next_on, y.next_late, y.late FROM diary y JOIN cases c ON c.id = y.case_id WHERE {_HOLDS}"  # noqa: S608 - our own
    )
    found = [
        Kept(line_of(row[:9]), _day(row[9]), bool(row[10]), row[11], current=True)
        for row in connection.execute(query, holding)
    ]
    without = f"NOT EXISTS (SELECT 1 FROM diary y WHERE y.case_id = c.id AND {_HOLDS})"  # noqa: S608 - our own
    anew = chosen_cases(connection, without, holding, KINDS)
    return (*found, *(Kept(line(case, today)) for case in anew))


_HOLDS = "y.law = ? AND y.reckoned_on <= ? AND y.last_day >= ?"
_INSERT = f"INSERT INTO diary VALUES ({', '.join('?' * 14)})"  # noqa: S608 - holes alone
LINE = "y.case_id, c.ref, y.surname, y.forenames, y.born, y.category, y.level, y.rosh, y.whereabouts"


def line_of(row: tuple[str, ...]) -> CaseLine:
    """The line in a row of the columns ``LINE``."""
    case, ref, surname, forenames, born, *codes = row
    return CaseLine(CaseId(case), ref, surname, forenames, _day(born), *codes)


def item_of(line: CaseLine, row: tuple[str, ...]) -> Item:
    """The thing in a row of about, code, day, horizon, group and what is told. Raises Damaged where it is none."""
    about, code, on_day, horizon, group, told = row
    try:
        said = json.loads(told)
        texts = {key: Text(*said[key]) for key in _TEXTS}
        plain = {key: said[key] for key in _PLAIN}
        due = Due(
            on=date.fromisoformat(on_day), what=texts["what"], case=line.id, ref=line.ref, about=about, code=code,
            next=texts["next"], late=said["late"], **plain,
        )  # fmt: skip
    except (ValueError, TypeError, KeyError):
        raise Damaged(DATABASE, "holds a due date that cannot be read") from None
    return Item(due, texts["away"], texts["after"], horizon, group)


def holds(row: tuple[str, ...], today: date, law: str) -> bool:
    """Whether a diary is current on a day; a row of the law that it follows, and its first and last day."""
    kept_law, first, last = row
    return kept_law == law and first <= today.isoformat() <= last


def _summary(one: Diary, law: str) -> Iterator[object]:
    told = one.line
    yield from (told.id, law, one.day.isoformat(), one.last.isoformat(), told.surname, told.forenames)
    yield from (told.born.isoformat() if told.born else None, told.category, told.level, told.rosh, told.where)
    brief = kept(one)
    yield from (brief.next.isoformat() if brief.next else None, int(brief.next_late), brief.late)


def _placed(one: Diary, item: Item) -> Iterator[object]:
    due = item.due
    yield from (due.case, due.on.isoformat(), due.code, due.about, one.risk.number, one.line.level, one.line.category)
    yield from (item.group, item.horizon)


def _told(item: Item) -> str:
    texts = {"what": item.due.what, "next": item.due.next, "away": item.away, "after": item.after}
    shaped: dict[str, object] = {key: [one.en, one.cy] if one.cy else [one.en] for key, one in texts.items()}
    shaped |= {key: getattr(item.due, key) for key in _PLAIN}
    return json.dumps(shaped | {"late": item.due.late}, ensure_ascii=False, separators=(",", ":"))


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
