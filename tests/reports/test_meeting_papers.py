"""Referral, invitation, agenda and agency report form: numbered as on the screen, each no more than its reader needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from casework.case import Case
from casework.meetings.agenda import agenda, gather
from casework.meetings.referral_form import form_sections
from casework.meetings.sitting import details
from casework.meetings.suggestions import suggestions
from casework.pack import MeetingPack
from casework.record import Record, record_kinds, title
from casework.summary import meetings
from casework.template import plan_templates
from casework.text import Language
from reports.documents import render
from tests.casework.made_case import record_id
from tests.casework.trained import TRAINED, without
from tests.reports.cases import NOW, TODAY
from tests.reports.reading import Read, read

REFS = ("T-00001", "T-00002", "T-00003")


def invited(ref: str) -> tuple[Case, Record]:
    """A training case whose next meeting has asked everybody that the case suggests."""
    made = without(TRAINED[ref], "invitee")
    ahead = meetings(made, TODAY)[1]
    assert ahead
    found = suggestions(made, ahead, TODAY, gather(made, TODAY, {}).reckoning)
    people = [Record(record_id(f"i{n}"), "invitee", ahead.id, one.answers(TODAY)) for n, one in enumerate(found)]
    return made.replaced((*made.records, *people)), ahead


def packed(ref: str, recipient: str = "") -> MeetingPack:
    made, ahead = invited(ref)
    ground, plan = gather(made, TODAY, {}), made.one("plan")
    return MeetingPack(
        made, plan_templates()[plan.words("template")], plan, 1, "draft", TODAY, NOW, meeting=ahead,
        recipient=recipient, dates=ground.reckoning.dates, agenda=agenda(ahead, ground), settings={},
    )  # fmt: skip


def told(pack: MeetingPack, document: str, edition: str = "full", language: Language = Language.EN) -> Read:
    return read(render(document, pack, edition, language))


def flat(found: Read) -> str:
    return " ".join(found.body().replace("\u00a0", " ").split())


@pytest.mark.parametrize("ref", REFS)
def test_invitation_agenda_and_form_say_the_same_of_the_meeting(ref: str) -> None:
    pack = packed(ref)
    for document in ("invitation", "agenda", "agency_report"):
        body = flat(told(pack, document))
        for label, words in details(pack.case, pack.meeting, {}):
            assert f"{label.en} {words.en}" in body
    for document in ("invitation", "agenda"):
        body = flat(told(pack, document))
        assert all(one.title.en in body for one in pack.agenda)


@pytest.mark.parametrize("ref", REFS)
def test_an_invitation_holds_enough_to_search_records_and_no_more(ref: str) -> None:
    pack = packed(ref)
    people = pack.case.children(pack.meeting, "invitee")
    one = next(each for each in people if each["agency"] == "housing" and each.words("name"))
    body = flat(told(replace(pack, recipient=title(one)), "invitation"))
    person = pack.case.one("person")
    for words in (person.words("surname").upper(), person.words("forenames"), one.words("brings"), one.words("role")):
        assert words in body
    assert all(each.words("number") in body for each in pack.case.of("identifier"))
    for kind, key in (("victim", "reference"), ("scenario", "name"), ("rosh", "who"), ("conviction", "summary")):
        assert not any(each.words(key) in body for each in pack.case.of(kind))
    others = [each for each in pack.case.of("action") if each["state"] == "open" and each["agency"] != "housing"]
    assert others
    assert not any(each.words("what")[:40] in body for each in others)
    own = " ".join(each.words("owner") for each in pack.case.of("action") if each["agency"] == "housing")
    names = [each.words("name") for each in people if each.words("name") and each is not one]
    assert not any(name in body and name not in own for name in names)


def test_an_agency_is_reminded_of_its_own_open_actions() -> None:
    pack = packed("T-00001", "Department for Work and Pensions, Denise Okonjo-Hale")
    body = flat(told(pack, "invitation"))
    assert "Turn the refused claim into a first payment; Denise Okonjo-Hale" in body
    assert "Trace the car" not in body
    stranger = flat(told(replace(pack, recipient="Somebody else"), "invitation"))
    assert "not among those invited" in stranger
    assert "Turn the refused claim" not in stranger


def test_the_lay_adviser_observes_and_is_asked_for_no_report() -> None:
    pack = packed("T-00001")
    adviser = next(one for one in pack.case.children(pack.meeting, "invitee") if one["as"] == "lay_adviser")
    named = replace(adviser, answers={**adviser.answers, "name": "Lydia Adeyemi"})
    case = pack.case.replaced(named if one.id == adviser.id else one for one in pack.case.records)
    body = flat(told(replace(pack, case=case, recipient="MAPPA co-ordination, Lydia Adeyemi"), "invitation"))
    assert "You observe; no report is asked of you" in body
    assert "on the form" not in body


def test_the_agenda_prints_what_is_open_word_for_word() -> None:
    pack = packed("T-00001")
    body = flat(told(pack, "agenda"))
    victims = {one.id for one in pack.case.of("victim")}
    for one in pack.agenda:
        points = [point for point in one.points if point.about not in victims]
        assert all(" ".join(point.says.en.split()) in body for point in points)
    assert "Nothing open." in body
    assert "Victim A" in body
    assert "Taken up" not in body


@pytest.mark.parametrize("ref", REFS)
def test_a_referral_is_numbered_as_on_the_screen_and_takes_no_victims_name(ref: str) -> None:
    pack = packed(ref)
    body = flat(told(pack, "referral"))
    places = [body.find(f"{n} {one.title.en}") for n, one in enumerate(form_sections())]
    assert -1 not in places
    assert places == sorted(places)
    assert body.count("13.1 ") == 1, "no number stands twice"
    names = [one.words("name") for one in pack.case.of("victim") if one.words("name")]
    assert names
    assert not any(name in body for name in names)


def test_a_report_form_asks_what_the_screen_asks_and_is_blank_where_it_should_be() -> None:
    pack = packed("T-00001", "Local housing authority, Patrick Abbeyfield")
    body = flat(told(pack, "agency_report"))
    labels = [one.label.en for one in record_kinds()["agency_report"].field]
    places = [body.find(label) for label in labels]
    assert -1 not in places
    assert places == sorted(places)
    assert "Patrick Abbeyfield, Housing options officer" in body
    blank = flat(told(pack, "agency_report", "blank"))
    assert all(label in blank for label in labels)
    assert "HADDLETHORPE" not in blank
    assert "Superintendent" not in blank
    assert "A2 When" in blank, "the meeting is filled in by pen"


def test_the_paper_speaks_welsh() -> None:
    body = flat(told(packed("T-00003"), "invitation", language=Language.CY))
    assert "Gwahoddiad i gyfarfod" in body
    assert "Adroddiadau erbyn" in body
