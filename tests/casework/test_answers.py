from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.answer import Absent, Span, decode, encode, span
from casework.field import Field, FieldType
from casework.record import Record, RecordId, asked, checked, is_given, missing, record_kinds, title
from casework.refusal import Refused
from casework.template import Section, plan_templates
from casework.text import Language, Text

UNITS = st.integers(0, 99)
ANSWERS = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8")),
    st.integers(-(2**53), 2**53),
    st.booleans(),
    st.dates(),
    st.datetimes().map(lambda one: one.replace(second=0, microsecond=0)),
    st.builds(Span, UNITS, UNITS, UNITS, UNITS),
    st.lists(st.text(alphabet=st.characters(codec="utf-8"))).map(tuple),
    st.sampled_from(Absent),
)


@given(ANSWERS)
def test_every_answer_comes_back_as_it_was(answer):
    back = decode(encode(answer))
    assert back == answer
    assert type(back) is type(answer)


@pytest.mark.parametrize("line", ["null", "1.5", '{"absent": "perhaps"}', '{"a": 1, "b": 2}', "[1]", "not json"])
def test_a_line_that_is_no_answer_is_an_error(line):
    with pytest.raises(ValueError):
        decode(line)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("5 years", Span(5)),
        ("18 months", Span(months=18)),
        ("2y 6m", Span(2, 6)),
        ("28 days", Span(days=28)),
        ("1 year and 3 weeks", Span(1, weeks=3)),
    ],
)
def test_lengths_of_time_as_typed(typed, found):
    assert span(typed) == found


@pytest.mark.parametrize("typed", ["", "five years", "5", "0 days", "5 parsecs"])
def test_what_is_no_length_is_refused(typed):
    with pytest.raises(Refused):
        span(typed)


def test_the_three_ways_of_having_no_value_are_told_apart():
    field = Field("x", Text("Interpreter"), may_be_none=True)
    assert {field.told(one) for one in Absent} == {"Not asked yet", "Not known", "None"}
    assert field.told(Absent.UNKNOWN, Language.CY) == "Ddim yn hysbys"
    assert not is_given(Absent.NOT_ASKED)
    assert is_given(Absent.UNKNOWN)
    assert is_given(Absent.NONE)


def test_an_answer_of_another_type_is_refused_beside_its_field():
    with pytest.raises(Refused) as refusal:
        checked("person", "date_of_birth", "4 March")
    assert refusal.value.where == "date_of_birth"
    with pytest.raises(Refused, match="not offered"):
        checked("level", "level", "4")
    with pytest.raises(Refused, match="cannot be “none”"):
        checked("person", "surname", Absent.NONE)
    with pytest.raises(Refused, match="no field"):
        checked("person", "shoe_size", "9")
    assert checked("person", "date_of_birth", date(1979, 3, 4)) == date(1979, 3, 4)
    assert Field("at", Text("At"), FieldType.MOMENT).checked(datetime(2026, 1, 2, 3, 4))


def test_a_field_is_asked_only_when_another_answer_calls_for_it():
    action = Record(
        RecordId("a"),
        "action",
        None,
        {"what": "Visit", "owner": "A", "agency": "police", "due_on": date(2026, 1, 1), "state": "open"},
    )
    fields = record_kinds()["action"].field
    assert "outcome" not in {one.key for one in asked(fields, action)}
    assert missing(fields, action) == ()
    done = action.answered("state", "done")
    assert {one.key for one in missing(fields, done)} == {"outcome", "done_on"}


def asking(key: str) -> list[Section]:
    return [one for found in plan_templates().values() for one in found.section if key in {f.key for f in one.field}]


def test_every_kind_is_well_declared():
    kinds = record_kinds()
    for kind in kinds.values():
        keys = [one.key for one in kind.field]
        assert len(keys) == len(set(keys)), kind.code
        assert kind.parent in {"case", *kinds}, kind.code
        assert set(kind.title) <= set(keys), kind.code
        for field in kind.field:
            assert set(field.links) <= set(kinds), (kind.code, field.key)
            beside = {one.key for section in asking(field.after) for one in section.field} if field.after else set(keys)
            assert set(field.when) <= beside, (kind.code, field.key)
            if field.type in (FieldType.CHOICE, FieldType.CHOICES):
                assert field.options(), (kind.code, field.key)
            assert (field.type in (FieldType.LINK, FieldType.LINKS)) == bool(field.links), (kind.code, field.key)


def test_a_record_is_named_by_its_title_fields_or_its_kind():
    assert (
        title(Record(RecordId("a"), "contact", None, {"agency": "police", "name": "DS Sample"})) == "Police, DS Sample"
    )
    assert title(Record(RecordId("a"), "contact")) == "Agency contact"
