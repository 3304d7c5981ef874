"""The plan against the powers that it rests on, and its appointments against curfews and places kept out of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from casework.case import Case
from casework.dates import spoken
from casework.gap import joined
from casework.powers import over, periods, rests
from casework.reckoning import Reckoning
from casework.record import Record
from casework.terms import (
    CHECK,
    ERROR,
    WARNING,
    Contradiction,
    Term,
    answered,
    quoted,
    read_times,
    same_place,
    source_name,
)
from casework.text import Text

_RESTING = {"measure": ("The measure", "what"), "device": ("The inspection of", "description")}
_ATTENDED = {"measure": ("The measure", "what"), "action": ("The action", "what")}
_POWER = "A measure needs a power that stands."


def powers(case: Case, reckoning: Reckoning, _: Sequence[Term], today: date) -> Iterator[Contradiction]:
    """Measures and inspections that rest on an order, licence or condition that has ended, or that outlive it."""
    stand = periods(case, reckoning)
    for record in _open(case, _RESTING):
        found = [one for link in record.links("condition") if (one := case.get(link))]
        ended: dict[tuple[str, str], list[Record]] = {}
        for power in found:
            if power.id not in stand and not rests(case, reckoning, power):
                ended.setdefault((power.parent or power.id, over(case, reckoning, power)), []).append(power)
        for (_holder, why), group in ended.items():
            what = f"{_said(record, _RESTING)} rests on {_powers(case, group)}, {why}."
            yield Contradiction(
                "power.ended", ERROR, Text(what), record.id, group[0].id, (record.id, "condition"), _POWER,
            )  # fmt: skip
        standing = [one for one in found if one.id in stand]
        due = record["due_on"]
        if standing and isinstance(due, date) and due >= today:
            yield from _outlived(case, record, standing, due, stand)


def _open(case: Case, kinds: dict[str, tuple[str, str]]) -> Iterator[Record]:
    for kind in kinds:
        yield from (one for one in case.of(kind) if one["state"] not in ("done", "not_done"))


def _said(record: Record, kinds: dict[str, tuple[str, str]]) -> str:
    words, key = kinds[record.kind]
    return f"{words} {quoted(record, key)}"


def _outlived(
    case: Case, record: Record, standing: list[Record], due: date, stand: dict[str, tuple[date | None, date | None]]
) -> Iterator[Contradiction]:
    late = [(last, one) for one in standing if (last := stand[one.id][1]) and last < due]
    if len(late) == len(standing):
        last, power = max(late, key=lambda found: found[0])
        what = (
            f"{_said(record, _RESTING)} is due on {spoken(due)}, after {_powers(case, [power])} ends on {spoken(last)}."
        )
        yield Contradiction(
            "power.ends_before", WARNING, Text(what), record.id, power.id, (record.id, "due_on"), _POWER,
        )  # fmt: skip


def _powers(case: Case, powers_: list[Record]) -> str:
    """Powers of one order or licence in a sentence: "conditions 2 and 5 of the licence"."""
    parent = case.get(powers_[0].parent) if powers_[0].parent else None
    if parent is None:
        return source_name(powers_[0])
    listed = [one.id for one in case.children(parent, powers_[0].kind)]
    numbers = [str(number) for number in sorted(listed.index(one.id) + 1 for one in powers_)]
    return f"condition{'s' if len(numbers) > 1 else ''} {joined(numbers, 'and')} of {source_name(parent)}"


def times(case: Case, _: Reckoning, standing: Sequence[Term], today: date) -> Iterator[Contradiction]:
    """Times at which the person must be somewhere and a curfew keeps the person in."""
    curfewed = [one for one in standing if answered(one.record, "curfew")]
    for record in _open(case, _ATTENDED):
        due = record["due_on"]
        day = due if isinstance(due, date) and due >= today else None
        for at in read_times(record.words("attend_at")):
            for term in curfewed:
                held = term.keeps_in(at, day) if term.on(day or today) else None
                if held:
                    wanted = f"{_said(record, _ATTENDED)} wants the person at {at:%H:%M}"
                    what = f"{wanted}; {term.name} keeps the person in from {held}."
                    yield _clash("time.curfew", what, (record, "attend_at"), term)
    yield from _reporting(case, standing, curfewed, today)


def _reporting(case: Case, standing: Sequence[Term], curfewed: list[Term], today: date) -> Iterator[Contradiction]:
    home = case.current("address", today)
    lines = home.words("lines") if home else ""
    for term in standing:
        place = term.record.words("report_place")
        for other in curfewed:
            stays = f"{lines}, {other.record.words('area')}"
            if not place or not term.beside(other) or same_place(place, lines) or same_place(place, stays):
                continue
            for at in read_times(term.record.words("report_at")):
                if held := other.keeps_in(at, None):
                    wanted = f"{_capital(term.name)} wants reporting at {at:%H:%M}"
                    what = f"{wanted}; {other.name} keeps the person in from {held}."
                    yield _clash("time.reporting", what, (term.record, "report_at"), other)


def places(case: Case, _: Reckoning, standing: Sequence[Term], today: date) -> Iterator[Contradiction]:
    """Places named where the person lives or must go that a condition names as a place to keep out of.

    A text can only tell that the same name stands in both: whether the spot lies inside is for a person to look up.
    """
    for out in standing:
        area = out.record.words("area")
        if out.record["area_rule"] != "keep_out" or not area:
            continue
        for record, key, words, says in _named_places(case, standing, today):
            if record.id != out.record.id and same_place(area, words):
                named = f"{out.name} names {quoted(out.record, 'area')} as a place not to enter"
                what = f"{says}, and {named}. Check whether it lies inside."
                yield _clash("place.keep_out", what, (record, key), out, CHECK)


def _named_places(case: Case, standing: Sequence[Term], today: date) -> Iterator[tuple[Record, str, str, str]]:
    home = case.current("address", today)
    if home:
        yield home, "lines", home.words("lines"), f"The address today is {quoted(home, 'lines')}"
    for record in _open(case, _ATTENDED):
        if answered(record, "attend_place"):
            yield (
                record,
                "attend_place",
                record.words("attend_place"),
                (f"{_said(record, _ATTENDED)} wants the person at {quoted(record, 'attend_place')}"),
            )
    for term in standing:
        if term.record["area_rule"] == "live_at" and answered(term.record, "area"):
            words = f"{_capital(term.name)} wants the person to live at {quoted(term.record, 'area')}"
            yield term.record, "area", term.record.words("area"), words
        if answered(term.record, "report_place"):
            words = f"{_capital(term.name)} wants the person at {quoted(term.record, 'report_place')}"
            yield term.record, "report_place", term.record.words("report_place"), words


def _clash(code: str, what: str, mend: tuple[Record, str], term: Term, severity: str = WARNING) -> Contradiction:
    record, key = mend
    return Contradiction(
        code, severity, Text(what), record.id, term.record.id, (record.id, key),
        "What the person must do must not break what the person is bound by.",
    )  # fmt: skip


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
