"""Between closing and approval: lines and reasons are mended on the meeting's page, and every change is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from casework.answer import Answer
from casework.meetings.people import agency_name
from casework.meetings.restricted import refuses
from casework.record import CaseId, Record, RecordId, has_value
from casework.refusal import Refused
from desktop.operations.intent import Changes, Write
from desktop.operations.sitting import meeting_of
from storage.rows import Rows
from storage.vault import Vault

REASONS = ("rosh_reason", "disclosure_reason", "level_reason", "exit_reason", "register_updated", "quorum_reason")
"""What may still be worded anew of what was decided; the decisions themselves stand."""
_ITEMS = {"rosh_reason": "risk", "disclosure_reason": "disclosure", "exit_reason": "next", "quorum_reason": "welcome"}


def note(  # noqa: PLR0917 - what was changed of which meeting, when
    rows: Rows,
    case: CaseId,
    meeting: Record,
    now: datetime,
    what: str,
    line: Record | None = None,
    *,
    was: str = "",
    item: str = "welcome",
) -> None:
    """Keep that something was changed after closing; nothing while the meeting is not closed.

    What stood in a line of the restricted annex is not repeated.
    """
    if not isinstance(meeting["closed_at"], datetime):
        return
    answers: dict[str, Answer] = {"what": what, "at": now, "item": item}
    if line is not None:
        answers["item"] = line.words("item")
        if what != "struck":
            answers["line"] = line.id
        if what in ("anew", "struck") and line["annex"] is not True:
            was = line.words("words")
    if was:
        answers["was"] = was
    rows.add(case, "minute_change", answers, meeting.id)


def reword(case_id: CaseId, meeting: str, key: str, words: str, now: datetime) -> Write:
    """Word a reason anew after closing, also where closing copied it to. Raises Refused with its key."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            case = rows.case(case_id)
            held = meeting_of(case, meeting)
            if has_value(held["approved_on"]):
                raise Refused("These minutes are approved: record a correction.", key)
            if key not in REASONS or not words.strip():
                raise Refused("A reason stays a reason: write it anew, or leave it as it stands.", key)
            if why := refuses(words, case, held):
                raise Refused(why, key)
            was = held.words(key)
            note(rows, case_id, held, now, "reason", was=was, item=_ITEMS.get(key, "level"))
            rows.answer(held.id, key, words.strip())
            for record, copied in _copies(case.records, held, key, was):
                rows.answer(RecordId(record), copied, words.strip())
        return Changes(frozenset({case_id}), frozenset({"meeting", "level", "exit", "disclosure"}), meeting)

    return write


def told_of(invitee: Record) -> str:
    """Somebody and how they attended, in words."""
    shown = invitee.shape.get("attended")
    how = shown.told(invitee["attended"]) if shown and has_value(invitee["attended"]) else "not ticked"
    return f"{invitee.words('name') or agency_name(invitee.words('agency'))}: {how}"


def _copies(records: tuple[Record, ...], held: Record, key: str, was: str) -> Iterator[tuple[str, str]]:
    """Where closing put a reason besides the meeting: record and field."""
    for one in records:
        if key == "level_reason" and one.kind == "level" and (one["from"], one["criterion"]) == (held["on"], was):
            yield one.id, "criterion"
        elif held.id in one.links("meeting") and (one.kind, key) in _COPIED:
            field = _COPIED[one.kind, key]
            if one[field] == was:
                yield one.id, field


_COPIED = {("disclosure", "disclosure_reason"): "reason", ("exit", "exit_reason"): "why"}
