"""Writing the plan: its sections at the left, one of them in the middle, guidance and chain at the right."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from casework.answer import Answer
from casework.mending import Break
from casework.plan_places import section_of_field, section_of_record, sections_for
from casework.plan_rules.check import told_state
from casework.template import PlanTemplate, Section
from desktop import clock
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.plan.beside import Beside
from desktop.pages.plan.section_page import SectionPage
from widgets.button import Button
from widgets.layout import Scrolled, column, row, upright
from widgets.saved import Saved
from widgets.section_list import SectionItem, SectionList
from widgets.theme import px

_SECTIONS, _BESIDE, _TALL, _AHEAD_MS = 200, 300, 27, 40
_NARROW, _UNBOUND = 900, 16_777_215


class WriteView(QWidget):
    """Sections may be gone to in any order. Ctrl+Page Down and Ctrl+Page Up go to the next and the one before."""

    elsewhere = Signal(str, str)
    added_elsewhere = Signal(object)
    view_wanted = Signal(str)

    def __init__(self, desk: Desk, template: PlanTemplate, view: CaseView) -> None:
        super().__init__()
        self._desk, self._template, self._view = desk, template, view
        self._pages: dict[str, SectionPage] = {}
        self._fresh: dict[str, CaseView] = {}
        self._scrolled: dict[str, Scrolled] = {}
        self.sections = SectionList("Sections of the plan", tall=_TALL)
        self.sections.setFixedWidth(px(_SECTIONS))
        self.sections.chosen.connect(self.show_section)
        self._stack = QStackedWidget()
        self._besides: dict[str, tuple[Beside, Scrolled]] = {}
        self._side = QStackedWidget()
        self._side.setFixedWidth(px(_BESIDE))
        self.guidance = Button("Guidance", icon="info", kind="quiet")
        self.guidance.setAccessibleName("Guidance and chain")
        self.guidance.setCheckable(True)
        self.guidance.toggled.connect(self._share_room)
        self.guidance.hide()
        self._saved = Saved()
        desk.journal.told.connect(self._saved.tell)
        self.before, self.after = Button("Previous", icon="chevron-left"), Button("Next", icon="chevron-right")
        self.before.clicked.connect(self._go_before)
        self.after.clicked.connect(self._go_after)
        for keys, way in (("Ctrl+PgUp", self._go_before), ("Ctrl+PgDown", self._go_after)):
            QShortcut(QKeySequence(keys), self, way)
        room = row(gap=0)
        room.addWidget(self._stack, 1)
        self._line = upright()
        room.addWidget(self._line)
        room.addWidget(self._side)
        middle = column(gap=0)
        middle.addLayout(room, 1)
        foot = row(self._saved, None, self.guidance, self.before, self.after, gap=8, margin=(24, 8, 24, 8))
        middle.addLayout(foot)
        body = row(column(self.sections, margin=(8, 8, 8, 8)), upright(), gap=0)
        body.addLayout(middle, 1)
        self.setLayout(body)
        self._ahead = QTimer(self, singleShot=True, interval=_AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        self._tell_sections()
        self.show_section(template.section[0].key)

    @property
    def page(self) -> SectionPage:
        """The section in sight."""
        return self._pages[self.sections.chosen_key()]

    @property
    def beside(self) -> Beside:
        """What stands beside the section in sight."""
        return self._besides[self.sections.chosen_key()][0]

    def minimumSizeHint(self) -> QSize:
        """What stands beside gives way first."""
        least = self.sections.width() + self._stack.minimumSizeHint().width() + px(24)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def take(self, view: CaseView) -> None:
        """Show a newer reading: the section in sight, the states, what stands beside."""
        self._view = view
        self._tell_sections()
        self.page.take(view)
        self.beside.take(view)
        self._fresh[self.page.section.key] = view
        self._ahead.start()

    def flush(self) -> None:
        """Hand over everything typed."""
        for one in self._pages.values():
            one.flush()

    def show_section(self, key: str) -> None:
        """Bring a section into the middle."""
        section = self._template.get(key)
        page = self._made(key)
        page.take(self._view)
        if self._stack.isAncestorOf(self.focusWidget() or self):
            self.setFocus(
                Qt.FocusReason.OtherFocusReason
            )  # what is hidden with the focus looks for another place for it
        self._stack.setCurrentWidget(self._scrolled[key])
        self.sections.choose(key)
        at = self._template.number(section)
        self.before.setEnabled(at > 1)
        self.after.setEnabled(at < len(self._template.section))
        self.beside.take(self._view)
        self._side.setCurrentWidget(self._besides[key][1])
        self._desk.journal.went()

    def return_to(self, key: str) -> None:
        """Bring a section into the middle again, where the plan has it still."""
        if any(one.key == key for one in self._template.section):
            self.show_section(key)

    def go(self, record: str, key: str) -> bool:
        """Bring a record or a question of the plan before the reader."""
        case = self._view.case
        plan = case.one("plan")
        if key and self.page.go(record or plan.id, key):
            return True
        found = (
            section_of_field(self._template, key)
            if record in ("", plan.id)
            else section_of_record(self._template, case, record)
        )
        if found is None:
            return False
        self.show_section(found.key)
        return self._pages[found.key].go(record or plan.id, key)

    def mend(self, found: Break, section: str) -> None:
        """Mend a break in the chain: add the record that is wanting, or go to the one that must change."""
        if found.kind and not section:
            self.added_elsewhere.emit(found)
        elif found.kind:
            self.add(section, found.kind, found.answers)
        else:
            self._go_or_leave(found.about.id, found.key)

    def add(self, section: str, kind: str, answers: Mapping[str, Answer]) -> None:
        """Add a record in a section and put the cursor into it."""
        self.show_section(section)
        self._pages[section].add(kind, answers)

    # the workings

    def _share_room(self) -> None:
        """In a narrow window what stands beside is shown in place of the section, on a button."""
        narrow = self.width() < px(_NARROW)
        aside = narrow and self.guidance.isChecked()
        self.guidance.setVisible(narrow)
        self._stack.setVisible(not aside)
        self._side.setVisible(aside or not narrow)
        self._line.setVisible(not narrow)
        if aside:
            self._side.setMaximumWidth(_UNBOUND)
        else:
            self._side.setFixedWidth(px(_BESIDE))

    def _made(self, key: str) -> SectionPage:
        if key not in self._pages:
            section = self._template.get(key)
            self._pages[key] = page = SectionPage(self._desk, self._template, section, self._view)
            page.saving.connect(self._saved.saving)
            page.saved.connect(self._tell_saved)
            page.not_saved.connect(self._saved.failed)
            self._scrolled[key] = scrolled = Scrolled(page, name=section.title.en)
            self._stack.addWidget(scrolled)
            self._make_beside(section)
        self._ahead.start()
        return self._pages[key]

    def _make_ahead(self) -> None:
        """Make the next section that was not shown yet, else have one that was take the newest reading, so that going
        there takes no time; not while words come.
        """
        if self._desk.journal.typing:
            self._ahead.start()
            return
        keys = [one.key for one in self._template.section]
        at = keys.index(self.sections.chosen_key())
        order = (*keys[at + 1 :], *keys[: at + 1])
        unmade = (key for key in order if key not in self._pages)
        stale = (key for key in order if self._fresh.get(key) is not self._view)
        key = next(unmade, "") or next(stale, "")
        if key:
            self._made(key)
            self._fresh[key] = self._view
            beside, side = self._besides[key]
            self._pages[key].take(self._view)
            beside.take(self._view)
            for one, room in ((self._scrolled[key], self._stack), (side, self._side)):
                one.resize(room.size())
                one.grab(QRect(0, 0, 1, 1))  # lays out and styles what is not in sight

    def _make_beside(self, section: Section) -> None:
        beside = Beside(self._template, section)
        beside.wanted.connect(self._go_or_leave)
        beside.kind_wanted.connect(self._add_here)
        beside.mended.connect(self.mend)
        beside.all_wanted.connect(self.view_wanted)
        side = Scrolled(beside, name="Guidance and chain")
        self._besides[section.key] = beside, side
        self._side.addWidget(side)

    def _add_here(self, kind: str) -> None:
        here = self.page.section
        if any(part.kind == kind for part in here.rows):
            self._pages[here.key].add(kind, {})
            return
        found = sections_for(self._template, kind)
        if found:
            self.add(found[0][0].key, kind, {})

    def _go_or_leave(self, record: str, key: str) -> None:
        if not self.go(record, key):
            self.elsewhere.emit(record, key)

    def _go_before(self) -> None:
        self._step(-1)

    def _go_after(self) -> None:
        self._step(1)

    def _step(self, by: int) -> None:
        self.page.flush()
        self.sections.step(by)
        self.page.begin()

    def _tell_saved(self) -> None:
        self._saved.saved(clock.now())

    def _tell_sections(self) -> None:
        self.sections.set_items(
            [
                SectionItem(
                    one.section.key,
                    one.section.short.en or one.section.title.en,
                    number=self._template.number(one.section),
                    state=told_state(one, self._view.plan_findings),
                    count=one.rows,
                )
                for one in self._view.standings
            ]
        )
