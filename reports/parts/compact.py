"""A plan on one page, and the sheet for the night: every section in a row, its answers and records run together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from casework.answer import Absent
from casework.case import age
from casework.dates import spoken
from casework.document import Part
from casework.field import Field, FieldType
from casework.record import Record, has_value, is_given, title
from casework.row_layout import row_layout
from casework.standing import State, standing
from casework.template import Rows, Section
from reports import phrases
from reports.page import AREA
from reports.paper import Paper
from reports.parts.cover import left_out_line
from reports.parts.plan import standing_rows
from reports.parts.portrait import beside_portrait
from reports.parts.rows import kind_name
from reports.phrases_meetings import NOTHING_RECORDED
from reports.setting import is_short
from reports.styles import HEAD, QUIET
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.flow import fits
from reports.tagged.prose import Prose
from reports.tagged.style import Box, Run, Style
from reports.tagged.table import Table
from reports.typeface import Face

_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
_LEFT = 76.0


@dataclass(frozen=True, slots=True)
class _Setting:
    """One attempt at the page, in one size of type."""

    paper: Paper
    size: float

    @property
    def text(self) -> Style:
        """The style of an answer."""
        return Style(self.size, self.size * 1.26, after=0.9)

    @property
    def row(self) -> Style:
        """The style of a record, its number hanging before it."""
        return replace(self.text, indent=20.0)


def compact(paper: Paper, _part: Part) -> list[Block]:
    """The largest type in which everything stands on one page, for a sheet on two; in the smallest it may go on."""
    pages = 1 if paper.document.of_plan else 2
    for size in _SIZES:
        blocks = _page(_Setting(paper, size))
        if fits(blocks, AREA.width, pages * AREA.height * (1.0 if pages == 1 else 0.97)):
            return blocks
    if pages == 1:
        blocks.append(Prose(paper.say(phrases.LONGER), Style(8, 11, Face.ITALIC, before=4)))
    return blocks


def _page(setting: _Setting) -> list[Block]:
    sections = [list(_section(setting, one)) or _nothing(setting, one) for one in setting.paper.template.section]
    rows = [
        ([_heading(setting, one)], told)
        for one, told in zip(setting.paper.template.section, sections, strict=True)
        if told
    ]
    table = Table((Column(fixed=_LEFT), Column(1)), (), rows, HEAD, heads=1, before=4)
    return [*beside_portrait(setting.paper, tuple(_who(setting))), table, *left_out_line(setting.paper)]


def _heading(setting: _Setting, section: Section) -> Prose:
    number = setting.paper.template.number(section)
    style = replace(setting.text, face=Face.SEMIBOLD)
    return Prose(f"{number}  {setting.paper.say(section.short) or setting.paper.say(section.title)}", style)


def _who(setting: _Setting) -> Iterator[Block]:
    """Name and reference, and the level, category and risk that stand today."""
    paper = setting.paper
    case, today = paper.pack.case, paper.pack.today
    born = case.one("person")["date_of_birth"]
    told = (
        paper.say(phrases.BORN, day=spoken(born, paper.language).split(" ", 1)[1], age=age(born, today))
        if isinstance(born, date)
        else paper.missing(case.one("person"), "date_of_birth", phrases.BORN_UNKNOWN)
    )
    chips = [run for words in _standing(paper) for run in (Run("  "), Run(words, box=Box.OUTLINE))]
    yield Prose(paper.say(paper.template.name), Style(12, 15, Face.BOLD, after=0), "H1")
    quiet = Run(f"   {told} · {case.ref}   " if told else f"   {case.ref}   ", face=Face.REGULAR, grey=QUIET)
    yield Prose([Run(paper.name), quiet, *chips], Style(10, 16, Face.SEMIBOLD, after=2))


def _standing(paper: Paper) -> Iterator[str]:
    for kind, key in (("category", "category"), ("level", "level"), ("rosh", "overall")):
        found = paper.pack.case.current(kind, paper.pack.today)
        shown = found.shape.get(key) if found else None
        if found and shown and has_value(found[key]):
            words = shown.told(found[key], paper.language)
            yield f"{paper.say(shown.label)}: {words}" if kind == "rosh" else words


def _section(setting: _Setting, one: Section) -> Iterator[Block]:
    paper = setting.paper
    stands = standing(one, paper.pack.case, paper.pack.plan)
    if stands.state is State.NOT_NEEDED and not stands.rows and paper.document.of_plan:
        return
    number, count = paper.template.number(one), 0
    if paper.document.of_sheet:
        yield from _answers(setting, one)
    for part in one.rows:
        for record in standing_rows(paper, part):
            if paper.document.of_sheet and _over(record, paper.pack.today):
                continue
            count += 1
            paper.enter(f"{number}.{count}", record, [f.key for f in paper.asked(record, part.keys)])
            first, *more = _record(paper, record, part)
            yield Prose(first, setting.row, number=f"{number}.{count}")
            yield from (Prose(runs, setting.row) for runs in more)
        if not paper.edition.holds(part.kind) and part.at_least and not paper.edition.keeps:
            kind = kind_name(part.kind, paper)
            yield Prose(
                paper.say(phrases.LEFT_OUT_HERE, kind=kind), replace(setting.text, face=Face.ITALIC, grey=QUIET)
            )
        elif paper.edition.keeps:
            continue
        elif not standing_rows(paper, part) and part.at_least and not is_given(paper.pack.plan[part.none_reason]):
            kind = paper.say(part.name) or kind_name(part.kind, paper, single=True)
            yield Prose(paper.say(phrases.NONE_YET, kind=kind), replace(setting.text, face=Face.ITALIC, grey=QUIET))
    if not paper.document.of_sheet:
        yield from _answers(setting, one)


def _nothing(setting: _Setting, one: Section) -> list[Block]:
    """That nothing was written where a sheet asks for something: at night a number that is missing is a question."""
    paper = setting.paper
    wanted = paper.document.of_sheet and any(paper.edition.holds("plan", field.key) for field in one.field)
    quiet = replace(setting.text, face=Face.ITALIC, grey=QUIET)
    return [Prose(paper.say(NOTHING_RECORDED), quiet)] if wanted else []


def _over(record: Record, today: date) -> bool:
    """Whether a stay is over: at night nobody looks for the person there."""
    ended = record["ended_on"]
    return isinstance(ended, date) and ended < today


def _answers(setting: _Setting, one: Section) -> Iterator[Block]:
    """The section's own answers, each after its question; short ones share a line."""
    paper, keys, together = setting.paper, [f.key for f in one.field], list[Run]()
    excuses = {part.none_reason for part in one.rows if part.none_reason}
    for asked in paper.asked(paper.pack.plan, keys) if keys else ():
        told = paper.told(paper.pack.plan, asked)
        if not told or (asked.key in excuses and not is_given(paper.pack.plan[asked.key])):
            continue
        runs = [Run(f"{paper.say(asked.label)}: ", face=Face.SEMIBOLD), Run(_line(told))]
        if is_short(asked, told):
            together += [*([Run("  ·  ", grey=QUIET)] if together else []), *runs]
            continue
        if together:
            yield Prose(together, setting.text)
            together = []
        yield Prose(runs, setting.text)
    if together:
        yield Prose(together, setting.text)


