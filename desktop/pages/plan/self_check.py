"""The self-check before a meeting: inspectors' questions and lessons of case reviews, answered by the officer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from casework.evidence import Checked, checked
from casework.mending import Break
from casework.self_check import GROUPS, Group
from casework.template import PlanTemplate
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.plan.question import QuestionLine
from widgets.label import Heading, Paragraph
from widgets.layout import Scrolled, column, row
from widgets.notice import Notice
from widgets.theme import px

_WIDE = 860
_ABOUT = "The program shows what in the case bears on each question. The answer is yours, and no score is made of it."


class SelfCheckView(QWidget):
    """``wanted(record, key)`` leads to a record, ``kind_wanted(kind)`` to where records of a kind are kept,
    ``mended(break, section)`` to adding what is wanting.
    """

    wanted = Signal(str, str)
    kind_wanted = Signal(str)
    mended = Signal(object, str)

    def __init__(self, desk: Desk, template: PlanTemplate) -> None:
        super().__init__()
        self._desk, self._template = desk, template
        self._left: QuestionLine | None = None
        self._lines: dict[str, QuestionLine] = {}
        self._count = Notice()
        self._body = column(gap=20)
        inside = QWidget()
        inside.setMaximumWidth(px(_WIDE) + 48)
        parts = (Heading("Self-check"), Paragraph(_ABOUT, voice="quiet"), self._count, self._body, None)
        inside.setLayout(column(*parts, gap=16, margin=(24, 16, 24, 24)))
        holder = QWidget()
        line = row(gap=0)
        line.addWidget(inside, 1)
        line.addStretch(0)
        holder.setLayout(line)
        self.setLayout(column(Scrolled(holder, name="Self-check"), gap=0))

    def take(self, view: CaseView) -> None:
        """Show a newer reading; what is open stays open."""
        found = of_view(view)
        if not self._lines:
            self._lay(found, view)
        for one in found:
            self._lines[one.question.code].take(one, view)
        waiting = sum(one.open for one in found)
        if waiting:
            self._count.tell(f"{waiting} of {len(found)} questions are not answered for this version.", "soon")
        else:
            self._count.tell("Every question is answered for this version.", "done")

    def flush(self) -> None:
        """Hand over what is typed."""
        for one in self._lines.values():
            one.flush()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes back is at the question that was left."""
        super().showEvent(event)
        if self._left is not None:
            QTimer.singleShot(0, self._left, self._left.take_focus)
            self._left = None

    def _mend(self, line: QuestionLine, found: Break, section: str) -> None:
        self._left = line
        self.mended.emit(found, section)

    def _lead(self, line: QuestionLine, record: str, key: str, kind: str) -> None:
        self._left = line
        if record:
            self.wanted.emit(record, key)
        else:
            self.kind_wanted.emit(kind)

    def go_on(self, code: str) -> None:
        """Open the next question that has no answer yet, after this one or else from the first."""
        self.flush()
        codes = list(self._lines)
        at = codes.index(code) + 1
        following = next((one for one in (*codes[at:], *codes[:at]) if self._lines[one].found.open), "")
        self._lines[code].close_it()
        if following:
            self._lines[following].begin()
        else:
            self._lines[code].disclosed.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay(self, found: tuple[Checked, ...], view: CaseView) -> None:
        number = 0
        for group in Group:
            lines = []
            for one in (each for each in found if each.question.group is group):
                number += 1
                line = QuestionLine(self._desk, self._template, number, one, view)
                line.wanted.connect(partial(self._lead, line))
                line.mended.connect(partial(self._mend, line))
                line.next_wanted.connect(self.go_on)
                self._lines[one.question.code] = line
                lines.append(line)
            self._body.addLayout(column(Heading(GROUPS[group].en, 2), *lines, gap=6))


def of_view(view: CaseView) -> tuple[Checked, ...]:
    """The questions with their answers, for the version that is written or stands."""
    newest = view.draft or (view.versions[0] if view.versions else None)
    return checked(view.case, newest.started_on if newest else None)
