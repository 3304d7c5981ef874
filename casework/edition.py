"""Editions: for whom a document is made, and what may not go into it; audiences are editions that documents share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from casework.answer import Absent, Answer
from casework.definition import read_all
from casework.record import Record, record_kinds
from casework.text import NOTHING, Text

MEETING, FURTHEST = "meeting", "person"
_REACHES = (MEETING, "agencies", FURTHEST)


@dataclass(frozen=True, slots=True)
class Edition:
    """Whom a document is made for. What ``leaves_out`` names (kinds of record) never goes into it.

    ``audience`` is the one that it is for, whose limits hold beside its own. Where ``keeps`` names kinds with fields of
    them, nothing else goes in, and what it does not name is left out; ``withholds`` names fields of kinds that go in
    without them. Of the kinds in ``only``, those records alone go in whose answers are among these. ``masks_victims``:
    a victim's name in the words of another record gives way to the reference; ``victims_as``: name and reference alike
    give way to these words. ``reaches``: how far it goes, a code of the disclosure classes; where nothing is said, to
    the person, so that it holds the least. ``annex``: it holds the lines of the minutes that are for the restricted
    annex, and no other line; any other edition of anything holds none of them. ``opens``: the kinds of which it holds
    what every other paper has closed, on numbered copies alone. ``form``: of a blank form, whose it is: the code of a
    template or of a kind of record. ``handling`` and ``marking`` stand in place of the document's own.
    """

    code: str
    title: Text
    about: Text = NOTHING
    audience: str = ""
    leaves_out: tuple[str, ...] = ()
    withholds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    keeps: dict[str, tuple[str, ...]] = field(default_factory=dict)
    only: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    masks_victims: bool = False
    victims_as: Text = NOTHING
    reaches: str = FURTHEST
    annex: bool = False
    opens: tuple[str, ...] = ()
    form: str = ""
    handling: tuple[Text, ...] = ()
    marking: str = ""

    def __post_init__(self) -> None:
        if self.keeps:
            out = (one for one in record_kinds() if one in self.leaves_out or one not in self.keeps)
            object.__setattr__(self, "leaves_out", tuple(out))

    @property
    def limits(self) -> bool:
        """Whether a record can stand in it with some of its answers left out."""
        return bool(self.keeps or self.withholds)

    @property
    def masks(self) -> bool:
        """Whether words give way where they name a victim."""
        return self.masks_victims or bool(self.victims_as.en)

    def holds(self, kind: str, key: str = "") -> bool:
        """Whether records of a kind, or one of their fields, may stand in it."""
        if kind in self.leaves_out:
            return False
        if not key:
            return True
        return key not in self.withholds.get(kind, ()) and (not self.keeps or key in self.keeps[kind])

    def holds_all(self, kind: str) -> bool:
        """Whether no record of a kind is left out."""
        narrower = self.reaches != MEETING and bool(record_kinds()[kind].reach)
        return self.holds(kind) and kind not in self.only and not narrower

    def admits(self, record: Record) -> bool:
        """Whether a record is among those of its kind that go in."""
        wanted = self.only.get(record.kind, {})
        return self.holds(record.kind) and all(_code(record[key]) in codes for key, codes in wanted.items())


def _code(answer: Answer) -> str:
    """An answer as a definition file writes it; what is not known or not asked is empty."""
    if isinstance(answer, Absent):
        return ""
    return str(answer).lower() if isinstance(answer, bool) else str(answer)


@cache
def audiences() -> dict[str, Edition]:
    """Every audience by its code."""
    return {one.code: one for one in read_all(Edition, "casework.audiences")}


def narrowed(own: Edition, by: Edition) -> Edition:
    """An edition with the limits of an audience beside its own: what either leaves out is left out."""
    return replace(
        own,
        audience=by.code,
        about=own.about if own.about.en else by.about,
        leaves_out=tuple(dict.fromkeys((*own.leaves_out, *by.leaves_out))),
        withholds={
            kind: (*own.withholds.get(kind, ()), *by.withholds.get(kind, ()))
            for kind in {**own.withholds, **by.withholds}
        },
        keeps=_both(own.keeps, by.keeps),
        only={kind: _among(own.only.get(kind, {}), by.only.get(kind, {})) for kind in {**own.only, **by.only}},
        masks_victims=own.masks_victims or by.masks_victims,
        victims_as=by.victims_as if by.victims_as.en else own.victims_as,
        reaches=max(own.reaches, by.reaches, key=_REACHES.index),
        opens=(),
        handling=by.handling or own.handling,
        marking=by.marking or own.marking,
    )


def _both(own: Mapping[str, tuple[str, ...]], by: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    if not (own and by):
        return dict(own or by)
    return {kind: tuple(key for key in keys if key in by[kind]) for kind, keys in own.items() if kind in by}


def _among(own: Mapping[str, tuple[str, ...]], by: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The answers that both admit; where they share none, none."""
    return {**own, **{key: tuple(one for one in codes if one in own.get(key, codes)) for key, codes in by.items()}}


def for_audience(own: Edition, by: Edition) -> Edition:
    """A document's own edition made for an audience."""
    return replace(narrowed(own, by), code=by.code, title=by.title, about=by.about)
