"""What lies ahead of the plan: the next meeting, release, the prison's report."""

from __future__ import annotations

from datetime import date

from casework.answer import Span
from casework.dates import spoken
from casework.handover import handover
from casework.meetings.figures import interval
from casework.plan_rules.eligibility import held
from casework.plan_rules.table import Ground, Miss, Misses, Rule
from casework.record import Record
from casework.summary import meetings


def next_meeting(ground: Ground, _: Rule) -> Misses:
    """V14: at Level 2 or 3, one is booked, and not later than is usual in the area."""
    level = _level(ground)
    usual = interval(level, ground.settings)
    if usual is None:
        return
    last, ahead = meetings(ground.case, ground.today)
    holes = {"level": level, "weeks": usual.warn}
    if ahead is None:
        yield Miss(kind="meeting", answers={"level": level}, holes={**holes, "what": "No next meeting is booked."})
        return
    before = last["on"] if last else None
    on = ahead["on"]
    if isinstance(before, date) and isinstance(on, date) and on > usual.usual_by(before):
        what = f"The next meeting on {spoken(on)} comes {(on - before).days // 7} weeks after the last."
        yield Miss(ahead.id, "on", holes={**holes, "what": what})


def release_near(ground: Ground, rule: Rule) -> Misses:
    """V16: a level, a meeting where the level wants one, and the prison's report."""
    day = release(ground)
    if day is None or not held(ground) or not 0 <= (day - ground.today).days <= rule.days:
        return
    level = _level(ground)
    if not level:
        yield Miss(kind="level", holes={"day": spoken(day), "what": "no level is set"})
    elif level != "1" and meetings(ground.case, ground.today)[1] is None:
        yield Miss(kind="meeting", holes={"day": spoken(day), "what": "no meeting is booked"})
    if not _report_asked(ground):
        what = "no action asks the prison for its report"
        yield Miss(kind="action", answers={"agency": "prison"}, holes={"day": spoken(day), "what": what})


def no_prison_report(ground: Ground, _: Rule) -> Misses:
    """V28: the prison is asked to all meetings at Level 2 and 3 and writes a report besides."""
    ahead = meetings(ground.case, ground.today)[1]
    if ahead and ahead["level"] in ("2", "3") and held(ground) and not _report_asked(ground):
        on = ahead["on"]
        day = spoken(on) if isinstance(on, date) else ""
        yield Miss(kind="action", answers={"agency": "prison"}, holes={"day": day})


def handover_day(ground: Ground, _: Rule) -> Misses:
    """V17: for somebody sentenced and in prison, with the formula and its inputs."""
    case, day = ground.case, release(ground)
    now = case.current("whereabouts", ground.today)
    if day is None or now is None or now["kind"] != "custody":
        return
    recalled = any(not isinstance(one["released_on"], date) for one in case.of("recall"))
    parole = any(one["kind"] == "life" for one in case.of("licence")) or ground.plan["dates_release_type"] == "parole"
    terms = [term for one in case.of("count") if isinstance(term := one["term"], Span)]
    longest = max(terms, key=lambda one: (one.years * 12 + one.months, one.weeks * 7 + one.days), default=None)
    level = _level(ground)
    found = handover(day, early=level == "3", parole=parole, recalled=recalled, term=longest)
    inputs = f"Level {level or 'not set'}, longest sentence {longest or 'not known'}"
    past = ", a day that has passed" if found.day and found.day < ground.today else ""
    when = f"on {spoken(found.day)}{past}" if found.day else "at once"
    holes = {"day": when, "formula": found.formula, "release": spoken(day), "inputs": inputs}
    yield Miss(ground.plan.id, "release_on", holes=holes)


def release(ground: Ground) -> date | None:
    """The day of release as the plan or the licence to come says."""
    planned = ground.plan["release_on"]
    if isinstance(planned, date) and planned >= ground.today:
        return planned
    starts = [
        on for one in ground.case.of("licence") if isinstance(on := one["starts_on"], date) and on >= ground.today
    ]
    return min(starts, default=None)


def _report_asked(ground: Ground) -> bool:
    return any(_asks_for_report(one) for one in ground.case.of("action"))


def _asks_for_report(action: Record) -> bool:
    words = action.words("what").casefold()
    return "report" in words and (action["agency"] == "prison" or "prison" in words)


def _level(ground: Ground) -> str:
    now = ground.case.current("level", ground.today)
    return now.words("level") if now else ""
