"""Records in and out: what is kept, what is refused and with which field."""

from datetime import date, datetime

import pytest

from casework.answer import Absent, Span
from casework.record import RecordId
from casework.refusal import Refused


@pytest.fixture
def rows(vault):
    with vault.write() as rows:
        yield rows


@pytest.fixture
def case(rows):
    return rows.new_case()


def refused(where, do, *arguments, **also):
    with pytest.raises(Refused) as told:
        do(*arguments, **also)
    assert told.value.where == where
    assert told.value.why.en.endswith(".")


def test_references_count_up_past_those_that_are_taken(rows):
    assert [rows.new_case().ref, rows.new_case("C-00002").ref, rows.new_case().ref] == ["C-00001", "C-00002", "C-00003"]
    refused("ref", rows.new_case, "C-00003")
    refused("ref", rows.new_case, "  ")
    refused("ref", rows.new_case, "x" * 41)
    assert rows.find("C-00002").ref == "C-00002"
    assert rows.find("C-99999") is None


def test_a_record_keeps_every_kind_of_answer(rows, case):
    answers = {"surname": "Thistlewood", "date_of_birth": date(1984, 2, 29), "language": Absent.NONE}
    person = rows.add(case.id, "person", answers | {"gender": Absent.NOT_ASKED, "needs": Absent.UNKNOWN})
    assert dict(person.answers) == answers | {"needs": Absent.UNKNOWN}
    assert rows.case(case.id).one("person") == person


def test_an_order_of_a_kind_is_the_order_of_entry(rows, case):
    names = [rows.add(case.id, "alias", {}).id for _ in range(12)]
    assert [one.id for one in rows.case(case.id).of("alias")] == names


def test_what_cannot_stand_is_refused_with_its_field(rows, case):
    refused("kind", rows.add, case.id, "unicorn")
    refused("case", rows.add, "0" * 16, "person")
    refused("hooves", rows.add, case.id, "person", {"hooves": "4"})
    refused("date_of_birth", rows.add, case.id, "person", {"date_of_birth": "1984-02-29"})
    refused("date_of_birth", rows.add, case.id, "person", {"date_of_birth": datetime(1984, 2, 29)})
    refused("surname", rows.add, case.id, "person", {"surname": Absent.NONE})
    refused("surname", rows.add, case.id, "person", {"surname": "half \ud800"})
    refused("surname", rows.add, case.id, "person", {"surname": "x" * 1_000_001})
    refused("level", rows.add, case.id, "level", {"level": "9"})
    refused("number", rows.add, case.id, "meeting", {"number": 10**20})
    refused("number", rows.add, case.id, "meeting", {"number": True})
    refused("template", rows.add, case.id, "plan", {"template": "nobody's"})
    assert rows.case(case.id).records == ()


def test_an_id_may_be_given_once(rows, case):
    given = RecordId("0123456789abcdef")
    assert rows.add(case.id, "alias", {}, id=given).id == given
    refused("id", rows.add, case.id, "alias", {}, id=given)
    refused("id", rows.add, case.id, "alias", {}, id=RecordId("0123456789ABCDEF"))


def test_a_single_kind_stands_once(rows, case):
    person = rows.add(case.id, "person")
    refused("kind", rows.add, case.id, "person")
    rows.remove(person.id)
    second = rows.add(case.id, "person")
    refused("kind", rows.restore, person.id)
    rows.remove(second.id)
    rows.restore(person.id)
    assert rows.case(case.id).one("person").id == person.id


def test_a_parent_is_of_its_kind_in_the_same_case(rows, case):
    order = rows.add(case.id, "order")
    other = rows.add(rows.new_case().id, "order")
    alias = rows.add(case.id, "alias")
    assert rows.add(case.id, "condition", parent=order.id).parent == order.id
    refused("parent", rows.add, case.id, "condition")
    refused("parent", rows.add, case.id, "condition", parent=other.id)
    refused("parent", rows.add, case.id, "condition", parent=alias.id)
    refused("parent", rows.add, case.id, "condition", parent=RecordId("f" * 16))
    refused("parent", rows.add, case.id, "alias", parent=order.id)
    rows.remove(order.id)
    refused("parent", rows.add, case.id, "condition", parent=order.id)


def test_a_link_points_at_what_it_may(rows, case):
    scenario, factor = rows.add(case.id, "scenario"), rows.add(case.id, "factor")
    elsewhere = rows.add(rows.new_case().id, "scenario")
    rows.answer(factor.id, "scenarios", (scenario.id,))
    for wrong in ((elsewhere.id,), (factor.id,), ("f" * 16,), ("",), (scenario.id, scenario.id)):
        refused("scenarios", rows.answer, factor.id, "scenarios", wrong)
    assert rows.case(case.id).get(factor.id).links("scenarios") == (scenario.id,)
    rows.remove(scenario.id)
    refused("scenarios", rows.answer, factor.id, "scenarios", (scenario.id,))
    rows.answer(factor.id, "scenarios", ())


