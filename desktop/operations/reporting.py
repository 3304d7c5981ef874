"""An agency's report and what the invitation says of it stay in step: who entered the report need not note it again."""

from __future__ import annotations

from datetime import date

from casework.answer import Absent, Answer
from casework.case import Case
from casework.record import Record, has_value
from storage.rows import Rows

KIND = "agency_report"


def follow(rows: Rows, case: Case, report: Record, today: date | None, *, before: str = "") -> None:
    """Note the report as received with everybody invited of its agency; take it back from the agency ``before``.

    The day is today, else that of the report.
    """
    agency, dated = report.words("agency"), report["dated"]
    day = today or (dated if isinstance(dated, date) else None)
    for one in case.records:
        if one.kind != "invitee" or one.parent != report.parent:
            continue
        wanted: Answer = one["report_received_on"]
        if one["agency"] == agency and day and not has_value(wanted):
            wanted = day
        elif before and before != agency and one["agency"] == before and not _other(case, report, before):
            wanted = Absent.NOT_ASKED
        if wanted != one["report_received_on"]:
            rows.answer(one.id, "report_received_on", wanted)


def withdraw(rows: Rows, case: Case, report: Record) -> None:
    """The report was taken out: it is awaited again, unless the agency has sent another."""
    agency = report.words("agency")
    for one in case.records:
        of_it = one.kind == "invitee" and one.parent == report.parent and one["agency"] == agency
        if of_it and has_value(one["report_received_on"]) and not _other(case, report, agency):
            rows.answer(one.id, "report_received_on", Absent.NOT_ASKED)


def _other(case: Case, report: Record, agency: str) -> bool:
    return any(
        one.kind == KIND and one.parent == report.parent and one["agency"] == agency and one.id != report.id
        for one in case.records
    )
