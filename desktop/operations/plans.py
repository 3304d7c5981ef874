"""What a person does with a plan: agree it, start the next, compare two versions."""

from __future__ import annotations

from datetime import date

from casework.changes import Earlier, changes
from casework.comparison import Difference
from casework.record import CaseId
from casework.refusal import Refused
from casework.template import plan_templates
from desktop.operations import agreeing
from desktop.operations.intent import Changes, Read, Write
from storage.plan_version import PlanVersion
from storage.vault import Vault


def versions(case_id: CaseId) -> Read[tuple[PlanVersion, ...]]:
    """The versions of a case's plan, newest first."""

    def read(vault: Vault) -> tuple[PlanVersion, ...]:
        with vault.read() as rows:
            return rows.plan_versions(case_id)

    return read


def agree(case_id: CaseId, agreed_by: str, today: date, paper: bytes) -> Write:
    """Freeze the draft with the bytes that were printed; the one agreed before is superseded.

    Raises Refused naming the sections that are not ready, the rules not met, or how much of what was carried nobody has
    looked at; and when nobody is named as agreeing.
    """

    def write(vault: Vault) -> Changes:
        if not agreed_by.strip():
            raise Refused("Say who agreed the plan: the manager or the chair, by name and role.", "agreed_by")
        with vault.write() as rows:
            agreeing.refuse_unready(rows, rows.case(case_id), today)
            rows.agree_plan(case_id, today, agreed_by.strip(), paper)
        return Changes(frozenset({case_id}), frozenset({"plan"}))

    return write


def start(case_id: CaseId, today: date, reason: str = "") -> Write:
    """Start the next draft from what stands in the case; ``reason`` says why an agreed version is opened again."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.start_plan(case_id, rows.case(case_id).one("plan").words("template"), today, reason)
        return Changes(frozenset({case_id}), frozenset({"plan"}))

    return write


def differences(case_id: CaseId, earlier: str, today: date, later: str = "") -> Read[tuple[Difference, ...]]:
    """What changed between two versions, texts by their sentences; without ``later``, from one to what stands now."""

    def read(vault: Vault) -> tuple[Difference, ...]:
        with vault.read() as rows:
            now = rows.snapshot(later) if later else rows.case(case_id)
            versions = {one.id: one for one in rows.plan_versions(case_id)}
            template = plan_templates()[now.one("plan").words("template")]
            was, then = versions[earlier], versions.get(later)
            stood = Earlier(rows.snapshot(earlier), was.number, was.agreed_on or was.started_on)
            return changes(template, stood, now, (then.agreed_on if then else None) or today).differences

    return read


def paper(version: str) -> Read[bytes]:
    """The bytes that were printed when a version was agreed."""

    def read(vault: Vault) -> bytes:
        with vault.read() as rows:
            return rows.paper(version)

    return read
