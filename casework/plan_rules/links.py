"""The chain: scenario, factor, measure, contingency; what each rests on; what a restriction owes to whom it limits."""

from __future__ import annotations

from casework.gap import joined
from casework.mending import FEEDS_NOTHING, NO_CONTINGENCY, NO_MEASURE, SERVES_NOTHING, breaks
from casework.plan_rules.table import Ground, Miss, Misses, Rule, named
from casework.record import Record, has_value
from casework.text import Text


def _broken(ground: Ground, lacks: Text, kind: str) -> Misses:
    for one in breaks(ground.case):
        if one.lacks is lacks and one.about.kind == kind:
            yield Miss(one.about.id, one.key, one.kind, one.answers, {"name": named(one.about)})


def scenario_without_measure(ground: Ground, _: Rule) -> Misses:
    """V10."""
    return _broken(ground, NO_MEASURE, "scenario")


def factor_without_measure(ground: Ground, _: Rule) -> Misses:
    """V10."""
    return _broken(ground, NO_MEASURE, "factor")


def scenario_without_contingency(ground: Ground, _: Rule) -> Misses:
    """C1."""
    return _broken(ground, NO_CONTINGENCY, "scenario")


def measure_without_use(ground: Ground, _: Rule) -> Misses:
    """C2."""
    return _broken(ground, SERVES_NOTHING, "measure")


def factor_without_scenario(ground: Ground, _: Rule) -> Misses:
    """C3."""
    return _broken(ground, FEEDS_NOTHING, "factor")


def rests_on_no_fact(ground: Ground, _: Rule) -> Misses:
    """S1: statements are entered for a scenario or factor, and none of them is a fact."""
    for one in (*ground.case.of("scenario"), *ground.case.of("factor")):
        kinds = {told["kind"] for told in bearing_on(ground.case.of("statement"), one)}
        if kinds and "fact" not in kinds:
            said = joined([word for word in ("opinion", "intelligence") if word in kinds], "and")
            yield Miss(one.id, "", "statement", {"supports": (str(one.id),)}, {"name": named(one), "what": said})


def bearing_on(statements: tuple[Record, ...], record: Record) -> tuple[Record, ...]:
    """The statements that bear on a scenario or factor."""
    return tuple(one for one in statements if record.id in one.links("supports"))


def why_not_said(ground: Ground, _: Rule) -> Misses:
    """R1: of a restrictive measure, and of a condition that the officers asked for."""
    yield from _unsaid(ground, "proportionate")
    for licence in ground.case.of("licence"):
        for one in ground.case.children(licence, "licence_condition"):
            asked_for = one["type"] in ("additional", "bespoke") and not has_value(one["removed_on"])
            if asked_for and not has_value(one["reason"]):
                yield Miss(one.id, "reason", holes={"name": named(one)})


def less_not_said(ground: Ground, _: Rule) -> Misses:
    """R2."""
    return _unsaid(ground, "not_less")


def end_not_said(ground: Ground, _: Rule) -> Misses:
    """R3."""
    return _unsaid(ground, "until_when")


def _unsaid(ground: Ground, key: str) -> Misses:
    for one in ground.case.of("measure"):
        if one["restricts"] is True and not has_value(one[key]):
            yield Miss(one.id, key, holes={"name": named(one)})


def said_not_to_limit(ground: Ground, _: Rule) -> Misses:
    """R5: a measure of monitoring that rests on an order or licence limits somebody."""
    for one in ground.case.of("measure"):
        if one["pillar"] == "monitoring" and one["restricts"] is False and one.links("condition"):
            yield Miss(one.id, "restricts", holes={"name": named(one)})
