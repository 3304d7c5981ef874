"""One referral: what is missing, the reasons to be typed, and everything on the form that the case holds already."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.answer import Absent
from casework.dates import spoken
from casework.meetings.referral import Stage, doubts, ready, stage
from casework.meetings.referral_form import Filled, filled
from casework.plan_rules.table import short
from casework.record import Record, title
from casework.summary import flat
from desktop.desk import Desk
from desktop.operations import meetings
from desktop.operations.view import CaseView
from desktop.pages.meetings.opened import Opened
from desktop.pages.meetings.told import referral_name
from desktop.pages.overview_blocks import Fact
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row
from widgets.notice import Notice
from widgets.shapes import Shape
from widgets.state import StateWord
from widgets.theme import px

_TYPED = ("referral",)
_NUMBER, _QUOTED, _LONG, _NAMED = 28, 60, 160, 3


class ReferralPage(Opened):
    """``level_wanted`` and ``meeting_wanted`` go on from a referral that was accepted."""

    level_wanted = Signal()
    meeting_wanted = Signal()

    def __init__(self, desk: Desk, view: CaseView, record: Record) -> None:
        super().__init__(desk, view, record)
        self._told: tuple[object, ...] = ()
        self._asked_by = False
        self.state = Notice()
        self.criteria = column(gap=4)
        self._from_case = column(gap=8)
        self._level = Button("Decide the level", icon="plus")
        self._level.clicked.connect(self.level_wanted)
        self._meeting = Button("Set up the meeting", icon="plus", kind="primary")
        self._meeting.clicked.connect(self.meeting_wanted)
        self._onward = QWidget()
        self._onward.setLayout(row(None, self._level, self._meeting, gap=8))
        typed = Paragraph("Only this is typed; everything else on the form is taken from the case.", voice="quiet")
        taken = Paragraph("Each line leads to its place. Nothing is copied: what is changed there is changed here.")
        taken.set_voice("quiet")
        self.lay(
            column(
                self.state,
                column(Heading("Reasons and decisions", 2), typed, self.criteria, self.form, gap=12),
                column(Heading("Taken from the case", 2), taken, self._from_case, gap=8),
                self._onward,
                gap=24,
            )
        )

    def tell(self) -> None:
        """Say what is missing, whether the criteria hold, and what the case has for each section."""
        case, today = self.view.case, self.view.today
        self.title.setText(referral_name(self.record))
        form = filled(case, self.record, today, self.view.reckoning)
        found = doubts(case, self.record, today)
        now = stage(self.record)
        self._want_decision()
        self._onward.setVisible(now is Stage.ACCEPTED)
        told = (form, found, now)
        if told == self._told:
            return
        self._told = told
        self._tell_state(form, now, fit=ready(form, found))
        clear(self.criteria)
        for one in found:
            shape, role = (Shape.DOT, "late") if one.hard else (Shape.HALF, "soon")
            self.criteria.addWidget(Fact(self, one.says.en, self.record.id, "criteria", shape=shape, role=role))
        clear(self._from_case)
        for section in form:
            if any(shows.kind not in _TYPED for shows in section.section.shows):
                self._from_case.addWidget(self._section(section))

    def _tell_state(self, form: tuple[Filled, ...], now: Stage, *, fit: bool) -> None:
        if now is Stage.WRITTEN and fit:
            self.state.tell("Nothing is missing: a manager can endorse it.", "done")
        elif now is Stage.WRITTEN:
            lacks = [
                f"{one.number} {lack.says.en}"
                for one in form
                if one.section.required
                for lack in one.lacks
                if lack.key != "endorsed_on"
            ]
            words = f"Missing: {len(lacks)}." if lacks else "The criteria do not fit the level sought."
            self.state.tell(words, "soon", detail=" · ".join(lacks))
        elif now is Stage.ENDORSED:
            self.state.tell("With the co-ordinator, who accepts or declines it with a reason.", "accent")
        else:
            role = "done" if now is Stage.ACCEPTED else "soon"
            self.state.tell(f"{now.value.en}.", role, detail=self.record.words("decision_reason"))

    def _section(self, one: Filled) -> QWidget:
        mark = Heading(str(one.number), 3)
        mark.setFixedWidth(px(_NUMBER))
        name = Heading(one.section.title.en, 3)
        name.setWordWrap(False)
        missing = bool(one.lacks) and one.section.required
        word = StateWord("missing" if missing else "", Shape.HALF, "soon") if missing else None
        facts = [Fact(self, words, record, "", quiet=True) for words, record in _lines(one)]
        lacks = [
            Fact(self, lack.says.en, lack.about, lack.key, kind=lack.kind, shape=Shape.HALF)
            for lack in one.lacks
            if lack.about != self.record.id
        ]
        if not facts and not lacks:
            facts = [Fact(self, "Nothing recorded.", "", "", quiet=True, kind=one.section.shows[-1].kind)]
        line, box = row(gap=8), QWidget()
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head = row(name, *([word] if word else []), None, gap=12)
        line.addLayout(column(head, *facts, *lacks, gap=2), 1)
        box.setLayout(line)
        return box

    def _want_decision(self) -> None:
        """Once it is endorsed, put down by when it is to be decided, unless somebody said."""
        on = self.record["endorsed_on"]
        if isinstance(on, date) and self.record["decide_by"] is Absent.NOT_ASKED and not self._asked_by:
            self._asked_by = True
            self.desk.worker.write(meetings.want_decision(self.view.case.id, self.record, on), self)


def _lines(one: Filled) -> list[tuple[str, str]]:
    """What the case has for a section, a line for each kind of record: how many, and the first by name."""
    kinds: dict[str, list[Record]] = {}
    keys = {record.kind: asked for record, asked in one.rows}
    for record, _ in one.rows:
        if record.kind not in _TYPED:
            kinds.setdefault(record.kind, []).append(record)
    lines = []
    for found in kinds.values():
        shape = found[0].shape
        first = shape.get(keys[shape.code][0])
        if first and len(keys[shape.code]) == 1 and first.key not in shape.title:
            told = short(flat(first.told(found[0][first.key])), _LONG)
            lines.append((f"{first.label.en}: {told}", str(found[0].id)))
            continue
        names = [short(flat(title(each)), _QUOTED) for each in found[:_NAMED]]
        more = f"; and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
        name = shape.name.en if len(found) == 1 else f"{shape.plural.en} ({len(found)})"
        lines.append((f"{name}: {'; '.join(names)}{more}", str(found[0].id)))
    if one.dates:
        told = "; ".join(f"{each.label.en}: {spoken(each.working)}" for each in one.dates[:_NAMED])
        lines.append((told, one.dates[0].about))
    return lines
