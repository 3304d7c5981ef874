"""Erasing a case for good, when its time of keeping is over."""

from __future__ import annotations

from casework.record import CaseId
from casework.refusal import Refused
from storage import filing, journal, minutes
from storage.transaction import Transaction

_RECORDS = "(SELECT n FROM record WHERE case_id = ?)"
_VERSIONS = "(SELECT id FROM plan_version WHERE case_id = ?)"
_STEPS = (
    f"DELETE FROM answer WHERE record IN {_RECORDS}",  # noqa: S608 - our own names
    f"DELETE FROM answer_past WHERE record IN {_RECORDS}",  # noqa: S608 - our own names
    f"DELETE FROM paper WHERE version IN {_VERSIONS}",  # noqa: S608 - our own names
    f"DELETE FROM carried WHERE version IN {_VERSIONS}",  # noqa: S608 - our own names
    f"DELETE FROM plan_step WHERE version IN {_VERSIONS}",  # noqa: S608 - our own names
    f"DELETE FROM countersignature WHERE version IN {_VERSIONS}",  # noqa: S608 - our own names
    "DELETE FROM plan_version WHERE case_id = ?",
    "UPDATE record SET parent = NULL WHERE case_id = ?",
    "DELETE FROM record WHERE case_id = ?",
    "DELETE FROM cases WHERE id = ?",
    "DELETE FROM log_detail WHERE seq IN (SELECT seq FROM log WHERE object_id = ?)",
)


def erase(transaction: Transaction, case: CaseId) -> None:
    """Erase a case with its history, plans, papers and documents; freed pages are overwritten with noughts.

    The log's entries stay, which hold ids alone, and so does the register of copies: to whom data went must stay
    known (Data Protection Act 2018, section 62(3)). Raises Refused where there is no such case.
    """
    connection = transaction.writing()
    if connection.execute("SELECT 1 FROM cases WHERE id = ?", (case,)).fetchone() is None:
        raise Refused("There is no such case in this case file.", "case")
    journal.erase(transaction, case)
    filing.erase(connection, case)
    minutes.erase(connection, case)
    for step in _STEPS:
        connection.execute(step, (case,))
    transaction.note(case, "erase", case, op="erasure")
