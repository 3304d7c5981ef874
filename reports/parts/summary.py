"""The case in 60 seconds: one page, however much stands in the case; what is cut short says where it stands whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from casework.answer import Absent
from casework.case import age
from casework.chain import chain
from casework.dates import distance, spoken
from casework.document import Part
from casework.record import Record, has_value, title
from casework.text import Text
from reports import phrases
from reports.page import AREA
from reports.paper import Paper, in_order
from reports.parts.brief import Brief, Measure, cut
from reports.parts.due import day
from reports.parts.matrix import matrix
from reports.parts.portrait import beside_portrait
from reports.setting import label, section, strong, typed
from reports.styles import CELL, CELL_BOLD, CELL_QUIET, HEAD
from reports.tagged.block import Block, NewPage, Spread
from reports.tagged.columns import Column
from reports.tagged.flow import fits
from reports.tagged.prose import Prose
from reports.tagged.style import Box, Run, Style
from reports.tagged.table import Table
from reports.typeface import Face

_NAME = Style(13, 20, Face.BOLD, after=2)
_WORDS = Style(9, 12, after=3)
_HEADING = Style(11.5, 15, Face.BOLD, before=7, after=1, keep_next=True)
_LONGEST_NAME = 160
_NUMBERS = 6

_COUNTS = (
    Measure(6, 2, 5),
    Measure(5, 2, 5),
    Measure(4, 2, 5),
    Measure(4, 1, 4),
    Measure(4, 1, 3),
    Measure(3, 1, 3),
    Measure(2, 1, 2),
)
_READABLE = 0.34
_SCALES = tuple(0.06 * 1.3**n for n in range(16))
Made = tuple[Brief, list[Block]]

_FIRST = ("purpose", "criterion", "who")


def summary(paper: Paper, part: Part) -> list[Block]:
    """The page, and after it in full what it had to cut and what stands nowhere else."""
    brief, blocks = _fullest(paper, part)
    wholes: list[Block] = []
    for one in brief.wholes:
        wholes += [label(one.number, paper.say(phrases.IN_FULL, what=one.what)), *typed(one.words)]
    return [NewPage(), *blocks, NewPage(), *wholes]


def _fullest(paper: Paper, part: Part) -> Made:
    """The attempt that says most and still fits.

    As many rows as leave their texts readable; then all texts as long as they go; then those that matter most.
    """
    stopping = _measures(paper)

    def attempt(most: Measure) -> Made | None:
        brief = Brief(paper, part.letter, most, stopping)
        blocks = _page(brief, part)
        return (brief, blocks) if fits(blocks, AREA.width, AREA.height) else None

    counts = next((one for one in _COUNTS if attempt(replace(one, scale=_READABLE))), _COUNTS[-1])
    best = _longest(lambda scale: attempt(replace(counts, scale=scale)))
    if best is None:
        brief = Brief(paper, part.letter, replace(counts, scale=_SCALES[0]), stopping)
        return brief, _page(brief, part)
    for key in _FIRST:
        if key not in best[0].short:
            continue
        best = _longest(partial(_lengthened, attempt, best[0].most, key)) or best
    return best


def _lengthened(attempt: Callable[[Measure], Made | None], most: Measure, key: str, scale: float) -> Made | None:
    return attempt(replace(most, more=(*most.more, (key, max(scale, most.scale)))))


def _longest(attempt: Callable[[float], Made | None]) -> Made | None:
    """The attempt with the largest scale that succeeds, found by halving."""
    low, high = 0, len(_SCALES) - 1
    found = None
    while low <= high:
        middle = (low + high) // 2
        made = attempt(_SCALES[middle])
        if made:
            found, low = made, middle + 1
        else:
            high = middle - 1
    return found


def _page(brief: Brief, part: Part) -> list[Block]:
    paper = brief.paper
    rosh = paper.pack.case.current("rosh", paper.pack.today)
    left = (*_why(brief), *_of_rosh(brief, rosh, "who", phrases.WHO_AT_RISK))
    right = (*_risk(paper, rosh), *_of_rosh(brief, rosh, "when_greatest", phrases.WHEN_GREATEST))
    return [
        *section(part.letter, paper.say(part.title)),
        *beside_portrait(paper, _who(paper, rosh)),
        Spread(((10, left), (12, right))) if right else Spread(((1, left),)),
        *_scenarios(brief),
        Spread(((3, tuple(_decide(brief))), (2, tuple(_next(brief))))),
    ]


def _who(paper: Paper, rosh: Record | None) -> list[Block]:
    case, today = paper.pack.case, paper.pack.today
    born = case.one("person")["date_of_birth"]
    where, lead = case.current("whereabouts", today), next((c for c in case.of("contact") if c["lead"] is True), None)
    told = [
        paper.say(phrases.BORN, day=spoken(born, paper.language).split(" ", 1)[1], age=age(born, today))
        if isinstance(born, date)
        else paper.missing(case.one("person"), "date_of_birth", phrases.BORN_UNKNOWN),
        case.ref,
        cut(title(where, paper.language), _LONGEST_NAME) if where else "",
    ]
    held = ", ".join(words for key in ("name", "phone") if lead and (words := lead.words(key)))
    agency = _word(paper, lead, "agency") if lead else ""
    return [
        Prose([Run(f"{cut(paper.name, _LONGEST_NAME)}   "), *_chips(paper, rosh)], _NAME),
        Prose(" · ".join(words for words in told if words), _WORDS),
        *([Prose(cut(paper.say(phrases.LED_BY, agency=agency, who=held), _LONGEST_NAME), _WORDS)] if held else []),
    ]


def _chips(paper: Paper, rosh: Record | None) -> list[Run]:
    category = paper.pack.case.current("category", paper.pack.today)
    code = category.words("category") if category else ""
    level = paper.pack.level
    found = [paper.say(phrases.CATEGORY, code=code)] if code else []
    found += [paper.say(phrases.LEVEL, code=level)] if level else []
    runs = [run for words in found for run in (Run(words, box=Box.OUTLINE), Run(" "))]
    if rosh is None or not has_value(rosh["overall"]):
        return [*runs, Run(paper.say(phrases.ROSH_NOT_ASSESSED), box=Box.OUTLINE)]
    words = paper.say(phrases.ROSH, level=_word(paper, rosh, "overall").upper())
    return [*runs, Run(words, box=Box.REVERSE if rosh["overall"] == "very_high" else Box.OUTLINE)]


def _word(paper: Paper, record: Record, key: str) -> str:
    return paper.word(record, key)


def _absent(paper: Paper, record: Record | None, key: str) -> str:
    """Why an answer that has its place on the page is not there."""
    if record is None:
        return ""
    answer = record[key]
    return paper.missing(record, key, answer.label if isinstance(answer, Absent) else None)


def _why(brief: Brief) -> list[Block]:
    paper = brief.paper
    level = paper.pack.case.current("level", paper.pack.today)
    what = paper.say(phrases.WHY_LEVEL, level=paper.pack.level) if paper.pack.level else paper.say(phrases.WHY_MAPPA)
    told = brief.said(level, "criterion", what, 420) if level else paper.say(Absent.NOT_ASKED.label)
    return [Prose(what, _HEADING, "H2"), *typed(told or _absent(paper, level, "criterion"), _WORDS)]


def _of_rosh(brief: Brief, rosh: Record | None, key: str, heading: Text) -> list[Block]:
    if rosh is None:
        return []
    what = brief.paper.say(heading)
    told = brief.said(rosh, key, what, 240) or _word(brief.paper, rosh, key)
    return [Prose(what, _HEADING, "H2"), *typed(told, _WORDS)]


def _risk(paper: Paper, rosh: Record | None) -> tuple[Block, ...]:
    if rosh is None:
        return ()
    assessed, who = rosh["assessed_on"], rosh.words("assessor")
    when = day(paper, assessed) if isinstance(assessed, date) else paper.missing(rosh, "assessed_on")
    note = paper.say(phrases.ASSESSED, when=when, who=cut(who, 60)) if who and when else when
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
    columns = (Column(fixed=28), Column(9), Column(9), Column(10))
    return [heading, Table(columns, [paper.say(one) for one in words], rows, HEAD, heads=0, after=2)]


def _scenario(brief: Brief, one: Record) -> list[list[Block]]:
    paper = brief.paper
    words = ", ".join(_word(paper, one, key) for key in ("imminence", "severity") if has_value(one[key]))
    to_whom, when = brief.said(one, "to_whom", title(one), 170), brief.said(one, "when", title(one), 110)
    told = _stopping(brief, one)
    return [
        [Prose(paper.number_of(one.id), CELL_BOLD)],
        [Prose([strong(cut(title(one, paper.language), _LONGEST_NAME))], CELL), *_if(to_whom)],
        [*_if(words, bold=True), *_if(when)],
        told or [Prose([strong(paper.say(phrases.NOTHING_STOPS_IT))], CELL)],
    ]


def _stopping(brief: Brief, scenario: Record) -> list[Block]:
    """The measures against a scenario: those that stand directly against it in words, the rest by number."""
    paper = brief.paper
    found = brief.stopping.get(scenario.id, ())
    order = sorted(found, key=lambda one: (scenario.id not in one.links("serves"), in_order(_number(paper, one))))
    named = order[: brief.most.measures]
    words = brief.most.text(40)
    told: list[Block] = [
        Prose(f"{_number(paper, one)} {cut(title(one, paper.language), words)}", CELL) for one in named
    ]
    rest = order[len(named) :]
    if rest:
        some = sorted((_number(paper, one) for one in rest[:_NUMBERS]), key=in_order)
        more = [paper.say(phrases.AND_MORE, count=len(rest) - _NUMBERS)] if len(rest) > _NUMBERS else []
        told.append(Prose(paper.say(phrases.ALSO, numbers=", ".join([*some, *more])), CELL_QUIET))
    return told


def _measures(paper: Paper) -> dict[str, tuple[Record, ...]]:
    """The measures of the chain, for each scenario."""
    found: dict[str, dict[str, Record]] = {}
    for row in chain(paper.pack.case):
        if row.scenario and row.measure:
            found.setdefault(row.scenario.id, {})[row.measure.id] = row.measure
    return {scenario: tuple(measures.values()) for scenario, measures in found.items()}


def _number(paper: Paper, one: Record) -> str:
    return paper.number_of(one.id)


def _if(words: str, *, bold: bool = False) -> list[Block]:
    return typed(words, CELL_BOLD if bold else CELL) if words else []


def _decide(brief: Brief) -> Iterator[Block]:
    paper, meeting = brief.paper, brief.paper.pack.meeting
    what = paper.say(phrases.TO_DECIDE)
    yield Prose(what, _HEADING, "H2")
    told = brief.said(meeting, "purpose", what, 700) if meeting else paper.say(phrases.NO_MEETING)
    yield from typed(told or _absent(paper, meeting, "purpose"), _WORDS)


def _next(brief: Brief) -> Iterator[Block]:
    paper = brief.paper
    yield Prose(paper.say(phrases.NEXT_DATES), _HEADING, "H2")
    for one in paper.pack.due[: brief.most.dates]:
        away = paper.say(distance(one.on, paper.pack.today))
        words = cut(paper.say(one.what), brief.most.text(60))
        when = f"{day(paper, one.on)} ({away}) "
        yield Prose([Run(when, face=Face.SEMIBOLD if one.late else None), Run(words)], CELL)
    if not paper.pack.due:
        yield Prose(paper.say(phrases.NO_DATES), CELL)
