"""A line of the minutes as it is typed at a meeting."""

from __future__ import annotations

from datetime import date

import pytest

from casework.field import choice_lists
from casework.meetings.line import Line, asked_next, begun_mark, read_line, typed_again
from casework.meetings.people import Named
from casework.refusal import Refused
from tests.casework.made_case import TODAY

PEOPLE = (
    Named("PC Marcus Ellerton", "Offender manager", "police"),
    Named("DC Tamsin Reeve", "Named officer", "police"),
    Named("Marta Reeve-Poole", "", "idva"),
)
AGENCIES = tuple(one.code for one in choice_lists()["agencies"])


def read(typed: str) -> Line:
    return read_line(typed, TODAY, PEOPLE, AGENCIES)


@pytest.mark.parametrize(
    ("typed", "owner", "agency", "due"),
    [
        ("/a ring Ms E weekly @ellerton due fri", "PC Marcus Ellerton, Offender manager", "police", date(2026, 11, 27)),
        ("/a @ellerton ring Ms E weekly due 4 dec", "PC Marcus Ellerton", "police", date(2026, 12, 4)),
        ("/a ring Ms E weekly due 4 dec @PC Marcus Ellerton", "PC Marcus", "police", date(2026, 12, 4)),
        ("/a ring Ms E weekly @marta due in 2 weeks", "Marta Reeve-Poole", "idva", date(2026, 12, 9)),
        ("/a ring Ms E weekly @Sam Poole #housing due 4/12/26", "Sam Poole", "housing", date(2026, 12, 4)),
        ("/a ring Ms E weekly #children's @Sam Poole due fri", "Sam Poole", "children_social_care", date(2026, 11, 27)),
    ],
)
def test_an_action_says_who_which_agency_and_when(typed: str, owner: str, agency: str, due: date) -> None:
    line = read(typed)
    assert (line.kind, line.agency, line.due_on) == ("action", agency, due)
    assert line.owner.startswith(owner)
    assert line.words.casefold() == "ring ms e weekly"
    assert line.action()["state"] == "open"


@pytest.mark.parametrize(
    ("typed", "lacks", "next_typed"),
    [
        ("/a Ring Ms E", "owner", "/a Ring Ms E @"),
        ("/a Ring Ms E @Sam Poole", "agency", "/a Ring Ms E @Sam Poole #"),
        ("/a Ring Ms E @ellerton", "due_on", "/a Ring Ms E @ellerton due "),
        ("/a Ring Ms E @ellerton due ", "due_on", "/a Ring Ms E @ellerton due "),
        ("/a Ring Ms E @reeve due fri", "owner", "/a Ring Ms E @reeve due fri"),
        ("/d Keep the camera", "reason", "/d Keep the camera because "),
        ("/x We would not", "agency", "/x We would not #"),
        ("/i She has moved", "agency", "/i She has moved #"),
        ("/i She has moved #nobody", "agency", "/i She has moved #nobody"),
        ("/a Ring Ms E @ellerton due someday", "due_on", "/a Ring Ms E @ellerton due someday"),
        ("/a Ring Ms E @ellerton due yesterday", "due_on", "/a Ring Ms E @ellerton due yesterday"),
    ],
)
def test_what_a_line_lacks_is_asked_in_the_line_itself(typed: str, lacks: str, next_typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read(typed)
    assert refused.value.where == lacks
    assert asked_next(typed, lacks) == next_typed


def test_a_decision_has_its_reason_and_a_different_view_its_agency() -> None:
    decided = read("/d Keep the camera because he was seen on the moor road")
    assert (decided.words, decided.reason) == ("Keep the camera", "He was seen on the moor road")
    view = read("/x would rather move her now #idva")
    assert (view.kind, view.agency, view.words) == ("dissent", "idva", "Would rather move her now")
    said = read("/i @reeve-poole the family is safe")
    assert (said.kind, said.agency, said.words) == ("information", "idva", "The family is safe")
    assert read("/i he was late #mental health").words == "He was late"
    here = read("/p Osian Tregarth, Head teacher #education")
    assert (here.kind, here.words, here.agency) == ("present", "Osian Tregarth, Head teacher", "education")
    with pytest.raises(Refused, match="may be DC Tamsin Reeve or Marta Reeve-Poole"):
        read("/i the family is safe @reeve")


def test_a_restricted_line_is_marked_and_an_action_cannot_be_one() -> None:
    assert read("/r /i source says he has a van #police").annex
    assert read("/r The address is known").minute("risk")["annex"] is True
    assert "annex" not in read("A note").minute("risk")
    with pytest.raises(Refused, match="cannot stand in the restricted annex"):
        read("/r /a ring her @ellerton due fri")
    for wrong in ("/q what", "/a", "/d   "):
        with pytest.raises(Refused):
            read(wrong)


@pytest.mark.parametrize(
    "typed",
    [
        "Plain words, due diligence and all",
        "/a Ring Ms E weekly @PC Marcus Ellerton, Offender manager #Police due 27.11.2026",
        "/d Keep it because It helps",
        "/x Would rather not #Independent domestic violence advocacy",
        "/r /i The source is sure #Police",
    ],
)
def test_a_line_is_typed_again_as_it_was_read(typed: str) -> None:
    assert typed_again(read(typed)) == typed
    assert read(typed_again(read(typed))) == read(typed)


def test_the_mark_being_typed_is_known() -> None:
    assert begun_mark("/a Ring @ell") == ("@", "ell")
    assert begun_mark("/i words #ind dom") == ("#", "ind dom")
    assert begun_mark("write to a@b") is None
