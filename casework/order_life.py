"""How an order or a licence came to be what it is: its steps in order of time, and how it stood after each of them.

Nothing of this is kept: it is read out of the records, so that it can never differ from them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from casework.case import Case
from casework.clauses import CONDITIONS, Clause, binding, number_of
from casework.dates import spoken
from casework.reckoning import Reckoning, reckon
from casework.record import Record, RecordId, has_value
from casework.state_words import state_words
from casework.summary import flat
from casework.text import Language, Text


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happened: ``told`` is what it brought, ``said_by`` the record and field that say it.

    ``version``: from that day on the order may say something else. ``on`` None: the day is not known.
    """

    on: date | None
    what: Text
    told: tuple[Text, ...] = ()
    said_by: tuple[RecordId, str] = (RecordId(""), "")
    version: bool = False


@dataclass(frozen=True, slots=True)
class Stood:
    """An order or licence on a day: its states, its last day as known then, the conditions in force by number.

    ``other`` are the numbers of the conditions not in force on that day.
    """

    on: date
    states: tuple[str, ...]
    last: date | None
    clauses: tuple[Clause, ...]
    other: tuple[int, ...]


def steps(case: Case, record: Record, reckoning: Reckoning) -> tuple[Step, ...]:
    """The life of an order or a licence up to the day of the reckoning, and what is planned; the oldest first."""
    found = list(_order(case, record, reckoning) if record.kind == "order" else _licence(case, record, reckoning))
    return tuple(sorted(found, key=lambda one: one.on or date.max))


def as_it_stood(case: Case, record: Record, day: date) -> Stood:
    """An order or licence as it stood at the end of a day, by what is entered today."""
    later = {one.id for one in case.of("condition") if (added := _day(one, "added_on")) and added > day}
    then = reckon(case.replaced(one for one in case.records if one.id not in later), day)
    source = next((one for one in binding(case, then.dates, day) if one.record.id == record.id), None)
    clauses = source.clauses if source else ()
    held = {one.number for one in clauses}
    count = len(case.children(record, CONDITIONS[record.kind]))
    return Stood(
        day, then.states_of(record.id), source.last if source else None, clauses,
        tuple(n for n in range(1, count + 1) if n not in held),
    )  # fmt: skip


# an order


def _order(case: Case, order: Record, reckoning: Reckoning) -> Iterator[Step]:
    yield from _dated(order, "applied_on", APPLIED, "applicant")
    for one in case.of("order"):
        if one["main_application"] == order.id:
            yield from _dated(one, "made_on", INTERIM, "court", "until")
    yield from _dated(order, "given_at", GIVEN, "until_event", version=True)
    yield from _dated(order, "made_on", MADE, "route", "court", "ends", "until", "for", "until_event", version=True)
    start, made = _day(order, "in_force_from"), _day(order, "made_on")
    if start and start != made:
        yield from _dated(order, "in_force_from", IN_FORCE, version=True)
    yield from _dated(order, "served_on", SERVED)
    yield from _dated(order, "refused_on", REFUSED)
    yield from _dated(order, "withdrawn_on", WITHDRAWN)
    decided: set[date] = set()
    for change in case.children(order, "change"):
        yield from _change(case, change)
        if (day := _day(change, "decided_on")) and change["kind"] in ("varied", "renewed"):
            decided.add(day)
    for condition in case.children(order, "condition"):
        if (day := _day(condition, "added_on")) and day not in decided:
            yield Step(day, _about(ADDED, case, [condition]), (), (condition.id, "added_on"), version=True)
    yield from _end(case, order, reckoning)


def _change(case: Case, change: Record) -> Iterator[Step]:
    kind, decided, name = change.words("kind"), _day(change, "decided_on"), _option(change, "kind")
    told = _changed(case, change, decided)
    if kind == "appealed":
        yield from _dated(change, "applied_on", APPEALED)
        if decided or has_value(change["outcome"]):
            yield Step(decided, APPEAL_DECIDED, told, (change.id, "decided_on"), version=decided is not None)
    elif decided:
        yield Step(decided, name, told, (change.id, "decided_on"), version=True)
    elif refused := _day(change, "refused_on"):
        yield Step(refused, ASKED_REFUSED.filled(what=_inner(name)), told, (change.id, "refused_on"))
    else:
        asked = _day(change, "applied_on")
        what = ASKED.filled(what=_inner(name)) if asked else UNDATED.filled(what=name.en)
        yield Step(asked, what, told, (change.id, "applied_on" if asked else "kind"))


