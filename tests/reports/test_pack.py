"""The meeting pack: what stands on every page, what is told and what is never told, and that nothing typed is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

import page
import pikepdf
import pytest

from casework.answer import Absent, Answer, Span
from casework.case import Case
from casework.document import Part, documents
from casework.field import FieldType
from casework.pack import WITHHELD, printable
from casework.record import Record, RecordId, asked, record_kinds
from casework.refusal import Refused
from casework.template import fields_of, plan_templates
from casework.text import Language, Text
from reports.documents import render
from reports.pack import meeting_pack
from reports.typed import legible
from tests.reports.cases import TEMPLATE, case, pack, record_id
from tests.reports.reading import Read, read


def told(found: Case | None = None, document: str = "pack", edition: str = "full", **changed: object) -> Read:
    pdf = render(document, pack(found, **changed), edition)
    result = page.validate_pdf_bytes(pdf, profile="ua1")
    assert result.is_compliant, [one.message for one in result.failures]
    return read(pdf)


@pytest.fixture(scope="module")
def printed() -> Read:
    return told()


def test_every_page_bears_marking_state_copy_number_and_log(printed: Read) -> None:
    count = len(printed.pages)
    for n, one in enumerate(printed.pages, 1):
        assert one.artifacts.count("OFFICIAL-SENSITIVE") == 2
        assert "DRAFT" in one.artifacts
        assert "C-00231 · Meeting pack" in one.artifacts
        assert "Version 4, draft, not yet agreed" in one.artifacts
        assert "Copy 2 of 6 for Supt R. Vale" in one.artifacts
        assert f"Page {n} of {count}" in one.artifacts
        assert "Printed Wed 25 Nov 2026, 09:41" in one.artifacts
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
    assert len(entries) == 7 + len(plan_templates()[TEMPLATE].section)
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
    assert "9.2.1\nVisit unannounced every 14 days\nAgainst: 3.2.1, 5.2.1\nPower: D2.1.1" in body
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
    assert "Reference\nV1.1\nVictim A" in found.body()
    assert "canary" not in (found.text + found.raw.decode("latin-1")).lower()


def test_a_proposed_address_is_printed_only_once_approved() -> None:
    hidden = told()
    assert "Secret Lane" not in hidden.text + hidden.raw.decode("latin-1")
    assert WITHHELD in hidden.body()
    assert "77 Secret Lane, Marrowby" in told(case(proposed={"approved": True})).body()


def test_an_edition_leaves_out_whole_kinds_and_says_so() -> None:
    found = told(edition="partner")
    assert "1999/0000123X" not in found.text
    assert "Left out: identifiers, assessment tools, victims" in found.pages[0].text
    assert "1999/0000123X" in told().text


def test_what_hangs_on_a_record_that_is_left_out_is_left_out_too() -> None:
    shown = printable(pack(), ("order",))
    assert not shown.case.of("condition")
    assert not {one.about for one in shown.dates} & {record_id("order"), record_id("item"), record_id("travel")}
    assert {one.about for one in shown.dates} == {record_id("person"), record_id("conviction")}
    assert not shown.findings


def test_late_things_are_told_as_late_and_done_things_are_not_open(printed: Read) -> None:
    body = printed.body()
    assert "5 days late" in body
    assert "Already finished thing" not in body[body.index("Open actions by agency") :]


def test_the_dates_of_an_order_come_with_rule_and_statute(printed: Read) -> None:
    body = printed.body()
    assert "Last day of the order\nThe sum for order.last_day\nlaw a · R-CNT-4" in body
    assert "Sexual Offences Act 2003 s.85; checked Fri\u00a020\u00a0Nov\u00a02026".replace("\u00a0", " ") in body
    assert "Say when it was served." in body
    assert any("Figure [Timeline. D2 Sexual harm prevention order" in line for line in printed.tree)


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
        assert told(document=code, edition=edition.code).pages


def test_a_document_or_edition_that_there_is_not_is_refused() -> None:
    with pytest.raises(Refused, match="choose one of orders, pack, plan"):
        render("leaflet", pack())
    with pytest.raises(Refused, match="choose one of full, partner"):
        render("pack", pack(), "court")


def test_a_case_with_nothing_in_it_is_still_a_paper() -> None:
    empty = Case(case().id, "C-00009", (Record(RecordId("f" * 16), "plan", None, {"template": TEMPLATE}),))
    found = told(empty, dates=(), findings=(), due=(), meeting=None)
    assert "Not asked yet" in found.body()
    assert "Nothing is due." in found.body()
    assert "RoSH not assessed" in found.pages[1].text


LONG_WORD = "Llanfair" * 38
NAME = "Wolfeschlegelsteinhausenbergerdorff" * 3
TORTURE = {
    "sixty pages": "\n".join(f"Line {n} of a report that somebody pasted, word for word, into the field." for n in range(2600)),
    "one line": " ".join(f"word{n}" for n in range(9000)),
    "long word": LONG_WORD,
    "emoji": "He wrote 🔪 and 😀 to her",
    "right to left": "محمد בן־דוד",
    "markup": '<b>bold <img src="file:///etc/passwd"> <a href="http://example.org">x</a> &lt; </para>',
    "template": "{recipient} %s {0}",
}  # fmt: skip


@pytest.mark.parametrize("typed", TORTURE.values(), ids=TORTURE)
def test_whatever_is_typed_is_printed_whole_and_as_text(typed: str) -> None:
    found = told(case(
        plan={"situation_text": typed}, scenario={"name": typed[:200], "what": typed, "to_whom": typed, "when": typed},
        measure={"what": typed}, rosh={"who": typed}, meeting={"purpose": typed}, item={"text": typed}, level={"criterion": typed},
    ))  # fmt: skip
    wanted = "".join(legible(typed).split())
    shown = "".join(found.body().split())
    assert shown.count(wanted) >= 7
    assert not found.images
    assert all("/Dest" in link and "/URI" not in link for link in found.links)


@pytest.mark.parametrize("typed", TORTURE.values(), ids=TORTURE)
def test_the_page_in_60_seconds_is_one_page_whatever_is_typed(typed: str) -> None:
    found = told(case(
        person={"surname": NAME, "forenames": NAME}, where={"place": typed}, contact={"name": NAME, "phone": typed},
        level={"criterion": typed}, rosh={"who": typed, "when_greatest": typed, "assessor": typed},
        scenario={"name": typed, "to_whom": typed, "when": typed}, measure={"what": typed}, meeting={"purpose": typed},
    ))  # fmt: skip
    first, second = found.pages[1].text, found.pages[2].text
    assert "In 60 seconds" in first
    assert "To decide today" in first
    assert "Next dates" in first
    assert "Next dates" not in second


def test_a_text_that_is_cut_says_where_it_stands_whole() -> None:
    found = told(case(level={"criterion": "because " * 400}, meeting={"purpose": "decide " * 600}))
    first = " ".join(found.pages[1].text.split())
    assert "… (see 1.6.1)" in first
    assert "… (see A1)" in first
    assert "To decide today, in full" in found.pages[2].text


def test_full_of_everything_and_every_row_thrice() -> None:
    records: list[Record] = []
    for kind in sorted(record_kinds().values(), key=lambda one: one.parent != "case"):
        parents = [one.id for one in records if one.kind == kind.parent] or [None]
        for parent in parents[:2]:
            for n in range(1 if kind.single else 3):
                made = Record(
                    RecordId(f"{len(records):016x}"),
                    kind.code,
                    parent,
                    {"template": TEMPLATE} if kind.code == "plan" else {},
                )
                records.append(Record(made.id, made.kind, made.parent, {**made.answers, **every_answer(made, n)}))
    full = Case(case().id, "C-00010", tuple(records))
    found = told(full)
    body = "".join(found.body().split())
    for one in records:
        if one.kind in ("scenario", "measure", "factor", "contingency", "protective", "condition", "licence_condition"):
            for each in asked(fields_of(one), one):
                answer = one[each.key]
                if isinstance(answer, str) and answer.startswith("Typed"):
                    assert "".join(answer.split()) in body, (one.kind, answer)


def every_answer(record: Record, n: int) -> Mapping[str, Answer]:
    return {one.key: _answer(one, record, n) for one in fields_of(record) if one.key not in record.answers}


def _answer(one: object, record: Record, n: int) -> Answer:
    match one.type:
        case FieldType.TEXT | FieldType.LONG:
            return f"Typed {record.kind} {one.key} {n} " + "ŵ" * 12
        case FieldType.DATE:
            return date(2020 + n, 5, 17)
        case FieldType.MOMENT:
            return datetime(2020 + n, 5, 17, 12)
        case FieldType.SPAN:
            return Span(years=5)
        case FieldType.NUMBER:
            return 3
        case FieldType.YES_NO:
            return n == 0
        case FieldType.CHOICE:
            return one.options()[n % len(one.options())].code
        case FieldType.CHOICES:
            return tuple(option.code for option in one.options())
        case _:
            return Absent.UNKNOWN
