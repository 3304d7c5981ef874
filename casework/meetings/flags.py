"""What in a case calls for an agency at its meeting: the flags that are raised, each with what raised it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from casework.case import Case, age
from casework.clauses import binding
from casework.dates import spoken
from casework.meetings.denial import affirmed, tells_of_a_child
from casework.meetings.invitation_table import Flag, invitation_table
from casework.plan_rules.table import short
from casework.reckoning import Reckoning
from casework.record import Record, title
from casework.summary import flat
from casework.text import Language, Text

_GROWN, _QUOTED, _CUT = 18, 60, 32
_HELD = {"custody": Text("in custody", "yn y ddalfa"), "remand": Text("on remand", "ar remánd")}


@dataclass(frozen=True, slots=True)
class Raised:
    """A flag that is raised: why, in words that name no victim, and the record that raised it."""

    flag: Flag
    why: Text = field(repr=False)
    about: str = ""


@dataclass(frozen=True, slots=True)
class _Ground:
    case: Case
    today: date
    reckoning: Reckoning


Reasons = Iterator[tuple[Text, str]]


def raised(case: Case, today: date, reckoning: Reckoning) -> tuple[Raised, ...]:
    """Every flag that a case raises on a day, in the order of the table, each once with its first reason."""
    ground = _Ground(case, today, reckoning)
    found = []
    for flag in invitation_table().flag:
        reader = _READERS.get(flag.code, _by_words)
        first = next(reader(ground, flag), None)
        if first:
            found.append(Raised(flag, *first))
    return tuple(found)


def _always(_: _Ground, flag: Flag) -> Reasons:
    yield flag.says, ""


def _custody(ground: _Ground, _: Flag) -> Reasons:
    now = ground.case.current("whereabouts", ground.today)
    if now and (where := _HELD.get(now.words("kind"))):
        place = f": {now.words('place')}" if now.words("place") else ""
        yield Text(where.en + place, where.cy + place), now.id


def _victim(ground: _Ground, _: Flag) -> Reasons:
    known = ground.case.of("victim")
    taken = [one for one in known if one["scheme"] in ("taken", "awaited")]
    if known:
        references = ", ".join(title(one) for one in taken or known)
        says = Text("contact scheme: {who}", "cynllun cyswllt: {who}") if taken else _KNOWN
        yield says.filled(who=references), (taken or list(known))[0].id


def _child(ground: _Ground, _: Flag) -> Reasons:
    person = ground.case.one("person")
    if said := tells_of_a_child(person.words("children_contact")):
        words = short(flat(said), _QUOTED)
        yield Text(f"children in contact: {words}", f"plant mewn cysylltiad: {words}"), person.id


def _mental_disorder(ground: _Ground, flag: Flag) -> Reasons:
    now = ground.case.current("whereabouts", ground.today)
    if now and now["kind"] == "hospital":
        yield Text("detained in hospital", "wedi'i gadw yn yr ysbyty"), now.id
    yield from _by_words(ground, flag)


def _housing(ground: _Ground, _: Flag) -> Reasons:
    now = ground.case.current("whereabouts", ground.today)
    if now and now["kind"] == "no_fixed_abode":
        yield Text("of no fixed abode", "heb gartref sefydlog"), now.id
    standing = [one for one in ground.case.of("address") if not _over(one, ground.today)]
    for one in standing:
        if one["type"] in ("approved_premises", "no_fixed_abode", "proposed"):
            yield _LIVES.filled(where=_type(one, Language.EN)), one.id
    for one in standing:
        if one["type"] != "prison" and (found := _match(_HOSTEL, f"{one.words('lines')} {one.words('others')}")):
            yield _LIVES.filled(where=found.lower()), one.id
    for one in (*ground.case.of("licence"), ground.case.one("plan")):
        day = one["release_on" if one.kind == "plan" else "starts_on"]
        if isinstance(day, date) and day >= ground.today:
            yield _RELEASED.filled(day=spoken(day)), one.id


def _foreign_national(ground: _Ground, flag: Flag) -> Reasons:
    person = ground.case.one("person")
    words = person.words("nationality").strip()
    if words and not _match(flag.words, words):
        yield Text(f"nationality: {words}", f"cenedligrwydd: {words}"), person.id


def _under_18(ground: _Ground, _: Flag) -> Reasons:
    person = ground.case.one("person")
    born = person["date_of_birth"]
    if isinstance(born, date) and (years := age(born, ground.today)) < _GROWN:
        yield Text(f"{years} years old", f"{years} oed"), person.id


def _tagged(ground: _Ground, _: Flag) -> Reasons:
    for source in binding(ground.case, ground.reckoning.dates, ground.today, ahead=True):
        for clause in source.clauses:
            if clause.record["monitored"] is True:
                yield _TAGGED.filled(what=short(title(clause.record), _QUOTED)), clause.record.id


def _terrorism(ground: _Ground, _: Flag) -> Reasons:
    now = ground.case.current("category", ground.today)
    if now and now["category"] == "4":
        yield Text("Category 4", "Categori 4"), now.id
    for one in ground.case.of("terrorism_sentence"):
        yield Text("terrorism sentence", "dedfryd derfysgaeth"), one.id


def _online(ground: _Ground, _: Flag) -> Reasons:
    found = ground.case.of("device")
    if found:
        yield _DEVICES.filled(count=len(found)), found[0].id


def _involved(ground: _Ground, _: Flag) -> Reasons:
    for one in ground.case.of("contact"):
        yield Text("named among the agencies of the case", "wedi'i enwi ymhlith asiantaethau'r achos"), one.id


def _by_words(ground: _Ground, flag: Flag) -> Reasons:
    for field_of in flag.reads:
        kind, _, key = field_of.partition(".")
        for one in ground.case.of(kind):
            if (kind in _CLOSING and _closed(one, ground.today)) or not _match(flag.words, one.words(key)):
                continue
            yield flag.says.filled(found=_quoted(one, key, flag.words)), one.id


def _quoted(record: Record, key: str, words: tuple[str, ...]) -> str:
    """Where the words stand, and what stands there; of a closed record and of a long field only where."""
    name = record.shape.name.en.lower()
    found = _match(words, record.words(key))
    where = record.shape.get(key)
    if record.shape.closed or where is None:
        return name
    if key in record.shape.title and len(flat(record.words(key))) <= _QUOTED:
        return f"“{flat(record.words(key))}”"
    at = flat(record.words(key))
    start = at.find(found)
    end = start + len(found)
    first = at.find(" ", start - _CUT) + 1 if start > _CUT else 0
    last = at.rfind(" ", end, end + _CUT) if len(at) > end + _CUT else len(at)
    inner = at[min(first, start) : max(last, end)].strip(" ,;.")
    return f"{name}, “{'…' if first else ''}{inner}{'…' if last < len(at) else ''}”"


def _match(words: tuple[str, ...], text: str) -> str:
    """The first of the words that a text says, as it stands there; empty where it says none, or denies it."""
    for one in words:
        more = r"\w*" if one.endswith("*") else ""
        wanted = re.compile(rf"\b{re.escape(one.removesuffix('*'))}{more}\b", re.IGNORECASE)
        if found := affirmed(text, wanted):
            return found.group()
    return ""


def _over(record: Record, today: date) -> bool:
    end = record["ended_on"]
    return isinstance(end, date) and end <= today


def _closed(record: Record, today: date) -> bool:
    return record["state"] in ("done", "not_done") or _over(record, today)


def _type(address: Record, language: Language) -> str:
    shown = address.shape.get("type")
    return shown.told(address["type"], language).lower() if shown else ""


_HOSTEL = ("hostel", "shelter", "temporary", "bed and breakfast", "sofa")
_CLOSING = ("action", "address")
_KNOWN = Text("known victims: {who}", "dioddefwyr hysbys: {who}")
_LIVES = Text("where the person lives: {where}", "ble mae'r person yn byw: {where}")
_RELEASED = Text("release expected on {day}", "rhyddhau ar {day}")
_TAGGED = Text("electronically monitored: “{what}”", "monitro electronig: “{what}”")
_DEVICES = Text(
    "specialist unit: devices and accounts on record ({count})", "uned arbenigol: dyfeisiau a chyfrifon ({count})"
)

_READERS: dict[str, Callable[[_Ground, Flag], Reasons]] = {
    "always": _always,
    "custody": _custody,
    "victim": _victim,
    "child": _child,
    "mental_disorder": _mental_disorder,
    "housing": _housing,
    "foreign_national": _foreign_national,
    "under_18": _under_18,
    "tagged": _tagged,
    "terrorism": _terrorism,
    "online": _online,
    "involved": _involved,
}
