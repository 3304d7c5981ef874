"""The form on which an invited agency reports: the fields of the screen in their order, with room for a pen."""

from __future__ import annotations

from casework.document import Part
from casework.field import FieldType
from casework.record import Record, record_kinds
from reports import phrases_meetings as words
from reports.paper import Paper
from reports.parts.meeting import recipient
from reports.parts.opening import BOX, PEN, to_fill, to_sign
from reports.setting import section
from reports.tagged.block import Block

_LINE, _MORE = 22.0, 28.0


def report_form(paper: Paper, part: Part) -> list[Block]:
    """Person and agency where they may stand on the paper, and a box for each field."""
    say, case = paper.say, paper.pack.case
    asked = recipient(case, paper.pack.meeting, paper.pack.addressee or paper.pack.recipient)
    known = {"agency": _agency(paper, asked), "author": _author(asked)}
    rows = [("", say(words.REFERENCE), case.ref, PEN), ("", say(words.PERSON), _person(paper), PEN)]
    for one in record_kinds()["agency_report"].field:
        told = known.get(one.key, "")
        if one.options() and one.type is FieldType.CHOICE and one.key != "agency":
            told = "\n".join(f"{BOX}{say(each.label)}" for each in one.options())
        rows.append(("", say(one.label), told, PEN if one.type is not FieldType.LONG else _MORE + _LINE * one.lines))
    numbered = [(f"{part.letter}{n}", *row[1:]) for n, row in enumerate(rows, 1)]
    return [*section(part.letter, say(part.title)), to_fill(numbered)]


def report_signed(paper: Paper, part: Part) -> list[Block]:
    """Who signs, and when it was received."""
    say = paper.say
    signers = [(say(words.SIGNED_BY), ""), (say(words.CHECKED_BY), ""), (say(words.RECEIVED_ON), "")]
    return [*section(part.letter, say(part.title)), to_sign(paper, signers)]


def _person(paper: Paper) -> str:
    person = paper.pack.case.one("person")
    born = person.shape.get("date_of_birth")
    if not person.id:
        return ""
    return ", ".join(part for part in (paper.name, paper.told(person, born) if born else "") if part)


def _agency(paper: Paper, asked: Record | None) -> str:
    return paper.word(asked, "agency")


def _author(asked: Record | None) -> str:
    return ", ".join(part for part in (asked.words("name"), asked.words("role")) if part) if asked else ""
