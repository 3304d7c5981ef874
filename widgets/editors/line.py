"""Editors of one typed line: words, a whole number, a length of time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QSizePolicy

from casework.answer import Absent, Answer, span
from casework.refusal import Refused
from casework.text import NOTHING
from widgets import words
from widgets.editors.editor import Editor
from widgets.label import PlainLabel
from widgets.theme import mark, px

_UNKNOWN = ("not known", "unknown", "n/k", "nk", "?", "ddim yn hysbys")


class LineEditor(Editor):
    """Words in one line."""

    width_px = 0

    def _build(self) -> None:
        self.box = QLineEdit()
        self.box.textEdited.connect(self._typed)
        self.box.returnPressed.connect(self.flush)
        self._line.addWidget(self.box, 0 if self.width_px else 1)
        if self.width_px:
            self.box.setFixedWidth(px(self.width_px))
        self._watch(self.box)

    def _place_ways(self) -> None:
        self._line.addWidget(self._ways)
        self._ways.keep_place()

    def offer(self, known: Sequence[str]) -> None:
        """Offer words under the box as one types; an arrow and Enter take them."""
        finder: QCompleter | None = self.box.completer()
        if finder is None and known:
            finder = QCompleter([], self.box)
            finder.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            finder.setFilterMode(Qt.MatchFlag.MatchContains)
            view = QListView()
            mark(view, popup=True)
            view.setAccessibleName(self.box.accessibleName())
            finder.setPopup(view)
            finder.highlighted.connect(self._typed)
            finder.activated.connect(self._typed)
            self.box.setCompleter(finder)
        model = finder.model() if finder is not None else None
        if isinstance(model, QStringListModel) and model.stringList() != list(known):
            model.setStringList(list(known))

    def _typed(self, _words: str) -> None:
        self._touched()

    def _read(self) -> Answer:
        return self.box.text().strip() or Absent.NOT_ASKED

    def _show(self, answer: Answer) -> None:
        written = "" if isinstance(answer, Absent) else self._written(answer)
        at = self.box.cursorPosition()
        self.box.setText(written)
        self.box.setCursorPosition(min(at, len(written)) if self.box.hasFocus() else 0)

    def _written(self, answer: Answer) -> str:
        """A value as it would be typed."""
        return str(answer)


class FigureEditor(LineEditor):
    """One line that is understood as something other than words; "not known" may be typed too."""

    width_px = 200
    example = NOTHING

    def _place_ways(self) -> None:
        self.echo = PlainLabel(voice="quiet")
        # In a narrow page what is told beside the box is cut; it never makes the page wider.
        self.echo.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._line.addWidget(self._ways)
        self._line.addWidget(self.echo, 1)

    def _echo(self) -> None:
        """Tell how what is typed is understood; an empty box with the cursor in it says how to write."""
        if self._is_blank():
            in_it = any(one.hasFocus() for one in self._controls)
            self.echo.setText(self.example.in_(self.language) if in_it else "")
        else:
            self.echo.setText(self._told(self._read_quietly()))

    def _told(self, _answer: Answer) -> str:
        return ""

    def _is_blank(self) -> bool:
        return not self.box.text().strip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        passed = super().eventFilter(watched, event)
        if isinstance(event, QFocusEvent):
            self._echo()
        return passed

    def _read(self) -> Answer:
        typed = self.box.text().strip()
        if typed.lower() in _UNKNOWN:
            return Absent.UNKNOWN
        return self._understood(typed) if typed else Absent.NOT_ASKED

    def _understood(self, typed: str) -> Answer:
        raise NotImplementedError

    def flush(self) -> None:
        """Take what is typed; the typed words "not known" become that answer."""
        if self._pending and self._read_quietly() is Absent.UNKNOWN:
            self._leave_out(Absent.UNKNOWN)
            return
        super().flush()

    def _read_quietly(self) -> Answer:
        try:
            return self._read()
        except Refused:
            return Absent.NOT_ASKED


class NumberEditor(FigureEditor):
    """A whole number."""

    width_px = 112

    def _understood(self, typed: str) -> Answer:
        plain = typed.replace(",", "").replace(" ", "")
        if not plain.isdecimal() or len(plain) > 12:
            raise Refused(words.WHOLE_NUMBER.filled(typed=typed), self.key)
        return int(plain)


class SpanEditor(FigureEditor):
    """A length of time, told back in whole words."""

    width_px = 168

    example = words.SPAN_SHAPE

    def _understood(self, typed: str) -> Answer:
        return span(typed)

    def _told(self, answer: Answer) -> str:
        told = "" if isinstance(answer, Absent) else str(answer)
        return "" if told == self.box.text().strip() else told
