"""One line asked for that is no answer of a record: its label, its help, the box, and what was wrong with it."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from widgets.label import Paragraph, PlainLabel
from widgets.layout import column
from widgets.remark import Remark
from widgets.theme import mark


class AskedLine(QWidget):
    """The refusal goes as soon as something else is typed. ``within`` is what holds the box, if anything."""

    def __init__(
        self,
        name: str,
        help_words: str = "",
        parent: QWidget | None = None,
        *,
        box: QLineEdit | None = None,
        within: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._help = help_words
        self.box = box or QLineEdit()
        self.box.setAccessibleName(name)
        self.box.setAccessibleDescription(help_words)
        self.box.textEdited.connect(self._edited)
        self._wrong = Remark(self)
        label = PlainLabel(name, voice="strong")
        label.setBuddy(self.box)
        helped = [Paragraph(help_words, voice="quiet")] if help_words else []
        self.setLayout(column(label, *helped, within or self.box, self._wrong, gap=4))
        self.setFocusProxy(self.box)

    def text(self) -> str:
        """What was typed, without spaces about it."""
        return self.box.text().strip()

    def refuse(self, sentence: str) -> None:
        """Say what was wrong; what was typed stays, selected."""
        self._wrong.tell(sentence)
        mark(self.box, refused=bool(sentence))
        self.box.setAccessibleDescription(sentence or self._help)
        if sentence:
            self.box.setFocus()
            self.box.selectAll()

    def refusal(self) -> str:
        """What stands beside the box."""
        return self._wrong.text()

    def _edited(self) -> None:
        self.refuse("")
