"""The right column of a section: what is missing here, why it is asked with two examples, and the chain."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.case import Case
from casework.evidence import Evidence, kept_elsewhere
from casework.mending import Break, Strand, loose, strands
from casework.plan_places import sections_for
from casework.plan_rules.check import PlanFinding
from casework.record import title
from casework.standing import Gap
from casework.template import Example, PlanTemplate, Section
from desktop.operations.view import CaseView
from desktop.pages.overview_blocks import Block, Fact
from desktop.pages.plan.evidence_line import EvidenceLine
from desktop.pages.plan.finding_line import break_of
from desktop.pages.plan.mend_line import MendLine
from desktop.pages.plan.rests import RestsOn
from desktop.words_templates import UNCONFIRMED
from widgets.button import Button
from widgets.disclosure import Disclosed
from widgets.label import Paragraph, PlainLabel
from widgets.layout import clear, column, panel
from widgets.shapes import Shape
from widgets.state import StateWord

_CHAIN = ("V10.1", "V10.2", "C1", "C2", "C3")
_MOST = 8
CHAINED = ("scenario", "factor", "measure", "contingency")


class Beside(QWidget):
    """What belongs to one section.

    ``wanted(record, key)`` leads to a place, ``kind_wanted(kind)`` to adding one, ``mended`` mends the chain.

    Of many lines only the first are told; ``all_wanted(view)`` leads to the view of the plan that has all.
    """

    wanted = Signal(str, str)
    kind_wanted = Signal(str)
    mended = Signal(object, str)
    all_wanted = Signal(str)

    def __init__(self, template: PlanTemplate, section: Section) -> None:
        super().__init__()
        self._template, self._section = template, section
        self._taken: CaseView | None = None
        self._gaps: tuple[object, ...] | None = None
        self._chain: tuple[object, ...] | None = None
        self._missing_lines, self._chain_lines, self._guide = column(gap=6), column(gap=16), column(gap=8)
        self._missing = Block("Missing here", self._missing_lines)
        self._linked = Block("Chain", self._chain_lines)
        self._guidance = Block("Guidance", self._guide)
        self._rests = RestsOn()
        self._rests.wanted.connect(self.wanted)
        self._rests.mended.connect(self.mended)
        self._apart: tuple[Evidence, ...] = ()
        self._elsewhere = column(gap=6)
        self._kept = Block("Kept elsewhere in the case", self._elsewhere)
        blocks = (self._missing, self._kept, self._guidance, self._linked, self._rests, None)
        self.setLayout(column(*blocks, gap=24, margin=(20, 16, 20, 24)))
        self._show_guidance(section)

    def take(self, view: CaseView) -> None:
        """Show a newer reading; only what changed is built anew."""
        if view is self._taken:
            return
        self._taken, section = view, self._section
        found = tuple(one for one in view.plan_findings if one.open and one.section == section.key)
        self._show_missing(view.standing(section.key).gaps, found, view.case)
        self._show_kept(kept_elsewhere(section.key, view.case))
        self._show_chain(section, view)
        self._rests.take(section, view)

    def go_to(self, record: str, key: str, kind: str) -> None:
        """Lead on."""
        if record:
            self.wanted.emit(record, key)
        else:
            self.kind_wanted.emit(kind)

    # the blocks

    def _section_for(self, found: PlanFinding) -> str:
        """The section in which the record that mends it is added: this one where it can be; empty outside the plan."""
        fits = [section.key for section, _ in sections_for(self._template, found.kind)]
        return self._section.key if self._section.key in fits else next(iter(fits), "")

    def _show_missing(self, gaps: tuple[Gap, ...], found: tuple[PlanFinding, ...], case: Case) -> None:
        if (gaps, found) == self._gaps:
            return
        self._gaps = (gaps, found)
        clear(self._missing_lines)
        broken = tuple(one for one in found if one.rule.code not in _CHAIN)
        for one in gaps[:_MOST]:
            line = Fact(self, one.what.en, one.record, one.key, kind=one.kind, shape=Shape.RING)
            self._missing_lines.addWidget(line)
        for each in broken[: max(_MOST - len(gaps), 1)]:
            shape = Shape.DOT if each.hard else Shape.HALF
            words = f"{each.rule.code}  {each.says.en}"
            role = "late" if each.hard else "soon"
            guide = _Adding(self.mended, break_of(each, case), self._section_for(each)) if each.kind else self
            line = Fact(guide, words, each.about, each.key, kind=each.kind, shape=shape, role=role)
            self._missing_lines.addWidget(line)
        self._tell_rest(self._missing_lines, len(gaps) + len(broken), "missing")
        self._missing.setVisible(bool(gaps or broken))

    def _tell_rest(self, lines: QVBoxLayout, all_: int, code: str) -> None:
        more = all_ - lines.count()
        if more > 0:
            lines.addWidget(_Rest(f"{more} more", code, self.all_wanted))

    def _show_kept(self, told: tuple[Evidence, ...]) -> None:
        self._kept.setVisible(bool(told))
        if told == self._apart:
            return
        self._apart = told
        clear(self._elsewhere)
        for one in told:
            line = EvidenceLine(self, one, self._template, narrow=True)
            line.mended.connect(self.mended)
            self._elsewhere.addWidget(line)

    def _show_guidance(self, section: Section) -> None:
        self._guide.addWidget(Paragraph(section.why.en))
        if section.unconfirmed.en:
            self._guide.addWidget(StateWord(UNCONFIRMED.en, Shape.HALF, "soon"))
            self._guide.addWidget(Paragraph(section.unconfirmed.en))
        for words, example in (("A good example", section.good), ("A poor example", section.poor)):
            part = Disclosed(words, _Shown(example), about=section.title.en)
            self._guide.addWidget(part)

    def _show_chain(self, section: Section, view: CaseView) -> None:
        kinds = {part.kind for part in section.rows}
        in_view = bool(kinds & set(CHAINED))
        self._linked.setVisible(in_view)
        if not in_view:
            return
        ids = {row.id for part in section.rows if part.kind in CHAINED for row in part.of(view.case)}
        shown = [one for one in strands(view.case) if one.records & ids or "scenario" in kinds or one.breaks]
        apart = [one for one in loose(view.case) if one.about.id in ids]
        broken = any(one.breaks for one in shown) or apart
        told: tuple[object, ...] = (section.key if broken else "", *((_told(one), one) for one in shown), *apart)
        if told == self._chain:
            return
        self._chain = told
        clear(self._chain_lines)
        room = _MOST
        for strand in shown:
            room -= 1 + len(strand.breaks)
            if room < 0 and self._chain_lines.count():
                break
            self._chain_lines.addLayout(self._strand(strand, section))
        for found in apart[: max(room, 1)]:
            self._chain_lines.addWidget(self._mend(found, section, named=True))
        self._tell_rest(self._chain_lines, len(shown) + len(apart), "chain")
        if not shown and not apart:
            none = "No scenario is written yet: every measure and contingency answers one."
            self._chain_lines.addWidget(Paragraph(none, voice="quiet"))

    def _strand(self, strand: Strand, section: Section) -> QVBoxLayout:
        lines = column(Fact(self, title(strand.scenario), strand.scenario.id, ""), gap=4)
        if strand.measures and strand.contingencies:
            holds = StateWord(_told(strand), Shape.TICK, "done")
            holds.setWordWrap(True)
            lines.addWidget(holds)
        else:
            lines.addWidget(PlainLabel(_told(strand), voice="quiet"))
        for found in strand.breaks:
            lines.addWidget(self._mend(found, section, named=found.about.id != strand.scenario.id))
        return lines

    def _mend(self, found: Break, section: Section, *, named: bool) -> MendLine:
        line = MendLine(found, self._template, here=section.key, named=named)
        line.mended.connect(self.mended)
        return line


class _Adding:
    """Leads to adding the record that mends something."""

    def __init__(self, mended: SignalInstance, found: Break, section: str) -> None:
        self._mended, self._found, self._section = mended, found, section

    def go_to(self, _record: str, _key: str, _kind: str) -> None:
        """Add it where it belongs."""
        self._mended.emit(self._found, self._section)


class _Rest(Button):
    """What is not told here, as the way to the view that tells it."""

    def __init__(self, words: str, code: str, wanted: SignalInstance) -> None:
        super().__init__(words, kind="link")
        self._code, self._wanted = code, wanted
        self.setAccessibleName(f"{words}: show all of them")
        self.clicked.connect(self._go)

    def _go(self) -> None:
        self._wanted.emit(self._code)


class _Shown:
    """Makes an example when it is first opened."""

    def __init__(self, example: Example) -> None:
        self._example = example

    def __call__(self) -> QWidget:
        return panel(
            column(
                Paragraph(self._example.text.en),
                Paragraph(self._example.because.en, voice="quiet"),
                gap=8,
                margin=12,
            ),
            surface=True,
        )


def _told(strand: Strand) -> str:
    parts = (
        (len(strand.factors), "factor", "factors"),
        (len(strand.measures), "measure", "measures"),
        (len(strand.contingencies), "contingency", "contingencies"),
    )
    return " → ".join(f"{n} {one if n == 1 else many}" for n, one, many in parts if n)
