"""``holdfast cases``: the caseload in lines."""

from __future__ import annotations

import argparse
import json
import sys

from casework.answer import Absent
from casework.dates import spoken
from desktop import clock
from desktop.command_line.unlocking import unlocked
from desktop.operations import caseload


def run(asked: argparse.Namespace) -> int:
    """List the cases on standard output, as a table or as JSON."""
    today = asked.today or clock.today()
    with unlocked(asked) as vault:
        kept = caseload.all_current(today)(vault)
    found, due = [one.line for one in kept], {one.line.id: one.next for one in kept}
    if asked.json:
        shaped = [
            {
                "case_ref": one.ref,
                "surname": one.surname,
                "forenames": one.forenames,
                "born": one.born.isoformat() if one.born else None,
                "category": one.category or None,
                "level": one.level or None,
                "next_due": day.isoformat() if (day := due[one.id]) else None,
            }
            for one in found
        ]
        sys.stdout.write(json.dumps(shaped, ensure_ascii=False, indent=1) + "\n")
        return 0
    unknown = Absent.UNKNOWN.label.en
    for one in found:
        name = f"{one.surname.upper()}, {one.forenames or unknown}"
        day = due[one.id]
        standing = f"Cat {one.category or '?'}  Level {one.level or '?'}"
        next_day = spoken(day) if day else "nothing due"
        sys.stdout.write(f"{one.ref}  {name:<36} {standing:<16} {next_day}\n")
    return 0
