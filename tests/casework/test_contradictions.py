"""Order, licence and plan against each other: found, named with both records, and never made up."""

from __future__ import annotations

from datetime import date

import pytest

from casework.case import Case
from casework.contradictions import Contradiction, contradictions
from casework.reckoning import reckon
from casework.record import CaseId, Record, RecordId
from casework.training_cases import training_cases

TODAY = date(2026, 11, 24)
PERSON = Record(RecordId("p"), "person", answers={"date_of_birth": date(1980, 5, 1)})
LICENCE = Record(
    RecordId("lic"),
    "licence",
    answers={"kind": "determinate", "starts_on": date(2026, 1, 5), "ends_on": date(2027, 6, 1)},
)


def order(name: str = "o", **answers) -> Record:
    held = {
        "kind": "shpo",
        "route": "application",
        "court": "Wexmere",
        "made_on": date(2024, 3, 1),
        "ends": "until",
        "until": date(2031, 2, 28),
    }
    return Record(RecordId(name), "order", answers=held | answers)


def on_order(name: str, parent: str = "o", **answers) -> Record:
    return Record(
        RecordId(name), "condition", RecordId(parent), {"kind": "prohibition", "text": f"Term {name}."} | answers
    )


def on_licence(name: str, **answers) -> Record:
    return Record(
        RecordId(name), "licence_condition", LICENCE.id, {"type": "additional", "text": f"Condition {name}."} | answers
    )


def measure(name: str = "m", **answers) -> Record:
    return Record(RecordId(name), "measure", answers={"what": "Visit at home", "due_on": date(2026, 12, 1)} | answers)


def address(lines: str) -> Record:
    return Record(RecordId("home"), "address", answers={"lines": lines, "type": "home", "from": date(2026, 2, 1)})


def found(*records: Record, today: date = TODAY) -> list[Contradiction]:
    case = Case(CaseId("c"), "T-1", (PERSON, *records))
    made = contradictions(case, reckon(case, today), today)
    for one in made:
        assert case.get(one.first)
        assert case.get(one.second)
        assert case.get(one.mend[0]).shape.get(one.mend[1])
        assert one.what.en.endswith(".")
        assert one.rule.endswith(".")
    assert [one.severity for one in made] == sorted(
        (one.severity for one in made), key=["error", "warning", "check"].index
    )
    return list(made)


def codes(*records: Record, today: date = TODAY) -> list[str]:
    return [one.code for one in found(*records, today=today)]


# The powers of a plan ------------------------------------------------------------------------------------------------


def test_a_measure_that_cites_an_expired_order_is_an_error():
    (one,) = found(
        order(until=date(2026, 10, 31), made_on=date(2021, 1, 1)),
        on_order("a"),
        on_order("b"),
        measure(condition=("b", "a")),
    )
    assert (one.code, one.severity, one.first, one.second) == ("power.ended", "error", "m", "b")
    assert one.what.en == (
        "The measure “Visit at home” rests on conditions 1 and 2 of the sexual harm prevention order, "
        "which ended on Sat 31 Oct 2026 (expired)."
    )
    assert one.mend == ("m", "condition")


@pytest.mark.parametrize(
    ("holder", "says"),
    [
        ([order(made_on="", applied_on=date(2026, 10, 1))], "which was never made (applied for)"),
        ([order(), Record(RecordId("x"), "change", RecordId("o"), {"kind": "ceased", "decided_on": date(2026, 5, 1)})], "which ended on Fri 1 May 2026 (ceased)"),
    ],
)  # fmt: skip
def test_an_order_never_made_or_ended_early_is_said_so(holder: list[Record], says: str):
    (one,) = found(*holder, measure(condition=("o",)))
    assert says in one.what.en


def test_one_condition_may_end_before_its_order():
    ban = on_order("ban", kind="foreign_travel", all_countries=True, ends="until", until=date(2026, 6, 1))
    device = Record(
        RecordId("d"), "device", answers={"description": "Laptop", "due_on": date(2026, 12, 1), "condition": ("ban",)}
    )
    (one,) = found(order(), on_order("a"), ban, device)
    assert one.what.en.startswith(
        "The inspection of “Laptop” rests on condition 2 of the sexual harm prevention order, which ended on Mon 1 Jun 2026"
    )


def test_a_measure_due_after_its_power_ends():
    last = {"due_on": date(2027, 7, 1)}
    (one,) = found(LICENCE, on_licence("a"), measure(condition=("a",), **last))
    assert (one.code, one.severity, one.mend) == ("power.ends_before", "warning", ("m", "due_on"))
    assert "is due on Thu 1 Jul 2027, after condition 1 of the licence ends on Tue 1 Jun 2027." in one.what.en
    assert codes(LICENCE, on_licence("a"), order(), measure(condition=("a", "o"), **last)) == [], (
        "another power still stands"
    )
    assert codes(LICENCE, on_licence("a"), measure(condition=("a",))) == []


