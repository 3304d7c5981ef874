"""What was put right in minutes: after closing, in earlier minutes at this meeting, and in these minutes since."""

from __future__ import annotations

from datetime import date, datetime

from casework.dates import spoken
from casework.document import Part
from casework.meetings.corrections import Asked, decided_at
from casework.meetings.minutes import corrections, items
from casework.record import Record
from reports import phrases_minutes as words
from reports.paper import Paper
from reports.parts.minutes import answered
from reports.setting import NUMBERS, section
from reports.styles import CELL, CELL_BOLD, CELL_QUIET, HEAD
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table


def corrections_decided(paper: Paper, part: Part) -> list[Block]:
    """The corrections of earlier minutes that this meeting agreed to or refused."""
    held = paper.pack.meeting
    found = decided_at(paper.pack.case, held) if held else ()
    return _listed(paper, part, [_decided(paper, one) for one in found])


def _decided(paper: Paper, one: Asked) -> list[Block]:
    say, record = paper.say, one.record
    where = say(words.EARLIER_MINUTES, day=_day(paper, one.meeting, "on"))
    if one.number and one.stood:
        where += say(words.EARLIER_LINE, number=one.number, stood=one.stood)
    asked = _day(paper, record, "asked_on")
    should = say(words.SHOULD_SAY, words=_sentence(record), who=record.words("asked_by"), day=asked)
    outcome = f"{answered(paper, record, 'outcome')}."
    if why := record.words("refused_because"):
        outcome += say(words.CORRECTION_WHY, why=why)
    return [Prose(where, CELL_QUIET), Prose(should, CELL), Prose(outcome, CELL_BOLD)]


def changed_after(paper: Paper, part: Part) -> list[Block]:
    """What was changed after the meeting was closed, until the chair approved it."""
    held = paper.pack.meeting
    found = paper.pack.case.children(held, "minute_change") if held else ()
    numbers = _numbers(paper, held) if held else {}
    return _listed(paper, part, [_changed(paper, one, numbers) for one in found])


def _changed(paper: Paper, one: Record, numbers: dict[str, str]) -> list[Block]:
    at, number = one["at"], numbers.get(one.words("line"), "")
    when = f"{spoken(at.date(), paper.language)} {at:%H:%M}" if isinstance(at, datetime) else ""
    line = paper.say(words.CORRECTION_OF, number=number) if number else f"{answered(paper, one, 'item')}. "
    told = [Prose(f"{line}{answered(paper, one, 'what')}, {when}.", CELL)]
    if was := one.words("was"):
        told.append(Prose(paper.say(words.WAS, was=was), CELL_QUIET))
    return [*told]


def corrected(paper: Paper, part: Part) -> list[Block]:
    """What was asked to be corrected since; the text above stays as it was approved."""
    held, say, case = paper.pack.meeting, paper.say, paper.pack.case
    found = list(corrections(case, held)) if held else []
    if not found or held is None:
        return []
    numbers = _numbers(paper, held)
    rows: list[list[Block]] = []
    for one in found:
        number, agreed = numbers.get(one.words("minute"), ""), one["agreed_on"]
        asked = one["asked_on"]
        told = say(words.CORRECTION_OF, number=number) if number else ""
        when = spoken(asked, paper.language) if isinstance(asked, date) else "–"
        told += say(words.CORRECTION, who=one.words("asked_by"), day=when, words=_sentence(one))
        if isinstance(agreed, date):
            told += say(
                words.CORRECTION_DONE, outcome=answered(paper, one, "outcome"), day=spoken(agreed, paper.language)
            )
            told += say(words.CORRECTION_WHY, why=why) if (why := one.words("refused_because")) else ""
        else:
            told += say(words.CORRECTION_OPEN)
        rows.append([Prose(told, CELL)])
    return _listed(paper, part, rows)


def _sentence(correction: Record) -> str:
    """What is asked for, ended as a sentence, because more follows it."""
    words_ = correction.words("words").strip()
    return words_ if words_.endswith((".", "!", "?", "”")) else f"{words_}."


def _listed(paper: Paper, part: Part, found: list[list[Block]]) -> list[Block]:
    """A numbered row for each; nothing at all where there is none."""
    if not found:
        return []
    rows: list[list[list[Block]]] = [[[Prose(f"{part.letter}{n}", CELL_BOLD)], told] for n, told in enumerate(found, 1)]
    return [*section(part.letter, paper.say(part.title)), Table((NUMBERS, Column(1)), (), rows, HEAD, heads=1)]


def _numbers(paper: Paper, held: Record) -> dict[str, str]:
    return {str(line.record.id): line.number for item in items(paper.pack.case, held) for line in item.lines}


def _day(paper: Paper, record: Record, key: str) -> str:
    on = record[key]
    return spoken(on, paper.language).replace(" ", "\u00a0") if isinstance(on, date) else "–"
