"""A condition in one's own words, and a pasted list of conditions: what is said about them while they are typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.answer import Answer
from casework.drafting import Listed, drafting_check
from casework.gap import joined
from casework.record import Record, RecordId, is_given, record_kinds
from casework.wording import Wording, condition_answers
from casework.wording_answers import recognised
from desktop.desk import Desk
from desktop.pages.orders.clause_form import MORE
from widgets.button import Button
from widgets.disclosure import Disclosed
from widgets.form import RecordForm
from widgets.label import Paragraph, PlainLabel
from widgets.layout import clear, column, row

_ASKED = ("kind", "supervisor", "all_countries")


class OwnWords(QWidget):
    """What stands under words that are no wording: the kind of condition, the quiet questions of the drafting check.

    What is answered waits in the journal as ``kept_as``, a case and a name, until ``forget``.
    """

    def __init__(self, desk: Desk, kind: str, lawful: Sequence[str], kept_as: tuple[str, str]) -> None:
        super().__init__()
        self._desk, self._kind, self._kept_as = desk, kind, kept_as
        shape = record_kinds()[kind]
        self._says = Paragraph("", voice="quiet", most=100)
        self._asks = Paragraph("", voice="quiet", most=100)
        asked = [one for key in _ASKED if kind == "condition" and (key != "kind" or lawful) and (one := shape.get(key))]
        fields = [
            replace(one, choices=tuple(c for c in one.choices if c.code in lawful), may_be_unknown=False)
            if one.key == "kind"
            else one
            for one in asked
        ]
        first = {"kind": lawful[0]} if lawful else {}
        self.form = RecordForm(fields, Record(RecordId(""), kind, answers=first), desk.today, layout="compact")
        desk.journal.follow_form(self.form, *kept_as)
        self._more: RecordForm | None = None
        disclosed = Disclosed("More: reason, end, monitoring, boundary", self._made_more, about="own words")
        shown = [self.form] if len(lawful) > 1 else []
        self.setLayout(column(self._says, self._asks, *shown, disclosed, gap=6))

    def _made_more(self) -> QWidget:
        shape = record_kinds()[self._kind]
        fields = [
            replace(one, when={k: v for k, v in one.when.items() if k == "ends"})
            for key in MORE
            if (one := shape.get(key))
        ]
        self._more = RecordForm(fields, Record(RecordId(""), self._kind), self._desk.today, layout="compact")
        self._desk.journal.follow_form(self._more, *self._kept_as)
        return self._more

    def forget(self) -> None:
        """The condition is written: its answers wait no longer."""
        self._desk.journal.forget(*self._kept_as)

    def show_text(self, text: str) -> None:
        """Say what a text answers and what it leaves open."""
        found = drafting_check(text, ends=self._ends())
        says, leaves = ([one.name.en for one in some] for some in (found.says, found.leaves_open))
        vague = f" “{joined(list(found.vague), 'and')}” can mean anything." if found.vague else ""
        self._says.setText(f"Own words. It says {joined(says, 'and')}." if says else "Own words.")
        asks = " ".join(one.asks.en for one in found.leaves_open)
        self._asks.setText(f"Not found in it: {joined(leaves, 'and')}. {asks}{vague}" if leaves else vague.strip())
        self._asks.setVisible(bool(self._asks.text()))

    def _ends(self) -> bool:
        return self._more is not None and any(is_given(self._more.record()[key]) for key in ("until", "for", "ends"))

    def answers(self, text: str) -> dict[str, Answer]:
        """The answers of the condition that these words make."""
        made: dict[str, Answer] = {"type": "bespoke"} if self._kind == "licence_condition" else {}
        for form in (self.form, self._more):
            if form is not None:
                form.flush()
                record = form.record()
                keys = {"kind", *form.keys()} if form is self.form else set(form.keys())
                made |= {key: record[key] for key in keys if is_given(record[key])}
        return {**made, "text": text}


class Pasted(QWidget):
    """The conditions of a pasted list, each as it will be added."""

    def __init__(self, kind: str, lawful: Sequence[str], offered: Sequence[Wording]) -> None:
        super().__init__()
        self._kind, self._first, self._offered = kind, lawful[0] if lawful else "", tuple(offered)
        self._known: dict[str, dict[str, Answer]] = {}
        self._listed = Listed(())
        self._lines: QVBoxLayout = column(gap=4)
        self._head = PlainLabel("", voice="strong")
        self._left_out = Paragraph("", voice="quiet", most=100)
        self.add_button = Button("", icon="check")
        self.setLayout(column(self._head, self._left_out, self._lines, row(self.add_button, None), gap=8))

    def show_list(self, found: Listed, first_number: int) -> None:
        """Show a list."""
        if found == self._listed:
            return
        self._listed = found
        clear(self._lines)
        known = 0
        for n, text in enumerate(found.items, first_number):
            answers = self._answers(text)
            known += "wording" in answers
            self._lines.addWidget(Paragraph(f"{n}. {text}", most=100))
        count = len(found.items)
        words = f" The library has {known} of them." if known else ""
        self._head.setText(f"{count} conditions were pasted. Enter adds them all, word for word.{words}")
        self._left_out.setText(f"Left out, as it stands before the first number: “{found.before}”")
        self._left_out.setVisible(bool(found.before))
        self.add_button.set_words(f"Add these {count} conditions")

    def answers(self) -> list[dict[str, Answer]]:
        """The answers of each condition."""
        return [self._answers(text) for text in self._listed.items]

    def _answers(self, text: str) -> dict[str, Answer]:
        if text not in self._known:
            found = recognised(text, self._offered)
            if found:
                made = condition_answers(*found)
            else:
                made = {"type": "bespoke"} if self._kind == "licence_condition" else {}
                made |= {"kind": self._first} if self._first else {}
            self._known[text] = {**made, "text": text}
        return self._known[text]
