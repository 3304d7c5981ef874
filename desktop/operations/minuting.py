"""What a person does at a meeting: ticks who is here, shows the statement, minutes line by line, closes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from casework.answer import Answer
from casework.case import Case
from casework.meetings.closing import blocking, lacking
from casework.meetings.corrections import NOT_AGREED, before_it
from casework.meetings.line import Line, read_line
from casework.meetings.outcome import outcome
from casework.meetings.people import HERE, agencies_first, people
from casework.meetings.quorum import short_of
from casework.meetings.restricted import refuses
from casework.meetings.statement import Statement
from casework.record import CaseId, Record, RecordId, has_value
from casework.refusal import Refused
from casework.typed import Spot
from desktop.operations.after_closing import note, told_of
from desktop.operations.intent import Changes, Write
from desktop.operations.sitting import meeting_of
from storage.rows import Rows
from storage.vault import Vault

LINE = "line"
"""The name under which the journal keeps a line that is being typed; its record is the meeting's."""
CLOSED = "This meeting is closed: what was decided stands. A correction is recorded and agreed at the next meeting."
APPROVED = "These minutes are approved: record a correction, which is agreed at the next meeting."


def attend(case_id: CaseId, meeting: str, invitee: str, how: str, now: datetime) -> Write:
    """Tick how somebody attends: a code of the invitee's ``attended``. Raises Refused once the minutes are approved."""

    def do(rows: Rows, case: Case, record: Record) -> None:
        one = case.get(invitee)
        if one is not None and one["attended"] != how:
            note(rows, case_id, record, now, "attendance", was=told_of(one))
        rows.answer(RecordId(invitee), "attended", how)

    return _written(case_id, meeting, now, do, "invitee", mends=True)


def show_statement(case_id: CaseId, meeting: str, shown: Statement, now: datetime) -> Write:
    """Keep the words of the statement with the meeting, and when it was shown."""

    def do(rows: Rows, _case: Case, record: Record) -> None:
        rows.answer(record.id, "statement", shown.words)
        rows.answer(record.id, "statement_version", shown.version)
        rows.answer(record.id, "statement_shown_at", now)

    return _written(case_id, meeting, now, do)


def cover(case_id: CaseId, meeting: str, item: str, now: datetime, *, covered: bool = True) -> Write:
    """Tick an item of the agenda, or take its tick away."""

    def do(rows: Rows, _case: Case, record: Record) -> None:
        rest = [one for one in record.links("covered") if one != item]
        rows.answer(record.id, "covered", tuple([*rest, item] if covered else rest))

    return _written(case_id, meeting, now, do)


def say(case_id: CaseId, meeting: str, item: str, typed: str, today: date, now: datetime) -> Write:  # noqa: PLR0917
    """Minute a line as it was typed, with the action that it sets. Raises Refused with what the line lacks."""

    def do(rows: Rows, case: Case, record: Record) -> None:
        line = understood(typed, case, record, today)
        rows.forget_typed(Spot(case_id, record.id, LINE))
        if line.kind == "present":
            _come(rows, case, record, line)
            return
        answers = {**line.minute(item), "said_at": now, **_bound(case, record, line)}
        if line.kind == "action":
            made = rows.add(case_id, "action", {**line.action(), "set_on": today, "meeting": record.id})
            answers["action"] = made.id
        made_line = rows.add(case_id, "minute", answers, record.id)
        note(rows, case_id, record, now, "added", made_line)

    return _written(case_id, meeting, now, do, "minute", "action", "invitee", mends=True)


def change(case_id: CaseId, meeting: str, minute: str, typed: str, today: date, now: datetime) -> Write:  # noqa: PLR0917
    """Write an earlier line anew, with its action. Raises Refused with what it lacks, or once it is approved."""

    def do(rows: Rows, case: Case, record: Record) -> None:
        known = _child(case, record, minute)
        line = understood(typed, case.replaced(one for one in case.records if one.id != minute), record, today)
        if line.kind == "present":
            raise Refused("Somebody who is here is a line of its own: leave this one with Esc first.", "words")
        wanted = {"annex": False, **line.minute(known.words("item"))}
        if line.kind != known.words("kind"):
            wanted |= _bound(case, record, line)
        note(rows, case_id, record, now, "anew", known)
        _follow(rows, case_id, record, known, line, wanted)
        for key, answer in wanted.items():
            if known[key] != answer and (key != "annex" or answer or known[key] is True):
                rows.answer(known.id, key, answer)
        rows.forget_typed(Spot(case_id, record.id, LINE))

    return _written(case_id, meeting, now, do, "minute", "action", mends=True)


def strike(case_id: CaseId, meeting: str, minute: str, now: datetime) -> Write:
    """Take a line out, with the action that it set; ``unstrike`` brings both back."""

    def do(rows: Rows, case: Case, record: Record) -> None:
        known = _child(case, record, minute)
        note(rows, case_id, record, now, "struck", known)
        rows.remove(known.id)
        for one in known.links("action"):
            if case.get(one):
                rows.remove(RecordId(one))

    return _written(case_id, meeting, now, do, "minute", "action", mends=True)


def unstrike(case_id: CaseId, meeting: str, struck: Record, now: datetime) -> Write:
    """Bring a struck line back with its action."""

    def do(rows: Rows, case: Case, record: Record) -> None:
        for one in struck.links("action"):
            if case.get(one) is None:
                rows.restore(RecordId(one))
        rows.restore(struck.id)
        note(rows, case_id, record, now, "back", struck)

    return _written(case_id, meeting, now, do, "minute", "action", mends=True)


