"""The Level 1 review: when it is due, what came in, and in a few keys what an unchanged case needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.dates import distance, spoken
from casework.meetings.level_review import NOTHING_NEW, agencies_asked, at_level_1, came_in, in_a_line, planned
from casework.record import has_value, missing
from casework.summary import risk_matrix
from casework.template import fields_of
from desktop.desk import Desk, Place
from desktop.operations import reviewing
from desktop.operations.intent import Changes
from desktop.operations.view import CaseView
from desktop.pages.record_card import RecordCard
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from widgets.button import Button
from widgets.label import Heading, Paragraph
from widgets.layout import clear, column, row
from widgets.told import Told, ToldList

_MOST = 12
_NONE_IN = "Nothing was recorded since the last review."
_ELSEWHERE = "This case is not at Level 1 today. Reviews made while it was stay here."
_CARRY = "{count} sentences of the plan wait to be looked at"


class LevelReviews(QWidget):
    """What stands and what came in above, the reviews under it; ``begin`` opens one filled with what is known."""

    saving = Signal()
    saved = Signal()
    not_saved = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: CaseView | None = None
        self._begun_id = ""
        self._ways: list[Button] = []
        self.begin_button = Button("Begin a review", icon="plus", kind="primary")
        self.begin_button.clicked.connect(self.begin)
        self.carry_button = Button("", kind="link")
        self.carry_button.clicked.connect(self._carry)
        self._when = Paragraph("")
        self._stands = ToldList(label_px=160)
        self._came = column(gap=2)
        self.list = RecordList(desk, Shown(reviewing.KIND), adds=False, title="Reviews")
        self.list.card_opened.connect(self._offer)
        for told, mine in (
            (self.list.saving, self.saving),
            (self.list.saved, self.saved),
            (self.list.not_saved, self.not_saved),
        ):
            told.connect(mine)
        head = row(Heading("Level 1 review", 2), None, self.begin_button, gap=8)
        above = column(head, self._when, self._stands, row(self.carry_button, None), self._came, gap=8)
        self.setLayout(column(above, self.list, gap=16))

    def take(self, view: CaseView) -> None:
        """Show a newer reading."""
        self._view = view
        here = at_level_1(view.case, view.today) is not None
        self.setVisible(here or bool(view.case.of(reviewing.KIND)))
        self.begin_button.setVisible(here)
        plan = planned(view.case, view.today, view.settings)
        due = f"Due {spoken(plan.on)}, {distance(plan.on, view.today).en}. {plan.why.en}" if plan else ""
        self._when.setText(due if here else _ELSEWHERE)
        self._stands.set_told(_standing(view) if here else ())
        self._tell_came(view if here else None)
        self.carry_button.setVisible(here and bool(view.unlooked))
        self.carry_button.set_words(_CARRY.format(count=view.unlooked or 0))
        self.list.take(view)
        self._follow()

    def flush(self) -> None:
        """Hand over what is typed."""
        self.list.flush()

    def go(self, record: str, key: str) -> bool:
        """Open a review; False where it is not one. The decision on the level leads to the way to begin."""
        return self.list.go(record, key)

    def begin(self) -> None:
        """Begin a review and put the cursor into its first question."""
        if self._view is not None:
            self.flush()
            self.saving.emit()
            write = reviewing.begin(self._view.case.id, self._desk.today)
            self._desk.worker.write(write, self, self._begun)

    def _begun(self, changes: Changes) -> None:
        self.saved.emit()
        self._begun_id = changes.made
        self._follow()

    def _follow(self) -> None:
        """Open what was begun, once the case was read with it."""
        if self._begun_id and self.list.go(self._begun_id, ""):
            self._begun_id = ""
            if self._ways:
                self._ways[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _carry(self) -> None:
        if self._view is not None:
            self._desk.want(Place("case", self._view.case.id, "plan", section="carry"))

    def _tell_came(self, view: CaseView | None) -> None:
        clear(self._came)
        if view is None:
            return
        found = came_in(view.case, view.today)
        self._came.addWidget(Heading("Recorded since the last review", 3))
        for on, one in found[:_MOST]:
            link = Button(in_a_line(on, one), kind="link")
            link.clicked.connect(partial(self._open, view.case.id, one.id))
            self._came.addLayout(row(link, None))
        more = len(found) - _MOST
        if more > 0 or not found:
            self._came.addWidget(Paragraph(f"And {more} more." if found else _NONE_IN, voice="quiet"))

    def _open(self, case: str, record: str) -> None:
        self._desk.want(Place("case", case, record=record))

    def _offer(self, card: RecordCard) -> None:
        """Ways above an open review that write what somebody would otherwise type."""
        view, self._ways = self._view, []
        if view is None:
            return
        if view.case.of("contact") and not has_value(card.record["asked"]):
            self._way(card, "I asked every agency below today", {"asked": agencies_asked(view.case, view.today)})
        self._way(card, "Nothing has changed", NOTHING_NEW)
        earlier = [one for one in view.case.of(reviewing.KIND) if one.id != card.record.id and has_value(one["reason"])]
        if earlier and not has_value(card.record["reason"]):
            self._way(card, "The same reason as last time", {"reason": earlier[-1]["reason"]})

    def _way(self, card: RecordCard, words: str, answers: Mapping[str, Answer]) -> None:
        button = Button(words, kind="quiet")
        button.clicked.connect(partial(self._put, card, answers, len(self._ways) + 1))
        card.add_action(button)
        self._ways.append(button)

    def _put(self, card: RecordCard, answers: Mapping[str, Answer], after: int, *_: object) -> None:
        if self._view is not None:
            card.flush()
            self.saving.emit()
            write = reviewing.put(self._view.case.id, card.record, answers)
            left = missing(fields_of(card.record), replace(card.record, answers={**card.record.answers, **answers}))
            self._desk.worker.write(write, self, partial(self._put_down, card, after, left[0].key if left else ""))

    def _put_down(self, card: RecordCard, after: int, left: str, _changes: Changes) -> None:
        """On to the next way of writing what would be typed, else to what is still needed."""
        self.saved.emit()
        if after < len(self._ways):
            self._ways[after].setFocus(Qt.FocusReason.OtherFocusReason)
        elif left and card.form is not None:
            card.form.focus_field(left)


def _standing(view: CaseView) -> list[Told]:
    level = at_level_1(view.case, view.today)
    found = [Told("Level 1 because", level.words("criterion") or "No reason recorded")] if level else []
    rosh, matrix = view.case.current("rosh", view.today), risk_matrix(view.case, view.today)
    on = rosh["assessed_on"] if rosh else None
    risk = f"{matrix[-1].told}, assessed on {spoken(on)}" if matrix and isinstance(on, date) else "Not assessed"
    found.append(Told("Risk of serious harm", risk))
    newest = view.versions[0] if view.versions else None
    agreed = f", agreed on {spoken(newest.agreed_on)}" if newest and newest.agreed_on else ""
    found.append(Told("Plan", f"Version {newest.number}, {newest.state}{agreed}" if newest else "None"))
    late = sum(one.late for one in view.due if one.kind == "action")
    found.append(Told("Actions late", str(late) if late else "None"))
    return found
