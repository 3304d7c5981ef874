"""A case as its pages need it: the records, what the law says, what is due, the versions of the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from casework.case import Case
from casework.contradictions import Contradiction, contradictions
from casework.dated import Due
from casework.due import due
from casework.plan_rules.check import PlanFinding, plan_findings
from casework.reckoning import Reckoning, reckon
from casework.record import CaseId
from casework.standing import Standing, standings
from casework.template import plan_templates
from desktop.operations.carrying import unanswered
from desktop.operations.intent import Read
from storage.plan_version import PlanVersion
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class CaseView:
    """One frozen reading of a case on a day.

    ``unlooked``: how many sentences and rows of the draft, carried from the version before, nobody has answered for;
    None where nothing is carried.
    """

    case: Case = field(repr=False)
    today: date
    reckoning: Reckoning
    due: tuple[Due, ...]
    versions: tuple[PlanVersion, ...]
    settings: Mapping[str, str] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = field(default=(), repr=False)
    plan_findings: tuple[PlanFinding, ...] = field(default=(), repr=False)
    unlooked: int | None = None
    standings: tuple[Standing, ...] = field(default=(), repr=False)

    def standing(self, section: str) -> Standing:
        """How far a section of the plan is; every part of the page tells the same."""
        return next(one for one in self.standings if one.section.key == section)

    def contradictions_of(self, record: str) -> tuple[Contradiction, ...]:
        """What contradicts a record, from either side."""
        return tuple(one for one in self.contradictions if record in (one.first, one.second))

    @property
    def draft(self) -> PlanVersion | None:
        """The version being written, where one is."""
        return next((one for one in self.versions if one.state == "draft"), None)

    def plan_findings_about(self, record: str) -> tuple[PlanFinding, ...]:
        """What the rules of a plan find about a record and nobody has mended or set aside."""
        return tuple(one for one in self.plan_findings if one.about == record and one.open)


def view(case_id: CaseId, today: date) -> Read[CaseView]:
    """Read a case with everything that its pages show of it."""

    def read(vault: Vault) -> CaseView:
        with vault.read() as rows:
            case, versions, settings = rows.case(case_id), rows.plan_versions(case_id), rows.settings()
            unlooked = unanswered(rows, case, versions)
        reckoning = reckon(case, today)
        return CaseView(
            case,
            today,
            reckoning,
            due(case, today, reckoning=reckoning, settings=settings),
            versions,
            settings,
            contradictions(case, reckoning, today),
            plan_findings(case, reckoning, today, settings),
            unlooked,
            _standings(case),
        )

    return read


def _standings(case: Case) -> tuple[Standing, ...]:
    plan = case.one("plan")
    template = plan_templates().get(plan.words("template"))
    return standings(template, case, plan) if template else ()