def _record(paper: Paper, record: Record, part: Rows) -> Iterator[list[Run]]:
    """A record in one paragraph: what names it, then the rest after short labels; on a sheet a long answer has its own.

    What it is linked to is told only where the section names that field.
    """
    layout, named = row_layout(record.shape), set(record.shape.title)
    first = [Run(_line(title(record, paper.language, paper.linked)), face=Face.SEMIBOLD)]
    apart: list[list[Run]] = []
    for one in paper.asked(record, part.keys):
        told = paper.told(record, one, briefly=True)
        linked = one.type in (FieldType.LINK, FieldType.LINKS) and not part.keys
        silent = record[one.key] is Absent.NONE or (one.key in layout.only_yes and record[one.key] is False)
        if not told or linked or one.key in named or silent:
            continue
        words = paper.say(layout.labels.get(one.key, one.label))
        runs = [*([] if _speaks(one) else [Run(f"{words}: ", grey=QUIET)]), Run(_line(told))]
        if one.type is FieldType.LONG and paper.document.of_sheet:
            apart.append(runs)
        else:
            first += [Run(" · ", grey=QUIET), *runs]
    yield first
    yield from apart


def _speaks(one: Field) -> bool:
    """Whether an answer says what it is without its label."""
    return one.key in ("agency", "pillar", "basis", "criterion", "role")


def _line(told: str) -> str:
    return " ".join(told.split()).removeprefix("• ")
