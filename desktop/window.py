"""The window: the pages before a vault is open, the shell while it is, and what must be said above both."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import words
from desktop.strip import Strip
from widgets import tab_order
from widgets.label import Paragraph
from widgets.layout import column, row

_SIZE = (1280, 800)
_LEAST = (1000, 620)
_PLACE = re.compile(r"(-?\d{1,5}),(-?\d{1,5}),(\d{3,5}),(\d{3,5})")
MAXIMISED = "maximised"


class Window(QWidget):
    """``painted`` once, when the first page can be seen; ``leaving`` when somebody closes it over an open vault."""

    painted = Signal()
    leaving = Signal()
    placed = Signal(str)

    def __init__(self, gate: QWidget, place: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(words.PROGRAM.en)
        self.setMinimumSize(*_LEAST)
        self._stand(place)
        self.strip = Strip()
        self.gate = gate
        self._shell: QWidget | None = None
        self._flush: Callable[[], None] | None = None
        self._cover = QWidget()
        self._cover.setLayout(column(None, row(None, Paragraph(words.LOCKING.en, voice="heading"), None), None))
        self._stack = QStackedWidget()
        self._stack.addWidget(gate)
        self._stack.addWidget(self._cover)
        self.setLayout(column(self.strip, self._stack, gap=0))
        self._painted = False

    def enter(self, shell: QWidget, flush: Callable[[], None]) -> None:
        """A vault is open: show the shell in place of the gate; ``flush`` hands over what is typed in it."""
        self._shell, self._flush = shell, flush
        self._stack.addWidget(shell)
        self._stack.setCurrentWidget(shell)
        self.strip.dismiss()

    def place(self) -> str:
        """Where the window stands, to be found again: "x,y,width,height" or "maximised"."""
        if self.isMaximized():
            return MAXIMISED
        area = self.geometry()
        return f"{area.x()},{area.y()},{area.width()},{area.height()}"

    def cover(self) -> None:
        """Show nothing of any case and take no more work."""
        self.placed.emit(self.place())
        self._stack.setCurrentWidget(self._cover)
        self.repaint()

    def uncover(self) -> None:
        """Show again what was covered."""
        self._stack.setCurrentWidget(self._shell or self.gate)

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""
        if self._flush:
            self._flush()

    def drop(self) -> None:
        """Let go of the shell with every page in it."""
        if self._shell is not None:
            self._stack.removeWidget(self._shell)
            self._shell.setParent(None)
            self._shell.deleteLater()
        self._shell = self._flush = None

    def _stand(self, place: str) -> None:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(_SIZE[0], screen.width()), min(_SIZE[1], screen.height()))
        found = _PLACE.fullmatch(place)
        area = QRect(*(int(one) for one in found.groups())) if found else QRect()
        if any(one.availableGeometry().contains(area.center()) for one in QGuiApplication.screens() if found):
            self.setGeometry(area)
        if place == MAXIMISED:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def focusNextPrevChild(self, ahead: bool) -> bool:
        return tab_order.turn(self, ahead=ahead)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._shell is None:
            super().closeEvent(event)
        else:
            event.ignore()
            self.leaving.emit()
