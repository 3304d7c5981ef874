"""What an edition leaves out, told by kinds of thing and never by what was there: the same for every case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from casework.definition import read
from casework.edition import MEETING, Edition
from casework.record import record_kinds
from casework.text import Language, Text


@dataclass(frozen=True, slots=True)
class Family:
    """Kinds of record that are spoken of together."""

    title: Text
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _File:
    family: tuple[Family, ...]


@cache
def families() -> tuple[Family, ...]:
    """Every family in the order in which paper tells of them."""
    return read(_File, files("casework") / "families.toml").family


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is left out ``whole``, and what is there only in ``part``."""

    whole: tuple[Text, ...]
    part: tuple[Text, ...]


def left_out(edition: Edition) -> LeftOut:
    """What an edition leaves out: whole families, and those of which it holds a part.

    Where it names no more than what it leaves out, single kinds are told by their own names.
    """
    whole: list[Text] = []
    part: list[Text] = []
    for family in families():
        gone = [kind for kind in family.kinds if not edition.holds(kind)]
        if len(gone) == len(family.kinds):
            whole.append(family.title)
            continue
        if gone and not edition.keeps:
            whole += [_plural(kind) for kind in gone]
        if (gone and edition.keeps) or any(_partly(edition, kind) for kind in family.kinds):
            part.append(family.title)
    return LeftOut(tuple(whole), tuple(part))


def _partly(edition: Edition, kind: str) -> bool:
    """Whether an edition holds some records of a kind and not others, or some of their answers."""
    if not edition.holds(kind):
        return False
    if kind in edition.only or not edition.limits:
        return kind in edition.only
    return not all(edition.holds(kind, one.key) for one in record_kinds()[kind].field)


def told(edition: Edition, language: Language = Language.EN) -> str:
    """The same in sentences; empty where nothing is left out but what no paper holds, and where nobody is told of."""
    if set(edition.keeps) == {"plan"}:
        return ""
    found = left_out(edition)
    said = [
        (WHOLE, found.whole),
        (PART, found.part),
    ]
    sentences = [text.filled(what=_listed(some, language)).in_(language) for text, some in said if some]
    if sentences and edition.reaches != MEETING and edition.holds("statement"):
        sentences.append(STAYS.in_(language))
    return " ".join(sentences)


def _listed(some: tuple[Text, ...], language: Language) -> str:
    return ", ".join(one.in_(language) for one in some)


def _plural(kind: str) -> Text:
    plural = record_kinds()[kind].plural
    return Text(plural.en[:1].lower() + plural.en[1:], plural.cy[:1].lower() + plural.cy[1:])


WHOLE = Text("Left out: {what}.", "Wedi'i hepgor: {what}.")
PART = Text("In part only: {what}.", "Yn rhannol yn unig: {what}.")
STAYS = Text(
    "Statements that may not go as far as this copy are left out too.",
    "Mae datganiadau na chaiff fynd mor bell â'r copi hwn wedi'u hepgor hefyd.",
)
