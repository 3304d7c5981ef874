"""The model of the one table: rows of any value, told by columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from casework.text import Language, Text
from widgets.shapes import Box, Shape

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Cell:
    """How a cell is painted: its words, a quiet line under them, a shape or a box, the role of its ink."""

    words: str
    under: str = ""
    shape: Shape = Shape.NOTHING
    box: Box | None = None
    role: str = ""
    right: bool = False
    strong: bool = False


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: its title and how it tells a row.

    ``sort`` gives what rows are sorted by (their words, where None); ``role`` the role of ink (late, soon, done,
    quiet); ``shape`` a sign before the words; ``box`` a box about them; ``width`` the least px; ``share`` its part
    of the room left over (0: none).
    """

    title: Text
    tell: Callable[[T], str]
    under: Callable[[T], str] | None = None
    sort: Callable[[T], Any] | None = None
    role: Callable[[T], str] | None = None
    shape: Callable[[T], Shape] | None = None
    box: Callable[[T], Box | None] | None = None
    tooltip: Callable[[T], str] | None = None
    width: int = 96
    share: int = 0
    right: bool = False
    strong: bool = False

    def cell(self, row: T) -> Cell:
        """How the column paints a row."""
        return Cell(
            self.tell(row),
            self.under(row) if self.under else "",
            self.shape(row) if self.shape else Shape.NOTHING,
            self.box(row) if self.box else None,
            self.role(row) if self.role else "",
            self.right,
            self.strong,
        )


class TableModel(QAbstractTableModel, Generic[T]):
    """All rows, and those of them that are shown in their order."""

    def __init__(
        self, columns: Sequence[Column[T]], language: Language = Language.EN, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._language = language
        self._all: list[T] = []
        self._shown: list[T] = []
        self._wanted: list[str] = []
        self._sorted: tuple[int, bool] | None = None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        column, row = self.columns[index.column()], self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.tell(row)
        if role == CELL_ROLE:
            return column.cell(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            cell = column.cell(row)
            return ", ".join(part for part in (cell.words, cell.under) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return column.title.in_(self._language)
        if role == Qt.ItemDataRole.ToolTipRole and column.tooltip:
            return column.tooltip(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title.in_(self._language)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                right = self.columns[section].right
                side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def row(self, at: int) -> T | None:
        """The row shown at a place."""
        return self._shown[at] if 0 <= at < len(self._shown) else None

    def shown(self) -> tuple[T, ...]:
        """The rows shown, in their order."""
        return tuple(self._shown)

    def place(self, matches: Callable[[T], bool]) -> int:
        """Where the first row that matches is shown; -1 where none is."""
        return next((n for n, row in enumerate(self._shown) if matches(row)), -1)

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show other rows."""
        self._all = list(rows)
        self._arrange()

    def narrow(self, typed: str) -> None:
        """Show only rows in which every typed word stands somewhere."""
        self._wanted = typed.casefold().split()
        self._arrange()

    def sort_by(self, column: int, *, descending: bool = False) -> None:
        """Sort by a column; rows that are equal in it keep the order in which they were given."""
        self._sorted = (column, descending)
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort as Qt asks for it."""
        if 0 <= column < len(self.columns):
            self.sort_by(column, descending=order == Qt.SortOrder.DescendingOrder)

    def _arrange(self) -> None:
        self.beginResetModel()
        shown = [row for row in self._all if self._has(row)] if self._wanted else list(self._all)
        if self._sorted is not None:
            column, descending = self.columns[self._sorted[0]], self._sorted[1]
            told: Callable[[T], Any] = column.sort or _folded(column.tell)
            shown.sort(key=told, reverse=descending)
        self._shown = shown
        self.endResetModel()

    def _has(self, row: T) -> bool:
        words = " ".join(
            part for one in self.columns for part in (one.tell(row), one.under(row) if one.under else "")
        ).casefold()
        return all(wanted in words for wanted in self._wanted)


def _folded(tell: Callable[[T], str]) -> Callable[[T], str]:
    def folded(row: T) -> str:
        return tell(row).casefold()

    return folded
