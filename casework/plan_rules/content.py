"""What the plan must hold, how old it may be, and what must not stand in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from casework.dates import spoken
from casework.field import Field, FieldType, choice_lists
from casework.plan_rules.table import Ground, Miss, Misses, Rule, short
from casework.record import Record, has_value, is_given, title
from casework.template import fields_of

_LONG_TEXT, _SHORTEST_NAME = 1500, 3
_EVENTS = {
    "event": "on", "breach": "occurred_on", "licence_breach": "occurred_on", "recall": "recalled_on",
    "order": "made_on", "address": "from", "whereabouts": "from", "conviction": "relevant_date",
    "level": "from", "category": "from",
}  # fmt: skip


def pillar_empty(ground: Ground, _: Rule) -> Misses:
    """V8: of the pillars that the template has, each holds a measure or says why not."""
    for section in ground.template.section if ground.template else ():
        for part in section.rows:
            pillar = part.where.get("pillar")
            explained = part.none_reason and has_value(ground.plan[part.none_reason])
            if part.kind == "measure" and pillar and not part.of(ground.case) and not explained:
                choice = next((one for one in choice_lists()["pillars"] if one.code == pillar), None)
                name = choice.label.en.lower() if choice else str(pillar)
                yield Miss(kind="measure", answers={"pillar": str(pillar)}, holes={"pillar": name})


def no_contingency(ground: Ground, _: Rule) -> Misses:
    """V8."""
    if not ground.case.of("contingency"):
        yield Miss(kind="contingency")


def no_licence_conditions(ground: Ground, _: Rule) -> Misses:
    """V8: every licence that has not ended has its conditions on the record."""
    ended = {
        one.about for one in ground.reckoning.dates if one.code == "licence.last_day" and one.working < ground.today
    }
    for one in ground.case.of("licence"):
        if one.id not in ended and not ground.case.children(one, "licence_condition"):
            yield Miss(one.id, "kind", "licence_condition")


def no_review_date(ground: Ground, _: Rule) -> Misses:
    """V8: where the template asks for it."""
    if _asks(ground, "review_on") and not isinstance(ground.plan["review_on"], date):
        yield Miss(ground.plan.id, "review_on")


def review_passed(ground: Ground, _: Rule) -> Misses:
    """P2."""
    day = ground.plan["review_on"]
    if isinstance(day, date) and day < ground.today:
        yield Miss(ground.plan.id, "review_on", holes={"day": spoken(day)})


def nothing_protects(ground: Ground, _: Rule) -> Misses:
    """V11: protective factors are entered, or it is said that there are none."""
    if ground.case.of("protective"):
        return
    parts = [part for one in (ground.template.section if ground.template else ()) for part in one.rows]
    reasons = [part.none_reason for part in parts if part.kind == "protective" and part.none_reason]
    if not any(is_given(ground.plan[key]) for key in reasons):
        yield Miss(kind="protective")


def older_than_last_event(ground: Ground, _: Rule) -> Misses:
    """P1: finished before the last thing that befell the case and is past today."""
    finished = ground.plan["signoff_author_on"]
    if not isinstance(finished, date):
        return
    since = [
        (on, one)
        for kind, key in _EVENTS.items()
        for one in ground.case.of(kind)
        if isinstance(on := one[key], date) and finished < on <= ground.today
    ]
    if since:
        on, last = max(since, key=lambda found: found[0])
        holes = {
            "finished": spoken(finished),
            "day": spoken(on),
            "event": f"{last.shape.name.en.lower()}, {short(title(last))}",
        }
        yield Miss(ground.plan.id, "signoff_author_on", holes=holes)


def unapproved_address(ground: Ground, _: Rule) -> Misses:
    """V25: the first line of a proposed address stands in the plan's words before it is approved."""
    proposed = [one for one in ground.case.of("address") if one["type"] == "proposed" and one["approved"] is not True]
    lines = [line for one in proposed if len(line := one.words("lines").split(",")[0].strip()) > _SHORTEST_NAME]
    for asked, text in _texts(ground.plan):
        if any(_stands_in(line, text) for line in lines):
            yield Miss(ground.plan.id, asked.key, holes={"field": asked.label.en})


def too_long(ground: Ground, _: Rule) -> Misses:
    """V26: a report pasted into a summary."""
    for one in ground.case.records:
        for asked, text in _texts(one):
            if asked.type is FieldType.LONG and len(text) > _LONG_TEXT:
                yield Miss(one.id, asked.key, holes={"field": asked.label.en, "letters": f"{len(text):,}"})


def victim_named(ground: Ground, _: Rule) -> Misses:
    """V27: the name in a closed record stands in the words of another. The sentence does not repeat it."""
    names = [
        (" ".join(one.words("name").split()), one.words("reference") or one.shape.name.en)
        for one in ground.case.of("victim")
    ]
    patterns = [(_pattern(name), reference) for name, reference in names if len(name) >= _SHORTEST_NAME]
    if not patterns:
        return
    whole = re.compile("|".join(one.pattern for one, _ in patterns), re.IGNORECASE)
    for record in ground.case.records:
        if record.shape.closed:
            continue
        for asked, text in _texts(record):
            for reference in [who for one, who in patterns if one.search(text)] if whole.search(text) else ():
                yield Miss(record.id, asked.key, holes={"field": asked.label.en, "reference": reference})


def _texts(record: Record) -> Iterator[tuple[Field, str]]:
    for one in fields_of(record):
        if one.type in (FieldType.TEXT, FieldType.LONG) and not one.internal and (text := record.words(one.key)):
            yield one, text


def _asks(ground: Ground, key: str) -> bool:
    return any(
        one.key == key for section in (ground.template.section if ground.template else ()) for one in section.field
    )


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)".replace(r"\ ", r"\s+"), re.IGNORECASE)


def _stands_in(words: str, text: str) -> bool:
    return _pattern(words).search(text) is not None
