"""Conditions against each other, against the address and against planned travel."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from casework.case import Case
from casework.dates import spoken
from casework.field import FieldType, Holds, choice_lists
from casework.gap import joined
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
    read_hours,
    references,
    same_place,
    same_words,
    source_name,
)
from casework.text import Text
from casework.wording import Wording, wording
from casework.wording_answers import answers_in

_STRICTEST = ("none", "indirect", "supervised", "with_permission", "allowed")
_HELD = ("custody", "remand", "hospital", "immigration_detention")
_TWO_TERMS = "Conditions must not be duplicated or contradictory (VAL-25)."


def _pairs(standing: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    return ((one, other) for one, other in combinations(standing, 2) if one.beside(other))


def _both(one: Term, other: Term) -> str:
    if one.source.record.id != other.source.record.id:
        return f"{one.name} and {other.name}"
    numbers = f"{one.clause.number} and {other.clause.number}"
    return f"conditions {numbers} of {source_name(one.source.record, one.source)}"


def contacts(_: Case, __: Reckoning, standing: Sequence[Term], ___: date) -> Iterator[Contradiction]:
    """Two rules of contact about the same person that differ."""
    ruled = [
        one for one in standing if one.record["contact_rule"] in _STRICTEST and answered(one.record, "contact_with")
    ]
    for one, other in _pairs(ruled):
        rules = one.record.words("contact_rule"), other.record.words("contact_rule")
        shared = references(one.record.words("contact_with")) & references(other.record.words("contact_with"))
        exception = one.source.record.id == other.source.record.id and "allowed" in rules
        if not shared or rules[0] == rules[1] or exception:
            continue
        wider = max((one, other), key=lambda term: _STRICTEST.index(term.record.words("contact_rule")))
        who = " and ".join(sorted(_shown(one.record, name) for name in shared))
        what = (
            f"Contact with {who}: {one.name} says “{_rule(rules[0])}”, {other.name} says “{_rule(rules[1])}”. "
            "Until that is settled the stricter one binds."
        )
        yield Contradiction(
            "contact.differs", WARNING, Text(what), one.record.id, other.record.id, (wider.record.id, "contact_rule"),
            _TWO_TERMS,
        )  # fmt: skip


def _rule(code: str) -> str:
    return next(one.label.en for one in choice_lists()["contact_rules"] if one.code == code)


def _shown(record: Record, name: str) -> str:
    """A reference as it was typed, found again by its plain letters."""
    words = record.words("contact_with")
    at = words.casefold().find(name)
    return words[at : at + len(name)] if at >= 0 else name


def curfews(_: Case, __: Reckoning, standing: Sequence[Term], ___: date) -> Iterator[Contradiction]:
    """Two curfews with other hours."""
    curfewed = [one for one in standing if read_hours(one.record.words("curfew"))]
    for one, other in _pairs(curfewed):
        first, second = (read_hours(term.record.words("curfew")) for term in (one, other))
        if set(first) != set(second):
            what = (
                f"Two curfews: {one.name} from {_told(first)}, {other.name} from {_told(second)}. "
                "Both bind: see that the tag and the person know both."
            )
            yield Contradiction(
                "curfew.differs",
                CHECK,
                Text(what),
                one.record.id,
                other.record.id,
                (other.record.id, "curfew"),
                _TWO_TERMS,
            )


def _told(found: tuple[object, ...]) -> str:
    return " and ".join(str(one) for one in found)


def residences(case: Case, _: Reckoning, standing: Sequence[Term], today: date) -> Iterator[Contradiction]:
    """A place to live at that is not the address, or two of them."""
    living = [one for one in standing if one.record["area_rule"] == "live_at" and answered(one.record, "area")]
    for one, other in _pairs(living):
        if not same_place(one.record.words("area"), other.record.words("area")):
            what = (
                f"{one.name} wants the person to live at {quoted(one.record, 'area')}, {other.name} at "
                f"{quoted(other.record, 'area')}."
            )
            yield Contradiction(
                "residence.two", WARNING, Text(what[0].upper() + what[1:]), one.record.id, other.record.id,
                (other.record.id, "area"), _TWO_TERMS,
            )  # fmt: skip
    home, where = case.current("address", today), case.current("whereabouts", today)
    if home is None or (where is not None and where["kind"] in _HELD):
        return
    for one in living:
        if one.on(today) and not same_place(one.record.words("area"), home.words("lines")):
            what = (
                f"{one.name} wants the person to live at {quoted(one.record, 'area')}; the address today is "
                f"{quoted(home, 'lines')}."
            )
            yield Contradiction(
                "residence.elsewhere", WARNING, Text(what[0].upper() + what[1:]), one.record.id, home.id,
                (home.id, "lines"), "A condition of residence is kept only at that address.",
            )  # fmt: skip


def doubles(_: Case, __: Reckoning, standing: Sequence[Term], ___: date) -> Iterator[Contradiction]:
    """The same condition twice: in one order a mistake, in two worth knowing."""
    for one, other in _pairs(standing):
        if not same_words(one.clause.words, other.clause.words):
            continue
        same = one.source.record.id == other.source.record.id
        if same and one.record["kind"] != other.record["kind"]:
            continue
        what = f"{_both(one, other)} say the same in the same words."
        yield Contradiction(
            "condition.twice", WARNING if same else CHECK, Text(what[0].upper() + what[1:]), one.record.id,
            other.record.id, (other.record.id, "text"), _TWO_TERMS,
        )  # fmt: skip


def bounds(_: Case, __: Reckoning, standing: Sequence[Term], ___: date) -> Iterator[Contradiction]:
    """Two conditions of one order from the same wording about the same thing, with other bounds: under 16, under 18."""
    for one, other in _pairs(standing):
        ref = one.record.words("wording")
        if one.source.record.id != other.source.record.id or not ref or ref != other.record.words("wording"):
            continue
        differ = _bounds_that_differ(wording(ref), one.clause.words, other.clause.words)
        if differ:
            what = f"{_both(one, other)} set {differ}. Say which of them is meant."
            yield Contradiction(
                "condition.differs", WARNING, Text(what[0].upper() + what[1:]), one.record.id, other.record.id,
                (other.record.id, "text"), _TWO_TERMS,
            )  # fmt: skip


def _bounds_that_differ(found: Wording | None, first: str, second: str) -> str:
    """What the same wording bounds in two ways, in words; empty where it speaks of two things, or says the same."""
    one, other = (answers_in(found, text) if found else None for text in (first, second))
    if found is None or one is None or other is None:
        return ""
    differ = []
    for gap in found.gap:
        before, after = one.get(gap.key, ""), other.get(gap.key, "")
        if before != after and gap.type is FieldType.TEXT and gap.holds is Holds.ANYTHING:
            return ""
        if before != after:
            said = f"“{gap.said(before) or 'nothing'}” and “{gap.said(after) or 'nothing'}”"
            differ.append(f"{said} ({gap.label.en[0].lower()}{gap.label.en[1:]})")
    return joined(differ, "and")


def areas(_: Case, __: Reckoning, standing: Sequence[Term], ___: date) -> Iterator[Contradiction]:
    """A place to keep out of by one condition and to stay in by another."""
    for one, other in _pairs([term for term in standing if answered(term.record, "area")]):
        rules = {one.record["area_rule"], other.record["area_rule"]}
        if rules == {"keep_out", "stay_within"} and same_place(one.record.words("area"), other.record.words("area")):
            out, within = (one, other) if one.record["area_rule"] == "keep_out" else (other, one)
            what = (
                f"{out.name} keeps the person out of {quoted(out.record, 'area')}; {within.name} keeps the person in "
                f"{quoted(within.record, 'area')}."
            )
            yield Contradiction(
                "area.contradicts", WARNING, Text(what[0].upper() + what[1:]), out.record.id, within.record.id,
                (within.record.id, "area"), _TWO_TERMS,
            )  # fmt: skip


def travel(case: Case, _: Reckoning, standing: Sequence[Term], today: date) -> Iterator[Contradiction]:
    """Planned travel abroad while a ban on it runs."""
    bans = [one for one in standing if one.record["kind"] == "foreign_travel"]
    for event in case.of("event"):
        leaves = event["departs_on"] if event["kind"] == "travel" else None
        if not isinstance(leaves, date):
            continue
        back = event["returns_on"] if isinstance(event["returns_on"], date) else leaves
        if back >= today:
            yield from (_barred(event, leaves, ban) for ban in bans if ban.meets(leaves, back) and _touched(event, ban))


def _touched(event: Record, ban: Term) -> bool:
    """Whether a ban may reach a journey: not where both name countries and no name stands in both."""
    if (
        ban.record["all_countries"] is True
        or not answered(ban.record, "countries")
        or not answered(event, "destination")
    ):
        return True
    return bool(references(ban.record.words("countries")) & references(event.words("destination")))


def _barred(event: Record, leaves: date, ban: Term) -> Contradiction:
    named = answered(ban.record, "countries") and answered(event, "destination")
    sure = ban.record["all_countries"] is True or named
    where = f" to {quoted(event, 'destination')}" if answered(event, "destination") else " abroad"
    ends = f" until {spoken(ban.clause.last)}" if ban.clause.last else ""
    what = f"Travel{where} is planned for {spoken(leaves)}; {ban.name} bans it{ends}."
    unsure = f"Travel{where} is planned for {spoken(leaves)}; {ban.name} bans some travel{ends}. Check the countries."
    return Contradiction(
        "travel.banned", ERROR if sure else CHECK, Text(what if sure else unsure), event.id, ban.record.id,
        (event.id, "departs_on"), "A foreign travel prohibition holds whatever was notified.",
    )  # fmt: skip
