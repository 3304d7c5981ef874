"""What a person does with paper: gather what a document prints, log whom it is for, make it, seal it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from casework.case import Case
from casework.changes import Earlier
from casework.contradictions import ERROR, contradictions
from casework.copy_register import Copy, back_by
from casework.document import documents
from casework.meetings.agenda import agenda, gather
from casework.meetings.restricted import annex
from casework.pack import LEFT_OUT, Countersigner, MeetingPack
from casework.paper_content import content_digest
from casework.plan_rules.check import plan_findings
from casework.portrait import Portrait, photograph, taken_on
from casework.reckoning import reckon
from casework.record import CaseId
from casework.refusal import Refused
from casework.template import plan_templates
from casework.text import Language, Text
from desktop.operations import for_meeting, inviting
from desktop.operations.carrying import confirmations
from desktop.operations.intent import Read
from storage.plan_version import PlanVersion
from storage.rows import Rows
from storage.vault import Vault

MOST_COPIES = 60


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of the printer: which document of which case, for whom and why.

    ``meeting``: of or for which meeting; where nothing is said, of the last that was closed, or for the next one.
    ``recipient``: one a line, each of whom gets so many ``copies``. ``unknowns``: what was chosen of the lines that are
    not known ("as_such", "left_out", or nothing yet), and how many there are is ``unknown_lines``.
    ``large``: in large print; ``beside``: with the same as text. ``shown_to``: whose copy a preview shows.
    """

    case: CaseId
    document: str
    recipient: str
    reason: str
    edition: str = "full"
    copies: int = 1
    language: Language = Language.EN
    meeting: str = ""
    unknowns: str = ""
    unknown_lines: int = 0
    large: bool = False
    beside: bool = False
    shown_to: str = field(default="", compare=False)

    @property
    def recipients(self) -> tuple[str, ...]:
        """Whom the copies are for, each once."""
        return tuple(dict.fromkeys(one.strip() for one in self.recipient.splitlines() if one.strip()))

    @property
    def count(self) -> int:
        """How many copies there are in all."""
        return len(self.recipients) * self.copies

    @property
    def gate(self) -> str:
        """What was chosen of the unknowns, in the words of the log; empty where nothing is unknown."""
        if not self.unknown_lines:
            return ""
        how = "left out" if self.unknowns == LEFT_OUT else "printed as such"
        return f"{self.unknown_lines} unknown{'s' if self.unknown_lines > 1 else ''} {how}"


def preview(order: Order, today: date, now: datetime) -> Read[MeetingPack]:
    """Everything the document prints, without a copy number: for looking at, inside the program."""

    def read(vault: Vault) -> MeetingPack:
        with vault.read() as rows:
            return _gathered(vault, rows, order, today, now)

    return read


def disclose(order: Order, today: date, now: datetime) -> Read[tuple[MeetingPack, ...]]:
    """One pack for each numbered copy; the disclosure is in the log before any of them can be made.

    Raises Refused without a recipient or a reason, or for a document or edition that there is not.
    """

    def write(vault: Vault) -> tuple[MeetingPack, ...]:
        checked(order)
        with vault.write("disclosure", order.reason) as rows:
            pack, copies = entered(vault, rows, order, today, now)
        return tuple(of_copy(pack, one) for one in copies)

    return write


def entered(vault: Vault, rows: Rows, order: Order, today: date, now: datetime) -> tuple[MeetingPack, tuple[Copy, ...]]:
    """Enter the copies of an order in the register and the log; nothing of them is made before this is committed."""
    pack = _gathered(vault, rows, order, today, now)
    whom, until = (order.recipients, order.reason.strip(), order.copies), _back_by(order, rows.settings(), today)
    content = content_of(pack, order)
    meeting = for_meeting.counted(rows.case(order.case), order.document, order.meeting, today)
    given = rows.disclose(
        order.case, order.document, order.edition, *whom,
        back_by=until, gate=order.gate, meeting=meeting, content=content,
    )  # fmt: skip
    inviting.follow(rows, given)
    return replace(pack, holders=_holders(rows, order)), given


