"""Who is here: one line for each who was invited, ticked with a key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.meetings.people import agency_name
from casework.record import Record
from desktop.pages.meeting.stepped_line import SteppedLine
from widgets.label import Elided, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import px

HOW = ("present", "remote", "apologies", "report", "no_response")
LETTERS = dict(zip("PLASN", HOW, strict=True))
HELP = (
    "Enter or P present   L by link   A apologies   S apologies, report sent   N no response   Space the next of these"
)
_LOOK = {
    "present": (Shape.TICK, "done"), "remote": (Shape.TICK, "done"), "apologies": (Shape.DASH, "quiet"),
    "report": (Shape.HALF, "soon"), "no_response": (Shape.DOT, "late"), "": (Shape.RING, ""),
}  # fmt: skip
_NOT_TICKED = "Not ticked"


class AttendanceRow(SteppedLine):
    """One line; ``ticked(invitee, how)`` with a key, ``stepped(by)`` with the arrows."""

    ticked = Signal(str, str)

    def __init__(self, record: Record) -> None:
        super().__init__()
        self.record = record
        self._who, self._agency = Elided("", voice="strong"), Elided("", voice="quiet")
        self._how = StateWord()
        self._how.setFixedWidth(px(200))
        line = row(gap=12, margin=(8, 4, 8, 4))
        line.addWidget(self._who, 3)
        line.addWidget(self._agency, 2)
        line.addWidget(self._how)
        self.setLayout(line)
        self.take(record)

    def take(self, record: Record) -> None:
        """Show a newer reading."""
        self.record = record
        how = record.words("attended")
        shown = record.shape.get("attended")
        told = shown.told(how) if shown and how else _NOT_TICKED
        who = ", ".join(part for part in (record.words("name") or "Name not known", record.words("role")) if part)
        self._who.setText(who)
        self._agency.setText(agency_name(record.words("agency")))
        self._how.tell(told, *_LOOK.get(how, _LOOK[""]))
        self.setAccessibleName(f"{who}, {agency_name(record.words('agency'))}: {told}")
        self.setAccessibleDescription(HELP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or letter in LETTERS:
            self.ticked.emit(self.record.id, LETTERS.get(letter, HOW[0]))
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Space:
            now = self.record.words("attended")
            self.ticked.emit(self.record.id, HOW[(HOW.index(now) + 1) % len(HOW)] if now in HOW else HOW[0])
        else:
            super().keyPressEvent(event)


class Attendance(QWidget):
    """The lines in the order of the invitations; ``done`` when the last was ticked and the reader goes on."""

    ticked = Signal(str, str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[AttendanceRow] = []
        self._list: QVBoxLayout = column(gap=0)
        self._help = Paragraph(HELP, voice="small", most=0)
        self._none = PlainLabel("Nobody is invited yet: write who is here below.", voice="quiet")
        self.setLayout(column(self._list, self._none, self._help, gap=8))
        self.setAccessibleName("Attendance")

    def take(self, invited: tuple[Record, ...]) -> None:
        """Show a newer reading; lines keep their place."""
        known = {one.record.id: one for one in self.rows}
        for gone in [one for key, one in known.items() if key not in {each.id for each in invited}]:
            self.rows.remove(gone)
            self._list.removeWidget(gone)
            gone.deleteLater()
        for record in invited:
            if record.id in known:
                known[record.id].take(record)
                continue
            made = AttendanceRow(record)
            made.ticked.connect(self.ticked)
            made.stepped.connect(partial(self._step, made))
            self.rows.append(made)
            self._list.addWidget(made)
        self._none.setVisible(not invited)
        self._help.setVisible(bool(invited))

    def begin(self) -> bool:
        """Go to the first line that is not ticked, else the first; False where there is none."""
        first: Callable[[AttendanceRow], bool] = lambda one: not one.record.words("attended")  # noqa: E731
        found = next((one for one in self.rows if first(one)), next(iter(self.rows), None))
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        return found is not None

    def _step(self, at: AttendanceRow, by: int) -> None:
        place = self.rows.index(at) + by
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif place == len(self.rows):
            self.done.emit()
