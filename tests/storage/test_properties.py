"""Whatever a person can answer comes back as it was, in any order of doing and undoing."""

import shutil
import string
import tempfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from casework.answer import Absent, Span, decode, encode
from casework.case import Case
from casework.field import FieldType, Holds
from casework.record import Record, RecordId, record_kinds
from casework.refusal import Refused
from storage.check import check
from storage.plans import frozen_case, thawed_case
from storage.vault import Vault
from tests.storage.conftest import new

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1)).map(lambda one: one.replace(second=0, microsecond=0))
SPANS = st.builds(Span, *[st.integers(0, 99)] * 4)
VALUES = {
    FieldType.TEXT: WORDS,
    FieldType.LONG: WORDS,
    FieldType.DATE: st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    FieldType.MOMENT: MOMENTS,
    FieldType.SPAN: SPANS,
    FieldType.NUMBER: st.integers(-(2**53), 2**53),
    FieldType.YES_NO: st.booleans(),
}
ANSWERS = st.one_of(*VALUES.values(), st.sampled_from(Absent), st.lists(WORDS).map(tuple))
KINDS = [one for one in record_kinds().values() if one.parent == "case" and one.code != "plan"]
HELD = {Holds.TIMES: ["9 am", "09:00 and 17:00"], Holds.HOURS: ["19:00 to 07:00", "7 pm - 7 am, 12:00-13:00"]}


def answers_to(field):
    """Any answer that may stand in a field without links."""
    may = {Absent.UNKNOWN: field.may_be_unknown, Absent.NOT_ASKED: True, Absent.NONE: field.may_be_none}
    absent = [one for one, allowed in may.items() if allowed]
    # Category 3 beside Level 1 is refused by a rule of the case, not of the field.
    codes = [one.code for one in field.options() if (field.key, one.code) != ("category", "3")]
    if field.type is FieldType.CHOICE and codes:
        return st.sampled_from([*codes, *absent])
    if field.type is FieldType.CHOICES and codes:
        return st.one_of(st.lists(st.sampled_from(codes), unique=True).map(tuple), st.sampled_from(absent))
    if field.holds in HELD:
        return st.sampled_from([*HELD[field.holds], *absent])
    return st.one_of(VALUES[field.type], st.sampled_from(absent)) if field.type in VALUES else st.sampled_from(absent)


@st.composite
def records(draw):
    kind = draw(st.sampled_from(KINDS))
    keys = draw(st.lists(st.sampled_from(kind.field), unique_by=lambda one: one.key, max_size=5))
    return kind.code, {one.key: draw(answers_to(one)) for one in keys}


@given(ANSWERS)
def test_any_answer_is_encoded_and_decoded(answer):
    line = encode(answer)
    assert decode(line) == answer
    assert type(decode(line)) is type(answer)
    assert "\n" not in line


@given(
    st.text(string.hexdigits, min_size=1), st.lists(st.tuples(st.sampled_from(KINDS), st.dictionaries(WORDS, ANSWERS)))
)
def test_any_case_freezes_and_thaws(ref, held):
    case = Case(
        "0" * 16, ref, tuple(Record(RecordId(f"{n:016}"), kind.code, None, a) for n, (kind, a) in enumerate(held))
    )
    assert thawed_case(frozen_case(case)) == case


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(records(), max_size=4))
def test_any_record_comes_back_from_the_store(vault, held):
    with vault.write() as rows:
        case = rows.new_case()
        written = []
        for kind, answers in held:
            if not (record_kinds()[kind].single and any(one.kind == kind for one in written)):
                written.append(rows.add(case.id, kind, answers))
    with vault.read() as rows:
        read = rows.case(case.id)
    assert read.records == tuple(written)
    for one in read.records:
        for key, answer in one.answers.items():
            assert type(answer) is type(written[read.records.index(one)][key])


class Store(RuleBasedStateMachine):
    """The store against a plain model: adding, answering, removing, restoring, failing, closing, in any order."""

    def __init__(self):
        super().__init__()
        self.place = Path(tempfile.mkdtemp())
        self.folder = self.place / "x.casevault"
        self.vault, words = new(self.folder)
        self.words = " ".join(words)
        self.model: dict[str, dict[str, dict]] = {}
        self.gone: dict[str, tuple[str, dict]] = {}
        self.kinds: dict[str, str] = {}

    @initialize()
    def first(self):
        self.new_case()

    @rule()
    def new_case(self):
        with self.vault.write() as rows:
            self.model[rows.new_case().id] = {}

    @rule(data=st.data(), record=records())
    def add(self, data, record):
        case = data.draw(st.sampled_from(sorted(self.model)))
        kind, answers = record
        taken = record_kinds()[kind].single and any(self.kinds[one] == kind for one in self.model[case])
        try:
            with self.vault.write() as rows:
                made = rows.add(case, kind, answers)
        except Refused:
            assert taken
            return
        assert not taken
        self.kinds[made.id] = kind
        self.model[case][made.id] = {k: a for k, a in answers.items() if a is not Absent.NOT_ASKED}

    @precondition(lambda self: any(self.model.values()))
    @rule(data=st.data(), fails=st.booleans())
    def answer(self, data, fails):
        case, record = data.draw(st.sampled_from([(c, r) for c in sorted(self.model) for r in self.model[c]]))
        field = data.draw(st.sampled_from(record_kinds()[self.kinds[record]].field))
        value = data.draw(answers_to(field))
        if fails:
            with pytest.raises(ZeroDivisionError), self.vault.write() as rows:
                self.broken(rows, record, field.key, value)
            return
        with self.vault.write() as rows:
            rows.answer(record, field.key, value)
        if value is Absent.NOT_ASKED:
            self.model[case][record].pop(field.key, None)
        else:
            self.model[case][record][field.key] = value

    def broken(self, rows, record, key, value):
        rows.answer(record, key, value)
        raise ZeroDivisionError

    @precondition(lambda self: any(self.model.values()))
    @rule(data=st.data())
    def remove(self, data):
        case, record = data.draw(st.sampled_from([(c, r) for c in sorted(self.model) for r in self.model[c]]))
        with self.vault.write() as rows:
            rows.remove(record)
        self.gone[record] = (case, self.model[case].pop(record))

    @precondition(lambda self: self.gone)
    @rule(data=st.data())
    def restore(self, data):
        record = data.draw(st.sampled_from(sorted(self.gone)))
        case, answers = self.gone[record]
        kind = self.kinds[record]
        taken = record_kinds()[kind].single and any(self.kinds[one] == kind for one in self.model[case])
        try:
            with self.vault.write() as rows:
                rows.restore(record)
        except Refused:
            assert taken
            return
        assert not taken
        del self.gone[record]
        self.model[case][record] = answers

    @rule()
    def close_and_open(self):
        self.vault.close()
        self.vault = Vault.open_by_recovery(self.folder, self.words)

    @invariant()
    def holds_what_the_model_holds(self):
        with self.vault.read() as rows:
            held = {case.id: {one.id: dict(one.answers) for one in case.records} for case in rows.cases()}
        assert held == self.model

    def teardown(self):
        assert check(self.vault) == ()
        self.vault.close()
        shutil.rmtree(self.place)


TestStore = Store.TestCase
TestStore.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
