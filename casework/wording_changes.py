"""A new edition of wordings beside an old one, and what it would mean for a live licence, clause by clause.

Nothing here changes a licence: a proposal is accepted or kept by a person, one condition at a time.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from casework.answer import Answer
from casework.case import Case
from casework.field import FieldType, Holds
from casework.gap import Gap
from casework.record import Record
from casework.text import Language, Text
from casework.wording import LICENCE, Pack, Wording, condition_answers, packs, told, wording


class Kind(Enum):
    """What became of one wording in a later edition."""

    TEXT_CHANGED = "text_changed"
    NEW_OPTIONS = "new_options"
    REPLACED = "replaced"
    DELETED = "deleted"
    REMOVED = "removed"
    ADDED = "added"


WHAT_TO_DO = {
    Kind.TEXT_CHANGED: Text("The words changed: read the new ones and accept them, or keep the old."),
    Kind.NEW_OPTIONS: Text("What can be chosen changed: fill the gaps again, or keep the old wording."),
    Kind.REPLACED: Text("Another wording takes its place: choose the right one, or keep the old."),
    Kind.DELETED: Text("It is no longer offered: think about what protects instead; the wordings named may do."),
    Kind.REMOVED: Text("It is no longer offered and nothing takes its place: consider a bespoke condition."),
    Kind.ADDED: Text("A new standard condition: add it, or say why not."),
}


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one wording: ``old`` is None for one that was added; ``new`` are what may stand in its place."""

    kind: Kind
    old: Wording | None
    new: tuple[Wording, ...]

    @property
    def says(self) -> Text:
        """What a person is asked to do about it."""
        return WHAT_TO_DO[self.kind]


def differences(old: Pack, new: Pack) -> tuple[Change, ...]:
    """Every wording that is not the same in two editions of a series: the old ones in their order, then the added."""
    found = [change for one in old.wording if (change := _became(one, old, new))]
    taken = {one.code for change in found for one in change.new} | {one.code for one in old.wording}
    return (*found, *(Change(Kind.ADDED, None, (one,)) for one in new.wording if one.code not in taken))


def _became(one: Wording, old: Pack, new: Pack) -> Change | None:
    same = new.get(one.code)
    if same is None:
        codes = _replacements(one.code, old, new)
        instead = tuple(found for code in codes if (found := new.get(code)))
        if not instead:
            return Change(Kind.REMOVED, one, ())
        known = any(old.get(found.code) for found in instead)
        return Change(Kind.DELETED if known else Kind.REPLACED, one, instead)
    if _to_choose(same) - _to_choose(one):
        return Change(Kind.NEW_OPTIONS, one, (same,))
    if same.text != one.text or _to_choose(one) != _to_choose(same):
        return Change(Kind.TEXT_CHANGED, one, (same,))
    return None


def _to_choose(one: Wording) -> set[tuple[object, ...]]:
    return {(g.key, g.type, g.optional, tuple((o.code, o.says) for o in g.options)) for g in one.gap}


def _replacements(code: str, old: Pack, new: Pack) -> tuple[str, ...]:
    """The codes that stand for an old one in a later edition, through the editions between them."""
    codes: tuple[str, ...] = (code,)
    for pack in _between(old, new):
        codes = tuple(
            dict.fromkeys(
                after for one in codes for after in ((one,) if pack.get(one) else pack.gone.get(one, ()))
            )
        )  # fmt: skip
    return codes


def _between(old: Pack, new: Pack) -> tuple[Pack, ...]:
    series = [one for one in packs().values() if one.series == new.series]
    if old in series and new in series and series.index(old) < series.index(new):
        return tuple(series[series.index(old) + 1 : series.index(new) + 1])
    return (new,)


@dataclass(frozen=True, slots=True)
class Offer:
    """One wording that may take a condition's place: its whole text, or the gaps that are still to be filled."""

    wording: Wording
    text: str = field(default="", repr=False)
    asks: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a new edition would do to one condition of a live licence (None: one that would be added to it)."""

    condition: Record | None
    change: Change
    pack: str
    offers: tuple[Offer, ...]

    @property
    def changes_nothing(self) -> bool:
        """Whether only what the condition leaves out was reworded, so that it reads the same in both editions."""
        reads = self.condition.words("text") if self.condition else ""
        return self.change.kind is Kind.TEXT_CHANGED and all(one.text == reads for one in self.offers)

    def accepted(self, offer: Offer, answers: Mapping[str, Answer] | None = None) -> dict[str, Answer]:
        """What accepting an offer writes into the condition. Raises Refused where its gaps are still open."""
        if offer.text and self.condition:
            return {"text": offer.text, "wording": offer.wording.ref}
        return condition_answers(offer.wording, answers or {})

    def kept(self) -> dict[str, Answer]:
        """What keeping the old words writes into the condition, or doing without an added one into the licence.

        It is not proposed again for this edition.
        """
        return {"wording_kept": self.pack}


def proposals(case: Case, licence: Record, pack: Pack, today: date) -> tuple[Proposal, ...]:
    """What an edition would mean for the conditions of one licence, in the order of the licence, additions last.

    Conditions in somebody's own words, those taken out, those already kept against this edition and those that read
    the same in both are left alone. A
    licence none of whose conditions came from this series of editions gets no proposals.
    """
    found: list[Proposal] = []
    used: set[str] = set()
    taken: set[str] = set()
    for one in _standing(case, licence, today):
        old = wording(one.words("wording"))
        if old is None or packs()[old.pack].series != pack.series:
            continue
        used.add(old.pack)
        if old.pack == pack.code:
            taken.add(old.code)
            continue
        change = _became(old, packs()[old.pack], pack)
        if change:
            taken |= {new.code for new in change.new}
            proposal = Proposal(one, change, pack.code, tuple(_offer(old, new, one) for new in change.new))
            if one["wording_kept"] != pack.code and not proposal.changes_nothing:
                found.append(proposal)
    added = () if licence["wording_kept"] == pack.code else _additions(pack, used - {pack.code}, taken)
    return (*found, *added)


@dataclass(frozen=True, slots=True)
class Edition:
    """A later edition that differs from the conditions of a licence."""

    pack: Pack
    proposals: tuple[Proposal, ...]


def later_edition(case: Case, licence: Record, today: date) -> Edition | None:
    """The edition in force that differs from a licence's conditions, else one that is known and not yet in force."""
    series = [one for one in packs().values() if one.series == LICENCE]
    begun = [one for one in series if one.in_force_from and one.in_force_from <= today]
    for pack in (*begun[-1:], *(one for one in series if one not in begun)):
        used = {old.pack for one in _standing(case, licence, today) if (old := wording(one.words("wording")))}
        older = any(series.index(packs()[code]) < series.index(pack) for code in used if packs()[code] in series)
        found = proposals(case, licence, pack, today) if older else ()
        if found:
            return Edition(pack, found)
    return None


