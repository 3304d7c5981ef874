"""A caseload as large as is wished, of invented people, for measuring and for counting by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from casework.answer import Answer, Span
from casework.record import CaseId, RecordId
from storage.rows import Rows

_SURNAMES = ("Thistlewood", "Larkham", "Penhallow", "Winterbourne", "Ashdown", "Merrivale", "Copperthwaite", "Oakes")
_FORENAMES = ("Corin", "Bevis", "Edda", "Jory", "Linnet", "Osric", "Perran", "Tamsin")
_CLAUSES = (
    "Not to have any contact with a child under 16, save in the presence of a guardian who knows of this order.",
    "Not to enter the grounds of any school.",
    "Not to use any device that can reach the internet unless it keeps its history.",
    "Not to delete the history of any device.",
)


def fill(rows: Rows, today: date, cases: int, seed: int = 4) -> None:
    """Enter so many cases, three orders to each, with dates on both sides of today; the same seed makes the same."""
    random = Random(seed)  # noqa: S311 - invented people, not secrets
    for n in range(cases):
        _Made(rows, rows.new_case(f"M-{n:05}").id, today, random).enter(n)


class _Made:
    """One invented case."""

    def __init__(self, rows: Rows, case: CaseId, today: date, random: Random) -> None:
        self._rows, self._case, self._today, self._random = rows, case, today, random

    def enter(self, n: int) -> None:
        """Everything about it."""
        born = date(1950, 1, 1) + timedelta(days=self._random.randrange(18_000))
        surname, forenames = _SURNAMES[n % 8], _FORENAMES[n // 8 % 8]
        self._add("person", {"surname": f"{surname}-{n:04}", "forenames": forenames, "date_of_birth": born})
        self._add("category", {"category": "1234"[n % 4], "from": self._day(-2000, -400), "basis": "Invented"})
        if n % 50:
            rosh = self._random.choices(("low", "medium", "high", "very_high"), (2, 5, 3, 1))[0]
            self._add("level", {"level": self._random.choices("123", (7, 3, 1))[0], "from": self._day(-800, -10)})
            self._add("rosh", {"assessed_on": self._day(-700, -5), "overall": rosh})
        self._add("whereabouts", {"kind": "community", "from": self._day(-900, -30)})
        made = [self._order(kind) for kind in ("shpo", "restraining_order", "cbo")]
        if n % 25:
            self._add("notification", {"kind": "initial", "given_on": made[0], "where": "Wexmere"})
        self._add("notification", {"kind": "periodic", "given_on": self._day(-360, -3), "where": "Wexmere"})
        self._add("plan", {"template": "community_rmp_2026_11", "review_on": self._day(-20, 200)})
        if n % 3 == 0:
            self._add(
                "action",
                {"what": "Ring the landlord", "owner": "A. Keeper", "due_on": self._day(-30, 90), "state": "open"},
            )
        if n % 4 == 0:
            self._add("device", {"description": "Telephone", "due_on": self._day(-40, 160)})

    def _order(self, kind: str) -> date:
        made = self._day(-1800, -20)
        answers: dict[str, Answer] = {"kind": kind, "court": "Wexmere Crown Court", "made_on": made, "served_on": made}
        if self._random.random() < 0.2:
            answers |= {"ends": "until_further_order"}
        else:
            answers |= {"ends": "for", "for": Span(years=5 + self._random.randrange(3))}
        if kind != "cbo":
            answers |= {"route": "conviction", "convicted_on": made}
        order = self._add("order", answers)
        for text in self._random.sample(_CLAUSES, 2):
            self._add("condition", {"kind": "prohibition", "text": text}, order)
        return made

    def _add(self, kind: str, answers: Mapping[str, Answer], parent: RecordId | None = None) -> RecordId:
        return self._rows.add(self._case, kind, answers, parent).id

    def _day(self, first: int, last: int) -> date:
        return self._today + timedelta(days=self._random.randint(first, last))
