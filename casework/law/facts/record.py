"""One JSON object read strictly: every field asked for by name and type, every other refused with its path."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from typing import TypeVar

from casework.period import Period
from casework.refusal import Refused

T = TypeVar("T")

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}")
INDEFINITE = "indefinite"


class Record:
    """A JSON object at a path; reading a field takes it out, ``done`` refuses what is left.

    Raises Refused with the path of the field that is missing, of another type or unknown.
    """

    def __init__(self, value: object, path: str) -> None:
        if not isinstance(value, dict):
            raise Refused(f"{_named(path)} must be an object with fields.", path)
        self._left: dict[str, object] = dict(value)
        self.path = path

    def at(self, key: str) -> str:
        """The path of a field."""
        return f"{self.path}.{key}" if self.path else key

    def has(self, key: str) -> bool:
        """Whether a field that is not read yet is given."""
        return key in self._left

    def take(self, key: str) -> object:
        """The raw value of a field that must be there."""
        if key not in self._left:
            raise Refused(f"{self.at(key)} is missing: give it.", self.at(key))
        return self._left.pop(key)

    def maybe(self, key: str, read: Callable[[str], T]) -> T | None:
        """A field read with one of the readers below, or None where it is left out."""
        return read(key) if key in self._left else None

    def text(self, key: str) -> str:
        """A text that is not empty."""
        return as_text(self.take(key), self.at(key))

    def flag(self, key: str) -> bool:
        """True or false; false where it is left out."""
        if key not in self._left:
            return False
        value = self.take(key)
        if not isinstance(value, bool):
            raise Refused(f"{self.at(key)} must be true or false.", self.at(key))
        return value

    def mark(self, key: str) -> bool:
        """A field that is true or left out."""
        if key not in self._left:
            return False
        if not self.flag(key):
            raise Refused(f"{self.at(key)} can only be true: leave it out otherwise.", self.at(key))
        return True

    def needed_flag(self, key: str) -> bool:
        """True or false, which must be given."""
        if key not in self._left:
            self.take(key)
        return self.flag(key)

    def whole(self, key: str) -> int:
        """A whole number, 0 or more."""
        return as_whole(self.take(key), self.at(key))

    def needed_day(self, key: str) -> date:
        """A real date."""
        return as_date(self.take(key), self.at(key))

    def day(self, key: str) -> date | None:
        """A real date, or None where it is left out."""
        return self.needed_day(key) if key in self._left else None

    def date_or_indefinite(self, key: str) -> date | str:
        """A real date or the word "indefinite"."""
        value = self.take(key)
        return INDEFINITE if value == INDEFINITE else as_date(value, self.at(key))

    def moment(self, key: str) -> datetime:
        """A date with hours and minutes, local time."""
        return as_moment(self.take(key), self.at(key))

    def period(self, key: str) -> Period:
        """A length of time that is not nothing."""
        return as_period(self.take(key), self.at(key))

    def choice(self, key: str, known: Collection[str]) -> str:
        """One of the known words."""
        return as_choice(self.take(key), known, self.at(key))

    def each(self, key: str, read: Callable[[object, str], T], *, some: bool = False) -> tuple[T, ...]:
        """A list, each entry read with its path; none where it is left out. ``some``: it must be given, not empty."""
        if not some and key not in self._left:
            return ()
        value = self.take(key)
        if not isinstance(value, list):
            raise Refused(f"{self.at(key)} must be a list.", self.at(key))
        if some and not value:
            raise Refused(f"{self.at(key)} must not be empty.", self.at(key))
        return tuple(read(entry, f"{self.at(key)}[{n}]") for n, entry in enumerate(value))

    def done(self) -> None:
        """Refuse what was not asked for."""
        for key in self._left:
            raise Refused(f"{_named(self.at(key))} is not a known field here: take it out.", self.at(key))


def as_text(value: object, path: str) -> str:
    """Return a text that is not empty and can be written out; raises Refused at the path."""
    if not isinstance(value, str) or not value.strip() or any("\ud800" <= sign <= "\udfff" for sign in value):
        raise Refused(f"{path} must be text that is not empty.", path)
    return value


def as_whole(value: object, path: str) -> int:
    """Return a whole number, 0 or more; raises Refused at the path."""
    if type(value) is not int or value < 0:
        raise Refused(f"{path} must be a whole number, 0 or more.", path)
    return value


def as_date(value: object, path: str) -> date:
    """Return a real date written YYYY-MM-DD; raises Refused at the path."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise Refused(f"{path} must be a real date written YYYY-MM-DD.", path)


def as_moment(value: object, path: str) -> datetime:
    """Return a real date and time written YYYY-MM-DDTHH:MM; raises Refused at the path."""
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    raise Refused(f"{path} must be a real date and time written YYYY-MM-DDTHH:MM.", path)


def as_period(value: object, path: str) -> Period:
    """Return a length of time, at least one of its parts above 0; raises Refused at the path."""
    record = Record(value, path)
    parts = {key: record.maybe(key, record.whole) or 0 for key in ("years", "months", "weeks", "days")}
    record.done()
    if not any(parts.values()):
        raise Refused(f"{path} must be a length of time, not nothing.", path)
    return Period(**{key: min(number, _LONGEST) for key, number in parts.items()})


def as_choice(value: object, known: Collection[str], path: str) -> str:
    """Return one of the known words; raises Refused at the path."""
    if not isinstance(value, str) or value not in known:
        raise Refused(f"{path} must be one of {', '.join(known)}.", path)
    return value


def choices(known: Collection[str]) -> Callable[[object, str], str]:
    """A reader of list entries that are among known words."""
    return lambda value, path: as_choice(value, known, path)


def _named(path: str) -> str:
    return path.encode("utf-8", "replace").decode() if path else "The document"


_LONGEST = 10**7
