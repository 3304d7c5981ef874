"""The case behind the plan: category, level, what makes somebody eligible, and the risk of serious harm as assessed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from casework.case import Case
from casework.dates import spoken
from casework.plan_rules.table import Ground, Miss, Misses, Rule, label
from casework.record import Record, has_value
from casework.summary import GROUPS

_RANK = ("low", "medium", "high", "very_high")
_DATED = {"category": ("basis", "decided_by"), "level": ("decided_by",)}
_NOTIFIED = (
    "notification.starts", "notification.initial_by", "notification.period_last_day", "notification.indefinite",
    "notification.ends",
)  # fmt: skip
_HELD = ("custody", "remand", "hospital")


def standing(case: Case, kind: str, today: date) -> tuple[Record, ...]:
    """The records of a dated kind that have begun and not ended, the earliest first."""
    found = [
        (on, n, one)
        for n, one in enumerate(case.of(kind))
        if isinstance(on := one["from"], date)
        and on <= today
        and not (isinstance(end := one["ended_on"], date) and end <= today)
    ]
    return tuple(one for _, _, one in sorted(found, key=lambda each: each[:2]))


def held(ground: Ground) -> bool:
    """Whether the person is in custody or detained in hospital."""
    now = ground.case.current("whereabouts", ground.today)
    return now is not None and now["kind"] in _HELD


def none_stands(ground: Ground, _: Rule) -> Misses:
    """V1: neither a category nor a level can be wanting."""
    for kind in _DATED:
        if not standing(ground.case, kind, ground.today):
            last = ground.case.of(kind)[-1:]
            yield Miss(last[0].id if last else "", "from", "" if last else kind, holes={"what": kind})


def several_stand(ground: Ground, _: Rule) -> Misses:
    """V1: and only one of each can stand."""
    for kind in _DATED:
        found = standing(ground.case, kind, ground.today)
        if len(found) > 1:
            yield Miss(found[0].id, "ended_on", holes={"what": kind, "count": len(found)})


def no_author(ground: Ground, _: Rule) -> Misses:
    """V1: each that stands has its grounds and somebody who decided it; a change of level is V6's."""
    for kind, keys in _DATED.items():
        if kind == "level" and len(ground.case.of(kind)) > 1:
            continue
        for one in standing(ground.case, kind, ground.today)[-1:]:
            for key in keys:
                if not has_value(one[key]):
                    yield Miss(one.id, key, holes={"what": one.shape.name.en, "field": label(one, key)})


def category_3_at_level_1(ground: Ground, _: Rule) -> Misses:
    """V2."""
    category, level = (ground.case.current(kind, ground.today) for kind in ("category", "level"))
    if category and level and category["category"] == "3" and level["level"] == "1":
        yield Miss(level.id, "level")


def category_1_without_notification(ground: Ground, _: Rule) -> Misses:
    """V3."""
    now = _category(ground, "1")
    if now and not any(one.code in _NOTIFIED for one in ground.reckoning.dates):
        yield Miss(now.id, "category")


def category_2_without_end(ground: Ground, _: Rule) -> Misses:
    """V3: the sentence, and the end of licence, order or eligibility; somebody held has no licence yet."""
    now = _category(ground, "2")
    if not now:
        return
    case = ground.case
    if not any(has_value(one["disposal"]) for one in case.of("count")):
        where = "add the conviction, with its offence and how it was dealt with"
        holes = {"what": "the sentence or disposal that makes the category", "where": where}
        yield _to_conviction(case, now, holes)
    ends = (
        [*case.of("licence")],
        [one for one in case.of("order") if one["kind"] in ("hospital_order", "restricted_patient")],
        [now] if has_value(now["ended_on"]) else [],
    )
    if not any(ends) and not held(ground):
        what = "the licence or order, or the day on which eligibility ends,"
        yield Miss(now.id, "ended_on", "licence", holes={"what": what, "where": "add the licence"})


def category_3_without_grounds(ground: Ground, _: Rule) -> Misses:
    """V3: the decision of the Responsible Authority and the offence relied on."""
    now = _category(ground, "3")
    if now and not has_value(now["decided_by"]):
        yield Miss(now.id, "decided_by", holes={"what": "the decision of the Responsible Authority"})
    if now and not any(one["index"] is True for one in ground.case.of("conviction")):
        yield _to_conviction(ground.case, now, {"what": "the conviction or caution relied on, marked as such,"})


def _to_conviction(case: Case, category: Record, holes: Mapping[str, object]) -> Miss:
    """Leads to the conviction that lacks something, or to adding the first."""
    known = case.of("conviction")
    return Miss(known[-1].id, "index", holes=holes) if known else Miss(category.id, "basis", "conviction", holes=holes)


def category_4_without_grounds(ground: Ground, _: Rule) -> Misses:
    """V3."""
    now = _category(ground, "4")
    if now and not has_value(now["basis"]):
        yield Miss(now.id, "basis")


def ends_soon(ground: Ground, rule: Rule) -> Misses:
    """V4: the last day of what makes the person eligible is near."""
    now = ground.case.current("category", ground.today)
    if now is None:
        return
    codes = {"1": ("notification.period_last_day", "notification.ends"), "2": ("licence.last_day",)}
    found = [one.working for one in ground.reckoning.dates if one.code in codes.get(now.words("category"), ())]
    if isinstance(until := now["ended_on"], date):
        found.append(until)
    left = [(day, (day - ground.today).days) for day in sorted(found)[-1:]]
    for day, days in left:
        if 0 <= days <= rule.days:
            yield Miss(now.id, "category", holes={"day": spoken(day), "days": days})


def level_without_criterion(ground: Ground, _: Rule) -> Misses:
    """V5."""
    now = ground.case.current("level", ground.today)
    if now and now["level"] in ("2", "3") and not has_value(now["criterion"]):
        yield Miss(now.id, "criterion", holes={"level": now["level"]})


def level_changed_without_reason(ground: Ground, rule: Rule) -> Misses:
    """V6: every change, not only the last; the criterion of the level that stands is V5's."""
    told = {one.about for one in level_without_criterion(ground, rule)}
    dated = sorted(
        ((on, n, one) for n, one in enumerate(ground.case.of("level")) if isinstance(on := one["from"], date)),
        key=lambda each: each[:2],
    )
    for (_, _, before), (on, _, now) in pairwise(dated):
        for key in ("criterion", "decided_by"):
            again = key == "criterion" and now.id in told
            if before["level"] != now["level"] and not has_value(now[key]) and not again:
                holes = {"level": now.words("level"), "day": spoken(on), "field": label(now, key)}
                yield Miss(now.id, key, holes=holes)


def overall_not_highest(ground: Ground, _: Rule) -> Misses:
    """V7: overall is the highest of the groups, or there is a reason."""
    now = ground.case.current("rosh", ground.today)
    if now is None or now["overall"] not in _RANK or has_value(now["override_reason"]):
        return
    ranked = [(_RANK.index(str(now[key])), key) for key in GROUPS if now[key] in _RANK]
    if ranked and max(ranked)[0] != _RANK.index(str(now["overall"])):
        key = max(ranked)[1]
        holes = {"overall": _told(now, "overall"), "highest": _told(now, key), "group": label(now, key)}
        yield Miss(now.id, "override_reason", holes=holes)


def _told(record: Record, key: str) -> str:
    shown = record.shape.get(key)
    return shown.told(record[key]).lower() if shown else ""


def _category(ground: Ground, code: str) -> Record | None:
    now = ground.case.current("category", ground.today)
    return now if now and now["category"] == code else None
