"""What the meeting has agreed so far, and what is still missing before it can be closed."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.dates import spoken
from casework.meetings.closing import Lacking, set_at
from casework.record import Record, has_value
from desktop.operations.sitting import Sitting
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, clear, column
from widgets.theme import px

_NOT_YET = "Not yet"
_MOST = 3


class Agreed(QWidget):
    """``wanted(lacking)``: the reader goes to where something is missing."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows = column(gap=10)
        self._missing = column(gap=2)
        self._missing_head = Heading("Before it can be closed", 2)
        self._shown: object = None
        inside = QWidget()
        inside.setLayout(
            column(
                Heading("Agreed so far", 2), self._rows, 8, self._missing_head, self._missing, None,
                gap=8, margin=(16, 12, 16, 12),
            )
        )  # fmt: skip
        self.setLayout(column(Scrolled(inside, name="Agreed so far"), gap=0))

    def take(self, sitting: Sitting) -> None:
        """Show a newer reading."""
        rows, missing = tuple(_told(sitting)), sitting.blocking
        if (rows, missing, sitting.closed) == self._shown:
            return
        self._shown = (rows, missing, sitting.closed)
        clear(self._rows)
        for label, told in rows:
            self._rows.addLayout(column(PlainLabel(label, voice="quiet"), Paragraph(told, most=0), gap=0))
        clear(self._missing)
        titles = {one.code: one.title.en for one in sitting.agenda}
        for item, found in groupby(missing, key=lambda one: one.item):
            self._tell(titles[item], list(found))
        self._missing_head.setVisible(not sitting.closed)
        if not missing and not sitting.closed:
            self._missing.addWidget(Paragraph("Nothing is missing.", voice="quiet"))

    def _tell(self, title: str, found: list[Lacking]) -> None:
        link = Button(title if len(found) == 1 else f"{title} ({len(found)})", kind="link")
        link.setAccessibleName(f"Go to {title}: {found[0].says.en}")
        link.clicked.connect(partial(self.wanted.emit, found[0]))
        self._missing.addWidget(link)
        for one in found[:_MOST]:
            self._missing.addWidget(Paragraph(one.says.en, voice="quiet", most=0))
        if len(found) > _MOST:
            self._missing.addWidget(PlainLabel(f"and {len(found) - _MOST} more", voice="quiet"))
        self._missing.addSpacing(px(6))


def _told(sitting: Sitting) -> list[tuple[str, str]]:
    meeting = sitting.meeting
    actions = set_at(sitting.case, meeting)
    numbers = [f"{n}. {one.words('what')}" for n, one in enumerate(actions, 1)]
    return [
        ("Risk of serious harm", _answer(meeting, "rosh")),
        ("Disclosure", _answer(meeting, "disclosure_decision")),
        ("Level", _answer(meeting, "level_decision")),
        (f"Actions ({len(actions)})" if actions else "Actions", "\n".join(numbers) or "None yet"),
        ("Next meeting", _next(meeting)),
    ]


def _answer(meeting: Record, key: str) -> str:
    shown = meeting.shape.get(key)
    return shown.told(meeting[key]) if shown and has_value(meeting[key]) else _NOT_YET


def _next(meeting: Record) -> str:
    if meeting["level_decision"] in ("1", "exit"):
        return "None"
    day = meeting["next_on"]
    return spoken(day) if isinstance(day, date) else _NOT_YET
