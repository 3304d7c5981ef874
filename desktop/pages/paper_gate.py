"""What is not known on the pages, before they are paper: how much, and line by line where it is answered."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.refusal import Refused
from desktop.desk import Desk
from desktop.operations.papers import Order, Unknown
from desktop.operations.view import CaseView
from desktop.pages.overview_blocks import Fact
from desktop.pages.parts import place_of
from widgets.disclosure import Disclosure
from widgets.flow import Flow
from widgets.layout import Scrolled, clear, column, row
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import px

_TALL = 168


class PaperGate(QWidget):
    """Closed, it is one line above the pages; opened, each thing in it leads to its place in the case."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._view: CaseView | None = None
        self.found: tuple[Unknown, ...] = ()
        self._said = row(gap=8)
        self.show_all = Disclosure("Show them", "what is not known on these pages")
        self._rows = column(gap=4, margin=(0, 0, 8, 0))
        self._inside = inside = QWidget()
        inside.setLayout(self._rows)
        self._list = Scrolled(inside, name="What is not known on these pages")
        self._list.hide()
        self.show_all.opened.connect(self._list.setVisible)
        said, head = QWidget(), Flow(8)
        said.setLayout(self._said)
        head.addWidget(said)
        head.addWidget(self.show_all)
        self.setLayout(column(head, self._list, gap=4))
        self.hide()

    @property
    def lines(self) -> int:
        """How many lines of the pages are not known."""
        return sum(one.line for one in self.found)

    def show_unknowns(self, view: CaseView, found: tuple[Unknown, ...]) -> None:
        """Tell what was found on the pages of this case."""
        self._view = view
        if found == self.found:
            return
        self.found = found
        clear(self._said)
        self._said.addWidget(StateWord(self.text(), Shape.HALF, "soon"))
        clear(self._rows)
        for one in found:
            shape, role = (Shape.RING, "soon") if one.line else (Shape.DOT, "late")
            self._rows.addWidget(Fact(self, one.says.en, one.record, one.key, shape=shape, role=role))
        self._rows.addStretch(1)
        self._list.setFixedHeight(min(px(_TALL), self._inside.sizeHint().height() + px(4)))
        self.setVisible(bool(found))

    def text(self) -> str:
        """How much there is, in words."""
        lines, wrong = self.lines, len(self.found) - self.lines
        said = [f"{lines} line{'s' if lines > 1 else ''} not known"] if lines else []
        if wrong:
            said.append("1 thing not as it should be" if wrong == 1 else f"{wrong} things not as they should be")
        return ", ".join(said) + " on these pages"

    def go_to(self, record: str, key: str, kind: str) -> None:  # noqa: ARG002 - every line has its record
        """Lead to where it is answered."""
        if self._view:
            self._desk.want(place_of(self._view, record, key))

    def passed(self, order: Order) -> None:
        """Raise Refused while something is not known and nobody has said what becomes of it on paper."""
        if self.lines and not order.unknowns:
            raise Refused(f"{self.text()}: answer them, or choose how they are printed.", "unknowns")
