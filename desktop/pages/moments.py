"""A moment of the log as a person tells it: by the clock of this machine."""

from __future__ import annotations

from datetime import datetime

from casework.dates import spoken
from desktop import clock


def lately(moment: datetime) -> str:
    """A moment of today as "14:02:07", an earlier one with its day."""
    here = moment.astimezone()
    return f"{here:%H:%M:%S}" if here.date() == clock.today() else local(moment)


def local(moment: datetime) -> str:
    """A moment in UTC as the wall clock here showed it: "Tue 12 May 2026, 14:02"."""
    here = moment.astimezone()
    return f"{spoken(here.date())}, {here:%H:%M}"
