"""What may be done with an order or a licence as it stands, what each move asks and writes, and why not the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from casework.answer import Answer
from casework.case import Case
from casework.dates import spoken
from casework.definition import read
from casework.field import Field
from casework.move_reasons import Situation, note_of, reason_why_not, stands
from casework.reckoning import Reckoning
from casework.record import Record, RecordId, asked, checked, has_value, record_kinds
from casework.refusal import Refused
from casework.state_words import state_words
from casework.text import NOTHING, Text

BOTH = ("defendant", "chief_officer")


@dataclass(frozen=True, slots=True)
class Declared:
    """A move as its file declares it; the file says what each key means."""

    code: str
    of: str
    label: Text
    on: str
    kind: str
    states: tuple[str, ...] = ()
    sets: dict[str, str] = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    guards: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    note: Text = NOTHING
    basis: str = ""
    otherwise: dict[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _File:
    move: tuple[Declared, ...]


@cache
def declared() -> tuple[Declared, ...]:
    """Every move, those of orders first."""
    return read(_File, files("casework") / "moves.toml").move


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that may be done, or may not and why.

    ``record`` is the record that it writes to; None: it adds one of ``kind`` on ``parent`` (None: on the case).
    ``needs`` are the fields asked, in order; of each group in ``requires`` one must be answered. ``bar`` is the last
    day on which a discharge needs both consents; ``held`` are the answers that the record has already.
    """

    code: str
    label: Text
    kind: str
    record: RecordId | None
    parent: RecordId | None
    sets: Mapping[str, Answer]
    needs: tuple[Field, ...]
    requires: tuple[tuple[str, ...], ...]
    why_not: Text | None
    note: Text
    basis: str
    bar: date | None = None
    held: Mapping[str, Answer] = field(default_factory=dict, repr=False)

    @property
    def legal(self) -> bool:
        """Whether it may be made."""
        return self.why_not is None

    def asks(self, given: Mapping[str, Answer]) -> tuple[Field, ...]:
        """The fields that are asked after the answers so far."""
        return tuple(asked(self.needs, Record(RecordId(""), self.kind, answers={**self.held, **given, **self.sets})))

    def answers(self, given: Mapping[str, Answer]) -> dict[str, Answer]:
        """What the move writes. Raises Refused with the key of the first field that is missing or cannot stand."""
        if self.why_not is not None:
            raise Refused(self.why_not)
        known = {one.key: one for one in self.asks(given)}
        made = {key: checked(self.kind, key, value) for key, value in given.items() if key in known}
        whole = {**self.held, **made}
        for group in (*self.requires, *((one.key,) for one in known.values() if one.required and one.when)):
            if not any(has_value(whole.get(key, "")) for key in group if key in known):
                names = " or ".join(f"“{one.label.en}”" for one in self.needs if one.key in group)
                raise Refused(f"{self.label.en}: fill in {names}.", group[0])
        self._refuse_barred(whole)
        return {**made, **self.sets}

    def _refuse_barred(self, whole: Mapping[str, Answer]) -> None:
        on, consents = whole.get("decided_on"), whole.get("consents")
        if self.bar is None or not isinstance(on, date) or on > self.bar or has_value(whole.get("item", "")):
            return
        if not isinstance(consents, tuple) or not set(BOTH) <= set(consents):
            raise Refused(
                f"Until {spoken(self.bar)} the court may discharge it only with the consent of both the defendant and "
                "the chief officer: record both consents.",
                "consents",
            )


def order_moves(case: Case, order: Record, reckoning: Reckoning) -> tuple[Move, ...]:
    """Every move of an order as it stands on the day of the reckoning, the legal ones first, in the file's order."""
    return _moves(Situation.of_order(case, order, reckoning))


def licence_moves(case: Case, licence: Record, reckoning: Reckoning) -> tuple[Move, ...]:
    """Every move of a licence as it stands on the day of the reckoning, the legal ones first, in the file's order."""
    return _moves(Situation.of_licence(case, licence, reckoning))


