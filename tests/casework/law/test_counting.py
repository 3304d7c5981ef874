"""Windows, added days, stays and stretches against the slow way: one day after another."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from casework.law.absence import AWAY, spells
from casework.law.answer import answer
from casework.law.facts.events import Stay
from casework.law.facts.people import Whereabouts
from casework.law.notification.standing import standing
from casework.law.notification.stays import reached
from casework.law.notification.triggers import Source, Trigger
from casework.period import Period, last_day

DAY = timedelta(days=1)
START = date(2027, 12, 1)
DAYS = st.integers(0, 120).map(lambda n: START + n * DAY)


@st.composite
def whereabouts(draw, kinds=AWAY):
    found = []
    for n in range(draw(st.integers(0, 4))):
        start = draw(DAYS)
        length = draw(st.none() | st.integers(0, 40)) if n == 0 else draw(st.integers(0, 40))
        end = None if length is None else start + length * DAY
        found.append(Whereabouts(f"w{n}", "p", draw(st.sampled_from(kinds)), start, end))
    return found


@given(whereabouts(), DAYS)
def test_a_window_counts_free_days_one_by_one(listed, event):
    away = spells(listed, AWAY)
    free = [
        day
        for day in (event + n * DAY for n in range(400))
        if not any(one.start <= day and (one.ended_on is None or day < one.ended_on) for one in listed)
    ]
    assert away.nth_free(event, 3) == (free[2] if len(free) > 2 else None)
    assert away.nth_free(event, 1) == (free[0] if free else None)


UNCOUNTED = ("custody", "remand", "hospital", "immigration_detention")


@settings(deadline=None)
@given(whereabouts((*UNCOUNTED, "abroad")), DAYS)
def test_terrorism_notification_is_served_day_by_day(listed, dealt):
    facts = {
        "format": 1,
        "today": "2028-01-01",
        "people": [{"id": "p", "date_of_birth": "1990-01-01"}],
        "terrorism_sentences": [{"id": "t", "person": "p", "dealt_with_on": str(dealt), "term": {"years": 1}}],
        "whereabouts": [
            {
                "id": one.id,
                "person": "p",
                "kind": one.kind,
                "from": str(one.start),
                **({"ended_on": str(one.ended_on)} if one.ended_on else {}),
            }
            for one in listed
        ],
    }
    got = [one["date"] for one in answer(facts)["dates"] if one["code"] == "terrorism.last_day"]
    assert got == _served(listed, dealt)


def _served(listed, dealt):
    def counts(day):
        return not any(one.kind in UNCOUNTED and one.covers(day) for one in listed)

    day = dealt
    for _ in range(400):
        if counts(day):
            break
        day += DAY
    else:
        return []
    owed = (last_day(day, Period(years=10)) - day).days + 1
    detained = [one for one in listed if one.kind in UNCOUNTED and one.ended_on is None]
    while owed:
        if any(one.start <= day for one in detained):
            return []
        owed -= counts(day)
        day += DAY
    return [str(day - DAY)]


@given(st.lists(st.tuples(DAYS, st.integers(0, 12)), max_size=5))
def test_the_seventh_day_of_stays_within_twelve_months(drawn):
    stays = [Stay(f"e{n}", "p", "1 Mill Lane", start, start + length * DAY) for n, (start, length) in enumerate(drawn)]
    days = sorted({one.start + n * DAY for one in stays for n in range((one.last_on - one.start).days + 1)})
    seventh = days[6] if len(days) > 6 else None
    assert [day for _, day in reached(stays)] == ([seventh] if seventh else [])


@st.composite
def triggers(draw):
    found = []
    for n in range(draw(st.integers(0, 6))):
        start = draw(DAYS)
        length = draw(st.none() | st.integers(0, 60))
        source = draw(st.sampled_from([Source.CONVICTION, Source.BREACH, Source.ORDER]))
        found.append(Trigger(f"t{n}", source, start, None if length is None else start + length * DAY))
    return sorted(found, key=lambda one: (one.start, one.source.value))


@given(triggers(), st.none() | DAYS)
def test_a_person_is_a_relevant_offender_while_any_trigger_runs(listed, died_on):
    found = standing(listed, died_on)
    for n in range(200):
        day = START + n * DAY
        runs = any(one.start <= day and (one.last is None or day <= one.last) for one in listed)
        assert found.on(day) == (runs and (died_on is None or day <= died_on))


@given(triggers())
def test_an_order_starts_something_only_on_someone_not_yet_subject(listed):
    found = standing(listed, None)
    for n, one in enumerate(listed):
        before = [other for other in listed[:n] if other.last is None or one.start <= other.last]
        assert (one.about in found.already) == (one.source is Source.ORDER and bool(before))
        earlier = [other for other in before if other.start < one.start]
        reach = found.covered_to[n]
        for days in range(60):
            through = any(other.last is None or one.start + days * DAY <= other.last for other in earlier)
            assert through == (reach is None or (bool(earlier) and one.start + days * DAY <= reach))
