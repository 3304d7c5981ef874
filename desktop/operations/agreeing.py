"""Agreeing a plan: what is still open, the paper that is frozen with it, and what was frozen before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from casework.case import Case
from casework.copy_register import Copy, back_by
from casework.pack import AGREED, MeetingPack
from casework.plan_rules.check import blocking, plan_findings
from casework.reckoning import reckon
from casework.record import CaseId
from casework.refusal import Refused
from casework.standing import Standing, State, standings
from casework.template import plan_templates
from desktop.operations import carrying, papers
from desktop.operations.intent import Read
from storage.plan_version import PlanVersion
from storage.rows import Rows
from storage.vault import Vault

DOCUMENT = "plan"
_OPEN = (State.NOT_STARTED, State.IN_HAND)
_TOLD = 3


def still_open(case: Case) -> tuple[Standing, ...]:
    """The sections that keep the plan of a case from being agreed."""
    plan = case.one("plan")
    template = plan_templates().get(plan.words("template"))
    return tuple(one for one in standings(template, case, plan) if one.state in _OPEN) if template else ()


def refuse_unready(rows: Rows, case: Case, today: date) -> None:
    """Raises Refused, naming what stands in the way: sections still open, rules not met, what nobody looked at."""
    unready = still_open(case)
    if unready:
        template = plan_templates()[case.one("plan").words("template")]
        names = ", ".join(f"{template.number(one.section)} {one.section.title.en}" for one in unready)
        raise Refused(f"The plan cannot be agreed yet; still open: {names}.", "plan")
    blocks = blocking(plan_findings(case, reckon(case, today), today))
    if blocks:
        told = " ".join(f"{one.rule.code}: {one.says.en}" for one in blocks[:_TOLD])
        more = f" And {len(blocks) - _TOLD} more, under What is missing." if len(blocks) > _TOLD else ""
        raise Refused(f"The plan cannot be agreed yet. {told}{more}", "plan")
    waiting = carrying.unanswered(rows, case, rows.plan_versions(case.id))
    if waiting:
        raise Refused(f"The plan cannot be agreed yet: {carrying.still_carried(waiting)}", "plan")


def order(case: CaseId) -> papers.Order:
    """The paper that is kept with an agreed version."""
    return papers.Order(case, DOCUMENT, "Kept with the agreed plan", "Agreement of the plan")


def paper_to_agree(case_id: CaseId, agreed_by: str, today: date, now: datetime) -> Read[MeetingPack]:
    """What the agreed version prints. Raises Refused when nobody is named or something keeps it from being agreed."""

    def read(vault: Vault) -> MeetingPack:
        if not agreed_by.strip():
            raise Refused("Say who agreed the plan: the manager or the chair, by name and role.", "agreed_by")
        with vault.read() as rows:
            refuse_unready(rows, rows.case(case_id), today)
        return replace(papers.preview(order(case_id), today, now)(vault), state=AGREED, agreed_on=today, kept=True)

    return read


def hand_out(version: PlanVersion, recipient: str, today: date) -> Read[Copy]:
    """Enter in the register and the log that the kept pages of a version are given to somebody. Raises Refused."""

    def write(vault: Vault) -> Copy:
        reason = f"The pages kept with version {version.number}, printed again"
        with vault.write("disclosure", reason) as rows:
            until = back_by(rows.settings(), today)
            (copy,) = rows.disclose(version.case, DOCUMENT, "full", recipient.strip(), reason, back_by=until)
        return copy

    return write


def as_agreed(version: str) -> Read[Case]:
    """The whole case as it was frozen with a version. Raises Refused for a draft."""

    def read(vault: Vault) -> Case:
        with vault.read() as rows:
            return rows.snapshot(version)

    return read
