"""Who should be asked to a meeting and is not yet: each with the reasons, one by one or all together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.field import choice_lists
from casework.meetings.suggestions import LAY_ADVISER, Suggestion
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import clear, column, row


class Suggested(QWidget):
    """``accepted(suggestions)`` asks for these to be invited. Hidden where nobody is wanting."""

    accepted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.found: tuple[Suggestion, ...] = ()
        self._heading = Heading("", 3)
        self._heading.setWordWrap(False)
        self.all_button = Button("", icon="plus")
        self.all_button.clicked.connect(self._accept_all)
        self.buttons: list[Button] = []
        self._lines = column(gap=10)
        self.setLayout(column(row(self._heading, None, self.all_button, gap=8), self._lines, gap=8))

    def show_found(self, found: Sequence[Suggestion]) -> None:
        """Show these; the focus stays as near as it can to where it was."""
        if tuple(found) == self.found and self.buttons:
            return
        at = next((n for n, one in enumerate(self.buttons) if one.hasFocus()), -1)
        self.found = tuple(found)
        self.setVisible(bool(found))
        self._heading.setText(f"Suggested by the case ({len(found)})")
        self.all_button.set_words(f"Invite all {len(found)}")
        self.buttons = []
        clear(self._lines)
        for why, some in groupby(found, key=lambda one: (one.agency, one.why.en)):
            self._lines.addWidget(self._group(why[1], list(some)))
        if at >= 0 and self.buttons:
            next_one = self.buttons[min(at, len(self.buttons) - 1)]
            line: QWidget | None = next_one
            while line is not None and line is not self:
                line.show()
                line = line.parentWidget()
            next_one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _group(self, why: str, some: list[Suggestion]) -> QWidget:
        """Those of one agency, with the reason that they share."""
        box = QWidget()
        lines = [self._line(one) for one in some]
        box.setLayout(column(*lines, Paragraph(why, voice="quiet", most=110), gap=0))
        return box

    def _line(self, one: Suggestion) -> QWidget:
        name = named(one)
        button = Button("Invite", kind="link")
        button.setAccessibleName(f"Invite: {name}")
        button.clicked.connect(partial(self._accept, one))
        self.buttons.append(button)
        title = PlainLabel(name, voice="strong")
        title.setWordWrap(True)
        line, box = row(gap=12), QWidget()
        line.addWidget(title, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        box.setLayout(line)
        return box

    def _accept(self, one: Suggestion) -> None:
        self.accepted.emit((one,))

    def _accept_all(self) -> None:
        self.accepted.emit(self.found)


def named(one: Suggestion) -> str:
    """A suggestion in a line: agency, name, role; that nobody is named where nobody is."""
    if one.invited_as == LAY_ADVISER:
        return "Lay adviser, as observer"
    agency = next((each.label.en for each in choice_lists()["agencies"] if each.code == one.agency), one.agency)
    if one.contact is None:
        return f"{agency}: nobody named in the case"
    parts = (agency, one.contact.words("name"), one.contact.words("role"))
    return ", ".join(part for part in parts if part)
