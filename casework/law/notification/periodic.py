"""The yearly notice, weekly with no fixed abode (Sexual Offences Act 2003 s.85)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.dates import spoken
from casework.law.absence import spells
from casework.law.dossier import Dossier
from casework.law.facts.events import Notification
from casework.law.notification.tables import Periodic, figures
from casework.law.orders.bounds import ends
from casework.law.result import Dated, dated
from casework.law.switches import switched
from casework.period import Period, day_after, last_day

RESETTING = ("initial", "change", "periodic")


def last_notice(one: Dossier, regime: str, order: str = "") -> Notification | None:
    """The latest notice under a regime that starts the year again."""
    given = [
        note
        for note in one.notifications
        if note.regime == regime
        and note.kind in RESETTING
        and note.resets_annual
        and (not order or note.order == order)
    ]
    return max(given, key=lambda note: note.given_on, default=None)


def periodic(one: Dossier) -> Iterator[Dated]:
    """When the next periodic notice is due; none where notification ends first."""
    note = last_notice(one, "soa")
    stretch = one.standing.stretch(note.given_on) if note else None
    if note is None or stretch is None:
        return
    period, rule, row = _period(one, note.given_on, figures().periodic)
    due = day_after(note.given_on, period)
    why = f"{period} after the last notice on {spoken(note.given_on)} {ends(period)} on {spoken(due)}."
    if one.away.covers(due):
        free = one.away.next_free(due)
        if free is None:
            return
        due = last_day(free, figures().periodic.after_absence)
        why += f" Away on that day until {spoken(free)}: three days beginning with it end on {spoken(due)}."
    if stretch.last is None or due <= stretch.last:
        yield dated("notification.periodic_by", one.person.id, due, why, rule=rule, row=row)


def _period(one: Dossier, given_on: date, table: Periodic) -> tuple[Period, str, str]:
    roofless = spells(one.whereabouts, ("no_fixed_abode",)).covers(given_on)
    if roofless and given_on >= switched(table.no_fixed_abode_row):
        return table.no_fixed_abode, "R-DUE-7", table.no_fixed_abode_row
    return table.every, "R-DUE-5", ""
