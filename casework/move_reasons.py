"""Where an order or licence stands when a move is weighed, and the reasons that speak against a move."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from casework.case import Case
from casework.dates import spoken
from casework.orders import OrderKind, Standing, order_kinds
from casework.orders.law import Law
from casework.reckoning import Reckoning
from casework.record import Record, has_value
from casework.state_words import STATE_WORDS
from casework.text import Text

ENDED = ("refused", "withdrawn", "expired", "discharged", "quashed", "superseded", "ceased", "ceased_by_law")
_DONE = {"change": ("decided_on", "refused_on"), "licence_change": ("decided_on",), "recall": ("released_on",)}


@dataclass(frozen=True, slots=True)
class Situation:
    """A record with its state; ``kind`` and ``law`` of an order, by the day on which it was made."""

    case: Case
    record: Record
    reckoning: Reckoning
    state: str
    flags: tuple[str, ...] = ()
    kind: OrderKind | None = None

    @staticmethod
    def of_order(case: Case, order: Record, reckoning: Reckoning) -> Situation:
        """Where an order stands."""
        states = reckoning.states_of(order.id)
        kind = order_kinds().get(order.words("kind"))
        state = (states[0] if states else _entered(order)) if kind else ""
        return Situation(case, order, reckoning, state, states[1:], kind)

    @staticmethod
    def of_licence(case: Case, licence: Record, reckoning: Reckoning) -> Situation:
        """Where a licence stands; "recalled" while a recall from it is not ended by release."""
        states = reckoning.states_of(licence.id)
        here = Situation(case, licence, reckoning, states[0] if states else "")
        recalled = here.state == "active" and any(_begun(one, reckoning.today) for one in here.open_("recall"))
        return Situation(case, licence, reckoning, "recalled" if recalled else here.state)

    @property
    def today(self) -> date:
        """The day of the reckoning."""
        return self.reckoning.today

    @property
    def law(self) -> Law | None:
        """The law of an order on the day it was made; today's where it is not made."""
        made = self.record["made_on"]
        return self.kind.law_on(made if isinstance(made, date) else self.today) if self.kind else None

    @property
    def over(self) -> bool:
        """Whether it has ended, in whatever way."""
        return self.state in ENDED

    @property
    def bar(self) -> date | None:
        """The last day on which a discharge needs both consents, where it is not past."""
        last = self.day("order.discharge_bar_last_day")
        return last if last and last >= self.today else None

    def day(self, code: str) -> date | None:
        """A date that the law gives about the record itself."""
        return next((one.on for one in self.reckoning.dates_about([self.record.id]) if one.code == code), None)

    def open_(self, kind: str) -> tuple[Record, ...]:
        """The records of a kind, on this one or (recalls) of the case, that still wait for their end."""
        found: Iterable[Record] = self.case.of(kind) if kind == "recall" else self.case.children(self.record, kind)
        start = self.record["starts_on"] if kind == "recall" else None
        return tuple(
            one
            for one in found
            if not any(isinstance(one[key], date) for key in _DONE[kind])
            and (not isinstance(start, date) or _since(one, start))
        )  # fmt: skip


def _entered(order: Record) -> str:
    """The state of an order whose facts are not whole yet, as far as what is entered tells it; empty once made."""
    for key, state in (
        ("made_on", ""),
        ("refused_on", "refused"),
        ("withdrawn_on", "withdrawn"),
        ("applied_on", "applied"),
    ):
        if has_value(order[key]):
            return state
    return "draft"


def _since(recall: Record, start: date) -> bool:
    days = [day for key in ("recalled_on", "returned_on") if isinstance(day := recall[key], date)]
    return not days or min(days) >= start


def _begun(recall: Record, today: date) -> bool:
    return any(isinstance(day := recall[key], date) and day <= today for key in ("recalled_on", "returned_on"))


def stands(state: str) -> bool:
    """Whether a state is one that people have words for."""
    return state in STATE_WORDS


def reason_why_not(guard: str, here: Situation, target: Record | None = None) -> Text | None:
    """What speaks against a move: None where nothing does."""
    return _GUARDS[guard](here, target)


def note_of(name: str, here: Situation, target: Record | None = None) -> str:
    """What should be known of a move as things stand; empty where there is nothing."""
    return _NOTES[name](here, target)


def _made_on_application(here: Situation, _: Record | None) -> Text | None:
    kind = here.kind
    if kind and kind.routes and not {"application", "complaint"} & set(kind.routes):
        return Text(f"Nobody applies for it: {kind.who_may_apply.en}")
    return None


def _still_available(here: Situation, _: Record | None) -> Text | None:
    kind = here.kind
    if kind is None:
        return None
    if kind.dormant or kind.available.standing is Standing.UNKNOWN:
        return Text("The law of this kind is not in force, or its start is not known.")
    if kind.available.on(here.today):
        return None
    if kind.available.to and kind.available.to < here.today:
        return Text(f"It can no longer be applied for: the last day was {spoken(kind.available.to)}.")
    return Text("It cannot be applied for yet.")


