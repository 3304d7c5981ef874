"""The law in this program, line by line, made from the same data that the rules compute with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from casework.dates import spoken
from casework.law.codes import date_codes, finding_codes
from casework.law.notification.lengths import Row
from casework.law.notification.lengths import table as lengths
from casework.law.switches import doubts, pack, switches
from casework.orders import OrderKind, Selects, Standing, order_kinds
from casework.orders.law import Base, Law, Limit, NoticeKind, Whom


@dataclass(frozen=True, slots=True)
class LawRow:
    """One line: its id, what it is about and says, Act and section, and when it holds.

    ``kind`` is switch, order, length, date, check or doubt. A dormant line is shown and never computed with.
    """

    id: str
    kind: str
    title: str
    says: str
    basis: str
    checked_on: date
    since: date | None = None
    to: date | None = None
    dormant: bool = False


@cache
def rows() -> tuple[LawRow, ...]:
    """Every line: changes of the law, orders, lengths of notification, dates, checks, doubts."""
    return (*_switches(), *_orders(), *_lengths(), *_dates(), *_checks(), *_doubts())


def _switches() -> Iterator[LawRow]:
    for one in switches().values():
        says = f"{one.what} Decided by: {one.selects}."
        dormant = one.date is None
        yield LawRow(one.id, "switch", one.what, says, one.basis, one.checked_on, one.date, dormant=dormant)


def _orders() -> Iterator[LawRow]:
    for kind in order_kinds().values():
        for law in kind.law:
            yield LawRow(
                kind.code, "order", kind.name.en, _said(kind, law), law.basis, law.checked_on, law.in_force_from,
                law.to, dormant=kind.available.standing is Standing.UNKNOWN,
            )  # fmt: skip


_BASES = {
    Base.MADE_ON: "the day made",
    Base.START: "the first day in force",
    Base.SERVED_ON: "the day of service",
    Base.ITEM_START: "the first day of the item",
    Base.OLD_LAST_DAY: "the old last day",
    Base.LATEST_VARIATION: "the start or latest variation",
}
_WHOM = {
    Whom.EVERYONE: "",
    Whom.ADULT: " (18 and over)",
    Whom.UNDER_18: " (under 18)",
    Whom.WITH_CUSTODY: " (with immediate custody)",
    Whom.WITHOUT_CUSTODY: " (without immediate custody)",
}
_NOTICES = {
    NoticeKind.NONE: "no notification",
    NoticeKind.FULL: "full notification",
    NoticeKind.NAME_AND_ADDRESS: "name and address notified",
    NoticeKind.TRAVEL: "foreign travel notified",
    NoticeKind.SECTION_82: "notification for the period of s.82 from the foreign conviction",
}


def _said(kind: OrderKind, law: Law) -> str:
    notice = _NOTICES[law.notice.kind]
    if law.notice.window_from is not None and law.notice.kind is not NoticeKind.NONE:
        notice += f" from {_BASES[law.notice.window_from]}"
    told = [
        *_limits("at least", law.minimum),
        *_limits("at most", law.maximum),
        *_limits("renewed for at most", [law.renewal] if law.renewal else []),
        *_limits("discharge without both consents barred for", law.discharge_bar),
        "until further order allowed" if law.until_further_order and not law.maximum else "",
        notice,
        "full notification after a breach" if law.notice.full_after_breach else "",
        f"minimum age {law.minimum_age}" if law.minimum_age else "",
        _available(kind),
        "piloted in some areas" if kind.available.standing is Standing.PILOTED else "",
        "start not known" if kind.available.standing is Standing.UNKNOWN else "",
    ]
    said = "; ".join(one for one in told if one)
    return f"{said[0].upper()}{said[1:]}."


def _available(kind: OrderKind) -> str:
    rule = kind.available
    since = f" from {spoken(rule.since)}" if rule.since else ""
    to = f" to {spoken(rule.to)}" if rule.to else ""
    by = "made" if rule.selected_by is Selects.MADE_ON else "applied for"
    return f"available when {by}{since}{to}" if since or to else ""


def _limits(word: str, limits: Iterable[Limit]) -> Iterator[str]:
    for one in limits:
        how = "beginning with" if one.beginning_with else "after"
        yield f"{word} {one.period} {how} {_BASES[one.base]}{_WHOM[one.whom]}"


def _lengths() -> Iterator[LawRow]:
    table = lengths()
    for one in table.row:
        yield LawRow(f"s.82 {one.code}", "length", one.says, _lasts(one), table.basis, table.checked_on)


def _lasts(row: Row) -> str:
    if row.own_term:
        return "Notification lasts as long as the disposal itself."
    if row.adult is None:
        return "Notification without end."
    return f"Notification for {row.adult} beginning with the relevant date; under 18 {row.under_18}."


def _dates() -> Iterator[LawRow]:
    for one in date_codes().values():
        basis = one.basis or "The Act of the order"
        yield LawRow(one.rule, "date", one.label.en, one.next.en, basis, pack().checked_on)


def _checks() -> Iterator[LawRow]:
    for one in finding_codes().values():
        basis = one.basis or "The Act of the order"
        yield LawRow(one.rule, "check", one.code, one.message.en, basis, pack().checked_on)


def _doubts() -> Iterator[LawRow]:
    for one in doubts():
        says = f"{one.says} {one.certainty}"
        yield LawRow(one.id, "doubt", one.title, says, one.basis, pack().checked_on, dormant=True)
