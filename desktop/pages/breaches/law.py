"""What the law makes of a breach: the offence, what an outcome brings, the dates and findings that follow."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.clauses import Source
from casework.due import outstanding
from casework.record import Record, has_value
from desktop.operations.view import CaseView
from desktop.pages.orders.drawn import deadline
from desktop.pages.orders.found import Found
from widgets.deadline import Deadline, DeadlineRow
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column

_LICENCE = (
    "Breach of a licence condition is not an offence by itself. Recall is decided by the supervising officer and their "
    "manager."
)
_FULL = (
    "If it ends in a conviction, a caution or a finding, full notification under Part 2 of the Sexual Offences Act "
    "2003 begins on that day."
)
_ENDED = ("convicted", "cautioned", "found")


class BreachLaw(QWidget):
    """Findings and dates about one breach under the words of the offence."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Deadline, ...] | None = None
        self._offence, self._follows = Paragraph(""), Paragraph("")
        self._found = Found()
        self._found.wanted.connect(self.wanted)
        self._rows = column(gap=0)
        self.setLayout(
            column(
                Heading("What the law makes of it", 2), self._offence, self._follows, self._found, self._rows, gap=8
            )
        )  # fmt: skip

    def take(self, view: CaseView, breach: Record, order: Record | None) -> None:
        """Show what is known of the law of a breach."""
        self._offence.setText(offence(order))
        follows = _follows(breach, order)
        self._follows.setText(follows)
        self._follows.setVisible(bool(follows))
        self._found.show_findings(view.reckoning.findings_about([breach.id]), view.case, own=breach.id)
        dates = tuple(
            deadline(one, view.case, duty=outstanding(view.case, one))
            for one in view.reckoning.dates_about([breach.id])
        )
        if dates == self._shown:
            return
        self._shown = dates
        clear(self._rows)
        for one in dates:
            self._rows.addWidget(DeadlineRow(one, view.today))


def offence(order: Record | None) -> str:
    """What breach of an order is and the most that a court may give, or what it is of a licence."""
    if order is None or order.kind == "licence":
        return _LICENCE
    made = order["made_on"]
    source = Source(order, made if isinstance(made, date) else None, None)
    penalty = source.maximum_penalty.en
    told = (source.breach.en, f"At most: {penalty.rstrip('.')}." if penalty else "")
    return " ".join(one for one in told if one) or "What breach of this order is, is not known here: read the order."


def _follows(breach: Record, order: Record | None) -> str:
    if order is None or order.kind != "order":
        return ""
    made = order["made_on"]
    source = Source(order, made if isinstance(made, date) else None, None)
    law = source.kind.law_on(source.first) if source.kind else None
    ended = breach["outcome"] in _ENDED and has_value(breach["outcome_on"])
    return _FULL if law and law.notice.full_after_breach and not ended else ""
