"""What is due before a meeting: reports to be chased, a referral to be decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casework.case import Case
from casework.dated import Due
from casework.dates import spoken
from casework.meetings.referral import Stage, stage
from casework.meetings.sitting import meeting_day, missing_reports, report_day
from casework.record import Record, title
from casework.text import Language, Text

_CHASE = Text("Ring them, or note that none will come and why.", "Ffoniwch nhw, neu nodwch na ddaw un a pham.")
_DECIDE = Text("Accept or decline it, with the reason.", "Derbyniwch neu gwrthodwch, gyda rheswm.")


def before_meetings(case: Case, today: date, settings: Mapping[str, str]) -> Iterator[Due]:
    """Reports for meetings that are still to come, and referrals that nobody has decided on."""
    for one in case.of("meeting"):
        on, by = meeting_day(one), report_day(one, settings)
        if on is not None and on >= today and by is not None:
            yield from _reports(case, one, on, _When(by, today))
    for one in case.of("referral"):
        wanted = one["decide_by"]
        if stage(one) is Stage.ENDORSED and isinstance(wanted, date):
            what = Text(*(f"{_REFERRAL.in_(told)}: {title(one, told)}" for told in Language))
            yield _When(wanted, today).due(case, one, "referral.due", what, then=_DECIDE)


def _reports(case: Case, meeting: Record, on: date, when: _When) -> Iterator[Due]:
    missing = missing_reports(case, meeting)
    if missing:
        shown = next(iter(missing.values())).shape.get("agency")
        names = ", ".join(shown.told(code) for code in missing) if shown else ""
        what = Text(*(_WANTING.in_(told).format(day=spoken(on, told), count=len(missing)) for told in Language))
        yield when.due(case, meeting, "meeting.reports", what, why=names, then=_CHASE)


@dataclass(frozen=True, slots=True)
class _When:
    on: date
    today: date

    def due(self, case: Case, about: Record, code: str, what: Text, *, why: str = "", then: Text) -> Due:
        late = self.on < self.today
        return Due(self.on, what, case.id, case.ref, about.id, about.kind, code, "duty", why, "", "", then, late)


_REFERRAL = Text("Decide on the referral", "Penderfynu ar yr atgyfeiriad")
_WANTING = Text(
    "Reports not here for the meeting of {day}: {count}", "Adroddiadau heb gyrraedd ar gyfer cyfarfod {day}: {count}"
)
