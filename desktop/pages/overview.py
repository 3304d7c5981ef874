"""What somebody who has never met the case must know, on one screen; every line leads to where it stands."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtWidgets import QWidget

from casework.breaches import counts
from casework.record import title
from casework.summary import at_risk, five_lines, flat, lead_contact, meetings, open_actions, risk_matrix
from desktop.desk import Desk
from desktop.operations.view import CaseView
from desktop.pages.clashes import Clashes
from desktop.pages.flow import TwoSides
from desktop.pages.overview_blocks import Asked, Block, Fact, RiskWord, deadline_of, due_of
from desktop.pages.part import Part
from desktop.pages.parts import place_of, place_of_kind
from widgets.button import Button
from widgets.deadline import DeadlineRow
from widgets.label import Paragraph
from widgets.layout import Scrolled, clear, column, row

DATES, ACTIONS, CLASHES = 3, 3, 2
SAYS = {"why": 2, "harm": 2}
_TOLD_ELSEWHERE = ("action", "measure")
_EXCERPT, _SHORT, _RIGHT, _BOTH = 130, 84, 360, 820


class OverviewPart(Part):
    """Five lines and dates at the left; risk by group, who is at risk, actions and contact at the right."""

    own_foot = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.lines = column(gap=12)
        self._clashes = Clashes(desk, most=CLASHES)
        self._contradictions = Block("Contradictions", column(self._clashes))
        self.dates = column(gap=0)
        self.risk = column(gap=4)
        self.who = column(gap=2)
        self.to_do = column(gap=2)
        self.contact = column(gap=2)
        self._shown: CaseView | None = None
        dates, actions = Block("The next dates", self.dates), Block("Open actions", self.to_do)
        self._more_dates, self._more_actions = Button("", kind="link"), Button("", kind="link")
        self._more_dates.clicked.connect(self._go_to_orders)
        self._more_actions.clicked.connect(self._go_to_actions)
        dates.add_foot(self._more_dates)
        actions.add_foot(self._more_actions)
        left, right = QWidget(), QWidget()
        left.setLayout(column(self.lines, self._contradictions, dates, None, gap=20))
        risk = Block("Risk of serious harm", self.risk)
        last = Block("Contact and meetings", self.contact)
        right.setLayout(column(risk, Block("Who is at risk", self.who), actions, last, None, gap=20))
        sides = TwoSides(left, right, other_px=_RIGHT, least=_BOTH)
        inside = QWidget()
        inside.setLayout(column(sides, gap=0, margin=(24, 16, 24, 16)))
        self.setLayout(column(Scrolled(inside, name="Overview"), gap=0))

    def show_view(self, view: CaseView) -> None:
        if view == self._shown:
            return
        self._shown = view
        self._show_lines(view)
        self._clashes.show_found(view, view.contradictions)
        self._contradictions.setVisible(bool(view.contradictions))
        self._show_dates(view)
        self._show_risk(view)
        self._show_actions(view)
        self._show_contact(view)

    # the blocks

    def _show_lines(self, view: CaseView) -> None:
        clear(self.lines)
        for line in five_lines(view.case, view.today):
            most = SAYS.get(line.code, 1)
            told = [_cut(one.words) for one in line.says[:most]]
            if len(line.says) > most:
                told[-1] += f" (and {len(line.says) - most} more)"
            facts = [Fact(self, words, one.about, one.key) for words, one in zip(told, line.says, strict=False)]
            if not facts:
                facts.append(Fact(self, "Not entered yet", "", "", quiet=True, kind=line.kind))
            self.lines.addWidget(Asked(line.question.en, facts))
        if view.case.of("order") or view.case.of("licence"):
            broken = Fact(self, counts(view.case).said.en, "", "", kind="order")
            self.lines.addWidget(Asked("Breaches", [broken]))

    def _show_dates(self, view: CaseView) -> None:
        clear(self.dates)
        apart = [one for one in view.due if one.kind not in _TOLD_ELSEWHERE]
        ahead = sorted((apart + [one for one in view.due if one.kind == "measure"])[:DATES], key=lambda one: one.on)
        for one in ahead:
            legal = next(
                (d for d in view.reckoning.dates if (d.code, d.about, d.on) == (one.code, one.about, one.on)), None
            )
            row_ = DeadlineRow(deadline_of(legal, one) if legal else due_of(one), view.today, action="Show")
            row_.acted.connect(self.go_to_key)
            self.dates.addWidget(row_)
        if not ahead:
            self.dates.addWidget(Paragraph("No date follows from what is entered yet.", voice="quiet"))
        rest = len(view.due) - len(ahead)
        self._more_dates.setVisible(rest > 0)
        self._more_dates.set_words(f"{rest} more dates")

    def _show_risk(self, view: CaseView) -> None:
        clear(self.risk)
        matrix = sorted(risk_matrix(view.case, view.today), key=lambda one: one.key != "overall")
        for one, other in zip_longest(matrix[::2], matrix[1::2]):
            line = row(gap=24)
            for risk in (one, other):
                line.addWidget(RiskWord(risk) if risk else QWidget(), 1)
            self.risk.addLayout(line)
        found = view.case.current("rosh", view.today)
        if found is not None and matrix:
            self.risk.addWidget(Fact(self, _assessed(view), found.id, "", quiet=True))
        else:
            self.risk.addWidget(Fact(self, "Not assessed yet", "", "", quiet=True, kind="rosh"))
        clear(self.who)
        for said in at_risk(view.case, view.today):
            self.who.addWidget(Fact(self, _cut(said.words, _SHORT), said.about, said.key))
        if not self.who.count():
            self.who.addWidget(Fact(self, "Not known", "", "", quiet=True, kind="rosh"))

    def _show_actions(self, view: CaseView) -> None:
        clear(self.to_do)
        found = open_actions(view.case)
        due = {one.about: one for one in view.due if one.kind == "action"}
        for one in found[:ACTIONS]:
            self.to_do.addWidget(
                Fact(self, _cut(title(one), _SHORT // 2), one.id, "", due=due.get(one.id), today=view.today)
            )
        if not found:
            self.to_do.addWidget(Fact(self, "None open", "", "", quiet=True, kind="action"))
        rest = len(found) - ACTIONS
        self._more_actions.setVisible(rest > 0)
        self._more_actions.set_words(f"{rest} more")

    def _show_contact(self, view: CaseView) -> None:
        clear(self.contact)
        lead = lead_contact(view.case)
        if lead is not None:
            self.contact.addWidget(Fact(self, f"Lead agency: {lead.words}", lead.about, ""))
        else:
            self.contact.addWidget(Fact(self, "Lead agency not known", "", "", quiet=True, kind="contact"))
        last, ahead = meetings(view.case, view.today)
        for word, one in (("Last meeting", last), ("Next meeting", ahead)):
            if one is not None:
                self.contact.addWidget(Fact(self, f"{word}: {title(one)}", one.id, ""))
            else:
                self.contact.addWidget(Fact(self, f"{word}: none entered", "", "", quiet=True, kind="meeting"))

    # ways out

    def go_to(self, record: str, key: str, kind: str) -> None:
        """Ask for the place of a record, or of a kind of which there is none yet."""
        if self.view is not None:
            case = self.view.case.id
            self.desk.want(place_of(self.view, record, key) if record else place_of_kind(case, kind))

    def go_to_key(self, record: str) -> None:
        """Ask for the place of a record."""
        self.go_to(record, "", "")

    def _go_to_orders(self) -> None:
        self.go_to("", "", "order")

    def _go_to_actions(self) -> None:
        self.go_to("", "", "action")


def _cut(words: str, most: int = _EXCERPT) -> str:
    plain = flat(words)
    return plain if len(plain) <= most else plain[: most - 1].rstrip(" ,;.") + "…"


def _assessed(view: CaseView) -> str:
    found = view.case.current("rosh", view.today)
    if found is None:
        return ""
    shape = found.shape
    dated = shape.get(shape.dated_by)
    return f"Assessed {dated.told(found[dated.key])}" if dated else ""
