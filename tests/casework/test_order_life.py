"""How an order came to be: its steps out of the records, and how it stood after each of them."""

from __future__ import annotations

from datetime import date

from casework.order_life import as_it_stood, steps, stood_words
from casework.reckoning import reckon
from casework.record import Record, RecordId
from tests.casework.test_licence_moves import LICENCE, recall
from tests.casework.test_moves import LASTING, TODAY, case_of

BOTH = ("defendant", "chief_officer")


def condition(n: int, **answers) -> Record:
    given = {"kind": "prohibition", "text": f"Not to do {n}.", **answers}
    return Record(RecordId(f"co{n}"), "condition", RecordId("o"), given)


def change(n: int, **answers) -> Record:
    return Record(RecordId(f"ch{n}"), "change", RecordId("o"), answers)


ORDER = Record(RecordId("o"), "order", answers=LASTING)
FIRST, TRAVEL, ADDED = (
    condition(1),
    condition(2, kind="foreign_travel", ends="until", until=date(2027, 3, 1)),
    condition(3, added_on=date(2025, 5, 1)),
)
VARIED = change(1, kind="varied", applied_on=date(2025, 4, 1), decided_on=date(2025, 5, 1), reason="A new  device.")
FREED = change(2, kind="discharged", decided_on=date(2026, 2, 2), item="co1", consents=BOTH, reason="Not needed.")
LONGER = change(3, kind="renewed", decided_on=date(2026, 6, 1), ends="until", until=date(2034, 2, 28), reason="Still.")
WAITING = change(4, kind="varied", applied_on=date(2026, 11, 1), reason="Less often.")
CASE = case_of(ORDER, FIRST, TRAVEL, ADDED, VARIED, FREED, LONGER, WAITING)


MADE_AS = (
    "Made; How it was made: On application; Court: Wexmere; How it ends: On a last day; "
    "Last day in force: Fri 28 Feb 2031"
)


VARIED_SO = (
    "Varied; What changed: Condition added; Only condition 2; Why, and what it replaces: Drink.; "
    "Asked for on: Sun 1 Feb 2026"
)


def told(case, record, today=TODAY) -> list[tuple[str, str, bool]]:
    return [
        (str(one.on), "; ".join(text.en for text in (one.what, *one.told)), one.version)
        for one in steps(case, record, reckon(case, today))
    ]


def test_the_life_of_an_order_in_its_steps():
    assert told(CASE, ORDER) == [
        ("2024-01-02", "Applied for", False),
        (
            "2024-03-01",
            MADE_AS,
            True,
        ),
        ("2024-03-01", "Served on the person", False),
        (
            "2025-05-01",
            "Varied; Added: condition 3; What was decided and why: A new device.; Applied for or lodged on: Tue 1 Apr 2025",
            True,
        ),
        (
            "2026-02-02",
            "Discharged; Only condition 1; Consent given by: Defendant; Chief officer; What was decided and why: Not needed.",
            True,
        ),
        (
            "2026-06-01",
            "Renewed; New end: On a last day; New last day: Tue 28 Feb 2034; What was decided and why: Still.",
            True,
        ),
        ("2026-11-01", "Asked for, not decided: varied; What was decided and why: Less often.", False),
    ]


def test_each_version_as_it_stood():
    def stood(day: date) -> tuple[list[int], tuple[int, ...], str]:
        found = as_it_stood(CASE, ORDER, day)
        return [one.number for one in found.clauses], found.other, stood_words(found).en

    assert stood(date(2024, 2, 29)) == ([], (1, 2, 3), "Applied for")
    assert stood(date(2024, 3, 1)) == ([1, 2], (3,), "In force. Last day: Fri 28 Feb 2031")
    assert stood(date(2025, 5, 1)) == ([1, 2, 3], (), "In force, Varied. Last day: Fri 28 Feb 2031")
    assert stood(date(2026, 2, 2))[:2] == ([2, 3], (1,))
    assert stood(date(2026, 6, 1))[2] == "In force, Renewed, Varied. Last day: Tue 28 Feb 2034"
    assert stood(date(2027, 3, 2))[:2] == ([3], (1, 2))
    assert [one.last for one in as_it_stood(CASE, ORDER, date(2024, 3, 1)).clauses] == [
        date(2031, 2, 28),
        date(2027, 3, 1),
    ]


