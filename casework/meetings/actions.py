"""Actions followed across meetings: what is open and late, how often a date was moved or an action carried over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from casework.answer import Answer
from casework.case import Case
from casework.field import choice_lists
from casework.meetings.figures import figure
from casework.meetings.sitting import meeting_day
from casework.record import Record, RecordId
from casework.refusal import Refused
from casework.summary import open_actions
from casework.text import NOTHING, Text

MOVE = "action_move"
CLOSED = ("done", "not_done")


@dataclass(frozen=True, slots=True)
class Followed:
    """An action with its slips: how often its date was ``moved`` and at how many meetings it stood open since.

    ``often``: carried over as often as the area puts before the chair in bold.
    """

    action: Record
    late: bool
    moved: int
    carried: int
    often: bool

    @property
    def slips(self) -> Text:
        """The slips in words; empty where there are none."""
        said = [one for one in (_times(_CARRIED, self.carried), _times(_MOVED, self.moved)) if one.en]
        return Text(", ".join(one.en for one in said), ", ".join(one.cy for one in said))


@dataclass(frozen=True, slots=True)
class Tally:
    """What an agency has open, how much of it is late, and its slips over every action it ever had."""

    agency: Text
    open: int
    late: int
    slips: int


def followed(case: Case, action: Record, today: date, settings: Mapping[str, str]) -> Followed:
    """An action with its slips up to a day, or up to the day on which it was closed."""
    due_on, closed = action["due_on"], action["state"] in CLOSED
    done_on = action["done_on"]
    until = done_on if closed and isinstance(done_on, date) else today
    carried = _carried(case, action, until)
    late = not closed and isinstance(due_on, date) and due_on < today
    moved = len(case.children(action, MOVE))
    return Followed(action, late, moved, carried, not closed and carried >= figure("meeting.rolled", settings))


def still_open(case: Case, today: date, settings: Mapping[str, str]) -> tuple[Followed, ...]:
    """Every open action with its slips, the earliest due first."""
    return tuple(followed(case, one, today, settings) for one in open_actions(case))


def tallies(found: Iterable[Followed]) -> tuple[Tally, ...]:
    """What each agency has open, those with late ones first; agencies without anything open or slipped are left out."""
    by_agency: dict[str, list[Followed]] = {}
    for one in found:
        by_agency.setdefault(one.action.words("agency"), []).append(one)
    labels = {one.code: one.label for one in choice_lists()["agencies"]}
    made = [
        Tally(
            labels.get(code, _NO_AGENCY),
            sum(one.action["state"] not in CLOSED for one in some),
            sum(one.late for one in some),
            sum(one.moved + one.carried for one in some),
        )
        for code, some in by_agency.items()
    ]
    return tuple(sorted((one for one in made if one.open or one.slips), key=lambda one: (-one.late, -one.open)))


def move(action: Record, to: Answer, today: date) -> dict[str, Answer] | None:
    """The record of moving an action's date; None where none stood, it stays, or the action was set today."""
    was = action["due_on"]
    if not isinstance(was, date) or not isinstance(to, date) or was == to or action["set_on"] == today:
        return None
    return {"was": was, "to": to, "moved_on": today}


def check_closing(state: str, outcome: str) -> None:
    """Raises Refused where an action is closed without saying what came of it, or why it was not done."""
    if state in CLOSED and not outcome.strip():
        raise Refused(_WHAT_CAME if state == "done" else _WHY_NOT, "outcome")


def check_move(to: Answer, why: str, was: Answer) -> None:
    """Raises Refused where a date is moved to none or the same, or nobody says why."""
    if not isinstance(to, date) or to == was:
        raise Refused(_OTHER_DAY, "due_on")
    if not why.strip():
        raise Refused(_WHY_MOVED, "why")


def _carried(case: Case, action: Record, until: date) -> int:
    set_on, own = action["set_on"], action.links("meeting")
    if not isinstance(set_on, date):
        return 0
    days = [(meeting_day(one), RecordId(one.id)) for one in case.of("meeting")]
    return sum(1 for day, one in days if day and set_on < day < until and one not in own)


def _times(words: tuple[Text, Text], count: int) -> Text:
    return NOTHING if not count else words[count > 1].filled(times=count)


_CARRIED = (
    Text("carried over once", "cariwyd drosodd unwaith"),
    Text("carried over {times} times", "cariwyd drosodd {times} gwaith"),
)
_MOVED = (
    Text("date moved once", "symudwyd y dyddiad unwaith"),
    Text("date moved {times} times", "symudwyd y dyddiad {times} gwaith"),
)
_NO_AGENCY = Text("No agency named", "Dim asiantaeth wedi'i henwi")
_WHAT_CAME = Text(
    "Say what came of it; one sentence is enough.", "Dywedwch beth ddaeth ohono; mae un frawddeg yn ddigon."
)
_WHY_NOT = Text("Say why it was not done; one sentence is enough.", "Dywedwch pam na wnaed; mae un frawddeg yn ddigon.")
_OTHER_DAY = Text("Give another day than the one that stands.", "Rhowch ddiwrnod arall.")
_WHY_MOVED = Text("Say why the date is moved; it is kept with the action.", "Dywedwch pam y symudir y dyddiad.")
