"""Who must be there before a Level 2 or 3 meeting may be closed, as the area sets it; no statute says a number."""

from __future__ import annotations

from collections.abc import Mapping

from casework.case import Case
from casework.meetings.figures import CHECK_POLICY, figure
from casework.meetings.people import agency_name, here
from casework.meetings.sitting import meeting_day
from casework.record import Record
from casework.text import Language, Text

_LEVELS = ("2", "3")
_ALWAYS, _HELD_BY = ("police", "probation"), "prison"
_HELD = ("custody", "remand")
_OBSERVES = ("lay_adviser", "observer")


def authority(case: Case, meeting: Record) -> tuple[str, ...]:
    """The agencies of the Responsible Authority that a meeting needs: police and probation; prison for who is held."""
    on = meeting_day(meeting)
    where = case.current("whereabouts", on) if on else None
    return (*_ALWAYS, _HELD_BY) if where and where["kind"] in _HELD else _ALWAYS


def short_of(case: Case, meeting: Record, settings: Mapping[str, str]) -> Text | None:
    """What a meeting lacks of its quorum; None where it has it, or is of a level without meetings."""
    if meeting.words("level") not in _LEVELS:
        return None
    came = {one.words("agency") for one in here(case, meeting) if one["as"] not in _OBSERVES}
    wanted = authority(case, meeting)
    absent = tuple(one for one in wanted if one not in came)
    least = min(figure("meeting.quorum.authority", settings), len(wanted))
    if len(wanted) - len(absent) < least:
        names = {told: _listed([agency_name(one, told) for one in absent]) for told in Language}
        return Text(
            _AUTHORITY.en.format(absent=names[Language.EN], least=least, all=len(wanted)),
            _AUTHORITY.cy.format(absent=names[Language.CY], least=least, all=len(wanted)),
        )
    most = figure("meeting.quorum", settings)
    return _AGENCIES.filled(here=len(came), least=most) if len(came) < most else None


def asked(lacks: Text) -> Text:
    """What the chair is told of it, with the way to go on."""
    return Text(f"{lacks.en} {CHECK_POLICY.en} {_GO_ON.en}", f"{lacks.cy} {CHECK_POLICY.cy} {_GO_ON.cy}")


def _listed(names: list[str]) -> str:
    return ", ".join(names)


_AUTHORITY = Text(
    "Not quorate: of the Responsible Authority nobody is here from {absent}; {least} of its {all} agencies must be.",
    "Dim cworwm: o'r Awdurdod Cyfrifol nid oes neb yma o {absent}; rhaid i {least} o {all} asiantaeth fod yma.",
)
_AGENCIES = Text(
    "Not quorate: agencies here: {here}; agencies that must be: {least}.",
    "Dim cworwm: asiantaethau yma: {here}; asiantaethau sydd eu hangen: {least}.",
)
_GO_ON = Text("To go on all the same, say why; it is recorded.", "I barhau serch hynny, dywedwch pam; fe'i cofnodir.")
