"""A record: its kind, as a definition file declares it, and the answers given so far."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import NewType

from casework.answer import Absent, Answer
from casework.definition import read_each
from casework.field import Field
from casework.refusal import Refused
from casework.text import NOTHING, Language, Text

RecordId = NewType("RecordId", str)
CaseId = NewType("CaseId", str)


@dataclass(frozen=True, slots=True)
class RecordKind:
    """A kind of record.

    ``parent``: the kind it hangs on ("case" for most). ``single``: one to a case. ``title``: the field keys whose
    answers name a record in a line, the first two joined by a comma. ``dated_by``: the field whose latest date marks
    the current one. ``facts``: the list of the law's facts that it fills. ``closed``: opened only with a reason.
    ``reach``: the field that says how far a record may go; no edition that reaches further holds it. ``carried``: a
    new version of the plan asks of each whether it still holds.
    """

    code: str
    name: Text
    plural: Text
    field: tuple[Field, ...]
    parent: str = "case"
    single: bool = False
    title: tuple[str, ...] = ()
    dated_by: str = ""
    facts: str = ""
    closed: bool = False
    reach: str = ""
    carried: bool = False
    none_label: Text = NOTHING

    def get(self, key: str) -> Field | None:
        """The field with this key."""
        return next((one for one in self.field if one.key == key), None)

    def asked(self, keys: Collection[str]) -> tuple[Field, ...]:
        """The fields with these keys, all where none is named, and those without which the law gives no date."""
        return tuple(one for one in self.field if not keys or one.key in keys or (one.required and one.fact))


@cache
def record_kinds() -> Mapping[str, RecordKind]:
    """Every kind of record by its code."""
    return read_each(RecordKind, files("casework.kinds"))


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a case. ``answers`` hold what was given; what is not there was not asked."""

    id: RecordId
    kind: str
    parent: RecordId | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict, repr=False)

    def __getitem__(self, key: str) -> Answer:
        return self.answers.get(key, Absent.NOT_ASKED)

    def words(self, key: str) -> str:
        """The answer if it is text, else empty."""
        answer = self[key]
        return answer if isinstance(answer, str) else ""

    def links(self, key: str) -> tuple[str, ...]:
        """The ids that a link field points at."""
        answer = self[key]
        return answer if isinstance(answer, tuple) else (answer,) if isinstance(answer, str) else ()

    def answered(self, key: str, answer: Answer) -> Record:
        """The record with one answer changed."""
        return replace(self, answers={**self.answers, key: answer})

    @property
    def shape(self) -> RecordKind:
        """Its kind's definition."""
        return record_kinds()[self.kind]


def in_places(records: Iterable[Record]) -> tuple[Record, ...]:
    """Records that hang on one by the places given to them ("place_in_order"), then the others as they were entered."""

    def place(record: Record) -> tuple[bool, int]:
        given = record["place_in_order"]
        return not isinstance(given, int), given if isinstance(given, int) else 0

    return tuple(sorted(records, key=place))


def is_given(answer: Answer) -> bool:
    """Whether somebody answered: a value, "not known" or "none", but not an empty text."""
    return answer is not Absent.NOT_ASKED and answer not in ("", ())


def has_value(answer: Answer) -> bool:
    """Whether there is a value to show."""
    return not isinstance(answer, Absent) and answer not in ("", ())


def asked(fields: tuple[Field, ...], record: Record) -> Iterator[Field]:
    """The fields whose ``when`` holds for what is answered so far; none that the program keeps for itself."""
    for one in fields:
        if not one.internal and all(_holds(record[key], codes) for key, codes in one.when.items()):
            yield one


def _holds(answer: Answer, codes: tuple[str, ...]) -> bool:
    given = answer if isinstance(answer, tuple) else (str(answer).lower() if isinstance(answer, bool) else answer,)
    return any(one in codes for one in given)


def missing(fields: tuple[Field, ...], record: Record) -> tuple[Field, ...]:
    """The required fields that nobody has answered."""
    return tuple(one for one in asked(fields, record) if one.required and not is_given(record[one.key]))


def title(record: Record, language: Language = Language.EN, linked: Callable[[str], str] | None = None) -> str:
    """A record in a few words, or its kind's name where nothing names it yet."""
    shape = record.shape
    parts = [
        one.told(record[key], language, linked)
        for key in shape.title
        if (one := shape.get(key)) and has_value(record[key])
    ]
    return ", ".join(parts) or shape.name.in_(language)


def checked(kind: str, key: str, answer: Answer, also: tuple[Field, ...] = ()) -> Answer:
    """The answer if the kind has the field and it can stand there; raises Refused otherwise."""
    shape = record_kinds().get(kind)
    if shape is None:
        raise Refused(f"There is no kind of record called {kind}.")
    found = shape.get(key) or next((one for one in also if one.key == key), None)
    if found is None:
        raise Refused(f"{shape.name.en} has no field called {key}.", key)
    return found.checked(answer)
