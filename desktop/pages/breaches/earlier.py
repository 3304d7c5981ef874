"""What went before a breach: the count, and every earlier warning, breach and considered recall in a line."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from casework.breaches import Beside, in_a_line
from casework.case import Case
from casework.clauses import numbered
from casework.dates import spoken
from casework.record import Record
from widgets.label import Elided, Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, clear, column, row
from widgets.notice import Notice
from widgets.theme import mark, px

_DAY, _LEAST = 92, 66
_NONE = "Nothing earlier is recorded."


class EarlierOnes(QFrame):
    """Beside the form at all times. ``seen()`` comes when every line has been on the screen: only then is decided."""

    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[str, str, str], ...] | None = None
        self._on_screen: set[str] = set()
        self._count = Paragraph("", voice="strong")
        self._same = Paragraph("", voice="quiet")
        self._review = Notice(role="soon")
        self._review.hide()
        self._lines = column(gap=2)
        inside = QWidget()
        inside.setLayout(column(self._lines, None, gap=0))
        self._list = Scrolled(inside, name="Earlier breaches, warnings and considered recalls")
        self._list.setMinimumHeight(px(_LEAST))
        self._list.verticalScrollBar().valueChanged.connect(self._look)
        self._list.viewport().installEventFilter(self)
        mark(self, surface=True)
        told = (Heading("Before this one", 2), self._count, self._same, self._review)
        whole = column(*told, gap=8, margin=16)
        whole.addWidget(self._list, 1)
        self.setLayout(whole)
        for one in told:
            one.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName("Before this one")

    def take(self, case: Case, breach: Record, found: Beside) -> None:
        """Show what stands beside a breach."""
        self._count.setText(found.person.said.en)
        condition = case.get(next(iter(breach.links("condition")), ""))
        self._same.setVisible(condition is not None and bool(found.person.entries))
        if condition is not None:
            self._same.setText(f"Of {numbered(case, condition)}: {_lower(found.condition.said.en)}")
        self._review.tell(found.review.en)
        entries = found.person.entries
        shown = tuple((one.record.id, _day(one.on), in_a_line(case, one.record, short=True)) for one in entries)
        if shown != self._shown:
            self._shown = shown
            self._lay()
        QTimer.singleShot(0, self, self._look)

    @property
    def all_seen(self) -> bool:
        """Whether every line has been on the screen."""
        return self.left == 0

    @property
    def left(self) -> int:
        """How many lines have not been on the screen yet."""
        return sum(id_ not in self._on_screen for id_, _, _ in self._shown or ())

    def words(self) -> tuple[str, ...]:
        """The lines, the oldest first."""
        return tuple(f"{day} {words}" for _, day, words in self._shown or ())

    def _lay(self) -> None:
        clear(self._lines)
        for _, day, words in self._shown or ():
            told = PlainLabel(day)
            told.setFixedWidth(px(_DAY))
            line = QWidget()
            layout = row(told, gap=8)
            layout.addWidget(Elided(words), 1)
            line.setLayout(layout)
            line.setAccessibleName(f"{day} {words}")
            self._lines.addWidget(line)
        if not self._shown:
            self._lines.addWidget(Paragraph(_NONE, voice="quiet"))

    def _look(self) -> None:
        """Note which lines are on the screen now."""
        port = self._list.viewport()
        before = self.left
        if not port.isVisible():
            return
        for n, (id_, _, _) in enumerate(self._shown or ()):
            item = self._lines.itemAt(n)
            line = item.widget() if item else None
            if line is not None and line.isVisible() and line.height():
                top = line.mapTo(port, QPoint(0, 0)).y()
                if top >= -2 and top + line.height() <= port.height() + 2:
                    self._on_screen.add(id_)
        if before != self.left or not self.left:
            self.seen.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            QTimer.singleShot(0, self, self._look)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._look)


def _day(on: date | None) -> str:
    return spoken(on).partition(" ")[2] if on else "No day"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
