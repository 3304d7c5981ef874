"""Disclosure in a case: what each household was told in one view, and every decision in full."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.dates import distance, spoken
from casework.meetings.disclosure_log import Household, day_of, households, is_told
from casework.record import Record
from casework.summary import flat
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.records import RecordsPart
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column
from widgets.told import Told, ToldList

_DAY = 140
_NO_LOOK = "No day is set to look at it again."
_NONE = "Nobody was told anything yet, and no decision is entered."


class DisclosuresPart(RecordsPart):
    """Change beside a line opens its decision."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, "disclosure", parent)
        self._found: tuple[Household, ...] | None = None
        self._log = column(gap=16)
        self._body.insertLayout(0, column(Heading("What each household knows", 2), self._log, gap=12))

    def show_view(self, view: CaseView) -> None:
        super().show_view(view)
        found = households(view.case)
        if found == self._found:
            return
        self._found = found
        clear(self._log)
        for one in found:
            self._log.addLayout(self._shown(one, view))
        if not found:
            self._log.addWidget(Paragraph(_NONE, voice="quiet"))

    def _shown(self, one: Household, view: CaseView) -> QVBoxLayout:
        told = ToldList([_line(each) for each in one.decisions], changeable=True, label_px=_DAY)
        told.changed.connect(self._open)
        again = (
            f"Look again {spoken(one.next_on)}, {distance(one.next_on, view.today).en}." if one.next_on else _NO_LOOK
        )
        knows = "" if one.told else "Nothing was disclosed. "
        return column(Heading(one.name, 3), told, Paragraph(f"{knows}{again}", voice="quiet"), gap=4)

    def _open(self, record: str) -> None:
        self.go(record, "")


def _line(decision: Record) -> Told:
    on = day_of(decision)
    return Told(
        spoken(on) if on else "No day", "\n".join(_said(decision)), str(decision.id), quiet=not is_told(decision)
    )


def _said(decision: Record) -> Iterator[str]:
    asked = decision.shape.get("decision")
    named = asked.told(decision["decision"]) if asked else ""
    words = {key: flat(decision.words(key)) for key in ("recipient", "content", "by_whom", "reaction", "reason")}
    if is_told(decision):
        yield f"Told to {words['recipient']}: {words['content'] or 'what was said is not recorded'}"
        if words["by_whom"]:
            yield f"By {words['by_whom']}"
        yield f"How it was received: {words['reaction'] or 'not recorded'}"
    else:
        yield f"{named or 'Not decided'}: {words['recipient']}" + (f". {words['reason']}" if words["reason"] else "")
