"""The figures of windows, yearly notice, travel and review, read from their table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from casework.definition import read
from casework.period import Period


@dataclass(frozen=True, slots=True)
class Periodic:
    """The yearly notice; weekly with no fixed abode since ``no_fixed_abode_row``."""

    every: Period
    no_fixed_abode: Period
    no_fixed_abode_row: str
    after_absence: Period


@dataclass(frozen=True, slots=True)
class Advance:
    """Notice of a change in advance: how near the expected day it must happen, and when to report that it did not."""

    either_side_days: int
    report_days: int


@dataclass(frozen=True, slots=True)
class StayRule:
    """A stay at another address counts when so many days are reached within a time."""

    days: int
    within: Period


@dataclass(frozen=True, slots=True)
class ChildHousehold:
    """A stay in a private place with someone under an age."""

    hours: int
    child_under: int
    row: str


@dataclass(frozen=True, slots=True)
class TravelRule:
    """Notice of foreign travel, in whole days before departure and in hours."""

    known_more_than_days: int
    target_days_before: int
    outer_days_before: int
    late_days_before: int
    late_hour: int
    excuse_days_before: int
    changed_target_days_before: int
    changed_outer_hours: int
    short_trip_days: int
    short_trips_exempt_to: date
    return_target_days: int
    return_outer_days: int


@dataclass(frozen=True, slots=True)
class ReviewRule:
    """Review of indefinite notification."""

    basis: str
    row: str
    adult: Period
    under_18: Period
    after_refusal: Period
    longest_after_refusal: Period
    acknowledge_days: int
    body_reply_days: int
    decide_days: int
    appeal_days: int


@dataclass(frozen=True, slots=True)
class ServiceRule:
    """When service counts as late."""

    late_after_days: int


@dataclass(frozen=True, slots=True)
class AgeRule:
    """The age of criminal responsibility."""

    criminal_responsibility: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Every figure of the notification rules."""

    window_days: int
    age_of_majority: int
    periodic: Periodic
    advance: Advance
    stay: StayRule
    child_household: ChildHousehold
    travel: TravelRule
    review: ReviewRule
    service: ServiceRule
    age: AgeRule


@cache
def figures() -> Figures:
    """The figures as shipped."""
    return read(Figures, files("casework.law") / "notification.toml")
