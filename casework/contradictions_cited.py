"""Orders and licences that running text still speaks of as if they stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from casework.case import Case
from casework.field import FieldType
from casework.orders import order_kinds
from casework.powers import over, periods, rests
from casework.reckoning import Reckoning
from casework.record import Record, asked
from casework.template import fields_of
from casework.terms import CHECK, Contradiction, Term, quoted, source_name
from casework.text import Text

_SPOKEN = ("plan", "measure", "contingency", "action", "device")
_ALSO_MEANS_ELSE = {"SPO", "NO", "RO", "CD", "CBO"}
_LICENCE = (
    r"\bon licence\b|\bthe licence\b(?! ended)|\blicence conditions?\b|\bconditions? of (?:his|her|the) licence\b"
)
_OF_THE_PAST = re.compile(
    r"\b(ended|ends?|expired|expires?|until|since|former(?:ly)?|earlier|old|previous|was|were|had|discharged|quashed|"
    r"after|over|no longer)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+")
_RULE = "An order or licence that has ended gives no power: what rests on it needs another, or must be written anew."


def cited(case: Case, reckoning: Reckoning, _: Sequence[Term], __: date) -> Iterator[Contradiction]:
    """Running text that names an order or licence of which none stands any more, in a sentence not about the past."""
    ended = list(_ended(case, reckoning))
    for kind in _SPOKEN if ended else ():
        for record in case.of(kind):
            if record["state"] in ("done", "not_done"):
                continue
            yield from _in_record(case, reckoning, record, ended)


def _ended(case: Case, reckoning: Reckoning) -> Iterator[tuple[Record, re.Pattern[str]]]:
    """Of each kind of order of which none stands, the latest, with the pattern of its names."""
    stand = periods(case, reckoning)
    latest: dict[str, Record] = {}
    standing: set[str] = set()
    for one in (*case.of("order"), *case.of("licence")):
        name = one.words("kind") if one.kind == "order" else "licence"
        if one.id in stand or rests(case, reckoning, one) or _not_yet(reckoning, one):
            standing.add(name)
        elif over(case, reckoning, one).startswith("which ended"):
            latest[name] = one
    for name, one in latest.items():
        if name not in standing and (pattern := _names(one)):
            yield one, pattern


def _not_yet(reckoning: Reckoning, one: Record) -> bool:
    return bool({"draft", "applied", "interim", "made_not_in_force"} & set(reckoning.states_of(one.id)))


def _names(record: Record) -> re.Pattern[str] | None:
    if record.kind == "licence":
        return re.compile(_LICENCE, re.IGNORECASE)
    kind = order_kinds().get(record.words("kind"))
    if kind is None or kind.defined_by_user:
        return None
    names = [rf"(?i:\b{re.escape(kind.name.en)}\b)"]
    if kind.short not in _ALSO_MEANS_ELSE:
        names.append(rf"\b{re.escape(kind.short)}\b")
    return re.compile("|".join(names))


def _in_record(
    case: Case, reckoning: Reckoning, record: Record, ended: list[tuple[Record, re.Pattern[str]]]
) -> Iterator[Contradiction]:
    linked = set(record.links("condition"))
    for one in asked(fields_of(record), record):
        if one.type not in (FieldType.TEXT, FieldType.LONG):
            continue
        for power, names in ended:
            held = {power.id, *(c.id for k in ("condition", "licence_condition") for c in case.children(power, k))}
            said = _spoken(record.words(one.key), names)
            if said and not linked & held:
                about = "The plan" if record.kind == "plan" else f"The {record.shape.name.en.lower()} {_title(record)}"
                what = (
                    f"{about} speaks of {source_name(power)} under “{one.label.en}” (“{said}”), "
                    f"{over(case, reckoning, power)}. Check whether the words still hold."
                )
                yield Contradiction(
                    "power.cited", CHECK, Text(what), record.id, power.id, (record.id, one.key), _RULE
                )  # fmt: skip


def _spoken(text: str, names: re.Pattern[str]) -> str:
    """The first sentence that names it as standing, cut to a line; empty where none does."""
    for sentence in _SENTENCE.findall(text):
        if names.search(sentence) and not _OF_THE_PAST.search(sentence):
            words = " ".join(sentence.split())
            return words if len(words) <= 70 else words[:69].rstrip() + "…"
    return ""


def _title(record: Record) -> str:
    return quoted(record, record.shape.title[0], 40)
