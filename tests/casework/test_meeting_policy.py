"""What an area sets around meetings: numbers with their usual values, and the statement in its versions."""

from datetime import date

import pytest

from casework.meetings.figures import figures, minutes_by, months_for, typed_figure
from casework.meetings.statement import kept, next_version, shipped_statement, statement, statements
from casework.refusal import Refused

DAY = date(2026, 12, 21)


def test_every_figure_has_words_and_a_usual_value_that_may_be_set():
    for code, one in figures().items():
        assert one.label.en
        assert one.label.cy
        assert typed_figure(code, {code: str(one.usual)}) == one.usual == typed_figure(code, {})
        assert str(one.usual) in one.unit.counted(one.usual).en


@pytest.mark.parametrize("typed", ["0", "-1", "ten", "1.5", "999", "٣"])
def test_what_is_no_such_number_is_refused_with_its_place(typed):
    with pytest.raises(Refused, match="write a whole number from 1 to 20") as refused:
        typed_figure("meeting.quorum", {"meeting.quorum": typed})
    assert refused.value.where == "meeting.quorum"


def test_minutes_are_due_in_working_days_without_the_holidays():
    assert minutes_by("3", DAY, {}) == date(2026, 12, 30)  # 25 and 28 December are bank holidays
    assert minutes_by("2", DAY, {"meeting.minutes.2": "1"}) == date(2026, 12, 22)
    assert minutes_by("1", DAY, {}) is None


def test_the_rhythm_follows_the_risk_and_is_unknown_where_the_risk_is():
    assert [months_for("visit", rosh, {}) for rosh in ("very_high", "high", "medium", "low", "")] == [1, 3, 6, 12, None]
    assert months_for("review.level_1", "low", {"review.level_1.low": "9"}) == 9


def test_the_statement_is_never_overwritten():
    settings = {}
    assert statement(settings) == shipped_statement()
    for words in ("One", "Two"):
        one = next_version(settings, f" {words} ", DAY, "J. Sample")
        settings |= [kept(one)]
    assert [(one.version, one.words) for one in statements(settings)][:2] == [("2", "Two"), ("1", "One")]
    assert statement(settings).by == "J. Sample"
    assert statements(settings)[-1] == shipped_statement()


@pytest.mark.parametrize(
    ("words", "why"), [("  ", "empty"), ("x" * 6001, "6001 characters"), (shipped_statement().words, "stand")]
)
def test_a_statement_that_makes_no_version_is_refused_in_words(words, why):
    with pytest.raises(Refused, match=why):
        next_version({}, words, DAY, "J. Sample")
