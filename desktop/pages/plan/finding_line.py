"""What a rule finds in a plan as a row: the sentence, the rule's code, the way to its place, and setting it aside."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.case import Case
from casework.dates import spoken
from casework.mending import Break
from casework.plan_rules.check import PlanFinding
from casework.plan_rules.table import short
from casework.record import Record, RecordId, title
from casework.template import PlanTemplate, fields_of
from desktop.pages.asked_line import AskedLine
from desktop.pages.plan.mend_line import MendButton
from widgets.button import Button
from widgets.label import Paragraph
from widgets.layout import column, row
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import px

_REASON = "Why the plan stands as it is"
_REASON_HELP = "The reason is kept with your name and the day, and is printed with the plan."


class FindingLine(QWidget):
    """``mended(break, section)`` leads to what mends it; ``waived(line, reason)`` sets a warning aside.

    ``asked(line, box)`` comes once, when the box for the reason is there.
    """

    mended = Signal(object, str)
    waived = Signal(object, str)
    asked = Signal(object, object)

    def __init__(self, found: PlanFinding, case: Case, template: PlanTemplate) -> None:
        super().__init__()
        self.found = found
        self._asked: AskedLine | None = None
        sign = StateWord("", Shape.DOT if found.hard else Shape.HALF, "late" if found.hard else "soon")
        sign.setFixedWidth(px(16))
        said = column(Paragraph(found.says.en), Paragraph(_grounds(found, case), voice="quiet"), gap=0)
        line = row(gap=8)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        self.mend = MendButton(break_of(found, case), template, found.says.en)
        self.mend.mended.connect(self.mended)
        line.addWidget(self.mend, 0, Qt.AlignmentFlag.AlignTop)
        self._body = column(line, self.mend.choice, gap=4)
        if not found.hard:
            self.aside = Button("Set aside…", kind="link")
            self.aside.setAccessibleName(f"Set aside with a reason: {found.says.en}")
            self.aside.clicked.connect(self._ask)
            line.addWidget(self.aside, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._body)

    def refuse(self, sentence: str) -> None:
        """Say beside the reason what was wrong with it."""
        if self._asked is not None:
            self._asked.refuse(sentence)

    def _ask(self) -> None:
        if self._asked is None:
            self._asked = AskedLine(_REASON, _REASON_HELP)
            self._asked.box.returnPressed.connect(self._waive)
            keep = Button("Set it aside")
            keep.clicked.connect(self._waive)
            box = QWidget()
            box.setLayout(column(self._asked, row(keep, None), gap=8, margin=(24, 4, 0, 8)))
            self._body.addWidget(box)
            self.asked.emit(self, self._asked.box)
        self._asked.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _waive(self) -> None:
        if self._asked is not None:
            self.waived.emit(self, self._asked.text())


class WaivedLine(QWidget):
    """A warning that somebody set aside, with who, when and why; ``taken_up(record)`` brings it back."""

    taken_up = Signal(object)

    def __init__(self, waiver: Record) -> None:
        super().__init__()
        self.waiver = waiver
        on = waiver["on"]
        day = f" on {spoken(on)}" if isinstance(on, date) else ""
        back = Button("Take up again", kind="link")
        back.setAccessibleName(f"Take up again: {waiver.words('said')}")
        back.clicked.connect(self._take_up)
        told = f"{waiver.words('rule')}. Set aside by {waiver.words('by')}{day}: {waiver.words('reason')}"
        line = row(gap=8)
        line.addLayout(column(Paragraph(waiver.words("said")), Paragraph(told, voice="quiet"), gap=0), 1)
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)

    def _take_up(self) -> None:
        self.taken_up.emit(self.waiver)


def break_of(found: PlanFinding, case: Case) -> Break:
    """A finding as what a plan's pages know how to mend."""
    about = case.get(found.about) or Record(RecordId(""), found.kind or "plan")
    return Break(about, found.says, found.kind, found.answers, found.key)


def _grounds(found: PlanFinding, case: Case) -> str:
    """The rule, where it is not met, and what the rule rests on."""
    record = case.get(found.about)
    asked = next((one for one in fields_of(record) if one.key == found.key), None) if record else None
    parts = [found.rule.code, found.rule.name.en]
    if record and record.kind != "plan" and short(title(record)) not in found.says.en:
        parts.append(f"{record.shape.name.en} “{short(title(record))}”")
    if asked:
        parts.append(asked.label.en)
    return " · ".join((*parts, found.rule.basis))
