"""What every part of a document is set from: the pack, the language, and the numbers under which things stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from casework.answer import Absent
from casework.clauses import called
from casework.clauses import number_of as clause_number
from casework.document import Document, Part
from casework.edition import Edition
from casework.field import Field, FieldType
from casework.pack import LEFT_OUT, MeetingPack
from casework.record import Record, asked, is_given, title
from casework.template import PlanTemplate, fields_of
from casework.template_choice import sheet
from casework.text import Language, Text

_SHORT, _ALONE = 64, 120


def _begun(words: str, most: int) -> str:
    """Words as they begin, where they are longer than ``most`` characters."""
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


@dataclass(slots=True)
class Places:
    """The numbers of records and of single answers on the paper, as a first setting found them."""

    records: dict[str, str] = field(default_factory=dict)
    answers: dict[tuple[str, str], str] = field(default_factory=dict)

    def enter(self, number: str, record: str, keys: Iterable[str], *, whole: bool) -> None:
        """Note where answers of a record stand; a place where the record stands whole counts for the record itself."""
        if record:
            if whole or record not in self.records:
                self.records[record] = number
            for key in keys:
                self.answers.setdefault((record, key), number)


@dataclass(frozen=True, slots=True)
class Gap:
    """A line of the paper whose answer is not known, or was never given: the record, the field, the answer."""

    record: str
    key: str
    label: Text
    answer: Absent


@dataclass(frozen=True, slots=True)
class Paper:
    """A document being set. ``places`` is filled by a first setting and read by the second; ``gaps`` by both."""

    pack: MeetingPack
    document: Document
    edition: Edition
    language: Language
    places: Places = field(default_factory=Places)
    found: Places = field(default_factory=Places)
    gaps: dict[tuple[str, str], Gap] = field(default_factory=dict)

    @property
    def template(self) -> PlanTemplate:
        """The template that the document is made with: the plan's, or that of the sheet beside it."""
        return sheet(self.pack.sheets) if self.document.of_sheet else self.pack.template

    @property
    def handling(self) -> tuple[Text, ...]:
        """What the holder of this copy must do with it."""
        return self.edition.handling or self.document.handling

    @property
    def parts(self) -> tuple[Part, ...]:
        """The document's parts, but for those that the edition cannot have; of minutes none until a meeting closed."""
        if self.document.of_minutes and self.pack.meeting is None:
            return (Part("opening"), Part("no_minutes"))
        return self.document.parts(self.pack.template.form, self.edition)

    @property
    def name(self) -> str:
        """The person as the case names them; where it does not, that it is not known, which is counted."""
        person = self.pack.case.one("person")
        if person.words("surname") or person.words("forenames"):
            return self.pack.case.name
        return self.missing(person, "surname", kept=True)

    def say(self, text: Text, **holes: object) -> str:
        """A phrase in the paper's language, its holes filled."""
        return (text.filled(**holes) if holes else text).in_(self.language)

    def told(self, record: Record, one: Field, *, briefly: bool = False) -> str:
        """An answer in words; empty where nothing is to be printed.

        What was not asked is told only where it must be answered; what is not known is told as that. ``briefly``, a
        linked record is told by its number alone. Where lines that are not known are left out, they are empty.
        """
        if not self.edition.holds(record.kind, one.key):
            return ""
        answer = record[one.key]
        missing = not is_given(answer) and one.required
        if answer is Absent.UNKNOWN or missing:
            if self.pack.unknowns == LEFT_OUT:
                return ""
            absent = Absent.NOT_ASKED if missing else Absent.UNKNOWN
            self.gaps.setdefault((record.id, one.key), Gap(record.id, one.key, one.label, absent))
        if not is_given(answer):
            return self.say(Absent.NOT_ASKED.label) if one.required else ""
        if one.type in (FieldType.LINK, FieldType.LINKS) and not isinstance(answer, Absent):
            links = record.links(one.key)
            brief = [self._brief(found) for found in links] if briefly else [""]
            if all(brief):
                return ", ".join(sorted(brief, key=in_order))
            return "; ".join(told for told in map(self.linked, links) if told)
        return one.told(answer, self.language)

    def word(self, record: Record | None, key: str) -> str:
        """An answer by itself; one that is not known is counted, and empty where such lines are left out."""
        one = record.shape.get(key) if record else None
        if record is None or one is None:
            return ""
        if record[key] is Absent.UNKNOWN:
            return self.missing(record, key)
        return one.told(record[key], self.language)

    def missing(
        self, record: Record, key: str, words: Text | None = None, *, label: Text | None = None, kept: bool = False
    ) -> str:
        """That what a page has a place for is not known, in words; it is counted, and leads to its record and field.

        Empty where such lines are left out, unless it is ``kept``: a warning, or a part of a sentence.
        """
        key = _known(record, key)
        one, answer = record.shape.get(key), record[key]
        if one and not self.edition.holds(record.kind, key):
            return ""
        absent = answer if isinstance(answer, Absent) and answer is not Absent.NONE else Absent.UNKNOWN
        named = label or (one.label if one else record.shape.name)
        self.gaps.setdefault((record.id, key), Gap(record.id, key, named, absent))
        left_out = self.pack.unknowns == LEFT_OUT and not kept
        return "" if left_out else self.say(words or Absent.UNKNOWN.label)

    def asked(self, record: Record, keys: Iterable[str] = ()) -> Iterator[Field]:
        """The fields of a record that are asked and may stand here, or those of ``keys``; of a closed kind its name."""
        closed = record.shape.closed and not (self.pack.copy_number and record.kind in self.edition.opens)
        wanted = record.shape.title if closed else tuple(keys)
        fields = (one for one in asked(fields_of(record), record) if not wanted or one.key in wanted)
        return (one for one in fields if self.edition.holds(record.kind, one.key))

    def linked(self, record: str) -> str:
        """A linked record by its number and a few words; empty where it is not on the paper."""
        found = self.pack.case.get(record)
        if found is None:
            return ""
        number, words = self.places.records.get(record, ""), title(found, self.language)
        named = found.shape.get(found.shape.title[0]) if found.shape.title else None
        if named and named.type is FieldType.DATE:
            words = f"{self.say(found.shape.name)}, {words}"
        return f"{number} {_begun(words, _SHORT)}" if number else _begun(words, _ALONE)

    def _brief(self, record: str) -> str:
        """The number where a record stands; of a condition that stands nowhere its short name, as on a street card."""
        found, number = self.pack.case.get(record), self.number_of(record)
        order = self.pack.case.get(found.parent) if found and found.parent and not number else None
        condition = clause_number(self.pack.case, found) if found and order else 0
        return f"{called(order, self.language)} {condition}" if order and condition else number

    def number_of(self, record: str, key: str = "") -> str:
        """The number where a record or one of its answers stands; empty where it stands nowhere."""
        return self.places.answers.get((record, key), "") if key else self.places.records.get(record, "")

    def stands_elsewhere(self, record: str, letter: str) -> bool:
        """Whether a record stands whole or in part outside the part with this letter."""
        number = (self.places if self.places.records else self.found).records.get(record, "")
        return bool(number) and not number.startswith(letter)

    def enter(self, number: str, record: Record, keys: Iterable[str], *, whole: bool = True) -> None:
        """Note where a record's answers stand."""
        self.found.enter(number, record.id, keys, whole=whole)


_ALSO = {"ends_on": ("ends", "until"), "starts_on": ("starts", "made_on")}


def _known(record: Record, key: str) -> str:
    """The field that says it in this kind of record: orders say otherwise than licences how long they last."""
    return next((one for one in (key, *_ALSO.get(key, ())) if record.shape.get(one)), key)


def in_order(number: str) -> tuple[tuple[bool, int, str], ...]:
    """A number's place among others: 3.2.10 after 3.2.9, letters after figures."""
    parts = re.split(r"[. ]|(?<=[A-Z])(?=\d)", number)
    return tuple((not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts)
