"""Editors of a date, and of a date with its time of day, typed as people type them."""

from __future__ import annotations

import re
from datetime import date, datetime

from PySide6.QtWidgets import QLineEdit

from casework.answer import Absent, Answer
from casework.dates import spoken
from casework.refusal import Refused
from casework.typed_dates import typed
from widgets import words
from widgets.editors.clock import time_typed
from widgets.editors.line import FigureEditor
from widgets.theme import px

_WHOLE = re.compile(r"(?<!\d)\d{4}(?!\d)|[a-z]{5,}$", re.IGNORECASE)


class DateEditor(FigureEditor):
    """A date loosely typed; beside it the day it is understood as, with its weekday and distance.

    A date with its year in full is taken when typing pauses; a shorter one when focus leaves or Enter is pressed,
    so that half of a year is never taken for the whole.
    """

    width_px = 168
    example = words.DATE_SHAPE

    def _understood(self, written: str) -> Answer:
        return typed(written, self.today)

    def _is_complete(self) -> bool:
        return not self.box.text().strip() or _WHOLE.search(self.box.text().strip()) is not None

    def _written(self, answer: Answer) -> str:
        return _plain(answer) if isinstance(answer, date) else ""

    def _told(self, answer: Answer) -> str:
        if not isinstance(answer, date):
            return ""
        day = answer.date() if isinstance(answer, datetime) else answer
        return f"{spoken(day, self.language)} · {words.how_far(day, self.today).in_(self.language)}"


class MomentEditor(DateEditor):
    """A date and a time of day, in two boxes."""

    example = words.MOMENT_SHAPE

    def _build(self) -> None:
        super()._build()
        self.time = QLineEdit()
        self.time.setFixedWidth(px(88))
        self.time.textEdited.connect(self._typed)
        self.time.returnPressed.connect(self.flush)
        self._line.insertWidget(1, self.time)
        self._watch(self.time)

    def describe(self, name: str, description: str) -> None:
        """Name both boxes."""
        super().describe(name, description)
        self.time.setAccessibleName(f"{name}, {words.TIME.in_(self.language)}")

    def _is_complete(self) -> bool:
        return super()._is_complete() and bool(self.box.text().strip()) == bool(self.time.text().strip())

    def _day(self) -> Answer:
        return super()._read()

    def _read(self) -> Answer:
        day, hour = self._day(), self.time.text().strip()
        if isinstance(day, Absent) and not hour:
            return day
        if not isinstance(day, date):
            raise Refused(words.DATE_MISSING, self.key)
        if not hour:
            raise Refused(words.TIME_MISSING, self.key)
        return datetime.combine(day, time_typed(hour))

    def _show(self, answer: Answer) -> None:
        super()._show(answer)
        self.time.setText(f"{answer:%H:%M}" if isinstance(answer, datetime) else "")

    def _is_blank(self) -> bool:
        return super()._is_blank() and not self.time.text().strip()

    def _read_quietly(self) -> Answer:
        try:
            return self._day()
        except Refused:
            return Absent.NOT_ASKED


def _plain(day: date) -> str:
    """A date as one would type it, without its weekday."""
    return spoken(day).partition(" ")[2]
