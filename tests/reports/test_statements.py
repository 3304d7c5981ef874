"""What a plan rests on, on paper: the word before each statement, warnings set aside, and who is given none of it."""

from __future__ import annotations

from datetime import date

import pytest

from casework.document import documents
from casework.pack import MeetingPack
from casework.record import Record, RecordId
from reports.documents import render
from tests.reports.cases import case, pack
from tests.reports.reading import read

SECRET = "Zephyrmarlin was seen at the quay"
STATEMENT = Record(RecordId("fe" * 8), "statement", None, {
    "kind": "intelligence", "words": SECRET, "agency": "police", "source": "Caller", "learned_on": date(2026, 11, 17),
    "source_grade": "2", "information_grade": "c", "handling": "p", "may_go": "meeting",
})  # fmt: skip
WAIVER = Record(RecordId("fd" * 8), "waiver", None, {
    "rule": "K4 No time limit", "said": "“ASAP” is no limit.", "reason": "The desk keeps its own clock",
    "by": "PC Threlby", "on": date(2026, 11, 20),
})  # fmt: skip


def with_both() -> MeetingPack:
    return pack(case().replaced((*case().records, STATEMENT, WAIVER)))


def test_the_word_stands_before_the_statement_with_source_and_date() -> None:
    told = " ".join(read(render("plan", with_both())).text.split())
    at = told.index(SECRET)
    assert told[:at].rstrip().endswith("Intelligence")
    assert "Caller" in told[at : at + 200]
    assert "Tue 17 Nov 2026" in told[at : at + 200]
    assert "C At second hand" in told[at : at + 300]


def test_a_warning_set_aside_is_printed_with_who_when_and_why() -> None:
    told = " ".join(read(render("plan", with_both())).text.split())
    for words in ("K4 No time limit", "The desk keeps its own clock", "PC Threlby", "Fri 20 Nov 2026"):
        assert words in told


@pytest.mark.parametrize(
    ("code", "edition"),
    [
        (doc.code, one.code) for doc in documents().values() for one in doc.edition if one.reaches != "meeting"
    ],
)  # fmt: skip
def test_what_stays_in_the_meeting_is_in_no_copy_that_goes_further(code: str, edition: str) -> None:
    assert "Zephyrmarlin" not in read(render(code, with_both(), edition)).text


@pytest.mark.parametrize(("code", "letter"), [("pack", "D"), ("plan", "C"), ("self_check", "B")])
def test_where_there_is_none_the_part_says_so(code: str, letter: str) -> None:
    told = " ".join(read(render(code, pack())).text.split())
    assert f"{letter} " in told
    assert "None entered" in told