def test_a_record_is_not_linked_to_itself(rows, case):
    order = rows.add(case.id, "order")
    refused("main_application", rows.answer, order.id, "main_application", order.id)


def test_earlier_answers_are_kept_with_who_and_when(rows, case, clock):
    person = rows.add(case.id, "person", {"surname": "Thistlewod"})
    rows.answer(person.id, "surname", "Thistlewood")
    after = rows.answer(person.id, "surname", Absent.NOT_ASKED)
    assert dict(after.answers) == {}
    rows.answer(person.id, "surname", "Thistle")
    latest, first = rows.history(person.id)
    assert [(one.key, one.answer, one.who, one.written_by) for one in (latest, first)] == [
        ("surname", "Thistlewood", "Ann Morley", "Ann Morley"),
        ("surname", "Thistlewod", "Ann Morley", "Ann Morley"),
    ]
    assert first.written_at <= first.when < clock()
    assert first.when.utcoffset().total_seconds() == 0


def test_the_same_answer_again_changes_nothing(vault):
    with vault.write() as rows:
        person = rows.add(rows.new_case().id, "person", {"surname": "Thistlewood"})
    with vault.read() as rows:
        before = rows.log_head()
    with vault.write() as rows:
        rows.answer(person.id, "surname", "Thistlewood")
        rows.answer(person.id, "gender", Absent.NOT_ASKED)
    with vault.read() as rows:
        assert rows.history(person.id) == ()
        assert rows.log_head() == before


def test_yes_is_not_one(rows, case):
    """An answer is compared with its type: true and 1 are equal in Python."""
    meeting = rows.add(case.id, "meeting", {"number": 1})
    refused("number", rows.answer, meeting.id, "number", True)
    assert rows.answer(meeting.id, "number", 0)["number"] == 0


def test_removing_takes_what_hangs_on_it_and_restoring_brings_it_back(rows, case):
    order = rows.add(case.id, "order")
    kept, gone = (rows.add(case.id, "condition", parent=order.id) for _ in range(2))
    rows.remove(gone.id)
    rows.remove(order.id)
    assert rows.case(case.id).records == ()
    assert {one.id for one in rows.removed(case.id)} == {order.id, gone.id}
    refused("parent", rows.restore, gone.id)
    refused("", rows.answer, order.id, "court", "x")
    refused("", rows.remove, order.id)
    rows.restore(order.id)
    assert [one.id for one in rows.case(case.id).records] == [order.id, kept.id]
    rows.restore(gone.id)
    assert [one.id for one in rows.case(case.id).records] == [order.id, kept.id, gone.id]
    refused("", rows.restore, gone.id)


def test_a_case_that_is_not_there_is_refused(rows):
    refused("case", rows.case, "0" * 16)
    refused("case", rows.consult, "0" * 16, "supervision")
    refused("case", rows.erase, "0" * 16)
    refused("", rows.answer, "0" * 16, "surname", "x")
    refused("", rows.history, "0" * 16)


def test_settings_are_kept(rows):
    assert rows.setting("language", "en") == "en"
    rows.set_setting("language", "cy")
    rows.set_setting("language", "cy")
    assert rows.setting("language", "en") == "cy"
    assert [entry.object_id for entry in rows.log() if entry.op == "policy"] == ["language"]


def test_erasing_leaves_ids_in_the_log_and_the_register_of_copies(vault):
    with vault.write(reason="Corin asked for it") as rows:
        case, other = rows.new_case(), rows.new_case()
        order = rows.add(case.id, "order")
        rows.add(case.id, "condition", parent=order.id)
        rows.answer(order.id, "court", "Anytown")
        rows.disclose(case.id, "pack", "full", "B. Chair", "mappa")
    with vault.write() as rows:
        rows.erase(case.id)
    with vault.read() as rows:
        assert rows.cases() == (other,)
        assert [one.recipient for one in rows.copies(case.id)] == ["B. Chair"]
        about = rows.log(about=case.id)
        assert about[0].op == "erasure"
        assert [rows.detail(entry) for entry in about[1:]] == [None] * (len(about) - 1)


def test_lengths_of_time_and_moments_come_back_as_they_were(rows, case):
    order = rows.add(case.id, "order")
    spans = [one for one in order.shape.field if one.type.value == "span"]
    moments = [one for one in order.shape.field if one.type.value == "moment"]
    for field in spans:
        assert rows.answer(order.id, field.key, Span(years=5, days=1))[field.key] == Span(years=5, days=1)
    for field in moments:
        assert rows.answer(order.id, field.key, datetime(2026, 5, 12, 9, 30))[field.key] == datetime(2026, 5, 12, 9, 30)
