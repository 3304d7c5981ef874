"""The law's dates and lanes as the controls show them."""

from __future__ import annotations

from casework.case import Case
from casework.dates import spoken
from casework.reckoning import LegalDate, Reckoning
from casework.record import title
from casework.timeline import CUSTODY, ITEM, LICENCE, NOTIFICATION, ORDER, lanes
from widgets.deadline import Deadline
from widgets.timeline import Bar, Lane, Pattern

_PATTERNS = {
    ORDER: Pattern.SOLID,
    ITEM: Pattern.HATCH,
    LICENCE: Pattern.OUTLINE,
    NOTIFICATION: Pattern.DOTS,
    CUSTODY: Pattern.CROSS,
}


def deadline(one: LegalDate, case: Case, *, named: bool = False, duty: bool = True) -> Deadline:
    """A date with its reasons as a row; ``named`` adds which record it is about, ``duty`` that it can be late."""
    subject = case.get(one.about)
    about = title(subject, linked=case.titled) if named and subject and subject.kind != "person" else ""
    own = (
        f"Set by {one.override_by or 'a person'}: {one.override_reason} The computed date is {spoken(one.on)}."
        if one.override
        else ""
    )
    return Deadline(
        one.working,
        one.label.en + (f" ({_READINGS[one.limit]})" if one.limit else ""),
        key=f"{one.code} {one.about}",
        time=one.at.strftime("%H:%M") if one.at else "",
        note=" · ".join(part for part in (_cut(about), own) if part),
        duty=duty,
        rule=one.rule,
        basis=one.basis,
        why=tuple(one.why.splitlines()),
        law_row=one.law_row,
        checked_on=one.checked_on,
        next=one.next.en,
    )


_READINGS = {"target": "safe reading", "outer": "last arguable day"}


def drawn(case: Case, reckoning: Reckoning) -> tuple[Lane, ...]:
    """The years of a case for the drawing on the screen."""
    return tuple(
        Lane(
            lane.label.en,
            tuple(Bar(bar.start, bar.end, bar.words, _PATTERNS[lane.kind], bar.about) for bar in lane.bars),
        )
        for lane in lanes(case, reckoning)
    )


def _cut(words: str, most: int = 72) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
