"""What a review of indefinite notification brought."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casework.law.facts.custody import Review


def ended_by_review(reviews: Iterable[Review], start: date, today: date) -> date | None:
    """The day the first favourable decision was received, on which notification ceases (ss.91C(4), 91E(4))."""
    received = [
        one.decision_received_on
        for one in reviews
        if one.decided("allowed", today) and one.decision_received_on and start <= one.decision_received_on
    ]
    return min(received, default=None)
