"""Wordings of conditions in dated packs: chosen by kind and day, their gaps filled, nothing left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from string import Formatter

from casework.answer import Answer
from casework.definition import read_all
from casework.gap import Gap, Option, joined
from casework.orders import order_kinds
from casework.record import Record, RecordId, asked, has_value
from casework.refusal import Refused
from casework.text import NOTHING, Language, Text

LICENCE = "licence"


@dataclass(frozen=True, slots=True)
class Wording:
    """One condition as a pack words it.

    ``kind`` is the kind of condition that it makes. ``applies_to`` are kinds of order, groups of the pack, or
    "licence". ``sets`` are further answers of the condition: a choice's code, or "{gap}" for a gap's own answer;
    ``asks`` the condition's fields that are worth asking at once. ``geography``: a map or a written boundary belongs
    to it. ``reason`` hints at what the reason must say.
    """

    code: str
    category: str
    title: Text
    text: Text
    kind: str = "additional"
    gap: tuple[Gap, ...] = ()
    applies_to: tuple[str, ...] = ()
    monitored: bool = False
    geography: bool = False
    reason: Text = NOTHING
    sets: dict[str, str] = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    unconfirmed: bool = False
    pack: str = ""

    def __post_init__(self) -> None:
        keys = [one.key for one in self.gap]
        for text in (self.text.en, self.text.cy):
            if text and set(holes(text)) != set(keys):
                odd = ", ".join(sorted(set(holes(text)) ^ set(keys)))
                raise Refused(f"The wording {self.code} and its gaps do not agree about: {odd}.", self.code)

    @property
    def ref(self) -> str:
        """How a condition remembers where its words came from: pack and code."""
        return f"{self.pack}/{self.code}"

    def asked(self, answers: Mapping[str, Answer]) -> tuple[Gap, ...]:
        """The gaps that are asked after the answers so far."""
        record = Record(RecordId(""), LICENCE, answers=answers)
        wanted = {one.key for one in asked(tuple(one.field for one in self.gap), record)}
        return tuple(one for one in self.gap if one.key in wanted)


def holes(text: str) -> list[str]:
    """The names of the holes of a text, in order."""
    return [name for _, name, _, _ in Formatter().parse(text) if name]


def filled(wording: Wording, answers: Mapping[str, Answer], language: Language = Language.EN) -> str:
    """The condition in whole words. Raises Refused naming every gap that is open, or the one that cannot stand."""
    gaps = wording.asked(answers)
    given = {one.key: one.checked(answers[one.key]) for one in gaps if has_value(_stripped(answers.get(one.key, "")))}
    lacking = [one for one in gaps if not one.optional and one.key not in given]
    if lacking:
        names = joined([f"“{one.label.en}”" for one in lacking], "and")
        raise Refused(f"{wording.title.en} is not whole yet: fill in {names}.", lacking[0].key)
    asked_for = {one.key for one in gaps}
    said = {g.key: g.said(given.get(g.key, ""), language) if g.key in asked_for else "" for g in wording.gap}
    return told(wording.text.in_(language), said)


def told(text: str, said: Mapping[str, str]) -> str:
    """A text with its holes filled by words, its spaces put right."""
    return " ".join(text.format_map(said).split()).replace(" ,", ",").replace(" .", ".")


def _stripped(answer: Answer) -> Answer:
    return answer.strip() if isinstance(answer, str) else answer


def condition_answers(
    wording: Wording, answers: Mapping[str, Answer], language: Language = Language.EN
) -> dict[str, Answer]:
    """The answers of the condition that a filled wording makes, its text among them. Raises Refused as ``filled``."""
    return {**answers_but_text(wording, answers), "text": filled(wording, answers, language)}


def answers_but_text(wording: Wording, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers of the condition that follow from the gaps filled so far."""
    made: dict[str, Answer] = {
        "type" if LICENCE in wording.applies_to else "kind": wording.kind,
        "wording": wording.ref,
    }
    if wording.monitored:
        made["monitored"] = True
    for key, value in wording.sets.items():
        answer = answers.get(value[1:-1], "") if value.startswith("{") else _YES_NO.get(value, value)
        if has_value(answer):
            made[key] = answer
    return made


_YES_NO: dict[str, Answer] = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Category:
    """A heading of a pack; ``reason`` hints at what the reason of its conditions must say."""

    code: str
    name: Text
    reason: Text = NOTHING


