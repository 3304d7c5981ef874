"""Versions of a plan: a draft, what was agreed with the paper that was agreed, and what it superseded."""

from __future__ import annotations

import hashlib
import json
from datetime import date

from casework.answer import encode
from casework.case import Case
from casework.record import CaseId, Record
from casework.refusal import Refused
from casework.template import Form, plan_templates
from storage import records
from storage.fault import DATABASE
from storage.plan_version import PlanVersion, versions
from storage.problems import Damaged
from storage.reading import one_case, stored_answer
from storage.secret import canonical
from storage.transaction import Transaction

PART_BYTES = 1024 * 1024
PAPER_MOST = 50 * PART_BYTES


def start(transaction: Transaction, case: CaseId, template: str, today: date, reason: str = "") -> PlanVersion:
    """A draft from a template; the answers of the case's plan stand in it.

    ``reason`` says why a version that was agreed is opened again. Answers that the template does not ask stay with the
    plan out of sight, and are back with a template that does.
    Raises Refused where there is a draft, no such case or no such template.
    """
    connection = transaction.writing()
    held = one_case(connection, case)
    if held is None:
        raise Refused("There is no such case in this case file.", "case")
    _refuse_template(template)
    known = versions(transaction, case)
    if any(one.state == "draft" for one in known):
        raise Refused("This case has a draft plan already: carry on with that one.", "template")
    plan = held.one("plan")
    if plan.id:
        plan = records.answer(transaction, plan.id, "template", template)
    else:
        plan = records.add(transaction, case, "plan", {"template": template})
    number = known[0].number + 1 if known else 1
    version = records.new_id()
    connection.execute(
        "INSERT INTO plan_version (id, case_id, record, number, state, template, started_on)"
        " VALUES (?, ?, ?, ?, 'draft', ?, ?)",
        (version, case, plan.id, number, template, today.isoformat()),
    )
    step(transaction, version, "begun", reason.strip())
    transaction.note(case, "start plan", version, "", reason.strip())
    return versions(transaction, case)[0]


def carry_over(transaction: Transaction, case: CaseId, template: str) -> PlanVersion:
    """The draft under another template; nothing that was written is lost. Raises Refused where there is no draft."""
    draft = next((one for one in versions(transaction, case) if one.state == "draft"), None)
    if draft is None:
        raise Refused("This case has no draft plan: start the next one with the template that is wanted.", "template")
    _refuse_template(template)
    records.answer(transaction, draft.plan, "template", template)
    transaction.writing().execute("UPDATE plan_version SET template = ? WHERE id = ?", (template, draft.id))
    return versions(transaction, case)[0]


def _refuse_template(template: str) -> None:
    found = plan_templates().get(template)
    if found is None:
        raise Refused("There is no such plan template.", "template")
    if found.form is Form.SHEET:
        raise Refused(
            f"{found.name.en} stands beside a plan and is printed from it: choose the template of a plan.", "template"
        )


def agree(transaction: Transaction, case: CaseId, today: date, agreed_by: str, paper: bytes) -> PlanVersion:
    """Freeze the draft with the whole case and the printed bytes; what was agreed before is superseded.

    Raises Refused where there is no draft, nobody is named, or the paper is longer than 50 MiB.
    """
    connection = transaction.writing()
    draft = next((one for one in versions(transaction, case) if one.state == "draft"), None)
    held = one_case(connection, case)
    if draft is None or held is None:
        raise Refused("This case has no draft plan to agree: start one first.")
    if not agreed_by.strip():
        raise Refused("Say who agreed the plan.", "agreed_by")
    if len(paper) > PAPER_MOST:
        raise Refused("The printed plan is larger than 50 MiB: print it without pictures.", "paper")
    frozen = frozen_case(held)
    snapshot_digest = hashlib.sha256(frozen.encode("utf-8")).hexdigest()
    paper_digest = hashlib.sha256(paper).hexdigest() if paper else ""
    connection.execute("UPDATE plan_version SET state = 'superseded' WHERE case_id = ? AND state = 'agreed'", (case,))
    connection.execute(
        "UPDATE plan_version SET state = 'agreed', agreed_on = ?, agreed_by = ?, snapshot = ?, snapshot_digest = ?,"
        " paper_digest = ? WHERE id = ?",
        (today.isoformat(), agreed_by, frozen, snapshot_digest, paper_digest, draft.id),
    )
    parts = [(draft.id, n, paper[at : at + PART_BYTES]) for n, at in enumerate(range(0, len(paper), PART_BYTES))]
    connection.executemany("INSERT INTO paper (version, part, content) VALUES (?, ?, ?)", parts)
    step(transaction, draft.id, "agreed", agreed_by)
    transaction.note(case, "agree plan", draft.id, snapshot_digest, paper_digest, op="agree")
    return next(one for one in versions(transaction, case) if one.id == draft.id)


def step(transaction: Transaction, version: str, name: str, words: str, member: str = "") -> None:
    """Keep that something was done with a version, by whoever unlocked or by another ``member``."""
    transaction.writing().execute(
        "INSERT INTO plan_step (version, step, person, at, words) VALUES (?, ?, ?, ?, ?)",
        (version, name, member or transaction.actor, transaction.now, words),
    )


def snapshot(transaction: Transaction, version: str) -> Case:
    """The whole case as it was when this version was agreed. Raises Refused for a draft, Damaged."""
    row = (
        transaction.reading()
        .execute("SELECT snapshot, snapshot_digest FROM plan_version WHERE id = ?", (version,))
        .fetchone()
    )
    if row is None or row[0] is None:
        raise Refused("There is no agreed plan of that number.")
    if hashlib.sha256(row[0].encode("utf-8")).hexdigest() != row[1]:
        raise Damaged(DATABASE, "holds an agreed plan that is not as it was agreed")
    return thawed_case(row[0])


def paper(transaction: Transaction, version: str) -> bytes:
    """The printed bytes of a version. Raises Refused where there are none, Damaged."""
    connection = transaction.reading()
    row = connection.execute("SELECT paper_digest FROM plan_version WHERE id = ?", (version,)).fetchone()
    if row is None or not row[0]:
        raise Refused("No paper was kept of that plan.")
    parts = connection.execute("SELECT content FROM paper WHERE version = ? ORDER BY part", (version,))
    content = b"".join(part for (part,) in parts)
    if hashlib.sha256(content).hexdigest() != row[0]:
        raise Damaged(DATABASE, "holds a printed plan that is not as it was agreed")
    return content


def frozen_case(case: Case) -> str:
    """A case as canonical JSON; ``thawed_case`` is its inverse."""
    shaped = [
        {"id": r.id, "kind": r.kind, "parent": r.parent, "answers": {k: encode(v) for k, v in r.answers.items()}}
        for r in case.records
    ]
    return canonical({"id": case.id, "ref": case.ref, "records": shaped}).decode("ascii")


def thawed_case(frozen: str) -> Case:
    """The case that ``frozen_case`` wrote."""
    table = json.loads(frozen)
    return Case(
        table["id"],
        table["ref"],
        tuple(
            Record(r["id"], r["kind"], r["parent"], {k: stored_answer(v) for k, v in r["answers"].items()})
            for r in table["records"]
        ),
    )
