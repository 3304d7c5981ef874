"""The case in 60 seconds: one page, however much stands in the case; what is cut short says where it stands whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.answer import Absent
from casework.case import age
from casework.chain import chain
from casework.dates import distance, spoken
from casework.document import Part
from casework.record import Record, has_value, title
from reports import phrases
from reports.page import AREA
from reports.paper import Paper
from reports.parts.brief import Brief, Measure, cut
from reports.parts.due import day
from reports.parts.matrix import matrix
from reports.setting import label, section, strong, typed
from reports.styles import CELL, CELL_BOLD, HEAD
from reports.tagged.block import Block, NewPage, Spread
from reports.tagged.columns import Column
from reports.tagged.flow import measured
from reports.tagged.prose import Prose
from reports.tagged.style import Box, Run, Style
from reports.tagged.table import Table
from reports.typeface import Face

_NAME = Style(14, 18, Face.BOLD, after=1)
_CHIPS = Style(10, 18, Face.SEMIBOLD, after=0)
_WORDS = Style(9.5, 13, after=4)
_HEADING = Style(11.5, 15, Face.BOLD, before=8, after=2, keep_next=True)
_LONGEST_NAME = 160

_MEASURES = (
    Measure(1400, 6, 5, 6), Measure(900, 6, 5, 6), Measure(620, 6, 4, 6), Measure(440, 6, 4, 5), Measure(320, 6, 4, 5),
    Measure(250, 6, 3, 4), Measure(190, 5, 3, 4), Measure(140, 5, 2, 3), Measure(100, 4, 2, 3), Measure(70, 3, 1, 2),
    Measure(40, 2, 1, 1),
)  # fmt: skip


def summary(paper: Paper, part: Part) -> list[Block]:
    """The page, and after it in full what it had to cut and what stands nowhere else."""
    brief = Brief(paper, part.letter, _MEASURES[0])
    blocks: list[Block] = []
    for most in _MEASURES:
        brief = Brief(paper, part.letter, most)
        blocks = _page(brief, part)
        if measured(blocks, AREA.width) <= AREA.height:
            break
    wholes: list[Block] = []
    for one in brief.wholes:
        wholes += [label(one.number, paper.say(phrases.IN_FULL, what=one.what)), *typed(one.words)]
    return [NewPage(), *blocks, NewPage(), *wholes]


def _page(brief: Brief, part: Part) -> list[Block]:
    paper = brief.paper
    rosh = paper.pack.case.current("rosh", paper.pack.today)
    left = (*_why(brief), *_at_risk(brief, rosh))
    right = _risk(paper, rosh)
    return [
        *section(part.letter, paper.say(part.title)),
        *_who(paper, rosh),
        Spread(((10, left), (12, right))) if right else Spread(((1, left),)),
        *_scenarios(brief),
        Spread(((3, tuple(_decide(brief))), (2, tuple(_next(brief))))),
    ]


def _who(paper: Paper, rosh: Record | None) -> list[Block]:
    case, today = paper.pack.case, paper.pack.today
    born = case.one("person")["date_of_birth"]
    where, lead = case.current("whereabouts", today), next((c for c in case.of("contact") if c["lead"] is True), None)
    told = [
        paper.say(phrases.BORN, day=spoken(born, paper.language), age=age(born, today))
        if isinstance(born, date)
        else paper.say(phrases.BORN_UNKNOWN),
        case.ref,
        cut(title(where, paper.language), _LONGEST_NAME) if where else "",
    ]
    held = ", ".join(words for key in ("name", "phone") if lead and (words := lead.words(key)))
    agency = _word(paper, lead, "agency") if lead else ""
    return [
        Prose(cut(case.name, _LONGEST_NAME), _NAME),
        Prose(" · ".join(words for words in told if words), _WORDS),
        Prose(_chips(paper, rosh), _CHIPS),
        *([Prose(cut(paper.say(phrases.LED_BY, agency=agency, who=held), _LONGEST_NAME), _WORDS)] if held else []),
    ]


def _chips(paper: Paper, rosh: Record | None) -> list[Run]:
    category = paper.pack.case.current("category", paper.pack.today)
    code = category.words("category") if category else ""
    level = paper.pack.level
    found = [paper.say(phrases.CATEGORY, code=code)] if code else []
    found += [paper.say(phrases.LEVEL, code=level)] if level else []
    runs = [run for words in found for run in (Run(words, box=Box.OUTLINE), Run("  "))]
    if rosh is None or not has_value(rosh["overall"]):
        return [*runs, Run(paper.say(phrases.ROSH_NOT_ASSESSED), box=Box.OUTLINE)]
    words = paper.say(phrases.ROSH, level=_word(paper, rosh, "overall").upper())
    return [*runs, Run(words, box=Box.REVERSE if rosh["overall"] == "very_high" else Box.OUTLINE)]


def _word(paper: Paper, record: Record, key: str) -> str:
    one = record.shape.get(key)
    return one.told(record[key], paper.language) if one else ""


def _why(brief: Brief) -> list[Block]:
    paper = brief.paper
    level = paper.pack.case.current("level", paper.pack.today)
    what = paper.say(phrases.WHY_LEVEL, level=paper.pack.level) if paper.pack.level else paper.say(phrases.WHY_MAPPA)
    told = brief.said(level, "criterion", what) if level else ""
    return [Prose(what, _HEADING, "H2"), *typed(told or paper.say(Absent.NOT_ASKED.label), _WORDS)]


def _at_risk(brief: Brief, rosh: Record | None) -> list[Block]:
    blocks: list[Block] = []
    if rosh:
        for key, heading in (("who", phrases.WHO_AT_RISK), ("when_greatest", phrases.WHEN_GREATEST)):
            what = brief.paper.say(heading)
            told = brief.said(rosh, key, what) or _word(brief.paper, rosh, key)
            blocks += [Prose(what, _HEADING, "H2"), *typed(told, _WORDS)]
    return blocks


def _risk(paper: Paper, rosh: Record | None) -> tuple[Block, ...]:
    if rosh is None:
        return ()
    assessed, who = rosh["assessed_on"], rosh.words("assessor")
    when = day(paper, assessed) if isinstance(assessed, date) else paper.say(Absent.UNKNOWN.label)
    note = paper.say(phrases.ASSESSED, when=when, who=cut(who, 60)) if who else when
    return (
        Prose(paper.say(phrases.RISK_MATRIX), _HEADING, "H2"),
        matrix(paper, rosh, gutter=5.0),
        Prose(note, CELL),
    )


def _scenarios(brief: Brief) -> list[Block]:
    paper, found = brief.paper, brief.paper.pack.case.of("scenario")
    heading = Prose(paper.say(phrases.WHAT_COULD_HAPPEN), _HEADING, "H2")
    if not found:
        return [heading, Prose(paper.say(phrases.NONE_YET, kind=paper.say(phrases.SCENARIO)), _WORDS)]
    rows = [_scenario(brief, one) for one in found[: brief.most.scenarios]]
    if more := len(found) - len(rows):
        number = paper.number_of(found[0].id).rpartition(".")[0]
        rows.append([[], [Prose(paper.say(phrases.MORE, count=more, number=number), CELL)], [], []])
    words = (phrases.NUMBER, phrases.WHAT_AND_TO_WHOM, phrases.HOW_SOON, phrases.WHAT_STOPS_IT)
    columns = (Column(fixed=31), Column(4), Column(3), Column(4))
    return [heading, Table(columns, [paper.say(one) for one in words], rows, HEAD, heads=0)]


def _scenario(brief: Brief, one: Record) -> list[list[Block]]:
    paper = brief.paper
    words = ", ".join(_word(paper, one, key) for key in ("imminence", "severity") if has_value(one[key]))
    to_whom, when = brief.said(one, "to_whom", title(one)), brief.said(one, "when", title(one))
    stops = list(
        {row.measure.id: row.measure for row in chain(paper.pack.case) if row.measure and row.scenario == one}.values()
    )
    told: list[Block] = [Prose(paper.linked(m.id), CELL) for m in stops[: brief.most.measures]]
    if more := len(stops) - len(told):
        told.append(Prose(paper.say(phrases.AND_MORE, count=more), CELL))
    return [
        [Prose(paper.number_of(one.id), CELL_BOLD)],
        [Prose([strong(cut(title(one, paper.language), _LONGEST_NAME))], CELL), *_if(to_whom)],
        [*_if(words, bold=True), *_if(when)],
        told or [Prose([strong(paper.say(phrases.NOTHING_STOPS_IT))], CELL)],
    ]


def _if(words: str, *, bold: bool = False) -> list[Block]:
    return typed(words, CELL_BOLD if bold else CELL) if words else []


def _decide(brief: Brief) -> Iterator[Block]:
    paper, meeting = brief.paper, brief.paper.pack.meeting
    what = paper.say(phrases.TO_DECIDE)
    yield Prose(what, _HEADING, "H2")
    told = brief.said(meeting, "purpose", what) if meeting else paper.say(phrases.NO_MEETING)
    yield from typed(told or paper.say(Absent.NOT_ASKED.label), _WORDS)


def _next(brief: Brief) -> Iterator[Block]:
    paper = brief.paper
    yield Prose(paper.say(phrases.NEXT_DATES), _HEADING, "H2")
    for one in paper.pack.due[: brief.most.dates]:
        away = paper.say(distance(one.on, paper.pack.today))
        words = cut(paper.say(one.what), min(90, brief.most.text))
        when = f"{day(paper, one.on)} ({away}) "
        yield Prose([Run(when, face=Face.SEMIBOLD if one.late else None), Run(words)], CELL)
    if not paper.pack.due:
        yield Prose(paper.say(phrases.NO_DATES), CELL)
