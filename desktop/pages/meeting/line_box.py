"""The box in which minutes are typed: a line and Enter, with the names offered after @ and the agencies after #."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from casework.field import Field, FieldType
from casework.meetings.line import begun_mark
from casework.meetings.people import Named, agency_name
from casework.text import Text
from desktop.operations.minuting import LINE
from widgets.editors.long import GrowingText, LongEditor
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.offer_list import Offered, OfferList
from widgets.remark import Remark

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD = Field(LINE, Text("Line of the minutes", "Llinell o'r cofnodion"), FieldType.LONG, may_be_unknown=False)
HINT = "What was said. Enter keeps the line."
HELP = "/p who is here   /a action   /d decision   /x different view   /i information   /r restricted"
MARKS = "@ who   # agency   due   because   "
KEYS = "Ctrl+↓ next item   ↑ earlier lines   F8 questions of this item   F9 what is missing"
_MOST = 7


class MinuteBox(GrowingText):
    """Enter, the arrows and Esc belong to the line; Shift+Enter begins a new row in it.

    ``offering``: names are offered above it.
    """

    entered = Signal()
    stepped = Signal(int)
    dropped = Signal()
    up = Signal()

    def __init__(self) -> None:
        super().__init__(1)
        self.offering = False
        self.setPlaceholderText(HINT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, bare = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and bare:
            self.entered.emit()
        elif bare and self.offering and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if key == Qt.Key.Key_Down else -1)
        elif bare and key == Qt.Key.Key_Up and not self.toPlainText():
            self.up.emit()
        elif key == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class MinuteEditor(LongEditor):
    """The editor about the box, so that the journal keeps a line that is half typed."""

    def _made_box(self) -> MinuteBox:
        self.minute_box = MinuteBox()
        return self.minute_box

    def _place_ways(self) -> None:
        self._rows.addWidget(self._ways)


class LineBox(QWidget):
    """``said(typed)`` when Enter finds nothing offered; ``left`` when an earlier line is not changed after all.

    ``up``: the reader wants the earlier lines.
    """

    said = Signal(str)
    left = Signal()
    up = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._people: tuple[Named, ...] = ()
        self._agencies: tuple[str, ...] = ()
        self.editor = MinuteEditor(_FIELD, today)
        self.box = self.editor.minute_box
        self.editor.describe("Line of the minutes", f"{HINT} {HELP} {MARKS} {KEYS}")
        self.list = OfferList("Names", _MOST)
        self.list.taken.connect(self._take)
        self.what = PlainLabel("", voice="strong")
        self.what.hide()
        self.problem = Remark()
        self._help = Paragraph(HELP, voice="small", most=0)
        self._keys = Paragraph(f"{MARKS}{KEYS}", voice="small", most=0)
        self.box.textChanged.connect(self._offer)
        self.box.entered.connect(self._enter)
        self.box.stepped.connect(self.list.step)
        self.box.dropped.connect(self._drop)
        self.box.up.connect(self.up)
        head = row(self.what, None, gap=8)
        self.setLayout(column(self.list, head, self.editor, self.problem, self._help, self._keys, gap=4))
        self.setFocusProxy(self.box)

    def take(self, people: tuple[Named, ...], agencies: tuple[str, ...]) -> None:
        """Offer these people and agencies."""
        self._people, self._agencies = people, agencies

    def words(self) -> str:
        """What is typed."""
        return self.box.toPlainText().strip()

    def put(self, typed: str, changing: str = "") -> None:
        """Put a line into the box, the cursor behind it; ``changing`` says which earlier one is written anew."""
        self.box.setPlainText(typed)
        self.box.moveCursor(QTextCursor.MoveOperation.End)
        self.what.setText(changing)
        self.what.setVisible(bool(changing))
        self.problem.tell("")

    def refuse(self, why: str, typed: str) -> None:
        """Say why the line was not taken; what was typed stays, with what is asked next behind it."""
        if self.words() != typed.strip() or self.box.toPlainText() != typed:
            self.box.setPlainText(typed)
            self.box.moveCursor(QTextCursor.MoveOperation.End)
        self.problem.tell(why)
        self._offer(keep=True)

    def _offer(self, *, keep: bool = False) -> None:
        if not keep:
            self.problem.tell("")
        before = self.box.toPlainText()[: self.box.textCursor().position()]
        mark = begun_mark(before)
        self.list.offer(self._offered(*mark) if mark else [])
        self.box.offering = not self.list.isHidden()

    def _offered(self, sign: str, letters: str) -> list[Offered]:
        wanted = letters.casefold().split()
        if sign == "#":
            found = [(code, agency_name(code), "") for code in self._agencies]
        else:
            found = [(one.told, one.told, agency_name(one.agency)) for one in self._people]
        fits = [one for one in found if _fits(f"{one[1]} {one[2]}", wanted)]
        if len(fits) == 1 and letters.strip().casefold() == fits[0][1].casefold():
            return []
        return [Offered(key, title, detail) for key, title, detail in fits]

    def _take(self, key: str) -> None:
        cursor = self.box.textCursor()
        mark = begun_mark(self.box.toPlainText()[: cursor.position()])
        if not mark:
            return
        words = agency_name(key) if mark[0] == "#" else key
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(mark[1]))
        cursor.insertText(f"{words} ")
        self.box.setTextCursor(cursor)
        self.list.offer([])
        self.box.offering = False
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self.box.offering and self.list.current():
            self._take(self.list.current())
        elif self.words():
            self.said.emit(self.box.toPlainText())

    def _drop(self) -> None:
        if self.box.offering:
            self.list.offer([])
            self.box.offering = False
        elif self.what.isVisible():
            self.left.emit()


def _fits(words: str, letters: list[str]) -> bool:
    every = words.casefold().replace("-", " ").split()
    return all(any(one.startswith(each) for one in every) for each in letters)
