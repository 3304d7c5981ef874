"""Everything the rules need of one person: the facts, and what follows from them for every rule alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Protocol, TypeVar

from casework.law.absence import AWAY, Spells, spells
from casework.law.facts.convictions import Conviction
from casework.law.facts.custody import Licence, Recall, Review, TerrorismSentence
from casework.law.facts.document import Facts
from casework.law.facts.events import Event, Notification
from casework.law.facts.people import Person, Whereabouts
from casework.law.notification.lengths import Length, length
from casework.law.notification.standing import Standing, standing
from casework.law.notification.totals import Total, totals
from casework.law.notification.triggers import Grounds, triggers
from casework.law.orders.life import Life
from casework.law.orders.lives import lives
from casework.orders import OrderKind


class _OfPerson(Protocol):
    @property
    def person(self) -> str: ...


T = TypeVar("T", bound=_OfPerson)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person on one day. ``notifications`` are those given by then; ``place`` orders records as the document.

    ``interims`` are the interim orders of an application, by its id.
    """

    today: date
    person: Person
    whereabouts: tuple[Whereabouts, ...]
    convictions: Mapping[str, Conviction]
    notifications: tuple[Notification, ...]
    events: tuple[Event, ...]
    reviews: tuple[Review, ...]
    recalls: tuple[Recall, ...]
    licences: tuple[Licence, ...]
    terrorism_sentences: tuple[TerrorismSentence, ...]
    extra_bank_holidays: tuple[date, ...]
    place: Mapping[str, int]
    totals: Mapping[str, Total]
    lengths: Mapping[str, Length]
    lives: Mapping[str, Life]
    interims: Mapping[str, tuple[Life, ...]]
    standing: Standing
    away: Spells

    def window(self, event: date, days: int) -> date | None:
        """The last day of a window beginning with an event, days away not counted; None while away without end."""
        return self.away.nth_free(event, days)

    def dead(self) -> bool:
        """Whether the person has died, as known today."""
        return self.person.died_on is not None and self.person.died_on <= self.today


def dossiers(facts: Facts, kinds: Mapping[str, OrderKind]) -> Iterator[Dossier]:
    """One dossier for each person, in the order of the document."""
    sorted_out = {
        one.name: _by_person(getattr(facts, one.name))
        for one in fields(facts)
        if one.name not in ("today", "people", "extra_bank_holidays", "place")
    }
    for person in facts.people:
        yield _dossier(person, facts, {name: found[person.id] for name, found in sorted_out.items()}, kinds)


def _by_person(records: Iterable[T]) -> defaultdict[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for one in records:
        found[one.person].append(one)
    return found


def _dossier(person: Person, facts: Facts, own: Mapping[str, list[Any]], kinds: Mapping[str, OrderKind]) -> Dossier:
    today = facts.today
    convictions = {one.id: one for one in own["convictions"]}
    summed = totals(convictions.values(), today)
    lengths = {
        one.id: found for one in convictions.values() if (found := length(one, summed, person.born, today)) is not None
    }
    run = lives(own["orders"], person, kinds, today)
    reviews = tuple(own["reviews"])
    known_dead = person.died_on if person.died_on is not None and person.died_on <= today else None
    stand = standing(triggers(Grounds(convictions, lengths, run, reviews, today)), known_dead)
    return Dossier(
        today, person, tuple(own["whereabouts"]), convictions,
        tuple(one for one in own["notifications"] if one.given_on <= today), tuple(own["events"]), reviews,
        tuple(own["recalls"]), tuple(own["licences"]), tuple(own["terrorism_sentences"]), facts.extra_bank_holidays,
        facts.place, summed, lengths, run, _interims(run), stand, spells(own["whereabouts"], AWAY),
    )  # fmt: skip


def _interims(run: Mapping[str, Life]) -> dict[str, tuple[Life, ...]]:
    found: defaultdict[str, list[Life]] = defaultdict(list)
    for life in run.values():
        if life.kind.interim and life.order.main_application:
            found[life.order.main_application].append(life)
    return {main: tuple(listed) for main, listed in found.items()}
