"""The meeting pack: what stands on every page, what is told and what is never told, and that nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest

from casework.document import Part, documents
from casework.pack import WHOLE, WITHHELD, printable
from casework.refusal import Refused
from casework.template import plan_templates
from casework.text import Language, Text
from reports.documents import render
from reports.pack import meeting_pack
from tests.reports.cases import TEMPLATE, case, pack, record_id
from tests.reports.printing import told
from tests.reports.reading import Read, read


@pytest.fixture(scope="module")
def printed() -> Read:
    return told()


def test_every_page_bears_marking_state_copy_number_and_log(printed: Read) -> None:
    count, made = len(printed.pages), plan_templates()[TEMPLATE].told()
    for n, one in enumerate(printed.pages, 1):
        assert one.artifacts.count("OFFICIAL-SENSITIVE") == 2
        assert "DRAFT" in one.artifacts
        assert "C-00231 · Meeting pack" in one.artifacts
        assert "Version 4, draft, not yet agreed" in one.artifacts
        assert "Copy 2 of 6 for Supt R. Vale" in one.artifacts
        assert f"Page {n} of {count}" in one.artifacts
        assert f"Printed Wed 25 Nov 2026, 09:41 · {made}" in one.artifacts
        assert "log 4f9c21ab" in one.artifacts
        assert "Supt R. Vale · 2/6" in one.artifacts
        assert not any("TRAINING" in words for words in one.artifacts)
        assert not one.loose


def test_an_agreed_plan_says_when_and_is_no_draft() -> None:
    found = told(state="agreed", agreed_on=date(2026, 12, 3))
    assert not any("DRAFT" in one.artifacts for one in found.pages)
    assert all("Version 4, agreed Thu 3 Dec 2026" in one.artifacts for one in found.pages)


def test_a_superseded_plan_says_so_on_every_page() -> None:
    assert all("SUPERSEDED" in one.artifacts for one in told(state="superseded").pages)


def test_training_says_so_on_every_page() -> None:
    assert all("TRAINING – invented people" in one.artifacts for one in told(training=True).pages)


def test_a_preview_has_no_copy_number() -> None:
    found = told(copy_number=0, copies=0, log_head="")
    assert all(one.artifacts.count("Preview, not for issue") == 2 for one in found.pages)
    assert not any(words.startswith("log ") for one in found.pages for words in one.artifacts)


def test_the_cover_bears_the_reference_and_no_name(printed: Read) -> None:
    cover = printed.pages[0].text
    for words in (
        "C-00231",
        "Level 3 meeting, number 2",
        "Thu 3 Dec 2026, 10.00",
        "Supt Morland",
        "Victims appear by reference",
    ):
        assert words in cover
    assert "sampleton" not in cover.lower()


def test_the_file_tells_nothing_about_itself_but_the_reference() -> None:
    with pikepdf.open(BytesIO(render("pack", pack()))) as opened:
        assert "/Info" not in opened.trailer
        about = opened.Root.Metadata.read_bytes().decode()
        assert '<rdf:li xml:lang="x-default">Meeting pack C-00231</rdf:li>' in about
        assert "ReportLab" not in about
        assert str(opened.Root.Lang) == "en-GB"


def test_contents_lead_to_the_pages_they_name(printed: Read) -> None:
    entries = [line.split(": ", 1)[1] for line in printed.tree if " Link: " in line]
    assert len(entries) == 8 + len(plan_templates()[TEMPLATE].section)
    for entry in entries:
        title, number = entry.rsplit(" ", 1)
        assert title in printed.pages[int(number) - 1].text
    assert len(printed.links) == len(entries)
    assert all("/Dest" in link and "/URI" not in link for link in printed.links)


def test_the_second_page_answers_in_60_seconds(printed: Read) -> None:
    first = printed.pages[1].text
    for words in (
        "SAMPLETON, Alan Ŵyn", "RoSH VERY HIGH", "Why Level 3", "Two agencies must act on one day", "Girls of 10 to 13.",
        "Meets a child through a game", "Within weeks, Grave: life-changing", "9.2.1 Visit unannounced every 14 days",
        "To decide today", "Where does he move?", "Staff: not known", "Prisoners: none",
    ):  # fmt: skip
        assert words in first


def test_blocks_are_numbered_and_referred_to_by_number(printed: Read) -> None:
    body = printed.body()
    assert "9.2.1\nVisit unannounced every 14 days\nAgainst: 3.2.1, 5.2.1\nPower: E2.1.1" in body
    assert "14.2.1" in body
    assert "Answers: 3.2.1" in body


def test_not_known_none_and_not_asked_are_told_apart(printed: Read) -> None:
    body = printed.body()
    assert "Sentence, supervision and when each ends\nNot known" in body
    assert "What has changed since the last plan or meeting\nNone" in body
    assert "Manager responsible\nNot asked yet" in body
    assert "Nationality" not in body
    assert "NOT_ASKED" not in body
    assert "Absent." not in body


def test_of_a_victim_only_the_reference_can_be_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = documents()["pack"]
    listed = replace(whole, part=(*whole.part, Part("records", Text("Victims"), "V", ("victim",))))
    monkeypatch.setattr("reports.documents.documents", lambda: {"pack": listed})
    found = told()
    assert found.body().endswith("V Victims\nNo.\nReference\nV1.1\nVictim A")
    assert "canary" not in (found.text + found.raw.decode("latin-1")).lower()


def test_a_proposed_address_is_printed_only_once_approved() -> None:
    hidden = told()
    assert "Secret Lane" not in hidden.text + hidden.raw.decode("latin-1")
    assert WITHHELD in hidden.body()
    assert "77 Secret Lane, Marrowby" in told(case(proposed={"approved": True})).body()


def test_an_edition_leaves_out_whole_kinds_and_says_so() -> None:
    found = told(edition="partner")
    assert "1999/0000123X" not in found.text
    assert "Left out: identifiers, assessment tools, victims" in found.pages[0].text.replace("\n", " ")
    assert "1999/0000123X" in told().text


def test_what_hangs_on_a_record_that_is_left_out_is_left_out_too() -> None:
    shown = printable(pack(), replace(WHOLE, leaves_out=("order",)))
    assert not shown.case.of("condition")
    assert not {one.about for one in shown.dates} & {record_id("order"), record_id("item"), record_id("travel")}
    assert {one.about for one in shown.dates} == {record_id("person"), record_id("conviction")}
    assert not shown.findings
    assert not {one.about for one in shown.due} & {record_id("order"), record_id("item"), record_id("travel")}
    assert {one.about for one in printable(pack(), replace(WHOLE, leaves_out=("action",))).due} < {
        one.about for one in pack().due
    }


def test_late_things_are_told_as_late_and_done_things_are_not_open(printed: Read) -> None:
    body = printed.body()
    assert "5 days late" in body
    assert "Already finished thing" not in body[body.index("Open actions by agency") :]


def test_the_dates_of_an_order_come_with_rule_and_statute(printed: Read) -> None:
    body = printed.body()
    assert "Last day of the order\nThe sum for order.last_day\nlaw a · R-CNT-4" in body
    assert "Sexual Offences Act 2003 s.85; checked Fri\u00a020\u00a0Nov\u00a02026".replace("\u00a0", " ") in body
    assert "Say when it was served." in body
    assert any("Figure [Timeline. E2 Sexual harm prevention order" in line for line in printed.tree)


def test_the_same_pack_gives_the_same_bytes() -> None:
    assert render("pack", pack()) == render("pack", pack())
    assert meeting_pack(pack()) == render("pack", pack())


def test_welsh_pages_are_marked_as_welsh() -> None:
    pdf = meeting_pack(pack(), Language.CY)
    with pikepdf.open(BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == "cy-GB"
    found = read(pdf)
    assert all("DRAFFT" in one.artifacts for one in found.pages)
    assert "Tudalen 1 o" in found.pages[0].text


@pytest.mark.parametrize("code", sorted(documents()))
def test_every_document_can_be_printed_in_every_edition(code: str) -> None:
    for edition in documents()[code].edition:
        if edition.form:
            continue
        found = told(document=code, edition=edition.code, profiles="ua1,2a")
        assert ("sampleton" in found.body().lower()) == (set(edition.keeps) != {"plan"})
        if documents()[code].part[0].set == "cover":
            assert "sampleton" not in found.pages[0].text.lower()
        assert not any("sampleton" in words.lower() for one in found.pages for words in one.artifacts)
    welsh = told(document=code, edition=documents()[code].edition[0].code, language=Language.CY)
    assert documents()[code].title.cy in " ".join(welsh.pages[0].artifacts)


def test_a_document_or_edition_that_there_is_not_is_refused() -> None:
    with pytest.raises(Refused, match="choose one of action_slips, agency_report, agenda"):
        render("leaflet", pack())
    with pytest.raises(Refused, match="choose one of full, partner, victim_liaison"):
        render("pack", pack(), "court")
