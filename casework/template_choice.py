"""Which templates may be chosen, and which the facts of a case speak for, with the reason; a person decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from casework.case import Case, age
from casework.circumstances import CIRCUMSTANCES
from casework.template import Form, PlanTemplate, Suits, published
from casework.text import Text


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A template that the facts of a case speak for, and what they say."""

    template: PlanTemplate
    because: Text


def offered(templates: Iterable[PlanTemplate]) -> tuple[PlanTemplate, ...]:
    """The templates that a new plan can be made with: of each only the newest edition or version, no sheets."""
    return tuple(one for one in newest(templates) if one.form is not Form.SHEET)


def newest(templates: Iterable[PlanTemplate]) -> tuple[PlanTemplate, ...]:
    """Of each template the newest edition, or the version that came last."""
    known = tuple(templates)
    followed = {one.follows for one in known if one.follows}
    last = {one.named: one.code for one in known}
    return tuple(one for one in known if one.code not in followed and last[one.named] == one.code)


def sheet(local: Iterable[PlanTemplate]) -> PlanTemplate:
    """The sheet that stands beside a plan: the latest of the area's own, else the newest published."""
    return [one for one in (*published(), *local) if one.form is Form.SHEET][-1]


def suggested(case: Case, templates: Iterable[PlanTemplate], today: date) -> tuple[Suggestion, ...]:
    """The templates that suggest themselves, the narrower reason first: a theme before a level."""
    found = [(broad, Suggestion(one, because)) for one in templates for broad, because in _reasons(one, case, today)]
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _reasons(template: PlanTemplate, case: Case, today: date) -> Iterator[tuple[bool, Text]]:
    """At most one reason to a template, and whether it is no more than the level."""
    for suits in template.suits:
        because = _holds(suits, case, today)
        if because is not None:
            yield all(one.startswith("level_") for one in suits.when) and not suits.words and not suits.under, because
            return


def _holds(suits: Suits, case: Case, today: date) -> Text | None:
    if not all(CIRCUMSTANCES[one](case) for one in suits.when):
        return None
    born = case.one("person")["date_of_birth"]
    if suits.under and not (isinstance(born, date) and age(born, today) < suits.under):
        return None
    if not suits.words:
        return suits.because
    said = " ".join(
        f"{one.words('summary')} {one.words('circumstances')}" for one in case.of("conviction") if one["index"] is True
    ).casefold()
    word = next((one for one in suits.words if one in said), "")
    return suits.because.filled(word=word) if word else None
