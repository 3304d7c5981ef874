"""What the law finds wrong, doubtful or worth knowing about some records, in words with the rule."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from casework.case import Case
from casework.reckoning import Finding
from casework.record import title
from widgets.label import Paragraph, PlainLabel
from widgets.layout import clear, column, panel
from widgets.shapes import Shape
from widgets.state import StateWord

_WORDS = {
    "error": ("Cannot be", Shape.DOT, "late"),
    "warning": ("Check", Shape.HALF, "soon"),
    "info": ("To know", Shape.RING, ""),
}
_ORDER = ("error", "warning", "info")


class Found(QWidget):
    """A box of findings, the gravest first; hidden where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Finding, ...] = ()
        self._lines: QVBoxLayout = column(gap=12)
        box: QFrame = panel(self._lines, surface=True)
        self._lines.setContentsMargins(16, 12, 16, 12)
        self.setLayout(column(box))
        self.hide()

    def show_findings(self, findings: Sequence[Finding], case: Case, *, named: bool = False) -> None:
        """Show these findings; ``named`` says which record each is about."""
        wanted = tuple(sorted(findings, key=lambda one: _ORDER.index(one.severity)))
        self.setVisible(bool(wanted))
        if wanted == self._shown:
            return
        self._shown = wanted
        clear(self._lines)
        for one in wanted:
            words, shape, role = _WORDS[one.severity]
            basis = " · ".join(part for part in (one.rule, one.basis) if part)
            subject = case.get(one.about) if named else None
            lead = f"{title(subject, linked=case.titled)[:60]}: " if subject and subject.kind != "person" else ""
            line = column(
                StateWord(words, shape, role),
                Paragraph(lead + one.message),
                *([PlainLabel(basis, voice="small")] if basis else []),
                gap=2,
            )
            self._lines.addLayout(line)
