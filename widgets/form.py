"""A record as a form: its definition and answers in, the reader's answers out."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from casework.answer import Answer
from casework.field import Field
from casework.record import Record, asked, is_given
from casework.text import Language
from widgets import words
from widgets.editors import Editor, Options, editor_for
from widgets.editors.link import LinkEditor, LinksEditor
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.remark import Remark
from widgets.tab_order import keep_in_sight
from widgets.theme import px

Layout = Literal["guided", "compact", "single"]
_LONG_NAME, _WIDEST, _ALL = 48, 680, 1000
_LABEL, _LABEL_NARROW, _ROOMY = 200, 132, 640


class FieldRow(QWidget):
    """One field of a form: its label, its help, its editor and what is found about it."""

    def __init__(self, field: Field, editor: Editor, language: Language, layout: Layout) -> None:
        super().__init__()
        self.field, self.editor, self._language = field, editor, language
        name = field.label.in_(language)
        helped = field.help.in_(language)
        self._label = PlainLabel(name, voice="strong" if layout == "compact" else "guided")
        self._label.setWordWrap(layout == "compact" or len(name) > _LONG_NAME)
        self._label.setBuddy(editor.buddy())
        self._needed = PlainLabel(words.NEEDED.in_(language), voice="quiet")
        self._found: Remark | None = None
        self._compact = layout == "compact"
        self._body: QVBoxLayout = column(gap=4)
        help_label = Paragraph(helped, voice="quiet") if helped else None
        editor.describe(name, helped)
        if layout == "compact":
            self._beside(help_label)
        else:
            self._stack(help_label)

    def _stack(self, help_label: Paragraph | None) -> None:
        head = row(self._label, self._needed, None, gap=8)
        head.setAlignment(self._needed, Qt.AlignmentFlag.AlignBottom)
        if self._label.wordWrap():
            head.setStretch(0, _ALL)
        self.editor.setMaximumWidth(px(_WIDEST))
        self._body.addWidget(self.editor)
        self.setLayout(column(head, *([help_label] if help_label else []), 2, self._body, gap=2))

    def _beside(self, help_label: Paragraph | None) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        side = column(self._label, self._needed, None, gap=0, margin=(0, px(6), 0, 0))
        grid.addLayout(side, 0, 0)
        self._body.addWidget(self.editor)
        if help_label:
            self._body.addWidget(help_label)
        grid.addLayout(self._body, 0, 1)
        self._label.setFixedWidth(px(_LABEL_NARROW))
        self.editor.setMaximumWidth(px(_WIDEST))
        grid.setColumnStretch(1, 1)
        self.setLayout(grid)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside its label an editor has the room that it needs, also in a narrow window or with large text."""
        super().resizeEvent(event)
        if self._compact:
            wide = event.size().width() >= px(_ROOMY)
            self._label.setFixedWidth(px(_LABEL if wide else _LABEL_NARROW))

    def tell(self, answer: Answer, *, wanted: bool = True) -> None:
        """Show or hide the word that asks for an answer; never where none is ``wanted``."""
        self._needed.setVisible(wanted and self.field.required and not is_given(answer))
        needed = f", {words.NEEDED.in_(self._language)}" if not self._needed.isHidden() else ""
        self.editor.describe(self.field.label.in_(self._language) + needed, self._description())

    def show_findings(self, sentences: Sequence[str], role: str) -> None:
        """Say beside the field what is wrong with it, or wants a look."""
        if self._found is None and sentences:
            self._found = Remark(self, role=role)
            self._body.addWidget(self._found)
        if self._found is not None:
            word = words.ERROR if role == "late" else words.CHECK
            what = "\n".join(sentences)
            self._found.set_role(role)
            self._found.tell(word.filled(what=what).in_(self._language) if what and role else what)
            self.editor.describe(self.editor.accessibleName(), self._description())

    def put_under(self, widget: QWidget) -> None:
        """Put something of the page's own under the editor."""
        self._body.addWidget(widget)

    def _description(self) -> str:
        found = self._found.text() if self._found else ""
        return " ".join(part for part in (self.field.help.in_(self._language), found) if part)


