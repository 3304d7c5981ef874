"""Rules about words: each reads the fields that its row of the table names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from casework.plan_rules import wording
from casework.plan_rules.table import Ground, Miss, Misses, Rule, short
from casework.record import Record

Reader = Callable[[str], str]


def _reading(reader: Reader) -> Callable[[Ground, Rule], Misses]:
    def found(ground: Ground, rule: Rule) -> Misses:
        for record, key in _fields(ground, rule):
            text = record.words(key)
            if text.strip() and (amiss := reader(text)):
                yield Miss(record.id, key, holes={"words": short(amiss), "name": short(text)})

    return found


def _fields(ground: Ground, rule: Rule) -> Iterator[tuple[Record, str]]:
    """The fields that a rule reads: of actions only the open ones."""
    for place in rule.reads:
        kind, _, key = place.partition(".")
        for one in ground.case.of(kind):
            if kind != "action" or one["state"] not in ("done", "not_done"):
                yield one, key


def nothing_to_carry_out(ground: Ground, rule: Rule) -> Misses:
    """G1."""
    for record, key in _fields(ground, rule):
        text = record.words(key)
        if text.strip() and (amiss := wording.nothing_to_carry_out(text)):
            named = "It names nothing of this case." if amiss == wording.NOTHING_SAID else f"“{amiss}” says no deed."
            yield Miss(record.id, key, holes={"named": named})


def no_frequency(ground: Ground, rule: Rule) -> Misses:
    """G4: a measure says how often in a field of its own, and either may say it."""
    for record, key in _fields(ground, rule):
        beside = " ".join(record.words(one) for one in ("what", "often") if one != key)
        amiss = wording.no_frequency(record.words(key))
        if amiss and wording.no_frequency(record.words(key), beside):
            yield Miss(record.id, key, holes={"words": amiss})


def boilerplate(ground: Ground, rule: Rule) -> Misses:
    """R4: of restrictions only."""
    for record, key in _fields(ground, rule):
        text = record.words(key)
        limits = record.kind != "measure" or record["restricts"] is True
        if limits and text.strip() and (amiss := wording.boilerplate_reason(text)):
            yield Miss(record.id, key, holes={"words": short(amiss)})


def nobody_in_person(text: str) -> str:
    """V9.6: an owner is a person, or the post on duty."""
    return wording.nobody_named(text, in_person=True)


def each_sign(text: str) -> str:
    """K1: of several signs, each on its line, one that can be seen is enough."""
    lines = [one for one in text.splitlines() if one.strip()]
    vague = [wording.no_sign(one) for one in lines]
    return next(iter(vague), "") if all(vague) else ""


left_open = _reading(wording.left_open)
bare_response = _reading(wording.bare_response)
no_sign = _reading(each_sign)
nobody_notices = _reading(wording.nobody_named)
nobody_acts = _reading(wording.nobody_named)
no_time_limit = _reading(wording.no_time_limit)
no_number = _reading(wording.no_number)
no_verb = _reading(wording.no_verb)
not_in_person = _reading(nobody_in_person)
