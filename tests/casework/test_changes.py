"""What changed between two versions: by sentence, by record, and what was done of the actions."""

from dataclasses import replace
from datetime import date

import pytest

from casework.changes import Earlier, by_sentence, changes, grouped
from casework.comparison import Difference
from casework.record import Record, RecordId
from casework.template import plan_templates
from casework.training_cases import training_cases

TODAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def case():
    return next(one.case for one in training_cases(TODAY) if one.case.ref == "T-00002")


def found(was, now):
    template = plan_templates()[now.one("plan").words("template")]
    return changes(template, Earlier(was, 1, TODAY), now, TODAY)


def altered(case, kind, **answers):
    first = case.current(kind, TODAY) or case.of(kind)[0]
    return case.replaced(
        replace(one, answers={**one.answers, **answers}) if one.id == first.id else one for one in case.records
    )


def test_nothing_changed_is_nothing_told(case):
    told = found(case, case)
    assert told.differences == ()
    assert (told.done, told.not_done) == ((), ())


def test_a_text_is_told_by_its_sentences():
    whole = Difference(
        None, "", "Situation", "He lives alone. He works. He drinks.", "He lives alone. He works nights. New."
    )
    assert [(one.was, one.now) for one in by_sentence(whole)] == [
        ("He works.", "He works nights."),
        ("He drinks.", "New."),
    ]
    came = Difference(None, "", "Situation", "He lives alone.", "He lives alone. He works.")
    assert [(one.change, one.now) for one in by_sentence(came)] == [("added", "He works.")]
    linked = Difference(None, "Laptop", "Condition", "No phone; no contact", "No phone; no contact; no alcohol")
    assert [(one.change, one.now) for one in by_sentence(linked)] == [("added", "no alcohol")]


def test_risk_orders_and_plan_are_told_apart_and_nothing_twice(case):
    was = altered(case, "rosh", children="low", nature="Another nature of it.")
    was = altered(was, "order", officer="PC Other")
    was = was.replaced(one for one in was.records if one.id != was.of("protective")[0].id)
    told = found(was, case)
    assert [(one.field, one.was) for one in told.risk] == [("Children", "Low"), ("", "")]
    assert told.risk[1].now == "Written anew: Nature of the risk"
    assert [(one.record, one.was) for one in told.orders] == [(told.orders[0].record, "PC Other")]
    assert [one.change for one in told.plan] == ["added"]
    assert [len(one) for one in grouped(told.risk)] == [2]


def test_actions_closed_since_then_are_done_or_not_done(case):
    action = next(one for one in case.of("action") if one["state"] == "done")
    was = case.replaced(
        replace(one, answers={**one.answers, "state": "open"}) if one.id == action.id else one for one in case.records
    )
    assert found(was, case).done == (action,)
    undone = Record(RecordId("x"), "action", None, {"what": "Ring", "state": "not_done"})
    assert found(case, case.replaced((*case.records, undone))).not_done == (undone,)
    assert [one["state"] for one in found(case, case).open] == ["open"] * len(found(case, case).open)