def settle(case_id: CaseId, meeting: str, correction: str, outcome: str, why: str, now: datetime) -> Write:  # noqa: PLR0917
    """Agree to a correction of earlier minutes, or refuse it with the reason. Raises Refused with "refused_because"."""

    def do(rows: Rows, case: Case, record: Record) -> None:
        if outcome == NOT_AGREED and not why.strip():
            raise Refused("Say why the correction is not agreed.", "refused_because")
        if all(one.record.id != correction for one in before_it(case, record)):
            raise Refused("That correction is not before this meeting: it was decided at another.")
        answers: dict[str, Answer] = {"outcome": outcome, "decided_at": record.id, "agreed_on": record["on"]}
        if outcome == NOT_AGREED:
            answers["refused_because"] = why.strip()
        for key, answer in answers.items():
            rows.answer(RecordId(correction), key, answer)

    return _written(case_id, meeting, now, do, "correction")


def close(case_id: CaseId, meeting: str, now: datetime) -> Write:
    """Close a meeting and write what follows from it. Raises Refused with the first thing that is missing."""

    def do(rows: Rows, case: Case, record: Record) -> None:
        missing = blocking(lacking(case, record, rows.settings()))
        if missing:
            raise Refused(missing[0].says, missing[0].key)
        for one in outcome(case, record):
            if one.about:
                for key, answer in one.answers.items():
                    rows.answer(RecordId(one.about), key, answer)
            else:
                rows.add(case_id, one.kind, one.answers)
        if lacks := short_of(case, record, rows.settings()):
            rows.answer(record.id, "quorum_lacked", lacks.en)
        rows.answer(record.id, "closed_at", now)

    return _written(case_id, meeting, now, do, "level", "exit", "disclosure")


def line_of(minute: Record, case: Case) -> Line:
    """A line of the minutes as it was typed."""
    action = case.get(minute.words("action"))
    due = action["due_on"] if action else None
    return Line(
        minute.words("kind") or "note", minute.words("words"), minute["annex"] is True,
        action.words("agency") if action else minute.words("agency"), action.words("owner") if action else "",
        due if isinstance(due, date) else None, minute.words("reason"),
    )  # fmt: skip


def understood(typed: str, case: Case, meeting: Record, today: date) -> Line:
    """A typed line read with the people of a meeting. Raises Refused with what it lacks, or why it may not stand."""
    line = read_line(typed, today, people(case, meeting), agencies_first(case, meeting))
    why = None if line.annex else refuses(f"{line.words}\n{line.reason}", case, meeting)
    if why:
        raise Refused(why, "words")
    return line


def _written(
    case_id: CaseId,
    meeting: str,
    now: datetime,
    do: Callable[[Rows, Case, Record], None],
    *kinds: str,
    mends: bool = False,
) -> Write:
    """A write to a meeting; ``mends``: it may also come after closing, until the minutes are approved."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            case = rows.case(case_id)
            record = meeting_of(case, meeting)
            if has_value(record["approved_on"]):
                raise Refused(APPROVED)
            if isinstance(record["closed_at"], datetime) and not mends:
                raise Refused(CLOSED)
            if not isinstance(record["opened_at"], datetime):
                rows.answer(record.id, "opened_at", now)
            do(rows, case, record)
        return Changes(frozenset({case_id}), frozenset({"meeting", *kinds}), meeting)

    return write


def _follow(  # noqa: PLR0917 - one place that needs all of it
    rows: Rows, case_id: CaseId, meeting: Record, known: Record, line: Line, wanted: dict[str, Answer]
) -> None:
    """Let the action of a changed line follow it: changed, made anew, or gone."""
    action = next(iter(known.links("action")), "")
    if line.kind == "action" and action:
        for key, answer in line.action().items():
            if key != "state":
                rows.answer(RecordId(action), key, answer)
    elif line.kind == "action":
        made = rows.add(case_id, "action", {**line.action(), "set_on": meeting["on"], "meeting": meeting.id})
        wanted["action"] = made.id
    elif action:
        rows.remove(RecordId(action))


def _come(rows: Rows, case: Case, meeting: Record, line: Line) -> None:
    """Somebody is here: whoever was invited of the agency without a name, else one more."""
    name, _, role = line.words.partition(",")
    told: dict[str, Answer] = {"name": name.strip(), "attended": "present"}
    if role.strip():
        told["role"] = role.strip()
    invited = case.children(meeting, "invitee")
    unnamed = [one for one in invited if one["agency"] == line.agency and not has_value(one["name"])]
    if unnamed:
        for key, answer in told.items():
            if key != "attended" or unnamed[0]["attended"] not in HERE:
                rows.answer(unnamed[0].id, key, answer)
    else:
        rows.add(case.id, "invitee", {"agency": line.agency, "as": "other", **told}, meeting.id)


def _bound(case: Case, meeting: Record, line: Line) -> dict[str, Answer]:
    """A different view is bound to the last decision."""
    decided = [one for one in case.children(meeting, "minute") if one["kind"] == "decision"]
    return {"answers": decided[-1].id} if line.kind == "dissent" and decided else {}


def _child(case: Case, meeting: Record, minute: str) -> Record:
    found = next((one for one in case.children(meeting, "minute") if one.id == minute), None)
    if found is None:
        raise Refused("That line is no longer in the minutes.")
    return found
