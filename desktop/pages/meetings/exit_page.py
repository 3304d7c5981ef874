"""Leaving MAPPA: when and why, decided by whom, who was told; and what of the case stands on after that day."""

from __future__ import annotations

from datetime import date

from casework.dates import spoken
from casework.meetings.leaving import StillOpen, still_open, told_to
from casework.record import Record, is_given, missing
from desktop.desk import Desk
from desktop.operations import cases, meetings
from desktop.operations.intent import Write
from desktop.operations.view import CaseView
from desktop.pages.meetings.opened import Opened
from desktop.pages.orders.order_line import LineTold
from desktop.pages.overview_blocks import Fact
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row
from widgets.notice import Notice
from widgets.shapes import Shape


class ExitPage(Opened):
    """Nothing is decided here: the page says what an exit leaves open, and ends what it ends when asked to."""

    def __init__(self, desk: Desk, view: CaseView, record: Record) -> None:
        super().__init__(desk, view, record)
        self._shown: tuple[StillOpen, ...] | None = None
        self._remove.set_words("Remove this exit")
        self.state = Notice()
        self.told_button = Button("I told every contact below today", kind="link")
        self.told_button.clicked.connect(self._tell_all)
        self.end_button = Button("End category and level on this day")
        self.end_button.clicked.connect(self._end)
        self._open = column(gap=4)
        self._open_head = Heading("Stands on after this day", 2)
        plain = Paragraph("Each line leads to its place. An exit ends no order, licence or duty.", voice="quiet")
        self.lay(
            column(
                self.state,
                column(Heading("The exit", 2), self.form, row(self.told_button, None), gap=12),
                column(self._open_head, plain, self._open, row(self.end_button, None), gap=8),
                gap=24,
            )
        )

    def tell(self) -> None:
        """Say what is missing, and what stands on."""
        case = self.view.case
        self.title.setText(exit_name(self.record))
        needed = [one.label.en for one in missing(self.record.shape.field, self.record)]
        told = f"Missing: {', '.join(needed)}." if needed else "Nothing is missing."
        self.state.tell(told, "soon" if needed else "done")
        self.told_button.setVisible(bool(case.of("contact")) and not is_given(self.record["told"]))
        found = tuple(still_open(case, self.record, self.view.reckoning.dates))
        self.end_button.setVisible(any(one.ends for one in found))
        if found == self._shown:
            return
        self._shown = found
        clear(self._open)
        for one in found:
            self._open.addWidget(Fact(self, one.says.en, one.about, "", shape=Shape.HALF, role="soon"))
        if not found:
            self._open.addWidget(Paragraph("Nothing.", voice="quiet"))

    def _tell_all(self) -> None:
        self.flush()
        words = told_to(self.view.case, self.view.today)
        self._write(cases.answer(self.view.case.id, self.record, "told", words))

    def _end(self) -> None:
        self.flush()
        self._write(meetings.end_registration(self.view.case.id, self.record.id))

    def _write(self, write: Write) -> None:
        self.saving.emit()
        self.desk.worker.write(write, self, lambda _: self.saved.emit())


def exit_name(record: Record) -> str:
    """What an exit is called."""
    on = record["on"]
    return f"Leaving MAPPA, {spoken(on)}" if isinstance(on, date) else "Leaving MAPPA"


def exit_told(view: CaseView, record: Record) -> LineTold:
    """An exit as its line shows it."""
    shown = record.shape.get("reason")
    reason = shown.told(record["reason"]) if shown and is_given(record["reason"]) else "No reason yet"
    found = list(still_open(view.case, record, view.reckoning.dates))
    more = f" And {len(found) - 1} more." if len(found) > 1 else ""
    stands = f"{found[0].says.en}{more}" if found else ""
    return LineTold(
        record.id,
        exit_name(record),
        (reason,),
        0,
        grave=False,
        facts=record.words("decided_by"),
        next=stands,
        look=None,
    )
