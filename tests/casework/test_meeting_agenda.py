"""Who is asked to a meeting and why, what stands on its agenda, and the figures that each area sets for itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from casework.answer import Absent, Answer
from casework.case import Case
from casework.field import choice_lists
from casework.meetings.agenda import agenda, gather
from casework.meetings.figures import figures, interval, reports_by, typed_figure, working_days_after
from casework.meetings.flags import raised
from casework.meetings.invitation_table import invitation_table
from casework.meetings.item import AgendaItem, without
from casework.meetings.suggestions import Suggestion, suggestions
from casework.reckoning import reckon
from casework.record import Record, record_kinds
from casework.refusal import Refused
from casework.summary import meetings
from tests.casework import made_case
from tests.casework.made_case import TODAY, case, person, record
from tests.casework.trained import TRAINED, changed, plus
from tests.casework.trained import without as without_kind

DAY = timedelta(days=1)
MEETING: dict[str, Answer] = {"level": "3", "on": TODAY + 7 * DAY, "place": "Room 1", "chair": "A. Chair"}


def meeting(name: str = "meeting", **answers: Answer) -> Record:
    return record(name, "meeting", MEETING | answers)


def flags(*records: Record) -> dict[str, str]:
    made = case(*records)
    return {one.flag.code: one.why.en for one in raised(made, TODAY, reckon(made, TODAY))}


def items(made: Case, held: Record) -> dict[str, AgendaItem]:
    return {one.code: one for one in agenda(held, gather(made, TODAY, {}))}


def said(item: AgendaItem) -> str:
    return "\n".join(one.says.en for one in item.points)


def asked(made: Case, held: Record) -> tuple[Suggestion, ...]:
    return suggestions(made, held, TODAY, reckon(made, TODAY))


def test_the_table_speaks_of_agencies_and_fields_that_there_are() -> None:
    agencies = {one.code for one in choice_lists()["agencies"]}
    shown_as = record_kinds()["invitee"].get("as")
    for one in invitation_table().flag:
        assert set(one.agencies) <= agencies
        for kind, key in (each.split(".") for each in one.reads):
            assert record_kinds()[kind].get(key)
        assert not one.reads or "{found}" in one.says.en
    assert {one.code for one in invitation_table().agency} == agencies - {""}
    assert shown_as
    assert all(shown_as.option(one.invited_as) for one in invitation_table().agency)


@pytest.mark.parametrize(
    ("code", "kind", "answers"),
    [
        ("custody", "whereabouts", {"kind": "custody", "place": "HMP Thornmere", "from": TODAY - DAY}),
        ("mental_disorder", "whereabouts", {"kind": "hospital", "from": TODAY - DAY}),
        ("housing", "whereabouts", {"kind": "no_fixed_abode", "from": TODAY - DAY}),
        ("victim", "victim", {"reference": "Victim A", "name": "Anna Nomen", "scheme": "taken"}),
        ("substance_misuse", "factor", {"name": "Heavy drinking at weekends"}),
        ("domestic_abuse", "conviction", {"summary": "Stalking of a former partner"}),
        ("armed_forces", "address", {"lines": "Block 3, the barracks, Marrowby"}),
        ("adult_at_risk", "scenario", {"to_whom": "A neighbour who is an adult at risk"}),
        ("terrorism", "category", {"category": "4", "from": TODAY - DAY}),
        ("transfer", "action", {"what": "Send the transfer file", "state": "open"}),
        ("work", "measure", {"what": "Find him a job in the laundry"}),
        ("involved", "contact", {"agency": "dwp", "name": "D. Coach"}),
    ],
)
def test_a_record_raises_its_flag(code: str, kind: str, answers: dict[str, Answer]) -> None:
    assert code not in flags(person())
    found = flags(person(), record("one", kind, answers))
    assert found[code]
    assert "Anna" not in "".join(found.values())


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("foreign_national", {"nationality": "Norwegian"}),
        ("under_18", {"date_of_birth": TODAY - 6000 * DAY}),
        ("child", {"children_contact": "Two boys next door"}),
    ],
)
def test_the_person_raises_a_flag(code: str, changes: dict[str, Answer]) -> None:
    assert code not in flags(person(nationality="British"))
    assert flags(person(**changes))[code]


def test_what_is_over_raises_nothing() -> None:
    gone = record("one", "address", {"lines": "The barracks", "type": "approved_premises", "ended_on": TODAY - DAY})
    done = record("two", "action", {"what": "Send the transfer file", "state": "done"})
    assert set(flags(person(), gone, done)) == {"always"}


def test_a_tag_raises_its_flag_while_the_licence_runs() -> None:
    licence = record("licence", "licence", {"starts_on": TODAY - DAY, "ends_on": TODAY + 90 * DAY})
    tag = record("tag", "licence_condition", {"type": "additional", "text": "Wear a tag", "monitored": True}, "licence")
    assert "Wear a tag" in flags(person(), licence, tag)["tagged"]


def test_everybody_is_suggested_once_with_reasons_until_asked() -> None:
    made = TRAINED["T-00003"]
    ahead = meetings(made, TODAY)[1]
    assert ahead
    made = without_kind(made, "invitee")
    first = asked(made, ahead)
    assert [one.invited_as for one in first] == sorted(
        (one.invited_as for one in first), key=["core", "co_operates", "other", "lay_adviser"].index
    )
    names = [one.contact.words("name") for one in first if one.contact]
    assert len(names) == len(set(names)) == len(made.of("contact"))
    assert all(one.why.en.endswith(".") for one in first)
    prison = next(one for one in first if one.agency == "prison")
    assert "in custody" in prison.why.en
    taken = [
        Record(made_case.record_id(f"i{n}"), "invitee", ahead.id, one.answers(TODAY)) for n, one in enumerate(first)
    ]
    assert not asked(plus(made, *taken), ahead)
    nobody = next(one for one in first if one.contact is None and one.agency == "education")
    assert nobody.answers(TODAY)["name"] is Absent.UNKNOWN
    adviser = first[-1].answers(TODAY)
    assert adviser["role"] == "Lay adviser"
    assert "report_asked_on" not in adviser


def test_the_agenda_keeps_its_order_whatever_is_open() -> None:
    empty = agenda(meeting(), gather(case(person(), meeting()), TODAY, {}))
    assert [one.code for one in empty] == [one.code for one in choice_lists()["agenda_items"]]
    assert [one.number for one in empty] == list(range(1, 16))


def test_an_action_carried_over_three_times_stands_out() -> None:
    held = [meeting(f"held{n}", on=TODAY - n * 40 * DAY) for n in (1, 2, 3)]
    action = record("old", "action", {"what": "Trace the car", "set_on": TODAY - 121 * DAY, "state": "open"})
    fresh = record("new", "action", {"what": "Ring the school", "set_on": TODAY - DAY, "owner": "B", "state": "open"})
    closed = record("end", "action", {"what": "Book a room", "set_on": TODAY - 121 * DAY, "state": "done"})
    made = case(person(), *held, meeting(), action, fresh, closed)
    found = items(made, meeting())
    point = found["previous"].points[-1]
    assert point.strong
    assert "carried over 3 times" in point.says.en
    assert "no owner" in point.says.en
    assert "Ring the school" in said(found["actions"])
    assert "Book a room" not in said(found["previous"]) + said(found["actions"])
    often = agenda(meeting(), gather(made, TODAY, {"meeting.rolled": "4"}))
    assert not often[2].points[-1].strong


def test_reports_missing_are_told_with_their_day_and_late_ones_as_late() -> None:
    by = {"agency": "housing", "name": "H. Ouse", "as": "co_operates", "report_asked_on": TODAY - 9 * DAY}
    held = meeting(reports_by=TODAY + DAY)
    invited = record("invitee", "invitee", by, "meeting")
    assert "Report not here yet: Local housing authority" in said(items(case(held, invited), held)["information"])
    late = meeting(reports_by=TODAY - DAY)
    assert "Report late: Local housing authority" in said(items(case(late, invited), late)["information"])
    report = record("report", "agency_report", {"agency": "housing", "author": "H. Ouse", "dated": TODAY}, "meeting")
    here = said(items(case(held, invited, report), held)["information"])
    assert "Report received: Local housing authority, H. Ouse" in here
    assert "not here" not in here


def test_gaps_contradictions_endings_and_questions_stand_under_risk_plan_and_contingency() -> None:
    made = TRAINED["T-00001"]
    ahead = meetings(made, TODAY)[1]
    assert ahead
    bare = items(without_kind(without_kind(made, "measure"), "contingency"), ahead)
    assert "no measure" in said(bare["plan"])
    assert "no contingency" in said(bare["contingency"])
    assert "questions not answered" in said(items(without_kind(made, "self_check"), ahead)["risk"])
    ends = changed(made, "order", 0, ends="until", until=TODAY + 30 * DAY)
    assert "What ends:" in said(items(ends, ahead)["plan"])
    assert "leaving MAPPA" in said(items(made, ahead)["level"])


def test_what_may_not_be_shown_is_taken_out_of_the_agenda() -> None:
    made = TRAINED["T-00001"]
    ahead = meetings(made, TODAY)[1]
    assert ahead
    gone = {one.id for one in made.of("victim")}
    whole = agenda(ahead, gather(made, TODAY, {}))
    cut = without(whole, gone.__contains__)
    assert "Victim A" in said(whole[5])
    assert not cut[5].points
    assert len(cut) == len(whole)


def test_an_area_sets_its_own_figures() -> None:
    usual = interval("3", {})
    assert usual
    assert usual.usual_by(date(2026, 11, 2)) == date(2026, 12, 14)
    assert usual.latest(date(2026, 11, 2)) == date(2026, 12, 28)
    assert interval("1", {}) is None
    own = interval("3", {"meeting.warn.3": "4", "meeting.over.3": "nonsense"})
    assert own
    assert (own.warn, own.over) == (4, 8)
    assert all(one.usual <= one.most for one in figures().values())
    with pytest.raises(Refused, match="whole number from 1 to 52") as refused:
        typed_figure("meeting.warn.2", {"meeting.warn.2": "0"})
    assert refused.value.where == "meeting.warn.2"


def test_working_days_skip_weekends_and_bank_holidays() -> None:
    assert working_days_after(date(2026, 12, 24), 2) == date(2026, 12, 30)
    assert reports_by(date(2026, 12, 30), {"meeting.reports": "2"}) == date(2026, 12, 24)
