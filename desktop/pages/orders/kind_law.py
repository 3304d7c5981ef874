"""What the law says of a kind of order: statute, lengths, who may apply, breach."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from casework.dates import spoken
from casework.orders import order_kinds
from widgets.label import Heading
from widgets.layout import column
from widgets.told import Told, ToldList

_TERM = 148


class KindLaw(QWidget):
    """The state of the law that applies to an order made on a day."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, date | None] = ("", None)
        self._told = ToldList(label_px=_TERM)
        self.setLayout(column(Heading("The law of this order", 2), self._told, gap=12))
        self.hide()

    def show_kind(self, kind: str, day: date | None) -> None:
        """Show the law of a kind as it stood on a day, the newest where no day is known."""
        if (kind, day) == self._shown:
            return
        self._shown = (kind, day)
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
        self._told.set_told([Told(term, words) for term, words in told if words])
