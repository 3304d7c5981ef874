"""Home: what is late, what this week asks for, what is coming; who, why, and the way there."""

from __future__ import annotations

import time
from datetime import date, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from casework.dates import spoken
from desktop import words
from desktop.agenda import AHEAD_DAYS, Agenda, Asked, Band, Item, Kinds, agenda, by_day
from desktop.caseload import Caseload
from desktop.desk import Desk, Place
from desktop.pages.due_band import DueBand
from desktop.pages.month_strip import MonthStrip
from desktop.pages.page import Page
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.empty import Empty
from widgets.label import Heading, PlainLabel
from widgets.layout import Scrolled, column, row
from widgets.progress import Progress
from widgets.search_box import SearchBox
from widgets.theme import px

_SIGHT_MS, _REST, _ALL = 150, 12, 1000
_REACHES = {7: words.REACH_WEEK, AHEAD_DAYS: words.REACH_FOUR_WEEKS, 91: words.REACH_QUARTER, 36500: words.REACH_ALL}


class DuePage(Page):
    """Fills as the caseload is reckoned; what is already shown keeps its place and its focus."""

    def __init__(self, desk: Desk, caseload: Caseload, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._caseload = caseload
        self._day: date | None = None
        self._strip = MonthStrip(desk.today)
        self._search = SearchBox(words.NARROW_DUE.en)
        self._search.setMinimumWidth(px(140))
        self._search.setMaximumWidth(px(280))
        self._kinds = Chooser(words.KINDS.en, find=False)
        self._kinds.offer([(one, words.KIND_NAMES[one.value].en) for one in Kinds])
        self._kinds.setCurrentIndex(0)
        self._reach = Chooser(words.REACH.en, find=False)
        self._reach.offer([(days, said.en) for days, said in _REACHES.items()])
        self._reach.setCurrentIndex(1)
        self._kinds.setFixedWidth(px(190))
        self._reach.setFixedWidth(px(150))
        self._hidden = PlainLabel(voice="quiet")
        self._show_all = Button(words.SHOW_ALL.en, kind="link")
        self._progress = Progress()
        self._bands = {band: DueBand(words.BANDS[band.value].en, desk.today) for band in Band}
        self._nothing = Empty(words.NOTHING_IN_REACH.en, icon="calendar-check")
        self._no_cases = Empty(words.NO_CASES.en, words.NEW_CASE.en, detail=words.NO_CASES_DETAIL.en, icon="users")
        self._lay_out()
        self.setFocusProxy(self._search)
        self._soon = QTimer(self, singleShot=True, interval=_SIGHT_MS)
        self._soon.timeout.connect(self._show)
        self._connect()
        self._show()

    def _lay_out(self) -> None:
        title = row(Heading(words.DUE.en), PlainLabel(spoken(self.desk.today), voice="quiet"), None, gap=12)
        asked = row(self._search, self._kinds, self._reach, 4, self._hidden, self._show_all, None, gap=8)
        asked.setStretch(0, _ALL)
        inside = QWidget()
        inside.setLayout(
            column(*self._bands.values(), self._nothing, self._no_cases, None, gap=24, margin=(24, 8, 24, 24))
        )
        head = column(title, self._strip, asked, self._progress, gap=12, margin=(24, 20, 24, 8))
        whole = column(head, gap=0)
        whole.addWidget(Scrolled(inside, name=words.DUE.en), 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self._search.narrowed.connect(self._show)
        self._kinds.currentIndexChanged.connect(self._show)
        self._reach.currentIndexChanged.connect(self._show)
        self._show_all.clicked.connect(self._widen)
        self._strip.chosen.connect(self._choose_day)
        self._no_cases.acted.connect(self._new)
        self._caseload.listed.connect(self._later)
        self._caseload.reckoned.connect(self._later)
        for band in self._bands.values():
            band.wanted.connect(self.desk.want)

    def open(self, _place: Place) -> None:
        self._later()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later()

    def _later(self) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def _items(self) -> list[Item]:
        lines = {one.id: one for one in self._caseload.lines}
        return [Item(due, lines[id_]) for id_, found in self._caseload.due.items() if id_ in lines for due in found]

    def _asked(self) -> Asked:
        until = self.desk.today + timedelta(days=int(self._reach.currentData()) - 1)
        return Asked(until, Kinds(self._kinds.currentData()), self._search.text())

    def _show(self) -> None:
        began = time.perf_counter()
        self._show_all_of(self._items())
        # A large caseload is shown anew less often while it comes in, so that the window has time for its reader.
        self._soon.setInterval(max(_SIGHT_MS, round((time.perf_counter() - began) * 1000 * _REST)))

    def _show_all_of(self, items: list[Item]) -> None:
        self._strip.set_counts(by_day(items, self._strip.first, self._strip.days))
        shown = items if self._day is None else [one for one in items if one.due.on == self._day]
        found = agenda(shown, self.desk.today, self._asked())
        for band, widget in self._bands.items():
            widget.set_items(found.bands[band])
        self._tell_hidden(found, len(items) - len(shown))
        self._tell_progress()
        none, waiting = not any(found.bands.values()), self._caseload.left or not self._caseload.known
        self._no_cases.setVisible(self._caseload.known and not self._caseload.lines)
        self._nothing.setVisible(none and not waiting and bool(self._caseload.lines))

    def _tell_hidden(self, found: Agenda, other_days: int) -> None:
        said = [
            said.filled(n=n).en
            for said, n in (
                (words.HIDES_LATER, found.later),
                (words.HIDES_OTHER, found.other),
                (words.HIDES_DAYS, other_days),
            )
            if n
        ]
        self._hidden.setText(words.HIDES.filled(what=", ".join(said)).en if said else words.HIDES_NOTHING.en)
        self._show_all.setVisible(bool(said))

    def _tell_progress(self) -> None:
        left, all_ = self._caseload.left, len(self._caseload.lines)
        if self._caseload.known and left:
            if not self._progress.showing():
                self._progress.start(words.RECKONING.en)
            self._progress.reach((all_ - left) / max(all_, 1))
        else:
            self._progress.stop()

    def _choose_day(self, day: date | None) -> None:
        self._day = day
        self._show()

    def _widen(self) -> None:
        self._search.clear()
        self._search.flush()
        self._kinds.setCurrentIndex(0)
        self._reach.setCurrentIndex(len(_REACHES) - 1)
        self._strip.choose(None)

    def _new(self) -> None:
        self.desk.want(Place("new_case"))
