"""Several cases in one run: a document of each for its recipients, all logged before the first page is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from casework import recipients
from casework.case import Case
from casework.copy_register import UNMADE, Copy, Told
from casework.document import documents
from casework.meetings.minutes import last_closed
from casework.pack import AS_SUCH, MeetingPack
from casework.record import CaseId
from casework.refusal import Refused
from desktop.operations import copies, for_meeting, inviting, papers
from desktop.operations.intent import Changes, Read, Write
from storage.rows import Rows
from storage.vault import Vault

CHAIR, INVITED, LEAD, NAMED = "chair", "invited", "lead", "named"
MOST_COPIES = 500
BROKEN_OFF = "The run was broken off before it was its turn."


Pages = tuple[bytes, bytes]
"""A finished PDF, and the same as text where that was asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted of every case of a run; ``whom`` tells who it is for, ``named`` the lines of those named for all.

    The order's case and recipient are taken from each case.
    """

    order: papers.Order
    whom: str = CHAIR
    named: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Planned:
    """One case of a run: its order, with nobody in it where the case names nobody, and why it cannot be made."""

    ref: str
    order: papers.Order
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class Entered:
    """A copy of a run that stands in the register and the log, and is now to be made."""

    ref: str
    order: papers.Order
    copy: Copy


def planned(cases: Sequence[CaseId], wanted: Wanted, today: date) -> Read[tuple[Planned, ...]]:
    """The run case by case, in the order given; cases that are gone are left out."""

    def read(vault: Vault) -> tuple[Planned, ...]:
        found = []
        with vault.read() as rows:
            for one in cases:
                try:
                    found.append(_planned(rows.case(one), wanted, today))
                except Refused:
                    continue
        return tuple(found)

    return read


def _planned(case: Case, wanted: Wanted, today: date) -> Planned:
    document = documents().get(wanted.order.document)
    meeting = last_closed(case) if document and document.of_minutes else for_meeting.ahead(case, today)
    lines = {
        CHAIR: lambda: recipients.chair(meeting),
        INVITED: lambda: recipients.invited(case, meeting),
        LEAD: lambda: recipients.lead(case),
    }.get(wanted.whom, lambda: tuple(wanted.named.splitlines()))()
    held = str(meeting.id) if meeting and document and document.of_minutes else ""
    order = replace(wanted.order, case=case.id, recipient="\n".join(lines), meeting=held)
    wrong = "" if order.recipients else "Nobody to give it to"
    return Planned(case.ref, order, wrong if case.one("plan").words("template") else "No plan that can be printed")


def unknown_lines(order: papers.Order, today: date, now: datetime) -> Read[int]:
    """How many lines of the pages of one case are not known."""

    def read(vault: Vault) -> int:
        pack = papers.preview(papers.as_preview(order, ""), today, now)(vault)
        return sum(one.line for one in papers.unknowns(pack, order))

    return read


def as_such(run: Sequence[Planned], today: date, now: datetime) -> Read[tuple[Planned, ...]]:
    """The run with every line that is not known counted, and printed as such where nothing else was chosen."""

    def read(vault: Vault) -> tuple[Planned, ...]:
        found = []
        for one in run:
            lines = 0 if one.wrong else unknown_lines(one.order, today, now)(vault)
            order = replace(one.order, unknowns=one.order.unknowns or AS_SUCH, unknown_lines=lines)
            found.append(replace(one, order=order))
        return tuple(found)

    return read


def entered(run: Sequence[Planned], today: date, now: datetime) -> Read[tuple[Entered, ...]]:
    """Enter every copy of a run, and the list of them, in one go: all of them are logged, or none.

    Raises Refused, with the case's reference, where one of them cannot be.
    """

    def write(vault: Vault) -> tuple[Entered, ...]:
        may(run)
        found: list[Entered] = []
        with vault.write("disclosure", run[0].order.reason) as rows:
            for one in run:
                _, given = papers.entered(vault, rows, one.order, today, now)
                found += [Entered(one.ref, one.order, copy) for copy in given]
            rows.register.list_out()
        return tuple(found)

    return write


def may(run: Sequence[Planned]) -> None:
    """Raise Refused where a run is empty or too long, or where one of its cases cannot be made."""
    for one in run:
        _may(one)
    count = sum(one.order.count for one in run)
    if not 1 <= count <= MOST_COPIES:
        raise Refused(f"A run has from 1 to {MOST_COPIES} copies, and this one has {count}.", "cases")


def _may(one: Planned) -> None:
    if one.wrong:
        raise Refused(f"{one.ref}: {one.wrong.lower()}. Name somebody for it, or take it out of the run.", "cases")
    try:
        papers.checked(one.order)
    except Refused as refusal:
        raise Refused(f"{one.ref}: {refusal.why.en}", refusal.where) from None


def pack_of(one: Entered, today: date, now: datetime) -> Read[MeetingPack]:
    """What one copy prints, read when its turn comes, so that no more than one is held at a time."""

    def read(vault: Vault) -> MeetingPack:
        pack = papers.preview(one.order, today, now)(vault)
        return papers.of_copy(pack, one.copy)

    return read


def given_before(run: Sequence[Planned], today: date, now: datetime) -> Read[tuple[Copy, ...]]:
    """The copies of the very same content that went to recipients of this run."""

    def read(vault: Vault) -> tuple[Copy, ...]:
        able = [one.order for one in run if not one.wrong]
        return tuple(copy for order in able for copy in copies.given_before(order, today, now)(vault))

    return read


def made(pack: MeetingPack, order: papers.Order) -> Pages:
    """The pages of one copy, and the same as text where it is asked for. Takes no vault."""
    return papers.made(pack, order), papers.as_text(pack, order)


def listed(run: Sequence[Entered], today: date) -> Pages:
    """The list that lies on top of a run: case, copy, document, for whom; references and no names of anybody in it."""
    from reports.copy_list import run_list  # noqa: PLC0415 - ReportLab is read when paper is wanted

    return run_list([(one.ref, one.copy) for one in run], today), b""


def not_made(run: Sequence[Entered], why: str) -> Write:
    """Enter that the copies of a run which were not reached never came to be."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            touched = _mark(rows, run, why)
        return Changes(touched, frozenset({copies.COPY}))

    return write


def _mark(rows: Rows, run: Sequence[Entered], why: str) -> frozenset[CaseId]:
    day = max(one.copy.made_at.astimezone().date() for one in run)
    rows.register.mark([one.copy.id for one in run], Told(UNMADE, day, copies.PROGRAM, why), day)
    return inviting.follow(rows, [one.copy for one in run])


def carried_out(  # noqa: PLR0917 - the run, where it goes, and when
    vault: Vault,
    run: Sequence[Planned],
    put: Callable[[Entered | None, Pages], None],
    told: Callable[[int, int], None],
    today: date,
    now: datetime,
) -> tuple[Entered, ...]:
    """A whole run without a window: everything is logged, then the list and each copy is made and ``put`` somewhere.

    ``told(made, all)`` after each. Whatever breaks it off goes on outwards, once what is left is entered as not made.
    """
    given, there = entered(run, today, now)(vault), 0
    try:
        put(None, listed(given, today))
        for one in given:
            put(one, made(pack_of(one, today, now)(vault), one.order))
            there += 1
            told(there, len(given))
    finally:
        if left := given[there:]:
            not_made(left, BROKEN_OFF)(vault)
    return given
