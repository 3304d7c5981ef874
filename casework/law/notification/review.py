"""Review of indefinite notification: when it can be asked for, and its steps (ss.91A-91F)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.dates import spoken
from casework.law.dossier import Dossier
from casework.law.facts.convictions import Conviction
from casework.law.facts.custody import Review
from casework.law.notification.periodic import RESETTING
from casework.law.notification.tables import figures
from casework.law.result import Dated, dated
from casework.law.switches import switched
from casework.period import Period, age_on, last_day, plus


def review_dates(one: Dossier) -> Iterator[Dated]:
    """Every date of the reviews, and when the first can be asked for."""
    first = first_application(one, date.max)
    if first is not None:
        day, why = first
        yield dated("review.first_application", one.person.id, day, why, row=figures().review.row)
    for review in one.reviews:
        yield from _steps(review)
        if review.decided("refused", one.today):
            yield from _after_refusal(review)


def first_application(one: Dossier, on: date) -> tuple[date, str] | None:
    """The first day of application for the indefinite periods begun by ``on``, and why; None while not known.

    With several indefinite periods the latest day counts: each must be open to review.
    """
    found = []
    for trigger in one.standing.triggers:
        if trigger.indefinite and trigger.start <= on and trigger.ended_as != "quashed":
            qualified = _qualifies(one, one.convictions[trigger.conviction])
            if qualified is None:
                return None
            found.append(qualified)
    return max(found, default=None)


def _qualifies(one: Dossier, conviction: Conviction) -> tuple[date, str] | None:
    note = _relevant_notification(one, conviction)
    if note is None:
        return None
    rule = figures().review
    young = age_on(one.person.born, conviction.relevant_date) < figures().age_of_majority
    period = rule.under_18 if young else rule.adult
    last = last_day(note, period)
    day = max(plus(last, 1), switched(rule.row))
    why = (
        f"First notice after release (or conviction) on {spoken(note)}: {period} beginning with it end on "
        f"{spoken(last)}; from {spoken(day)}."
    )
    return day, why


def _relevant_notification(one: Dossier, conviction: Conviction) -> date | None:
    """The first notice on first release from what the conviction brought; without custody, after it (s.91B(10))."""
    linked = [where for where in one.whereabouts if where.conviction == conviction.id]
    since = conviction.relevant_date
    if linked:
        released = [where.ended_on for where in linked if where.ended_on is not None]
        if not released:
            return None
        since = min(released)
    given = [
        note.given_on
        for note in one.notifications
        if note.regime == "soa" and note.kind in RESETTING and note.given_on >= since
    ]
    return min(given, default=None)


def _steps(review: Review) -> Iterator[Dated]:
    rule, received = figures().review, review.received_on
    day = plus(received, rule.acknowledge_days)
    why = f"{rule.acknowledge_days} days of receipt on {spoken(received)}, that day not counted, end on {spoken(day)}."
    yield dated("review.acknowledge_by", review.id, day, why)
    replies = []
    for body in review.bodies:
        reply = plus(body.notified_on, rule.body_reply_days)
        replies.append(reply)
        why = f"{rule.body_reply_days} days of {spoken(body.notified_on)} end on {spoken(reply)}."
        yield dated("review.body_reply_by", body.id, reply, why)
    if replies:
        day = plus(max(replies), rule.decide_days)
        why = f"6 weeks of the last day for replies, {spoken(max(replies))}, end on {spoken(day)}."
        yield dated("review.decide_by", review.id, day, why)


def next_application(review: Review) -> tuple[date, Period] | None:
    """After a refusal: the first day of a new application, and the period that had to pass (s.91B(3)-(6))."""
    if review.outcome != "refused" or review.decided_on is None:
        return None
    period = review.further_period or figures().review.after_refusal
    return plus(last_day(review.decided_on, period), 1), period


def _after_refusal(review: Review) -> Iterator[Dated]:
    following = next_application(review)
    if following is not None and review.decided_on is not None:
        day, period = following
        why = (
            f"{period} beginning with the determination on {spoken(review.decided_on)} end on {spoken(plus(day, -1))}; "
            f"from {spoken(day)}."
        )
        yield dated("review.next_application", review.id, day, why)
    received = review.decision_received_on
    if received is not None:
        days = figures().review.appeal_days
        day = plus(received, days - 1)
        why = f"{days} days beginning with receipt on {spoken(received)} end on {spoken(day)}."
        yield dated("review.appeal_by", review.id, day, why)
