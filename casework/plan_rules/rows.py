"""Rows of the plan, one by one: contingencies, actions, disclosures, breaches, statements."""

from __future__ import annotations

from datetime import date

from casework.dates import spoken
from casework.plan_rules.table import Ground, Miss, Misses, Rule, label, named, short
from casework.record import Record, asked, has_value, is_given

_PARTS = ("trigger", "noticed_by", "action", "owner", "within", "out_of_hours", "threshold")
_DISCLOSED = ("recipient", "content", "reason", "by_whom", "undertaking")
_LATELY = 730


def contingency_not_known(ground: Ground, _: Rule) -> Misses:
    """K6: a part was asked, and answered as not known or none."""
    for one in ground.case.of("contingency"):
        for key in _PARTS:
            if is_given(one[key]) and not has_value(one[key]):
                yield Miss(one.id, key, holes={"name": short(one.words("recipient")), "field": label(one, key)})


def no_owner(ground: Ground, _: Rule) -> Misses:
    """V9."""
    return _lacking(ground, "owner")


def no_date(ground: Ground, _: Rule) -> Misses:
    """V9."""
    return _lacking(ground, "due_on")


def no_agency(ground: Ground, _: Rule) -> Misses:
    """V9."""
    return _lacking(ground, "agency")


def for_nothing(ground: Ground, _: Rule) -> Misses:
    """V9: an action is tied to what it is for."""
    for one in _open(ground):
        if one.kind == "action" and not any(ground.case.get(link) for link in one.links("serves")):
            yield Miss(one.id, "serves", holes={"name": named(one)})


def _open(ground: Ground) -> list[Record]:
    actions = [one for one in ground.case.of("action") if one["state"] not in ("done", "not_done")]
    return [*ground.case.of("measure"), *actions]


def _lacking(ground: Ground, key: str) -> Misses:
    for one in _open(ground):
        if not has_value(one[key]):
            yield Miss(one.id, key, holes={"name": named(one)})


def disclosure_not_complete(ground: Ground, _: Rule) -> Misses:
    """V13: to whom, what, how, by whom, when, why, and whether an undertaking is signed."""
    for one in ground.case.of("disclosure"):
        if one["decision"] != "disclose":
            continue
        lacking = [key for key in _DISCLOSED if not has_value(one[key])]
        if not isinstance(one["due_on"], date) and not isinstance(one["done_on"], date):
            lacking.append("due_on")
        for key in lacking:
            yield Miss(one.id, key, holes={"name": short(one.words("recipient")), "field": label(one, key)})


def breach_not_countable(ground: Ground, _: Rule) -> Misses:
    """V20: convicted or cautioned: the day, and the category and level that stood on it."""
    for one in ground.case.of("breach"):
        if one["outcome"] not in ("convicted", "cautioned"):
            continue
        shown, on = one.shape.get("outcome"), one["outcome_on"]
        outcome = shown.told(one["outcome"]).lower() if shown else ""
        if not isinstance(on, date):
            yield Miss(one.id, "outcome_on", holes={"outcome": outcome, "what": "its day"})
        elif (ground.today - on).days <= _LATELY:
            for kind in ("category", "level"):
                if not _stood(ground, kind, on):
                    holes = {"outcome": outcome, "what": f"the {kind} that stood on {spoken(on)}"}
                    yield Miss(one.id, "outcome_on", holes=holes)


def _stood(ground: Ground, kind: str, on: date) -> bool:
    return any(isinstance(begun := one["from"], date) and begun <= on for one in ground.case.of(kind))


def statement_without_source(ground: Ground, _: Rule) -> Misses:
    """V23: what it is, whose it is, who says so and when."""
    for one in ground.case.of("statement"):
        learned = one["learned_on"]
        day = spoken(learned) if isinstance(learned, date) else "an unknown day"
        for found in asked(one.shape.field, one):
            if found.required and not has_value(one[found.key]):
                yield Miss(one.id, found.key, holes={"day": day, "field": label(one, found.key)})
