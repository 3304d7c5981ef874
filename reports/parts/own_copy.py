"""The person's own copy: what binds him, what he must notify and by when, what breach brings, whom to ask.

It is set from an extract that holds nothing else: no victim, no risk, no measure, no other agency.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.clauses import Clause, Source, binding
from casework.document import Part
from casework.due import outstanding
from casework.reckoning import LegalDate
from casework.record import Record
from reports import phrases
from reports import phrases_orders as words
from reports.paper import Paper
from reports.parts.due import day
from reports.parts.opening import paragraph, to_sign
from reports.phrases_own_copy import DUTIES, OWN_DATES
from reports.setting import NUMBERS, group, section, strong, together, typed
from reports.styles import BODY, CELL, CELL_BOLD, HEAD, LABEL
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.style import Run
from reports.tagged.table import Table


def own_orders(paper: Paper, part: Part) -> list[Block]:
    """Every order and licence that binds the person or will: its days, its conditions word for word, its breach."""
    blocks: list[Block] = [paragraph(paper.say(words.FOR_YOU)), *section(part.letter, paper.say(part.title))]
    found = binding(paper.pack.case, paper.pack.dates, paper.pack.today, ahead=True)
    if not found:
        blocks.append(paragraph(paper.say(words.NO_ORDER_YOURS)))
    for n, one in enumerate(found, 1):
        blocks += _source(paper, one, f"{part.letter}{n}")
    return blocks


def _source(paper: Paper, one: Source, number: str) -> Iterator[Block]:
    yield group(number, _name(paper, one))
    yield Prose(" ".join(part for part in (_made(paper, one), _days(paper, one)) if part), BODY)
    if officer := one.record.words("officer") if one.record.kind == "licence" else "":
        yield Prose(paper.say(words.OFFICER, who=officer), BODY)
    if one.clauses:
        rows = [_clause(paper, one, clause, f"{number}.{clause.number}") for clause in one.clauses]
        head = [paper.say(text) for text in (phrases.NUMBER, words.CONDITION_HEAD)]
        yield Table((NUMBERS, Column(1)), head, rows, HEAD, heads=0)
    else:
        yield Prose(paper.say(words.NO_CONDITIONS), BODY)
    yield Prose(paper.say(words.IF_YOU_BREAK), LABEL, "H3")
    yield from _breach(paper, one)


def _name(paper: Paper, one: Source) -> str:
    if one.kind is None:
        return f"{paper.say(words.LICENCE)}: {_answer(paper, one.record, 'kind')}"
    return one.record.words("limits_name") if one.kind.defined_by_user else paper.say(one.kind.name)


def _answer(paper: Paper, record: Record, key: str) -> str:
    return paper.word(record, key)


def _made(paper: Paper, one: Source) -> str:
    made, court = one.record["made_on"], one.record.words("court")
    if one.kind is None or not court:
        return ""
    when = (
        day(paper, made) if isinstance(made, date) else paper.missing(one.record, "made_on", words.NOT_FIXED, kept=True)
    )
    return paper.say(words.COURT_AND_DAY, court=court, day=when)


def _days(paper: Paper, one: Source) -> str:
    return paper.say(words.STARTS_ENDS, first=_first(paper, one.record, one.first), last=_last(paper, one, one.last))


def _first(paper: Paper, record: Record, on: date | None) -> str:
    return day(paper, on) if on else paper.missing(record, "starts_on", words.NOT_FIXED, kept=True)


def _last(paper: Paper, one: Source, on: date | None) -> str:
    if on:
        return day(paper, on)
    if one.record["ends"] == "until_event" and one.record.words("until_event"):
        return one.record.words("until_event")
    if one.record["ends"] == "until_further_order":
        return paper.say(words.FURTHER_ORDER)
    return paper.missing(one.record, "ends_on", words.NOT_FIXED, kept=True)


def _clause(paper: Paper, one: Source, clause: Clause, number: str) -> list[list[Block]]:
    """A condition, with its own days where they are not the order's."""
    said = typed(clause.words or paper.missing(clause.record, "text", words.NOT_FIXED, kept=True), CELL)
    own = []
    if clause.first != one.first:
        own.append(paper.say(words.ITS_FIRST, day=_first(paper, clause.record, clause.first)))
    if clause.last != one.last:
        own.append(paper.say(words.ITS_LAST, day=_last(paper, one, clause.last)))
    if surrender := _surrender(paper, clause):
        own.append(paper.say(words.PASSPORT_BY, day=day(paper, surrender)))
    if own:
        said.append(Prose([strong(" ".join(own))], CELL))
    return [[Prose(number, CELL_BOLD)], said]


