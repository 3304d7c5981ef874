"""The register of devices and accounts as a table: what, who watches it, when looked at, what allows it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QWidget

from casework.answer import Absent
from casework.clauses import called
from casework.dates import distance, spoken
from casework.devices import Allowed, allowed_by, inspections, monitored
from casework.record import Record
from casework.summary import flat
from casework.text import Text
from desktop.operations.view import CaseView
from widgets.shapes import Shape
from widgets.state import due_look
from widgets.table import Column, RecordTable
from widgets.theme import px

NOTHING_ALLOWS = "Nothing in force"
_ROW, _HEAD = 52, 32


@dataclass(frozen=True, slots=True)
class Listed:
    """A device as its row shows it. ``due`` and ``last`` are None where no day is known."""

    id: str
    what: str
    user_name: str
    monitoring: str
    watched: bool
    last: date | None
    due: date | None
    allowed: str
    under: str


class Register(RecordTable[Listed]):
    """As high as its rows; the earliest due first."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        self._today = today
        super().__init__("Devices and accounts", self._columns(), lambda one: one.id, parent)
        self.set_empty("No device or account is entered. What is not on the list is what matters: look for it.")
        self._fit(0)

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        rows = listed(view)
        if rows != self.rows():
            self.set_rows(rows)
        self._fit(len(rows))

    def _fit(self, count: int) -> None:
        self.setFixedHeight(px(_HEAD) + px(_ROW) * max(count, 1) + 2)

    def _columns(self) -> list[Column[Listed]]:
        return [
            Column(
                Text("Device or account", "Dyfais neu gyfrif"), lambda one: one.what, under=lambda one: one.user_name,
                tooltip=lambda one: f"{one.what}\n{one.user_name}", width=240, share=3, strong=True,
            ),
            Column(
                Text("Monitoring software", "Meddalwedd monitro"), lambda one: one.monitoring,
                tooltip=lambda one: one.monitoring, width=170, share=2,
                shape=lambda one: Shape.NOTHING if one.watched else Shape.RING,
            ),
            Column(
                Text("Last inspected", "Archwiliwyd ddiwethaf"), lambda one: _day(one.last, "Never"),
                sort=lambda one: one.last or date.min, width=124,
            ),
            Column(
                Text("Next due", "Nesaf"), lambda one: _day(one.due, "Not set"),
                under=lambda one: distance(one.due, self._today).en if one.due else "",
                role=lambda one: due_look(one.due, self._today).role if one.due else "soon",
                shape=lambda one: due_look(one.due, self._today).shape if one.due else Shape.HALF,
                sort=lambda one: one.due or date.min, width=140,
            ),
            Column(
                Text("Condition that allows it", "Amod sy'n ei ganiatáu"), lambda one: one.allowed,
                under=lambda one: one.under, tooltip=lambda one: one.under or one.allowed,
                role=lambda one: "soon" if one.allowed == NOTHING_ALLOWS else "",
                shape=lambda one: Shape.HALF if one.allowed == NOTHING_ALLOWS else Shape.NOTHING,
                width=200, share=2,
            ),
        ]  # fmt: skip


def listed(view: CaseView) -> tuple[Listed, ...]:
    """Every device of a case, the earliest due first, those without a day before them."""
    found = [_listed(view, one) for one in view.case.of("device")]
    return tuple(sorted(found, key=lambda one: one.due or date.min))


def _listed(view: CaseView, one: Record) -> Listed:
    allowed = allowed_by(view.case, one, view.reckoning.dates, view.today)
    due = one["due_on"]
    return Listed(
        one.id,
        flat(one.words("description")) or "Not described",
        flat(one.words("user_name")),
        _monitoring(one),
        monitored(one),
        next(iter(inspections(view.case, one)), None),
        due if isinstance(due, date) else None,
        by_number(allowed) or NOTHING_ALLOWS,
        flat(allowed[0].clause.words) if allowed else _why_nothing(one),
    )


def _monitoring(one: Record) -> str:
    answer = one["monitoring"]
    if monitored(one):
        return flat(one.words("monitoring"))
    return "None" if answer is Absent.NONE else "Not known"


def _why_nothing(one: Record) -> str:
    return "The condition linked is no longer in force" if one.links("condition") else "No condition is linked"


def by_number(allowed: Sequence[Allowed]) -> str:
    """The conditions by their numbers, those of one order together: "SHPO 1, 2, 11; Licence 4"."""
    numbers: dict[str, list[str]] = {}
    for one in allowed:
        numbers.setdefault(called(one.source.record), []).append(str(one.clause.number))
    return "; ".join(f"{name} {', '.join(some)}" for name, some in numbers.items())


def _day(on: date | None, else_: str) -> str:
    return spoken(on).partition(" ")[2] if on else else_
