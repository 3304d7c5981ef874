"""One question about a case: how it is asked, what may answer it, and how the answer is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from functools import cache
from importlib.resources import files

from casework.answer import Absent, Answer, Span
from casework.cardnumbers import account_number
from casework.clock import clocks, hours
from casework.dates import spoken
from casework.definition import ReadWhenAsked, read_each
from casework.law.codes import date_codes
from casework.orders import order_kinds
from casework.refusal import Refused
from casework.self_check import questions
from casework.text import NOTHING, Language, Text


class FieldType(Enum):
    """What kind of value answers a field."""

    TEXT = "text"
    LONG = "long"
    DATE = "date"
    MOMENT = "moment"
    SPAN = "span"
    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    LINK = "link"
    LINKS = "links"


class Holds(Enum):
    """What the words of a text field must be, or must not hold."""

    ANYTHING = "anything"
    TIMES = "times"
    HOURS = "hours"
    NO_ACCOUNT_NUMBERS = "no_account_numbers"


class Known(Enum):
    """What a case may know already of the words of a text field."""

    NOTHING = "nothing"
    PEOPLE = "people"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the answers offered. ``fact`` is its word in the law's facts ("-": not a fact of the law)."""

    code: str
    label: Text
    help: Text = NOTHING
    fact: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """A list of answers that several fields share."""

    code: str
    choice: tuple[Choice, ...]


@cache
def choice_lists() -> Mapping[str, tuple[Choice, ...]]:
    """Every shared list by its file's name; the kinds of order, the law's dates and the self-check are more."""
    shared = read_each(ChoiceList, files("casework.choices"))
    more: dict[str, Callable[[], tuple[Choice, ...]]] = {
        "order_kinds": lambda: tuple(Choice(one.code, one.name) for one in order_kinds().values()),
        "date_codes": lambda: tuple(Choice(one.code, one.label) for one in date_codes().values()),
        "self_check": lambda: tuple(Choice(one.code, one.asks) for one in questions().values()),
    }
    return ReadWhenAsked((*shared, *more), lambda code: more[code]() if code in more else shared[code].choice)


@dataclass(frozen=True, slots=True)
class Field:
    """A field as its definition file declares it.

    ``list`` names a shared list of choices; ``links`` the record kinds that a link may point at; ``when`` the
    answers of other fields under which it is asked; ``fact`` the dotted name it has in the law's facts;
    ``may_be_none`` that "none" is an answer, ``may_be_unknown`` that "not known" is one; ``lines`` about how many
    printed lines are expected; ``holds`` what its words are checked for; ``known`` which words of the case are
    offered for it; ``internal`` that the program keeps it for itself and neither asks nor prints it; ``after``, on the
    plan's kind, the question of a template that it follows wherever a template asks that one.
    """

    key: str
    label: Text
    type: FieldType = FieldType.TEXT
    help: Text = NOTHING
    required: bool = False
    choices: tuple[Choice, ...] = ()
    list: str = ""
    links: tuple[str, ...] = ()
    when: dict[str, tuple[str, ...]] = field(default_factory=dict)
    fact: str = ""
    may_be_none: bool = False
    may_be_unknown: bool = True
    lines: int = 1
    holds: Holds = Holds.ANYTHING
    known: Known = Known.NOTHING
    internal: bool = False
    after: str = ""

    def options(self) -> tuple[Choice, ...]:
        """The answers offered, its own or the shared list's."""
        return self.choices or choice_lists().get(self.list, ())

    def option(self, code: str) -> Choice | None:
        """The offered answer with this code."""
        return next((one for one in self.options() if one.code == code), None)

    def checked(self, answer: Answer) -> Answer:
        """Return the answer if it can stand in this field; raises Refused with this field's key otherwise."""
        if isinstance(answer, Absent):
            if answer is Absent.NONE and not self.may_be_none:
                raise Refused(f"{self.label.en} cannot be “none”: say “not known” or leave it.", self.key)
            if answer is Absent.UNKNOWN and not self.may_be_unknown:
                raise Refused(f"{self.label.en} cannot be “not known”: choose or type an answer.", self.key)
            return answer
        wanted = _PYTHON[self.type]
        if type(answer) is not wanted:
            raise Refused(f"{self.label.en} cannot be {answer!s}: it wants {_WANTS[self.type]}.", self.key)
        offered = {one.code for one in self.options()}
        given = answer if isinstance(answer, tuple) else (str(answer),)
        if offered and self.type in (FieldType.CHOICE, FieldType.CHOICES) and not set(given) <= offered:
            raise Refused(f"{self.label.en}: {', '.join(sorted(set(given) - offered))} is not offered.", self.key)
        if isinstance(answer, str) and answer.strip():
            self._refuse_words(answer)
        return answer

    def _refuse_words(self, words: str) -> None:
        if self.holds is Holds.NO_ACCOUNT_NUMBERS and (why := account_number(words)):
            raise Refused(why, self.key)
        if self.holds in (Holds.TIMES, Holds.HOURS):
            try:
                clocks(words) if self.holds is Holds.TIMES else hours(words)
            except Refused as refusal:
                raise Refused(refusal.why, self.key) from None

    def told(self, answer: Answer, language: Language = Language.EN, linked: Callable[[str], str] | None = None) -> str:
        """The answer in words; ``linked`` gives the title of a linked record."""
        match answer:
            case Absent():
                return answer.label.in_(language)
            case bool():
                return (_YES if answer else _NO).in_(language)
            case datetime():
                return f"{spoken(answer.date(), language)}, {answer:%H:%M}"
            case date():
                return spoken(answer, language)
            case tuple():
                return "; ".join(self._one(one, language, linked) for one in answer)
            case str():
                return self._one(answer, language, linked)
            case int() | Span():
                return str(answer)

    def _one(self, code: str, language: Language, linked: Callable[[str], str] | None) -> str:
        if self.type in (FieldType.CHOICE, FieldType.CHOICES):
            option = self.option(code)
            return option.label.in_(language) if option else code
        if self.type in (FieldType.LINK, FieldType.LINKS) and linked:
            return linked(code)
        return code


_YES, _NO = Text("Yes", "Ie"), Text("No", "Na")
_PYTHON: dict[FieldType, type] = {
    FieldType.TEXT: str,
    FieldType.LONG: str,
    FieldType.DATE: date,
    FieldType.MOMENT: datetime,
    FieldType.SPAN: Span,
    FieldType.NUMBER: int,
    FieldType.YES_NO: bool,
    FieldType.CHOICE: str,
    FieldType.CHOICES: tuple,
    FieldType.LINK: str,
    FieldType.LINKS: tuple,
}
_WANTS = {
    FieldType.TEXT: "words",
    FieldType.LONG: "words",
    FieldType.DATE: "a date",
    FieldType.MOMENT: "a date and a time",
    FieldType.SPAN: "a length of time",
    FieldType.NUMBER: "a whole number",
    FieldType.YES_NO: "yes or no",
    FieldType.CHOICE: "one of the answers offered",
    FieldType.CHOICES: "some of the answers offered",
    FieldType.LINK: "a record of the case",
    FieldType.LINKS: "records of the case",
}
