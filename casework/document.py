"""The documents that can be printed, as definition files declare them: their parts and their editions."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from casework.definition import read_all
from casework.record import record_kinds
from casework.template import Form
from casework.text import NOTHING, Text

MEETING, FURTHEST = "meeting", "person"


@dataclass(frozen=True, slots=True)
class Edition:
    """Whom a document is made for. What ``leaves_out`` names (kinds of record) never goes into it.

    Where ``keeps`` names kinds with fields of them, nothing else goes in, and what it does not name is left out.
    ``masks_victims``: a victim's name in the words of another record gives way to the reference; ``victims_as``: name
    and reference alike give way to these words. ``reaches``: how far
    it goes, a code of the disclosure classes; where nothing is said, to the person, so that it holds the least.
    ``annex``: it holds the lines of the minutes that are for the restricted annex, and no other line; any other edition
    of anything holds none of them.
    """

    code: str
    title: Text
    leaves_out: tuple[str, ...] = ()
    keeps: dict[str, tuple[str, ...]] = field(default_factory=dict)
    masks_victims: bool = False
    victims_as: Text = NOTHING
    reaches: str = FURTHEST
    annex: bool = False

    def __post_init__(self) -> None:
        if self.keeps:
            object.__setattr__(self, "leaves_out", tuple(one for one in record_kinds() if one not in self.keeps))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: how it is ``set``, its title, and the letter under which it is spoken of.

    ``kinds`` are the kinds of record that a part of records prints, ``keys`` the fields that it tells of the person
    (all, where empty).
    """

    set: str
    title: Text = NOTHING
    letter: str = ""
    kinds: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what it is, what its holder must do with it, and its parts in their order.

    ``of_plan``: it prints a version of the plan and says which; where not, it says of what day it is. ``of_sheet``: it
    prints the sheet that stands beside a plan. ``one_page``
    are its parts where the plan's template is one page. ``marking`` stands in place of the pack's own. ``of_minutes``:
    it is about the meeting that was closed last, as its minutes were approved where they were.
    """

    code: str
    title: Text
    about: Text
    edition: tuple[Edition, ...]
    part: tuple[Part, ...]
    handling: tuple[Text, ...] = ()
    of_plan: bool = True
    of_sheet: bool = False
    of_minutes: bool = False
    one_page: tuple[Part, ...] = ()
    marking: str = ""

    def parts(self, form: Form) -> tuple[Part, ...]:
        """Its parts for a plan of a form."""
        return self.one_page if form is Form.ONE_PAGE and self.one_page else self.part

    def edition_named(self, code: str) -> Edition | None:
        """The edition with this code."""
        return next((one for one in self.edition if one.code == code), None)


@cache
def documents() -> dict[str, Document]:
    """Every document by its code."""
    return {one.code: one for one in read_all(Document, "casework.documents")}
