"""One editor for every type of field, all with the same two signals."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from casework.field import Field, FieldType
from casework.text import Language
from widgets.editors.choice import FewEditor, ManyEditor, SeveralEditor, few
from widgets.editors.day import DateEditor, MomentEditor
from widgets.editors.editor import PAUSE_MS, Editor, Options
from widgets.editors.line import LineEditor, NumberEditor, SpanEditor
from widgets.editors.link import LinkEditor, LinksEditor
from widgets.editors.long import LongEditor

__all__ = ["PAUSE_MS", "Editor", "Options", "editor_for"]


def editor_for(
    field: Field,
    today: date,
    language: Language = Language.EN,
    options: Options | None = None,
    parent: QWidget | None = None,
    *,
    helps: bool = True,
    numbered: bool = False,
) -> Editor:
    """The editor of a field; ``options`` gives the records that a link may point at.

    ``helps``: whether the help of each choice is shown with it; ``numbered``: whether a figure before each chooses it.
    """
    match field.type:
        case FieldType.TEXT:
            return LineEditor(field, today, language, parent)
        case FieldType.LONG:
            return LongEditor(field, today, language, parent)
        case FieldType.DATE:
            return DateEditor(field, today, language, parent)
        case FieldType.MOMENT:
            return MomentEditor(field, today, language, parent)
        case FieldType.SPAN:
            return SpanEditor(field, today, language, parent)
        case FieldType.NUMBER:
            return NumberEditor(field, today, language, parent)
        case FieldType.YES_NO:
            return FewEditor(field, today, language, parent, numbered=numbered)
        case FieldType.CHOICE:
            if few(len(field.options())):
                return FewEditor(field, today, language, parent, helps=helps, numbered=numbered)
            return ManyEditor(field, today, language, parent)
        case FieldType.CHOICES:
            return SeveralEditor(field, today, language, parent, helps=helps, numbered=numbered)
        case FieldType.LINK:
            return LinkEditor(field, today, language, options, parent)
        case FieldType.LINKS:
            return LinksEditor(field, today, language, options, parent)
