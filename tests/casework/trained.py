"""The training cases for the rules of a plan, changed in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from casework.answer import Answer
from casework.case import Case
from casework.plan_rules.check import NO_SETTINGS, PlanFinding, plan_findings
from casework.reckoning import reckon
from casework.record import Record
from casework.training_cases import training_cases
from tests.casework.made_case import TODAY

TRAINED = {one.ref: one.case for one in training_cases(TODAY)}
HELD = TRAINED["T-00003"]


def codes(case: Case) -> list[str]:
    return [one.rule.code for one in found(case) if not one.note]


def found(case: Case, code: str = "", settings: Mapping[str, str] = NO_SETTINGS) -> tuple[PlanFinding, ...]:
    every = plan_findings(case, reckon(case, TODAY), TODAY, settings)
    return tuple(one for one in every if not code or one.rule.code == code)


def changed(case: Case, kind: str, at: int = 0, **answers: Answer) -> Case:
    """The case with one record of a kind answered otherwise."""
    one = case.of(kind)[at]
    new = replace(one, answers={**one.answers, **answers})
    return case.replaced(new if each.id == one.id else each for each in case.records)


def without(case: Case, kind: str) -> Case:
    gone = {one.id for one in case.of(kind)}
    return case.replaced(one for one in case.records if one.id not in gone and one.parent not in gone)


def plus(case: Case, *records: Record) -> Case:
    return case.replaced((*case.records, *records))