def test_a_condition_taken_out_has_ended_and_a_recall_only_suspends():
    assert codes(LICENCE, on_licence("a", removed_on=date(2026, 11, 1)), measure(condition=("a",))) == ["power.ended"]
    recall = Record(RecordId("r"), "recall", answers={"returned_on": date(2026, 11, 3), "sentence_kind": "extended"})
    assert codes(LICENCE, on_licence("a"), recall, measure(condition=("a", "lic"))) == []


# Times and places ----------------------------------------------------------------------------------------------------


def test_a_curfew_against_an_appointment():
    curfew = on_licence("a", curfew="19:00 to 07:00")
    (one,) = found(LICENCE, curfew, measure(attend_at="2 pm and 20:00"))
    assert (one.code, one.severity, one.mend) == ("time.curfew", "warning", ("m", "attend_at"))
    assert (
        one.what.en
        == "The measure “Visit at home” wants the person at 20:00; condition 1 of the licence keeps the person in from 19:00 to 07:00."
    )
    assert codes(LICENCE, curfew, measure(attend_at="19:00")) == ["time.curfew"]
    assert codes(LICENCE, curfew, measure(attend_at="07:00")) == []
    action = Record(
        RecordId("x"), "action", answers={"what": "Meet", "attend_at": "06:30", "due_on": TODAY, "state": "open"}
    )
    assert codes(LICENCE, curfew, action) == ["time.curfew"]
    assert codes(LICENCE, curfew, action.answered("state", "done")) == []


def test_the_days_of_a_curfew_count_from_its_evening():
    weekend = on_licence("a", curfew="19:00 to 07:00", curfew_days=("fri", "sat"))
    friday, saturday, sunday = (date(2026, 12, day) for day in (4, 5, 6))
    for day, at, expected in (
        (friday, "20:00", 1), (friday, "06:00", 0), (saturday, "06:00", 1), (sunday, "06:00", 1), (sunday, "20:00", 0),
    ):  # fmt: skip
        assert len(codes(LICENCE, weekend, measure(attend_at=at, due_on=day))) == expected, (day, at)


def test_a_curfew_that_is_over_by_then_is_none():
    ended = on_licence("a", curfew="19:00 to 07:00", until=date(2026, 11, 30))
    assert codes(LICENCE, ended, measure(attend_at="20:00")) == []


def test_reporting_at_the_door_is_no_clash_but_at_a_station_is():
    curfew = on_licence("a", curfew="19:00 to 07:00")
    assert codes(LICENCE, curfew, on_licence("b", report_at="21:00")) == []
    assert (
        codes(
            LICENCE,
            curfew,
            on_licence("b", report_at="21:00", report_place="Ferry Lane"),
            address("Ferry Lane Approved Premises"),
        )
        == []
    )
    assert codes(LICENCE, curfew, on_licence("b", report_at="21:00", report_place="Eastholme police station")) == [
        "time.reporting"
    ]


def test_a_place_named_as_forbidden_where_the_person_lives_or_must_go():
    out = on_order("out", area_rule="keep_out", area="The town of Marrowby, as on the map")
    (one,) = found(order(), out, address("9 Larch Terrace, Marrowby, Wexmere"))
    assert (one.code, one.severity, one.first, one.second) == ("place.keep_out", "check", "home", "out")
    assert "Check whether it lies inside." in one.what.en
    assert codes(order(), out, measure(attend_place="Marrowby probation office")) == ["place.keep_out"]
    assert codes(order(), out, LICENCE, on_licence("a", report_at="10:00", report_place="Marrowby police station")) == [
        "place.keep_out"
    ]
    assert codes(order(), out, measure(attend_place="Eastholme, near Marrowbyfield")) == []
    assert codes(order(), on_order("out", area_rule="stay_within", area="Marrowby"), address("Marrowby")) == []


# Conditions against each other ---------------------------------------------------------------------------------------


def test_two_contact_terms_that_differ_for_the_same_person():
    court = on_order("a", contact_rule="none", contact_with="Victim A and her mother")
    (one,) = found(order(), court, LICENCE, on_licence("b", contact_rule="with_permission", contact_with="victim A"))
    assert (one.code, one.mend) == ("contact.differs", ("b", "contact_rule"))
    assert one.what.en.startswith(
        "Contact with Victim A: condition 1 of the sexual harm prevention order says “No contact, direct or indirect”, "
        "condition 1 of the licence says “Only with prior permission”."
    )
    assert codes(order(), court, LICENCE, on_licence("b", contact_rule="none", contact_with="Victim A")) == []
    assert codes(order(), court, LICENCE, on_licence("b", contact_rule="allowed", contact_with="Victim B")) == []


