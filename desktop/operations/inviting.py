"""The invitations that were printed or saved and what a meeting says of those invited stay in step."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from casework.answer import Absent
from casework.case import Case
from casework.copy_register import UNMADE, Copy
from casework.recipients import whom
from casework.record import CaseId, has_value
from desktop.operations.intent import Changes
from storage.rows import Rows

DOCUMENT = "invitation"


def follow(rows: Rows, copies: Iterable[Copy]) -> frozenset[CaseId]:
    """Note the day of their copy with everybody whose invitation was made and who has no such day yet.

    It is taken back where it is the day of a copy that never came to be and no other copy of that meeting stands.
    The cases in which something changed are returned.
    """
    touched = set()
    for case_id, meeting in dict.fromkeys((one.case, one.meeting) for one in copies if one.document == DOCUMENT):
        given = [one for one in rows.copies(case_id) if (one.document, one.meeting) == (DOCUMENT, meeting)]
        for one in rows.case(case_id).of("invitee"):
            mine = [copy for copy in given if one.parent == meeting and _plain(copy.recipient) == _plain(whom(one))]
            days = [_day(copy) for copy in mine if copy.state != UNMADE]
            if days and not has_value(one["invited_on"]):
                rows.answer(one.id, "invited_on", min(days))
                touched.add(case_id)
            elif not days and one["invited_on"] in [_day(copy) for copy in mine]:
                rows.answer(one.id, "invited_on", Absent.NOT_ASKED)
                touched.add(case_id)
    return frozenset(touched)


def noted(copies: Iterable[Copy]) -> Changes:
    """What the pages are told once copies are entered: in which cases invitations went out."""
    return Changes(frozenset(one.case for one in copies if one.document == DOCUMENT), frozenset({"invitee"}))


def apart(case: Case) -> Case:
    """The case without the days on which people were invited, which no invitation prints."""
    records = case.of("invitee")
    return case.replaced(one.answered("invited_on", Absent.NOT_ASKED) for one in records)


def _day(copy: Copy) -> date:
    return copy.made_at.astimezone().date()


def _plain(line: str) -> str:
    return " ".join(line.casefold().split())
