"""The box at the top in which a name or a reference leads to a case."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QWidget

from casework.answer import Absent
from casework.case_line import CaseLine
from casework.dates import spoken
from desktop import words
from desktop.caseload import Caseload
from widgets.search_box import SearchBox
from widgets.theme import mark, px

_MOST, _WIDE, _EDGES = 10, 520, 12


class Jump(SearchBox):
    """``chosen(case id)`` with Enter or a click on one of the cases that hold every word typed."""

    chosen = Signal(str)

    def __init__(self, caseload: Caseload, parent: QWidget | None = None) -> None:
        super().__init__(words.JUMP.en, parent)
        self.setAccessibleName(words.JUMP_NAME.en)
        self._caseload = caseload
        self._found: tuple[CaseLine, ...] = ()
        self._offered = QStringListModel(self)
        view = QListView()
        mark(view, popup=True)
        view.setUniformItemSizes(True)
        view.setMinimumWidth(px(_WIDE))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(words.JUMP_NAME.en)
        self._finder = QCompleter(self._offered, self)
        self._finder.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._finder.setMaxVisibleItems(_MOST)
        self._finder.setPopup(view)
        self._view = view
        self._finder.setWidget(self)
        view.clicked.connect(self._take)
        view.activated.connect(self._take)
        self.textEdited.connect(self._offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(0)
        elif event.key() == Qt.Key.Key_Down and self.text():
            self._offer(self.text())
        else:
            super().keyPressEvent(event)

    def _offer(self, typed: str) -> None:
        self._found = matching(self._caseload.lines, typed)[:_MOST] if typed.strip() else ()
        self._offered.setStringList([told(one) for one in self._found] or [words.NO_SUCH_CASE.en])
        if typed.strip():
            self._finder.complete()
            rows = self._offered.rowCount()
            self._view.resize(self._view.width(), self._view.sizeHintForRow(0) * rows + px(_EDGES))
        else:
            self._view.hide()

    def _take(self, index: QModelIndex) -> None:
        self._open(index.row())

    def _open(self, at: int) -> None:
        if at < len(self._found):
            case = self._found[at].id
            # The completer writes what was chosen into the box after it has told of it.
            QTimer.singleShot(0, self, self.clear)
            self.chosen.emit(case)


def matching(lines: tuple[CaseLine, ...], typed: str) -> tuple[CaseLine, ...]:
    """The cases whose name and reference hold every word typed; those whose surname begins with it come first."""
    wanted = typed.casefold().replace(",", " ").split()
    found = [one for one in lines if all(word in f"{told(one)} {one.forenames}".casefold() for word in wanted)]
    return tuple(sorted(found, key=lambda one: not one.surname.casefold().startswith(wanted[0]) if wanted else False))


def named(line: CaseLine) -> str:
    """The person as a list shows them: surname in capitals, forenames."""
    return ", ".join(part for part in (line.surname.upper(), line.forenames) if part) or Absent.UNKNOWN.label.en


def told(line: CaseLine) -> str:
    """A case in one line, so that two people of one name are told apart."""
    born = words.BORN.filled(day=spoken(line.born).split(" ", 1)[1]).en if line.born else words.BORN_UNKNOWN.en
    return f"{named(line)}   {born}   {line.ref}"
