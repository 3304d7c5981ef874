"""Several copies, or several cases, in one ``holdfast print``: a list, and the copies beside it."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from casework.refusal import Refused
from desktop import clock
from desktop.command_line.asking import found_case, order_for
from desktop.files import writable, write_whole
from desktop.operations import paper_files, papers, runs
from desktop.operations.runs import Entered, Pages, Planned
from storage.recovery import suggested_passphrase
from storage.vault import Vault


def run(asked: argparse.Namespace, vault: Vault, edition: str, today: date) -> int:
    """Log every copy, then write the list into the file that was named and each copy beside it."""
    if asked.with_text:
        raise Refused("Text stands beside one copy: leave out --with-text, or name one case and one recipient.")
    out, sealing, now = Path(asked.out), bool(asked.passphrase_out), clock.now()
    cases = [found_case(vault, ref) for ref in dict.fromkeys((asked.case, *asked.also))]
    wanted = [Planned(one.ref, order_for(asked, one, edition)) for one in cases]
    runs.may(wanted)
    for one in cases:
        if there := next(out.parent.glob(f"{out.stem}-{one.ref}-copy-*.pdf"), None):
            raise Refused(f"{there} is already there: name another file for the list.")
    words: dict[str, str] = {}
    if sealing:
        whom = dict.fromkeys(recipient for one in wanted for recipient in one.order.recipients)
        words = {one: suggested_passphrase() for one in ("", *whom)}
        told = "".join(f"{one or 'The list of the run'}\t{said}\n" for one, said in words.items())
        write_whole(Path(asked.passphrase_out), told.encode())

    def put(one: Entered | None, pages: Pages) -> None:
        name = f"{out.stem}-{one.ref}-copy-{one.copy.number}.pdf" if one else out.name
        said = words.get(one.copy.recipient if one else "", "")
        (pdf, text), place = pages, out.with_name(name)
        writable(place)
        if text and not said:
            paper_files.save_text(place.with_suffix(".txt"), text)
        paper_files.save(place, papers.sealed(pdf, said, text) if said else pdf, papers.page_count(pdf), said)
        sys.stdout.write(f"{place}\n")
        sys.stdout.flush()

    def reach(made: int, count: int) -> None:
        sys.stderr.write(f"{made} of {count} copies made\n")

    counted = runs.as_such(wanted, today, now)(vault)
    runs.carried_out(vault, counted, put, reach, today, now)
    for each in counted:
        if each.order.gate:
            sys.stderr.write(f"{each.ref}: {each.order.gate}.\n")
    if not sealing:
        sys.stderr.write("These PDFs are not sealed: whoever has the files can read them.\n")
    return 0
