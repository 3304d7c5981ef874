"""Reviews, recalls, supervision and terms that stand twice (VAL-23, 25; R-REC-4, R-PSS-1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.law.custody.licence import REPEAL, closed_by_repeal, licence_state
from casework.law.custody.recall import excluded, new_law
from casework.law.dossier import Dossier
from casework.law.facts.custody import Review
from casework.law.notification.review import first_application, next_application
from casework.law.notification.tables import figures
from casework.law.orders.ends import item_start
from casework.law.orders.life import Life
from casework.law.result import Finding, finding
from casework.period import last_day

_BARRING = ("shpo", "sopo", "interim_shpo", "interim_sopo")


def custody(one: Dossier) -> Iterator[Finding]:
    """What is wrong with reviews, recalls, licences, and words that stand in two places."""
    for review in one.reviews:
        yield from _review(one, review)
    for recall in one.recalls:
        if excluded(recall) and new_law(recall):
            yield finding("recall.confirm_exclusion", recall.id)
    for licence in one.licences:
        if closed_by_repeal(licence) and licence.ends_on is not None:
            yield finding("pss.ends_after_repeal", licence.id, row=REPEAL, last=licence.ends_on)
    yield from _duplicates(one)


def _review(one: Dossier, review: Review) -> Iterator[Finding]:
    day = review.received_on
    indefinite = [each for each in one.standing.triggers if each.indefinite and each.start <= day]
    if not any(each.last is None or day <= each.last for each in indefinite):
        yield finding("review.not_indefinite", review.id)
    first = _first_day(one, review)
    if first is not None and day < first:
        yield finding("review.too_early", review.id, first=first)
    if any(life.kind.code in _BARRING and life.in_force(day) for life in one.lives.values()):
        yield finding("review.order_in_force", review.id)
    known = review.decided_on is None or review.decided_on <= one.today
    base = review.decided_on or day
    if review.further_period is not None and known:
        longest = figures().review.longest_after_refusal
        if last_day(base, review.further_period) > last_day(base, longest):
            yield finding("review.further_period_too_long", review.id)


def _first_day(one: Dossier, review: Review) -> date | None:
    """The first day on which this review could be asked for: by notification, and after earlier refusals."""
    days = []
    first = first_application(one, review.received_on)
    if first is not None:
        days.append(first[0])
    for other in one.reviews:
        earlier = other.decided_on is not None and other.decided_on <= min(review.received_on, one.today)
        following = next_application(other) if earlier and other is not review else None
        if following is not None:
            days.append(following[0])
    return max(days, default=None)


def _duplicates(one: Dossier) -> Iterator[Finding]:
    """The same words twice in items and licence conditions in force (about the later in the document)."""
    texts = [
        (item.id, item.text)
        for life in one.lives.values()
        if life.in_force(one.today)
        for item in life.order.items
        if item.text and _runs(life, item.id, one.today)
    ]
    texts += [
        (condition.id, condition.text)
        for licence in one.licences
        if licence_state(licence, one.today) == "active"
        for condition in licence.conditions
    ]
    seen: set[str] = set()
    for identity, text in sorted(texts, key=lambda each: one.place[each[0]]):
        plain = "".join(text.split()).casefold()
        if plain in seen:
            yield finding("terms.duplicate", identity)
        seen.add(plain)


def _runs(life: Life, identity: str, today: date) -> bool:
    item = next(each for each in life.order.items if each.id == identity)
    start, end = item_start(item, life.order), life.item_runs_to(item)
    return start is not None and start <= today and (end.day is None or today <= end.day)
