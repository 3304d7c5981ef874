"""Agreeing the draft: what is still open, who agrees, and the pages that are frozen with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.pack import MeetingPack
from casework.record import CaseId
from casework.refusal import Refused
from casework.template import PlanTemplate
from casework.typed import Spot
from desktop import clock
from desktop.desk import Desk
from desktop.operations import agreeing, carrying, papers, plans
from desktop.operations.view import CaseView
from desktop.pages.asked_line import AskedLine
from desktop.pages.overview_blocks import Fact
from desktop.pages.reading import Reading
from storage.problems import VaultProblem
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row
from widgets.notice import Notice
from widgets.progress import Progress
from widgets.shapes import Shape

_WIDE = 720
_CARRY = "carry"
_WHO = "Agreed by, with role"
_WHO_HELP = "The manager or the chair who agrees this version. It is printed and cannot be changed afterwards."


class AgreeView(QWidget):
    """``agreed`` comes when the version is frozen; ``wanted(section)`` leads to a section that is still open."""

    agreed = Signal()
    wanted = Signal(str)
    missing_wanted = Signal()
    carry_wanted = Signal()

    def __init__(self, desk: Desk, template: PlanTemplate) -> None:
        super().__init__()
        self._desk, self._template = desk, template
        self._case = CaseId("")
        self._under_way = False
        self._heading = Heading("Agree")
        self._open, self._notice = column(gap=4), Notice()
        self.who = AskedLine(_WHO, _WHO_HELP)
        self.who.box.returnPressed.connect(self.agree)
        self.button = Button("Agree", kind="primary")
        self.button.clicked.connect(self.agree)
        self._progress = Progress()
        told = (
            "Agreeing freezes this version: the whole case as it stands and the very pages. The version agreed before "
            "becomes superseded; the next change begins a new draft."
        )
        parts = (self._heading, Paragraph(told), self._notice, self._open, self.who, self._progress)
        body = column(*parts, row(None, self.button), None, gap=16, margin=(24, 16, 24, 24))
        self.setLayout(column(Reading(body, _WIDE, "Agree"), gap=0))

    def take(self, view: CaseView) -> None:
        """Show a newer reading: what is still open."""
        if not self._case:
            self._desk.journal.follow_box(self.who.box, Spot(view.case.id, "", "agreed by"))
        self._case = view.case.id
        self._desk.worker.read(carrying.waiting(self._case), self, partial(self._show, view))

    def _show(self, view: CaseView, waiting: int) -> None:
        draft = view.draft
        name = f"version {draft.number}" if draft else "the plan"
        self._heading.setText(f"Agree {name}")
        self.button.set_words(f"Agree {name}")
        found = agreeing.still_open(view.case)
        blocks = [one for one in view.plan_findings if one.hard]
        warnings = sum(one.open and not one.hard for one in view.plan_findings)
        clear(self._open)
        for one in found:
            number = self._template.number(one.section)
            words = f"{number}  {one.section.title.en}: {len(one.gaps)} missing"
            self._open.addWidget(Fact(self, words, "", one.section.key, kind=one.section.key))
        for each in blocks:
            self._open.addWidget(Fact(self, f"{each.rule.code}  {each.says.en}", "", "", shape=Shape.DOT, role="late"))
        if warnings:
            stand = "warnings stand" if warnings > 1 else "warning stands"
            told = f"{warnings} {stand}: mend, or set aside with a reason."
            self._open.addWidget(Fact(self, told, "", "", shape=Shape.HALF))
        if waiting:
            self._open.addWidget(Fact(self, carrying.still_carried(waiting), "", "", kind=_CARRY, shape=Shape.DOT))
        self._notice.tell(*_told(len(found), len(blocks), waiting))
        ready = not found and not blocks and not waiting and draft is not None
        self.who.setVisible(ready)
        self.button.setEnabled(ready)

    def go_to(self, _record: str, _key: str, kind: str) -> None:
        """Lead to an open section, to what is missing, or to what is carried."""
        if kind == _CARRY:
            self.carry_wanted.emit()
        elif kind:
            self.wanted.emit(kind)
        else:
            self.missing_wanted.emit()

    def agree(self) -> None:
        """Make the pages, then freeze the version with them."""
        if self._under_way:
            return
        who = self.who.text()
        read = agreeing.paper_to_agree(self._case, who, self._desk.today, clock.now())
        self._busy("Making the pages that are agreed…")
        self._desk.worker.read(read, self, partial(self._make, who), self._refuse)

    # the workings

    def _make(self, who: str, pack: MeetingPack) -> None:
        order = agreeing.order(self._case)
        self._desk.worker.beside(partial(papers.made, pack, order), self, partial(self._freeze, who), self._refuse)

    def _freeze(self, who: str, paper: bytes) -> None:
        write = plans.agree(self._case, who, self._desk.today, paper)
        self._desk.worker.write(write, self, self._done, self._refuse)

    def _done(self, _changes: object) -> None:
        self._settle()
        self.who.box.clear()
        self.agreed.emit()

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        self._settle()
        if isinstance(problem, Refused):
            if problem.where == "agreed_by":
                self.who.refuse(problem.why.en)
            else:
                self._notice.tell(problem.why.en, "late")
        else:
            self._notice.tell(problem.text.en, "late")

    def _busy(self, words: str) -> None:
        self._under_way = True
        self._progress.start(words)

    def _settle(self) -> None:
        self._under_way = False
        self._progress.stop()


def _told(sections: int, blocks: int, waiting: int) -> tuple[str, str]:
    """What stands in the way of agreeing, and the role of colour that repeats it."""
    parts = []
    if sections:
        parts.append(f"{sections} sections are still open" if sections > 1 else "1 section is still open")
    if blocks:
        parts.append(f"{blocks} rules are not met" if blocks > 1 else "1 rule is not met")
    if waiting:
        parts.append(f"{waiting} carried sentences and rows wait" if waiting > 1 else "1 carried sentence or row waits")
    if parts:
        return f"It cannot be agreed yet: {', '.join(parts)}.", "soon"
    return "Every section is ready and every rule that must be met is met.", "done"
