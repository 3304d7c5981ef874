"""One carried sentence or row: where it stands, its words, how old it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from casework.answer import Absent
from casework.record import Record
from casework.sentences import sentences
from casework.template import PlanTemplate
from desktop.operations.carrying import Asked
from widgets.label import Paragraph, PlainLabel
from widgets.layout import clear, column
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import mark
from widgets.told import Told, ToldList

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ASIDE = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class CarryCard(QFrame):
    """Takes the keyboard, so that one key answers; its accessible name is what is to be answered.

    ``stepped(by)`` comes from the arrow keys, which would otherwise scroll the page.
    """

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        mark(self, card=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._where = PlainLabel(voice="quiet")
        self._where.setWordWrap(True)
        self._age = StateWord()
        self._body: QVBoxLayout = column(gap=8)
        self.setLayout(column(self._where, self._body, self._age, gap=12, margin=20))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers() & _ASIDE:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def show_item(self, one: Asked, template: PlanTemplate, record: Record | None) -> None:
        """Show a sentence with those beside it, or a row with its answers."""
        item = one.item
        self._where.setText(f"{template.number(item.section)}  {item.section.title.en}  ·  {item.heading}")
        clear(self._body)
        before, after = _beside(one, record)
        for words, voice in ((before, "quiet"), (item.words, "heading"), (after, "quiet")):
            if words:
                self._body.addWidget(Paragraph(words, voice=voice))
        if item.says:
            told = [Told(label, said) for label, said in item.says if said != item.words]
            self._body.addWidget(ToldList(told))
        shape, role = (Shape.TICK, "done") if one.kept else (Shape.RING, "")
        self._age.tell(f"{'Kept now; ' if one.kept else ''}{one.age.en}", shape, role)
        self.setAccessibleName(f"{item.heading}: {item.words}")
        self.setAccessibleDescription(f"{item.section.title.en}. {self._age.text()}. K keeps, C changes, D drops.")


def _beside(one: Asked, record: Record | None) -> tuple[str, str]:
    """The sentences before and after, so that one is not read out of its answer."""
    place = one.item.place
    if place is None or record is None or isinstance(record[one.item.key], Absent):
        return "", ""
    all_ = sentences(record.words(one.item.key))
    at = next((n for n, found in enumerate(all_) if found.start == place.start), -1)
    if at < 0:
        return "", ""
    return (all_[at - 1].words if at else ""), (all_[at + 1].words if at + 1 < len(all_) else "")
