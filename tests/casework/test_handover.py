"""The day on which responsibility passes to the community, by the published formulas."""

from __future__ import annotations

from datetime import date

import pytest

from casework.answer import Span
from casework.handover import handover

RELEASE = date(2027, 5, 31)


@pytest.mark.parametrize(
    ("known", "day", "says"),
    [
        ({}, date(2026, 9, 16), "8 months and 14 days"),
        ({"term": Span(years=8)}, date(2026, 9, 16), "8 months and 14 days"),
        ({"term": Span(months=10)}, None, "10 months or less"),
        ({"term": Span(weeks=20)}, None, "10 months or less"),
        ({"term": Span(months=10, days=1)}, date(2026, 9, 16), "8 months and 14 days"),
        ({"term": Span(months=11)}, date(2026, 9, 16), "8 months and 14 days"),
        ({"parole": True, "term": Span(months=6)}, date(2026, 5, 31), "12 months"),
        ({"early": True, "parole": True}, date(2026, 2, 28), "15 months"),
        ({"recalled": True, "early": True}, None, "after recall"),
    ],
)
def test_each_case_has_its_formula(known: dict[str, object], day: date | None, says: str) -> None:
    found = handover(RELEASE, **known)  # type: ignore[arg-type]
    assert found.day == day
    assert says in found.formula
