"""What the scenarios and factors of a section rest on: facts, opinions and intelligence, told apart by their word."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.dates import spoken
from casework.mending import Break
from casework.plan_rules.links import bearing_on
from casework.plan_rules.table import short
from casework.record import Record, title
from casework.template import Section
from casework.text import Text
from desktop.operations.view import CaseView
from desktop.pages.overview_blocks import Block, Fact
from widgets.button import Button
from widgets.label import PlainLabel
from widgets.layout import clear, column

RESTING = ("scenario", "factor", "protective")
_NOTHING = Text("no statement", "dim datganiad")
_NONE = "No fact, opinion or intelligence is entered for it."
_TOLD = 90


class RestsOn(QWidget):
    """``wanted(record, key)`` leads to a statement, ``mended(break, "")`` adds one about a record."""

    wanted = Signal(str, str)
    mended = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[object, ...] | None = None
        self._lines: QVBoxLayout = column(gap=16)
        self.setLayout(column(Block("Rests on", self._lines), gap=0))

    def take(self, section: Section, view: CaseView) -> None:
        """Show what the section's records rest on; only where it has changed."""
        rows = [one for part in section.rows if part.kind in RESTING for one in part.of(view.case)]
        self.setVisible(bool(rows))
        statements = view.case.of("statement")
        told = tuple((one.id, title(one), bearing_on(statements, one)) for one in rows)
        if told == self._told:
            return
        self._told = told
        clear(self._lines)
        for one in rows:
            self._lines.addLayout(self._of(one, bearing_on(statements, one)))

    def go_to(self, record: str, key: str, _kind: str) -> None:
        """Lead on."""
        self.wanted.emit(record, key)

    def _of(self, record: Record, statements: tuple[Record, ...]) -> QVBoxLayout:
        lines = column(Fact(self, title(record), record.id, ""), gap=4)
        for one in statements:
            lines.addWidget(Fact(self, said(one), one.id, "words", quiet=True))
        if not statements:
            none = PlainLabel(_NONE, voice="quiet")
            none.setWordWrap(True)
            lines.addWidget(none)
        lines.addWidget(AddStatement(self, record))
        return lines


class AddStatement(Button):
    """Adds a statement that bears on a record."""

    def __init__(self, block: RestsOn, record: Record) -> None:
        super().__init__("Add a statement", kind="link")
        self._block, self._record = block, record
        self.setAccessibleName(f"Add a statement on: {title(record)}")
        self.clicked.connect(self._add)

    def _add(self) -> None:
        added = Break(self._record, _NOTHING, "statement", {"supports": (str(self._record.id),)})
        self._block.mended.emit(added, "")


def said(statement: Record) -> str:
    """A statement in a line: what it is, whose, of what day, and its words."""
    kind, agency = (statement.shape.get(key) for key in ("kind", "agency"))
    told = [one.told(statement[one.key]) for one in (kind, agency) if one]
    on = statement["learned_on"]
    day = spoken(on) if isinstance(on, date) else "no date"
    return f"{told[0]} · {told[1]}, {day}: {short(statement.words('words'), _TOLD)}"
