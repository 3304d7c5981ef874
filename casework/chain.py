"""The chain of a plan: scenario, factor, measure, contingency, owner and date; gaps are rows too."""

from __future__ import annotations

from dataclasses import dataclass

from casework.case import Case
from casework.record import Record


@dataclass(frozen=True, slots=True)
class Link:
    """One row of the chain. A part that is missing is None; ``scenario`` None: it serves no scenario."""

    scenario: Record | None
    factor: Record | None
    measure: Record | None
    contingency: Record | None

    @property
    def broken(self) -> bool:
        """Whether a part of the row is missing (a scenario may be answered by a measure directly)."""
        return self.scenario is None or self.measure is None or self.contingency is None


def chain(case: Case) -> tuple[Link, ...]:
    """Every scenario with its factors, their measures and its contingencies; then what hangs on no scenario."""
    rows: list[Link] = []
    used: set[str] = set()
    for scenario in case.of("scenario"):
        for link in _of_scenario(case, scenario):
            rows.append(link)
            used |= {one.id for one in (link.factor, link.measure) if one}
    rows += [Link(None, f, _first(_serving(case, f)), None) for f in case.of("factor") if f.id not in used]
    used |= {row.measure.id for row in rows if row.measure}
    rows += [Link(None, None, m, None) for m in case.of("measure") if m.id not in used]
    return tuple(rows)


def gaps(case: Case) -> tuple[str, ...]:
    """What breaks the chain, each in one sentence that names the record."""
    found = []
    for scenario in case.of("scenario"):
        name = scenario.words("name") or "a scenario"
        if not any(row.measure for row in _of_scenario(case, scenario)):
            found.append(f"Scenario “{name}” has no measure.")
        if not _answering(case, scenario):
            found.append(f"Scenario “{name}” has no contingency.")
    found += [
        f"Risk factor “{one.words('name')}” has no measure." for one in case.of("factor") if not _serving(case, one)
    ]
    found += [
        f"The measure “{one.words('what')[:60]}” serves no factor or scenario."
        for one in case.of("measure")
        if not any(case.get(link) for link in one.links("serves"))
    ]
    return tuple(found)


def _of_scenario(case: Case, scenario: Record) -> list[Link]:
    answers = _answering(case, scenario)
    contingency = _first(answers)
    rows: list[Link] = []
    for factor in case.of("factor"):
        if scenario.id in factor.links("scenarios"):
            serving = _serving(case, factor)
            rows += [Link(scenario, factor, m, _own(case, m) or contingency) for m in serving]
            if not serving:
                rows.append(Link(scenario, factor, None, contingency))
    seen = {row.measure.id for row in rows if row.measure}
    direct = [m for m in _serving(case, scenario) if m.id not in seen]
    rows += [Link(scenario, None, m, _own(case, m) or contingency) for m in direct]
    return rows or [Link(scenario, None, None, contingency)]


def _serving(case: Case, served: Record) -> list[Record]:
    return [one for one in case.of("measure") if served.id in one.links("serves")]


def _answering(case: Case, scenario: Record) -> list[Record]:
    return [one for one in case.of("contingency") if scenario.id in one.links("scenarios")]


def _own(case: Case, measure: Record) -> Record | None:
    return _first([one for one in case.of("contingency") if measure.id in one.links("scenarios")])


def _first(records: list[Record]) -> Record | None:
    return records[0] if records else None
