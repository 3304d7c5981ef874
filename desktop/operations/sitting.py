"""One reading of a meeting for its page: what is open under each item, what it lacks, how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from casework.case import Case
from casework.meetings.agenda import agenda
from casework.meetings.closing import Lacking, blocking, lacking
from casework.meetings.corrections import Asked, before_it
from casework.meetings.item import AgendaItem
from casework.meetings.points import Open
from casework.meetings.statement import Statement, statement
from casework.record import CaseId, Record, has_value
from casework.refusal import Refused
from desktop.operations.intent import Read
from desktop.operations.view import CaseView, view
from storage.minutes_signing import Signed
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Sitting:
    """One reading of a meeting: the case, what is open under each item, what keeps the meeting from being closed."""

    view: CaseView
    meeting: Record = field(repr=False)
    agenda: tuple[AgendaItem, ...] = field(repr=False)
    lacking: tuple[Lacking, ...] = field(repr=False)
    statement: Statement = field(repr=False)
    signed: Signed | None = None

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

    @property
    def approved(self) -> bool:
        """Whether its minutes are approved: until then lines may be mended, and what is mended is told."""
        return has_value(self.meeting["approved_on"])

    @property
    def changed(self) -> tuple[Record, ...]:
        """What was changed after it was closed."""
        return self.case.children(self.meeting, "minute_change")

    @property
    def corrections(self) -> tuple[Asked, ...]:
        """The corrections of earlier minutes that it has before it."""
        return before_it(self.case, self.meeting)

    @property
    def asks_quorum(self) -> bool:
        """Whether it is asked why it goes on without its quorum."""
        return has_value(self.meeting["quorum_reason"]) or any(one.key == "quorum_reason" for one in self.lacking)

    def lines(self, item: str) -> tuple[Record, ...]:
        """The lines of the minutes under an item, in the order in which they were said."""
        return tuple(one for one in self.case.children(self.meeting, "minute") if one["item"] == item)


def sitting(case_id: CaseId, meeting: str, today: date) -> Read[Sitting]:
    """Read a meeting. Raises Refused where there is none."""

    def read(vault: Vault) -> Sitting:
        found = view(case_id, today)(vault)
        record = meeting_of(found.case, meeting)
        ground = Open(
            found.case, today, found.reckoning, found.due, found.contradictions, found.plan_findings, found.settings
        )
        with vault.read() as rows:
            approved = rows.approved_minutes(record.id)
        return Sitting(
            found, record, agenda(record, ground), lacking(found.case, record, found.settings),
            statement(found.settings), approved.signed if approved else None,
        )  # fmt: skip

    return read


def meeting_of(case: Case, meeting: str) -> Record:
    """A meeting of a case by its id. Raises Refused where there is none."""
    found = case.get(meeting)
    if found is None or found.kind != "meeting":
        raise Refused("There is no such meeting in this case.")
    return found
