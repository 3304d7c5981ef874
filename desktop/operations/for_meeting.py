"""For or of which meeting a paper is, and how that meeting stands: still ahead, held, approved, signed."""

from __future__ import annotations

from datetime import date

from casework.case import Case
from casework.document import documents
from casework.meetings.minutes import last_closed
from casework.pack import Countersigner
from casework.record import Record
from storage.rows import Rows

_OF = ("meeting", "cover")


def ahead(case: Case, today: date) -> Record | None:
    """The next meeting, else the one that stands last."""
    coming = [one for one in case.of("meeting") if isinstance(one["on"], date) and one["on"] >= today]
    return min(coming, key=lambda one: str(one["on"])) if coming else case.current("meeting", today)


def held(rows: Rows, case: Case, wanted: str) -> tuple[Case, Record | None]:
    """A meeting that was held, in the case as its minutes were approved, with the corrections that came since."""
    meeting = case.get(wanted) if wanted else last_closed(case)
    if meeting is None or rows.approved_minutes(meeting.id) is None:
        return case, meeting
    kept = rows.minutes_snapshot(meeting.id)
    then = (kept.get(meeting.id) or meeting).answered("issued_on", meeting["issued_on"])
    since = case.children(meeting, "correction")
    known = {one.id for one in since}
    rest = (then if one.id == then.id else one for one in kept.records if one.id not in known)
    return kept.replaced((*rest, *since)), then


def signed(rows: Rows, meeting: Record | None) -> Countersigner | None:
    """The chair's own signature under the minutes of a meeting; one that does not fit is not printed."""
    found = rows.approved_minutes(meeting.id) if meeting else None
    one = found.signed if found else None
    return Countersigner(one.name, one.at.astimezone().date(), one.fingerprint) if one and one.holds else None


def counted(case: Case, document: str, wanted: str, today: date) -> str:
    """The meeting that copies of a document are counted under; empty where there is none."""
    known = documents().get(document)
    if known is None or not (known.of_minutes or any(one.set in _OF for one in known.part)):
        return ""
    found = last_closed(case) if known.of_minutes else ahead(case, today)
    one = case.get(wanted) or found
    return str(one.id) if one else ""
