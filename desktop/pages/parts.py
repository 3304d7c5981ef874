"""The parts of a case: which there are, what each holds, where a kind of record is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from casework.record import CaseId, record_kinds
from casework.summary import open_actions
from desktop.desk import Desk, Place
from desktop.operations import cases
from desktop.operations.view import CaseView
from desktop.pages.part import Part

CASE = "case"
FIRST = "overview"


@dataclass(frozen=True, slots=True)
class Side:
    """One part as the case's navigation shows it: its code, its words, how it is made and what it counts."""

    code: str
    words: str
    make: Callable[[Desk], Part]
    counts: tuple[str, ...] = ()
    locked: bool = False


def sides() -> tuple[Side, ...]:
    """Every part in its order."""
    return (
        Side("overview", "Overview", _overview),
        Side("person", "Person", _records("person")),
        Side("risk", "Risk", _records("risk")),
        Side("information", "Information", _information, ("statement",)),
        Side("victims", "Victims", _victims, locked=True),
        Side("plan", "Plan", _plan),
        Side("orders", "Orders", _orders, ("order", "licence")),
        Side("notification", "Notification", _notification),
        Side("devices", "Devices", _devices, ("device",)),
        Side("meetings", "Meetings", _meetings, ("meeting",)),
        Side("reviews", "Reviews", _reviews, ("level_review",)),
        Side("actions", "Actions", _actions, ("action",)),
        Side("contacts", "Contacts", _records("contacts"), ("contact",)),
        Side("disclosure", "Disclosure", _disclosures, ("disclosure",)),
        Side("documents", "Documents", _documents, ("document",)),
        Side("paper", "Paper", _paper),
        Side("history", "History", _history),
    )


_PAGES = (
    "person", "risk", "information", "victims", "contacts", "actions", "devices", "disclosure", "meetings",
    "notification", "reviews", "documents",
)  # fmt: skip
_ELSEWHERE = {"plan": "plan", "measure": "plan", "contingency": "plan", "order": "orders", "licence": "orders"}


def part_of_kind(kind: str) -> str:
    """The part that keeps a kind of record; that of what it hangs on where it hangs on another."""
    shape = record_kinds().get(kind)
    if shape is None:
        return FIRST
    if kind in _ELSEWHERE:
        return _ELSEWHERE[kind]
    page = next((one for one in _PAGES if kind in cases.kinds_of(one)), "")
    return page or (part_of_kind(shape.parent) if shape.parent != "case" else FIRST)


def place_of_kind(case: CaseId, kind: str) -> Place:
    """Where the records of a kind are shown."""
    return Place(CASE, case, part_of_kind(kind))


def place_of(view: CaseView, record: str, key: str = "") -> Place:
    """Where a record is shown, down to one of its fields."""
    found = view.case.get(record)
    return Place(CASE, view.case.id, part_of_kind(found.kind) if found else FIRST, record, key)


def counted(side: Side, view: CaseView) -> int:
    """How many records the navigation tells beside a part; of actions only the open ones."""
    if side.code == "actions":
        return len(open_actions(view.case))
    return sum(len(view.case.of(kind)) for kind in side.counts)


def words_of(side: Side, view: CaseView) -> str:
    """A part's words; the plan says which version stands and how it is."""
    if side.code != "plan" or not view.versions:
        return side.words
    newest = view.versions[0]
    return f"{side.words} v{newest.number} {newest.state}"


def _records(page: str) -> Callable[[Desk], Part]:
    def made(desk: Desk) -> Part:
        from desktop.pages.records import RecordsPart  # noqa: PLC0415 - a part is read when it is first shown

        return RecordsPart(desk, page)

    return made


def _overview(desk: Desk) -> Part:
    from desktop.pages.overview import OverviewPart  # noqa: PLC0415

    return OverviewPart(desk)


def _information(desk: Desk) -> Part:
    from desktop.pages.statements import StatementsPart  # noqa: PLC0415

    return StatementsPart(desk)


def _victims(desk: Desk) -> Part:
    from desktop.pages.victims import VictimsPart  # noqa: PLC0415

    return VictimsPart(desk)


def _plan(desk: Desk) -> Part:
    from desktop.pages.plan.part import PlanPart  # noqa: PLC0415

    return PlanPart(desk)


def _orders(desk: Desk) -> Part:
    from desktop.pages.orders.part import OrdersPart  # noqa: PLC0415

    return OrdersPart(desk)


def _devices(desk: Desk) -> Part:
    from desktop.pages.devices.part import DevicesPart  # noqa: PLC0415

    return DevicesPart(desk)


def _meetings(desk: Desk) -> Part:
    from desktop.pages.meetings.part import MeetingsPart  # noqa: PLC0415

    return MeetingsPart(desk)


def _disclosures(desk: Desk) -> Part:
    from desktop.pages.disclosures import DisclosuresPart  # noqa: PLC0415

    return DisclosuresPart(desk)


def _actions(desk: Desk) -> Part:
    from desktop.pages.actions.part import ActionsPart  # noqa: PLC0415

    return ActionsPart(desk)


def _reviews(desk: Desk) -> Part:
    from desktop.pages.reviews.part import ReviewsPart  # noqa: PLC0415

    return ReviewsPart(desk)


def _notification(desk: Desk) -> Part:
    from desktop.pages.orders.notification import NotificationPart  # noqa: PLC0415

    return NotificationPart(desk)


def _documents(desk: Desk) -> Part:
    from desktop.pages.documents.part import DocumentsPart  # noqa: PLC0415

    return DocumentsPart(desk)


def _paper(desk: Desk) -> Part:
    from desktop.pages.paper import PaperPart  # noqa: PLC0415

    return PaperPart(desk)


def _history(desk: Desk) -> Part:
    from desktop.pages.history import HistoryPart  # noqa: PLC0415

    return HistoryPart(desk)