def _back_by(order: Order, settings: Mapping[str, str], today: date) -> date | None:
    """The day by which a copy is to be back, or destroyed where its document does not live longer."""
    days = (back_by(settings, today), documents()[order.document].destroyed_by(today))
    return min((one for one in days if one), default=None)


def content_of(pack: MeetingPack, order: Order) -> str:
    """The digest of what copies of an order say."""
    chosen = f"{order.gate}, in large print" if order.large else order.gate
    return content_digest(pack, order.document, order.edition, chosen)


def of_copy(pack: MeetingPack, copy: Copy) -> MeetingPack:
    """What is printed, as one numbered copy of it."""
    return replace(pack, recipient=copy.recipient, copy_number=copy.number, copies=copy.of, log_head=copy.log_head)


def checked(order: Order) -> None:
    """Raise Refused when an order for paper lacks something or asks for what there is not."""
    if not order.recipients:
        raise Refused("Say whom this copy is for: a name and agency.", "recipient")
    if not order.reason.strip():
        raise Refused("Say why it is disclosed; it stands in the log.", "reason")
    if not 1 <= order.count <= MOST_COPIES:
        raise Refused(f"The number of copies is from 1 to {MOST_COPIES}, for all recipients together.", "copies")
    found = documents().get(order.document)
    if found is None:
        raise Refused(f"There is no document “{order.document}”: choose one of {', '.join(documents())}.", "document")
    if order.edition not in {one.code for one in found.edition}:
        editions = ", ".join(one.code for one in found.edition)
        raise Refused(f"“{order.document}” has no edition “{order.edition}”: choose one of {editions}.", "edition")


def made(pack: MeetingPack, order: Order) -> bytes:
    """The document as a tagged PDF, not sealed. Takes no vault: it can run beside it."""
    from reports.documents import render  # noqa: PLC0415 - ReportLab is read when paper is wanted

    return render(order.document, pack, order.edition, order.language, large=order.large)


def first_page(pack: MeetingPack, order: Order) -> bytes:
    """The first page of it alone, which is there sooner."""
    from reports.documents import first_page as first  # noqa: PLC0415 - as above

    return first(order.document, pack, order.edition, order.language, large=order.large)


def as_text(pack: MeetingPack, order: Order) -> bytes:
    """The same as text, for a reader's own tools; nothing where it was not asked for."""
    from reports.documents import render_text  # noqa: PLC0415 - as above

    return render_text(order.document, pack, order.edition, order.language).encode() if order.beside else b""


