"""What changed since the version agreed before: each change as a numbered line with its kind in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from casework.changes import Changes, changes, grouped
from casework.comparison import Difference
from casework.dates import distance, spoken
from casework.document import Part
from casework.record import Record
from casework.text import Text
from reports import phrases
from reports import phrases_changes as words
from reports.paper import Paper
from reports.parts.brief import cut
from reports.setting import NUMBERS, group
from reports.styles import CELL, CELL_BOLD, CELL_QUIET, HEAD, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.style import Run
from reports.tagged.table import Table

_MOST, _TITLE, _FEW = 90, 64, 4
_KINDS = {"added": words.NEW, "changed": words.CHANGED, "dropped": words.DROPPED}
Line = tuple[Text, str, list[Block]]


def what_changed(paper: Paper, part: Part) -> list[Block]:
    """Risk and level, orders and dates, the plan by its sections, and the actions."""
    earlier = paper.pack.earlier
    if earlier is None:
        return [Prose(paper.say(words.NO_EARLIER), NOTE)]
    found = changes(paper.pack.template, earlier, paper.pack.case, paper.pack.today, paper.language)
    since = paper.say(words.SINCE, number=earlier.number, day=spoken(earlier.on, paper.language))
    groups = (
        (words.RISK, _lines(paper, found.risk), words.SAME),
        (words.ORDERS, _lines(paper, found.orders), words.SAME),
        (words.PLAN, _lines(paper, found.plan), words.SAME),
        (words.ACTIONS, list(_actions(paper, found)), words.NO_ACTIONS),
    )
    blocks: list[Block] = [Prose(since, CELL_BOLD)]
    for n, (title, lines, none) in enumerate(groups, 1):
        number = f"{part.letter}{n}"
        blocks += [group(number, paper.say(title)), _table(paper, number, lines, none)]
    return blocks


def _table(paper: Paper, number: str, lines: Sequence[Line], none: Text) -> Block:
    if not lines:
        return Prose(paper.say(none), NOTE)
    rows: list[list[list[Block]]] = [
        [[Prose(f"{number}.{n}", CELL_QUIET)], [Prose(paper.say(kind), CELL_BOLD)], [Prose(about, CELL)], said]
        for n, (kind, about, said) in enumerate(lines, 1)
    ]
    columns = (NUMBERS, Column(fixed=52), Column(share=2), Column(share=6))
    return Table(columns, (), rows, HEAD, heads=1, before=2, after=6)


def _lines(paper: Paper, some: Sequence[Difference]) -> list[Line]:
    return [_line(paper, one) for one in grouped(some)]


def _line(paper: Paper, some: Sequence[Difference]) -> Line:
    """A record or an answer in a row: what came, what went, or each of its changes in a line."""
    first = some[0]
    where = f"{paper.pack.template.number(first.section)} " if first.section else ""
    about = f"{where}{cut(first.record or first.field, _TITLE)}"
    if len(some) == 1 and not first.field:
        return _KINDS[first.change], about, [Prose(_without(first.record, first.was or first.now), CELL)]
    said: list[Block] = [_change(paper, one) for one in some[:_FEW]]
    if len(some) > _FEW:
        said.append(Prose(paper.say(phrases.AND_MORE, count=len(some) - _FEW), CELL_QUIET))
    return words.CHANGED, about, said


def _change(paper: Paper, one: Difference) -> Prose:
    """One change in words: was this, now that; or new, or gone."""
    label = f"{one.field}: " if one.record else ""
    quiet = CELL_QUIET.grey
    if not one.field:
        return Prose(_short(one.now), CELL)
    if one.change == "changed":
        runs = [Run(paper.say(words.WAS), grey=quiet), Run(f" {_short(one.was)} ")]
        runs += [Run(paper.say(words.NOW), grey=quiet), Run(f" {_short(one.now)}")]
    else:
        word = words.ALSO_NEW if one.now else words.GONE
        runs = [Run(paper.say(word), grey=quiet), Run(f" {_short(one.now or one.was)}")]
    return Prose([*([Run(label)] if label else []), *runs], CELL)


def _without(named: str, said: str) -> str:
    """A whole record in short, without the answer that names it."""
    lines = [line for line in said.split("\n") if line.partition(": ")[2] != named]
    return _short("\n".join(lines))


def _short(said: str) -> str:
    return cut("; ".join(plain for line in said.split("\n") if (plain := line.strip(" -•"))), _MOST)


def _actions(paper: Paper, found: Changes) -> Iterator[Line]:
    for kind, some in ((words.DONE, found.done), (words.NOT_DONE, found.not_done)):
        for one in some:
            yield kind, _whose(paper, one, "done_on"), _said(one, "" if kind is words.DONE else one.words("outcome"))
    for one in found.open:
        due = one["due_on"]
        late = isinstance(due, date) and due < paper.pack.today
        told = paper.say(distance(due, paper.pack.today)) if late and isinstance(due, date) else ""
        yield words.STILL_OPEN, _whose(paper, one, "due_on"), _said(one, told)


def _whose(paper: Paper, one: Record, key: str) -> str:
    day = one[key]
    owner = cut(one.words("owner"), _TITLE // 2)
    return f"{owner}, {spoken(day, paper.language)}" if isinstance(day, date) else owner


def _said(one: Record, more: str) -> list[Block]:
    told = [Run(_short(one.words("what")))]
    return [Prose([*told, Run(f" – {_short(more)}", grey=CELL_QUIET.grey)] if more else told, CELL)]
