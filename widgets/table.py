"""The one table: rows of any value, told by columns, sorted, narrowed by typing, opened with Enter."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from casework.text import Language
from widgets.search_box import SearchBox
from widgets.table_cells import CellPainter, SortedHeader
from widgets.table_model import Column, Index, TableModel
from widgets.theme import colour, px

__all__ = ["Column", "RecordTable"]
T = TypeVar("T")
_FORGET_MS = 1000
_ONE_LINE, _TWO_LINES = 40, 52


class RecordTable(QTableView, Generic[T]):
    """``opened(row)`` comes with Enter or a double click, ``chosen(row)`` when another row is chosen.

    ``key`` tells rows apart, so that the chosen one stays chosen when rows are set again. Typed letters go to the
    search box of ``narrow_with``; without one they go to the next row that has a word beginning with them.
    """

    opened = Signal(object)
    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[T]],
        key: Callable[[T], Hashable],
        parent: QWidget | None = None,
        *,
        language: Language = Language.EN,
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._box: SearchBox | None = None
        self._empty = ""
        self._typed = ""
        self._quiet = False
        self._model: TableModel[T] = TableModel(columns, language, self)
        self.setModel(self._model)
        self._painter = CellPainter(self)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(_FORGET_MS)
        self._forget.timeout.connect(self._forget_typed)
        self._set_up(tall=any(one.under for one in columns))
        self.activated.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._choose)

    def _set_up(self, *, tall: bool) -> None:
        head = SortedHeader(self)
        self.setHorizontalHeader(head)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setFixedHeight(px(32))
        head.setMinimumSectionSize(px(24))
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sectionClicked.connect(self._sort_clicked)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(px(_TWO_LINES if tall else _ONE_LINE))
        self._tall = tall
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)

    # rows

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show rows; the chosen one stays chosen where it is still there."""
        self._keeping(lambda: self._model.set_rows(rows))

    def rows(self) -> tuple[T, ...]:
        """The rows shown, sorted and narrowed as they are."""
        return self._model.shown()

    def chosen_row(self) -> T | None:
        """The row that is chosen."""
        picked = self.selectionModel().selectedRows()
        return self._model.row(picked[0].row()) if picked else None

    def choose_several(self) -> None:
        """Let several rows be chosen at once, with Shift and the arrows, Ctrl and Space, or Ctrl+A."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_rows(self) -> tuple[T, ...]:
        """Every row that is chosen, in the order shown."""
        picked = sorted(one.row() for one in self.selectionModel().selectedRows())
        return tuple(row for at in picked if (row := self._model.row(at)) is not None)

    def choose(self, key: Hashable) -> bool:
        """Choose the row with this key and bring it into sight; False where it is not shown."""
        at = self._model.place(lambda row: self._key(row) == key)
        if at < 0:
            return False
        self._pick(at)
        return True

    def choose_first(self) -> None:
        """Choose the first row."""
        if self._model.rowCount():
            self._pick(0)

    def sort_by(self, column: int, *, descending: bool = False) -> None:
        """Sort by the column of this number."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(column, order)
        self._keeping(lambda: self._model.sort_by(column, descending=descending))

    def narrow(self, typed: str) -> None:
        """Show only rows in which every typed word stands."""
        self._keeping(lambda: self._model.narrow(typed))

    def narrow_with(self, box: SearchBox) -> None:
        """Let a search box narrow the table, and typed letters go to the box."""
        self._box = box
        box.narrowed.connect(self.narrow)
        box.left_down.connect(self._enter)

    def set_empty(self, sentence: str) -> None:
        """What to say where there are no rows."""
        self._empty = sentence
        self.setAccessibleDescription(sentence if not self._model.rowCount() else "")
        self.viewport().update()

    def hide_column(self, column: int, *, hidden: bool = True) -> None:
        """Take a column out of sight, for a narrow window."""
        self.setColumnHidden(column, hidden)
        self._share_out()

    # the workings

    def _keeping(self, change: Callable[[], None]) -> None:
        row = self.chosen_row()
        key = self._key(row) if row is not None else None
        self._quiet = True
        change()
        at = self._model.place(lambda one: self._key(one) == key) if row is not None else -1
        if at >= 0:
            self._pick(at)
        self._quiet = False
        self.setAccessibleDescription(self._empty if not self._model.rowCount() else "")
        now = self.chosen_row()
        if row is not None and now is None:
            self.chosen.emit(None)
        elif now is not None and now != row:
            self.chosen.emit(now)

    def _pick(self, at: int) -> None:
        index = self._model.index(at, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def _enter(self) -> None:
        if self._model.rowCount():
            if self.chosen_row() is None:
                self._pick(0)
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def _sort_clicked(self, column: int) -> None:
        head = self.horizontalHeader()
        self.sort_by(column, descending=head.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder)

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.opened.emit(row)

    def _choose(self, _new: QItemSelection, _old: QItemSelection) -> None:
        if not self._quiet:
            self.chosen.emit(self.chosen_row())

    def _forget_typed(self) -> None:
        self._typed = ""

    def keyboardSearch(self, typed: str) -> None:
        """Go to the next row that has a word beginning with what was typed within a second."""
        if self._box is not None:
            self._box.begin(typed)
            return
        self._typed += typed.casefold()
        self._forget.start()
        rows, start = self._model.shown(), self.currentIndex().row() + (len(self._typed) == 1)
        for step in range(len(rows)):
            at = (start + step) % len(rows)
            said = " ".join(one.tell(rows[at]) for one in self._model.columns).casefold()
            if any(word.startswith(self._typed) for word in [said, *said.split()]):
                self._pick(at)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.verticalHeader().setDefaultSectionSize(px(_TWO_LINES if self._tall else _ONE_LINE))
            self.horizontalHeader().setFixedHeight(px(32))
            self._share_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self._model.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(colour("quiet_ink"))
            room = self.viewport().rect().adjusted(px(8), px(16), -px(8), 0)
            painter.drawText(room, int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft), self._empty)
            painter.end()

    def _share_out(self) -> None:
        shown = [(n, one) for n, one in enumerate(self._model.columns) if not self.isColumnHidden(n)]
        room, wanted = self.viewport().width(), sum(px(one.width) for _, one in shown)
        shares = sum(one.share for _, one in shown)
        for n, one in shown:
            wide = px(one.width)
            if room >= wanted:
                wide += (room - wanted) * one.share // shares if shares else 0
            else:
                wide = wide * room // wanted
            self.setColumnWidth(n, wide)
        self._tell_ring()

    def _tell_ring(self) -> None:
        """The ring of focus goes about the row, or about the table where no row is chosen."""
        area, at = self.viewport().rect(), self.currentIndex()
        if at.isValid():
            row = self.visualRect(at)
            area = QRect(0, row.top(), area.width(), row.height()).intersected(area)
        self.setProperty("ring_about", area.translated(self.viewport().pos()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._tell_ring()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tell_ring()