def as_preview(order: Order, recipient: str) -> Order:
    """The same order for looking at: one copy, for nobody."""
    first = next(iter(order.recipients), "")
    return replace(order, recipient=recipient, copies=1, unknown_lines=0, beside=False, shown_to=first)


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something of a document's pages that is to be looked at before they are paper; it leads to record and field.

    ``line``: it is a line that is not known; where not, something contradicts or a hard rule is not met.
    """

    says: Text
    record: str = ""
    key: str = ""
    line: bool = False


def unknowns(pack: MeetingPack, order: Order) -> tuple[Unknown, ...]:
    """Every unknown of what the document prints, then what contradicts there, then the hard rules that are not met."""
    from reports.documents import standing  # noqa: PLC0415 - as below

    stands = standing(order.document, replace(pack, unknowns="", language=order.language), order.edition)
    found = [
        Unknown(
            Text(f"{stands.numbers.get(one.record, '')} {one.label.en}: {one.answer.label.en.lower()}".strip()),
            one.record,
            one.key,
            line=True,
        )
        for one in stands.gaps
    ]
    reckoning = reckon(pack.case, pack.today)
    found += [
        Unknown(one.what, *one.mend)
        for one in contradictions(pack.case, reckoning, pack.today)
        if one.severity == ERROR and one.first in stands.numbers and one.second in stands.numbers
    ]
    document = documents().get(order.document)
    if document and document.of_plan:
        hard = (one for one in plan_findings(pack.case, reckoning, pack.today) if one.open and one.hard)
        found += [Unknown(one.says, one.about, one.key) for one in hard]
    return tuple(found)


def page_count(pdf: bytes, passphrase: str = "") -> int:
    """How many pages a PDF of ours has."""
    from reports.seal import page_count as counted  # noqa: PLC0415 - as above

    return counted(pdf, passphrase)


def sealed(pdf: bytes, passphrase: str, text: bytes = b"") -> bytes:
    """The PDF under AES-256 with a passphrase, with the text inside it where there is one."""
    from reports.seal import seal  # noqa: PLC0415 - as above

    return seal(pdf, passphrase, text)


def _gathered(vault: Vault, rows: Rows, order: Order, today: date, now: datetime) -> MeetingPack:
    case = rows.case(order.case)
    plan = case.one("plan")
    template = plan_templates().get(plan.words("template"))
    if template is None:
        raise Refused("This case has no plan that can be printed: choose the template of its plan first.")
    versions = rows.plan_versions(order.case)
    version = versions[0] if versions else None
    reckoning, settings = reckon(case, today), rows.settings()
    meeting = case.get(order.meeting) or for_meeting.ahead(case, today)
    if order.document in documents() and documents()[order.document].of_minutes:
        case, meeting = for_meeting.held(rows, case, order.meeting)
    ground = gather(case, today, settings, reckoning)
    return MeetingPack(
        case=case,
        template=template,
        plan=plan,
        version=version.number if version else 1,
        state=version.state if version else "draft",
        agreed_on=version.agreed_on if version else None,
        meeting=meeting,
        today=today,
        printed_at=now,
        recipient=order.recipient,
        addressee=order.shown_to,
        reason=order.reason,
        log_head=rows.log_head(),
        training=vault.training,
        dates=reckoning.dates,
        findings=reckoning.findings,
        due=ground.due,
        countersigned=_countersigned(version),
        confirmed=confirmations(rows, case, version),
        earlier=earlier_version(rows, versions),
        unknowns=order.unknowns,
        sheets=tuple(one.template for one in rows.templates() if not one.withdrawn),
        agenda=agenda(meeting, ground) if meeting else (),
        settings=settings,
        annexed=bool(meeting and annex(case, meeting)),
        holders=_holders(rows, order),
        portrait=_portrait(rows, case),
        signed=for_meeting.signed(rows, meeting),
    )


def _holders(rows: Rows, order: Order) -> tuple[Copy, ...]:
    """The copies given out of a document that says who has one."""
    document = documents().get(order.document)
    wanted = document and any(part.set == "holders" for part in document.part)
    return tuple(one for one in rows.copies(order.case) if one.document == order.document) if wanted else ()


def _portrait(rows: Rows, case: Case) -> Portrait | None:
    """The photograph of the person, where one stands in the case and may be printed as it is today."""
    found = photograph(case, printed=True) and photograph(rows.case(case.id), printed=True)
    if found is None or found.id not in rows.filing.of_case(case.id):
        return None
    return Portrait(found.id, rows.filing.content(found.id)[1], taken_on(found))


def _countersigned(version: PlanVersion | None) -> tuple[Countersigner, ...]:
    """Whose signatures stand under a version; one that does not fit is not printed."""
    signed = version.countersigned if version else ()
    return tuple(Countersigner(one.name, one.at.astimezone().date(), one.fingerprint) for one in signed if one.holds)


def earlier_version(rows: Rows, versions: Sequence[PlanVersion]) -> Earlier | None:
    """The version agreed before the newest one; None where the newest is the first that was, or is to be, agreed."""
    found = next((one for one in versions[1:] if one.state != "draft"), None)
    return Earlier(rows.snapshot(found.id), found.number, found.agreed_on or found.started_on) if found else None
