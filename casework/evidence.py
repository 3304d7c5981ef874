"""What in a case bears on a question of the self-check, and the officer's own answer. No score is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from casework.case import Case
from casework.dates import spoken
from casework.field import FieldType
from casework.mending import Break
from casework.plan_rules.check import PlanFinding
from casework.plan_rules.table import short
from casework.record import Record, RecordId, asked, has_value, is_given, record_kinds, title
from casework.self_check import Pointer, Question, questions
from casework.summary import flat
from casework.template import PlanTemplate
from casework.text import Text

_TOLD, _QUOTED, _NAMED = 3, 90, 40
_NOT_ADDED = ("order", "breach", "licence_breach", "recall")
_ELSEWHERE = {
    "header": ("identifier",), "situation": ("statement",), "victims": ("victim",), "agencies": ("action",),
    "review": ("action", "meeting"), "measures": ("victim", "action"), "closed": ("victim",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence on what is there, or that nothing is, with the way to it: a record and field, or a kind of record.

    ``adds`` is what is wanting as a break that a record mends.
    """

    words: str = field(repr=False)
    there: bool
    record: str = ""
    key: str = ""
    kind: str = ""
    adds: Break | None = field(default=None, repr=False)


def evidence(
    question: Question, case: Case, template: PlanTemplate, found: Iterable[PlanFinding]
) -> tuple[Evidence, ...]:
    """What bears on a question, in the order of its pointers, but for fields that the plan's template does not ask."""
    open_ = [one for one in found if one.open]
    return tuple(told for pointer in question.evidence for told in _told(pointer, case, template, open_))


def kept_elsewhere(section: str, case: Case) -> tuple[Evidence, ...]:
    """What a section of a plan is about and other parts of the case hold, with the way to add what there is none of."""
    return tuple(_records(Pointer(kind=kind), case) for kind in _ELSEWHERE.get(section, ()))


def _told(pointer: Pointer, case: Case, template: PlanTemplate, found: list[PlanFinding]) -> Iterator[Evidence]:
    if pointer.kind:
        yield _records(pointer, case)
    elif pointer.field:
        yield from _answer(pointer.field, case.one("plan"), template)
    else:
        yield from _rules(pointer.rules, case, found)


def _records(pointer: Pointer, case: Case) -> Evidence:
    shape = record_kinds()[pointer.kind]
    rows = [one for one in case.of(pointer.kind) if _is_there(one, pointer)]
    narrowed = [one.told(value) for key, value in pointer.where.items() if (one := shape.get(key))]
    plural = f"{shape.plural.en} ({', '.join(narrowed)})" if narrowed else shape.plural.en
    name = pointer.name.en or plural
    if not rows:
        words = f"{name}: none entered"
        return Evidence(words, there=False, kind=pointer.kind, adds=_added(pointer, case, words))
    latest, first = _latest(rows), rows[0]
    dated = f", latest of {spoken(latest[0])}" if latest else ""
    names = "; ".join(short(flat(title(one)), _NAMED) for one in rows[:_TOLD]) + ("; …" if len(rows) > _TOLD else "")
    closed = "" if shape.closed else f": {names}"
    return Evidence(f"{name}: {len(rows)}{dated}{closed}", there=True, record=(latest[1] if latest else first).id)


def _is_there(one: Record, pointer: Pointer) -> bool:
    """Whether a record is of those pointed at, and something is written in it."""
    fits = all(one[key] == value for key, value in pointer.where.items())
    return fits and any(is_given(answer) for key, answer in one.answers.items() if key not in pointer.where)


def _added(pointer: Pointer, case: Case, words: str) -> Break | None:
    """The record to add; None for what begins with its kind of order, and for what is only there where it happened."""
    parent = record_kinds()[pointer.kind].parent
    about = case.of(parent)[-1:] if parent != "case" else (case.one("plan"),)
    if pointer.kind in _NOT_ADDED or not about:
        return None
    return Break(about[0], Text(words), pointer.kind, pointer.where)


def _latest(rows: list[Record]) -> tuple[date, Record] | None:
    shape = rows[0].shape
    key = shape.dated_by or next(
        (one.key for one in shape.field if one.type is FieldType.DATE and one.key != "due_on"), ""
    )
    dated = [(day, n, one) for n, one in enumerate(rows) if key and isinstance(day := one[key], date)]
    return (max(dated)[0], max(dated, key=lambda each: each[:2])[2]) if dated else None


def _answer(key: str, plan: Record, template: PlanTemplate) -> Iterator[Evidence]:
    for section in template.section:
        for one in asked(section.field, plan):
            given = is_given(plan[key])
            if one.key == key and (given or one.required):
                where = f"Section {template.number(section)}, {one.label.en}"
                said = f"“{short(flat(one.told(plan[key])), _QUOTED)}”" if has_value(plan[key]) else one.told(plan[key])
                yield Evidence(f"{where}: {said}", there=given, record=plan.id, key=key)


def _rules(codes: tuple[str, ...], case: Case, found: list[PlanFinding]) -> Iterator[Evidence]:
    bearing = [one for one in found if any(_fits(one.rule.code, code) for code in codes)]
    for one in bearing[:_TOLD]:
        words = f"{one.rule.code}: {one.says.en}"
        about = case.get(one.about) or Record(RecordId(""), one.kind or "plan")
        adds = Break(about, one.says, one.kind, one.answers, one.key) if one.kind else None
        yield Evidence(words, there=False, record=one.about, key=one.key, kind=one.kind, adds=adds)
    if len(bearing) > _TOLD:
        yield Evidence(f"And {len(bearing) - _TOLD} more, under What is missing", there=False)


def _fits(code: str, wanted: str) -> bool:
    """Whether a rule's code is the one wanted, a part of it ("V9" of "V9.2"), or begins with the letter wanted."""
    return code == wanted or code.startswith(f"{wanted}.") or (len(wanted) == 1 and code[0] == wanted)


@dataclass(frozen=True, slots=True)
class Checked:
    """One question with its answer, if there is one; ``stale``: it was given before the version that is written now."""

    question: Question
    answer: Record | None = field(default=None, repr=False)
    stale: bool = False

    @property
    def open(self) -> bool:
        """Whether it still wants an answer for this version."""
        return self.answer is None or self.stale


def checked(case: Case, since: date | None) -> tuple[Checked, ...]:
    """Every question with its latest answer; those given before ``since`` are stale."""
    latest = {one.words("question"): one for one in case.of("self_check") if has_value(one["answer"])}
    return tuple(Checked(one, answer := latest.get(code), _before(answer, since)) for code, one in questions().items())


def _before(answer: Record | None, since: date | None) -> bool:
    if answer is None or since is None:
        return False
    on = answer["on"]
    return not isinstance(on, date) or on < since
