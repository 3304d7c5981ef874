"""The cases of a run: whose each is, for whom, how many copies, what is not known, how far it has come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from casework.text import Text
from desktop import words
from desktop.caseload import Caseload
from desktop.jump import named
from desktop.operations.runs import Planned
from widgets.shapes import Shape
from widgets.table import Column, RecordTable

COPIES = 2
_WAITING, _MADE = "", "made"


@dataclass(frozen=True, slots=True)
class Line:
    """A case of a run. ``unknown``: its lines that are not known, -1 while they are not counted."""

    planned: Planned
    unknown: int
    state: str = _WAITING


class RunTable(RecordTable[Line]):
    """Several can be chosen at once."""

    def __init__(self, caseload: Caseload) -> None:
        super().__init__("The cases of the run", _columns(caseload), lambda one: one.planned.order.case)
        self._lines: tuple[Line, ...] = ()
        self.choose_several()

    def show_run(self, run: Sequence[Planned], unknown: Mapping[str, int]) -> None:
        """Show the cases; how far each had come is forgotten where the run is another."""
        kept = {one.planned.order.case: one.state for one in self._lines}
        self._lines = tuple(
            Line(one, unknown.get(one.order.case, -1), kept.get(one.order.case, _WAITING)) for one in run
        )
        self.set_rows(self._lines)

    def reach(self, made: int) -> None:
        """Tell how far each case has come when so many copies of the run are made."""
        lines, before = [], 0
        for one in self._lines:
            count = one.planned.order.count
            there = max(0, min(made - before, count))
            state = _MADE if there == count else f"{there} of {count} made" if there else "waiting"
            lines.append(Line(one.planned, one.unknown, state))
            before += count
        self._lines = tuple(lines)
        self.set_rows(self._lines)


def _name(caseload: Caseload, one: Line) -> str:
    line = caseload.line(one.planned.order.case)
    return named(line) if line else ""


def _whom(one: Line) -> str:
    found = one.planned.order.recipients
    if one.planned.wrong or not found:
        return one.planned.wrong
    return found[0] if len(found) == 1 else f"{found[0]} and {len(found) - 1} more"


def _unknown(one: Line) -> str:
    if one.planned.wrong:
        return ""
    return (
        "…" if one.unknown < 0 else f"{one.unknown} lines" if one.unknown > 1 else ("1 line" if one.unknown else "none")
    )


def _columns(caseload: Caseload) -> tuple[Column[Line], ...]:
    return (
        Column(words.COLUMN_NAME, partial(_name, caseload), under=lambda one: one.planned.ref, width=150, share=2,
               strong=True),
        Column(Text("For", "I"), _whom, tooltip=lambda one: one.planned.order.recipient, width=150, share=3,
               role=lambda one: "late" if one.planned.wrong else "",
               shape=lambda one: Shape.DOT if one.planned.wrong else Shape.NOTHING),
        Column(Text("Copies", "Copïau"), lambda one: str(one.planned.order.count or ""),
               sort=lambda one: one.planned.order.count, width=64),
        Column(Text("Not known", "Anhysbys"), _unknown, sort=lambda one: one.unknown, width=96,
               role=lambda one: "soon" if one.unknown > 0 else "quiet",
               shape=lambda one: Shape.HALF if one.unknown > 0 else Shape.NOTHING),
        Column(Text("How far", "Pa mor bell"), lambda one: one.state, width=88, share=1,
               role=lambda one: "done" if one.state == _MADE else "",
               shape=lambda one: Shape.TICK if one.state == _MADE else Shape.NOTHING),
    )  # fmt: skip
