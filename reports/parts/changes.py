"""What changed since the version agreed before: one page that says it all, and behind it in full what it shortens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from casework.changes import Changes, changes, grouped
from casework.comparison import Difference
from casework.dates import distance, spoken
from casework.document import Part
from casework.record import Record
from casework.text import Text
from reports import phrases
from reports import phrases_changes as words
from reports.page import AREA
from reports.paper import Paper
from reports.parts.brief import cut
from reports.parts.listed import listed
from reports.parts.opening import opening
from reports.setting import NUMBERS, group
from reports.styles import CELL, CELL_BOLD, CELL_QUIET, HEAD, NOTE, SECTION
from reports.tagged.block import Block, NewPage
from reports.tagged.columns import Column
from reports.tagged.flow import fits
from reports.tagged.prose import Prose
from reports.tagged.style import Run
from reports.tagged.table import Table

_TITLE, _LEAST = 64, 2
_WHERE = replace(CELL, indent=NOTE.indent, after=2)
_KINDS = {"added": words.NEW, "changed": words.CHANGED, "dropped": words.DROPPED}
_MATTERS = ("scenario", "contingency", "measure", "victim", "factor")
_PERSON = "records"


@dataclass(frozen=True, slots=True)
class _Line:
    """One line: its kind in words, what it is about, what it says. ``weight``: what weighs least goes last.

    ``part`` is the section of the plan that it stands in, in words.
    """

    kind: Text
    about: str
    said: tuple[Block, ...]
    weight: tuple[int, ...] = ()
    part: str = ""


@dataclass(frozen=True, slots=True)
class _Teller:
    """Puts changes into words: of a text at most ``most`` characters, of one record at most ``few`` changes."""

    paper: Paper
    most: int
    few: int

    def lines(self, some: Sequence[Difference]) -> list[_Line]:
        return [self._line(one) for one in grouped(some)]

    def _line(self, some: Sequence[Difference]) -> _Line:
        """A record or an answer in a row: what came, what went, or each of its changes in a line."""
        first, paper = some[0], self.paper
        where = f"{paper.pack.template.number(first.section)} " if first.section else ""
        part = f"{where}{paper.say(first.section.short) or paper.say(first.section.title)}" if first.section else ""
        about = f"{where}{cut(first.record or first.field, _TITLE)}"
        kinds = {part.kind for part in first.section.rows} if first.section else set()
        apart = 0 if kinds & set(_MATTERS) else 1
        if len(some) == 1 and not first.field:
            said = self._short(_without(first.record, first.was or first.now))
            return _Line(_KINDS[first.change], about, (Prose(said, CELL),), (apart, 0), part)
        told = [self._change(one) for one in some[: self.few]]
        if len(some) > self.few:
            more = paper.say(phrases.AND_MORE, count=len(some) - self.few)
            told[-1].append(Run(f" – {more}", grey=CELL_QUIET.grey))
        return _Line(words.CHANGED, about, tuple(Prose(one, CELL) for one in told), (apart, 1), part)

    def _change(self, one: Difference) -> list[Run]:
        """One change in words: was this, now that; or new, or gone."""
        say, quiet = self.paper.say, CELL_QUIET.grey
        label = f"{one.field}: " if one.record else ""
        if not one.field:
            return [Run(self._short(one.now))]
        if one.change == "changed":
            runs = [Run(say(words.WAS), grey=quiet), Run(f" {self._short(one.was)} ")]
            runs += [Run(say(words.NOW), grey=quiet), Run(f" {self._short(one.now)}")]
        else:
            word = words.ALSO_NEW if one.now else words.GONE
            runs = [Run(say(word), grey=quiet), Run(f" {self._short(one.now or one.was)}")]
        return [*([Run(label)] if label else []), *runs]

    def _short(self, said: str) -> str:
        lines = [plain for line in said.split("\n") if (plain := line.strip(" -•"))]
        return cut("; ".join([*(one.rstrip(".") for one in lines[:-1]), *lines[-1:]]), self.most)

    def actions(self, found: Changes) -> Iterator[_Line]:
        """What became of the actions: what was not done weighs most, then what is late."""
        for kind, some, weight in ((words.DONE, found.done, 2), (words.NOT_DONE, found.not_done, 0)):
            for one in some:
                more = "" if kind is words.DONE else one.words("outcome")
                yield _Line(kind, self._whose(one, "done_on"), self._said(one, more), (weight,))
        today = self.paper.pack.today
        for one in found.open:
            due = one["due_on"]
            late = isinstance(due, date) and due < today
            told = self.paper.say(distance(due, today)) if late and isinstance(due, date) else ""
            yield _Line(words.STILL_OPEN, self._whose(one, "due_on"), self._said(one, told), (1 if late else 3,))

    def _whose(self, one: Record, key: str) -> str:
        day = one[key]
        owner = cut(one.words("owner"), _TITLE // 2)
        return f"{owner}, {spoken(day, self.paper.language)}" if isinstance(day, date) else owner

    def _said(self, one: Record, more: str) -> tuple[Block, ...]:
        told = [Run(self._short(one.words("what")))]
        return (Prose([*told, Run(f" – {self._short(more)}", grey=CELL_QUIET.grey)] if more else told, CELL),)


@dataclass(frozen=True, slots=True)
class _Group:
    """A heading with its lines, and what stands there where there are none."""

    number: str
    title: Text
    lines: tuple[_Line, ...]
    none: Text

    def chosen(self, most: int) -> list[int]:
        """The places of the lines that weigh most, in the order in which they stand."""
        ranked = sorted(range(len(self.lines)), key=lambda n: self.lines[n].weight)
        return sorted(ranked[:most])


def what_changed(paper: Paper, part: Part) -> list[Block]:
    """Risk and level, orders and dates, the plan by its sections, and the actions, on the first page.

    Where they are too many for it the lines that weigh most stand there under their numbers with the count of the rest,
    and all of them follow in full.
    """
    earlier = paper.pack.earlier
    if earlier is None:
        return [Prose(paper.say(words.NO_EARLIER), NOTE)]
    found = changes(paper.pack.template, earlier, paper.pack.case, paper.pack.today, paper.language)
    since = Prose(paper.say(words.SINCE, number=earlier.number, day=spoken(earlier.on, paper.language)), CELL_BOLD)
    short = _groups(_Teller(paper, 90, 4), part, found)
    whole: list[Block] = [since, *_all(paper, short)]
    before = _before(paper, part)
    if _fit(before, whole):
        return whole
    brief = [short[0], *_groups(_Teller(paper, 90, 1), part, found)[1:]]
    counts = _fullest(brief, lambda tried: _fit(before, [since, *_some(paper, brief, tried)]))
    full = _groups(_Teller(paper, 300, 100), part, found)
    annex = Prose(paper.say(words.IN_FULL, letter=part.letter), SECTION, "H1")
    return [since, *_some(paper, brief, counts), NewPage(), annex, *_all(paper, full)]


def _groups(teller: _Teller, part: Part, found: Changes) -> list[_Group]:
    told = (
        (words.RISK, teller.lines(found.risk), words.SAME),
        (words.ORDERS, teller.lines(found.orders), words.SAME),
        (words.PLAN, teller.lines(found.plan), words.SAME),
        (words.ACTIONS, teller.actions(found), words.NO_ACTIONS),
    )
    return [
        _Group(f"{part.letter}{n}", title, tuple(lines), none) for n, (title, lines, none) in enumerate(told, start=1)
    ]


def _before(paper: Paper, part: Part) -> list[Block]:
    """What stands on the page before this part."""
    person = [one for one in paper.parts if one.set == _PERSON]
    return [*opening(paper, part), *(block for one in person for block in listed(paper, one))]


def _fit(before: Sequence[Block], blocks: Sequence[Block]) -> bool:
    return fits([*before, *blocks], AREA.width, AREA.height)


def _fullest(groups: Sequence[_Group], fit: Callable[[Sequence[int]], bool]) -> list[int]:
    """How many lines of each group stand on the page: all of the first, of the others in turn as many as there is room.

    A few of each stand there whatever the rest takes.
    """
    counts = [min(len(one.lines), _LEAST if n else len(one.lines)) for n, one in enumerate(groups)]
    growing = [n for n, one in enumerate(groups) if counts[n] < len(one.lines)]
    while growing:
        for n in list(growing):
            tried = [count + (at == n) for at, count in enumerate(counts)]
            if fit(tried):
                counts = tried
            if counts != tried or counts[n] == len(groups[n].lines):
                growing.remove(n)
    return counts


def _all(paper: Paper, groups: Sequence[_Group]) -> list[Block]:
    blocks: list[Block] = []
    for one in groups:
        blocks += [group(one.number, paper.say(one.title)), *_table(paper, one, range(len(one.lines)))]
    return blocks


def _some(paper: Paper, groups: Sequence[_Group], counts: Sequence[int]) -> list[Block]:
    """Of each group so many lines, how many there are of each kind beside its heading, and where the rest stands."""
    blocks: list[Block] = []
    for one, count in zip(groups, counts, strict=True):
        kinds = list(dict.fromkeys(each.kind for each in one.lines))
        tally = [f"{sum(each.kind == kind for each in one.lines)} {paper.say(kind).lower()}" for kind in kinds]
        runs = [Run(f"   {', '.join(tally)}", face=CELL.face, grey=CELL_QUIET.grey)] if tally else []
        blocks += [group(one.number, paper.say(one.title), runs), *_table(paper, one, one.chosen(count))]
        if more := len(one.lines) - count:
            if parts := Counter(each.part for each in one.lines if each.part):
                blocks.append(Prose(" · ".join(f"{name}: {n}" for name, n in parts.items()), _WHERE))
            blocks.append(Prose(paper.say(words.MORE, count=more, number=one.number), NOTE))
    return blocks


def _table(paper: Paper, one: _Group, at: Sequence[int]) -> list[Block]:
    if not one.lines:
        return [Prose(paper.say(one.none), NOTE)]
    rows: list[list[list[Block]]] = [
        [
            [Prose(f"{one.number}.{n + 1}", CELL_QUIET)],
            [Prose(paper.say(line.kind), CELL_BOLD)],
            [Prose(line.about, CELL)],
            list(line.said),
        ]
        for n in at
        for line in [one.lines[n]]
    ]
    columns = (NUMBERS, Column(fixed=52), Column(share=2), Column(share=6))
    return [Table(columns, (), rows, HEAD, heads=1, before=2, after=6)]


def _without(named: str, said: str) -> str:
    """A whole record in short, without the answer that names it."""
    return "\n".join(line for line in said.split("\n") if line.partition(": ")[2] != named)
