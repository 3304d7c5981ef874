"""What each household was told: a table for each, and the day of the next look under it."""

from __future__ import annotations

from datetime import date

from casework.document import Part
from casework.meetings.disclosure_log import TELLS, Household, day_of, households, is_told
from casework.outline import NOTHING_HERE
from casework.record import Record
from casework.text import Text
from reports import phrases
from reports.paper import Paper
from reports.parts.due import day
from reports.setting import NUMBERS, group, labelled, section
from reports.styles import BODY, CELL, CELL_BOLD, CELL_QUIET, HEAD, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table

_FIRST = ("decision", "recipient", "relation")
_REST = (
    "content",
    "reason",
    "lawful_basis",
    "alternatives",
    "by_whom",
    "person_told",
    "undertaking",
    "support",
    "reaction",
)


def disclosure_log(paper: Paper, part: Part) -> list[Block]:
    """Every household with every decision about it, the earliest first."""
    blocks = section(part.letter, paper.say(part.title))
    found = households(paper.pack.case)
    if not found:
        return [*blocks, Prose(NOTHING_HERE.in_(paper.language), NOTE)]
    for n, one in enumerate(found, 1):
        blocks += _household(paper, one, f"{part.letter}{n}")
    return blocks


def _household(paper: Paper, one: Household, number: str) -> list[Block]:
    rows = [_row(paper, each, f"{number}.{n}") for n, each in enumerate(one.decisions, 1)]
    head = [paper.say(text) for text in (phrases.NUMBER, phrases.DATE, _TO_WHOM, _WHAT)]
    look = paper.say(_AGAIN, day=day(paper, one.next_on)) if one.next_on else paper.say(_NO_LOOK)
    columns = (NUMBERS, Column(), Column(most=0.26), Column(1))
    return [group(number, one.name), Table(columns, head, rows, HEAD, heads=0), Prose(look, BODY)]


def _row(paper: Paper, decision: Record, number: str) -> list[list[Block]]:
    on = day_of(decision)
    return [
        [Prose(number, CELL_BOLD)],
        [Prose(day(paper, on) if on else paper.missing(decision, "considered_on"), CELL), *_state(paper, decision)],
        [Prose(told, CELL) for _, told in _told(paper, decision, _FIRST)],
        [labelled(label, told) for label, told in _told(paper, decision, _REST)],
    ]


def _state(paper: Paper, decision: Record) -> list[Block]:
    """Of a decision to disclose: whether it was carried out, and by when it should be."""
    if decision["decision"] not in TELLS:
        return []
    if is_told(decision):
        return [Prose(paper.say(_DONE), CELL_QUIET)]
    by = decision["due_on"]
    told = paper.say(_NOT_DONE_BY, day=day(paper, by)) if isinstance(by, date) else paper.say(_NOT_DONE)
    return [Prose(told, CELL_QUIET)]


def _told(paper: Paper, decision: Record, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(paper.say(one.label), told) for one in paper.asked(decision, keys) if (told := paper.told(decision, one))]


_TO_WHOM = Text("Decision, to whom", "Penderfyniad, i bwy")
_WHAT = Text("What, why and how it was received", "Beth, pam a sut y'i derbyniwyd")
_DONE = Text("Carried out", "Wedi'i wneud")
_NOT_DONE = Text("Decided, not carried out", "Penderfynwyd, heb ei wneud")
_NOT_DONE_BY = Text("Decided, not carried out; by {day}", "Penderfynwyd, heb ei wneud; erbyn {day}")
_AGAIN = Text("Looked at again on {day}.", "Edrychir eto ar {day}.")
_NO_LOOK = Text("No day is set on which it is looked at again.", "Nid oes diwrnod wedi'i bennu i edrych eto.")
