"""Leaving MAPPA: what is known of it beforehand, and what in the case does not fit with it yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from casework.answer import Answer
from casework.case import Case
from casework.dates import spoken
from casework.reckoning import LegalDate
from casework.record import Record, has_value, title
from casework.summary import open_actions
from casework.text import Language, Text

STANDS = ("category", "level")
_ENDS = ("notification.ends", "order.last_day", "licence.last_day")


@dataclass(frozen=True, slots=True)
class StillOpen:
    """Something that an exit leaves open: in words, and the record that it is about. ``ends``: the exit can end it."""

    says: Text = field(repr=False)
    about: str = ""
    ends: bool = False


def new_exit(today: date, known: Record | None = None) -> dict[str, Answer]:
    """What is known of an exit recorded today; ``known``: a decision on the level that turned out to be one."""
    found: dict[str, Answer] = {"on": today}
    if known is not None:
        taken = {"on": known["from"], "why": known["criterion"], "decided_by": known["decided_by"]}
        found |= {key: answer for key, answer in taken.items() if has_value(answer)}
    return found


def still_open(case: Case, leaving: Record, dates: tuple[LegalDate, ...]) -> Iterator[StillOpen]:
    """What stands on after the day of an exit: registrations, duties and orders, actions, who was not told."""
    on = leaving["on"]
    if not isinstance(on, date):
        return
    for kind in STANDS:
        if now := case.current(kind, on):
            yield StillOpen(_REGISTERED.filled(what=title(now)), str(now.id), ends=True)
    for one in dates:
        if one.code in _ENDS and one.working > on:
            subject = case.get(one.about)
            what = title(subject) if subject and subject.kind != "person" else one.label.en
            told = [_RUNS.in_(each).format(what=what, day=spoken(one.working, each)) for each in Language]
            yield StillOpen(Text(*told), one.about)
    actions = open_actions(case)
    if actions:
        yield StillOpen(_ACTIONS.filled(count=len(actions)), str(actions[0].id))
    said = leaving.words("told").casefold()
    names = [name for one in case.of("contact") if (name := one.words("name"))]
    silent = [one for one in names if one.casefold() not in said]
    if said and silent:
        yield StillOpen(_UNTOLD.filled(names=", ".join(silent)), str(leaving.id))


def told_to(case: Case, today: date) -> str:
    """A line for each contact of the case, as told today; for whoever did tell them."""
    lines = []
    for one in case.of("contact"):
        agency = one.shape.get("agency")
        name = agency.told(one["agency"]) if agency else ""
        lines.append(f"{one.words('name') or 'Nobody named'} ({name}): told on {spoken(today)}")
    return "\n".join(lines)


def ends(case: Case, leaving: Record) -> Mapping[str, date]:
    """The registrations that an exit ends, by their records, with the day."""
    on = leaving["on"]
    if not isinstance(on, date):
        return {}
    return {str(now.id): on for kind in STANDS if (now := case.current(kind, on))}


_REGISTERED = Text("{what} stands on after this day.", "Mae {what} yn sefyll ar ôl y diwrnod hwn.")
_RUNS = Text("{what} runs until {day}.", "Mae {what} yn rhedeg hyd {day}.")
_ACTIONS = Text("Actions still open: {count}.", "Camau ar agor o hyd: {count}.")
_UNTOLD = Text("Not named among those who were told: {names}.", "Heb eu henwi ymhlith y rhai a hysbyswyd: {names}.")
