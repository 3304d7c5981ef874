"""What is missing in the plan: what keeps it from being agreed first, then warnings; each leads to its place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casework.case import Case
from casework.plan_rules.check import PlanFinding
from casework.record import Record
from casework.refusal import Refused
from casework.standing import Standing, State
from casework.template import PlanTemplate
from casework.typed import Spot
from desktop.desk import Desk
from desktop.operations import cases, waiving
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from desktop.pages.overview_blocks import Fact
from desktop.pages.plan.finding_line import FindingLine, WaivedLine
from storage.problems import VaultProblem
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, clear, column, row
from widgets.notice import Notice
from widgets.shapes import Shape
from widgets.state import StateWord, standing_look
from widgets.theme import px

_WIDE = 760


class MissingView(QWidget):
    """``wanted(record, key)``, ``kind_wanted(section, kind)`` and ``mended(break, section)`` are ways to mend."""

    wanted = Signal(str, str)
    kind_wanted = Signal(str, str)
    mended = Signal(object, str)

    def __init__(self, desk: Desk, template: PlanTemplate) -> None:
        super().__init__()
        self._desk, self._template = desk, template
        self._view: CaseView | None = None
        self._told: tuple[object, ...] = ()
        self._lines = column(gap=20)
        inside = QWidget()
        inside.setMaximumWidth(px(_WIDE) + 48)
        inside.setLayout(column(Heading("What is missing"), self._lines, None, gap=16, margin=(24, 16, 24, 24)))
        holder = QWidget()
        line = row(gap=0)
        line.addWidget(inside, 1)
        line.addStretch(0)
        holder.setLayout(line)
        self.setLayout(column(Scrolled(holder, name="What is missing"), gap=0))

    def take(self, view: CaseView) -> None:
        """Show a newer reading; where nothing has changed nothing is touched, so that a reason being typed stays."""
        self._view = view
        found = view.standings
        told = (found, view.plan_findings)
        if told == self._told:
            return
        self._told = told
        clear(self._lines)
        open_ = [one for one in view.plan_findings if one.open]
        hard, soft = [one for one in open_ if one.hard], [one for one in open_ if not one.hard]
        wanting = [one for one in found if one.gaps]
        self._lines.addWidget(self._summary(found, len(hard) + sum(len(one.gaps) for one in wanting), len(soft)))
        if hard or wanting:
            self._lines.addLayout(self._block("Keeps the plan from being agreed", hard, view))
        for one in wanting:
            self._lines.addLayout(column(self._head(one), *(self._facts(one)), gap=4))
        if soft:
            self._lines.addLayout(self._block("Warnings", soft, view))
        notes = [one for one in view.plan_findings if one.note]
        if notes:
            told_notes = [Paragraph(f"{one.says.en} ({one.rule.code}; {one.rule.basis})") for one in notes]
            self._lines.addLayout(column(Heading("Worth knowing", 2), *told_notes, gap=8))
        waived = [one.waiver for one in view.plan_findings if one.waiver is not None]
        if waived:
            self._lines.addLayout(column(Heading("Set aside", 2), *(self._waived(one) for one in waived), gap=8))

    # the workings

    def _summary(self, found: tuple[Standing, ...], blocks: int, warnings: int) -> Notice:
        ready = sum(one.state in (State.READY, State.NOT_NEEDED) for one in found)
        warned = f" {_counted(warnings, 'warning')}." if warnings else ""
        if blocks:
            verb = "keeps" if blocks == 1 else "keep"
            return Notice(f"{_counted(blocks, 'thing')} {verb} the plan from being agreed.{warned}", role="late")
        sections = f"Nothing is missing: {ready} of {len(found)} sections ready.{warned}"
        return Notice(sections, role="soon" if warnings else "done")

    def _block(self, heading: str, found: list[PlanFinding], view: CaseView) -> QVBoxLayout:
        lines = [self._finding(one, view.case) for one in found]
        return column(Heading(heading, 2), *lines, gap=8)

    def _finding(self, found: PlanFinding, case: Case) -> FindingLine:
        line = FindingLine(found, case, self._template)
        line.mended.connect(self.mended)
        line.waived.connect(self._set_aside)
        line.asked.connect(self._follow)
        return line

    def _waived(self, waiver: Record) -> WaivedLine:
        line = WaivedLine(waiver)
        line.taken_up.connect(self._take_up)
        return line

    def _set_aside(self, line: FindingLine, reason: str) -> None:
        if self._view is not None:
            write = waiving.set_aside(self._view.case.id, line.found, reason, self._desk.today)
            self._desk.worker.write(write, self, partial(self._waived_now, line.found), partial(self._refused, line))

    def _follow(self, line: FindingLine, box: QLineEdit) -> None:
        """The reason that is typed waits in the journal until the warning is set aside."""
        if self._view is not None:
            self._desk.journal.follow_box(box, Spot(self._view.case.id, "", _kept_as(line.found)))

    def _waived_now(self, found: PlanFinding, _changes: Changes) -> None:
        if self._view is not None:
            self._desk.journal.forget(self._view.case.id, "", _kept_as(found))

    def _take_up(self, waiver: Record) -> None:
        if self._view is not None:
            self._desk.worker.write(cases.remove(self._view.case.id, waiver), self)

    def _refused(self, line: FindingLine, problem: Refused | VaultProblem) -> None:
        if isinstance(problem, Refused):
            line.refuse(problem.why.en)
        else:
            self._desk.worker.failed.emit(problem)

    def _head(self, one: Standing) -> QWidget:
        heading = Heading(f"{self._template.number(one.section)}  {one.section.title.en}", 3)
        heading.setWordWrap(False)
        look = standing_look(one.state)
        head = QWidget()
        head.setLayout(row(heading, StateWord(look.words.en, look.shape, look.role), None, gap=12))
        return head

    def _facts(self, one: Standing) -> list[Fact]:
        way = _Way(self, one.section.key)
        return [Fact(way, gap.what.en, gap.record, gap.key, kind=gap.kind, shape=Shape.RING) for gap in one.gaps]


class _Way:
    """Leads from a line of one section."""

    def __init__(self, page: MissingView, section: str) -> None:
        self._page, self._section = page, section

    def go_to(self, record: str, key: str, kind: str) -> None:
        """Lead to a record and field, or to adding a record of a kind."""
        if record:
            self._page.wanted.emit(record, key)
        else:
            self._page.kind_wanted.emit(self._section, kind)


def _kept_as(found: PlanFinding) -> str:
    return f"set aside {found.rule.code} {found.about} {found.key}"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
