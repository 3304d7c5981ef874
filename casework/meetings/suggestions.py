"""Whom a meeting should ask, with every reason: the agencies of the flags, the contacts of the case as their names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from casework.answer import Absent, Answer
from casework.case import Case
from casework.meetings.flags import Raised, raised
from casework.meetings.invitation_table import invitation_table
from casework.reckoning import Reckoning
from casework.record import Record
from casework.text import Text

LAY_ADVISER, INVOLVED = "lay_adviser", "involved"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody to ask: a contact of the case, or an agency of which nobody is named yet.

    ``invited_as`` is a code of the invitee's ``as``; ``why`` every reason in one line; ``raised`` the flags.
    """

    agency: str
    invited_as: str
    why: Text = field(repr=False)
    brings: Text
    contact: Record | None = field(default=None, repr=False)
    raised: tuple[Raised, ...] = ()

    def answers(self, today: date) -> dict[str, Answer]:
        """The invitee that accepting it makes: asked for a report on ``today`` where one is wanted."""
        contact, observes = self.contact, self.invited_as == LAY_ADVISER
        found: dict[str, Answer] = {"agency": self.agency, "as": self.invited_as, "why": self.why.en}
        if contact:
            known = {key: contact.words(key) for key in ("name", "role", "email") if contact.words(key)}
            found |= {"contact": str(contact.id), **known}
        else:
            found["name"] = Absent.UNKNOWN
            if observes:
                found["role"] = invitation_table().lay_adviser.name.en
        if not observes:
            found["brings"] = self.brings.en
        if not observes and invitation_table().of(self.agency).reports:
            found["report_asked_on"] = today
        return found


def suggestions(case: Case, meeting: Record, today: date, reckoning: Reckoning) -> tuple[Suggestion, ...]:
    """Everybody who should be asked to a meeting and is not yet; the Responsible Authority first, the lay adviser last.

    An agency that has contacts in the case is asked by every one of them, so that a reader may leave some out.
    """
    invited = case.children(meeting, "invitee")
    found = raised(case, today, reckoning)
    every = [*_agencies(case, found, invited), *_lay_adviser(invited)]
    return tuple(sorted(every, key=lambda one: _ORDER.index(one.invited_as)))


def _agencies(case: Case, found: tuple[Raised, ...], invited: tuple[Record, ...]) -> Iterator[Suggestion]:
    contacts = case.of("contact")
    wanted = dict.fromkeys([code for one in found for code in one.flag.agencies])
    wanted |= dict.fromkeys(one.words("agency") for one in contacts if one.words("agency"))
    by_agency = {one.words("agency") for one in invited}
    asked = {link for one in invited for link in one.links("contact")}
    names = {one.words("name") for one in invited}
    for agency in wanted:
        reasons = tuple(one for one in found if agency in one.flag.agencies)
        people = [one for one in contacts if one["agency"] == agency]
        reasons = reasons or tuple(one for one in found if one.flag.code == INVOLVED)
        for one in people:
            if one.id not in asked and one.words("name") not in names:
                yield _suggestion(agency, reasons, one)
        if not people and agency not in by_agency:
            yield _suggestion(agency, reasons, None)


def _suggestion(agency: str, reasons: tuple[Raised, ...], contact: Record | None) -> Suggestion:
    told = invitation_table().of(agency)
    why = Text("; ".join(one.why.en for one in reasons), "; ".join(one.why.cy or one.why.en for one in reasons))
    return Suggestion(agency, told.invited_as, _sentence(why), told.brings, contact, reasons)


def _lay_adviser(invited: tuple[Record, ...]) -> Iterator[Suggestion]:
    if not any(one["as"] == LAY_ADVISER for one in invited):
        yield Suggestion("mappa", LAY_ADVISER, invitation_table().lay_adviser.why, Text(""))


def _sentence(words: Text) -> Text:
    return Text(*(f"{one[:1].upper()}{one[1:]}." if one else "" for one in (words.en, words.cy)))


_ORDER = ("core", "co_operates", "other", LAY_ADVISER, "observer")