def _changed(case: Case, change: Record, decided: date | None) -> tuple[Text, ...]:
    """What a change brought: on which condition, which new end, which conditions came, and why."""
    items = [one for link in change.links("item") if (one := case.get(link))]
    came = [one for one in case.of("condition") if one.parent == change.parent and _day(one, "added_on") == decided]
    asked = ("applied_on",) if change["kind"] != "appealed" and (decided or _day(change, "refused_on")) else ()
    end = () if change["ends"] == "same" else ("ends", "until")
    return (
        *([_about(ONLY, case, items)] if items else ()),
        *_told(case, change, "outcome", *end, "consents", "by"),
        *([_about(ADDED, case, came)] if came and decided and change["kind"] == "varied" else ()),
        *_told(case, change, "reason", *asked),
    )


def _end(case: Case, order: Record, reckoning: Reckoning) -> Iterator[Step]:
    """The end that no change tells of: it ran out, or the law ended it."""
    days = {one.code: one.on for one in reckoning.dates_about([order.id]) if one.limit != "outer"}
    ended, last = days.get("order.ended_on"), days.get("order.last_day")
    recorded = {
        _day(one, "decided_on")
        for one in case.children(order, "change")
        if one["kind"] in ("discharged", "superseded", "ceased") or one["outcome"] == "quashed"
    }
    if ended and ended <= reckoning.today:
        if ended not in recorded:
            state = next(iter(reckoning.states_of(order.id)), "")
            yield Step(ended, state_words(state) if state else ENDED, (), (order.id, "kind"), version=True)
    elif last and last < reckoning.today:
        yield Step(last, RAN_OUT, (), (order.id, "until"), version=True)


# a licence


def _licence(case: Case, licence: Record, reckoning: Reckoning) -> Iterator[Step]:
    yield from _dated(licence, "starts_on", BEGAN, "kind", "ends_on", version=True)
    decided: set[date] = set()
    for change in case.children(licence, "licence_change"):
        yield from _variation(case, change)
        if (day := _day(change, "decided_on")) and change["outcome"] != "refused":
            decided.add(day)
    start = _day(licence, "starts_on")
    for condition in case.children(licence, "licence_condition"):
        for key, words in (("from", ADDED), ("removed_on", TAKEN_OUT)):
            day = _day(condition, key)
            if day and day not in decided and day != start:
                yield Step(day, _about(words, case, [condition]), (), (condition.id, key), version=True)
    for recall in case.of("recall"):
        first = _day(recall, "recalled_on") or _day(recall, "returned_on")
        if first is None or start is None or first >= start:
            yield from _dated(recall, "recalled_on", RECALLED, "type", "reason", version=True)
            yield from _dated(recall, "returned_on", RETURNED)
            yield from _dated(recall, "referred_on", REFERRED)
            yield from _dated(recall, "released_on", RELEASED, version=True)
    days = {one.code: one.on for one in reckoning.dates_about([licence.id]) if one.limit != "outer"}
    last = days.get("licence.last_day") or days.get("pss.closed_on")
    if last and last < reckoning.today:
        yield Step(last, RAN_OUT, (), (licence.id, "ends_on"), version=True)


def _variation(case: Case, change: Record) -> Iterator[Step]:
    decided, refused = _day(change, "decided_on"), change["outcome"] == "refused"
    conditions = [one for link in change.links("condition") if (one := case.get(link))]
    told = (
        *_told(case, change, "kind"),
        *([_about(ONLY, case, conditions)] if conditions else ()),
        *_told(case, change, "reason", *(("applied_on",) if decided else ()), "decided_by", "told_on"),
        *_told(case, change, "senior_officer", "victim_liaison"),
    )
    if decided:
        what = VARIATION_REFUSED if refused else VARIED
        yield Step(decided, what, told, (change.id, "decided_on"), version=not refused)
    else:
        key = "applied_on" if _day(change, "applied_on") else "kind"
        yield Step(_day(change, "applied_on"), VARIATION_ASKED, told, (change.id, key))


