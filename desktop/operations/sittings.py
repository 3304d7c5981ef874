"""The meetings of every case: listed by day, with what the agencies have open, and the day's list as paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from casework.dates import spoken
from casework.meetings.actions import Followed, Tally, followed, tallies
from casework.meetings.day import Sitting, in_order, sittings
from casework.meetings.quality import Half, halves, scored
from desktop.operations import papers
from desktop.operations.intent import Read
from storage.vault import Vault

REASON = "mappa"


@dataclass(frozen=True, slots=True)
class Meetings:
    """Every meeting in its order, what each agency has open over the cases that have meetings, counts of audits."""

    sittings: tuple[Sitting, ...]
    agencies: tuple[Tally, ...]
    quality: tuple[Half, ...] = ()


def meetings(today: date) -> Read[Meetings]:
    """Read every case that has a meeting."""

    def read(vault: Vault) -> Meetings:
        found: list[Sitting] = []
        actions: list[Followed] = []
        audits: list[tuple[str, date, tuple[str, ...]]] = []
        with vault.read() as rows:
            settings = rows.settings()
            for one in rows.cases_with("meeting"):
                case = rows.case(one)
                packs = Counter(copy.meeting for copy in rows.copies(one) if copy.document == "pack")
                found += sittings(case, packs)
                audits += scored(case)
                actions += [followed(case, action, today, settings) for action in case.of("action")]
        return Meetings(in_order(tuple(found)), tallies(actions), halves(audits))

    return read


RUNS = {"pack": ("ahead", "sitting"), "action_slips": ("closed", "approved", "issued")}
"""What is printed for every case of a day in one run, and for meetings of which states."""


def orders(shown: tuple[Sitting, ...], document: str) -> tuple[papers.Order, ...]:
    """A document for each meeting of a day that is far enough: packs for the chair, slips for who acts."""
    return tuple(
        papers.Order(
            one.case, document, (one.chair or "The chair") if document == "pack" else "\n".join(one.acting),
            f"Meeting of {spoken(one.on)}", meeting=str(one.meeting),
        )
        for one in shown
        if one.state in RUNS[document] and (document == "pack" or one.acting)
    )  # fmt: skip


def listed(shown: tuple[Sitting, ...], today: date) -> Read[bytes]:
    """A day's list on paper, times and initials only; the look at each case stands in the log before it is made."""

    def read(vault: Vault) -> bytes:
        from reports.day_list import day_list  # noqa: PLC0415 - ReportLab is read when paper is wanted

        with vault.write("consultation", REASON) as rows:
            for one in shown:
                rows.consult(one.case, REASON)
        return day_list(shown, today)

    return read