def _standing(case: Case, licence: Record, today: date) -> tuple[Record, ...]:
    return tuple(one for one in case.children(licence, "licence_condition") if not _taken_out(one, today))


def _additions(pack: Pack, used: set[str], taken: set[str]) -> tuple[Proposal, ...]:
    """The standard conditions of an edition that none of those used knew, and that take no condition's place."""
    known = taken | {one.code for code in used for one in packs()[code].wording}
    return tuple(
        Proposal(None, Change(Kind.ADDED, None, (one,)), pack.code, (_bare(one),))
        for one in pack.wording
        if used and one.kind == "standard" and one.code not in known
    )


def _taken_out(condition: Record, today: date) -> bool:
    out = condition["removed_on"]
    return isinstance(out, date) and out <= today


def _bare(one: Wording) -> Offer:
    return Offer(one, asks=one.gap) if one.gap else Offer(one, told(one.text.en, {}))


def _offer(old: Wording, new: Wording, condition: Record) -> Offer:
    said = taken_apart(old, condition.words("text")) or {}
    open_ = tuple(one for one in new.gap if one.key not in said and not one.optional)
    if open_ or (_to_choose(new) - _to_choose(old)):
        return Offer(new, asks=new.gap)
    words = {one.key: one.around(said.get(one.key, "")) for one in new.gap}
    return Offer(new, told(new.text.en, words))


def taken_apart(one: Wording, text: str) -> dict[str, str] | None:
    """The words that stand in the gaps of a filled wording; None where the text is not that wording filled.

    A text of more than 2,000 characters is none: telling how its words part could take seconds.
    """
    if len(text) > _LONGEST or not _may_be(one, text):
        return None
    gaps = {gap.key: gap for gap in one.gap}
    pattern, seen = "", set[str]()
    for literal, name in _pieces(one.text.en):
        pattern += re.escape(literal).replace(r"\ ", _SPACE)
        if name:
            pattern += f"(?P={name})" if name in seen else _hole(gaps[name])
            seen.add(name)
    found = re.fullmatch(pattern, text.strip(), re.DOTALL)
    if found is None:
        return None
    return {key: words.strip() for key, words in found.groupdict().items() if words and words.strip()}


_LONGEST = 2000


def _may_be(one: Wording, text: str) -> bool:
    """Whether what stands between the gaps is all there, in its order: quick, and enough for most that are not it."""
    plain, at = " ".join(text.split()), 0
    for literal, _name in _pieces(one.text.en):
        words = " ".join(literal.split())
        at = plain.find(words, at)
        if at < 0:
            return False
        at += len(words)
    return not (tail := " ".join(_pieces(one.text.en)[-1][0].split())) or plain.endswith(tail)


_SPACE = r"(?:\s+|(?<=\s)|(?=[.,]))"


def _hole(gap: Gap) -> str:
    words = f"(?P<{gap.key}>{_inside(gap)})"
    if not gap.optional and not gap.when and not any(one.silent for one in gap.options):
        return words
    around = re.escape(gap.before.en.strip()) + r"\s*" + words + r"\s*" + re.escape(gap.after.en.strip())
    other = re.escape(gap.otherwise.en)
    return rf"\s*(?:{other}|{around})" if gap.otherwise.en else rf"\s*(?:{around})?"


def _inside(gap: Gap) -> str:
    if gap.type is FieldType.CHOICE:
        return "|".join(re.escape(words) for one in gap.options if (words := one.words(Language.EN)))
    if gap.holds is Holds.HOURS:
        return r"between \d\d:\d\d.+?"
    return _INSIDE.get(gap.type, ".+?")


_INSIDE = {FieldType.NUMBER: r"[\d,]+", FieldType.DATE: r"\w{3} \d{1,2} \w{3} \d{4}"}


def _pieces(text: str) -> list[tuple[str, str]]:
    parts = re.split(r"\{(\w+)\}", text)
    return [(literal, name) for literal, name in zip(parts[::2], [*parts[1::2], ""], strict=True)]
