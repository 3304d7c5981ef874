"""A licence and its whole life: varied, broken, recalled, returned, referred, released, ended."""

from __future__ import annotations

from datetime import date

import pytest

from casework.moves import Move, licence_moves
from casework.reckoning import reckon
from casework.record import Record, RecordId
from casework.refusal import Refused
from tests.casework.test_moves import TODAY, case_of, legal

LICENCE = Record(
    RecordId("l"),
    "licence",
    answers={"kind": "determinate", "starts_on": date(2026, 1, 5), "ends_on": date(2027, 6, 1), "officer": "PO"},
)


def on_licence(*records: Record, today: date = TODAY) -> dict[str, Move]:
    case = case_of(LICENCE, *records)
    return {one.code: one for one in licence_moves(case, LICENCE, reckon(case, today))}


def recall(**answers) -> Record:
    return Record(RecordId("r"), "recall", answers={"sentence_kind": "extended", "reason": "Left.", **answers})


def test_a_licence_is_varied_broken_and_recalled_while_it_runs():
    found = on_licence()
    assert legal(found) == {"vary_licence", "licence_breach", "consider_recall", "recall"}
    made = found["consider_recall"].answers(
        {
            "happened": "Came late twice.",
            "decision_reason": "Two warnings in March.",
            "decided_on": TODAY,
            "decided_by": "SPO",
        }
    )
    assert made["decision"] == "recall_considered"
    assert found["consider_recall"].parent == "l"
    with pytest.raises(Refused, match="Why"):
        found["consider_recall"].answers({"happened": "Came late twice."})
    assert found["end_licence"].why_not.en == "Nothing is to be done: it ends by itself on Tue 1 Jun 2027."


def test_recalled_returned_referred_released():
    at_large = on_licence(recall(recalled_on=date(2026, 11, 1)))
    assert legal(at_large) == {"licence_breach", "return"}
    assert "record the return first" in at_large["release"].why_not.en
    back = on_licence(recall(recalled_on=date(2026, 11, 1), returned_on=date(2026, 11, 3)))
    assert legal(back) == {"licence_breach", "refer", "release"}
    assert back["release"].record == "r"
    out = on_licence(recall(returned_on=date(2026, 11, 3), released_on=date(2026, 11, 20)))
    assert "recall" in legal(out)
    earlier = on_licence(recall(returned_on=date(2025, 11, 3)))
    assert "recall" in legal(earlier), "a recall from an earlier licence does not stand in the way"


def test_a_licence_before_and_after():
    assert legal(on_licence(today=date(2026, 1, 1))) == {"vary_licence"}
    ended = on_licence(today=date(2027, 6, 2))
    assert legal(ended) == {"licence_breach"}
    assert ended["recall"].why_not.en.startswith("The licence has ended")


def test_a_variation_waits_for_its_decision():
    asked = Record(
        RecordId("v"),
        "licence_change",
        LICENCE.id,
        {"kind": "added", "reason": "Drink.", "applied_on": date(2026, 11, 2)},
    )
    found = on_licence(asked)
    assert found["decide_variation"].legal
    assert found["decide_variation"].answers({"outcome": "approved", "decided_on": TODAY})
