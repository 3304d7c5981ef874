"""Documents as PDF: the parts that a document's definition names, set one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from math import inf

from casework.document import Document, Part, documents
from casework.edition import Edition
from casework.extract import extract
from casework.pack import LEFT_OUT, MeetingPack
from casework.refusal import Refused
from casework.text import Language
from reports.finish import finished
from reports.large_print import enlarged
from reports.page import A4, AREA, LARGE_AREA, Furniture
from reports.paper import Gap, Paper
from reports.plain_text import as_text
from reports.tagged.block import Block
from reports.tagged.canvas import TaggedCanvas
from reports.tagged.flow import pour

Setter = Callable[[Paper, Part], list[Block]]

_SETTERS = {
    "cover": "cover.cover",
    "summary": "summary.summary",
    "records": "listed.listed",
    "compact": "compact.compact",
    "plan": "plan.plan",
    "chain": "chain.from_risk_to_action",
    "orders": "orders.orders",
    "due": "due.due",
    "actions": "due.actions",
    "signatures": "signatures.signatures",
    "opening": "opening.opening",
    "changes": "changes.what_changed",
    "level_review": "level_review.level_review",
    "disclosure_log": "disclosure_log.disclosure_log",
    "street_card": "street_card.street_card",
    "emergency": "emergency.emergency",
    "closed": "closed.closed",
    "form": "form.form",
    "holders": "closed.holders",
    "own_orders": "own_copy.own_orders",
    "own_notification": "own_copy.own_notification",
    "own_asking": "own_copy.own_asking",
    "breaches": "breaches.breaches",
    "statement": "breaches.statement",
    "traveller": "travel_notice.traveller",
    "journeys": "travel_notice.journeys",
    "received": "travel_notice.received",
    "device_register": "devices.device_register",
    "device_visit": "devices.device_visit",
    "referral": "referral.referral",
    "meeting": "meeting.meeting",
    "invited": "meeting.invited",
    "sought": "meeting.sought",
    "asked_of": "meeting.asked_of",
    "agenda": "meeting.agenda",
    "meeting_statement": "meeting.meeting_statement",
    "report_form": "agency_report.report_form",
    "report_signed": "agency_report.report_signed",
    "minutes_state": "minutes.minutes_state",
    "attendance": "minutes.attendance",
    "decisions": "minutes.decisions",
    "actions_set": "minutes.actions_set",
    "actions_before": "minutes.actions_before",
    "discussion": "minutes.discussion",
    "corrected": "minutes_mended.corrected",
    "corrections_decided": "minutes_mended.corrections_decided",
    "changed_after": "minutes_mended.changed_after",
    "slips": "slips.slips",
    "executive": "slips.executive",
    "no_minutes": "minutes.minutes_state",
}
"""The function that sets each part, of the modules in reports.parts: a module is read when a document has the part."""
_COVER = "cover"
_PLACING = ("plan", "compact", "orders", "actions", "records")
_LANGUAGES = {Language.EN: "en-GB", Language.CY: "cy-GB"}


def render(
    code: str, pack: MeetingPack, edition: str = "full", language: Language | None = None, *, large: bool = False
) -> bytes:
    """A document as PDF/UA-1 and PDF/A-2a in one, not sealed, ``large`` in large print; the same pack, the same bytes.

    Raises Refused when there is no such document, edition or part.
    """
    paper, blocks = _asked_for(code, pack, edition, language)
    return _poured(paper, blocks, large=large)


def first_page(
    code: str, pack: MeetingPack, edition: str = "full", language: Language | None = None, *, large: bool = False
) -> bytes:
    """The first page alone, to be looked at until all are there: it says not of how many. Raises Refused as above."""
    paper, blocks = _asked_for(code, pack, edition, language, first=True)
    return _poured(paper, blocks, large=large, first=True)


def _poured(paper: Paper, blocks: tuple[Block, ...], *, large: bool, first: bool = False) -> bytes:
    title = f"{paper.say(paper.document.title)} {paper.pack.case.ref}"
    canvas = TaggedCanvas(A4, title=title, language=_LANGUAGES[paper.language])
    area = LARGE_AREA if large else AREA
    pour(canvas, enlarged(blocks) if large else blocks, area, pages=1 if first else inf)
    furniture = Furniture(paper, large=large, first=first)
    return finished(canvas.finish(furniture.under, furniture.over))


def render_text(code: str, pack: MeetingPack, edition: str = "full", language: Language | None = None) -> str:
    """The same document as text: its words in the same order, its headings and numbers. Raises Refused as above."""
    paper, blocks = _asked_for(code, pack, edition, language)
    return as_text(Furniture(paper).lines(), blocks)


def _asked_for(
    code: str, pack: MeetingPack, edition: str, language: Language | None, *, first: bool = False
) -> tuple[Paper, tuple[Block, ...]]:
    document = documents().get(code)
    if document is None:
        raise Refused(f"There is no document “{code}”: choose one of {', '.join(documents())}.", "document")
    wanted = document.edition_named(edition)
    if wanted is None:
        known = ", ".join(one.code for one in document.edition)
        raise Refused(f"“{code}” has no edition “{edition}”: choose one of {known}.", "edition")
    shown = replace(pack, language=language or pack.language)
    paper = Paper(extract(shown, wanted), document, wanted, shown.language)
    if first and not shown.unknowns and paper.parts[0].set == _COVER:
        return paper, tuple(_set(paper, paper.parts[0]))
    return _blocks(document, wanted, paper.pack, shown.language)


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands on a document's pages: the lines that are not known, and the numbers of the records."""

    gaps: tuple[Gap, ...]
    numbers: Mapping[str, str]


def standing(code: str, pack: MeetingPack, edition: str) -> Standing:
    """What would stand on the pages, without making them; nothing for a document or edition that there is not."""
    document = documents().get(code)
    wanted = document.edition_named(edition) if document else None
    if document is None or wanted is None:
        return Standing((), {})
    paper, _ = _blocks(document, wanted, extract(pack, wanted), pack.language)
    return Standing(tuple(paper.gaps.values()), dict(paper.found.records))


def _blocks(
    document: Document, edition: Edition, pack: MeetingPack, language: Language
) -> tuple[Paper, tuple[Block, ...]]:
    """Every part set; the cover last, because it tells how much is not known on the other pages."""
    paper = Paper(pack, document, edition, language)
    if pack.unknowns == LEFT_OUT:
        # What is left out of a table may take a column with it: the lines are counted where nothing is left out.
        paper.gaps.update(_blocks(document, edition, replace(pack, unknowns=""), language)[0].gaps)
    parts = paper.parts
    for placing in sorted((one for one in parts if one.set in _PLACING), key=lambda one: _PLACING.index(one.set)):
        _set(paper, placing)
    paper = replace(paper, places=paper.found)
    told = {at: _set(paper, part) for at, part in sorted(enumerate(parts), key=lambda one: one[1].set == _COVER)}
    return paper, tuple(block for at in range(len(parts)) for block in told[at])


def _set(paper: Paper, part: Part) -> list[Block]:
    where = _SETTERS.get(part.set)
    if where is None:
        raise Refused(f"{paper.document.code}.toml: there is no way of setting “{part.set}”.", "part")
    return _setter(where)(paper, part)


def _setter(where: str) -> Setter:
    module, _, name = where.partition(".")
    setter: Setter = getattr(import_module(f"reports.parts.{module}"), name)
    return setter


def read_parts() -> None:
    """Read the modules of all parts, for a window in which no document shall wait for its own."""
    for where in _SETTERS.values():
        _setter(where)
