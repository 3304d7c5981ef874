"""``holdfast due``: everything with a date, overdue first."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import timedelta

from casework.dates import distance, spoken
from casework.due import Due, due
from desktop import clock
from desktop.command_line.unlocking import unlocked

_WEEKS_AHEAD = timedelta(weeks=4)


def run(asked: argparse.Namespace) -> int:
    """List what is due on standard output, as lines or as JSON."""
    today = asked.today or clock.today()
    until = asked.until or today + _WEEKS_AHEAD
    with unlocked(asked) as vault, vault.read() as rows:
        found = [one for case in rows.cases() for one in due(case, today, until)]
    found.sort(key=lambda one: (one.on, one.ref, one.code))
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
