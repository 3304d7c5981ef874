"""The versions of a plan: which is the draft, which was agreed by whom, what each superseded."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from casework.dates import spoken
from casework.template import plan_templates
from desktop import words_templates as words
from desktop.operations.view import CaseView
from storage.rows import PlanVersion
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, clear, column, row
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import mark, px

_WIDE = 760
_LOOKS = {
    "draft": ("Draft", Shape.HALF, "soon"),
    "agreed": ("Agreed", Shape.TICK, "done"),
    "superseded": ("Superseded", Shape.DASH, "quiet"),
}


class VersionsView(QWidget):
    """Wishes carry a version's id; ``start_wanted`` asks for the next draft, ``agree_wanted`` to agree this
    one, ``template_wanted`` to look at its template.
    """

    read_wanted = Signal(str)
    paper_wanted = Signal(str)
    compare_wanted = Signal(str)
    start_wanted = Signal()
    agree_wanted = Signal()
    template_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[PlanVersion, ...] | None = None
        self._rows = column(gap=8)
        self._start = Button("Start the next draft", icon="plus", kind="primary")
        self._start.clicked.connect(self.start_wanted)
        self._made_with = Paragraph("", voice="quiet")
        other = Button(words.TEMPLATE_ANOTHER.en, kind="link")
        other.clicked.connect(self.template_wanted)
        told = "An agreed version is frozen with the whole case as it stood and with the pages that were agreed."
        inside = QWidget()
        inside.setMaximumWidth(px(_WIDE) + 48)
        body = column(Heading("Versions"), Paragraph(told, voice="quiet"), self._rows, gap=12, margin=(24, 16, 24, 24))
        body.addLayout(row(None, self._start))
        made = row(self._made_with, other, gap=12)
        made.setStretch(0, 1)
        body.insertLayout(2, made)
        body.addStretch(1)
        inside.setLayout(body)
        holder = QWidget()
        line = row(gap=0)
        line.addWidget(inside, 1)
        line.addStretch(0)
        holder.setLayout(line)
        self.setLayout(column(Scrolled(holder, name="Versions"), gap=0))

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        self._start.setVisible(view.draft is None)
        made = plan_templates().get(view.case.one("plan").words("template"))
        self._made_with.setText(words.TEMPLATE_NOW.filled(told=made.told()).en if made else "")
        if view.versions == self._known:
            return
        self._known = view.versions
        clear(self._rows)
        for one in view.versions:
            self._rows.addWidget(VersionRow(self, one))


class VersionRow(QFrame):
    """One version, with what can be done with it."""

    def __init__(self, page: VersionsView, version: PlanVersion) -> None:
        super().__init__()
        self._page, self.version = page, version
        mark(self, card=True)
        told, shape, role = _LOOKS[version.state]
        name = f"Version {version.number}"
        head = row(PlainLabel(name, voice="strong"), StateWord(told, shape, role), None, gap=12)
        body = column(head, Paragraph(_told(version), voice="quiet"), gap=4)
        line = row(gap=4, margin=(16, 12, 12, 12))
        line.addLayout(body, 1)
        for label, way, shown in (
            ("Read it", self._read, version.state != "draft"),
            ("Show its paper", self._paper, version.has_paper),
            ("Compare", self._compare, version.state != "draft"),
            ("Agree…", self._agree, version.state == "draft"),
        ):
            if shown:
                button = Button(label, kind="quiet")
                button.setAccessibleName(f"{label}: {name}")
                button.clicked.connect(way)
                line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(line)
        self.setAccessibleName(f"{name}, {told}")

    def _read(self) -> None:
        self._page.read_wanted.emit(self.version.id)

    def _paper(self) -> None:
        self._page.paper_wanted.emit(self.version.id)

    def _compare(self) -> None:
        self._page.compare_wanted.emit(self.version.id)

    def _agree(self) -> None:
        self._page.agree_wanted.emit()


def _told(one: PlanVersion) -> str:
    parts = [f"Started {spoken(one.started_on)}"]
    if one.agreed_on:
        parts.append(f"agreed {spoken(one.agreed_on)} by {one.agreed_by}")
    if one.digest:
        parts.append(f"paper {one.digest[:8]}")
    return " · ".join(parts)
