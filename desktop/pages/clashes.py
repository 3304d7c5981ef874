"""What contradicts what: the sentence that names both sides, the rule, and the way to each of the two fields."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.case import Case
from casework.contradictions import CHECK, ERROR, WARNING, Contradiction, side_name
from desktop.desk import Desk
from desktop.operations.view import CaseView
from widgets.button import Button
from widgets.label import Paragraph, PlainLabel
from widgets.layout import clear, column, row
from widgets.shapes import Shape
from widgets.state import StateWord

_WORDS = {
    ERROR: ("Cannot both stand", Shape.DOT, "late"),
    WARNING: ("Contradiction", Shape.HALF, "soon"),
    CHECK: ("Look at both", Shape.RING, ""),
}


class Clashes(QWidget):
    """Contradictions of a case, the worst first; hidden where there are none.

    ``most`` shows so many, with a button for the rest.
    """

    def __init__(self, desk: Desk, *, most: int = 0) -> None:
        super().__init__()
        self._desk, self._most = desk, most
        self._view: CaseView | None = None
        self._shown: tuple[object, ...] | None = None
        self._lines: QVBoxLayout = column(gap=10)
        self._more = Button("", kind="link")
        self._more.clicked.connect(self._show_all)
        self.setLayout(column(self._lines, row(self._more, None), gap=4))
        self.hide()

    def show_found(self, view: CaseView, found: Sequence[Contradiction]) -> None:
        """Show these; what stands already is not touched."""
        self._view = view
        self.setVisible(bool(found))
        names = tuple((side_name(view.case, one.first), side_name(view.case, one.second)) for one in found)
        if (tuple(found), names) == self._shown:
            return
        self._shown = (tuple(found), names)
        clear(self._lines)
        for n, one in enumerate(found):
            line = self._line(one, view.case)
            self._lines.addWidget(line)
            line.setVisible(not self._most or n < self._most)
        rest = len(found) - self._most if self._most else 0
        self._more.set_words(f"{rest} more")
        self._more.setVisible(rest > 0)

    def _show_all(self) -> None:
        self._most = 0
        for n in range(self._lines.count()):
            item = self._lines.itemAt(n)
            if item is not None and (line := item.widget()) is not None:
                line.show()
        self._more.hide()

    def _line(self, one: Contradiction, case: Case) -> QWidget:
        words, shape, role = _WORDS[one.severity]
        head = row(StateWord(words, shape, role), 8, gap=8)
        for record, key in one.sides:
            name = side_name(case, record)
            button = Button(f"Show {name}", kind="link")
            button.setAccessibleName(f"Show {name}: {one.what.en}")
            button.clicked.connect(partial(self._lead, record, key))
            head.addWidget(button)
        head.addStretch(1)
        line, rule = QWidget(), PlainLabel(one.rule, voice="small")
        rule.setWordWrap(True)
        line.setLayout(column(Paragraph(one.what.en, most=100), head, rule, gap=2))
        return line

    def _lead(self, record: str, key: str) -> None:
        from desktop.pages.parts import place_of  # noqa: PLC0415 - parts knows every part, and through it this page

        if self._view is not None:
            self._desk.want(place_of(self._view, record, key))