def test_an_application_with_its_interim_order_then_refused():
    asked = Record(RecordId("o"), "order", answers={
        "kind": "spo", "court": "Wexmere", "applicant": "police", "applied_on": date(2026, 1, 5),
        "refused_on": date(2026, 4, 1),
    })  # fmt: skip
    interim = Record(RecordId("i"), "order", answers={
        "kind": "interim_spo", "main_application": "o", "court": "Wexmere", "made_on": date(2026, 1, 9),
        "ends": "until", "until": date(2026, 5, 1),
    })  # fmt: skip
    case = case_of(asked, interim)
    assert [line for _, line, _ in told(case, asked)] == [
        "Applied for; Applicant: Police",
        "Interim order made; Court: Wexmere; Last day in force: Fri 1 May 2026",
        "Application refused",
    ]
    assert [(day, line) for day, line, _ in told(case, interim)][-1] == ("2026-04-01", "Ceased")


def test_it_ran_out_or_a_later_order_took_its_place():
    assert told(CASE, ORDER, date(2034, 3, 1))[-1] == ("2034-02-28", "Ran out", True)
    later = Record(
        RecordId("n"), "order", answers={**LASTING, "made_on": date(2026, 7, 1), "served_on": date(2026, 7, 1)}
    )
    case = case_of(ORDER, later)
    assert told(case, ORDER)[-1] == ("2026-07-01", "Superseded", True)
    by = change(9, kind="superseded", by="n", decided_on=date(2026, 7, 1))
    assert [line for _, line, _ in told(case_of(ORDER, later, by), ORDER)][-1].startswith(
        "Superseded by another order; "
    )
    assert sum("Superseded" in line for _, line, _ in told(case_of(ORDER, later, by), ORDER)) == 1


def test_an_appeal_is_lodged_and_decided():
    appeal = change(1, kind="appealed", applied_on=date(2024, 3, 9), decided_on=date(2024, 6, 1), outcome="quashed")
    case = case_of(ORDER, appeal)
    assert [(day, line) for day, line, _ in told(case, ORDER)][-2:] == [
        ("2024-03-09", "Appeal lodged"),
        ("2024-06-01", "Appeal decided; Outcome of the appeal: Order quashed"),
    ]
    assert as_it_stood(case, ORDER, date(2024, 6, 1)).states[0] == "quashed"


def test_the_life_of_a_licence():
    first = Record(
        RecordId("lc1"), "licence_condition", LICENCE.id, {"type": "standard", "text": "Be of good behaviour."}
    )
    drink = Record(
        RecordId("lc2"), "licence_condition", LICENCE.id,
        {"type": "additional", "text": "No drink.", "from": date(2026, 3, 1), "removed_on": date(2026, 9, 1)},
    )  # fmt: skip
    asked = Record(RecordId("v"), "licence_change", LICENCE.id, {
        "kind": "added", "condition": "lc2", "applied_on": date(2026, 2, 1), "decided_on": date(2026, 3, 1),
        "outcome": "approved", "reason": "Drink.",
    })  # fmt: skip
    back = recall(recalled_on=date(2026, 10, 1), returned_on=date(2026, 10, 2), released_on=date(2026, 11, 1))
    case = case_of(LICENCE, first, drink, asked, back)
    assert told(case, LICENCE) == [
        ("2026-01-05", "Licence began; Kind of licence: Determinate sentence licence; Last day: Tue 1 Jun 2027", True),
        (
            "2026-03-01",
            VARIED_SO,
            True,
        ),
        ("2026-09-01", "Taken out: condition 2", True),
        ("2026-10-01", "Recalled; Why recalled: Left.", True),
        ("2026-10-02", "Returned to custody", False),
        ("2026-11-01", "Released again", True),
    ]
    assert [one.number for one in as_it_stood(case, LICENCE, date(2026, 3, 1)).clauses] == [1, 2]
    assert [one.number for one in as_it_stood(case, LICENCE, date(2026, 9, 1)).clauses] == [1]
    assert as_it_stood(case, LICENCE, date(2026, 10, 5)).clauses == (), "nothing binds while the person is recalled"
    assert told(case, LICENCE, date(2027, 6, 2))[-1] == ("2027-06-01", "Ran out", True)
