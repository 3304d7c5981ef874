"""The minutes so far, line under line under their items; any may be written anew or struck until it closes."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.case import Case
from casework.dates import spoken
from casework.meetings.numbering import numbered
from casework.meetings.people import agency_name
from casework.record import Record
from desktop.operations.sitting import Sitting
from desktop.pages.meeting.stepped_line import SteppedLine
from desktop.pages.sight import bring_in
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.theme import px

_KIND = {"action": "Action", "decision": "Decision", "dissent": "Different view", "information": "Information"}
HELP = "Enter writes the line anew. Delete strikes it. Esc goes back to the box."
RESTRICTED = "Restricted annex"


class LineRow(SteppedLine):
    """One line of the minutes; ``wanted(id)`` to write it anew, ``struck(id)``, ``stepped(by)``, ``left``."""

    wanted = Signal(str)
    struck = Signal(str)
    left = Signal()

    def __init__(self, number: str, record: Record, detail: str) -> None:
        super().__init__()
        self.record = record
        kind = _kind(record)
        self._number = PlainLabel(number, voice="quiet")
        self._number.setFixedWidth(px(40))
        self._kind = PlainLabel(kind, voice="strong", role="accent" if kind else "")
        self._words = Paragraph(record.words("words"), most=0)
        self._detail = Paragraph(detail, voice="quiet", most=0)
        line = row(gap=8, margin=(8, 4, 8, 4))
        line.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(self._kind, self._words, self._detail, gap=0), 1)
        self.setLayout(line)
        self._kind.setHidden(not kind)
        self._detail.setHidden(not detail)
        self.setAccessibleName(" ".join(one for one in (number, kind, record.words("words"), detail) if one))
        self.setAccessibleDescription(HELP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.wanted.emit(self.record.id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.struck.emit(self.record.id)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.wanted.emit(self.record.id)
        event.accept()


class Said(QWidget):
    """``wanted`` and ``struck`` as of the lines; ``left``: back to the box."""

    wanted = Signal(str)
    struck = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, LineRow] = {}
        self._groups: dict[str, QVBoxLayout] = {}
        self._heads: dict[str, Heading] = {}
        self._shown: dict[str, tuple[str, Record, str]] = {}
        self._list: QVBoxLayout = column(gap=4)
        self.setLayout(self._list)
        self.setAccessibleName("Minutes so far")

    def take(self, sitting: Sitting) -> None:
        """Show a newer reading; only what changed is touched."""
        wanted: dict[str, tuple[str, Record, str]] = {}
        for item in sitting.agenda:
            for one in numbered(item.number, sitting.lines(item.code)):
                wanted[one.record.id] = (one.number, one.record, _detail(one.record, sitting))
            self._group(item.code, f"{item.number}  {item.title.en}")
        for gone in [one for one in self._shown if wanted.get(one) != self._shown[one]]:
            self._drop(gone)
        places: dict[str, int] = {}
        for key, (number, record, detail) in wanted.items():
            item_code = record.words("item")
            place = places[item_code] = places.get(item_code, -1) + 1
            if key not in self.rows:
                self._add(item_code, place, LineRow(number, record, detail))
        self._shown = wanted
        for code, head in self._heads.items():
            head.setVisible(bool(sitting.lines(code)))

    def step_from_box(self) -> bool:
        """Go to the last line; False where there is none."""
        last = list(self._shown)[-1:] or [""]
        return self._focus(last[0])

    def show_last_of(self, item: str) -> None:
        """Bring the last line of an item into sight."""
        last = [key for key, (_, record, _) in self._shown.items() if record["item"] == item][-1:]
        if last:
            bring_in(self.rows[last[0]])

    def _group(self, code: str, title: str) -> None:
        if code not in self._groups:
            self._heads[code] = Heading(title, 3)
            self._groups[code] = column(gap=0)
            self._list.addLayout(column(self._heads[code], self._groups[code], gap=2))

    def _add(self, item: str, place: int, made: LineRow) -> None:
        made.wanted.connect(self.wanted)
        made.struck.connect(self.struck)
        made.left.connect(self.left)
        made.stepped.connect(partial(self._step, made.record.id))
        self.rows[made.record.id] = made
        self._groups[item].insertWidget(place, made)

    def _drop(self, key: str) -> None:
        gone = self.rows.pop(key, None)
        if gone is not None:
            if gone.hasFocus():
                self.left.emit()
            self._groups[gone.record.words("item")].removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _step(self, key: str, by: int) -> None:
        every = list(self._shown)
        place = every.index(key) + by
        if place >= len(every):
            self.left.emit()
        elif place >= 0:
            self._focus(every[place])

    def _focus(self, key: str) -> bool:
        if key not in self.rows:
            return False
        self.rows[key].setFocus(Qt.FocusReason.TabFocusReason)
        bring_in(self.rows[key])
        return True


def _kind(record: Record) -> str:
    told = _KIND.get(record.words("kind"), "")
    return " · ".join(one for one in (told, RESTRICTED if record["annex"] is True else "") if one)


def _detail(record: Record, sitting: Sitting) -> str:
    """Who, which agency, when and why; and whether it was written after the meeting was closed."""
    told = [one for one in sitting.changed if record.id in one.links("line")]
    shown = told[-1].shape.get("what") if told else None
    later = f"{shown.told(told[-1]['what'])} after closing" if told and shown else ""
    return " · ".join(one for one in (_owned(record, sitting.case), later) if one)


def _owned(record: Record, case: Case) -> str:
    if record["kind"] == "decision":
        return f"Because: {record.words('reason')}" if record.words("reason") else ""
    if record["kind"] in ("information", "dissent"):
        decided = case.get(record.words("answers"))
        to = f" To: {decided.words('words')}" if decided else ""
        return agency_name(record.words("agency")) + ("." + to if to else "")
    action = case.get(record.words("action"))
    if action is None:
        return ""
    due = action["due_on"]
    day = f"due {spoken(due)}" if isinstance(due, date) else ""
    return " · ".join(one for one in (action.words("owner"), agency_name(action.words("agency")), day) if one)
