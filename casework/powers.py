"""Whether an order, a licence or a condition gives power: from when to when, whether it only rests, why it is over."""

from __future__ import annotations

from datetime import date

from casework.case import Case
from casework.clauses import binding
from casework.dates import spoken
from casework.reckoning import Reckoning
from casework.record import Record
from casework.state_words import state_words

_NEVER = ("draft", "applied", "interim", "refused", "withdrawn")


def periods(case: Case, reckoning: Reckoning) -> dict[str, tuple[date | None, date | None]]:
    """The first and last day of everything that binds or will bind, by id."""
    found: dict[str, tuple[date | None, date | None]] = {}
    for source in binding(case, reckoning.dates, reckoning.today, ahead=True):
        found[source.record.id] = (source.first, source.last)
        found |= {one.record.id: (one.first, one.last) for one in source.clauses}
    return found


def rests(case: Case, reckoning: Reckoning, power: Record) -> bool:
    """Whether a power only rests: a licence from which the person is recalled binds again after release."""
    holder = case.get(power.parent) if power.parent else power
    if (
        holder is None
        or holder.kind != "licence"
        or not set(reckoning.states_of(holder.id)) & {"active", "not_started"}
    ):
        return False
    return not any(isinstance(day := power[key], date) and day <= reckoning.today for key in ("removed_on", "until"))


def over(case: Case, reckoning: Reckoning, power: Record) -> str:
    """Why a power does not stand, in the words that end a sentence."""
    holder = case.get(power.parent) if power.parent else power
    states = reckoning.states_of(holder.id) if holder else ()
    if states and states[0] in _NEVER:
        return f"which was never made ({state_words(states[0]).en.lower()})"
    ends = [
        one.on
        for one in reckoning.dates_about([power.id, *([holder.id] if holder else [])])
        if one.code in ("order.ended_on", "order.last_day", "item.last_day", "licence.last_day", "pss.closed_on")
        and one.on <= reckoning.today
    ]
    own = [day for key in ("until", "removed_on") if isinstance(day := power[key], date) and day <= reckoning.today]
    state = f" ({state_words(states[0]).en.lower()})" if states and states[0] not in ("active", "converted") else ""
    return f"which ended on {spoken(min([*ends, *own]))}{state}" if ends or own else f"which does not stand{state}"
