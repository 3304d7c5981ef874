"""The person's own copy, the breach file, the travel notice form, the devices sheet, the order schedule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from casework.answer import Absent
from casework.case import Case
from casework.document import documents
from casework.field import FieldType
from casework.record import Record, RecordId, record_kinds
from casework.text import Text
from tests.reports.cases import TEMPLATE, case, pack, reckoning, record_id
from tests.reports.printing import told
from tests.reports.test_torture import MADE, every_answer

KEPT = documents()["own_copy"].edition[0].keeps
SHORT = ("own_copy", "breach_file", "travel_notice", "devices", "orders")


def with_records(*records: Record) -> Case:
    found = case()
    return Case(found.id, found.ref, (*found.records, *records))


def breach(n: int, **answers: object) -> Record:
    given = {"condition": record_id("item"), "happened": f"Happening {n}", "outcome": "charged", **answers}
    return Record(RecordId(f"{n:08x}dddddddd"), "breach", record_id("order"), given)


def trip(**answers: object) -> Record:
    given = {"kind": "travel", "departs_on": date(2026, 12, 20), "details_known_on": date(2026, 11, 20), **answers}
    return Record(RecordId("e" * 16), "event", None, given)


def test_the_own_copy_says_what_binds_him_and_what_he_must_do_by_when() -> None:
    found = told(document="own_copy")
    body = found.body()
    for words in (
        "Sexual harm prevention order", "Made by Eastholme Crown Court on Mon 6 Mar 2023.", "Its last day: Sat 5 Mar 2033.",
        "Having any device that he has not declared.", "Leaving the United Kingdom.", "Sun 5 Mar 2028",
        "Sentencing Act 2020 s.354", "At most: 5 years' imprisonment", "Sat 5 Dec 2026",
        "Go to the police station and confirm all your details", "at least 12 hours before that day",
        "PC Hannah Threlby, Police, 01632 960114",
    ):  # fmt: skip
        assert words in body.replace("\u00a0", " ")
    assert all(one.artifacts.count("OFFICIAL") == 2 for one in found.pages)
    assert "SENSITIVE" not in found.text


def test_the_own_copy_has_nothing_that_was_planted_in_a_field_that_is_withheld() -> None:
    records: list[Record] = []
    for kind in sorted(record_kinds().values(), key=lambda one: one.parent != "case"):
        parents = [one.id for one in records if one.kind == kind.parent] or [None]
        for n in range(1 if kind.single else 2):
            bare = Record(RecordId(f"{len(records):016x}"), kind.code, parents[0], {})
            start = {"template": TEMPLATE} if kind.code == "plan" else {}
            answers = {**every_answer(replace(bare, answers=start), n), **start}
            if kind.code == "order":
                answers = {key: one for key, one in answers.items() if key not in ("refused_on", "withdrawn_on")}
                answers |= {"kind": "custom", "made_on": date(2024, 1, 1), "ends": "until_further_order"}
            if kind.code == "licence":
                answers |= {"starts_on": date(2024, 1, 1), "ends_on": date(2030, 1, 1)}
            if kind.code == "contact":
                answers |= {"lead": n == 0}
            withheld = {
                one.key
                for one in kind.field
                if one.type in (FieldType.TEXT, FieldType.LONG)
                and (one.key not in KEPT.get(kind.code, ()) or (kind.code == "contact" and n))
            }
            records.append(replace(bare, answers={
                key: f"Canary {kind.code} {key}" if key in withheld else "Plain" if isinstance(one, str) and one.startswith("Typed") else one
                for key, one in answers.items()
            }))  # fmt: skip
    plan = next(one for one in records if one.kind == "plan")
    records = [
        replace(one, answers={
            key: f"Canary {key}" if one.kind == "plan" and key != "template" and isinstance(answer, str) else answer
            for key, answer in one.answers.items()
        })
        for one in records if one.kind != "recall"
    ]  # fmt: skip
    whole = Case(case().id, "C-00011", tuple(records))
    assert "Canary condition reason" in told(whole, document="orders", plan=plan).body()
    planted = tuple(replace(one, message="Canary finding") for one in reckoning().findings)
    found = told(
        whole, document="own_copy", plan=plan, findings=planted,
        reason="Canary reason", area="Canary area",
        dates=tuple(replace(one, override=one.on, override_reason="Canary override", override_by="Canary by", why="Canary why",
                            next=Text("Canary next")) for one in reckoning().dates),
    )  # fmt: skip
    assert "Plain" in found.body()
    assert "canary" not in (found.text + found.raw.decode("latin-1")).lower()
    assert "rosh" not in found.text.lower()


def test_of_other_agencies_and_victims_the_own_copy_has_not_even_a_reference() -> None:
    body = told(document="own_copy").body()
    for words in ("Victim A", "Beaconwell", "Visit unannounced", "Ask the laboratory", "1 Example Row"):
        assert words not in body


def test_without_orders_or_duties_the_own_copy_says_so() -> None:
    empty = Case(case().id, "C-00009", (pack().plan,))
    body = told(empty, document="own_copy", dates=(), findings=(), due=()).body()
    assert "No order or licence is recorded for you today." in body
    assert "No duty to notify the police is recorded for you today." in body
    assert "Ask at the police station that you notify." in body


def test_a_duty_that_is_past_and_open_is_told_as_to_be_done_now() -> None:
    late = tuple(
        replace(one, on=date(2026, 11, 20)) if one.code == "notification.periodic_by" else one
        for one in reckoning().dates
    )
    body = told(case(), document="own_copy", dates=late).body()
    assert "This day has passed: do it now." in body


def test_the_breach_file_has_every_breach_with_what_went_before() -> None:
    found = with_records(
        breach(2, occurred_on=date(2026, 5, 2), evidence="Exhibit HT/2", decision="warning", told="The court"),
        breach(1, occurred_on=date(2025, 1, 7), outcome="convicted", decision="charge"),
        breach(3, condition=Absent.UNKNOWN, outcome="suspected"),
        Record(RecordId("f" * 16), "licence_breach", record_id("licence"), {
            "condition": record_id("rule"), "occurred_on": date(2025, 2, 3), "happened": "Late home", "decision": "recall_considered",
        }),
    )  # fmt: skip
    body = told(found, document="breach_file").body().replace("\u00a0", " ")
    places = [body.index(words) for words in ("Happening 1", "Late home", "Happening 2", "Happening 3")]
    assert places == sorted(places)
    for words in (
        "Having any device that he has not declared.", "Served on the person on\nMon 6 Mar 2023", "Exhibit HT/2",
        "B1: Tue 7 Jan 2025, SHPO, condition 1; charge; convicted",
        "B2: Mon 3 Feb 2025, Licence, condition 1; recall considered, not done",
        "B4: day not known, SHPO; suspected", "In all: 3 breaches, no warnings, 1 considered recall, since Tue 7 Jan 2025.",
        "Not known which condition", "Be of good behaviour.", "Sentencing Act 2020 s.354", "Proof of service", "Happened on\nNot recorded",
        "This statement is true", "Maker of the statement",
    ):  # fmt: skip
        assert words in body
    assert "No breach is recorded." in told(document="breach_file").body()


def test_the_travel_form_has_the_journeys_ahead_with_the_days_for_notice() -> None:
    given = replace(
        reckoning().dates[0], code="travel.notice_by", about="e" * 16, on=date(2026, 12, 12), label=Text("Notice due")
    )
    late = replace(given, limit="outer", on=date(2026, 12, 13))
    body = told(with_records(trip(destination="Ruritania")), document="travel_notice", dates=(given, late)).body()
    body = body.replace("\u00a0", " ")
    for words in ("SAMPLETON, Alan Ŵyn", "Sandy", "1 Example Row, Eastholme", "Ruritania", "Sun 20 Dec 2026",
                  "Notice due: Sat 12 Dec 2026", "Receiving officer", "A5", "B1.1"):  # fmt: skip
        assert words in body
    assert "13 Dec" not in body
    over = told(
        with_records(trip(departs_on=date(2026, 1, 2), returns_on=date(2026, 1, 9))), document="travel_notice"
    ).body()
    assert "2 Jan 2026" not in over


def test_the_blank_form_has_the_same_numbers_and_nothing_of_the_case() -> None:
    blank = told(with_records(trip(destination="Ruritania")), document="travel_notice", edition="blank").body()
    full = told(with_records(trip()), document="travel_notice").body()
    assert "Ruritania" not in blank
    assert "ampleton" not in blank.lower()
    numbers = [line for line in blank.split("\n") if line[:1] in "ABC" and line[1:2].isdigit()]
    assert numbers == [line for line in full.split("\n") if line[:1] in "ABC" and line[1:2].isdigit()]


def test_the_devices_sheet_has_each_device_with_its_condition_and_room_to_write() -> None:
    body = told(document="devices").body().replace("\u00a0", " ")
    for words in (
        "Telephone, Orbis K5", "Beaconwell", "Tue 1 Dec 2026, in 6 days", "Having any device that he has not declared.",
        "Last inspected\nNot recorded", "B1.4\nNext due", "Device or account not on this sheet, 2", "Inspecting officer",
        "Condition that allows it\nSHPO 1", "How devices not declared were looked for",
    ):  # fmt: skip
        assert words in body
    assert "late" in told(case(device={"due_on": date(2026, 11, 1)}), document="devices").body()
    assert (
        "No device or account is recorded." in told(Case(case().id, "C-9", (pack().plan,)), document="devices").body()
    )


def test_the_devices_sheet_tells_earlier_inspections_and_says_where_nothing_allows_one() -> None:
    before = [
        Record(
            RecordId(f"{n:08x}eeeeeeee"),
            "inspection",
            record_id("device"),
            {"on": date(2026, n, 1), "found": f"Find {n}"},
        )
        for n in (8, 9, 10)
    ]
    bare = case(device={"condition": Absent.NOT_ASKED, "inspected_on": date(2026, 10, 1), "found": "Find 10"})
    body = told(Case(bare.id, bare.ref, (*bare.records, *before)), document="devices").body().replace("\u00a0", " ")
    assert "Inspections before that\nTue 1 Sep 2026: Find 9\nSat 1 Aug 2026: Find 8" in body.replace("• ", "").replace(
        "•\n", ""
    )
    assert "Nothing in force on record allows an inspection." in body
    assert "word for word" not in body


def test_a_recall_that_was_considered_has_its_own_heading_in_the_breach_file() -> None:
    concern = Record(
        RecordId("f" * 16), "licence_breach", record_id("licence"),
        {"happened": "Seen near a school", "decision": "recall_considered", "alternatives": ("reporting", "partners")},
    )  # fmt: skip
    body = told(with_records(concern), document="breach_file").body()
    assert "Recall considered, not done: " in body
    assert "More reporting; Partner agencies" in body
    assert "Nothing earlier is recorded." in body


@pytest.mark.parametrize(
    "typed", ["Zebedee Canarybird", "ZEBEDEE\ncanarybird", "Mr Canarybird", "Victim A", "victim a's"]
)
def test_no_victim_is_named_or_numbered_in_the_own_copy_though_the_order_does(typed: str) -> None:
    planted = case(
        item={"text": f"Contacting {typed} by any means."}, rule={"text": f"Stay away from {typed}."},
        order={"court": f"Court of {typed}"}, contact={"name": f"PC {typed}"}, licence={"officer": typed, "ends_on": date(2027, 1, 1)},
    )  # fmt: skip
    found = told(planted, document="own_copy")
    read = (found.text + found.raw.decode("latin-1")).lower()
    assert "canary" not in read
    assert "victim a" not in read
    assert "Contacting" in found.body()
    assert "(a person named in the order)" in found.body().replace("\n", " ")


def test_the_person_who_shares_a_name_with_a_victim_keeps_his_own_in_his_copy() -> None:
    family = case(victim={"name": "Mary Sampleton"}, item={"text": "Contacting Mary Sampleton."})
    body = told(family, document="own_copy").body()
    assert "SAMPLETON, Alan Ŵyn" in body
    assert "Mary" not in body


def test_conditions_of_the_own_copy_tell_their_days_where_they_are_not_those_of_the_order() -> None:
    body = told(case(item={"added_on": date(2024, 5, 1)}), document="own_copy").body().replace("\u00a0", " ")
    assert "This one starts on Wed 1 May 2024." in body
    assert body.count("The last day of this one:") == 1


def test_the_order_schedule_has_numbers_dates_changes_and_breaches() -> None:
    change = Record(
        RecordId("d" * 16),
        "change",
        record_id("order"),
        {"kind": "varied", "decided_on": date(2025, 3, 4), "reason": "Why"},
    )
    spoken = Record(
        RecordId("f" * 16), "licence_breach", record_id("licence"), {"happened": "Late home", "decision": "warning"}
    )
    found = told(with_records(breach(1), change, spoken), document="orders")
    body = found.body()
    for words in ("B2.1.1", "Having any device", "Varied", "Happening 1", "Last day of the order", "Late home"):
        assert words in body
    assert any("Figure [Timeline" in line for line in found.tree)


@pytest.mark.parametrize("document", ["orders", "own_copy", "street_card"])
def test_conditions_stand_on_paper_in_the_places_given_to_them(document: str) -> None:
    moved = case(item={"place_in_order": 2}, travel={"place_in_order": 1})
    body = told(moved, document=document).body()
    if document == "street_card":
        assert "SHPO 2 Having any device" in " ".join(body.split())
    else:
        assert body.index("Leaving the United Kingdom") < body.index("Having any device")
    assert "Place among" not in body


@pytest.mark.parametrize("document", SHORT)
@pytest.mark.parametrize("typed", MADE.values(), ids=MADE)
def test_whatever_is_typed_is_set_whole(document: str, typed: str) -> None:
    changed = case(item={"text": typed}, order={"court": typed}, device={"description": typed, "found": typed})
    records = (*changed.records, breach(1, happened=typed), trip(destination=typed))
    found = told(Case(changed.id, changed.ref, records), document=document, recipient=typed[:300])
    assert not found.images
    assert found.pages
