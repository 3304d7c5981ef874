"""How records of a kind stand on paper: as the rows of a table, or each as a card of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib.resources import files

from casework.definition import read_each
from casework.field import FieldType
from casework.record import RecordKind
from casework.text import NOTHING, Text


class Form(Enum):
    """The two ways in which records are set."""

    TABLE = "table"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """A column: the answers to ``keys`` one under the other, then those to ``also`` after their labels.

    ``title`` stands in the head (empty: the first key's label). ``share`` is its part of the line, 0: as wide as what
    stands in it.
    """

    keys: tuple[str, ...]
    also: tuple[str, ...] = ()
    title: Text = NOTHING
    share: int = 0


@dataclass(frozen=True, slots=True)
class RowLayout:
    """How one kind of record is set.

    A table has ``column``s; a field that stands in none of them follows in the widest. A card has its title, the
    answers to ``chips`` boxed beside it, and every other field after its label. ``labels`` are shorter words for a
    field than the screen's. A yes or no in ``only_yes`` is told where it is yes. ``silent``
    fields are not told, because others say it. ``children`` are the kinds that are set under each record.
    """

    code: str
    form: Form = Form.TABLE
    column: tuple[PrintedColumn, ...] = ()
    chips: tuple[str, ...] = ()
    labels: dict[str, Text] = field(default_factory=dict)
    only_yes: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    children: tuple[str, ...] = ()


@cache
def _declared() -> Mapping[str, RowLayout]:
    return read_each(RowLayout, files("casework.row_layouts"))


def row_layout(kind: RecordKind) -> RowLayout:
    """The layout of a kind: its definition file's, or one made up from its fields where there is none."""
    declared = _declared().get(kind.code)
    if declared:
        return declared
    if len(kind.field) > 5 or any(one.type is FieldType.LONG for one in kind.field):
        return RowLayout(kind.code, Form.CARD)
    columns = tuple(PrintedColumn((one.key,), share=0 if n else 1) for n, one in enumerate(kind.field))
    return RowLayout(kind.code, column=columns)
