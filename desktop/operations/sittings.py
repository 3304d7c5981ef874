"""The meetings of every case: listed by day, with what the agencies have open, and the day's list as paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from casework.meetings.actions import Followed, Tally, followed, tallies
from casework.meetings.day import Sitting, in_order, sittings
from desktop.operations.intent import Read
from storage.vault import Vault

REASON = "mappa"


@dataclass(frozen=True, slots=True)
class Meetings:
    """Every meeting in its order, and what each agency has open over the cases that have meetings."""

    sittings: tuple[Sitting, ...]
    agencies: tuple[Tally, ...]


def meetings(today: date) -> Read[Meetings]:
    """Read every case that has a meeting."""

    def read(vault: Vault) -> Meetings:
        found: list[Sitting] = []
        actions: list[Followed] = []
        with vault.read() as rows:
            settings = rows.settings()
            for one in rows.cases_with("meeting"):
                case = rows.case(one)
                found += sittings(case, sum(copy.document == "pack" for copy in rows.copies(one)))
                actions += [followed(case, action, today, settings) for action in case.of("action")]
        return Meetings(in_order(tuple(found)), tallies(actions))

    return read


def listed(shown: tuple[Sitting, ...], today: date) -> Read[bytes]:
    """A day's list on paper, times and initials only; the look at each case stands in the log before it is made."""

    def read(vault: Vault) -> bytes:
        from reports.day_list import day_list  # noqa: PLC0415 - ReportLab is read when paper is wanted

        with vault.write("consultation", REASON) as rows:
            for one in shown:
                rows.consult(one.case, REASON)
        return day_list(shown, today)

    return read
