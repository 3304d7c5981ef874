"""What a stranger must know of a case in half a minute: who, why, what could happen, what to see, what stops it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from casework.answer import Answer
from casework.case import Case, age
from casework.record import Record, has_value, title
from casework.text import Language, Text


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the case, with the record and field that it stands in."""

    words: str = field(repr=False)
    about: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One of the five questions; ``says`` is empty where nothing was recorded."""

    code: str
    question: Text
    kind: str
    says: tuple[Said, ...]


QUESTIONS = {
    "who": Text("Who", "Pwy"),
    "why": Text("Why managed", "Pam y'i rheolir"),
    "harm": Text("What could happen, to whom", "Beth allai ddigwydd, i bwy"),
    "signs": Text("What to watch for", "Beth i wylio amdano"),
    "stops": Text("What stops it", "Beth sy'n ei atal"),
}
GROUPS = ("children", "public", "known_adult", "staff", "prisoners")


_POINTS = "•-–*"


def flat(words: str) -> str:
    """Words without their line ends; the points of a list follow one another after semicolons."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    listed = len(lines) > 1 and sum(line[0] in _POINTS for line in lines) > len(lines) // 2
    bare = [line.lstrip(_POINTS).strip() for line in lines]
    return " ".join(("; " if listed else " ").join(bare).split())


def five_lines(case: Case, today: date, language: Language = Language.EN) -> tuple[Line, ...]:
    """The five lines, always all of them and in this order."""
    return (
        Line("who", QUESTIONS["who"], "person", tuple(_who(case, today, language))),
        Line("why", QUESTIONS["why"], "level", tuple(_why(case, today, language))),
        Line("harm", QUESTIONS["harm"], "scenario", tuple(_harm(case, language))),
        Line("signs", QUESTIONS["signs"], "scenario", tuple(_signs(case))),
        Line("stops", QUESTIONS["stops"], "measure", tuple(_stops(case))),
    )


def _who(case: Case, today: date, language: Language) -> Iterator[Said]:
    person = case.one("person")
    name = " ".join(part for part in (person.words("forenames"), person.words("surname")) if part)
    born = person["date_of_birth"]
    where = case.current("whereabouts", today)
    if name:
        aged = f"{name}, {age(born, today)}" if isinstance(born, date) else name
        yield Said(f"{aged}. {title(where, language)}" if where else aged, person.id, "surname")
    elif where:
        yield Said(title(where, language), where.id, "kind")


def _why(case: Case, today: date, language: Language) -> Iterator[Said]:
    for kind, key, because in (("category", "category", "basis"), ("level", "level", "criterion")):
        found = case.current(kind, today)
        if found:
            told = _told(found, key, language)
            yield Said(f"{told}: {flat(found.words(because))}" if found.words(because) else told, found.id, key)


def _harm(case: Case, language: Language) -> Iterator[Said]:
    for one in case.of("scenario"):
        what = title(one, language)
        soon = _told(one, "imminence", language)
        told = f"{what} – {_inner(flat(one.words('to_whom')))}" if one.words("to_whom") else what
        yield Said(f"{soon}: {told}" if soon else told, one.id, "what")


def _signs(case: Case) -> Iterator[Said]:
    for one in case.of("scenario"):
        if one.words("signs"):
            yield Said(flat(one.words("signs")), one.id, "signs")


def _stops(case: Case) -> Iterator[Said]:
    first = case.of("scenario")[:1]
    served = {one.id for one in first} | {
        one.id for one in case.of("factor") if first and first[0].id in one.links("scenarios")
    }
    for one in case.of("measure"):
        if served & set(one.links("serves")) and one.words("what"):
            yield Said(flat(one.words("what")), one.id, "what")


def _told(record: Record, key: str, language: Language) -> str:
    shown = record.shape.get(key)
    return shown.told(record[key], language) if shown and has_value(record[key]) else ""


def _inner(words: str) -> str:
    """Words as they go on inside a sentence: the capital of a small word in front is lowered, never one of a name."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if first in _SMALL else words


_SMALL = ("A", "An", "Any", "The", "His", "Her", "Their", "To")


@dataclass(frozen=True, slots=True)
class Risk:
    """One line of the matrix of risk of serious harm: the group as its field is labelled, and the level."""

    key: str
    group: Text
    level: Answer
    told: str


def risk_matrix(case: Case, today: date, language: Language = Language.EN) -> tuple[Risk, ...]:
    """The level for every group, then overall, of the assessment that stands today; empty without one."""
    found = case.current("rosh", today)
    if found is None:
        return ()
    shown = ((key, found.shape.get(key)) for key in (*GROUPS, "overall"))
    return tuple(
        Risk(key, one.label, found[key], one.told(found[key], language)) for key, one in shown if one is not None
    )


def open_actions(case: Case) -> tuple[Record, ...]:
    """The actions that are not closed, the earliest due first; those without a date last."""
    found = [one for one in case.of("action") if one["state"] not in ("done", "not_done")]
    return tuple(sorted(found, key=lambda one: (not isinstance(one["due_on"], date), str(one["due_on"]))))


def at_risk(case: Case, today: date) -> tuple[Said, ...]:
    """Who is at risk, of what and when it is greatest, as the assessment that stands says."""
    found = case.current("rosh", today)
    if found is None:
        return ()
    return tuple(
        Said(found.words(key), found.id, key) for key in ("who", "nature", "when_greatest") if found.words(key)
    )


def meetings(case: Case, today: date) -> tuple[Record | None, Record | None]:
    """The last meeting before today and the next one, today's among the next."""
    dated = sorted(
        ((on, one) for one in case.of("meeting") if isinstance(on := one["on"], date)), key=lambda found: found[0]
    )
    past = [one for on, one in dated if on < today]
    ahead = [one for on, one in dated if on >= today]
    return (past[-1] if past else None), (ahead[0] if ahead else None)


def lead_contact(case: Case, language: Language = Language.EN) -> Said | None:
    """Who answers the telephone for the lead agency, with the number where it is known."""
    found = next((one for one in case.of("contact") if one["lead"] is True), None)
    if found is None:
        return None
    return Said(", ".join(part for part in (title(found, language), found.words("phone")) if part), found.id)
