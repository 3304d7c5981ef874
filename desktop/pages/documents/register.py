"""The documents of a case as a table: what each is, where it comes from, how far it may go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from casework.dates import spoken
from casework.filed import told_size
from casework.record import Record, has_value, missing
from casework.summary import flat
from casework.text import Text
from desktop.operations.view import CaseView
from storage.filing import Filed
from widgets.shapes import Shape
from widgets.table import Column, RecordTable
from widgets.theme import px

EMPTY = (
    "No document is filed. Add court orders, reports and photographs here: they are kept inside the case file, and "
    "opened here alone."
)
_ROW, _HEAD = 52, 32


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as its row shows it."""

    id: str
    title: str
    about: str
    kind: str
    dated: date | None
    agency: str
    reach: str
    size: str
    form: str
    needed: int


class Register(RecordTable[Listed]):
    """As high as its rows; the latest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Documents", _columns(), lambda one: one.id, parent)
        self.set_empty(EMPTY)
        self._fit(0)

    def take(self, view: CaseView, filed: Mapping[str, Filed]) -> None:
        """Show a newer reading."""
        rows = listed(view, filed)
        if rows != self.rows():
            self.set_rows(rows)
        self._fit(len(rows))

    def _fit(self, count: int) -> None:
        self.setFixedHeight(px(_HEAD) + px(_ROW) * max(count, 2) + 2)


def listed(view: CaseView, filed: Mapping[str, Filed]) -> tuple[Listed, ...]:
    """Every document of a case, the latest first, those without a day before them."""
    found = [_listed(view, one, filed.get(one.id)) for one in view.case.of("document")]
    return tuple(sorted(found, key=lambda one: one.dated or date.max, reverse=True))


def _listed(view: CaseView, one: Record, filed: Filed | None) -> Listed:
    dated = one["dated_on"]
    return Listed(
        one.id,
        flat(one.words("title")) or "Without a title",
        "; ".join(flat(view.case.titled(linked)) for linked in one.links("about")),
        _told(one, "kind") or "Not said",
        dated if isinstance(dated, date) else None,
        _told(one, "agency") or "Not said",
        _told(one, "may_go"),
        told_size(filed.length) if filed else "",
        filed.form.said.en if filed else "Nothing filed",
        len(missing(one.shape.field, one)),
    )


def _told(one: Record, key: str) -> str:
    field = one.shape.get(key)
    return field.told(one[key]) if field and has_value(one[key]) else ""


def _columns() -> list[Column[Listed]]:
    return [
        Column(
            Text("Document", "Dogfen"), lambda one: one.title, under=lambda one: one.about,
            tooltip=lambda one: f"{one.title}\n{one.about}".strip(), width=240, share=3, strong=True,
        ),
        Column(
            Text("What it is", "Beth yw hi"), lambda one: one.kind,
            under=lambda one: _day(one.dated), sort=lambda one: one.dated or date.min, width=170, share=1,
        ),
        Column(Text("From", "Gan"), lambda one: one.agency, tooltip=lambda one: one.agency, width=140, share=1),
        Column(
            Text("May go", "Caiff fynd"), lambda one: one.reach or "In the meeting only",
            under=lambda one: "" if one.reach else "as long as nothing is said",
            shape=lambda one: Shape.NOTHING if one.reach else Shape.HALF,
            role=lambda one: "" if one.reach else "soon", width=190, share=1,
        ),
        Column(
            Text("Filed as", "Ffeiliwyd fel"), lambda one: one.form, under=lambda one: one.size, width=130,
        ),
        Column(
            Text("Needed", "Angen"), lambda one: f"{one.needed} needed" if one.needed else "",
            shape=lambda one: Shape.HALF if one.needed else Shape.NOTHING,
            role=lambda one: "soon" if one.needed else "", width=110,
        ),
    ]  # fmt: skip


def _day(on: date | None) -> str:
    return spoken(on).partition(" ")[2] if on else "Date not given"
