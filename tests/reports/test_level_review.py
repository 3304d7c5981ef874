"""The Level 1 review on paper: one page, in both languages, with the latest review and nothing of a victim."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from casework.pack import MeetingPack
from casework.template import plan_templates
from casework.text import Language
from reports.documents import render
from tests.casework.made_case import TODAY, case, person, record
from tests.reports.reading import read

REVIEW = {
    "reviewed_on": TODAY, "asked": "Police (DC Sample): asked", "answered": "Nothing new", "new": "A new job",
    "rosh_changed": False, "plan_changed": True, "still": "yes", "reason": "The plan holds", "author": "J. Sample",
    "manager": "M. Sample", "next_on": date(2027, 3, 25),
}  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
def test_the_latest_review_is_one_page(language):
    older = record("older", "level_review", REVIEW | {"reviewed_on": date(2026, 6, 1), "reason": "Long ago"})
    level = record("level", "level", {"level": "1", "from": date(2026, 3, 2)})
    made = case(person(), level, older, record("review", "level_review", REVIEW))
    template = next(iter(plan_templates().values()))
    pack = MeetingPack(made, template, made.one("plan"), 1, "draft", TODAY, datetime(2026, 11, 25, 9, 0))
    (page,) = [one.text for one in read(render("level_review", pack, language=language)).pages]
    for said in ("DC Sample", "A new job", "The plan holds", "M. Sample"):
        assert said in page
    assert "Long ago" not in page