@dataclass(frozen=True, slots=True)
class Pack:
    """An edition of wordings. A published one is never edited; a change is a new file of the same ``series``.

    Without ``in_force_from`` it is shown and never offered; ``start_unconfirmed``: it was seen on that day and may be
    older. What ``follows`` names is taken over, but for wordings given anew and those ``gone``, which says by what
    codes each is replaced.
    """

    code: str
    name: Text
    series: str
    edition: str
    source: str
    checked_on: date
    in_force_from: date | None = None
    start_unconfirmed: bool = False
    unconfirmed: bool = False
    follows: str = ""
    applies_to: tuple[str, ...] = ()
    category: tuple[Category, ...] = ()
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    options: dict[str, tuple[Option, ...]] = field(default_factory=dict)
    gone: dict[str, tuple[str, ...]] = field(default_factory=dict)
    wording: tuple[Wording, ...] = ()

    def get(self, code: str) -> Wording | None:
        """The wording with this code."""
        return next((one for one in self.wording if one.code == code), None)


@cache
def packs() -> dict[str, Pack]:
    """Every pack by its code, each whole, the oldest of a series first; raises Refused where a file cannot stand."""
    read = {one.code: one for one in read_all(Pack, "casework.wordings")}
    whole: dict[str, Pack] = {}
    for one in sorted(read.values(), key=lambda pack: (pack.series, pack.in_force_from or date.max, pack.code)):
        if one.follows and one.follows not in whole:
            raise Refused(f"The pack {one.code} follows {one.follows}, which does not come before it.", one.code)
        whole[one.code] = completed(one, whole.get(one.follows))
    return whole


def completed(pack: Pack, base: Pack | None = None) -> Pack:
    """A pack with what it takes over from ``base``, and with its groups and options put in."""
    if base is not None:
        own = {one.code: one for one in pack.wording}
        kept = [own.pop(one.code, one) for one in base.wording if one.code not in pack.gone or one.code in own]
        pack = replace(
            pack, wording=(*kept, *own.values()), category=pack.category or base.category,
            groups={**base.groups, **pack.groups}, options={**base.options, **pack.options},
        )  # fmt: skip
    return replace(pack, wording=tuple(_placed(one, pack) for one in pack.wording))


def _placed(wording: Wording, pack: Pack) -> Wording:
    category = next((one for one in pack.category if one.code == wording.category), None)
    if category is None:
        raise Refused(f"{wording.code} is of no category of {pack.code}: {wording.category}.", wording.code)
    named = wording.applies_to or pack.applies_to
    kinds = tuple(dict.fromkeys(kind for name in named for kind in pack.groups.get(name, (name,))))
    gaps = tuple(replace(one, options=pack.options[one.list], list="") if one.list else one for one in wording.gap)
    return replace(
        wording, pack=pack.code, applies_to=kinds, gap=gaps, unconfirmed=wording.unconfirmed or pack.unconfirmed,
        reason=wording.reason if wording.reason.en else category.reason,
    )  # fmt: skip


def current_packs(day: date) -> tuple[Pack, ...]:
    """The pack of each series that is in force on a day."""
    latest = {one.series: one for one in packs().values() if one.in_force_from and one.in_force_from <= day}
    return tuple(latest.values())


def wordings(for_kind: str, day: date) -> tuple[Wording, ...]:
    """The wordings for a licence ("licence") or for a kind of order, as of a day, in the order of the pack.

    For an order the day is the one on which it was made (or is to be made): a kind of condition that its law did not
    know on that day is left out.
    """
    found = (one for pack in current_packs(day) for one in pack.wording if for_kind in one.applies_to)
    return tuple(one for one in found if for_kind == LICENCE or _lawful(one, for_kind, day))


def _lawful(wording: Wording, for_kind: str, day: date) -> bool:
    kind = order_kinds()[for_kind]
    law = kind.law_on(day).items.get(wording.kind)
    return wording.kind in kind.item_kinds and (law is None or law.available)


def wording(ref: str) -> Wording | None:
    """The wording that a condition remembers ("pack/code"); None where no pack knows it any more."""
    pack, _, code = ref.partition("/")
    found = packs().get(pack)
    return found.get(code) if found else None


def by_category(found: tuple[Wording, ...]) -> Iterator[tuple[Category, tuple[Wording, ...]]]:
    """Wordings under their categories, in the order in which they come."""
    grouped: dict[tuple[str, str], list[Wording]] = {}
    for one in found:
        grouped.setdefault((one.pack, one.category), []).append(one)
    for (pack, code), group in grouped.items():
        yield next(one for one in packs()[pack].category if one.code == code), tuple(group)
