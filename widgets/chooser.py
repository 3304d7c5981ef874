"""A box that opens a list, in which typing finds."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QListView, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

from widgets.icons import draw
from widgets.theme import mark, px, worn


class Chooser(QComboBox):
    """Offers (value, words) pairs; typing part of the words narrows the list. The wheel never changes it."""

    def __init__(self, name: str, hint: str = "", parent: QWidget | None = None, *, find: bool = True) -> None:
        super().__init__(parent)
        self.setEditable(find)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setView(_popup(self))
        box = self.lineEdit()
        if box is not None:
            mark(box, bare=True)
            box.setTextMargins(px(5), 0, 0, 0)
            box.setPlaceholderText(hint)
            finder = self.completer() or QCompleter(self)
            finder.setFilterMode(Qt.MatchFlag.MatchContains)
            finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            finder.setPopup(_popup(self))
            self.setCompleter(finder)
        else:
            self.setPlaceholderText(hint)
        self.name(name)

    def name(self, name: str, description: str = "") -> None:
        """Name the box for those who do not see it."""
        for one in (self, self.lineEdit(), self.view()):
            if one is not None:
                one.setAccessibleName(name)
                one.setAccessibleDescription(description)

    def offer(self, pairs: Sequence[tuple[object, str]]) -> None:
        """Set what is offered; what was chosen stays where it is still there."""
        chosen = self.currentData()
        was = self.blockSignals(True)
        self.clear()
        for value, words in pairs:
            self.addItem(words, value)
        self.setCurrentIndex(-1)
        if chosen is not None:
            self.setCurrentIndex(self.findData(chosen))
        self.blockSignals(was)
        widest = max((self.fontMetrics().horizontalAdvance(words) for _, words in pairs), default=0)
        self.view().setMinimumWidth(min(widest + px(48), px(640)))

    def typed(self) -> str:
        """The words in the box."""
        return self.currentText().strip()

    def matched(self) -> int:
        """The row that the words in the box stand for; -1 where none or several could be meant.

        It is the one with the same words, or the only one that holds them, or the only one that begins with them.
        """
        typed = self.typed().casefold()
        if not typed:
            return -1
        rows = [self.itemText(n).casefold() for n in range(self.count())]
        if typed in rows:
            return self.currentIndex() if rows[self.currentIndex()] == typed else rows.index(typed)
        holding = [n for n, words in enumerate(rows) if typed in words]
        beginning = [n for n in holding if rows[n].startswith(typed)]
        return next((some[0] for some in (holding, beginning) if len(some) == 1), -1)

    def sizeHint(self) -> QSize:
        return QSize(px(360), px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(32))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = worn(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wrong = bool(self.property("refused"))
        edge = "late" if wrong else "ink" if self.underMouse() and self.isEnabled() else "control_edge"
        wide = 2 if wrong else 1
        painter.setPen(QPen(look.colour(edge), wide))
        painter.setBrush(look.colour("paper" if self.isEnabled() else "surface"))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(4), px(4))
        size = px(16)
        arrow = QRectF(self.width() - size - px(8), (self.height() - size) / 2, size, size)
        draw(painter, "chevron-down", look.colour("quiet_ink"), arrow)
        if not self.isEditable():
            self._say(painter)
        painter.end()

    def _say(self, painter: QPainter) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = (
            self.style()
            .subControlRect(QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self)
            .adjusted(px(4), 0, 0, 0)
        )
        words = self.currentText() or self.placeholderText()
        painter.setPen(worn().colour("ink" if self.currentText() else "quiet_ink"))
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _popup(owner: QComboBox) -> QListView:
    view = QListView(owner)
    mark(view, popup=True)
    view.setUniformItemSizes(True)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    return view
