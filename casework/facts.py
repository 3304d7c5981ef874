"""The records of a case as the facts document that the law's rules read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from casework.answer import Absent, Answer, Span
from casework.case import Case
from casework.field import Field
from casework.noted_day import plain
from casework.record import Record, RecordKind, asked, has_value, record_kinds
from casework.template import fields_of

_CHILD_LISTS = {"counts", "items", "changes", "breaches", "bodies", "conditions"}
_NO_PERSON = {"people"} | _CHILD_LISTS
_ONE_PERSON = "the-person"


@dataclass(frozen=True, slots=True)
class Facts:
    """A facts document, and for each path in it the record and field that it came from."""

    document: dict[str, object]
    places: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def place(self, path: str) -> tuple[str, str]:
        """The record id and field key nearest to a path of the document (both empty where there is none)."""
        while path:
            if path in self.places:
                return self.places[path]
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return ("", "")


def facts(case: Case, today: date, without: frozenset[str] = frozenset()) -> Facts:
    """The facts of one case on a day; records in ``without`` (and their children) are left out.

    Only what the law knows of goes in: a field with a ``fact`` name, answered with a value. A person without a
    date of birth has no facts document of any use: the people list is then empty and the rules refuse it.
    """
    document: dict[str, object] = {"format": 1, "today": plain(today).isoformat()}
    places: dict[str, tuple[str, str]] = {}
    for kind in record_kinds().values():
        if not kind.facts or kind.facts in _CHILD_LISTS:
            continue
        listed = [
            shaped
            for one in case.of(kind.code)
            if one.id not in without and (shaped := _shaped(case, kind, one, without)) is not None
        ]
        if listed:
            document[kind.facts] = listed
            for n, shaped in enumerate(listed):
                _note(case, kind, shaped, f"{kind.facts}[{n}]", places)
    document.setdefault("people", [])
    return Facts(document, places)


def _shaped(case: Case, kind: RecordKind, record: Record, without: frozenset[str]) -> dict[str, object] | None:
    shaped: dict[str, object] = {"id": record.id}
    if kind.facts not in _NO_PERSON:
        shaped["person"] = case.one("person").id or _ONE_PERSON
    for one in asked(fields_of(record), record):
        if not one.fact or not has_value(record[one.key]):
            if one.required:
                _table(shaped, one.fact)
            continue
        if one.links and _left_out(case, record, one.key, without):
            continue
        told = _fact(one, record[one.key])
        if told == "-":
            if one.key == "kind":
                return None
            continue
        if told is not None:
            _put(shaped, one.fact, told)
    if record["ends"] == "until_further_order":
        shaped["until_further_order"] = True
    for child in record_kinds().values():
        if child.parent == kind.code and child.facts:
            rows = [
                row
                for one in case.children(record, child.code)
                if one.id not in without and (row := _shaped(case, child, one, without)) is not None
            ]
            if rows:
                shaped[child.facts] = rows
    return shaped


def _left_out(case: Case, record: Record, key: str, without: frozenset[str]) -> bool:
    """Whether a link leads to a record that is not there, or left out: the rules would refuse the one that links."""
    return any(found in without or case.get(found) is None for found in record.links(key))


def _put(shaped: dict[str, object], name: str, value: object) -> None:
    _table(shaped, name)[name.rpartition(".")[2]] = value


def _table(shaped: dict[str, object], name: str) -> dict[str, object]:
    """The table in which a dotted name stands; it is there even while what must stand in it is missing."""
    for table in name.split(".")[:-1]:
        inner = shaped.setdefault(table, {})
        if isinstance(inner, dict):
            shaped = inner
    return shaped


def _fact(one: Field, answer: Answer) -> object:
    match answer:
        case Absent():
            return None
        case bool() | int():
            return answer
        case Span():
            return answer.parts()
        case datetime():
            return answer.isoformat(timespec="minutes")
        case date():
            return answer.isoformat()
        case tuple():
            return [_code(one, code) for code in answer]
        case str():
            return _code(one, answer)


def _code(one: Field, code: str) -> str:
    option = one.option(code)
    return option.fact or code if option else code


def _note(
    case: Case, kind: RecordKind, shaped: dict[str, object], path: str, places: dict[str, tuple[str, str]]
) -> None:
    record = str(shaped["id"])
    places[path] = (record, "")
    for one in kind.field:
        if one.fact:
            places[f"{path}.{one.fact}"] = (record, one.key)
    for child in record_kinds().values():
        rows = shaped.get(child.facts) if child.parent == kind.code and child.facts else None
        if isinstance(rows, list):
            for n, row in enumerate(rows):
                _note(case, child, row, f"{path}.{child.facts}[{n}]", places)
