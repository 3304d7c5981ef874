"""What a meeting and a referral have in common where they are opened in place of the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from casework.record import Record, record_kinds
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from desktop.pages.saving_form import SavingForm
from widgets.button import Button
from widgets.flow import Flow
from widgets.label import Heading
from widgets.layout import column, row
from widgets.theme import px

_WIDEST = 920


class Opened(QWidget):
    """One record in full. Esc goes back to all of them. Subclasses lay out ``body`` and give ``tell``.

    ``elsewhere(record, key)`` asks for a field that is not on this page, ``kind_wanted(kind)`` for the place where a
    kind of record is entered; ``removed`` that the record be taken out.
    """

    closed = Signal()
    removed = Signal()
    elsewhere = Signal(str, str)
    kind_wanted = Signal(str)
    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk, view: CaseView, record: Record) -> None:
        super().__init__()
        self.desk, self.view, self.record = desk, view, record
        self._back = Button("All meetings", icon="arrow-left", kind="quiet")
        self._back.clicked.connect(self.closed)
        self.title = Heading("", 1)
        self._remove = Button(
            f"Remove this {record.shape.name.en.lower()}", icon="trash-2", kind="quiet", role="danger"
        )
        self._remove.clicked.connect(self.removed)
        self.form = SavingForm(desk, view, Shown(record.kind).fields(), record, layout="compact")
        self.lists: dict[str, RecordList] = {}
        self.listen(self.form)
        self.setMaximumWidth(px(_WIDEST))

    def lay(self, body: QLayout, *ways: Button, leaps: Sequence[tuple[str, QWidget]] = ()) -> None:
        """Put the page together around its body; ``ways`` stand beside the title, ``leaps`` lead down the page."""
        flow, down = Flow(12), QWidget()
        for words, target in leaps:
            leap = Button(words, kind="link")
            leap.setAccessibleName(f"Go to {words}")
            leap.clicked.connect(partial(self._leap, target))
            flow.addWidget(leap)
        down.setLayout(flow)
        if not leaps:
            down.hide()
        line = row(gap=12)
        line.addWidget(self.title, 1)
        for one in ways:
            line.addWidget(one, 0, Qt.AlignmentFlag.AlignTop)
        head = column(row(self._back, None), line, down, gap=8)
        self.setLayout(column(head, body, row(self._remove, None), None, gap=24))
        self.take(self.view, self.record)

    def _leap(self, target: QWidget) -> None:
        """Bring something far down the page to the top, with the focus on the first thing in it."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            above.verticalScrollBar().setValue(target.mapTo(self, target.rect().topLeft()).y() - px(12))
        inside = (one for one in target.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus)
        first = next((one for one in inside if one.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def listen(self, writer: SavingForm | RecordList) -> None:
        """Pass on what a writer tells of its writing."""
        writer.saving.connect(self.saving)
        writer.saved.connect(self.saved)
        writer.not_saved.connect(self.not_saved)

    def add_list(self, kind: str, title: str = "", *, adds: bool = True, without: str = "") -> RecordList:
        """The records of a kind that hang on this one; ``without`` a field that is answered elsewhere."""
        keys = tuple(one.key for one in record_kinds()[kind].field if one.key != without) if without else ()
        made = RecordList(self.desk, Shown(kind, keys), parent_record=self.record.id, title=title, adds=adds)
        self.listen(made)
        self.lists[kind] = made
        return made

    def take(self, view: CaseView, record: Record) -> None:
        """Show a newer reading; the cursor stays."""
        self.view, self.record = view, record
        self.form.take(view, record)
        for one in self.lists.values():
            one.take(view)
        self.tell()

    def tell(self) -> None:
        """Bring what is not a form up to the reading."""

    def flush(self) -> None:
        """Hand over everything typed."""
        self.form.flush()
        for one in self.lists.values():
            one.flush()

    def go(self, record: str, key: str) -> bool:
        """Bring a field, or a record that hangs on this one, before the reader; False where it is not here."""
        if record == self.record.id:
            return self.form.focus_field(key)
        return any(one.go(record, key) for one in self.lists.values())

    def go_to(self, record: str, key: str, kind: str) -> None:
        """Lead to a record and field, here or elsewhere, or to where a kind is entered."""
        if not record:
            if kind in self.lists:
                self.lists[kind].add()
            else:
                self.kind_wanted.emit(kind)
        elif not self.go(record, key):
            self.elsewhere.emit(record, key)

    def take_focus(self) -> None:
        """Put the focus on the way back."""
        self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Put the cursor into the first field that is asked."""
        self.form.focus_field("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
