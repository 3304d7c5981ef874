"""Home: what is late, what this week asks for, what is coming; who, why it matters, and the way there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from casework.agenda import Agenda, Asked
from casework.dates import spoken
from casework.due_order import BAND_WORDS, Band
from desktop import words as common
from desktop import words_due as words
from desktop.caseload import Caseload
from desktop.desk import Desk, Place
from desktop.operations import caseload as operations
from desktop.pages.due_band import DueBand
from desktop.pages.due_copies import DueCopies
from desktop.pages.due_filter import DueFilter
from desktop.pages.due_notices import Finished, Since
from desktop.pages.month_strip import MonthStrip
from desktop.pages.page import Page
from widgets.button import Button
from widgets.empty import Empty
from widgets.label import Heading, PlainLabel
from widgets.layout import Scrolled, column, row
from widgets.progress import Progress

_PAUSE_MS, _BUSY_PAUSE_MS = 60, 1200
_IN_SIGHT, _AT_A_TIME, _MAKING_MS = 7, 2, 4


class DuePage(Page):
    """Shows what was kept at once, and anew while cases are reckoned; rows that stay keep their widget and focus."""

    def __init__(self, desk: Desk, caseload: Caseload, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._caseload = caseload
        self._day: date | None = None
        self._missed: Asked | None = None
        self._asking = self._again = False
        self.agenda: Agenda | None = None
        self._date = PlainLabel(spoken(desk.today), voice="quiet")
        self._strip = MonthStrip(desk.today)
        self.filter = DueFilter(desk.settings.due_shown)
        self.said = PlainLabel(voice="quiet")
        self.said.setWordWrap(True)
        self.show_all = Button(words.SHOW_ALL.en, kind="link")
        self._progress = Progress()
        self.since = Since(desk)
        self._finished = Finished(desk)
        self.bands = {band: DueBand(BAND_WORDS[band].en, desk.today) for band in Band}
        self.copies = DueCopies(desk, caseload.line)
        self._nothing = Empty(words.NOTHING_IN_REACH.en, icon="calendar-check")
        self._no_cases = Empty(common.NO_CASES.en, common.NEW_CASE.en, detail=common.NO_CASES_DETAIL.en, icon="users")
        self._lay_out()
        self.setFocusProxy(self.filter.search)
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._soon.timeout.connect(self._ask)
        self._making = QTimer(self, interval=_MAKING_MS)
        self._making.timeout.connect(self._make_rows)
        self._connect()

    def _lay_out(self) -> None:
        title = row(Heading(common.DUE.en), self._date, None, gap=12)
        told = row(self.said, self.show_all, gap=8)
        told.setStretch(0, 1)
        inside = QWidget()
        shown = list(self.bands.values())
        bands = column(
            *shown[:1], self.copies, *shown[1:], self._nothing, self._no_cases, None, gap=24, margin=(24, 8, 24, 24)
        )
        inside.setLayout(bands)
        head = column(
            title, self.since, self._finished, self._strip, self.filter, told, self._progress,
            gap=10, margin=(24, 20, 24, 8),
        )  # fmt: skip
        whole = column(head, gap=0)
        whole.addWidget(Scrolled(inside, name=common.DUE.en), 1)
        self.setLayout(whole)
        for one in (self.show_all, self._nothing, self._no_cases):
            one.hide()

    def _connect(self) -> None:
        self.filter.changed.connect(self._narrow)
        self.show_all.clicked.connect(self._widen)
        self._strip.chosen.connect(self._choose_day)
        self._no_cases.acted.connect(self._new)
        self._caseload.listed.connect(self._settle)
        self._caseload.listed.connect(self.copies.name)
        self._caseload.reckoned.connect(self._later)
        self.since.shown.connect(self._show_missed)
        self.desk.day_changed.connect(self._turn)
        self.copies.wanted.connect(self.desk.want)
        for band in self.bands.values():
            band.wanted.connect(self.desk.want)
            band.finished.connect(self._finished.finish)
            band.more_wanted.connect(self._ask)

    def open(self, _place: Place) -> None:
        self._finished.forget()
        self._ask()
        self.copies.read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.agenda is not None:
            self._later()

    def asked(self) -> Asked:
        """What the reader asks for."""
        asked = replace(
            self.filter.asked(self.desk.today), day=self._day, most={b: w.most for b, w in self.bands.items()}
        )
        return replace(asked, since=self._missed.since, day=None) if self._missed else asked

    def _later(self, _of_them: object = None) -> None:
        if self.isVisible() and not self._soon.isActive():
            self._soon.start(_BUSY_PAUSE_MS if self._caseload.left else _PAUSE_MS)
        self._tell_progress()

    def _ask(self) -> None:
        if self._asking or self.desk.worker.closed:
            self._again = True
            return
        self._asking, self._again = True, False
        asked = self.asked()
        self.desk.worker.read(operations.agenda(asked), self, partial(self._take, asked), self._unread)

    def _unread(self, problem: object) -> None:
        self._asking = False
        self.desk.worker.failed.emit(problem)

    def _take(self, asked: Asked, found: Agenda) -> None:
        self._asking = False
        if asked == self.asked():
            self._show(found)
        if self._again:
            self._ask()

    def _show(self, found: Agenda) -> None:
        first, self.agenda = self.agenda is None, found
        ages = " · ".join(words.AGES.filled(n=f"{n:,}", age=age.en).en for age, n in found.ages)
        for band, widget in self.bands.items():
            widget.set_items(found.bands[band], found.counts[band], ages if band is Band.LATE else "")
        self._make_rows(_IN_SIGHT if first else _AT_A_TIME)
        self._strip.set_counts(found.days)
        self.said.setText(f"{found.narrowed.said()}.")
        self.show_all.setVisible(found.narrowed.shown < found.narrowed.total)
        self._caseload.hurry(one.line.id for shown in found.bands.values() for one in shown if one.as_of)
        self._settle()

    def _make_rows(self, most: int = _AT_A_TIME) -> None:
        """Make the rows that are missing, those in sight at once and the others between the reader's own doings."""
        made = 0
        for band in self.bands.values():
            while made < most and band.make_one():
                made += 1
        if made < most:
            self._making.stop()
        elif not self._making.isActive():
            self._making.start()

    def complete(self) -> bool:
        """Whether what is due was read and every row of it is there."""
        return self.agenda is not None and all(one.complete() for one in self.bands.values())

    def _settle(self) -> None:
        """Say how far the caseload is, and once everything is reckoned what was missed."""
        self._tell_progress()
        if self.agenda is not None:
            self._tell_empty(self.agenda)
            if self._caseload.known and not self._caseload.left:
                self.since.look()

    def _tell_empty(self, found: Agenda) -> None:
        waiting = self._caseload.left or not self._caseload.known
        no_cases = self._caseload.known and not self._caseload.lines
        self._no_cases.setVisible(no_cases)
        self._nothing.setVisible(not found.narrowed.shown and not waiting and not no_cases)

    def _tell_progress(self) -> None:
        left, all_ = self._caseload.left, len(self._caseload.lines)
        if not self._caseload.known or not left:
            self._progress.stop()
            return
        if not self._progress.showing():
            self._progress.start(words.RECKONING.filled(done=f"{all_ - left:,}", all=f"{all_:,}").en)
        self._progress.reach((all_ - left) / max(all_, 1))

    def _narrow(self) -> None:
        self._missed = None
        if self.filter.kept() != self.desk.settings.due_shown:
            self.desk.change(self.desk.settings.with_(due_shown=self.filter.kept()))
        self._ask()

    def _choose_day(self, day: date | None) -> None:
        self._day, self._missed = day, None
        self._ask()

    def _show_missed(self, asked: Asked) -> None:
        self._missed = asked
        self._ask()

    def _widen(self) -> None:
        self._missed = self._day = None
        self._strip.set_chosen(None)
        self.filter.widen()

    def _turn(self) -> None:
        self._date.setText(spoken(self.desk.today))
        self._strip.set_first(self.desk.today)
        for band in self.bands.values():
            band.set_today(self.desk.today)
        self._ask()

    def _new(self) -> None:
        self.desk.want(Place("new_case"))
