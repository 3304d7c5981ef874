"""The items of an agenda as they were found: what paper and screen are given, without what finds it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from casework.text import Text


@dataclass(frozen=True, slots=True)
class Point:
    """One thing open, with the record and field that it is about; or, where something is missing, its ``kind``.

    ``strong``: it must not be passed over, as an action that was carried over again and again.
    """

    says: Text = field(repr=False)
    about: str = ""
    key: str = ""
    kind: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item: its code among the ``agenda_items``, its number, its title, what is open for it."""

    code: str
    number: int
    title: Text
    points: tuple[Point, ...] = field(repr=False)

    @property
    def strong(self) -> bool:
        """Whether something in it must not be passed over."""
        return any(one.strong for one in self.points)


def without(items: tuple[AgendaItem, ...], gone: Callable[[str], bool]) -> tuple[AgendaItem, ...]:
    """The agenda without what is about a record that is not to be shown."""
    return tuple(
        AgendaItem(one.code, one.number, one.title, tuple(p for p in one.points if not gone(p.about))) for one in items
    )
