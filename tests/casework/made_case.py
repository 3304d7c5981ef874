"""Small cases for the law, made of a few records each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from casework.answer import Answer, Span
from casework.case import Case
from casework.record import CaseId, Record, RecordId

TODAY = date(2026, 11, 25)
PERSON: dict[str, Answer] = {"surname": "Sampleton", "date_of_birth": date(1979, 3, 4)}
SHPO: dict[str, Answer] = {
    "kind": "shpo", "route": "conviction", "court": "Eastholme Crown Court", "statute": "sentencing_code",
    "offence_on": date(2022, 6, 1), "convicted_on": date(2023, 1, 9), "made_on": date(2023, 3, 6),
    "served_on": date(2023, 3, 6), "ends": "for", "for": Span(years=10),
}  # fmt: skip
BAN: dict[str, Answer] = {
    "kind": "foreign_travel", "text": "Leaving the United Kingdom", "ends": "for", "for": Span(years=5),
    "all_countries": True, "surrender_by": date(2023, 3, 13), "surrendered_on": date(2023, 3, 8),
}  # fmt: skip
CONVICTION: dict[str, Answer] = {
    "summary": "Sexual communication with a child", "kind": "conviction", "offence_on": date(2022, 6, 1),
    "relevant_date": date(2023, 1, 9), "sentenced_on": date(2023, 3, 6),
}  # fmt: skip
COUNT: dict[str, Answer] = {
    "offence": "Sexual communication with a child", "schedule_3": "yes", "disposal": "imprisonment",
    "term": Span(months=32),
}  # fmt: skip


def record_id(name: str) -> RecordId:
    """The same id for the same name: 16 hexadecimal characters."""
    return RecordId(name.encode().hex()[:16].ljust(16, "0"))


def record(name: str, kind: str, answers: Mapping[str, Answer], parent: str = "") -> Record:
    return Record(record_id(name), kind, record_id(parent) if parent else None, dict(answers))


def person(**changed: Answer) -> Record:
    return record("person", "person", PERSON | changed)


def shpo(name: str = "order", **changed: Answer) -> Record:
    return record(name, "order", SHPO | changed)


def condition(name: str, order: str = "order", **answers: Answer) -> Record:
    return record(
        name, "condition", {"kind": "prohibition", "text": f"What {name} says", "ends": "order"} | answers, order
    )


def ban(name: str = "ban", order: str = "order", **changed: Answer) -> Record:
    return record(name, "condition", BAN | changed, order)


def convicted(**changed: Answer) -> tuple[Record, Record]:
    return record("conviction", "conviction", CONVICTION | changed), record("count", "count", COUNT, "conviction")


def override(code: str, about: str, on: date, **changed: Answer) -> Record:
    told: dict[str, Answer] = {
        "code": code, "about": record_id(about), "on": on, "reason": "The sealed order says so.", "by": "A. Keeper",
    }  # fmt: skip
    return record(f"own{code}", "override", told | changed)


def case(*records: Record) -> Case:
    return Case(CaseId("c" * 16), "C-00231", records)
