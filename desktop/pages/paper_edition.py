"""What the chosen edition leaves out, under the choice: one paragraph, not one for every edition."""

from __future__ import annotations

from casework.document import documents
from casework.left_out import told
from casework.record import Record
from widgets.label import Paragraph

_NOTHING = "Nothing is left out but what is never printed."


class LeftOut(Paragraph):
    """Quiet; empty where no edition is chosen."""

    def __init__(self, asked: Record) -> None:
        super().__init__("", voice="quiet")
        self.tell(asked)

    def tell(self, asked: Record) -> None:
        """Tell of the edition that is asked for."""
        document = documents().get(asked.words("document"))
        edition = document.edition_named(asked.words("edition")) if document else None
        self.setText((told(edition) or _NOTHING) if edition else "")
