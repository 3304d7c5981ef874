"""The history of a case: what was done to it, by whom and when, and what can be brought back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from casework.record import Record
from casework.text import Text
from desktop.desk import Desk
from desktop.operations import cases, history
from desktop.operations.history import CaseHistory, Entry
from desktop.operations.view import CaseView
from desktop.pages.moments import local
from desktop.pages.part import Part
from desktop.pages.record_told import Shown, told
from desktop.pages.removed_line import RemovedLine
from widgets.disclosure import Disclosure
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row
from widgets.search_box import SearchBox
from widgets.table import Column, RecordTable
from widgets.theme import px


def _when(one: Entry) -> str:
    return local(one.when)


def _moment(one: Entry) -> datetime:
    return one.when


def _who(one: Entry) -> str:
    return one.who


def _did(one: Entry) -> str:
    return one.did


def _about(one: Entry) -> str:
    return one.about or one.reason


def _row(one: Entry) -> tuple[str, str, str]:
    return one.when.isoformat(), one.did, one.about


_COLUMNS: tuple[Column[Entry], ...] = (
    Column(Text("When", "Pryd"), _when, sort=_moment, width=184),
    Column(Text("Who", "Pwy"), _who, width=132),
    Column(Text("What", "Beth"), _did, width=160),
    Column(Text("Of", "O"), _about, width=200, share=1),
)


class HistoryPart(Part):
    """Read anew with every reading of the case; the log itself cannot be changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.table: RecordTable[Entry] = RecordTable("What was done", _COLUMNS, _row)
        self.table.set_empty("Nothing was done to this case yet.")
        self._find = SearchBox("Find in the history")
        self._find.setMinimumWidth(px(240))
        self.table.narrow_with(self._find)
        self._lost: dict[str, Record] = {}
        self._removed = column(gap=8)
        self._removed_rows = QWidget()
        self._removed_rows.setLayout(self._removed)
        self._removed_rows.hide()
        self._removed_head = Disclosure("Removed, and can be brought back")
        self._removed_head.opened.connect(self._removed_rows.setVisible)
        heading = Heading("History")
        heading.setWordWrap(False)
        explained = "Every entry is signed and chained to the one before; none can be taken out or changed unseen."
        body = column(
            row(heading, None, self._find, gap=16),
            Paragraph(explained, voice="quiet"),
            row(self._removed_head, None),
            self._removed_rows,
            gap=12,
            margin=(24, 20, 24, 8),
        )
        body.addWidget(self.table, 1)
        self.setLayout(body)
        self._removed_head.hide()

    def show_view(self, view: CaseView) -> None:
        self.desk.worker.read(history.of_case(view.case), self, self._show)

    def _show(self, found: CaseHistory) -> None:
        if self.view is None:
            return
        self.table.set_rows(found.entries)
        clear(self._removed)
        self._removed_head.setVisible(bool(found.removed))
        self._removed_head.set_words(f"Removed, and can be brought back: {len(found.removed)}")
        self._lost = {str(one.id): one for one in found.removed}
        for one in found.removed:
            named = told(one, Shown(one.kind), self.view).title
            line = RemovedLine(one, f"{one.shape.name.en}: {named}")
            line.undone.connect(self._restore)
            self._removed.addWidget(line)

    def _restore(self, record: str) -> None:
        found = self._lost.get(record)
        if found is not None and self.view is not None:
            self.saving.emit()
            self.desk.worker.write(cases.restore(self.view.case.id, found), self, self._restored)

    def _restored(self, _changes: object) -> None:
        self.saved.emit()