# words


def _dated(record: Record, key: str, what: Text, *told: str, version: bool = False) -> Iterator[Step]:
    """A step for a day that a record gives, where it gives one."""
    if day := _day(record, key):
        yield Step(day, what, _told(None, record, *told), (record.id, key), version)


def _told(case: Case | None, record: Record, *keys: str) -> tuple[Text, ...]:
    """The answers that have a value, each after its label."""
    fields = [one for key in keys if (one := record.shape.get(key)) and has_value(record[key])]
    return tuple(
        Text(*(
            f"{one.label.in_(language)}: {flat(one.told(record[one.key], language, case.titled if case else None))}"
            for language in Language
        ))
        for one in fields
    )  # fmt: skip


def _option(record: Record, key: str) -> Text:
    field = record.shape.get(key)
    option = field.option(record.words(key)) if field else None
    return option.label if option else record.shape.name


def _about(words: Text, case: Case, conditions: list[Record]) -> Text:
    """Words about some conditions of one order, by their numbers."""
    *first, last = [str(number_of(case, one)) for one in conditions]
    if not first:
        return Text(words.en.format(what=f"condition {last}"), words.cy.format(what=f"amod {last}"))
    listed = ", ".join(first)
    return Text(
        words.en.format(what=f"conditions {listed} and {last}"), words.cy.format(what=f"amodau {listed} a {last}")
    )


def _inner(name: Text) -> str:
    return name.en[:1].lower() + name.en[1:]


def _day(record: Record, key: str) -> date | None:
    found = record[key]
    return found.date() if isinstance(found, datetime) else found if isinstance(found, date) else None


def stood_words(stood: Stood) -> Text:
    """The state on a day, and the last day as it was known then."""
    states = [state_words(one) for one in stood.states]
    en = ", ".join(one.en for one in states) or "State not known"
    cy = ", ".join(one.cy or one.en for one in states)
    if stood.last is None:
        return Text(en, cy)
    return Text(f"{en}. Last day: {spoken(stood.last)}", f"{cy}. Diwrnod olaf: {spoken(stood.last, Language.CY)}")


APPLIED = Text("Applied for", "Gwnaed cais")
INTERIM = Text("Interim order made", "Gwnaed gorchymyn interim")
GIVEN = Text("Given", "Rhoddwyd")
MADE = Text("Made", "Gwnaed")
IN_FORCE = Text("Came into force", "Daeth i rym")
SERVED = Text("Served on the person", "Cyflwynwyd i'r person")
REFUSED = Text("Application refused", "Gwrthodwyd y cais")
WITHDRAWN = Text("Application withdrawn", "Tynnwyd y cais yn ôl")
APPEALED = Text("Appeal lodged", "Cyflwynwyd apêl")
APPEAL_DECIDED = Text("Appeal decided", "Penderfynwyd yr apêl")
ASKED = Text("Asked for, not decided: {what}")
ASKED_REFUSED = Text("Asked for, refused or withdrawn: {what}")
UNDATED = Text("{what}, on a day not known")
ADDED = Text("Added: {what}", "Ychwanegwyd: {what}")
TAKEN_OUT = Text("Taken out: {what}", "Tynnwyd: {what}")
ONLY = Text("Only {what}", "Dim ond {what}")
ENDED = Text("Ended by law", "Daeth i ben yn ôl y gyfraith")
RAN_OUT = Text("Ran out", "Daeth i ben")
BEGAN = Text("Licence began", "Dechreuodd y drwydded")
VARIED = Text("Varied", "Amrywiwyd")
VARIATION_ASKED = Text("Variation asked for, not decided", "Gofynnwyd am amrywiad, heb benderfynu")
VARIATION_REFUSED = Text("Variation refused", "Gwrthodwyd yr amrywiad")
RECALLED = Text("Recalled", "Adalwyd")
RETURNED = Text("Returned to custody", "Dychwelwyd i'r ddalfa")
REFERRED = Text("Referred to the Parole Board", "Cyfeiriwyd at y Bwrdd Parôl")
RELEASED = Text("Released again", "Rhyddhawyd eto")
