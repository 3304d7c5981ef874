"""The gaps of a wording: what is asked for each, what may fill it, and how that is said in the sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from casework.answer import Answer
from casework.clock import hours
from casework.dates import spoken
from casework.field import Choice, Field, FieldType, Holds
from casework.record import has_value
from casework.refusal import Refused
from casework.text import NOTHING, Language, Text


@dataclass(frozen=True, slots=True)
class Option:
    """An answer offered for a gap: ``says`` are its words inside the sentence (its label where empty).

    A ``silent`` one says nothing: another gap then does.
    """

    code: str
    label: Text
    says: Text = NOTHING
    silent: bool = False

    def words(self, language: Language) -> str:
        """What stands in the sentence."""
        return "" if self.silent else (self.says.in_(language) or self.label.in_(language))


@dataclass(frozen=True, slots=True)
class Gap:
    """A named hole of a wording, asked for like a field.

    ``list`` names options of the pack. Several answers are joined by ``join``. ``before`` and ``after`` come with an
    answer only; ``otherwise`` stands where an ``optional`` gap has none. ``least`` and ``most`` bound a number.
    """

    key: str
    label: Text
    type: FieldType = FieldType.TEXT
    help: Text = NOTHING
    options: tuple[Option, ...] = ()
    list: str = ""
    join: str = "and"
    optional: bool = False
    before: Text = NOTHING
    after: Text = NOTHING
    otherwise: Text = NOTHING
    when: dict[str, tuple[str, ...]] = field(default_factory=dict)
    least: int = 0
    most: int = 0
    holds: Holds = Holds.ANYTHING

    @property
    def field(self) -> Field:
        """The same as a field that a form can ask."""
        choices = tuple(Choice(one.code, one.label) for one in self.options)
        return Field(
            self.key, self.label, self.type, self.help, not self.optional, choices, when=self.when,
            may_be_unknown=False, holds=self.holds,
        )  # fmt: skip

    def checked(self, answer: Answer) -> Answer:
        """The answer if it can fill the gap; raises Refused with the gap's key otherwise."""
        self.field.checked(answer)
        if self.most and isinstance(answer, int) and not self.least <= answer <= self.most:
            raise Refused(f"{self.label.en} must lie between {self.least} and {self.most:,}.", self.key)
        return answer

    def said(self, answer: Answer, language: Language = Language.EN) -> str:
        """The answer as it stands in the sentence, with what comes before and after it."""
        words = self._words(answer, language) if has_value(answer) else ""
        return self.around(words, language)

    def around(self, words: str, language: Language = Language.EN) -> str:
        """Words that were said already, with what comes before and after; or what stands where there are none."""
        if words:
            return f"{self.before.in_(language)}{words}{self.after.in_(language)}"
        return self.otherwise.in_(language)

    def _words(self, answer: Answer, language: Language) -> str:
        match answer:
            case date():
                return spoken(answer, language)
            case tuple():
                return joined([self._option(one, language) for one in answer], self.join, language)
            case str() if self.options:
                return self._option(answer, language)
            case str() if self.holds is Holds.HOURS:
                between = [_BETWEEN.filled(start=f"{h.start:%H:%M}", end=f"{h.end:%H:%M}") for h in hours(answer)]
                return joined([one.in_(language) for one in between], "and", language)
            case str():
                return " ".join(answer.split())
            case int():
                return f"{answer:,}"
        return str(answer)

    def _option(self, code: str, language: Language) -> str:
        return next((one.words(language) for one in self.options if one.code == code), code)


def joined(parts: list[str], join: str, language: Language = Language.EN) -> str:
    """Words in a row: "a, b and c"."""
    link = join if language is Language.EN else {"and": "a", "or": "neu"}[join]
    return f"{', '.join(parts[:-1])} {link} {parts[-1]}" if len(parts) > 1 else "".join(parts)


_BETWEEN = Text("between {start} and {end}", "rhwng {start} a {end}")
