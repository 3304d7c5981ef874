"""``holdfast due``: everything with a date, overdue first."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import timedelta
from pathlib import Path

from casework.dated import Due
from casework.dates import distance, spoken
from casework.due import due
from casework.refusal import Refused
from desktop import clock
from desktop.command_line.unlocking import unlocked
from desktop.files import writable, write_whole

_WARNING = "The calendar file holds names and is not sealed: whoever has it can read them.\n"
_NEUTRAL = "The calendar file holds dates and case references, no name.\n"
_WEEKS_AHEAD = timedelta(weeks=4)


def run(asked: argparse.Namespace) -> int:
    """List what is due on standard output, as lines or as JSON."""
    today = asked.today or clock.today()
    until = asked.until or today + _WEEKS_AHEAD
    if asked.ics:
        writable(Path(asked.ics))
    elif asked.with_names:
        raise Refused("--with-names says what goes into the calendar file: give --ics FILE too.")
    with unlocked(asked) as vault, vault.read() as rows:
        cases = rows.cases()
        settings = rows.settings()
        found = [one for case in cases for one in due(case, today, until, settings=settings)]
    found.sort(key=lambda one: (one.on, one.ref, one.code))
    if asked.ics:
        from desktop.calendar_file import calendar_file  # noqa: PLC0415 - read when a calendar is wanted

        names = {one.id: one.name for one in cases} if asked.with_names else None
        write_whole(Path(asked.ics), calendar_file(found, clock.utc(), names))
        sys.stderr.write(_WARNING if asked.with_names else _NEUTRAL)
    if asked.json:
        sys.stdout.write(json.dumps([_shaped(one) for one in found], ensure_ascii=False, indent=1) + "\n")
        return 0
    for one in found:
        sys.stdout.write(f"{distance(one.on, today).en:<14} {spoken(one.on):<16} {one.ref}  {one.what.en}\n")
    if not found:
        sys.stdout.write(f"Nothing is due up to {spoken(until)}.\n")
    return 0


def _shaped(one: Due) -> dict[str, object]:
    return {
        "date": one.on.isoformat(),
        "case_ref": one.ref,
        "code": one.code,
        "what": one.what.en,
        "late": one.late,
        "rule": one.rule or None,
        "basis": one.basis or None,
        "why": one.why or None,
    }
