"""Sentences and relevant dates (VAL-20 to 22, 24; Schedule 3 not settled)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from casework.law.dossier import Dossier
from casework.law.facts.convictions import Conviction, Count
from casework.law.facts.events import DatedEvent
from casework.law.facts.record import INDEFINITE
from casework.law.notification.lengths import Length, near_thresholds, sentence_day, table
from casework.law.notification.totals import CUSTODIAL
from casework.law.notification.triggers import counts_at_all
from casework.law.result import Finding, finding
from casework.law.switches import switched
from casework.period import last_day

_INDETERMINATE = ("life", "ipp")
_RELEASED_FROM = ("custody", "remand", "hospital")


def sentences(one: Dossier) -> Iterator[Finding]:
    """What is wrong or doubtful about convictions, their sentences and what the old file says of them."""
    releases = {each.ended_on for each in one.whereabouts if each.kind in _RELEASED_FROM and each.ended_on}
    releases |= {each.on for each in one.events if isinstance(each, DatedEvent) and each.kind == "release" and each.on}
    for conviction in one.convictions.values():
        yield from _sentence(one, conviction)
        if conviction.relevant_date == conviction.sentenced_on:
            yield finding("notification.relevant_date_is_sentence_date", conviction.id)
        if conviction.relevant_date in releases:
            yield finding("notification.relevant_date_is_release_date", conviction.id)
        if any(count.schedule_3 == "unsure" for count in conviction.counts):
            yield finding("conviction.schedule_3_unsure", conviction.id)
        length = one.lengths.get(conviction.id)
        if length is not None and not conviction.quashed(one.today) and counts_at_all(conviction):
            yield from _recorded(conviction, length)
    yield from _recorded_ends(one)


def _recorded(conviction: Conviction, length: Length) -> Iterator[Finding]:
    """The last day in the old file against the computed one (VAL-20)."""
    computed = INDEFINITE if length.indefinite else length.last
    recorded = conviction.recorded_last_day
    if recorded is None or computed is None or recorded == computed or conviction.override_reason:
        return
    yield finding("notification.length_mismatch", conviction.id, recorded=recorded, computed=computed)


def _sentence(one: Dossier, conviction: Conviction) -> Iterator[Finding]:
    about = conviction.id
    near = tuple(near_thresholds(conviction, one.totals))
    if near:
        yield finding("sentence.near_threshold", about, threshold=" and ".join(str(each) for each in near))
    kinds = [_kind(one, count) for count in conviction.counts]
    by_schedule_3 = {kind for kind, count in zip(kinds, conviction.counts, strict=True) if count.schedule_3 != "no"}
    other = {kind for kind, count in zip(kinds, conviction.counts, strict=True) if count.schedule_3 == "no"}
    for kind, rule in table().custody.items():
        if rule.finding and kind in by_schedule_3:
            yield finding(rule.finding, about)
    custodial = {*CUSTODIAL, *_INDETERMINATE}
    together = bool(by_schedule_3 & custodial) and bool(other & custodial)
    if together or any(count.combine for count in conviction.counts):
        yield finding("sentence.mixed_counts", about)
    yield from _suspended(one, conviction)


def _kind(one: Dossier, count: Count) -> str:
    disposal = count.disposed(one.today)
    return disposal.kind if disposal else ""


def _suspended(one: Dossier, conviction: Conviction) -> Iterator[Finding]:
    """A suspended sentence longer than could be passed on its day (R-LEN-8)."""
    day, rule = sentence_day(conviction), table().suspended
    longest = rule.since if day >= switched(rule.row) else rule.before
    for count in conviction.counts:
        disposal = count.disposed(one.today)
        if disposal is None or disposal.kind != "suspended_sentence" or disposal.term is None:
            continue
        if last_day(day, disposal.term) > last_day(day, longest):
            yield finding("sentence.suspended_not_available", conviction.id, row=rule.row, day=day, longest=longest)
            return


def _recorded_ends(one: Dossier) -> Iterator[Finding]:
    """The end in the old file against a sexual harm prevention order in force (VAL-24)."""
    recorded = one.person.recorded_ends
    if not isinstance(recorded, date):
        return
    for life in one.lives.values():
        if life.kind.code == "shpo" and life.in_force(one.today):
            end = life.runs_to.day
            if end is None or recorded < end:
                yield finding("notification.recorded_end_before_order", life.order.id, recorded=recorded)
