"""A meeting of the day in a line: when, whose, what is ready for it, how far it has come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from casework.meetings.day import Sitting
from widgets.button import Button
from widgets.chip import Chip
from widgets.label import PlainLabel
from widgets.layout import column, row
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import mark, px

_TIME, _GAP = 64, 12
_STATES = {
    "sitting": ("Begun, not closed", Shape.HALF, "soon"),
    "closed": ("Closed, minutes not approved", Shape.HALF, "soon"),
    "approved": ("Approved, minutes not issued", Shape.HALF, "soon"),
    "issued": ("Minutes issued", Shape.TICK, "done"),
}


class SittingLine(QFrame):
    """``wanted(case, meeting)`` opens meeting mode, ``papers(case)`` the paper of the case."""

    wanted = Signal(str, str)
    papers = Signal(str)

    def __init__(self, told: Sitting) -> None:
        super().__init__()
        self.told = told
        mark(self, card=True)
        self.open = Button("Open the meeting", kind="quiet", icon="chevron-right")
        self.open.setAccessibleName(f"Open the meeting: {told.time}, {told.name}")
        self.open.clicked.connect(partial(self.wanted.emit, str(told.case), str(told.meeting)))
        paper = Button("Papers", kind="quiet", icon="printer")
        paper.setAccessibleName(f"Papers: {told.name}")
        paper.clicked.connect(partial(self.papers.emit, str(told.case)))
        time = PlainLabel(told.time or "No time", voice="strong")
        time.setFixedWidth(px(_TIME))
        who = row(PlainLabel(told.name, voice="strong"), PlainLabel(told.ref, voice="quiet"), gap=12)
        if told.level:
            who.addWidget(Chip(f"Level {told.level}"))
        who.addStretch(1)
        words = PlainLabel(pack_words(told), voice="quiet")
        words.setWordWrap(True)
        above = row(time, gap=_GAP)
        above.addLayout(who, 1)
        above.addWidget(StateWord(*_state(told)))
        below = row(px(_TIME) + _GAP, gap=_GAP)
        below.addWidget(words, 1)
        for way in (paper, self.open):
            below.addWidget(way, 0, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(column(above, below, gap=0, margin=(16, 8, 8, 4)))
        self.setAccessibleName(f"{told.time}, {told.name}")


def pack_words(told: Sitting) -> str:
    """What stands ready for a meeting, in words."""
    invited = f"{told.invited} invited" if told.invited else "Nobody invited yet"
    reports = f"{told.here} of {told.reports} reports in" if told.reports else "no report asked for"
    plural = "" if told.unknown == 1 else "s"
    unknown = f"{told.unknown} answer{plural} not known" if told.unknown else "nothing said to be not known"
    plural = "y" if told.copies == 1 else "ies"
    copies = f"{told.copies} cop{plural} of the pack given out" if told.copies else "no copy of the pack given out"
    return f"{invited} · {reports} · {unknown} · {copies}"


def _state(told: Sitting) -> tuple[str, Shape, str]:
    if told.state in _STATES:
        return _STATES[told.state]
    if not told.invited:
        return ("Nobody invited", Shape.RING, "")
    return ("Reports in", Shape.TICK, "done") if told.ready else ("Reports wanting", Shape.HALF, "soon")
