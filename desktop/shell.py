"""What stands about every page: the rail, the bar at the top, the quiet line at the foot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from casework.refusal import Refused
from desktop import words
from desktop.bar import Bar
from desktop.caseload import Caseload
from desktop.desk import Desk, Place
from desktop.foot import Foot
from desktop.here import Here, at_place, way_back
from desktop.navigation import Navigation
from desktop.operations import typing
from desktop.pages.field_help import show_help
from desktop.settings import Settings
from storage.journal import Left
from storage.problems import VaultProblem
from widgets import rail
from widgets.layout import column, row, rule, upright

HOME = Place("due")
_RAIL = (
    rail.Place("due", words.DUE.en, "calendar-clock", hint="Alt+1"),
    rail.Place("cases", words.CASES.en, "users", hint="Alt+2"),
    rail.Place("meetings", words.MEETINGS.en, "messages-square", hint="Alt+3"),
    rail.Place("law", words.LAW.en, "gavel", hint="Alt+4"),
    rail.Place("copies", words.COPIES_OUT.en, "file-text", hint="Alt+5"),
    rail.Place("settings", words.SETTINGS.en, "settings", foot=True, hint="Alt+6"),
)
_BESIDE = {
    "case": "cases",
    "meeting": "cases",
    "new_case": "cases",
    "run": "cases",
    "templates": "settings",
    "people": "settings",
}


class Shown(Protocol):
    """What the shell asks of a page."""

    def open(self, place: Place) -> None:
        """Come before the reader, at a place."""

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""

    def place(self) -> Place | None:
        """Where on the page the reader is; None where it is the place that was opened."""


Pages = Mapping[str, Callable[[], QWidget]]


@dataclass(frozen=True, slots=True)
class _Region:
    """A part of the window that F6 goes to, and what takes the keyboard there."""

    whole: QWidget
    first: Callable[[], QWidget]


class Shell(QWidget):
    """Makes pages when they are first wanted, and leads between them."""

    def __init__(
        self,
        desk: Desk,
        navigation: Navigation,
        caseload: Caseload,
        *,
        pages: Pages,
        backup_words: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._navigation, self._caseload, self._make = desk, navigation, caseload, pages
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self.rail = rail.Rail(_RAIL)
        self.rail.set_narrow(desk.settings.narrow_rail)
        self.bar = Bar(desk, caseload)
        self.foot = Foot(backup_words)
        side = column(self.bar, rule(), self._stack, rule(), self.foot, gap=0)
        side.setStretch(2, 1)
        whole = row(self.rail, upright(), gap=0)
        whole.addLayout(side, 1)
        self.setLayout(whole)
        self.rail.chosen.connect(self._choose)
        self.bar.jump.chosen.connect(self._jump)
        self.bar.back.clicked.connect(navigation.back)
        desk.told.connect(self.foot.tell)
        navigation.arrived.connect(self._show)
        caseload.listed.connect(self._count)
        caseload.reckoned.connect(self._count)
        desk.settings_changed.connect(self._take_settings)
        desk.journal.where, desk.journal.inside = self._where, self
        self._scale = desk.settings.scale
        self._set_shortcuts()

    def start(self) -> None:
        """Show the first page, and read the caseload."""
        self._desk.worker.read(typing.left(), self, self._begin, self._begin_anew)

    def _begin(self, left: Left) -> None:
        back = way_back(left, self._desk.today)
        self._desk.journal.take(left, back)
        self._desk.want(HOME if back is None else back.place)
        self._caseload.read()
        away = [one for one in left.waiting if one.spot.record and (back is None or one.spot != back.spot)]
        waiting = len(away)
        if waiting:
            self._desk.tell((words.WORDS_WAIT if waiting > 1 else words.WORDS_WAIT_ONE).filled(n=waiting).en)

    def _begin_anew(self, problem: Refused | VaultProblem) -> None:
        self._desk.worker.failed.emit(problem)
        self._desk.want(HOME)
        self._caseload.read()

    def _where(self) -> Here:
        page, at = self._stack.currentWidget(), self._navigation.at
        found = (cast("Shown", page).place() if page is not None else None) or at
        return at_place(found) if found is not None else Here()

    def usable(self) -> bool:
        """Whether the caseload can be read and a page is in sight."""
        return self._caseload.known and self._stack.currentWidget() is not None

    def current(self) -> bool:
        """Whether what is due in every case is known for today."""
        return self._caseload.known and not self._caseload.left

    def flush(self) -> None:
        """Have the page in sight hand over what is typed."""
        page = self._stack.currentWidget()
        if page is not None:
            cast("Shown", page).flush()

    def keep(self) -> None:
        """Have everything typed kept, with the place where the reader is, before the window is locked or closed."""
        self.flush()
        self._desk.journal.flush()

    def close_here(self) -> None:
        """The reader closes the program: the next unlocking begins at the first page."""
        self._desk.journal.closing = True

    def page(self, name: str) -> QWidget:
        """A page, made now if it was not wanted before."""
        if name not in self._pages:
            self._pages[name] = self._make[name]()
            self._stack.addWidget(self._pages[name])
        return self._pages[name]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._navigation.at
        if event.key() == Qt.Key.Key_Escape and at is not None and at.page in _BESIDE:
            self._navigation.back()
            return
        super().keyPressEvent(event)

    def _show(self, place: Place) -> None:
        self.flush()
        before, page = self._stack.currentWidget(), self.page(place.page)
        cast("Shown", page).open(place)
        self._stack.setCurrentWidget(page)
        self.rail.choose(_BESIDE.get(place.page, place.page))
        self.bar.back.setEnabled(self._navigation.can_go_back())
        if page is not before:
            self._focus(page)
        self._desk.journal.went()

    def _focus(self, page: QWidget) -> None:
        now = QApplication.focusWidget()
        if now is not None and self.rail.isAncestorOf(now):
            return
        first = _first_in(page)
        if first is not page:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        self.rail.set_count("due", self._caseload.late)

    def _take_settings(self, kept: Settings) -> None:
        self.rail.set_narrow(kept.narrow_rail)
        if kept.scale != self._scale:
            # Pages laid out for another size of text are made anew when they are next wanted.
            self._scale = kept.scale
            for name, page in list(self._pages.items()):
                if page is not self._stack.currentWidget():
                    self._stack.removeWidget(page)
                    self._pages.pop(name).deleteLater()

    def _choose(self, key: str) -> None:
        self._desk.want(Place(key))

    def _jump(self, case: str) -> None:
        self._desk.want(Place("case", case))

    def _set_shortcuts(self) -> None:
        wanted: dict[str, Callable[[], object]] = {
            "Ctrl+L": self._desk.lock_wanted.emit,
            "Ctrl+K": self._find,
            "Ctrl+N": self._new_case,
            "Alt+Left": self._navigation.back,
            "F1": self._help,
            "F6": self._next_region,
            "Shift+F6": self._earlier_region,
        }
        for keys, do in wanted.items():
            QShortcut(QKeySequence(keys), self).activated.connect(do)
        for n, place in enumerate(_RAIL, 1):
            QShortcut(QKeySequence(f"Alt+{n}"), self).activated.connect(partial(self._choose, place.key))

    def _help(self) -> None:
        now = QApplication.focusWidget()
        if not show_help(now):
            self._desk.tell((now.accessibleDescription() if now else "") or words.NO_HELP.en)

    def _find(self) -> None:
        self.bar.jump.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.jump.selectAll()

    def _new_case(self) -> None:
        self._desk.want(Place("new_case"))

    def _regions(self) -> tuple[_Region, ...]:
        page = self._stack.currentWidget()
        shown = (_Region(page, partial(_first_in, page)),) if page else ()
        return (_Region(self.rail, self._rail_button), _Region(self.bar, lambda: self.bar.jump), *shown)

    def _next_region(self) -> None:
        self._turn(1)

    def _earlier_region(self) -> None:
        self._turn(-1)

    def _turn(self, step: int) -> None:
        regions, now = self._regions(), QApplication.focusWidget()
        at = next((n for n, one in enumerate(regions) if now and one.whole.isAncestorOf(now)), -1 if step > 0 else 0)
        regions[(at + step) % len(regions)].first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _rail_button(self) -> QWidget:
        buttons = self.rail.findChildren(rail.RailButton)
        return next((one for one in buttons if one.isChecked()), buttons[0])


def _first_in(page: QWidget) -> QWidget:
    """What takes the keyboard first on a page."""
    proxy = page.focusProxy()
    if proxy is not None:
        return proxy
    step = page.nextInFocusChain()
    while step is not None and step is not page:
        takes = step.focusPolicy() & Qt.FocusPolicy.TabFocus and step.isEnabled() and step.isVisibleTo(page)
        if takes and page.isAncestorOf(step):
            return step
        step = step.nextInFocusChain()
    return page
