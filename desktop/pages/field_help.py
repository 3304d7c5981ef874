"""F1: what the question under the cursor asks, and how it may be answered."""

from __future__ import annotations

from PySide6.QtWidgets import QToolTip, QWidget

from casework.field import Field, FieldType
from widgets.editors import Editor

SHOWN_MS = 30_000
_HOW = {
    FieldType.DATE: "Type a date as 4 7 26, 4 jul, friday or in 2 weeks.",
    FieldType.MOMENT: "Type a date as 4 7 26 or 4 jul, and a time as 14:30.",
    FieldType.SPAN: "Type a length of time as 5 years, 18 months or 28 days.",
    FieldType.NUMBER: "Type a whole number.",
    FieldType.CHOICE: "Choose one of the answers.",
    FieldType.CHOICES: "Tick every answer that applies.",
    FieldType.LINK: "Choose a record of this case.",
    FieldType.LINKS: "Tick every record that applies.",
    FieldType.YES_NO: "Answer yes or no.",
}


def editor_at(widget: QWidget | None) -> Editor | None:
    """The editor that a widget belongs to."""
    while widget is not None and not isinstance(widget, Editor):
        widget = widget.parentWidget()
    return widget


def help_words(field: Field) -> str:
    """The help of a question in a few sentences."""
    about = f"About {field.lines} printed lines are expected." if field.lines > 1 else ""
    absent = "“Not known” is an answer" + (", and so is “None”." if field.may_be_none else ".")
    return " ".join(part for part in (f"{field.label.en}.", field.help.en, _HOW.get(field.type, about), absent) if part)


def show_help(widget: QWidget | None) -> bool:
    """Show the help of the field with the cursor under it; False where there is none."""
    editor = editor_at(widget)
    if editor is None:
        return False
    under = editor.mapToGlobal(editor.rect().bottomLeft())
    QToolTip.showText(under, help_words(editor.field), editor, editor.rect(), SHOWN_MS)
    return True