def _moves(here: Situation) -> tuple[Move, ...]:
    found = [move for one in declared() if one.of == here.record.kind for move in _of(one, here)]
    return (*(one for one in found if one.legal), *(one for one in found if not one.legal))


def _of(one: Declared, here: Situation) -> Iterator[Move]:
    if one.on != "open":
        yield _move(one, here, here.record if one.on == "itself" else None)
        return
    waiting = here.open_(one.kind)
    for record in waiting or (None,):
        yield _move(one, here, record)


def _move(one: Declared, here: Situation, target: Record | None) -> Move:
    shape = record_kinds()[one.kind]
    basis = one.basis or (here.law.basis if here.law else "")
    bar = here.bar if "discharge_bar" in one.notes or (target and target["kind"] == "discharged") else None
    return Move(
        one.code, _label(one, target), one.kind, target.id if target else None,
        here.record.id if one.on == "child" else None, _sets(one, here),
        tuple(found for key in one.needs if (found := shape.get(key)) and _fits(found, one, here, target)),
        tuple(tuple(group.split("|")) for group in one.requires), _why_not(one, here, target),
        _note(one, here, target), basis, bar, target.answers if target else {},
    )  # fmt: skip


def _fits(found: Field, one: Declared, here: Situation, target: Record | None) -> bool:
    """Whether a field is asked: of an open record by its kind (an appeal has an outcome), of an order by its kind's."""
    if one.on == "open":
        kinds = found.when.get("kind")
        return target is None or kinds is None or target["kind"] in kinds
    known = here.kind is None or one.on != "itself" or found.key in here.kind.facts
    return known or found.key in (*one.requires, "reference", "note", "until_event", "given_at")


def _label(one: Declared, target: Record | None) -> Text:
    kind = target.shape.get("kind") if target and one.on == "open" else None
    if target is None or kind is None:
        return one.label
    what, on = kind.told(target["kind"]).lower(), target["applied_on"]
    since = f", asked for on {spoken(on)}" if isinstance(on, date) else ""
    return Text(f"{one.label.en}: {what}{since}", one.label.cy)


def _sets(one: Declared, here: Situation) -> dict[str, Answer]:
    made: dict[str, Answer] = dict(one.sets)
    if one.code == "interim":
        made |= {"kind": f"interim_{here.record.words('kind')}", "main_application": here.record.id, "ends": "until"}
    if one.code == "apply_anew":
        made["kind"] = here.record.words("kind")
    return made


def _why_not(one: Declared, here: Situation, target: Record | None) -> Text | None:
    if not here.state:
        return Text("Its state cannot be computed: put right what is marked beside its fields first.")
    if one.states and here.state not in one.states:
        return one.otherwise.get(here.state) or _wrong_state(one, here)
    if one.on == "open" and target is None:
        return Text("Nothing here waits for a decision.", "Nid oes dim yn aros am benderfyniad.")
    found = (reason_why_not(guard, here, target) for guard in one.guards)
    return next((reason for reason in found if reason), None)


_AS_IN_FORCE = ("converted",)
"""In force under another name: not told apart where it is said when a move may be made."""


def _wrong_state(one: Declared, here: Situation) -> Text:
    if here.over:
        return Text(
            f"It has ended ({state_words(here.state).en.lower()}): nothing leads out of it but a new application."
        )
    known = dict.fromkeys(state for state in one.states if stands(state) and state not in _AS_IN_FORCE)
    wanted = "; or ".join(state_words(state).en.lower() for state in known)
    now = state_words(here.state).en.lower()
    return Text(f"Only where it is: {wanted or 'at its end'}. It is: {now}.")


def _note(one: Declared, here: Situation, target: Record | None) -> Text:
    extra = [text for name in one.notes if (text := note_of(name, here, target))]
    return Text(" ".join(part for part in (one.note.en, *extra) if part), one.note.cy if not extra else "")
