"""Records on paper: as the rows of a table or each as a card, by the layout of their kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.answer import Absent
from casework.field import Field, FieldType
from casework.record import Record, has_value, record_kinds, title
from casework.row_layout import Form, PrintedColumn, RowLayout, row_layout
from reports import phrases
from reports.paper import Paper
from reports.parts.matrix import GROUPS, matrix
from reports.setting import NUMBERS, answers, card_heading, is_short, labelled, typed
from reports.styles import CELL, CELL_BOLD, HEAD, NUMBER
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.style import Box, Run
from reports.tagged.table import Table


def records(
    paper: Paper, rows: Sequence[Record], number: str, keys: Sequence[str] = (), level: str = "H3"
) -> list[Block]:
    """Records of one kind numbered ``number``.1 and on; of ``keys`` (all, where empty) what there is to print.

    ``level`` is that of a card's heading, where records are set as cards.
    """
    if not rows:
        return []
    layout = row_layout(rows[0].shape)
    if layout.form is Form.TABLE:
        return [_table(paper, rows, number, layout, keys), *_all_children(paper, rows, number, layout)]
    blocks: list[Block] = []
    for n, one in enumerate(rows, 1):
        blocks += _card(paper, one, f"{number}.{n}", layout, keys, level)
    return blocks


def _card(  # noqa: PLR0917 - what a card is set from
    paper: Paper, record: Record, number: str, layout: RowLayout, keys: Sequence[str], level: str
) -> list[Block]:
    fields = list(paper.asked(record, keys))
    paper.enter(number, record, [one.key for one in fields], whole=not keys)
    blocks: list[Block] = [card_heading(number, _heading(paper, record), _chips(paper, record, fields, layout), level)]
    told_above = {*layout.chips, *_in_title(record)}
    if record.kind == "rosh":
        blocks.append(matrix(paper, record, indent=NUMBER))
        told_above |= {*GROUPS, "overall"}
    rows = [
        (paper.say(layout.labels.get(one.key, one.label)), told, is_short(one, told))
        for one in fields
        if one.key not in told_above and (told := paper.told(record, one))
    ]
    return [*blocks, *answers(rows), *_children(paper, record, number, layout)]


def _heading(paper: Paper, record: Record) -> str:
    """A record's title; where that is only a choice, after the name of what it is."""
    words, first = (
        title(record, paper.language),
        record.shape.get(record.shape.title[0]) if record.shape.title else None,
    )
    chosen = first is not None and first.type is FieldType.CHOICE and has_value(record[first.key])
    return f"{paper.say(record.shape.name)}: {words}" if chosen else words


def _in_title(record: Record) -> tuple[str, ...]:
    return tuple(key for key in record.shape.title if has_value(record[key]))


def _chips(paper: Paper, record: Record, fields: Sequence[Field], layout: RowLayout) -> list[Run]:
    shown = [told for one in fields if one.key in layout.chips and (told := paper.told(record, one))]
    return [run for told in shown for run in (Run("  "), Run(told, box=Box.OUTLINE))]


def _all_children(paper: Paper, rows: Sequence[Record], number: str, layout: RowLayout) -> list[Block]:
    return [
        block for n, one in enumerate(rows, 1) for block in _children(paper, one, f"{number}.{n}", layout)
    ]  # fmt: skip


def _children(paper: Paper, record: Record, number: str, layout: RowLayout) -> list[Block]:
    return [
        block for kind in layout.children for block in records(paper, paper.pack.case.children(record, kind), number)
    ]


def _table(paper: Paper, rows: Sequence[Record], number: str, layout: RowLayout, keys: Sequence[str]) -> Table:
    fields = {one.key: one for record in rows for one in paper.asked(record, keys)}
    columns = _columns(layout, fields, rows, paper)
    cells: list[list[list[Block]]] = []
    for n, record in enumerate(rows, 1):
        own = {one.key: one for one in paper.asked(record, keys)}
        paper.enter(f"{number}.{n}", record, own, whole=not keys)
        cells.append(
            [[Prose(f"{number}.{n}", CELL_BOLD)], *(_cell(paper, record, own, one, layout) for one in columns)]
        )
    head = [
        paper.say(phrases.NUMBER),
        *(paper.say(one.title) or paper.say(fields[one.keys[0]].label) for one in columns),
    ]
    widths = [NUMBERS, *(Column(share=one.share, most=0.22) for one in columns)]
    return Table(widths, head, cells, HEAD, heads=0)


def _columns(
    layout: RowLayout, fields: dict[str, Field], rows: Sequence[Record], paper: Paper
) -> tuple[PrintedColumn, ...]:
    """The layout's columns with only what is shown, the widest taking up every field that stands in none."""
    placed = {key for one in layout.column for key in (*one.keys, *one.also)} | set(layout.silent)
    told = {key for key, one in fields.items() if any(_told(paper, record, one, layout) for record in rows)}
    rest = tuple(key for key in fields if key not in placed and key in told and not _same_for_all(rows, key))
    widest = max(layout.column, key=lambda one: one.share)
    found = []
    for one in layout.column:
        also = tuple(key for key in (*one.also, *(rest if one is widest else ())) if key in told)
        keys = tuple(key for key in one.keys if key in told)
        if keys or also:
            found.append(PrintedColumn(keys or also[:1], also if keys else also[1:], one.title, one.share))
    if not found:  # every line of it is left out: the numbers stay, because other pages speak of them
        found = [layout.column[0]]
    if not any(one.share for one in found):
        found[0] = PrintedColumn(found[0].keys, found[0].also, found[0].title, 1)
    return tuple(found)


def _same_for_all(rows: Sequence[Record], key: str) -> bool:
    """Whether a choice says the same of every row because it is what brought them together: the pillar of measures."""
    return key == "pillar" and len({str(one[key]) for one in rows}) == 1


def _cell(paper: Paper, record: Record, own: dict[str, Field], column: PrintedColumn, layout: RowLayout) -> list[Block]:
    blocks: list[Block] = []
    for key in column.keys:
        if key in own and (told := _told(paper, record, own[key], layout)):
            blocks += typed(_unbroken(record, key, told), CELL)
    for key in column.also:
        if key in own and record[key] is not Absent.NONE and (told := _told(paper, record, own[key], layout)):
            words = paper.say(layout.labels.get(key, own[key].label))
            blocks.append(labelled(words, _unbroken(record, key, told)))
    return blocks


def _told(paper: Paper, record: Record, one: Field, layout: RowLayout) -> str:
    """An answer as a table tells it."""
    if one.key in layout.only_yes and record[one.key] is False:
        return ""
    return paper.told(record, one, briefly=True)


def _unbroken(record: Record, key: str, told: str) -> str:
    """A date holds together; other words may be broken between lines."""
    return told.replace(" ", "\u00a0") if isinstance(record[key], date) else told


def kind_name(kind: str, paper: Paper, *, single: bool = False) -> str:
    """What records of a kind are called together, or one of them."""
    found = record_kinds()[kind]
    return paper.say(found.name if single else found.plural)
