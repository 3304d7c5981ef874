"""The four words of a cyber strategy - protect, locate, monitor, extract - and how each stands in a case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from casework.dates import distance, spoken
from casework.devices import allowed_by, latest, monitored, next_due
from desktop.operations.view import CaseView
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import column, row


@dataclass(frozen=True, slots=True)
class Word:
    """One of the four: what it asks, how it stands, and where a button leads ("" for nowhere)."""

    code: str
    name: str
    asks: str
    stands: str
    leads: str = ""


class Strategy(QWidget):
    """Four columns. ``wanted(code)`` comes from a button: "plan" or "add"."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._stands: dict[str, Paragraph] = {}
        line: QHBoxLayout = row(gap=20)
        for one in words(None):
            self._stands[one.code] = Paragraph("")
            parts: list[QWidget] = [Heading(one.name, 3), Paragraph(one.asks, voice="quiet"), self._stands[one.code]]
            whole = column(*parts, gap=2)
            if one.leads:
                button = Button(_LEADS[one.leads], kind="link")
                button.clicked.connect(partial(self.wanted.emit, one.leads))
                whole.addLayout(row(button, None))
            whole.addStretch(1)
            line.addLayout(whole, 1)
        self.setLayout(line)

    def take(self, view: CaseView) -> None:
        """Show how each stands."""
        for one in words(view):
            self._stands[one.code].setText(one.stands)


_LEADS = {"plan": "The plan's digital section"}


def words(view: CaseView | None) -> tuple[Word, ...]:
    """The four words in their order, with how each stands where there is a case."""
    return (
        Word("protect", "Protect", "Who could be harmed online, and what keeps them safe.", _protect(view), "plan"),
        Word("locate", "Locate", "Every device, also the one that nobody declared.", _locate(view)),
        Word("monitor", "Monitor", "Software where an order or licence allows it.", _monitor(view)),
        Word("extract", "Extract", "Inspect under a power; take data off so that it can be evidence.", _extract(view)),
    )


def _protect(view: CaseView | None) -> str:
    if view is None:
        return ""
    written = view.case.one("plan").words("digital_strategy").strip()
    return "Written in the plan." if written else "Not written in the plan yet."


def _locate(view: CaseView | None) -> str:
    if view is None:
        return ""
    found = latest(view.case, "looked_for")
    known = len(view.case.of("device"))
    searched = f"Last looked for others {spoken(found[0])}." if found else "No search for others is recorded."
    return f"{known} known. {searched}"


def _monitor(view: CaseView | None) -> str:
    if view is None:
        return ""
    devices = view.case.of("device")
    watched = [one for one in devices if monitored(one)]
    bare = [one for one in devices if not allowed_by(view.case, one, view.reckoning.dates, view.today)]
    told = f"{len(watched)} of {len(devices)} monitored."
    return f"{told} {len(bare)} with no condition in force." if bare else told


def _extract(view: CaseView | None) -> str:
    if view is None:
        return ""
    devices = view.case.of("device")
    ahead, taken = next_due(devices), latest(view.case, "extracted")
    told = f"Next inspection {spoken(ahead)}, {distance(ahead, view.today).en}." if ahead else "No inspection is due."
    return f"{told} Data last taken {spoken(taken[0])}." if taken else told
