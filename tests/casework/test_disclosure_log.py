"""What each household knows in one view; audits are counted by half-year and tell nothing of anybody."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from casework.answer import Answer
from casework.meetings.disclosure_log import households
from casework.meetings.quality import halves, scored
from casework.pack import MeetingPack
from casework.record import Record
from casework.template import plan_templates
from casework.text import Language
from reports.documents import render
from tests.casework.made_case import TODAY, case, person, record
from tests.reports.reading import read

WEEK = timedelta(weeks=1)


def decision(name: str, **answers: Answer) -> Record:
    return record(name, "disclosure", {"considered_on": TODAY - 9 * WEEK, "decision": "disclose"} | answers)


MADE = case(
    person(),
    decision(
        "later", recipient="Ms Ada Elm", household="14 Elm Road", content="The order and its ban on contact",
        done_on=TODAY - WEEK, by_whom="PC Sample", reaction="Thankful, asked whom to ring", review_on=TODAY + WEEK,
    ),
    decision("first", recipient="Mr Bob Elm", household="14 elm road ", content="The name", done_on=TODAY - 8 * WEEK),
    decision("none", decision="none", recipient="The swimming club", reason="He does not go there"),
)  # fmt: skip


def test_everything_told_to_one_household_stands_together_the_earliest_first() -> None:
    first, second = households(MADE)
    assert [one.words("recipient") for one in first.decisions] == ["Mr Bob Elm", "Ms Ada Elm"]
    assert (len(first.told), first.next_on) == (2, TODAY + WEEK)
    assert (second.name, second.told, second.next_on) == ("The swimming club", (), None)


@pytest.mark.parametrize("language", list(Language))
def test_the_record_of_disclosure_prints_every_household(language: Language) -> None:
    template = next(iter(plan_templates().values()))
    pack = MeetingPack(MADE, template, MADE.one("plan"), 1, "draft", TODAY, datetime(2026, 11, 25, 9, 0))
    text = " ".join(read(render("disclosure_record", pack, language=language)).body().split())
    for said in ("14 elm road", "Thankful, asked whom to ring", "The swimming club", "He does not go there"):
        assert said in text


def test_scores_are_counted_by_half_year_without_names() -> None:
    audits = [
        record(f"a{n}", "observation", {"observed_on": on, "observer": "C. Chair", "risk": score, "time": "4"}, "m")
        for n, (on, score) in enumerate(((date(2026, 6, 30), "2"), (date(2026, 7, 1), "4"), (TODAY, "3")))
    ]
    late, early = halves(scored(case(person(), record("m", "meeting", {"on": TODAY}), *audits)))
    assert (late.label.en, late.made) == ("July to December 2026", 2)
    assert [(label.en, count) for label, count in late.scores] == [("4 excellent", 3), ("3 good", 1)]
    assert (early.label.en, early.made) == ("January to June 2026", 1)
    assert "Chair" not in repr((late, early))
