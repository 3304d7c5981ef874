"""Corrections of earlier minutes before the meeting: agreed with a key, or refused with the reason."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.dates import spoken
from casework.meetings.corrections import AGREED, NOT_AGREED, Asked
from casework.meetings.sitting import meeting_day
from desktop.operations.sitting import Sitting
from desktop.pages.asked_line import AskedLine
from desktop.pages.meeting.stepped_line import SteppedLine
from desktop.pages.sight import bring_in
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import px

HELP = "Enter or A agreed   N not agreed, then why   Down the next"
_STATES = {
    "": ("Not decided", Shape.RING, ""),
    AGREED: ("Agreed", Shape.TICK, "done"),
    NOT_AGREED: ("Not agreed", Shape.DASH, "soon"),
}


class CorrectionRow(SteppedLine):
    """One correction; ``decided(id, outcome, why)``, ``stepped(by)``. A refusal asks its reason in a line below."""

    decided = Signal(str, str, str)

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        record, outcome = asked.record, asked.record.words("outcome")
        on = meeting_day(asked.meeting)
        day = spoken(on) if on else "an earlier meeting"
        where = f"Minutes of {day}" + (f", line {asked.number}: “{asked.stood}”" if asked.number else "")
        says = f"Should say: {record.words('words')}"
        because = record.words("refused_because")
        state = StateWord(*_STATES[outcome])
        self.why = AskedLine("Why it is not agreed", "Enter refuses it with this reason. Esc leaves it open.")
        self.why.box.returnPressed.connect(self._refuse)
        self.why.hide()
        head = row(Paragraph(where, voice="quiet", most=0), gap=12)
        head.setStretch(0, 1)
        head.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        by = Paragraph(f"Asked for by {record.words('asked_by') or 'somebody not named'}", voice="quiet", most=0)
        refused = [Paragraph(f"Because: {because}", voice="quiet", most=0)] if because else []
        self.setLayout(column(head, Paragraph(says, most=0), by, *refused, self.why, gap=2, margin=(8, 6, 8, 6)))
        self.setAccessibleName(f"{where}. {says}. {_STATES[outcome][0]}")
        self.setAccessibleDescription(HELP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        moves = event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up)
        if not self.why.isHidden() and not moves:
            event.accept()  # the line that asks why has had it
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or letter == "A":
            self.decided.emit(self.asked.record.id, AGREED, "")
        elif letter == "N":
            self.why.show()
            self.why.box.setFocus()
            bring_in(self.why)
        elif event.key() == Qt.Key.Key_Escape and self.why.isVisible():
            self.why.hide()
            self.setFocus()
        else:
            super().keyPressEvent(event)

    def _refuse(self) -> None:
        if not self.why.text():
            self.why.refuse("Say why the correction is not agreed.")
            return
        self.decided.emit(self.asked.record.id, NOT_AGREED, self.why.text())


class Corrections(QWidget):
    """Those not decided and those that this meeting decided. Hidden where there are none; ``done`` after the last."""

    decided = Signal(str, str, str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[CorrectionRow] = []
        self._shown: tuple[Asked, ...] = ()
        self._list: QVBoxLayout = column(gap=px(2))
        head = Heading("Corrections of earlier minutes", 3)
        self.setLayout(column(head, self._list, Paragraph(HELP, voice="small", most=0), gap=6))
        self.setAccessibleName("Corrections of earlier minutes")
        self.hide()

    def take(self, sitting: Sitting) -> None:
        """Show a newer reading; the focus goes on to the next that is open where it stood in one that was decided."""
        found = sitting.corrections
        if found == self._shown:
            return
        held = any(one.hasFocus() or one.why.box.hasFocus() for one in self.rows)
        self._shown = found
        clear(self._list)
        self.rows = []
        for asked in found:
            made = CorrectionRow(asked)
            made.decided.connect(self.decided)
            made.stepped.connect(partial(self._step, made))
            self.rows.append(made)
            self._list.addWidget(made)
            made.show()
        if held and not self.begin():
            self.done.emit()

    def begin(self) -> bool:
        """Go to the first that is not decided; False where every one is."""
        first = next((one for one in self.rows if not one.asked.decided), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def _step(self, at: CorrectionRow, by: int) -> None:
        place = self.rows.index(at) + by
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif place == len(self.rows):
            self.done.emit()
