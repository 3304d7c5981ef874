"""Which wordings are offered for an order or a licence: those of its kind and day, of the edition in use there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.case import Case
from casework.clauses import CONDITIONS
from casework.orders import order_kinds
from casework.record import Record
from casework.wording import LICENCE, Pack, Wording, current_packs, packs, wording, wordings


@dataclass(frozen=True, slots=True)
class Offer:
    """The wordings for one order or licence; ``pack`` is a licence's edition, None for an order."""

    wordings: tuple[Wording, ...]
    pack: Pack | None = None

    @property
    def standard(self) -> tuple[Wording, ...]:
        """The standard conditions of the edition."""
        return tuple(one for one in self.wordings if self.pack and one.kind == "standard")


def offer(case: Case, record: Record, today: date, edition: str = "") -> Offer:
    """What can be offered for an order or licence; ``edition`` (a pack's code) chooses another for a licence."""
    if record.kind == "order":
        kind = order_kinds().get(record.words("kind"))
        made = record["made_on"]
        day = made if isinstance(made, date) else today
        return Offer(wordings(kind.code, day) if kind and not kind.defined_by_user else ())
    pack = packs().get(edition) or edition_in_use(case, record, today)
    return Offer(tuple(one for one in pack.wording if LICENCE in one.applies_to), pack) if pack else Offer(())


def edition_in_use(case: Case, licence: Record, today: date) -> Pack | None:
    """The latest edition from which a condition of the licence came, else the one in force today."""
    refs = [wording(one.words("wording")) for one in case.children(licence, CONDITIONS["licence"])]
    used = {found.pack for found in refs if found}
    for one in editions():
        if one.code in used:
            return one
    return next((one for one in current_packs(today) if one.series == LICENCE), None)


def editions() -> tuple[Pack, ...]:
    """Every edition of licence conditions, the latest first."""
    return tuple(reversed([one for one in packs().values() if one.series == LICENCE]))


def lawful_kinds(record: Record, today: date) -> tuple[str, ...]:
    """The kinds of condition that an order may hold by the law of the day on which it was made."""
    kind = order_kinds().get(record.words("kind"))
    if kind is None:
        return ()
    made = record["made_on"]
    items = kind.law_on(made if isinstance(made, date) else today).items
    return tuple(one for one in kind.item_kinds if (law := items.get(one)) is None or law.available)
