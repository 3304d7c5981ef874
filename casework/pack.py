"""What a document prints: one frozen value, and what of it may stand on paper at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from casework.answer import Answer
from casework.case import Case
from casework.changes import Earlier
from casework.copy_register import Copy
from casework.dated import Due
from casework.edition import MEETING, Edition
from casework.field import choice_lists
from casework.meetings.item import AgendaItem, Point, without
from casework.portrait import Portrait
from casework.reckoning import Finding, LegalDate
from casework.record import Record, record_kinds, title
from casework.template import PlanTemplate
from casework.text import Language, Text

AS_SUCH, LEFT_OUT = "as_such", "left_out"
DRAFT, AGREED = "draft", "agreed"
WITHHELD = "Proposed address, not printed until it is approved"
WHOLE = Edition("whole", Text("Whole", "Cyfan"), reaches=MEETING)


@dataclass(frozen=True, slots=True)
class Countersigner:
    """A second person who signed the version with a key of their own: its fingerprint as people compare it."""

    name: str = field(repr=False)
    on: date
    fingerprint: str


@dataclass(frozen=True, slots=True)
class MeetingPack:
    """Everything that stands on the paper of one copy.

    ``version`` is the plan's number and ``state`` "draft", "agreed" or "superseded"; ``meeting`` the one that the
    paper is for. ``copy_number`` of ``copies`` is 0 while nothing is handed out: a preview, or, where ``kept``, the
    pages that stay in the vault with an agreed version. ``log_head`` is the
    vault's log as it stood when the copy was entered. ``sheets`` are the area's own sheets for the night;
    ``agenda`` that of the meeting, with what is open; ``annexed`` whether its minutes have a restricted annex.
    ``confirmed``: for each section by its key, how many sentences and rows were carried over and kept, and the day of
    the last. ``earlier`` is the version agreed before. ``portrait`` is the photograph of the person, where it may be
    printed. ``addressee``: whose copy a preview shows. ``signed``: the chair's own signature under the minutes.
    ``unknowns``: what was chosen of the lines that are not known, AS_SUCH or LEFT_OUT; empty where nobody has chosen.
    ``holders``: the copies of the document given out so far, where it says who has one.
    """

    case: Case = field(repr=False)
    template: PlanTemplate
    plan: Record = field(repr=False)
    version: int
    state: str
    today: date
    printed_at: datetime
    agreed_on: date | None = None
    meeting: Record | None = field(default=None, repr=False)
    recipient: str = ""
    addressee: str = ""
    reason: str = ""
    copy_number: int = 0
    copies: int = 0
    kept: bool = False
    log_head: str = ""
    marking: str = "OFFICIAL-SENSITIVE"
    training: bool = False
    dates: tuple[LegalDate, ...] = ()
    findings: tuple[Finding, ...] = ()
    due: tuple[Due, ...] = ()
    area: str = ""
    countersigned: tuple[Countersigner, ...] = ()
    confirmed: Mapping[str, tuple[int, date]] = field(default_factory=dict)
    earlier: Earlier | None = None
    language: Language = Language.EN
    sheets: tuple[PlanTemplate, ...] = ()
    portrait: Portrait | None = field(default=None, repr=False)
    unknowns: str = ""
    agenda: tuple[AgendaItem, ...] = field(default=(), repr=False)
    settings: Mapping[str, str] = field(default_factory=dict, repr=False)
    annexed: bool = False
    holders: tuple[Copy, ...] = field(default=(), repr=False)
    signed: Countersigner | None = None

    @property
    def level(self) -> str:
        """The level that the paper is for: the meeting's, else the one that stands today; empty if neither."""
        if self.meeting and self.meeting.words("level"):
            return self.meeting.words("level")
        stands = self.case.current("level", self.today)
        return stands.words("level") if stands else ""


def printable(pack: MeetingPack, edition: Edition = WHOLE) -> MeetingPack:
    """The pack with no record in it that may not be printed in an edition.

    A record of a closed kind keeps the reference that names it and loses the rest. A proposed address that is not
    approved keeps its dates and loses its lines. Records that the edition does not admit go, and those that may not go
    as far as it reaches, with those that hang on them and whatever is dated or found about them. What an edition opens
    stays closed while nobody is given a copy.
    """
    opens = edition.opens if pack.copy_number else ()
    kept: dict[str, Record] = {}
    gone: set[str] = set()
    for one in pack.case.records:
        if one.parent in gone or not edition.admits(one) or not may_go(one, edition.reaches):
            gone.add(one.id)
        else:
            kept[one.id] = one if one.kind in opens else _shown(one)
    case = pack.case.replaced(kept.values())
    meeting = kept.get(pack.meeting.id) if pack.meeting else None
    return replace(
        pack,
        case=case,
        plan=kept.get(pack.plan.id, pack.plan),
        meeting=meeting,
        dates=tuple(one for one in pack.dates if one.about not in gone),
        findings=tuple(one for one in pack.findings if one.about not in gone),
        due=tuple(one for one in pack.due if one.about not in gone),
        agenda=tuple(_named(one, kept, opens) for one in without(pack.agenda, gone.__contains__)),
        portrait=pack.portrait if pack.portrait and pack.portrait.record not in gone else None,
    )


def _named(item: AgendaItem, kept: Mapping[str, Record], opens: Iterable[str]) -> AgendaItem:
    """An item of the agenda that tells of a closed record by its reference alone."""

    def told(point: Point) -> Point:
        about = kept.get(point.about)
        shut = about is not None and about.shape.closed and about.kind not in opens
        return replace(point, says=Text(title(about), title(about, Language.CY))) if about and shut else point

    return replace(item, points=tuple(map(told, item.points)))


def may_go(record: Record, reaches: str) -> bool:
    """Whether a record may go as far as a paper reaches; one that says nothing of it stays in the meeting."""
    key = record_kinds()[record.kind].reach
    classes = [one.code for one in choice_lists()["disclosure_classes"]]
    may = record.words(key) or MEETING
    return not key or classes.index(may) >= classes.index(reaches)


def _shown(record: Record) -> Record:
    kind = record_kinds()[record.kind]
    if kind.closed:
        return replace(record, answers={key: record[key] for key in kind.title if key in record.answers})
    if record.kind == "address" and _unapproved(record):
        hidden: dict[str, Answer] = {"lines": WITHHELD}
        return replace(record, answers={k: v for k, v in record.answers.items() if k != "others"} | hidden)
    return record


def _unapproved(address: Record) -> bool:
    return address["type"] == "proposed" and address["approved"] is not True
