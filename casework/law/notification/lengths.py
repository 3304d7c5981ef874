"""How long notification lasts for a conviction: the table of s.82 laid on its counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from casework.dates import spoken
from casework.definition import read
from casework.law.facts.convictions import Conviction, Count, Disposal
from casework.law.notification.totals import CUSTODIAL, Total
from casework.law.orders.bounds import ends
from casework.period import Period, age_on, last_day


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; without lengths it is indefinite, with ``own_term`` the disposal's own period."""

    code: str
    says: str
    disposals: tuple[str, ...] = ()
    adult: Period | None = None
    under_18: Period | None = None
    own_term: bool = False
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Custody:
    """How a custodial disposal is counted, and the finding that says so."""

    counts: str
    rule: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Suspended:
    """The longest suspended sentence before and since a switch."""

    row: str
    before: Period
    since: Period


@dataclass(frozen=True, slots=True)
class Table:
    """The table of Sexual Offences Act 2003 s.82."""

    basis: str
    checked_on: date
    over: Period
    indefinite_from: Period
    row: tuple[Row, ...]
    custody: dict[str, Custody]
    suspended: Suspended


@cache
def table() -> Table:
    """The table as shipped."""
    return read(Table, files("casework.law") / "lengths.toml")


@cache
def _rows() -> dict[str, Row]:
    return {one.code: one for one in table().row}


@dataclass(frozen=True, slots=True)
class Length:
    """How long a conviction brings notification: a last day, indefinite, or not known while unsentenced."""

    last: date | None
    indefinite: bool
    unsentenced: bool
    why: str
    rule: str


def length(conviction: Conviction, totals: Mapping[str, Total], born: date, today: date) -> Length | None:
    """The period of a conviction with a Schedule 3 count; None where no count brings notification.

    The longest count decides (R-NOT-4); a finding followed by a trial stops at its end (s.82(5)).
    """
    counts = [one for one in conviction.counts if _brings(one, conviction, today)]
    if not counts:
        return None
    known = [one for one in counts if conviction.kind == "caution" or one.disposed(today)]
    laid = [_of_count(one, conviction, totals, born, today) for one in known]
    unsentenced = len(known) < len(counts)
    indefinite = next((one for one in laid if one.indefinite), None)
    if indefinite is not None:
        return _stopped(indefinite, conviction)
    if unsentenced:
        why = "The length is known only when the person is sentenced."
        return _stopped(Length(None, False, True, why, "R-NOT-2"), conviction)
    return _stopped(max(laid, key=lambda one: one.last or date.min), conviction)


def _brings(count: Count, conviction: Conviction, today: date) -> bool:
    disposal = count.disposed(today)
    absolute = disposal is not None and disposal.kind == "absolute_discharge"
    return count.schedule_3 != "no" and (conviction.kind == "caution" or not absolute)


def _stopped(found: Length, conviction: Conviction) -> Length:
    ended = conviction.trial_ended_on
    if ended is None or (found.last is not None and found.last <= ended):
        return found
    why = f"{found.why} The trial after the finding ended on {spoken(ended)} and with it the period (s.82(5))."
    return Length(ended, False, False, why, "R-NOT-6")


def _of_count(count: Count, conviction: Conviction, totals: Mapping[str, Total], born: date, today: date) -> Length:
    disposal = count.disposed(today)
    row, counted, rule = _row(count, conviction, totals, disposal)
    start = conviction.relevant_date
    opening = f"Relevant date {spoken(start)}; {counted}."
    if row.own_term and disposal and disposal.term:
        period, rule = disposal.term, "R-LEN-1"
    elif row.adult and row.under_18:
        young = age_on(born, start) < 18
        period = row.under_18 if young else row.adult
        opening += " Under 18 on that day: half." if young else ""
        rule = rule or ("R-LEN-2" if young else "R-LEN-1")
    else:
        return Length(None, True, False, f"{opening} Indefinite.", row.rule or "2.2")
    last = last_day(start, period)
    why = f"{opening} {period} beginning with {spoken(start)} {ends(period)} on {spoken(last)}."
    return Length(last, False, False, why, rule)


def _row(
    count: Count, conviction: Conviction, totals: Mapping[str, Total], disposal: Disposal | None
) -> tuple[Row, str, str]:
    """The line of the table for a count, what is said of it, and the rule that led to it."""
    rows = _rows()
    if conviction.kind == "caution" or disposal is None:
        return rows["caution"], rows["caution"].says, ""
    if disposal.kind in CUSTODIAL and count.id in totals:
        total = totals[count.id]
        row = rows[_custody_row(total.period, conviction)]
        rule = "R-LEN-3" if len(total.parts) > 1 else table().custody[disposal.kind].rule
        return row, f"{disposal.kind.replace('_', ' ')}, {total.words}: {row.says}", rule
    if disposal.kind == "hospital_order":
        row = rows["hospital_restricted" if disposal.restriction else "hospital"]
        return row, row.says, ""
    row = next((one for one in table().row if disposal.kind in one.disposals), rows["other"])
    return row, f"{disposal.kind.replace('_', ' ')}: {row.says}" if row.code == "other" else row.says, ""


def sentence_day(conviction: Conviction) -> date:
    """The day from which terms are laid: of sentence, else the relevant date."""
    return conviction.sentenced_on or conviction.relevant_date


def _custody_row(total: Period, conviction: Conviction) -> str:
    start = sentence_day(conviction)
    end = last_day(start, total)
    if end >= last_day(start, table().indefinite_from):
        return "custody_indefinite"
    return "custody_long" if end > last_day(start, table().over) else "custody_short"


def near_thresholds(conviction: Conviction, totals: Mapping[str, Total]) -> Iterator[Period]:
    """The thresholds that a total of this conviction comes within one day of (VAL-21)."""
    start = sentence_day(conviction)
    for threshold in (table().over, table().indefinite_from):
        limit = last_day(start, threshold)
        for count in conviction.counts:
            total = totals.get(count.id)
            if total and abs((last_day(start, total.period) - limit).days) <= 1:
                yield threshold
                break
