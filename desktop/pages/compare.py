"""Two versions of a plan compared: what came, what went, what was changed, in words and shape."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casework.comparison import Difference
from casework.pack import MeetingPack
from casework.record import CaseId
from casework.template import Section
from desktop import clock
from desktop.desk import Desk
from desktop.operations import papers, plans
from storage.rows import PlanVersion
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, clear, column, row, rule
from widgets.notice import Notice
from widgets.shapes import Shape
from widgets.state import StateWord

_LOOKS = {
    "added": ("Added", Shape.DOT, "done"),
    "dropped": ("Dropped", Shape.DASH, "late"),
    "changed": ("Changed", Shape.HALF, "soon"),
}
NOW = ""
_NO_SECTION = "Risk and level, whereabouts, orders and licence"
_AT_ONCE, _BETWEEN_MS = 6, 30


class CompareView(QStackedWidget):
    """An earlier version against a later one, or against the draft as it stands; or the page that says what changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._case = CaseId("")
        self._earlier, self._later = (
            Chooser("The earlier version", "Earlier version", find=False),
            Chooser("The later version", "Later version", find=False),
        )
        for one in (self._earlier, self._later):
            one.activated.connect(self.compare)
        self._to_lay: list[Difference] = []
        self._section: Section | None = None
        self._more = QTimer(self, singleShot=True, interval=_BETWEEN_MS)
        self._more.timeout.connect(self._go_on)
        self._count = PlainLabel(voice="quiet")
        self._body: QVBoxLayout = column(gap=20)
        self.one_page = Button("On one page", icon="file-text")
        self.one_page.clicked.connect(self._read_page)
        line = row(PlainLabel("From"), self._earlier, PlainLabel("to"), self._later, self._count, None, gap=8)
        line.addWidget(self.one_page)
        inside = QWidget()
        inside.setLayout(column(Heading("Compare versions"), line, self._body, None, gap=16, margin=(24, 16, 24, 24)))
        self._list = Scrolled(inside, name="Compare versions")
        self.addWidget(self._list)

    def take(self, case: CaseId, versions: Sequence[PlanVersion], *, draft: bool) -> None:
        """Offer the versions there are; the newest agreed one against what stands now."""
        self._case = case
        frozen = [(one.id, f"Version {one.number}, {one.state}") for one in versions if one.state != "draft"]
        later = [(NOW, "What stands now" if not draft else "The draft as it stands"), *frozen]
        self._earlier.offer(frozen)
        self._later.offer(later)
        if not frozen:
            clear(self._body)
            self._body.addWidget(Notice("There is nothing to compare with: no version was agreed yet."))
            return
        if self._earlier.currentIndex() < 0:
            self._earlier.setCurrentIndex(0)
        if self._later.currentIndex() < 0:
            self._later.setCurrentIndex(0)
        self.compare()

    def choose(self, earlier: str, later: str = NOW) -> None:
        """Compare these two."""
        self._earlier.setCurrentIndex(self._earlier.findData(earlier))
        self._later.setCurrentIndex(self._later.findData(later))
        self.compare()

    def forget(self) -> None:
        """Show no comparison until the next one is asked for."""
        self._to_lay = []
        self.setCurrentWidget(self._list)
        clear(self._body)
        self._count.setText("")

    def is_filled(self) -> bool:
        """Whether a comparison is in sight."""
        return self._body.count() > 0

    def compare(self) -> None:
        """Read what is different between the two that are chosen."""
        earlier, later = self._earlier.currentData(), self._later.currentData()
        if earlier:
            query = plans.differences(self._case, str(earlier), self._desk.today, str(later or ""))
            self._desk.worker.read(query, self, self._show)

    def _show(self, found: tuple[Difference, ...]) -> None:
        clear(self._body)
        counts = {code: sum(one.change == code for one in found) for code in _LOOKS}
        self._count.setText(", ".join(f"{n} {code}" for code, n in counts.items() if n))
        if not found:
            self._body.addWidget(Notice("The two are the same in every section.", role="done"))
        self._to_lay, self._section = list(found), None
        self._go_on()

    def _go_on(self) -> None:
        """Lay out the next few differences; the rest follow while the first are read."""
        now, self._to_lay = self._to_lay[:_AT_ONCE], self._to_lay[_AT_ONCE:]
        for one in now:
            if one.section is not self._section or not self._body.count():
                self._section = one.section
                self._body.addWidget(rule())
                self._body.addWidget(Heading(one.section.title.en if one.section else _NO_SECTION, 2))
            self._body.addWidget(DifferenceRow(one))
        if self._to_lay:
            self._more.start()

    # on one page

    def _read_page(self) -> None:
        order = papers.Order(self._case, "changes", "For looking at", "Plan")
        read = papers.preview(order, self._desk.today, clock.now())
        self._desk.worker.read(read, self, partial(self._make_page, order))

    def _make_page(self, order: papers.Order, pack: MeetingPack) -> None:
        self._desk.worker.beside(partial(papers.made, pack, order), self, self._show_page)

    def _show_page(self, pdf: bytes) -> None:
        from desktop.pages.pages_view import PagesView  # noqa: PLC0415 - QtPdf is read when pages are wanted

        if (before := self.widget(1)) is not None:
            self.removeWidget(before)
            before.deleteLater()
        back = Button("Back to the comparison", icon="arrow-left", kind="quiet")
        back.clicked.connect(partial(self.setCurrentWidget, self._list))
        pages = PagesView()
        pages.show_pdf(pdf)
        told = Paragraph("A preview. Copies of it are numbered and logged under Paper.", voice="quiet")
        holder = QWidget()
        holder.setLayout(column(row(back, told, None, gap=12), pages, gap=8, margin=(16, 8, 24, 16)))
        self.addWidget(holder)
        self.setCurrentWidget(holder)
        back.setFocus(Qt.FocusReason.OtherFocusReason)


class DifferenceRow(QWidget):
    """One difference: its kind, what it is about, what it was and what it is."""

    def __init__(self, difference: Difference) -> None:
        super().__init__()
        words, shape, role = _LOOKS[difference.change]
        state = StateWord(words, shape, role)
        state.setFixedWidth(state.sizeHint().width() + 12)
        about = " · ".join(part for part in (difference.record, difference.field) if part)
        named = PlainLabel(about, voice="strong")
        named.setWordWrap(True)
        head = row(gap=8)
        head.addWidget(state, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(named, 1)
        sides = row(gap=32)
        for label, said in (("Was", difference.was), ("Is now", difference.now)):
            if said:
                sides.addLayout(column(PlainLabel(label, voice="small"), Paragraph(said), None, gap=2), 1)
        if not (difference.was and difference.now):
            sides.addStretch(1)
        self.setLayout(column(head, sides, gap=6))
        self.setAccessibleName(f"{words}: {about}")