def test_an_exception_in_the_same_order_is_no_contradiction_and_in_another_it_is():
    general = on_order("a", contact_rule="supervised", contact_with="children")
    assert codes(order(), general, on_order("b", contact_rule="allowed", contact_with="children")) == []
    assert codes(order(), general, LICENCE, on_licence("b", contact_rule="allowed", contact_with="Children")) == [
        "contact.differs"
    ]


def test_terms_that_never_bind_on_the_same_day_do_not_clash():
    early = on_licence("a", curfew="19:00 to 07:00", until=date(2026, 12, 31))
    late = on_licence("b", curfew="21:00 to 06:00", **{"from": date(2027, 1, 1)})
    assert codes(LICENCE, early, late) == []
    assert codes(LICENCE, early, on_licence("b", curfew="21:00 to 06:00")) == ["curfew.differs"]
    assert codes(LICENCE, early, on_licence("b", curfew="7 pm - 7 am")) == []


def test_residence_against_the_address_and_against_another_residence():
    live = on_licence("a", area_rule="live_at", area="Ferry Lane Approved Premises, Eastholme")
    (one,) = found(LICENCE, live, address("9 Larch Terrace, Marrowby"))
    assert (one.code, one.severity, one.mend) == ("residence.elsewhere", "warning", ("home", "lines"))
    assert codes(LICENCE, live, address("Room 4, Ferry Lane approved premises")) == []
    held = Record(RecordId("w"), "whereabouts", answers={"kind": "custody", "from": date(2026, 11, 1)})
    assert codes(LICENCE, live, address("9 Larch Terrace"), held) == []
    assert codes(LICENCE, live, order(), on_order("b", area_rule="live_at", area="9 Larch Terrace")) == [
        "residence.two"
    ]


def test_the_same_words_twice():
    assert codes(order(), on_order("a", text="Entering  MARROWBY."), on_order("b", text="Entering Marrowby")) == [
        "condition.twice"
    ]
    (across,) = found(
        order(), on_order("a", text="Entering Marrowby."), LICENCE, on_licence("b", text="Entering Marrowby.")
    )
    assert across.severity == "check"
    assert codes(order(), on_order("a", text=""), on_order("b", text="")) == []


def test_planned_travel_against_a_ban():
    ban = on_order("a", kind="foreign_travel", all_countries=True, ends="until", until=date(2027, 3, 1))

    def trip(departs: date, **answers) -> Record:
        return Record(
            RecordId("e"),
            "event",
            answers={"kind": "travel", "departs_on": departs, "details_known_on": TODAY} | answers,
        )

    (one,) = found(order(), ban, trip(date(2027, 2, 1), destination="Spain"))
    assert (one.code, one.severity) == ("travel.banned", "error")
    assert (
        one.what.en
        == "Travel to “Spain” is planned for Mon 1 Feb 2027; condition 1 of the sexual harm prevention order bans it until Mon 1 Mar 2027."
    )
    assert codes(order(), ban, trip(date(2027, 3, 2))) == []
    assert codes(order(), ban, trip(date(2026, 10, 1))) == [], "what is past is a breach to be recorded, not a plan"
    some = on_order(
        "a",
        kind="foreign_travel",
        all_countries=False,
        countries="Spain and Portugal",
        ends="until",
        until=date(2027, 3, 1),
    )
    assert found(order(), some, trip(date(2027, 2, 1), destination="Portugal"))[0].severity == "error"
    assert codes(order(), some, trip(date(2027, 2, 1), destination="France")) == []
    assert found(order(), some, trip(date(2027, 2, 1)))[0].severity == "check"


def test_words_that_cannot_be_read_are_left_alone():
    odd = on_licence("a", curfew="at night", report_at="early", curfew_days=())
    assert codes(LICENCE, odd, measure(attend_at="sometime", condition=("gone",))) == []
    assert codes() == []


def test_the_training_cases_hold_together_on_their_day_and_fall_apart_when_orders_end():
    for one in training_cases(TODAY):
        assert contradictions(one.case, reckon(one.case, TODAY), TODAY) == (), one.ref
    later = date(2033, 3, 6)
    online = next(one.case for one in training_cases(TODAY) if one.ref == "T-00002")
    assert {one.code for one in contradictions(online, reckon(online, later), later)} == {"power.ended"}
