"""What of the case bears on something, as a line that leads there; what is wanting with the way to add it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.evidence import Evidence
from casework.mending import Break
from casework.plan_places import section_for, sections_for
from casework.record import record_kinds
from casework.template import PlanTemplate
from casework.text import inside
from desktop.pages.overview_blocks import Fact, Guide
from desktop.pages.plan.mend_line import MendButton
from widgets.layout import column, row
from widgets.shapes import Shape


class EvidenceLine(QWidget):
    """``mended(break, section)`` adds what is wanting."""

    mended = Signal(object, str)

    def __init__(self, guide: Guide, one: Evidence, template: PlanTemplate, *, narrow: bool = False) -> None:
        super().__init__()
        shape, role = (Shape.TICK, "") if one.there else (Shape.RING, "soon")
        fact = Fact(guide, one.words, one.record, one.key, kind=one.kind, shape=shape, role=role)
        if one.adds is None:
            self.setLayout(column(fact, gap=0))
            return
        says = f"Add {inside(record_kinds()[one.kind].name.en)}"
        here = section_for(template, one.kind, one.adds.answers)
        add = MendButton(one.adds, template, one.words, here=here, says=says)
        add.mended.connect(self._mend)
        self._in_plan = bool(here) or any(part.at_least for _, part in sections_for(template, one.kind))
        line = row(gap=12)
        line.addWidget(fact, 1)
        if narrow:
            self.setLayout(column(line, row(add, None, margin=(24, 0, 0, 0)), add.choice, gap=0))
            return
        line.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(column(line, add.choice, gap=2))

    def _mend(self, found: Break, section: str) -> None:
        """In the plan where one of its sections wants such records, else where the case keeps them."""
        self.mended.emit(found, section if self._in_plan else "")
