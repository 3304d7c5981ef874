"""``holdfast print``: one document of a case as a PDF file."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from casework.document import documents
from casework.pack import AS_SUCH
from casework.refusal import Refused
from desktop import clock
from desktop.command_line import print_run
from desktop.command_line.asking import found_case, order_for
from desktop.command_line.unlocking import unlocked
from desktop.files import writable, write_whole
from desktop.operations import copies, paper_files, papers
from storage.recovery import suggested_passphrase


def _save(pdf: bytes, text: bytes, out: Path, words_out: Path | None) -> None:
    """Put it where it was asked for, sealed where its passphrase has a place. Raises Refused where it is not there."""
    pages = papers.page_count(pdf)
    if words_out is None:
        if text:
            paper_files.save_text(out.with_suffix(".txt"), text)
        paper_files.save(out, pdf, pages)
        return
    words = suggested_passphrase()
    paper_files.save(out, papers.sealed(pdf, words, text), pages, words)
    write_whole(words_out, f"{words}\n".encode())


def run(asked: argparse.Namespace) -> int:
    """Log the disclosure, then write the PDF; sealed when a place for its passphrase is given."""
    out = Path(asked.out)
    words_out = Path(asked.passphrase_out) if asked.passphrase_out else None
    today = asked.today or clock.today()
    for place in (out, words_out):
        if place:
            writable(place)
    if words_out and words_out.resolve() == out.resolve():
        raise Refused("The passphrase and the PDF cannot be the same file: give --passphrase-out another name.")
    document = documents().get(asked.document)
    edition = asked.edition or (document.edition[0].code if document else "")
    with unlocked(asked) as vault:
        if asked.also or len(asked.recipient) > 1:
            return print_run.run(asked, vault, edition, today)
        order = order_for(asked, found_case(vault, asked.case), edition)
        found = papers.unknowns(papers.preview(order, today, clock.now())(vault), order)
        order = replace(order, unknowns=AS_SUCH, unknown_lines=sum(one.line for one in found))
        (pack,) = papers.disclose(order, today, clock.now())(vault)
        try:
            _save(papers.made(pack, order), papers.as_text(pack, order), out, words_out)
        except Refused as refusal:
            copies.unmade(order.case, order.document, (pack.copy_number,), refusal.why.en)(vault)
            raise
    sys.stdout.write(f"{out}\n")
    if order.gate:
        sys.stderr.write(f"{order.gate}.\n")
    if wrong := sum(not one.line for one in found):
        sys.stderr.write(f"Not as it should be, look in the window: {wrong}.\n")
    if not words_out:
        sys.stderr.write("This PDF is not sealed: whoever has the file can read it.\n")
    return 0
