"""What a person does at a meeting: ticks who is here, shows the statement, minutes line by line, closes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from casework.answer import Answer
from casework.case import Case
from casework.meetings.agenda import AgendaItem, agenda
from casework.meetings.closing import Lacking, blocking, lacking
from casework.meetings.line import Line, read_line
from casework.meetings.outcome import outcome
from casework.meetings.people import HERE, agencies_first, people
from casework.meetings.points import Open
from casework.meetings.restricted import refuses
from casework.meetings.statement import Statement, statement
from casework.record import CaseId, Record, RecordId, has_value
from casework.refusal import Refused
from casework.typed import Spot
from desktop.operations.intent import Changes, Read, Write
from desktop.operations.view import CaseView, view
from storage.rows import Rows
from storage.vault import Vault

LINE = "line"
"""The name under which the journal keeps a line that is being typed; its record is the meeting's."""
CLOSED = "This meeting is closed: what was decided stands. A correction is recorded and agreed at the next meeting."


@dataclass(frozen=True, slots=True)
class Sitting:
    """One reading of a meeting: the case, what is open under each item, what keeps the meeting from being closed."""

    view: CaseView
    meeting: Record = field(repr=False)
    agenda: tuple[AgendaItem, ...] = field(repr=False)
    lacking: tuple[Lacking, ...] = field(repr=False)
    statement: Statement = field(repr=False)

    @property
    def case(self) -> Case:
        """The case that the meeting is about."""
        return self.view.case

    @property
    def blocking(self) -> tuple[Lacking, ...]:
        """What keeps it from being closed."""
        return blocking(self.lacking)

    @property
    def closed(self) -> bool:
        """Whether it is closed."""
        return isinstance(self.meeting["closed_at"], datetime)

    def lines(self, item: str) -> tuple[Record, ...]:
        """The lines of the minutes under an item, in the order in which they were said."""
        return tuple(one for one in self.case.children(self.meeting, "minute") if one["item"] == item)


def sitting(case_id: CaseId, meeting: str, today: date) -> Read[Sitting]:
    """Read a meeting. Raises Refused where there is none."""

    def read(vault: Vault) -> Sitting:
        found = view(case_id, today)(vault)
        record = _meeting(found.case, meeting)
        ground = Open(
            found.case, today, found.reckoning, found.due, found.contradictions, found.plan_findings, found.settings
        )
        return Sitting(
            found, record, agenda(record, ground), lacking(found.case, record, found.settings),
            statement(found.settings),
        )  # fmt: skip

    return read


def attend(case_id: CaseId, meeting: str, invitee: str, how: str, now: datetime) -> Write:
    """Tick how somebody attends: a code of the invitee's ``attended``. Raises Refused once the meeting is closed."""

    def do(rows: Rows, _case: Case, _record: Record) -> None:
        rows.answer(RecordId(invitee), "attended", how)

    return _written(case_id, meeting, now, do, "invitee")


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
        rows.add(case_id, "minute", answers, record.id)

    return _written(case_id, meeting, now, do, "minute", "action", "invitee")


def change(case_id: CaseId, meeting: str, minute: str, typed: str, today: date, now: datetime) -> Write:  # noqa: PLR0917
    """Write an earlier line anew, with its action. Raises Refused with what it lacks, or once the meeting is closed."""

    def do(rows: Rows, case: Case, record: Record) -> None:
        known = _child(case, record, minute)
        line = understood(typed, case.replaced(one for one in case.records if one.id != minute), record, today)
        if line.kind == "present":
            raise Refused("Somebody who is here is a line of its own: leave this one with Esc first.", "words")
        wanted = {"annex": False, **line.minute(known.words("item"))}
        if line.kind != known.words("kind"):
            wanted |= _bound(case, record, line)
        _follow(rows, case_id, record, known, line, wanted)
        for key, answer in wanted.items():
            if known[key] != answer and (key != "annex" or answer or known[key] is True):
                rows.answer(known.id, key, answer)
        rows.forget_typed(Spot(case_id, record.id, LINE))

    return _written(case_id, meeting, now, do, "minute", "action")


def strike(case_id: CaseId, meeting: str, minute: str, now: datetime) -> Write:
    """Take a line out, with the action that it set; ``unstrike`` brings both back."""

    def do(rows: Rows, case: Case, record: Record) -> None:
        known = _child(case, record, minute)
        rows.remove(known.id)
        for one in known.links("action"):
            if case.get(one):
                rows.remove(RecordId(one))

    return _written(case_id, meeting, now, do, "minute", "action")


def unstrike(case_id: CaseId, meeting: str, struck: Record, now: datetime) -> Write:
    """Bring a struck line back with its action."""

    def do(rows: Rows, case: Case, _record: Record) -> None:
        for one in struck.links("action"):
            if case.get(one) is None:
                rows.restore(RecordId(one))
        rows.restore(struck.id)

    return _written(case_id, meeting, now, do, "minute", "action")


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
    case_id: CaseId, meeting: str, now: datetime, do: Callable[[Rows, Case, Record], None], *kinds: str
) -> Write:
    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            case = rows.case(case_id)
            record = _meeting(case, meeting)
            if isinstance(record["closed_at"], datetime):
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


def _meeting(case: Case, meeting: str) -> Record:
    found = case.get(meeting)
    if found is None or found.kind != "meeting":
        raise Refused("There is no such meeting in this case.")
    return found


def _child(case: Case, meeting: Record, minute: str) -> Record:
    found = next((one for one in case.children(meeting, "minute") if one.id == minute), None)
    if found is None:
        raise Refused("That line is no longer in the minutes.")
    return found
