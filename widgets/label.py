"""Words on the screen, always as they were typed: never markup."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget  # noqa: TID251 - the one place that may

from widgets.theme import mark

_LINE = 1.45
_READ = 75
_UNBROKEN = 16777215
_WIDTHS_KEPT = 8


class PlainLabel(QLabel):
    """A line of plain text; ``voice`` is how it is said, ``role`` what colour repeats its meaning.

    Voices: "" (text), quiet, small, strong, guided, heading, title, single. Roles: "", late, soon, done, accent.
    """

    def __init__(self, words: str = "", parent: QWidget | None = None, *, voice: str = "", role: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        mark(self, voice=voice, role=role)

    def set_role(self, role: str) -> None:
        """Change what its colour repeats."""
        mark(self, role=role)

    def set_voice(self, voice: str) -> None:
        """Change how it is said."""
        mark(self, voice=voice)

    def setTextFormat(self, _format: Qt.TextFormat) -> None:
        """Plain text, whatever is asked for."""
        super().setTextFormat(Qt.TextFormat.PlainText)


class Heading(PlainLabel):
    """A heading of a page (level 1), a part (2) or a group (3), told to screen readers with its level."""

    def __init__(self, words: str = "", level: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(words, parent, voice={1: "title", 2: "heading"}.get(level, "strong"))
        self._level = level
        self.setText(words)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def setText(self, words: str) -> None:
        """Set the words, and the name under which the heading is read out."""
        super().setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(f"heading level {getattr(self, '_level', 1)}")


class Elided(PlainLabel):
    """One line that ends in … where it has no room; the whole is in its tooltip and its accessible name."""

    def __init__(
        self,
        words: str = "",
        parent: QWidget | None = None,
        *,
        voice: str = "",
        role: str = "",
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        self._whole = words
        self._cut = cut
        super().__init__(words, parent, voice=voice, role=role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Set the whole of the words."""
        self._whole = words
        self.setAccessibleName(words)
        self._fit()

    def whole(self) -> str:
        """The words uncut."""
        return self._whole

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._whole) + 2, metrics.height() + 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, self._cut, max(self.width(), 24))
        super().setText(shown)
        self.setToolTip(self._whole if shown != self._whole else "")


class Paragraph(PlainLabel):
    """Running text: lines of at most 75 characters, set with room between them."""

    def __init__(
        self, words: str = "", parent: QWidget | None = None, *, voice: str = "", role: str = "", most: int = _READ
    ) -> None:
        self._most = most
        self._known: dict[int, tuple[list[QTextLayout], float]] = {}
        self._sizes: tuple[QSize, QSize] | None = None
        super().__init__(words, parent, voice=voice, role=role)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, words: str) -> None:
        """Set the words; line ends in them are kept."""
        super().setText(words)
        self._forget()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid(min(width, self._widest()))[1])

    def sizeHint(self) -> QSize:
        return self._measured()[0]

    def minimumSizeHint(self) -> QSize:
        return self._measured()[1]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for layout in self._laid(min(self.width(), self._widest()))[0]:
            layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _widest(self) -> int:
        return self.fontMetrics().averageCharWidth() * self._most if self._most else _UNBROKEN

    def _advance(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)

    def _length(self, line: str) -> int:
        """How wide a line is; one that is wider than a paragraph by far is not measured."""
        most = self._widest()
        return most if len(line) > most else self._advance(line)

    def _forget(self) -> None:
        self._known.clear()
        self._sizes = None

    def _measured(self) -> tuple[QSize, QSize]:
        """The wish and the least: as wide as the longest line, and as the longest word."""
        self.ensurePolished()
        if self._sizes is None:
            lines = max((self._length(line) for line in self.text().split("\n")), default=0)
            words = set(self.text().split())
            letters = max((len(word) for word in words), default=0)
            longest = max((self._advance(word) for word in words if 2 * len(word) >= letters), default=0)
            width = min(self._widest(), lines + 2)
            least = QSize(min(longest, self._widest()) + 2, QFontMetrics(self.font()).height())
            self._sizes = QSize(width, self.heightForWidth(width)), least
        return self._sizes

    def _laid(self, width: int) -> tuple[list[QTextLayout], float]:
        """The paragraphs laid out for a width, and their height together; kept for the next asking."""
        self.ensurePolished()
        if width not in self._known:
            if len(self._known) > _WIDTHS_KEPT:
                self._known.clear()
            self._known[width] = self._lay(width)
        return self._known[width]

    def _lay(self, width: int) -> tuple[list[QTextLayout], float]:
        step = self.fontMetrics().height() * _LINE / 1.3
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layouts, top = [], 0.0
        for words in self.text().split("\n"):
            layout = QTextLayout(words, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
                line.setPosition(QPointF(0, top + (step - line.height()) / 2))
                top += step
            layout.endLayout()
            layouts.append(layout)
        return layouts, top