def _interim_known(here: Situation, _: Record | None) -> Text | None:
    if f"interim_{here.record.words('kind')}" in order_kinds():
        return None
    return Text("The law knows no interim order of this kind.")


def _not_served(here: Situation, _: Record | None) -> Text | None:
    served = here.record["served_on"]
    return Text(f"It was served on {spoken(served)}.") if isinstance(served, date) else None


def _fixed_end(here: Situation, _: Record | None) -> Text | None:
    if here.day("order.last_day") is None:
        return Text("It has no fixed end, so there is nothing to renew.")
    return None


def _no_interim(here: Situation, _: Record | None) -> Text | None:
    if here.kind and here.kind.interim:
        return Text("An interim order is not renewed: record a variation with a new fixed end.")
    return None


def _no_open_appeal(here: Situation, _: Record | None) -> Text | None:
    return Text("An appeal is open already: record its outcome first.") if "under_appeal" in here.flags else None


def _another_order(here: Situation, _: Record | None) -> Text | None:
    others = [one for one in here.case.of("order") if one.id != here.record.id]
    return None if others else Text("There is no other order in this case: enter the new order first.")


def _runs_out(here: Situation, _: Record | None) -> Text:
    last = here.day("order.last_day")
    if here.state == "expired":
        return Text(f"It has run out{f': its last day was {spoken(last)}' if last else ''}.")
    if here.over:
        return Text("It ended before its time.")
    if here.state not in ("active", "converted", "made_not_in_force"):
        return Text("Only an order that was made runs out.")
    if last is None:
        return Text("It has no fixed end and cannot run out: it lasts until the court ends it.")
    return Text(f"Nothing is to be done: it runs out by itself at the end of {spoken(last)}.")


def _licence_runs_out(here: Situation, _: Record | None) -> Text:
    last = here.day("licence.last_day") or here.day("pss.closed_on")
    if last is None:
        return Text("It has no fixed end.")
    if here.state in ("expired", "ceased_by_law"):
        return Text(f"It ended on {spoken(last)}.")
    return Text(f"Nothing is to be done: it ends by itself on {spoken(last)}.")


def _returned(_: Situation, target: Record | None) -> Text | None:
    back = target and isinstance(target["returned_on"], date)
    return None if back else Text("The person is not back in custody yet: record the return first.")


def _not_returned(_: Situation, target: Record | None) -> Text | None:
    back = target["returned_on"] if target else None
    return Text(f"The return was on {spoken(back)}.") if isinstance(back, date) else None


def _not_referred(_: Situation, target: Record | None) -> Text | None:
    on = target["referred_on"] if target else None
    return Text(f"The case was referred on {spoken(on)}.") if isinstance(on, date) else None


_GUARDS: dict[str, Callable[[Situation, Record | None], Text | None]] = {
    "made_on_application": _made_on_application,
    "still_available": _still_available,
    "interim_known": _interim_known,
    "not_served": _not_served,
    "fixed_end": _fixed_end,
    "no_interim": _no_interim,
    "no_open_appeal": _no_open_appeal,
    "another_order": _another_order,
    "runs_out_by_itself": _runs_out,
    "licence_runs_out": _licence_runs_out,
    "returned": _returned,
    "not_returned": _not_returned,
    "not_referred": _not_referred,
}


def _bar_note(here: Situation, _: Record | None) -> str:
    if here.bar:
        return f"Until {spoken(here.bar)} only with the consent of both the defendant and the chief officer."
    return ""


def _lengthened_note(here: Situation, _: Record | None) -> str:
    since = here.kind.not_lengthened_since if here.kind else None
    return f"Since {spoken(since)} its time cannot be made longer." if since else ""


def _renewal_note(here: Situation, _: Record | None) -> str:
    limit = here.law.renewal if here.law else None
    return f"One renewal goes at most {limit.period} past the old last day." if limit else ""


def _replaced_note(here: Situation, _: Record | None) -> str:
    if here.law and here.record.words("kind") in here.law.ends_earlier:
        return (
            "A new order of this kind that is in force ends this one by itself: record it only where that was missed."
        )
    return "A new order of this kind does not end this one by itself: record what the court said."


def _late_note(here: Situation, target: Record | None) -> str:
    if here.state == "expired" and target and target["kind"] in ("varied", "renewed"):
        return "It ran out before this was decided: what is decided after its end has no effect."
    return ""


def _breach_note(here: Situation, _: Record | None) -> str:
    return "Only what happened while it was in force is a breach of it." if here.over else ""


_NOTES: dict[str, Callable[[Situation, Record | None], str]] = {
    "discharge_bar": _bar_note,
    "not_lengthened": _lengthened_note,
    "renewal_limit": _renewal_note,
    "ends_by_itself": _replaced_note,
    "decided_after_end": _late_note,
    "only_while_in_force": _breach_note,
}
