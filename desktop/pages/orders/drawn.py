"""The law's dates and lanes as the controls show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.case import Case
from casework.dates import spoken
from casework.reckoning import LegalDate, Reckoning
from casework.record import title
from casework.timeline import CUSTODY, ITEM, LICENCE, NOTIFICATION, ORDER, endless, lanes, state
from casework.timeline import Bar as YearsBar
from casework.timeline import Lane as Years
from desktop.pages.record_told import place_of
from widgets.deadline import Deadline
from widgets.timeline import Bar, Lane, Pattern

_PATTERNS = {
    ORDER: Pattern.SOLID,
    ITEM: Pattern.HATCH,
    LICENCE: Pattern.OUTLINE,
    NOTIFICATION: Pattern.DOTS,
    CUSTODY: Pattern.CROSS,
}


def deadline(
    one: LegalDate, case: Case, *, named: bool = False, duty: bool = True, alike: Sequence[LegalDate] = ()
) -> Deadline:
    """A date with its reasons as a row; ``named`` adds which record it is about, ``duty`` that it can be late.

    ``alike`` are the dates told in the same row, this one among them.
    """
    about = told_about(alike or (one,), case) if named or len(alike) > 1 else ""
    own = (
        f"Set by {one.override_by}: {one.override_reason}\nThe computed date is {spoken(one.on)}."
        if one.override
        else ""
    )
    return Deadline(
        one.working,
        said(one),
        key=f"{one.code} {one.about}",
        time=one.at.strftime("%H:%M") if one.at and not one.override else "",
        note="\n".join(part for part in (about, own) if part),
        duty=duty,
        rule=one.rule,
        basis=one.basis,
        why=tuple(one.why.splitlines()),
        law_row=one.law_row,
        checked_on=one.checked_on,
        next=one.next.en,
    )


def said(one: LegalDate) -> str:
    """What a date is, and which reading of the law where there are two."""
    return one.label.en + (f" ({_READINGS[one.limit]})" if one.limit else "")


def told_about(dates: Sequence[LegalDate], case: Case) -> str:
    """The records that dates are about in a line: conditions by their numbers, one alone also in its words."""
    subjects = [found for one in dates if (found := case.get(one.about)) and found.kind != "person"]
    numbered = [place_of(one, case) for one in subjects if one.kind in _NUMBERED]
    if len(subjects) > 1 and len(numbered) == len(subjects):
        return f"Conditions {_series(sorted(numbered))}"
    if len(subjects) > 1:
        return f"{len(subjects)} alike"
    number = f"Condition {numbered[0]}: " if numbered else ""
    return number + _cut(title(subjects[0], linked=case.titled)) if subjects else ""


def _series(numbers: Sequence[int]) -> str:
    """Numbers in a line, with a dash where three or more follow each other: "1–9, 11"."""
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    told = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return ", ".join(told)


_NUMBERED = ("condition", "licence_condition")
_READINGS = {"target": "safe reading", "outer": "last arguable day"}


def drawn(case: Case, reckoning: Reckoning) -> tuple[Lane, ...]:
    """The years of a case for the drawing on the screen; a bar says its last day, one of custody its place."""
    return tuple(
        Lane(
            _lane_words(case, lane),
            tuple(
                Bar(
                    bar.start,
                    bar.end,
                    bar.words if lane.kind == CUSTODY else _last(lane, bar),
                    _PATTERNS[lane.kind],
                    bar.about,
                    _name(case, lane, bar),
                    endless(lane, bar).en if bar.end is None else "",
                )
                for bar in lane.bars
            ),
        )
        for lane in lanes(case, reckoning)
    )


@dataclass(frozen=True, slots=True)
class Spell:
    """A bar of the drawing as a row of the table: what, from when, to when, how it stands."""

    what: str
    start: date
    end: date | None
    until: str
    state: str
    about: str


def spells(case: Case, reckoning: Reckoning) -> tuple[Spell, ...]:
    """The same as the drawing, a row for each bar."""
    return tuple(
        Spell(
            _name(case, lane, bar),
            bar.start,
            bar.end,
            spoken(bar.end) if bar.end else endless(lane, bar).en.capitalize(),
            state(reckoning, lane, bar).en,
            bar.about,
        )
        for lane in lanes(case, reckoning)
        for bar in lane.bars
    )


def _name(case: Case, lane: Years, bar: YearsBar) -> str:
    if lane.kind == ITEM and (condition := case.get(bar.about)):
        return f"{place_of(condition, case)}. {bar.words}"
    return bar.words if lane.kind == CUSTODY else lane.label.en


def _lane_words(case: Case, lane: Years) -> str:
    condition = case.get(lane.bars[0].about) if lane.kind == ITEM else None
    return f"{place_of(condition, case)}. {lane.label.en}" if condition else lane.label.en


def _last(lane: Years, bar: YearsBar) -> str:
    return f"to {spoken(bar.end).partition(' ')[2]}" if bar.end else endless(lane, bar).en


def _cut(words: str, most: int = 72) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
