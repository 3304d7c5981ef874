"""What one transaction sees and does of plans: their versions, who stands behind them, what they carry over."""

from __future__ import annotations

from datetime import date

from casework.case import Case
from casework.record import CaseId, RecordId
from storage import carrying, countersigning, minutes, plans
from storage.carrying import Confirmed, Verdict, Written
from storage.countersigning import Second
from storage.minutes import Approved
from storage.plan_version import PlanVersion, versions
from storage.transaction import Transaction


class PlanRows:
    """The part of the rows that is about plans."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction

    def plan_versions(self, case: CaseId) -> tuple[PlanVersion, ...]:
        """Every version of the case's plan, newest first."""
        return versions(self._transaction, case)

    def start_plan(self, case: CaseId, template: str, today: date, reason: str = "") -> PlanVersion:
        """A draft from a template. Raises Refused where there is one already."""
        return plans.start(self._transaction, case, template, today, reason)

    def carry_plan_over(self, case: CaseId, template: str) -> PlanVersion:
        """The draft under another template. Raises Refused where there is no draft or no such template."""
        return plans.carry_over(self._transaction, case, template)

    def agree_plan(self, case: CaseId, today: date, agreed_by: str, paper: bytes) -> PlanVersion:
        """Freeze the draft with the whole case and the printed bytes. Raises Refused where there is no draft."""
        return plans.agree(self._transaction, case, today, agreed_by, paper)

    def countersign(self, version: str, who: Second) -> None:
        """A second person's signature over an agreed version. Raises Refused, Damaged."""
        countersigning.countersign(self._transaction, version, who)

    def give_back(self, version: str, who: Second, words: str) -> None:
        """A version given back with words by a second person. Raises Refused."""
        countersigning.give_back(self._transaction, version, who, words)

    def confirm(self, version: str, verdict: Verdict) -> None:
        """Keep what was said of a carried sentence or row of a draft. Raises Refused."""
        carrying.confirm(self._transaction, version, verdict)

    def withdraw(self, version: str, digest: str) -> Verdict:
        """Take a verdict back. Raises Refused where there is none."""
        return carrying.withdraw(self._transaction, version, digest)

    def confirmed(self, case: CaseId) -> tuple[Confirmed, ...]:
        """Every verdict on carried sentences and rows of a case's plan."""
        return carrying.confirmed(self._transaction, case)

    def written(self, case: CaseId, plan: RecordId) -> Written:
        """When the records of a case and the texts of its plan were written."""
        return carrying.written(self._transaction, case, plan)

    def snapshot(self, version: str) -> Case:
        """The case as it was when a version was agreed. Raises Refused for a draft."""
        return plans.snapshot(self._transaction, version)

    def paper(self, version: str) -> bytes:
        """The printed bytes of a version. Raises Refused where none were kept."""
        return plans.paper(self._transaction, version)

    def approve_minutes(
        self, meeting: RecordId, approved_by: str, today: date, paper: bytes, who: Second | None = None
    ) -> Approved:
        """Freeze the minutes of a closed meeting with their pages; ``who`` signs them. Raises Refused."""
        return minutes.approve(self._transaction, meeting, approved_by, today, paper, who)

    def approved_minutes(self, meeting: str) -> Approved | None:
        """The approval of a meeting's minutes; None while they are a draft."""
        return minutes.approved(self._transaction, meeting)

    def minutes_snapshot(self, meeting: str) -> Case:
        """The case as it was when the minutes were approved. Raises Refused for a draft."""
        return minutes.snapshot(self._transaction, meeting)

    def minutes_paper(self, meeting: str) -> bytes:
        """The pages of minutes as they were approved. Raises Refused for a draft."""
        return minutes.paper(self._transaction, meeting)
