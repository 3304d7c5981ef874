"""Documents as PDF: the parts that a document's definition names, set one after the other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
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
from reports.parts.agency_report import report_form, report_signed
from reports.parts.breaches import breaches, statement
from reports.parts.chain import from_risk_to_action
from reports.parts.changes import what_changed
from reports.parts.closed import closed, holders
from reports.parts.compact import compact
from reports.parts.cover import cover
from reports.parts.devices import device_register, device_visit
from reports.parts.disclosure_log import disclosure_log
from reports.parts.due import actions, due
from reports.parts.emergency import emergency
from reports.parts.form import form
from reports.parts.level_review import level_review
from reports.parts.listed import listed
from reports.parts.meeting import agenda, asked_of, invited, meeting, meeting_statement, sought
from reports.parts.minutes import (
    actions_before,
    actions_set,
    attendance,
    decisions,
    discussion,
    minutes_state,
)
from reports.parts.minutes_mended import changed_after, corrected, corrections_decided
from reports.parts.opening import opening
from reports.parts.orders import orders
from reports.parts.own_copy import own_asking, own_notification, own_orders
from reports.parts.plan import plan
from reports.parts.referral import referral
from reports.parts.signatures import signatures
from reports.parts.slips import executive, slips
from reports.parts.street_card import street_card
from reports.parts.summary import summary
from reports.parts.travel_notice import journeys, received, traveller
from reports.phrases_minutes import NOT_CLOSED
from reports.plain_text import as_text
from reports.styles import NOTE
from reports.tagged.block import Block
from reports.tagged.canvas import TaggedCanvas
from reports.tagged.flow import pour
from reports.tagged.prose import Prose

Setter = Callable[[Paper, Part], list[Block]]

_SETTERS: dict[str, Setter] = {
    "cover": lambda paper, _: cover(paper),
    "summary": summary,
    "records": listed,
    "compact": compact,
    "plan": lambda paper, _: plan(paper),
    "chain": from_risk_to_action,
    "orders": orders,
    "due": due,
    "actions": actions,
    "signatures": signatures,
    "opening": opening,
    "changes": what_changed,
    "level_review": level_review,
    "disclosure_log": disclosure_log,
    "street_card": street_card,
    "emergency": emergency,
    "closed": closed,
    "form": form,
    "holders": holders,
    "own_orders": own_orders,
    "own_notification": own_notification,
    "own_asking": own_asking,
    "breaches": breaches,
    "statement": statement,
    "traveller": traveller,
    "journeys": journeys,
    "received": received,
    "device_register": device_register,
    "device_visit": device_visit,
    "referral": referral,
    "meeting": meeting,
    "invited": invited,
    "sought": sought,
    "asked_of": asked_of,
    "agenda": agenda,
    "meeting_statement": meeting_statement,
    "report_form": report_form,
    "report_signed": report_signed,
    "minutes_state": minutes_state,
    "attendance": attendance,
    "decisions": decisions,
    "actions_set": actions_set,
    "actions_before": actions_before,
    "discussion": discussion,
    "corrected": corrected,
    "corrections_decided": corrections_decided,
    "changed_after": changed_after,
    "slips": slips,
    "executive": executive,
    "no_minutes": lambda paper, _: [Prose(paper.say(NOT_CLOSED), NOTE)],
}
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
        return paper, tuple(cover(paper))
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
    setter = _SETTERS.get(part.set)
    if setter is None:
        raise Refused(f"{paper.document.code}.toml: there is no way of setting “{part.set}”.", "part")
    return setter(paper, part)