class RecordForm(QWidget):
    """Every field of a record that is asked, as rows.

    ``layout`` "guided" sets labels above in 16 px, "compact" in a column at the left; "single" is for one question at
    a time: its answers have figures that choose them. A field appears as soon as the
    answers it waits for (its ``when``) are given here. Nothing is kept here but what is on the screen.
    """

    answered = Signal(str, object)
    refused = Signal(str, str)

    def __init__(
        self,
        fields: Sequence[Field],
        record: Record,
        today: date,
        options: Options | None = None,
        *,
        language: Language = Language.EN,
        layout: Layout = "guided",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._record, self._wanted = record, True
        self._rows: dict[str, FieldRow] = {}
        gap = px(12) if layout == "compact" else px(24)
        body: QVBoxLayout = column(gap=gap)
        helped: set[str] = set()
        for one in self._fields:
            helps, numbered = not one.list or one.list not in helped, layout == "single"
            editor = editor_for(one, today, language, options, helps=helps, numbered=numbered)
            helped.add(one.list)
            editor.answered.connect(self._take)
            editor.refused.connect(self.refused)
            self._rows[one.key] = line = FieldRow(one, editor, language, layout)
            body.addWidget(line)
        body.addStretch(1)
        self.setLayout(body)
        self.set_record(record)

    def set_record(self, record: Record) -> None:
        """Show a record's answers. The cursor stays, and words being typed are kept."""
        self._record = record
        for key, line in self._rows.items():
            if isinstance(line.editor, LinkEditor | LinksEditor):
                line.editor.refresh_options()
            line.editor.set_answer(record[key])
        self._show_asked()

    def record(self) -> Record:
        """The record as shown: as it was set, with what was answered here since."""
        return self._record

    def flush(self) -> None:
        """Take everything typed now, without waiting for a pause."""
        for line in self._rows.values():
            line.editor.flush()

    def unfinished(self) -> tuple[str, ...]:
        """The keys of fields in which something stands that could not be taken."""
        return tuple(key for key, line in self._rows.items() if line.editor.unfinished())

    def editor(self, key: str) -> Editor:
        """The editor of a field."""
        return self._rows[key].editor

    def put_under(self, key: str, widget: QWidget) -> None:
        """Put something of the page's own under the editor of a field."""
        self._rows[key].put_under(widget)

    def editors(self) -> tuple[Editor, ...]:
        """Every editor, in sight or not."""
        return tuple(line.editor for line in self._rows.values())

    def keys(self) -> tuple[str, ...]:
        """The keys of the fields in sight, in their order."""
        return tuple(key for key, line in self._rows.items() if not line.isHidden())

    def focus_field(self, key: str) -> bool:
        """Put the cursor into a field; False where the form has no such field in sight."""
        line = self._rows.get(key)
        if line is None or line.isHidden():
            return False
        line.editor.take_focus()
        return True

    def focused_field(self) -> Field | None:
        """The field in which the cursor is."""
        at = self.focusWidget()
        return next((line.field for line in self._rows.values() if at and line.isAncestorOf(at)), None)

    def show_refusal(self, key: str, text: str) -> None:
        """Say beside a field why its answer was not taken; an empty text takes it back."""
        if key in self._rows:
            self._rows[key].editor.show_refusal(text)

    def show_findings(
        self,
        findings: Mapping[str, Sequence[str]],
        role: str = "soon",
        *,
        late: Collection[str] = (),
        quiet: Collection[str] = (),
    ) -> None:
        """Say beside fields what was found about them; ``role`` "late" for errors, "soon" for what wants a look.

        The fields in ``late`` have errors whatever the role of the rest; of those in ``quiet`` it is merely told.
        """
        for key, line in self._rows.items():
            line.show_findings(findings.get(key, ()), "" if key in quiet else "late" if key in late else role)

    def want_answers(self, *, wanted: bool) -> None:
        """Whether fields say that their answers are needed."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._show_asked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is typed in a field and goes on to the next; from the last it is left to the page.

        Where what is typed cannot be taken the cursor stays.
        """
        field = self.focused_field()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if field and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._rows[field.key].editor.flush()
            after = list(self._rows)[list(self._rows).index(field.key) + 1 :]
            if self.editor(field.key).unfinished():
                return
            if any(self.focus_field(key) for key in after):
                keep_in_sight(self.focusWidget() or self)
                return
        event.ignore()

    def _take(self, key: str, answer: Answer) -> None:
        self._record = self._record.answered(key, answer)
        self._show_asked()
        self.answered.emit(key, answer)

    def _show_asked(self) -> None:
        wanted = {one.key for one in asked(self._fields, self._record)}
        for key, line in self._rows.items():
            line.setVisible(key in wanted)
            line.tell(self._record[key], wanted=self._wanted)
