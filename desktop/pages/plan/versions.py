"""The versions of a plan: which is the draft, which was agreed by whom, what each superseded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from casework.case import Case
from casework.dates import spoken
from casework.template import PlanTemplate, plan_templates
from desktop import words_templates as words
from desktop.desk import Desk
from desktop.operations import agreeing, plans
from desktop.operations.view import CaseView
from desktop.pages.moments import local
from desktop.pages.plan.countersign import Countersign
from desktop.pages.plan.frozen import FrozenView
from desktop.pages.reading import Reading
from storage.plan_version import PlanVersion
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import clear, column, row
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import mark

_WIDE = 760
_LOOKS = {
    "draft": ("Draft", Shape.HALF, "soon"),
    "agreed": ("Agreed", Shape.TICK, "done"),
    "superseded": ("Superseded", Shape.DASH, "quiet"),
}


class VersionsView(QStackedWidget):
    """The list, or one version as it was agreed in place of it.

    ``start_wanted`` asks for the next draft, ``agree_wanted`` to agree this one, ``compare_wanted(id)`` to compare,
    ``template_wanted`` to look at its template.
    """

    compare_wanted = Signal(str)
    start_wanted = Signal()
    agree_wanted = Signal()
    template_wanted = Signal()

    def __init__(self, desk: Desk, template: PlanTemplate) -> None:
        super().__init__()
        self._desk = desk
        self._known: tuple[PlanVersion, ...] | None = None
        self._rows = column(gap=8)
        self._start = Button("Start the next draft", icon="plus", kind="primary")
        self._start.clicked.connect(self.start_wanted)
        self._made_with = Paragraph("", voice="quiet")
        other = Button(words.TEMPLATE_ANOTHER.en, kind="link")
        other.clicked.connect(self.template_wanted)
        told = "An agreed version is frozen with the whole case as it stood and with the pages that were agreed."
        made = row(self._made_with, other, gap=12)
        made.setStretch(0, 1)
        parts = (Heading("Versions"), Paragraph(told, voice="quiet"), made, self._rows, row(None, self._start))
        self._list = Reading(column(*parts, None, gap=12, margin=(24, 16, 24, 24)), _WIDE, "Versions")
        self.frozen = FrozenView(desk, template)
        self.frozen.left.connect(self._show_list)
        self.addWidget(self._list)
        self.addWidget(self.frozen)

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

    def read(self, version: PlanVersion) -> None:
        """Show the case as it was frozen with a version."""
        self._desk.worker.read(agreeing.as_agreed(version.id), self, partial(self._show_frozen, version))

    def show_paper(self, version: PlanVersion) -> None:
        """Show the pages that were frozen with a version."""
        self._desk.worker.read(plans.paper(version.id), self, partial(self._show_frozen, version))

    def ask_second(self, version: PlanVersion) -> None:
        """Let a second person countersign a version, or give it back."""
        Countersign(self, self._desk, version).open()

    def _show_frozen(self, version: PlanVersion, kept: Case | bytes) -> None:
        self.setCurrentWidget(self.frozen)
        self.frozen.show_version(version, kept)

    def _show_list(self) -> None:
        self.setCurrentWidget(self._list)


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
        for said, sign, part in _signed(version):
            word = StateWord(said, sign, part)
            word.setWordWrap(True)
            body.addWidget(word)
        line = row(gap=4, margin=(0, 4, 0, 0))
        for label, way, shown in (
            ("Read it", self._read, version.state != "draft"),
            ("Show its paper", self._paper, version.has_paper),
            ("Compare", self._compare, version.state != "draft"),
            ("Agree…", self._agree, version.state == "draft"),
            ("Countersign…", self._second, version.state == "agreed"),
            ("Return with words…", self._second, version.state == "draft"),
        ):
            if shown:
                button = Button(label, kind="quiet")
                button.setAccessibleName(f"{label}: {name}")
                button.clicked.connect(way)
                line.addWidget(button)
        line.addStretch(1)
        whole = column(body, line, gap=4, margin=(16, 12, 12, 8))
        self.setLayout(whole)
        self.setAccessibleName(f"{name}, {told}")

    def _read(self) -> None:
        self._page.read(self.version)

    def _paper(self) -> None:
        self._page.show_paper(self.version)

    def _compare(self) -> None:
        self._page.compare_wanted.emit(self.version.id)

    def _second(self) -> None:
        self._page.ask_second(self.version)

    def _agree(self) -> None:
        self._page.agree_wanted.emit()


def _told(one: PlanVersion) -> str:
    parts = [f"Started {spoken(one.started_on)}"]
    if one.agreed_on:
        parts.append(f"agreed {spoken(one.agreed_on)} by {one.agreed_by}")
    if one.reason:
        parts.insert(1, f"because: {one.reason}")
    if one.digest:
        parts.append(f"paper {one.digest[:8]}")
    return " · ".join(parts)


def _signed(one: PlanVersion) -> list[tuple[str, Shape, str]]:
    """Who stands behind a version, and who gave it back, each with the shape of the state."""
    found = []
    for second in one.countersigned:
        told = f"Countersigned by {second.name}, {local(second.at)}, key {second.fingerprint}"
        broken = f"The countersignature of {second.name} does not fit this version: it was changed, or forged."
        found.append((told, Shape.TICK, "done") if second.holds else (broken, Shape.DOT, "late"))
    if one.returned:
        back = one.returned
        found.append((f"Returned by {back.name}, {local(back.at)}: “{back.words}”", Shape.HALF, "soon"))
    elif one.state == "agreed" and not one.countersigned:
        found.append(("Not countersigned", Shape.RING, ""))
    return found


def returned(versions: Sequence[PlanVersion]) -> str:
    """What a second person wants, of the newest version or of the one that its draft goes on from."""
    for one in versions[: 2 if versions and versions[0].state == "draft" else 1]:
        if one.returned:
            return f"Version {one.number} was returned by {one.returned.name}: “{one.returned.words}”"
    return ""