def _surrender(paper: Paper, clause: Clause) -> date | None:
    """The day by which passports are to be handed in, while they are not."""
    for one in paper.pack.dates:
        if one.code == "foreign_travel.surrender_by" and one.about == clause.record.id:
            return one.working if outstanding(paper.pack.case, one) else None
    return None


def _breach(paper: Paper, one: Source) -> Iterator[Block]:
    if one.kind is None:
        yield Prose(paper.say(words.BREAKING_LICENCE), BODY)
        return
    told, penalty = paper.say(one.breach), paper.say(one.maximum_penalty)
    most = paper.say(words.MOST, penalty=penalty) if penalty else ""
    yield Prose(" ".join(part for part in (paper.say(words.BREAKING_ORDER), told, most) if part), BODY)


def own_notification(paper: Paper, part: Part) -> list[Block]:
    """What must be notified, how soon, where, and the days worked out for this person."""
    say, blocks = paper.say, section(part.letter, paper.say(part.title))
    found = list(_dates(paper))
    if not _notifies(paper) and not found:
        return [*blocks, paragraph(say(words.NO_NOTIFICATION))]
    blocks += [Prose(say(words.NOTIFY_HOW), BODY), group(f"{part.letter}1", say(words.YOUR_DATES))]
    if found:
        rows = [_date(paper, one, f"{part.letter}1.{n}") for n, one in enumerate(found, 1)]
        head = [say(one) for one in (phrases.NUMBER, words.BY_DAY, phrases.WHAT)]
        blocks.append(Table((NUMBERS, Column(), Column(1)), head, rows, HEAD, heads=0))
    else:
        blocks.append(Prose(say(words.NO_OWN_DATES), BODY))
    if not _notifies(paper):
        return blocks
    number = f"{part.letter}2"
    duties: list[list[list[Block]]] = [
        [[Prose(f"{number}.{n}", CELL_BOLD)], [Prose(say(what), CELL)], [Prose(say(soon), CELL)]]
        for n, (what, soon) in enumerate(DUTIES, 1)
    ]
    head = [say(one) for one in (phrases.NUMBER, phrases.WHAT, words.HOW_SOON)]
    blocks += [
        group(number, say(words.NOTIFY_WHAT)),
        Table((NUMBERS, Column(3), Column(2)), head, duties, HEAD, heads=0),
        Prose(say(words.IF_YOU_BREAK), LABEL, "H3"),
        Prose(say(words.NOTIFY_BREACH), BODY),
    ]
    return blocks


def _notifies(paper: Paper) -> bool:
    """Whether the duties of Part 2 of the Sexual Offences Act 2003 run today, by the dates that the law gave."""
    today, given = paper.pack.today, paper.pack.dates
    ends = [one.working for one in given if one.code == "notification.ends"]
    begun = any(one.code == "notification.starts" and one.on <= today for one in given)
    periodic = any(one.code == "notification.periodic_by" for one in given)
    return (begun or periodic) and not (ends and max(ends) < today)


def _dates(paper: Paper) -> Iterator[LegalDate]:
    """The days that the person works to: what is ahead, and duties that are past and not recorded as done."""
    for one in sorted(paper.pack.dates, key=lambda found: found.working):
        if one.code in OWN_DATES and one.limit != "outer":
            late = one.nature == "duty" and outstanding(paper.pack.case, one)
            if one.working >= paper.pack.today or late:
                yield one


def _date(paper: Paper, one: LegalDate, number: str) -> list[list[Block]]:
    when = f"{day(paper, one.working)}, {one.at:%H:%M}" if one.at and not one.override else day(paper, one.working)
    what: list[Block] = [Prose(paper.say(OWN_DATES[one.code]), CELL)]
    if one.working < paper.pack.today:
        what.append(Prose([strong(paper.say(words.STILL_OPEN))], CELL))
    return [[Prose(number, CELL_BOLD)], [Prose(when, CELL_BOLD)], what]


def own_asking(paper: Paper, part: Part) -> list[Block]:
    """Whom to ask, and a place to sign."""
    say = paper.say
    found = [one for one in paper.pack.case.of("contact") if one["lead"] is True]
    blocks: list[Block] = [Prose(say(words.ASK), BODY)]
    for one in found:
        agency = _answer(paper, one, "agency") if "agency" in one.answers else ""
        rest = ", ".join(told for told in (agency, one.words("phone")) if told)
        blocks.append(Prose([strong(one.words("name")), Run(f", {rest}" if rest else "")], BODY))
    if not found:
        blocks.append(Prose(say(words.NO_ONE_TO_ASK), BODY))
    signers = [(say(words.EXPLAINED), paper.name), (say(words.EXPLAINED_BY), "")]
    return [*section(part.letter, say(part.title)), *together([*blocks, to_sign(paper, signers)])]
