"""The law: one case, fifteen thousand orders, and the command as a process."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from casework.reckoning import reckon
from casework.training_cases import training_cases
from desktop import clock
from desktop.benchmarks.measured import Measured, milliseconds, process
from desktop.training import as_case

_MANY = 15_000


def measure() -> Iterator[Measured]:
    """One training case; many orders, three to a person; and a small document through the command."""
    from casework.law.answer import answer  # noqa: PLC0415 - its import is not counted

    today = clock.today()
    cases = [as_case(one) for one in training_cases(today)]
    reckon(cases[0], today)
    slowest = max(milliseconds(partial(reckon, case, today), 9) for case in cases)
    yield Measured("rules", "one case's dates", slowest, 5)
    people = [_person(n, today) for n in range(_MANY // 3)]
    start = time.perf_counter()
    for document in people:
        answer(document)
    yield Measured("rules", f"{_MANY} orders", time.perf_counter() - start, 20, "s")
    given = json.dumps(people[0]).encode()
    yield Measured("rules", "holdfast rules as a process", milliseconds(lambda: _command(given)), 300)


def _command(given: bytes) -> bytes:
    return process(["desktop", "rules", "-"], given)


def _person(n: int, today: date) -> dict[str, object]:
    made = [today - timedelta(days=300 + 97 * k + n % 700) for k in range(3)]
    kinds = ("shpo", "restraining_order", "cbo")
    return {
        "format": 1,
        "today": today.isoformat(),
        "people": [{"id": "p", "date_of_birth": "1980-03-05"}],
        "orders": [
            {
                "id": f"o{k}", "person": "p", "kind": kind, "made_on": day.isoformat(), "served_on": day.isoformat(),
                "for": {"years": 5 + n % 4},
                **({"route": "conviction", "convicted_on": day.isoformat()} if kind != "cbo" else {}),
            }
            for k, (kind, day) in enumerate(zip(kinds, made, strict=True))
        ],
    }  # fmt: skip
