"""The documents that can be printed, as definition files declare them: their parts and their editions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from casework.definition import ReadWhenAsked, read_each
from casework.edition import Edition, audiences, for_audience, narrowed
from casework.record import record_kinds
from casework.template import Form, published
from casework.template_choice import newest
from casework.text import NOTHING, Text


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a document: how it is ``set``, its title, and the letter under which it is spoken of.

    ``kinds`` are the kinds of record that a part of records prints, ``keys`` the fields that it tells of the person
    (all, where empty). ``whole``: it makes sense only of the whole case, and stands in no edition that names what it
    keeps.
    """

    set: str
    title: Text = NOTHING
    letter: str = ""
    kinds: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    whole: bool = False

    def stands_in(self, edition: Edition) -> bool:
        """Whether an edition has it: something that it prints may be in there."""
        if self.whole and edition.keeps:
            return False
        return not self.kinds or any(edition.holds(kind) for kind in self.kinds)


@dataclass(frozen=True, slots=True)
class Document:
    """A document: what it is, what its holder must do with it, and its parts in their order.

    ``of_plan``: it prints a version of the plan and says which; where not, it says of what day it is. ``of_sheet``: it
    prints the sheet that stands beside a plan. ``one_page``
    are its parts where the plan's template is one page. ``marking`` stands in place of the pack's own. ``of_minutes``:
    it is about the meeting that was closed last, as its minutes were approved where they were. ``audiences`` are the
    further ones that it is made for: each its first edition with the audience's limits. ``lives_days``: so many days
    after it was made a copy is to be destroyed, where it is not to outlive them. ``forms`` are the kinds of record of
    which it is a blank form, as it is of every template.
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
    audiences: tuple[str, ...] = ()
    lives_days: int = 0
    forms: tuple[str, ...] = ()

    def destroyed_by(self, made: date) -> date | None:
        """The day by which a copy made on a day is to be destroyed; None where its holder keeps it."""
        return made + timedelta(days=self.lives_days) if self.lives_days else None

    def parts(self, form: Form, edition: Edition) -> tuple[Part, ...]:
        """Its parts for a plan of a form, but for those that an edition cannot have."""
        parts = self.one_page if form is Form.ONE_PAGE and self.one_page else self.part
        return tuple(one for one in parts if one.stands_in(edition))

    def edition_named(self, code: str) -> Edition | None:
        """The edition with this code."""
        return next((one for one in self.edition if one.code == code), None)


@cache
def documents() -> Mapping[str, Document]:
    """Every document by its code."""
    read = read_each(Document, files("casework.documents"))
    return ReadWhenAsked(read, lambda code: _with_audiences(read[code]))


def _with_audiences(document: Document) -> Document:
    known = audiences()
    own = tuple(narrowed(one, known[one.audience]) if one.audience else one for one in document.edition)
    made = (for_audience(own[0], known[code]) for code in document.audiences)
    return replace(document, edition=(*own, *made, *_forms(document)))


def _forms(document: Document) -> Iterator[Edition]:
    """An edition for the form of each template that is offered, and of each kind that the document names."""
    if document.forms:
        kinds = [(code, record_kinds()[code].name) for code in document.forms]
        for code, name in (*((one.code, one.name) for one in newest(published())), *kinds):
            yield replace(document.edition[0], code=code, title=name, form=code)
