"""Torture: whatever is typed, and however much or little, there is a paper with all of it as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import cache

import pytest

from casework.answer import Absent, Answer
from casework.case import Case
from casework.document import documents
from casework.field import Field, FieldType
from casework.record import Record, RecordId, asked, record_kinds
from casework.template import fields_of
from reports.typed import read_aloud
from tests.reports.cases import TEMPLATE, case, chosen
from tests.reports.printing import told
from tests.reports.reading import Read


def test_a_case_with_nothing_in_it_is_still_a_paper() -> None:
    empty = Case(case().id, "C-00009", (Record(RecordId("f" * 16), "plan", None, {"template": TEMPLATE}),))
    found = told(empty, dates=(), findings=(), due=(), meeting=None)
    assert "Not asked yet" in found.body()
    assert "Nothing is due." in found.body()
    assert "RoSH not assessed" in found.pages[1].text


SHORTENED = ("street_card", "emergency")  # one page, which says that it is cut short
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


SHORT = "\n".join(one for name, one in TORTURE.items() if name not in ("sixty pages", "one line"))
MADE = {"short": SHORT, "sixty pages": TORTURE["sixty pages"], "one line": TORTURE["one line"]}
BRIEF = 5000


@cache
def tortured(kind: str) -> Read:
    """The pack of a case with the same words in every place where somebody types; the longest whole in two of them."""
    typed = MADE[kind]
    brief = typed[:BRIEF]
    return told(case(
        person={"surname": NAME, "forenames": NAME}, where={"place": brief}, contact={"name": NAME, "phone": brief},
        plan={"situation_text": typed}, level={"criterion": brief}, item={"text": brief}, meeting={"purpose": brief},
        rosh={"who": brief, "when_greatest": brief, "assessor": brief}, measure={"what": brief},
        scenario={"name": typed[:200], "what": typed, "to_whom": brief, "when": brief},
    ), recipient=typed[:300], reason=typed[:300])  # fmt: skip


@pytest.mark.parametrize("kind", MADE)
def test_whatever_is_typed_is_printed_whole_and_as_text(kind: str) -> None:
    found = tortured(kind)
    assert "Supt R. Vale" not in found.text
    shown = "".join(found.body().split())
    assert shown.count("".join(read_aloud(MADE[kind]).split())) >= 2
    assert shown.count("".join(read_aloud(MADE[kind][:BRIEF]).split())) >= 7
    assert not found.images
    assert all("/Dest" in link and "/URI" not in link for link in found.links)


@pytest.mark.parametrize("kind", MADE)
def test_the_page_in_60_seconds_is_one_page_whatever_is_typed(kind: str) -> None:
    pages = [page.text for page in tortured(kind).pages]
    (page,) = (words for words in pages if "To decide today" in words and "In 60 seconds" in words)
    assert [words for words in pages if "Next dates" in words] == [page]


def test_no_document_loses_or_obeys_what_is_typed_into_every_field() -> None:
    whole = full_case(1, lambda record, key, _: f"Zq{record.id[-4:]}{key}: {SHORT} qZ")
    wanted = {
        (one.kind, key): "".join(read_aloud(said).split())
        for one in whole.records
        for key, said in one.answers.items()
        if isinstance(said, str) and said.startswith("Zq")
    }
    seen = set()
    for code, document in documents().items():
        found = told(whole, document=code, edition=document.edition[0].code)
        body = "".join(found.body().split())
        assert not found.images, code
        links = [link for link in found.links if "/Widget" not in link]
        assert all("/Dest" in link and "/URI" not in link for link in links), code
        begun = {at for at, said in wanted.items() if said.split("Llan", 1)[0] in body}
        lost = [at for at in begun if wanted[at] not in body]
        assert not lost or code in SHORTENED, (code, lost)
        seen |= begun
    assert len(seen) > len(wanted) / 3


def test_a_text_that_is_cut_says_where_it_stands_whole() -> None:
    found = told(case(level={"criterion": "because " * 400}, meeting={"purpose": "decide " * 600}))
    first = " ".join(found.pages[1].text.split())
    assert "… (see 1.6.1)" in first
    assert "… (see A1)" in first
    assert "To decide today, in full" in found.pages[2].text


def test_full_of_everything_and_every_row_thrice() -> None:
    full = full_case(3, plainly)
    body = "".join(told(full).body().split())
    for one in full.records:
        if one.kind in ("scenario", "measure", "factor", "contingency", "protective", "condition", "licence_condition"):
            for each in asked(fields_of(one), one):
                answer = one[each.key]
                if isinstance(answer, str) and answer.startswith("Typed"):
                    assert "".join(answer.split()) in body, (one.kind, answer)


Typed = Callable[[Record, str, int], str]


def plainly(record: Record, key: str, n: int) -> str:
    return f"Typed {record.kind} {key} {n} " + "ŵ" * 12


def every_answer(record: Record, n: int, typed: Typed = plainly) -> dict[str, Answer]:
    return {one.key: _answer(one, record, n, typed) for one in fields_of(record) if one.key not in record.answers}


def full_case(rows: int, typed: Typed) -> Case:
    """So many rows of every kind, every field answered; ``typed`` gives the words of a record's field."""
    records: list[Record] = []
    for kind in sorted(record_kinds().values(), key=lambda one: one.parent != "case"):
        parents = [one.id for one in records if one.kind == kind.parent] or [None]
        for parent in parents[:2]:
            for n in range(1 if kind.single else rows):
                first: dict[str, Answer] = {"template": TEMPLATE} if kind.code == "plan" else {}
                made = Record(RecordId(f"{len(records):016x}"), kind.code, parent, first)
                records.append(Record(made.id, made.kind, made.parent, {**first, **every_answer(made, n, typed)}))
    return Case(case().id, "C-00010", tuple(records))


def _answer(one: Field, record: Record, n: int, typed: Typed) -> Answer:
    match one.type:
        case FieldType.TEXT | FieldType.LONG:
            return typed(record, one.key, n)
        case FieldType.DATE:
            return date(2020 + n, 5, 17)
        case FieldType.MOMENT:
            return datetime(2020 + n, 5, 17, 12)
        case FieldType.SPAN | FieldType.NUMBER | FieldType.YES_NO | FieldType.CHOICE:
            return chosen(one, n)
        case FieldType.CHOICES:
            return tuple(option.code for option in one.options())
        case _:
            return Absent.UNKNOWN
