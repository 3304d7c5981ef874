"""What is due in a case: the law's dates, what is watched for, actions, inspections, reviews, meetings; late first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from casework.case import Case
from casework.dated import Due
from casework.dates import spoken
from casework.meetings.due import before_meetings
from casework.meetings.due_after import after_meetings, looked_at_again
from casework.reckoning import LegalDate, Reckoning, reckon
from casework.record import Record, title
from casework.template import plan_templates
from casework.text import NOTHING, Text
from casework.watch import watched


def due(
    case: Case,
    today: date,
    until: date | None = None,
    reckoning: Reckoning | None = None,
    settings: Mapping[str, str] | None = None,
) -> tuple[Due, ...]:
    """Everything due in a case up to ``until`` (no end where None), earliest first, so that the late come first.

    Where the area sets an interval or a deadline, ``settings`` say which; the usual ones hold without.
    """
    told = reckoning or reckon(case, today)
    found = (
        *_legal(case, today, told),
        *watched(case, told, today),
        *_recorded(case, today),
        *before_meetings(case, today, settings or {}),
        *after_meetings(case, today, settings or {}),
    )
    wanted = [one for one in found if until is None or one.on <= until]
    return tuple(sorted(wanted, key=lambda one: (one.on, one.kind, one.code, one.about)))


def _legal(case: Case, today: date, reckoning: Reckoning) -> Iterator[Due]:
    dates = [one for one in reckoning.dates if one.limit != "outer" and one.nature != "limit"]
    orders = {one.about: one.working for one in dates if one.code == "order.last_day"}
    for one in dates:
        late = one.working < today and outstanding(case, one)
        subject = case.get(one.about)
        if (one.working >= today or late) and not _ends_with_its_order(one, subject, orders):
            about = f" · {title(subject)}" if subject and subject.kind != "person" else ""
            what = Text(one.label.en + about, one.label.cy + about if one.label.cy else "")
            yield Due(
                one.working, what, case.id, case.ref, one.about, "law", one.code, one.nature, _why(one), one.basis,
                one.rule, one.next, late,
            )  # fmt: skip


def _ends_with_its_order(one: LegalDate, subject: Record | None, orders: Mapping[str, date]) -> bool:
    """Whether it is the end of a condition that the end of its order tells of."""
    parent = subject.parent if subject and one.code == "item.last_day" else None
    return parent is not None and orders.get(parent) == one.working


def _why(one: LegalDate) -> str:
    own = f" {one.override_by} set this date instead of {spoken(one.on)}: {one.override_reason}" if one.override else ""
    return one.why + own


def outstanding(case: Case, one: LegalDate) -> bool:
    """Whether a date is a duty that is not recorded as done."""
    return one.nature == "duty" and not _done(case, one)


def _done(case: Case, one: LegalDate) -> bool:
    from casework.law.codes import date_code  # noqa: PLC0415 - the law is read when it is first asked

    code, about = date_code(one.code), case.get(one.about)
    if about and any(isinstance(about[key], date) for key in code.done_by):
        return True
    arose = _arose(one, about)
    return any(
        note["kind"] in code.notified_by
        and isinstance(given := note["given_on"], date)
        and given >= arose
        and _under(note, one)
        for note in case.of("notification")
    )


def _arose(one: LegalDate, about: Record | None) -> date:
    """The first day on which a notification can be the one that a duty wants: that of the event, trigger or knowledge.

    Where the record tells no such day, a month before the duty is due.
    """
    for key in _ARISES.get(one.code, _ARISES_ON):
        if about and isinstance(day := about[key], date):
            return day
    return one.on - _ABOUT


def _under(note: Record, one: LegalDate) -> bool:
    """Whether a notification was given under the law that the duty belongs to."""
    law = one.code.partition(".")[0]
    regime = note.words("regime") or "soa"
    if law == "order_notice":
        return regime == "order" and (note.words("order") == one.about or not one.code.endswith("initial_by"))
    return regime == ("terrorism" if law == "terrorism" else "soa") or (law == "travel" and regime == "order")


_ABOUT = timedelta(days=31)
_ARISES = {
    "travel.notice_by": ("details_known_on",),
    "travel.notice_excuse_by": ("details_known_on",),
    "travel.changed_details_by": ("details_changed_on",),
    "notification.nonevent_by": ("expected_on",),
}
_ARISES_ON = ("on", "from", "expected_on", "relevant_date", "served_on", "made_on", "outcome_on", "dealt_with_on")


def _recorded(case: Case, today: date) -> Iterator[Due]:
    for record in case.records:
        for key, code, what in _DATED.get(record.kind, ()):
            on = record[key]
            if isinstance(on, date) and not _closed(case, record, code, today, on):
                said = _said(record)
                words = Text(f"{what.en}: {said}", f"{what.cy}: {said}" if what.cy else "")
                yield Due(
                    on, words, case.id, case.ref, record.id, record.kind, code, "duty", "", "", "", NOTHING,
                    on < today,
                )  # fmt: skip


def _said(record: Record) -> str:
    template = plan_templates().get(record.words("template"))
    return template.name.en if template else title(record)


def _closed(case: Case, record: Record, code: str, today: date, on: date) -> bool:
    if code == ASK_AGAIN:
        return record["view_agreement"] != "not_asked"
    if record.kind in ("category", "level", "level_review"):
        left = record.kind == "level_review" and case.current("exit", today) is not None
        return left or case.current(record.kind, today) != record or _reviewed_since(case, record)
    if code == "disclosure.look_again":
        return looked_at_again(case, record, on)
    if record.kind == "action":
        return record["state"] in ("done", "not_done")
    if record.kind == "disclosure":
        return isinstance(record["done_on"], date)
    return record.kind == "meeting" and on < today


def _reviewed_since(case: Case, level: Record) -> bool:
    """Whether a level was reviewed since it was set: then the review tells of the next one."""
    since = level["from"]
    return level.kind == "level" and any(
        isinstance(since, date) and isinstance(on := one["reviewed_on"], date) and on >= since
        for one in case.of("level_review")
    )


ASK_AGAIN = "plan.ask_again"
_DATED: dict[str, tuple[tuple[str, str, Text], ...]] = {
    "action": (("due_on", "action.due", Text("Action", "Cam gweithredu")),),
    "measure": (("due_on", "measure.due", Text("Measure", "Mesur")),),
    "device": (("due_on", "device.due", Text("Inspect device", "Archwilio dyfais")),),
    "disclosure": (
        ("due_on", "disclosure.due", Text("Disclosure", "Datgelu")),
        ("review_on", "disclosure.look_again", Text("Look at the disclosure again", "Edrych eto ar y datgeliad")),
    ),
    "meeting": (("on", "meeting.due", Text("Meeting", "Cyfarfod")),),
    "level_review": (("next_on", "level_review.due", Text("Review at Level 1", "Adolygiad Lefel 1")),),
    "plan": (
        ("review_on", "plan.due", Text("Review the plan", "Adolygu'r cynllun")),
        ("view_again_on", ASK_AGAIN, Text("Ask the person's view again", "Gofyn eto am farn y person")),
    ),
    "level": (("review_on", "level.due", Text("Review the level", "Adolygu'r lefel")),),
    "category": (("review_on", "category.due", Text("Review the registration", "Adolygu'r cofrestriad")),),
}
