"""One clause of a licence and what a later edition makes of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casework.answer import Answer
from casework.gap import Gap
from casework.record import Record
from casework.refusal import Refused
from casework.wording import packs
from casework.wording_answers import answers_in, draft
from casework.wording_changes import Kind, Offer, Proposal
from casework.wording_marks import marks
from desktop.desk import Desk
from desktop.pages.orders.clause_form import ClauseForm
from widgets.button import Button
from widgets.chip import Chip
from widgets.label import Elided, Paragraph, PlainLabel
from widgets.layout import column, row
from widgets.theme import mark

_WORDS = {
    Kind.TEXT_CHANGED: "Words changed",
    Kind.NEW_OPTIONS: "Choices changed",
    Kind.REPLACED: "Replaced",
    Kind.DELETED: "No longer offered",
    Kind.REMOVED: "Gone, nothing in its place",
    Kind.ADDED: "New standard condition",
}


class Clause(QFrame):
    """``accepted(answers)`` writes the new words, ``kept`` the old ones; ``bespoke`` asks for one's own words.

    Gaps that are being filled wait in the journal under the case and the name in ``kept_as``.
    """

    accepted = Signal(object)
    kept = Signal()
    bespoke = Signal()

    def __init__(self, desk: Desk, proposal: Proposal, number: int, kept_as: tuple[str, str]) -> None:
        super().__init__()
        self._desk, self.proposal, self._kept_as = desk, proposal, kept_as
        self._form: ClauseForm | None = None
        self._buttons: list[Button] = []
        old, new = proposal.change.old, proposal.change.new
        named = old or (new[0] if new else None)
        self.title = f"{number}. {named.title.en}" if number and named else named.title.en if named else ""
        mark(self, card=True)
        head = row(PlainLabel(self.title, voice="strong"), None, Chip(_WORDS[proposal.change.kind]), gap=8)
        self._body: QVBoxLayout = column(gap=10)
        self.setLayout(column(head, Paragraph(proposal.change.says.en), self._body, gap=8, margin=(16, 12, 16, 12)))
        self.setAccessibleName(self.title)
        if proposal.condition:
            self._body.addLayout(_side("As it stands", proposal.condition.words("text")))
        foot = row(gap=8)
        for offer in proposal.offers:
            self._body.addWidget(self._offer(offer, foot if len(proposal.offers) == 1 else None))
        foot.addWidget(self._button("Keep the old words" if proposal.condition else "Do without it", self.kept.emit))
        if proposal.change.kind in (Kind.REMOVED, Kind.DELETED):
            foot.addWidget(self._button("Write one in own words", self.bespoke.emit))
        foot.addStretch(1)
        self._body.addLayout(foot)

    def take_focus(self) -> None:
        """Put the cursor on the first thing to decide."""
        self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """The ways of deciding, in their order."""
        return tuple(self._buttons)

    def _button(self, words: str, do: Callable[[], None]) -> Button:
        button = Button(words)
        button.setAccessibleName(f"{words}: {self.title}")
        button.clicked.connect(lambda _checked=False: do())
        self._buttons.append(button)
        return button

    def _offer(self, offer: Offer, foot: QHBoxLayout | None) -> QWidget:
        """An offer with its button; in the foot of the clause where it is the only one."""
        part, one = QWidget(), offer.wording
        text = offer.text or draft(one, {})
        sides: list[QHBoxLayout | QWidget] = [_side(f"Edition {_edition(offer)}", text)]
        if self.proposal.condition is not None:
            sides.append(Paragraph(_told(self.proposal.condition, text), voice="quiet"))
        if offer.text:
            words = "Accept the new words" if self.proposal.condition else "Add it"
            button = self._button(words, partial(self._accept, offer))
        else:
            button = self._button(f"Fill the gaps of “{one.title.en}”", partial(self._fill, offer))
        if foot is not None:
            foot.addWidget(button)
        part.setLayout(column(*sides, *([] if foot is not None else [row(button, None)]), gap=6))
        return part

    def _accept(self, offer: Offer) -> None:
        self.accepted.emit(self.proposal.accepted(offer))

    def _fill(self, offer: Offer) -> None:
        """Ask the gaps of a wording that takes the clause's place; what still fits is filled."""
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
        case, name = self._kept_as
        kept_as = case, f"{name} {offer.wording.code}"
        self._form = ClauseForm(self._desk, offer.wording, self._known(offer), kept_as, action="Accept these words")
        self._form.made.connect(partial(self._filled, offer))
        self._form.left.connect(self._leave)
        self._body.addWidget(self._form)
        self._form.show()
        self._form.begin()

    def _known(self, offer: Offer) -> dict[str, Answer]:
        condition, old = self.proposal.condition, self.proposal.change.old
        found = answers_in(old, condition.words("text")) if condition and old else None
        keys = {gap.key: gap for gap in offer.wording.gap}
        return {key: one for key, one in (found or {}).items() if key in keys and _fits(keys[key], one)}

    def _filled(self, offer: Offer, _answers: object) -> None:
        if self._form is not None:
            answers = self.proposal.accepted(offer, self._form.typed())
            self._form.forget()
            self.accepted.emit(answers)

    def _leave(self) -> None:
        if self._form is not None:
            form, self._form = self._form, None
            form.hide()
            form.deleteLater()
        self.take_focus()


class Decided(QFrame):
    """What was decided about a clause, with the way back; ``undone`` asks for it."""

    undone = Signal()

    def __init__(self, words: str) -> None:
        super().__init__()
        self.record: Record | None = None
        self.before: dict[str, Answer] = {}
        self.made = ""
        mark(self, surface=True)
        undo = Button("Undo", icon="undo-2", kind="quiet")
        undo.setAccessibleName(f"Undo. {words}")
        undo.clicked.connect(self.undone)
        line = row(gap=8, margin=(16, 8, 12, 8))
        line.addWidget(Elided(words), 1)
        line.addWidget(undo)
        self.setLayout(line)


def _side(name: str, text: str) -> QHBoxLayout:
    label = PlainLabel(name, voice="quiet")
    label.setFixedWidth(112)
    words = Paragraph(text, most=90)
    words.setAccessibleName(f"{name}: {text}")
    line = row(gap=12)
    line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 1)
    return line


def _told(condition: Record, text: str) -> str:
    found = marks(condition.words("text"), text)
    out = "; ".join(f"“{one}”" for one in found.taken_out)
    put = "; ".join(f"“{one}”" for one in found.put_in)
    parts = [f"Taken out: {out}." if out else "", f"Put in: {put}." if put else ""]
    return " ".join(part for part in parts if part) or "The words stay; what can be chosen in them changed."


def _edition(offer: Offer) -> str:
    return packs()[offer.wording.pack].edition


def _fits(gap: Gap, answer: Answer) -> bool:
    try:
        gap.checked(answer)
    except Refused:
        return False
    return True
