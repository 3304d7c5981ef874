"""What the law says of a kind of order: statute, lengths, who may apply, breach."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFormLayout, QWidget

from casework.dates import spoken
from casework.orders import order_kinds
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import column


class KindLaw(QWidget):
    """The state of the law that applies to an order made on a day."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, date | None] = ("", None)
        self._lines = QFormLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setVerticalSpacing(8)
        self._lines.setHorizontalSpacing(16)
        self._lines.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setLayout(column(Heading("The law of this order", 2), self._lines, gap=8))

    def show_kind(self, kind: str, day: date | None) -> None:
        """Show the law of a kind as it stood on a day, the newest where no day is known."""
        if (kind, day) == self._shown:
            return
        self._shown = (kind, day)
        while self._lines.rowCount():
            self._lines.removeRow(0)
        found = order_kinds().get(kind)
        self.setVisible(found is not None)
        if found is None:
            return
        law = found.law_on(day)
        told = (
            ("Act", law.basis),
            ("Who may apply", found.who_may_apply.en),
            ("Shortest", "; ".join(str(one.period) for one in law.minimum)),
            ("Longest", "; ".join(str(one.period) for one in law.maximum)),
            ("No discharge without consents for", "; ".join(str(one.period) for one in law.discharge_bar)),
            ("Breach", law.breach.en),
            ("Maximum penalty", law.maximum_penalty.en),
            ("In the law table", law.row),
            ("Checked on", spoken(law.checked_on)),
        )
        for term, words in told:
            if words:
                label = PlainLabel(term, voice="quiet")
                label.setWordWrap(True)
                label.setFixedWidth(136)
                self._lines.addRow(label, Paragraph(words))
