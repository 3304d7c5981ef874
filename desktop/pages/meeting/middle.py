"""The middle of the meeting: attendance or questions of the item in sight, the minutes so far, the box."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from casework.meetings.closing import Lacking
from casework.record import Record
from desktop.desk import Desk
from desktop.operations.sitting import Sitting
from desktop.pages.meeting.approval import Approval
from desktop.pages.meeting.attendance import Attendance
from desktop.pages.meeting.corrections import Corrections
from desktop.pages.meeting.decisions import Decisions
from desktop.pages.meeting.line_box import LineBox
from desktop.pages.meeting.said import Said
from desktop.pages.sight import bring_up
from widgets.button import Button
from widgets.label import Elided, Heading
from widgets.layout import Scrolled, column, row

_WELCOME, _PREVIOUS = "welcome", "previous"


class Middle(QWidget):
    """``undone(record)`` brings a struck line back; ``saved`` and ``not_saved(why)`` tell of the questions."""

    undone = Signal(object)
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._struck: Record | None = None
        self.item = ""
        self._head = Heading("", 2)
        self.attendance, self.said, self.line = Attendance(), Said(), LineBox(desk.today)
        self.decisions, self.approval = Decisions(desk), Approval(desk)
        self.approval.saved.connect(self.saved)
        self.approval.not_saved.connect(self.not_saved)
        self.decisions.saved.connect(self.saved)
        self.decisions.not_saved.connect(self.not_saved)
        self.corrections = Corrections()
        self.corrections.done.connect(self.line.setFocus)
        self._gone, self._back = Elided("", voice="quiet"), Button("Bring it back", kind="link")
        self._back.clicked.connect(self._undo)
        self._struck_line = QWidget()
        self._struck_line.setLayout(row(self._gone, self._back, gap=8))
        self._struck_line.layout().setStretch(0, 1)  # type: ignore[union-attr]
        self._struck_line.hide()
        self._inside = QWidget()
        self._above = column(self.attendance, self.corrections, self.decisions, gap=12)
        self._inside.setLayout(
            column(self.approval, self._head, self._above, self.said, None, gap=12, margin=(20, 12, 16, 8))
        )
        self._scrolled = Scrolled(self._inside, name="Minutes")
        box = QWidget()
        box.setLayout(column(self._struck_line, self.line, gap=4, margin=(20, 4, 16, 8)))
        layout = column(self._scrolled, box, gap=0)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.said.left.connect(self.line.setFocus)
        self.line.up.connect(self.said.step_from_box)
        self.attendance.done.connect(self.line.setFocus)

    def take(self, sitting: Sitting) -> None:
        """Show a newer reading."""
        self.attendance.take(sitting.case.children(sitting.meeting, "invitee"))
        self.corrections.take(sitting)
        self.corrections.setVisible(self.item == _PREVIOUS and bool(sitting.corrections))
        self.decisions.take(sitting)
        self.said.take(sitting)
        self.approval.take(sitting)
        self.line.setVisible(not sitting.approved)
        if sitting.approved:
            self.decisions.hide()
        QTimer.singleShot(0, self, self._show_last)

    def show_item(self, item: str, sitting: Sitting) -> None:
        """Turn to an item: its questions, its lines, the cursor in the box or at the attendance."""
        self.item = item
        found = next(one for one in sitting.agenda if one.code == item)
        self._head.setText(f"{found.number}  {found.title.en}")
        self.attendance.setVisible(item == _WELCOME)
        self.corrections.setVisible(item == _PREVIOUS and bool(sitting.corrections))
        self.decisions.show_item("" if sitting.approved else item)
        self._scrolled.verticalScrollBar().setValue(0)
        if sitting.closed and not sitting.approved:
            bring_up(self._head)
        begins = {_WELCOME: self.attendance.begin, _PREVIOUS: self.corrections.begin}
        if sitting.approved:
            self.approval.begin()
        elif item not in begins or not begins[item]():
            self.line.setFocus()

    def ask(self) -> None:
        """Put the cursor into the questions of the item; where it has none, at the attendance or the box."""
        if self.item == _PREVIOUS and self.corrections.begin():
            return
        if not self.decisions.begin():
            self.line.setFocus()
        else:
            bring_up(self.decisions)

    def insist(self, sitting: Sitting) -> None:
        """The chair wants to close: from now on what is missing stands beside its field."""
        self.decisions.insists = True
        self.decisions.take(sitting)

    def lead_to(self, one: Lacking) -> None:
        """Put the cursor where something is missing."""
        if one.item == _WELCOME and one.key != "quorum_reason":
            self.attendance.begin()
        elif self.decisions.go(one.about, one.key) or self.decisions.begin(one.key):
            bring_up(self.decisions)
        elif one.about in self.said.rows:
            self.said.rows[one.about].setFocus()

    def flush(self) -> None:
        """Hand over what is typed in the questions."""
        self.decisions.flush()

    def tell_struck(self, record: Record) -> None:
        """Say what was struck, with the way back."""
        self._struck = record
        self._gone.setText(f"Struck: {record.words('words')}")
        self._struck_line.show()

    def _undo(self) -> None:
        if self._struck is not None:
            self._struck_line.hide()
            self.undone.emit(self._struck)
            self.line.setFocus()

    def _show_last(self) -> None:
        self.said.show_last_of(self.item)
