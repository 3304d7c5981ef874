"""What a command asks of a case, found in the vault. Raises Refused where there is no such case."""

from __future__ import annotations

import argparse

from casework.case import Case
from casework.refusal import Refused
from casework.text import Language
from desktop.operations import papers
from storage.vault import Vault


def found_case(vault: Vault, ref: str) -> Case:
    """The case with a reference."""
    with vault.read() as rows:
        case = rows.find(ref)
    if case is None:
        raise Refused(f"There is no case {ref} in this vault: “holdfast cases” lists them.")
    return case


def order_for(asked: argparse.Namespace, case: Case, edition: str) -> papers.Order:
    """The paper that is asked of one case, for everybody named."""
    whom, language = "\n".join(asked.recipient), Language(asked.language)
    return papers.Order(
        case.id, asked.document, whom, asked.reason, edition, language=language,
        large=asked.large_print, beside=asked.with_text,
    )  # fmt: skip
