"""Where the chain of a plan breaks, and the record that would mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from casework.answer import Answer
from casework.case import Case
from casework.record import Record
from casework.text import Text


@dataclass(frozen=True, slots=True)
class Break:
    """One break in the chain.

    ``about`` is the record that lacks something. ``kind`` with ``answers`` is the record to add; where the record
    itself must be changed, ``key`` names its field and ``kind`` is empty.
    """

    about: Record
    lacks: Text
    kind: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict, repr=False)
    key: str = ""


NO_MEASURE = Text("no measure", "dim mesur")
NO_CONTINGENCY = Text("no contingency", "dim cynllun wrth gefn")
SERVES_NOTHING = Text("serves no factor or scenario", "ddim yn gwasanaethu ffactor na senario")
FEEDS_NOTHING = Text("feeds no scenario", "ddim yn bwydo senario")


def breaks(case: Case) -> tuple[Break, ...]:
    """Every break, scenario by scenario, then factors, then measures."""
    found = [one for scenario in case.of("scenario") for one in _of_scenario(case, scenario)]
    found += [one for factor in case.of("factor") for one in _of_factor(case, factor)]
    found += [
        Break(one, SERVES_NOTHING, key="serves")
        for one in case.of("measure")
        if not any(case.get(link) for link in one.links("serves"))
    ]
    return tuple(found)


def _of_scenario(case: Case, scenario: Record) -> list[Break]:
    factors = [one for one in case.of("factor") if scenario.id in one.links("scenarios")]
    served = {scenario.id, *(one.id for one in factors)}
    found = []
    if not any(served & set(one.links("serves")) for one in case.of("measure")):
        found.append(Break(scenario, NO_MEASURE, "measure", {"serves": (str(scenario.id),)}))
    if not any(scenario.id in one.links("scenarios") for one in case.of("contingency")):
        found.append(Break(scenario, NO_CONTINGENCY, "contingency", {"scenarios": (str(scenario.id),)}))
    return found


def _of_factor(case: Case, factor: Record) -> list[Break]:
    found = []
    if not any(case.get(link) for link in factor.links("scenarios")):
        found.append(Break(factor, FEEDS_NOTHING, key="scenarios"))
    if not any(factor.id in one.links("serves") for one in case.of("measure")):
        found.append(Break(factor, NO_MEASURE, "measure", {"serves": (str(factor.id),)}))
    return found


@dataclass(frozen=True, slots=True)
class Strand:
    """One scenario with what answers it; ``breaks`` are its own and those of its factors."""

    scenario: Record
    factors: tuple[Record, ...]
    measures: tuple[Record, ...]
    contingencies: tuple[Record, ...]
    breaks: tuple[Break, ...]

    @property
    def records(self) -> frozenset[str]:
        """The ids of everything on the strand."""
        return frozenset(one.id for one in (self.scenario, *self.factors, *self.measures, *self.contingencies))


def strands(case: Case) -> tuple[Strand, ...]:
    """The chain told scenario by scenario."""
    return tuple(_strand(case, scenario) for scenario in case.of("scenario"))


def _strand(case: Case, scenario: Record) -> Strand:
    factors = tuple(one for one in case.of("factor") if scenario.id in one.links("scenarios"))
    served = {scenario.id, *(one.id for one in factors)}
    measures = tuple(one for one in case.of("measure") if served & set(one.links("serves")))
    answering = tuple(one for one in case.of("contingency") if scenario.id in one.links("scenarios"))
    own = [*_of_scenario(case, scenario), *(found for one in factors for found in _of_factor(case, one))]
    return Strand(scenario, factors, measures, answering, tuple(own))


def owner_and_day(measure: Record) -> tuple[str, date | None]:
    """Who carries a measure (empty where nobody does yet), and by when."""
    day = measure["due_on"]
    return measure.words("owner"), day if isinstance(day, date) else None


def loose(case: Case) -> tuple[Break, ...]:
    """The breaks that are on no scenario's strand."""
    told = {(one.about.id, one.lacks) for strand in strands(case) for one in strand.breaks}
    return tuple(one for one in breaks(case) if (one.about.id, one.lacks) not in told)
