"""The templates that an area made: kept whole in the vault, each version for good, so that no plan loses its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from casework.refusal import Refused
from casework.template import PlanTemplate, know, plan_templates
from casework.template_local import code_of, kept, local
from casework.text import Text
from storage.finding import Finding
from storage.transaction import Transaction

WORDS_MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class LocalTemplate:
    """A local template with who took it in and when (UTC). ``withdrawn``: not offered for new plans any more."""

    template: PlanTemplate
    taken_at: datetime
    taken_by: str = field(repr=False)
    withdrawn: bool = False


def held(transaction: Transaction) -> tuple[LocalTemplate, ...]:
    """Every local template that can be read, in the order in which they came."""
    rows = transaction.reading().execute(
        "SELECT t.code, t.taken_at, p.name, t.withdrawn_at FROM template t JOIN person p ON p.id = t.taken_by"
        " ORDER BY t.rowid"
    )
    return tuple(
        LocalTemplate(plan_templates()[code], datetime.fromisoformat(taken), who, withdrawn is not None)
        for code, taken, who, withdrawn in rows
        if code in plan_templates()
    )


def words_of(transaction: Transaction, code: str) -> str:
    """The words of a local template's file as they were taken in. Raises Refused where there is none."""
    row = transaction.reading().execute("SELECT words FROM template WHERE code = ?", (code,)).fetchone()
    if row is None:
        raise Refused("There is no such template in this case file.", "template")
    return str(row[0])


def take_in(transaction: Transaction, words: str, file: str) -> LocalTemplate:
    """Keep a template of an area. Raises Refused with one sentence that says where the file is wrong.

    Another file with the same name, version and area is refused: a version that plans are made with never changes.
    """
    if len(words) > WORDS_MOST:
        raise Refused(f"{file} is too long for a template: at most {WORDS_MOST:,} characters.", file)
    found = local(words, file)
    for one in held(transaction):
        if one.template.code == found.code:
            raise Refused(f"{found.told()} is here already, taken in by {one.taken_by}.", f"{file}.version")
        if one.template.named == found.named and one.template.version == found.version:
            why = f"{found.told()} is here already with other content: give the changed file another version."
            raise Refused(why, f"{file}.version")
    transaction.writing().execute(
        "INSERT INTO template (code, words, file, taken_at, taken_by) VALUES (?, ?, ?, ?, ?)",
        (found.code, words, file, transaction.now, transaction.actor),
    )
    transaction.enter("policy", "template", found.code, changes=[("take in", "", found.name.en, found.version)])
    know(found)
    return held(transaction)[-1]


def withdraw(transaction: Transaction, code: str, *, withdrawn: bool) -> None:
    """Offer a template for new plans no longer, or again; plans made with it go on. Raises Refused."""
    words_of(transaction, code)
    moment, who = (transaction.now, transaction.actor) if withdrawn else (None, None)
    transaction.writing().execute(
        "UPDATE template SET withdrawn_at = ?, withdrawn_by = ? WHERE code = ?", (moment, who, code)
    )
    transaction.enter("policy", "template", code, changes=[("withdraw" if withdrawn else "offer", "", "", "")])


def make_known(connection: sqlite3.Connection) -> None:
    """Make the templates of a vault known as it is opened; one that cannot be read any more is left to the check."""
    for code, words in connection.execute("SELECT code, words FROM template ORDER BY rowid"):
        found = kept(words)
        if found is not None and found.code == code:
            know(found)


def check_templates(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Templates that are not as they were taken in."""
    for code, words, file in connection.execute("SELECT code, words, file FROM template").fetchall():
        if code_of(words) != code or kept(words) is None:
            yield Finding("template", file, Text("This template is not as it was taken in."))
