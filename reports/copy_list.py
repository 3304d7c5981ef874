"""The register of copies as paper: which copy of what, for whom, since when, where it is. Without a person's name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from casework.copy_register import Copy
from casework.dates import spoken
from casework.document import documents
from casework.record import CaseId
from reports.law_list import list_head, set_list
from reports.styles import CELL, CELL_BOLD, HEAD
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.prose import Prose
from reports.tagged.table import Table

TITLE = "Copies given out"
RUN_TITLE = "Copies of one run"
MARKING = "OFFICIAL-SENSITIVE"
_HEAD = ("Case", "Copy", "Document", "For", "Given out", "To be back", "Where it is")
_COLUMNS = (Column(), Column(), Column(1), Column(1), Column(), Column(), Column(most=0.2))


def copy_list(shown: Sequence[Copy], refs: Mapping[CaseId, str], told: str, today: date) -> bytes:
    """Copies in their order as tagged PDF/UA-1; ``told`` says which they are, ``refs`` the cases' references."""
    blocks = list_head(TITLE, told)
    rows = [_row(one, refs.get(one.case, "erased"), today) for one in shown]
    if rows:
        blocks.append(Table(_COLUMNS, _HEAD, rows, HEAD, heads=0))
    return set_list(blocks, TITLE, MARKING, today)


def run_list(run: Sequence[tuple[str, Copy]], today: date) -> bytes:
    """The copies of one run, each with its case's reference, in the order in which they lie under this list."""
    cases, count = len({ref for ref, _ in run}), len(run)
    copies = "copies" if count > 1 else "copy"
    told = (
        f"{count} numbered {copies} about {cases} {'cases' if cases > 1 else 'case'}, in the order in which they lie."
    )
    rows = [_run_row(n, ref, one) for n, (ref, one) in enumerate(run, 1)]
    head = ("", "Case", "Copy", "Document", "For", "Handed over")
    columns = (Column(), Column(), Column(), Column(1), Column(1), Column(fixed=90))
    blocks = [*list_head(RUN_TITLE, told), Table(columns, head, rows, HEAD, heads=0)]
    return set_list(blocks, RUN_TITLE, MARKING, today)


def _run_row(n: int, ref: str, one: Copy) -> list[list[Block]]:
    cells = (f"{one.number} of {one.of}", document_name(one), one.recipient, "")
    told: list[list[Block]] = [[Prose(words, CELL)] for words in cells]
    return [[Prose(str(n), CELL)], [Prose(ref, CELL_BOLD)], *told]


def _row(one: Copy, ref: str, today: date) -> list[list[Block]]:
    made = spoken(one.made_at.astimezone().date()).partition(" ")[2]
    back = spoken(one.back_by).partition(" ")[2] if one.back_by else "No day set"
    cells = (f"{one.number} of {one.of}", document_name(one), one.recipient, made, back, one.told(today).en)
    told: list[list[Block]] = [[Prose(words, CELL)] for words in cells]
    return [[Prose(ref, CELL_BOLD)], *told]


def document_name(copy: Copy) -> str:
    """What a copy is of, in words."""
    found = documents().get(copy.document)
    if found is None:
        return "Document filed with the case" if copy.document.startswith("filed ") else copy.document
    edition = found.edition_named(copy.edition)
    more = f", {edition.title.en.lower()}" if edition and len(found.edition) > 1 else ""
    return f"{found.title.en}{more}"
