"""How a record is told where it is not open: its title, an excerpt, its short answers, its place in time."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from casework.answer import Answer
from casework.case import Case
from casework.clauses import CONDITIONS, numbered
from casework.field import Field, FieldType
from casework.offered import offered
from casework.record import Record, RecordId, RecordKind, asked, has_value, in_places, missing, record_kinds, title
from casework.summary import flat
from desktop.operations.view import CaseView

EXCERPT = 160
TITLE, WHOLE = 140, 900
MOST_SHORT, MOST_LINKED, LINKED = 5, 2, 44
_FIGURES = re.compile(r"[\d +()]+")
_LINKS = (FieldType.LINK, FieldType.LINKS)


@dataclass(frozen=True, slots=True)
class Shown:
    """Which records a list shows, and of each which fields: as a plan's section declares them.

    ``where`` are the answers that all of them have, given beforehand to a new one; ``latest`` leaves out what is over;
    ``by_due`` sets what is due before the rest, the earliest first; ``numbered`` gives each its place before its title.
    """

    kind: str
    keys: tuple[str, ...] = ()
    where: Mapping[str, Answer] = field(default_factory=dict)
    latest: bool = False
    by_due: bool = False
    numbered: bool = False

    @property
    def shape(self) -> RecordKind:
        """The definition of its kind."""
        return record_kinds()[self.kind]

    def fields(self) -> tuple[Field, ...]:
        """The fields shown, those that are answered beforehand last."""
        shown = self.shape.asked((*self.keys, *self.where) if self.keys else ())
        return tuple(sorted(shown, key=lambda one: one.key in self.where))

    def holds(self, record: Record) -> bool:
        """Whether a record belongs to the list."""
        return record.kind == self.kind and all(record[key] == answer for key, answer in self.where.items())


@dataclass(frozen=True, slots=True)
class Told:
    """A record in a few lines.

    ``when`` is "now", "latest", "earlier", "coming", or empty for a kind that is not dated.
    """

    title: str
    excerpt: str
    short: str
    linked: str
    needed: tuple[str, ...]
    when: str
    due: date | None


def told(record: Record, shown: Shown, view: CaseView) -> Told:
    """A record as its card shows it."""
    case = view.case
    fields = [one for one in asked(shown.fields(), record) if has_value(record[one.key])]
    in_title = set(record.shape.title)
    rest = [one for one in fields if one.key not in in_title and one.key not in shown.where]
    long = next((one for one in rest if one.type is FieldType.LONG), None)
    excerpt = _cut(flat(record.words(long.key)), EXCERPT) if long else ""
    plain = [one for one in rest if one.type is not FieldType.LONG and one.type not in _LINKS]
    short = [_short(one, record) for one in plain][:MOST_SHORT]
    linked = [f"{one.label.en}: {_links(one, record, case)}" for one in rest if one.type in _LINKS]
    number = f"{place_of(record, case)}. " if shown.numbered else ""
    return Told(
        number + _cut(flat(title(record, linked=case.titled)), WHOLE if shown.numbered else TITLE),
        excerpt,
        " · ".join(short),
        "\n".join(linked),
        tuple(one.label.en for one in missing(shown.fields(), record)),
        when(record, case, view.today),
        due_of(view).get(record.id),
    )


def place_of(record: Record, case: Case) -> int:
    """The place of a record among those of its kind that hang on the same one, from 1."""
    beside = [one.id for one in in_places(one for one in case.of(record.kind) if one.parent == record.parent)]
    return beside.index(record.id) + 1 if record.id in beside else len(beside) + 1


def due_of(view: CaseView) -> dict[str, date]:
    """The day by which something of a record is due, for what people set themselves."""
    return {one.about: one.on for one in view.due if one.kind != "law"}


def when(record: Record, case: Case, today: date) -> str:
    """Whether a dated record stands now, is the latest of those that have no end, is over or is still to come."""
    key = record.shape.dated_by
    if not key:
        return ""
    current = case.current(record.kind, today)
    if current and current.id == record.id:
        return "now" if record.shape.get("ended_on") else "latest"
    start = record[key]
    if not isinstance(start, date):
        return ""
    return "coming" if start > today else "earlier"


def ordered(records: tuple[Record, ...], shown: Shown, view: CaseView) -> tuple[Record, ...]:
    """Dated records with what is undated or to come first, then the current one, then back in time."""
    case, today = view.case, view.today
    if shown.by_due:
        due = due_of(view)
        return tuple(sorted(records, key=lambda one: due.get(one.id, date.max)))
    if not records or not records[0].shape.dated_by:
        return in_places(records) if shown.numbered else records
    key = records[0].shape.dated_by
    rank = {"": 0, "coming": 1, "now": 2, "latest": 2, "earlier": 3}

    def place(record: Record) -> tuple[int, int]:
        start = record[key]
        return rank[when(record, case, today)], -start.toordinal() if isinstance(start, date) else 0

    return tuple(sorted(records, key=place))


def listed(
    shown: Shown, view: CaseView, parent: RecordId | None, known: Collection[str]
) -> tuple[tuple[Record, ...], int]:
    """The records that a list shows, of one parent where it is given, and how many earlier ones it leaves out.

    Those ``known`` to it stay although they are earlier.
    """
    found = ordered(
        tuple(one for one in view.case.records if shown.holds(one) and (parent is None or one.parent == parent)),
        shown, view,
    )  # fmt: skip
    if not shown.latest:
        return found, 0
    kept = tuple(one for one in found if one.id in known or when(one, view.case, view.today) != "earlier")
    kept = kept or found[:1]
    return kept, len(found) - len(kept)


def offers(view: CaseView, fields: Sequence[Field], record: Record) -> dict[str, list[tuple[str, str]]]:
    """What each link field of a record may point at: ids and words."""
    return {
        one.key: [
            (linked.id, linkable_words(linked, view.case, kind=len(one.links) > 1, beside=record))
            for linked in offered(view.case, record, one, view.reckoning.dates, view.today)
        ]
        for one in fields
        if one.links
    }


def linkable_words(record: Record, case: Case, *, kind: bool, beside: Record | None = None) -> str:
    """A record as the answer to a link; its kind stands before it where several kinds are offered.

    A condition is told by its number, and by its order unless that is the order of what it is offered ``beside``.
    """
    words = _cut(flat(title(record, linked=case.titled)), 80)
    if record.kind in CONDITIONS.values() and record.parent:
        number = numbered(case, record, alone=beside is not None and beside.parent == record.parent)
        return f"{number[:1].upper()}{number[1:]}: {words}"
    return f"{record.shape.name.en}: {words}" if kind else words


def _short(one: Field, record: Record) -> str:
    words = _cut(one.told(record[one.key]), 90)
    if _FIGURES.fullmatch(words):
        words = words.replace(" ", "\N{NO-BREAK SPACE}")
    shared = bool(one.list) and sum(other.list == one.list for other in record.shape.field) > 1
    if shared or one.type in (FieldType.DATE, FieldType.YES_NO, FieldType.NUMBER, FieldType.MOMENT):
        return f"{one.label.en}: {words}"
    return words


def _links(one: Field, record: Record, case: Case) -> str:
    titles = [_cut(flat(case.titled(linked)), LINKED) for linked in record.links(one.key)]
    more = f" and {len(titles) - MOST_LINKED} more" if len(titles) > MOST_LINKED else ""
    return "; ".join(titles[:MOST_LINKED]) + more


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip(" ,;") + "…"
