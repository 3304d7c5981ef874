"""What the paper says to be not known is counted before it is printed, and left out where that was chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from casework.answer import Absent
from casework.document import documents
from casework.extract import extract
from casework.pack import LEFT_OUT
from reports.documents import _blocks, standing
from reports.tagged.style import Run
from tests.reports.cases import pack, record_id

ASKED_ABOUT = {"person", "contact", "meeting", "level", "rosh", "order", "condition", "plan", "invitee"}
HELD = {"template", "lead", "kind", "type", "ends", "surname", "forenames"}
WARNED = {"street_card", "own_copy", "breach_file", "emergency"}


def emptied():
    """The case with nothing known of those whom it is about, its meeting, orders and plan."""
    made = pack()
    records = [
        replace(one, answers={key: value if key in HELD else Absent.UNKNOWN for key, value in one.answers.items()})
        if one.kind in ASKED_ABOUT
        else one
        for one in made.case.records
    ]
    case = made.case.replaced(records)
    return replace(made, case=case, meeting=case.get(made.meeting.id), plan=case.one("plan"))


def words(found: object, seen: set[int]) -> Iterator[str]:
    """Every piece of text that blocks hold, however deep."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, Run):
        yield found.text
    elif isinstance(found, list | tuple):
        for one in found:
            yield from words(one, seen)
    elif type(found).__module__.startswith("reports.") and id(found) not in seen:
        seen.add(id(found))
        names = [*getattr(found, "__slots__", ()), *getattr(found, "__dict__", {})]
        for name in names:
            yield from words(getattr(found, name, None), seen)


def said(code: str, unknowns: str) -> list[str]:
    document = documents()[code]
    edition = document.edition[0]
    shown = extract(replace(emptied(), unknowns=unknowns), edition)
    _, blocks = _blocks(document, edition, shown, shown.language)
    found = [one for one in words(blocks, set()) if "not known" in one.lower()]
    return [one for one in found if "“not known”" not in one]  # how to fill in a form by pen


def test_what_cover_and_summary_do_not_know_is_counted_and_leads_there():
    found = {(one.record, one.key) for one in standing("pack", emptied(), "full").gaps}
    meeting, person = record_id("meeting"), record_id("person")
    level, rosh = record_id("level"), record_id("rosh")
    expected = {(meeting, "place"), (meeting, "chair"), (meeting, "on"), (person, "date_of_birth"),
                (level, "criterion"), (rosh, "assessed_on")}  # fmt: skip
    assert expected <= found


@pytest.mark.parametrize("code", sorted(documents()))
def test_no_document_says_not_known_without_counting_it(code):
    assert not said(code, "as_such") or standing(code, emptied(), documents()[code].edition[0].code).gaps


@pytest.mark.parametrize("code", sorted(set(documents()) - WARNED))
def test_what_is_left_out_is_said_nowhere_but_in_the_count(code):
    assert [one for one in said(code, LEFT_OUT) if "left out" not in one and one != "Not known"] == []
