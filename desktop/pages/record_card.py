"""One record of a list: told in a few lines, or open in place as a form."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casework.record import Record
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.clashes import Clashes
from desktop.pages.record_history import RecordHistory
from desktop.pages.record_told import Shown, Told, told
from desktop.pages.saving_form import SavingForm
from desktop.pages.sight import bring_up
from widgets.button import Button
from widgets.chip import Chip
from widgets.label import Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.shapes import Box, Shape
from widgets.state import StateWord, due_look
from widgets.theme import mark, px

_LINE = 32
_WHEN = {"now": "Now", "latest": "Latest", "coming": "To come"}


class RecordCard(QFrame):
    """``open_wanted(id)``, ``close_wanted(id)`` and ``remove_wanted(id)`` are wishes to its list.

    Enter on Change opens it, Esc closes it; ``finished(id)`` comes with Enter after its last answer, or with Ctrl+Enter
    in any. What it tells is redrawn only where it has changed.
    """

    open_wanted = Signal(str)
    close_wanted = Signal(str)
    finished = Signal(str)
    remove_wanted = Signal(str)
    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, shown: Shown, view: CaseView, record: Record) -> None:
        super().__init__()
        self._desk, self._shown, self._view = desk, shown, view
        self.record = record
        self.form: SavingForm | None = None
        self._history: RecordHistory | None = None
        self._actions: QHBoxLayout | None = None
        self._above: QWidget | None = None
        self._clashes: Clashes | None = None
        self._told: Told | None = None
        mark(self, card=True)
        self._title = PlainLabel(voice="" if shown.numbered else "strong")
        self._title.setWordWrap(True)
        self._when = Chip("", box=Box.QUIET)
        self._due = StateWord()
        self._needed = StateWord("", Shape.HALF, "soon")
        self._excerpt = Paragraph("", voice="quiet")
        self._short = Paragraph("")
        self._linked = Paragraph("", voice="quiet")
        self._change = Button("Change", icon="pencil", kind="quiet")
        self._change.clicked.connect(self._want)
        self._body: QVBoxLayout = column(gap=16, margin=(0, 0, 4, 4))
        lines = (self._short, self._excerpt, self._linked)
        self.setLayout(column(self._head(), *lines, self._body, gap=4, margin=(16, 8, 12, 12)))
        self._tell()

    def _head(self) -> QHBoxLayout:
        head = row(gap=12)
        self._title.setContentsMargins(0, px(6), 0, 0)
        head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        for one in (self._due, self._when, self._needed, self._change):
            one.setMinimumHeight(px(_LINE))
            head.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        return head

    @property
    def is_open(self) -> bool:
        """Whether its form is open."""
        return self.form is not None

    def take(self, view: CaseView, record: Record) -> None:
        """Show a newer reading of the record."""
        self._view, self.record = view, record
        self._tell()
        if self.form is not None:
            self.form.take(view, record)

    def open(self, key: str = "", *, focus: bool = True) -> None:
        """Open the form, with the cursor in a field."""
        if self.form is None:
            self.form = self._made_form()
            self._body.addSpacing(8)
            self._body.addWidget(self.form)
            self._body.addWidget(self._foot())
            self._tell()
        if focus:
            self.form.focus_field(key)
        if not key:
            bring_up(self)

    def close_form(self) -> None:
        """Take what is typed and close the form; the focus goes to Change."""
        if self.form is None:
            return
        self.form.flush()
        self.record = self.form.record()
        had = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        while (item := self._body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.form = self._history = self._actions = self._above = None
        self._tell()
        if had:
            self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand over what is typed."""
        if self.form is not None:
            self.form.flush()

    def add_action(self, button: Button) -> None:
        """Put a way of working on the record above its open form."""
        if self._actions is None:
            line = QWidget()
            self._actions = row(None, gap=8)
            line.setLayout(self._actions)
            self._body.insertWidget(0, line)
        self._actions.insertWidget(self._actions.count() - 1, button)
        button.setAccessibleName(f"{button.text()}: {self._told.title if self._told else ''}")

    def stand_above(self, widget: QWidget | None = None) -> None:
        """Put something above the open form in place of it; without a widget the form stands there again."""
        if self._above is not None:
            self._body.removeWidget(self._above)
            self._above.hide()
            self._above.deleteLater()
        self._above = widget
        if self.form is not None:
            self.form.setVisible(widget is None)
        if widget is not None:
            self._body.insertWidget(1 if self._actions else 0, widget)
            widget.show()

    def add_below(self, widget: QWidget) -> None:
        """Put something between the form and its foot."""
        self._body.insertWidget(max(self._body.count() - 1, 0), widget)

    def take_focus(self) -> None:
        """Put the focus on the way in."""
        self._change.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.is_open and event.key() == Qt.Key.Key_Escape:
            self._done()
        elif self.is_open and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit(self.record.id)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.is_open and event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self._want()
        super().mouseReleaseEvent(event)

    # the workings

    def _made_form(self) -> SavingForm:
        form = SavingForm(self._desk, self._view, self._shown.fields(), self.record)
        form.saving.connect(self.saving)
        form.saved.connect(self.saved)
        form.not_saved.connect(self.not_saved)
        return form

    def _foot(self) -> QWidget:
        name = self._told.title if self._told else ""
        remove = Button("Remove", icon="trash-2", kind="quiet", role="danger")
        remove.setAccessibleName(f"Remove: {name}")
        remove.clicked.connect(self._remove)
        earlier = Button("Earlier answers", icon="history", kind="quiet")
        earlier.setAccessibleName(f"Earlier answers: {name}")
        earlier.setCheckable(True)
        earlier.toggled.connect(self._show_history)
        done = Button("Done")
        done.setAccessibleName(f"Done with: {name}")
        done.clicked.connect(self._done)
        foot = QWidget()
        buttons = [] if self._shown.shape.single else [remove]
        self._rest = column(row(*buttons, earlier, None, done, gap=8), gap=8)
        foot.setLayout(self._rest)
        return foot

    def _tell(self) -> None:
        now = told(self.record, self._shown, self._view)
        closed = not self.is_open
        for one, words in ((self._short, now.short), (self._excerpt, now.excerpt), (self._linked, now.linked)):
            one.setVisible(closed and bool(words))
        self._change.setVisible(closed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if closed else Qt.CursorShape.ArrowCursor)
        self._tell_clashes()
        if now == self._told:
            return
        self._told = now
        self._title.setText(now.title)
        self._short.setText(now.short)
        self._excerpt.setText(now.excerpt)
        self._linked.setText(now.linked)
        self._when.tell(_WHEN.get(now.when, ""), Box.QUIET)
        self._when.setVisible(now.when in _WHEN and now.due is None)
        self._due.setVisible(now.due is not None)
        if now.due is not None:
            look = due_look(now.due, self._desk.today)
            self._due.tell(look.words.en, look.shape, look.role)
        self._needed.setVisible(bool(now.needed))
        self._needed.tell(f"{len(now.needed)} needed", Shape.HALF, "soon")
        self._needed.setToolTip("Needed: " + ", ".join(now.needed) if now.needed else "")
        self._change.setAccessibleName(f"Change: {now.title}")
        self.setAccessibleName(now.title)

    def _tell_clashes(self) -> None:
        """Say beside the record what it contradicts."""
        found = self._view.contradictions_of(self.record.id)
        layout = self.layout()
        if found and self._clashes is None and isinstance(layout, QVBoxLayout):
            self._clashes = Clashes(self._desk)
            layout.insertWidget(layout.indexOf(self._linked) + 1, self._clashes)
        if self._clashes is not None:
            self._clashes.show_found(self._view, found)

    def _show_history(self, on: bool) -> None:
        if on and self._history is None:
            self._history = RecordHistory(self._desk, self._view.case, self.record)
            self._rest.addWidget(self._history)
        if self._history is not None:
            self._history.setVisible(on)

    def _want(self) -> None:
        self.open_wanted.emit(self.record.id)

    def _done(self) -> None:
        self.close_wanted.emit(self.record.id)

    def _remove(self) -> None:
        self.remove_wanted.emit(self.record.id)
