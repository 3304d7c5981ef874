"""Facts, opinions and intelligence of a case, and the quick way to enter several from one source."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.record import Record, has_value, title
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.records import RecordsPart
from widgets.button import Button
from widgets.layout import row

_SAME = ("agency", "source", "learned_on", "may_go")


class StatementsPart(RecordsPart):
    """The list, with a button that takes over source, agency, date and reach of the last one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "information", parent)
        self._last: Record | None = None
        self.another = Button("Another from the same source", icon="plus", kind="quiet")
        self.another.clicked.connect(self._add_another)
        self.another.hide()
        self._body.insertLayout(self._body.count() - 1, row(self.another, None))

    def show_view(self, view: CaseView) -> None:
        super().show_view(view)
        found = view.case.of("statement")
        self._last = found[-1] if found else None
        self.another.setVisible(self._last is not None)
        if self._last is not None:
            self.another.setAccessibleName(f"Another statement from the same source as: {title(self._last)}")

    def _add_another(self) -> None:
        if self._last is not None:
            same: dict[str, Answer] = {key: self._last[key] for key in _SAME if has_value(self._last[key])}
            self.lists["statement"].add(same)
