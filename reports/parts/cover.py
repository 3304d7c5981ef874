"""The cover: what this is, for which meeting, whose copy, how to handle it, and where to find what. No name on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.dates import spoken
from casework.document import Part
from casework.left_out import told
from casework.pack import LEFT_OUT
from casework.record import Record
from reports import phrases
from reports.contents import Contents
from reports.page import Furniture, version_words
from reports.paper import Paper
from reports.parts.plan import contents
from reports.styles import CARD_LABEL, CARD_TEXT, CELL, GROUP, HEAD, REFERENCE, SMALL, TITLE
from reports.tagged.block import Blank, Block, NewPage
from reports.tagged.columns import Column
from reports.tagged.items import Items
from reports.tagged.prose import Prose
from reports.tagged.style import Style
from reports.tagged.table import Table
from reports.typeface import Face

_HEADING = Style(GROUP.size, GROUP.leading, Face.BOLD, before=14, after=4, keep_next=True)


def cover(paper: Paper, _part: Part) -> list[Block]:
    """The first page."""
    rows = [([Prose(words, CARD_LABEL)], [Prose(told, CARD_TEXT)]) for words, told in _facts(paper) if told]
    blocks: list[Block] = [
        Blank(6),
        Prose(paper.say(paper.document.title), TITLE, "H1"),
        Prose(paper.pack.case.ref, REFERENCE),
        Table((Column(fixed=118), Column(1)), (), rows, HEAD, heads=0),
    ]
    if paper.handling:
        said = [paper.say(one) for one in paper.handling]
        blocks += [Prose(paper.say(phrases.HANDLING), _HEADING, "H2"), Items(said, CELL)]
    blocks += [Prose(paper.say(phrases.CONTENTS), _HEADING, "H2"), Contents(tuple(_contents(paper)))]
    return [*blocks, NewPage()]


def _facts(paper: Paper) -> Iterator[tuple[str, str]]:
    pack, say = paper.pack, paper.say
    if pack.meeting or paper.edition.holds("meeting"):
        yield say(phrases.MEETING), _meeting(paper, pack.meeting) if pack.meeting else say(phrases.NO_MEETING)
    if pack.meeting:
        yield say(phrases.WHEN), _when(paper, pack.meeting)
        yield say(phrases.WHERE), pack.meeting.words("place") or paper.missing(pack.meeting, "place")
        yield say(phrases.CHAIR), pack.meeting.words("chair") or paper.missing(pack.meeting, "chair")
    yield say(phrases.THIS_COPY), Furniture(paper).copy()
    yield say(phrases.REASON), pack.reason
    template = pack.template
    yield (
        say(phrases.PLAN),
        f"{say(phrases.VERSION, number=pack.version)}, {version_words(paper)}\n{template.told(paper.language)}",
    )
    yield say(phrases.EDITION), edition_words(paper)
    if paper.pack.unknowns and paper.gaps:
        said = phrases.UNKNOWNS_LEFT_OUT if paper.pack.unknowns == LEFT_OUT else phrases.UNKNOWNS_AS_SUCH
        yield say(phrases.UNKNOWNS), say(said, n=len(paper.gaps))
    yield say(phrases.AREA), pack.area


def _meeting(paper: Paper, meeting: Record) -> str:
    level = paper.say(phrases.LEVEL_MEETING, level=meeting.words("level")) if meeting.words("level") else ""
    number = meeting["number"]
    numbered = paper.say(phrases.MEETING_NUMBER, number=number) if type(number) is int else ""
    return ", ".join(words for words in (level, numbered) if words) or paper.missing(meeting, "level")


def _when(paper: Paper, meeting: Record) -> str:
    on = meeting["on"]
    day = spoken(on, paper.language) if isinstance(on, date) else paper.missing(meeting, "on")
    return ", ".join(words for words in (day, meeting.words("time")) if words)


def edition_words(paper: Paper) -> str:
    """For whom it is made and what kinds of thing are left out of it, never what."""
    edition = paper.say(paper.edition.title)
    if left := told(paper.edition, paper.language):
        edition = f"{edition}. {left}"
    if paper.edition.opens or paper.edition.victims_as.en or not paper.edition.holds("victim"):
        return edition if left else f"{edition}."
    return paper.say(phrases.LEFT_OUT_NOTHING, edition=edition.removesuffix("."))


def left_out_line(paper: Paper) -> list[Block]:
    """The same in small print, for a document without a cover; nothing where nothing is left out."""
    return [Prose(edition_words(paper), SMALL)] if told(paper.edition) else []


def _contents(paper: Paper) -> Iterator[tuple[str, str]]:
    for part in paper.parts:
        if part.set == "plan":
            yield from contents(paper)
        elif part.letter:
            yield part.letter, paper.say(part.title)
