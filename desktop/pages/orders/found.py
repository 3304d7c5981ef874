"""What the law finds wrong, doubtful or worth knowing about some records, in words with the rule."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casework.case import Case
from casework.reckoning import Finding, Reckoning
from casework.record import title
from widgets.button import Button
from widgets.label import Paragraph, PlainLabel
from widgets.layout import clear, column, panel, row
from widgets.shapes import Shape
from widgets.state import StateWord

_WORDS = {
    "error": ("Cannot be", Shape.DOT, "late"),
    "warning": ("Check", Shape.HALF, "soon"),
    "info": ("To know", Shape.RING, ""),
}
_ORDER = ("error", "warning", "info")
_LEAD = 60


class Found(QWidget):
    """A box of findings, the gravest first; hidden where there is none. ``wanted(record, key)`` asks for the field."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[tuple[Finding, str], ...] = ()
        self._lines: QVBoxLayout = column(gap=12)
        box: QFrame = panel(self._lines, surface=True)
        self._lines.setContentsMargins(16, 12, 16, 12)
        self.setLayout(column(box))
        self.hide()

    def show_findings(self, findings: Sequence[Finding], case: Case, own: str = "") -> None:
        """Show these findings, each led by the record it is about unless that is ``own``."""
        ranked = sorted(findings, key=lambda one: _ORDER.index(one.severity))
        wanted = tuple((one, _lead(one, case) if one.about != own else "") for one in ranked)
        self.setVisible(bool(wanted))
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._lines)
        for one, lead in wanted:
            self._lines.addWidget(self._line(one, lead))

    def _line(self, one: Finding, lead: str) -> QWidget:
        words, shape, role = _WORDS[one.severity]
        head = row(StateWord(words, shape, role), None, gap=8)
        if one.key and one.about:
            show = Button("Show", kind="link")
            show.setAccessibleName(f"Show the field: {one.message}")
            show.clicked.connect(partial(self.wanted.emit, one.about, one.key))
            head.addWidget(show)
        basis = " · ".join(part for part in (one.rule, one.basis) if part)
        line = QWidget()
        line.setLayout(
            column(
                head,
                Paragraph(f"{lead}: {one.message}" if lead else one.message),
                *([PlainLabel(basis, voice="small")] if basis else []),
                gap=2,
            )
        )
        return line


def _lead(one: Finding, case: Case) -> str:
    subject = case.get(one.about)
    if subject is None or subject.kind == "person":
        return ""
    words = title(subject, linked=case.titled)
    return words if len(words) <= _LEAD else words[: _LEAD - 1].rstrip(" ,;") + "…"


def blocking(reckoning: Reckoning, case: Case) -> list[Finding]:
    """The findings for whose sake no date of the case can be computed: what is missing of the person."""
    person = case.one("person").id
    return [one for one in reckoning.findings if one.code == "facts.refused" and one.about in (person, "")]
