"""The victims of a case: closed until somebody says why they look; the log has it before anything is shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.desk import Desk
from desktop.operations import cases, history
from desktop.operations.view import CaseView
from desktop.pages.part import Part
from desktop.pages.records import RecordsPart
from widgets.button import Button
from widgets.flow import Flow
from widgets.label import Heading, Paragraph
from widgets.layout import column

_WHY = (
    "Who the victims are and how they are kept safe stands apart from the rest of the case. Say why you open it: the "
    "log keeps the reason, your name and the time, before anything is shown."
)


class VictimsPart(Part):
    """Closed, or open as a part of records; it stays open until it is closed or the case is left."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._opened: _Opened | None = None
        self.reasons = tuple(Reason(code, words) for code, words in history.REASONS.items())
        for one in self.reasons:
            one.given.connect(self._give)
        buttons = Flow()
        for one in self.reasons:
            buttons.addWidget(one)
        self._closed = QWidget()
        self._closed.setLayout(
            column(Heading("Victims"), Paragraph(_WHY), 8, buttons, None, gap=8, margin=(24, 20, 24, 24))
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._closed)
        self.setLayout(column(self._stack, gap=0))

    @property
    def is_open(self) -> bool:
        """Whether the victims are in sight."""
        return self._opened is not None

    @property
    def opened(self) -> RecordsPart | None:
        """The part that shows them, while they are open."""
        return self._opened

    def show_view(self, view: CaseView) -> None:
        if self._opened is not None:
            self._opened.take(view)

    def flush(self) -> None:
        if self._opened is not None:
            self._opened.flush()

    def go(self, record: str, key: str) -> None:
        if self._opened is not None:
            self._opened.go(record, key)
        else:
            self.reasons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.close_victims()

    def close_victims(self) -> None:
        """Close them again; what is typed is kept."""
        if self._opened is None:
            return
        self._opened.flush()
        opened, self._opened = self._opened, None
        self._stack.removeWidget(opened)
        opened.hide()
        opened.deleteLater()
        self.reasons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self, reason: str) -> None:
        if self.view is not None:
            case = self.view.case.id
            self.desk.worker.write(cases.consult(case, reason), self, partial(self._open, case))

    def _open(self, case: str, _changes: object) -> None:
        if self.view is None or self.view.case.id != case or self._opened is not None:
            return
        self._opened = _Opened(self.desk)
        self._opened.closing.connect(self.close_victims)
        self._opened.saving.connect(self.saving)
        self._opened.saved.connect(self.saved)
        self._opened.not_saved.connect(self.not_saved)
        self._opened.take(self.view)
        self._stack.addWidget(self._opened)
        self._stack.setCurrentWidget(self._opened)
        self._opened.take_focus()


class _Opened(RecordsPart):
    closing = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "victims")
        self._close = Button("Close these pages", icon="lock", kind="quiet")
        self._close.clicked.connect(self.closing)
        self.add_to_head(self._close)

    def take_focus(self) -> None:
        """Put the focus on the first thing to do."""
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)


class Reason(Button):
    """One reason, given with one click."""

    given = Signal(str)

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
        self.setAccessibleName(f"Open the victims: {words}")
        self.clicked.connect(self._give)

    def _give(self) -> None:
        self.given.emit(self.code)
