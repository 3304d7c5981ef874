"""What a person does with templates: choose one for a plan, copy one for the area, take one in, save one as a file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from casework.record import CaseId
from casework.refusal import Refused
from casework.template import PlanTemplate, plan_templates, published
from casework.template_choice import offered, suggested
from casework.template_file import whole
from casework.template_words import local_words, published_words, rearranged
from casework.text import Text
from desktop.files import write_whole
from desktop.operations.intent import Changes, Read, Write
from storage.rows import Rows
from storage.templates import WORDS_MOST, LocalTemplate
from storage.vault import Vault

CHANGED = "template"
FIRST = "1"


@dataclass(frozen=True, slots=True)
class Offer:
    """The templates that a plan may be made with, and of some by code why the facts speak for them."""

    templates: tuple[PlanTemplate, ...]
    because: Mapping[str, Text] = field(default_factory=dict)


def offer(case_id: CaseId | None, today: date) -> Read[Offer]:
    """What may be chosen for a plan of a case, or of a new one; those that suggest themselves first."""

    def read(vault: Vault) -> Offer:
        with vault.read() as rows:
            found = _offered(rows)
            if case_id is None:
                return Offer(found)
            because = {one.template.code: one.because for one in suggested(rows.case(case_id), found, today)}
        order = [*because, *(one.code for one in found if one.code not in because)]
        return Offer(tuple(plan_templates()[code] for code in order), because)

    return read


def _offered(rows: Rows) -> tuple[PlanTemplate, ...]:
    return offered((*published(), *(one.template for one in rows.templates() if not one.withdrawn)))


def local() -> Read[tuple[LocalTemplate, ...]]:
    """The templates of the area, in the order in which they came."""

    def read(vault: Vault) -> tuple[LocalTemplate, ...]:
        with vault.read() as rows:
            return rows.templates()

    return read


def carry_over(case_id: CaseId, template: str) -> Write:
    """Put the draft under another template. Raises Refused where there is no draft."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.carry_plan_over(case_id, template)
        return Changes(frozenset({case_id}), frozenset({"plan"}))

    return write


def start(case_id: CaseId, template: str, today: date, reason: str = "") -> Write:
    """Start the next draft with a template; ``reason`` as in ``plans.start``. Raises Refused where there is a draft."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.start_plan(case_id, template, today, reason)
        return Changes(frozenset({case_id}), frozenset({"plan"}))

    return write


def copy(code: str, name: str, version: str, area: str, sections: str = "") -> Write:
    """Make a template of the area's own from another, its ``sections`` as ``rearranged`` reads them.

    Raises Refused with "name", "version", "area" or "sections".
    """

    def write(vault: Vault) -> Changes:
        for key, words in (("name", name), ("version", version), ("area", area)):
            if not words.strip():
                raise Refused(f"Give the copy {_NEEDS[key]}.", key)
        with vault.write() as rows:
            words = _words(rows, code, (name.strip(), version.strip(), area.strip()), sections)
            made = rows.take_in_template(words, f"{name.strip()}.toml")
        return Changes(kinds=frozenset({CHANGED}), made=made.template.code)

    return write


_NEEDS = {"name": "a name", "version": "a version, such as 1", "area": "the name of your area"}


def take_in(path: Path) -> Write:
    """Take in a template from a file. Raises Refused with one sentence that says where the file is wrong."""

    def write(vault: Vault) -> Changes:
        words = _read(path)
        with vault.write() as rows:
            made = rows.take_in_template(words, path.name)
        return Changes(kinds=frozenset({CHANGED}), made=made.template.code)

    return write


def withdraw(code: str, *, withdrawn: bool) -> Write:
    """Offer a template for new plans no longer, or again."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.withdraw_template(code, withdrawn=withdrawn)
        return Changes(kinds=frozenset({CHANGED}))

    return write


def save(code: str, path: Path) -> Read[Path]:
    """Write a template as a file to be changed: a local one as it was taken in. Raises Refused."""

    def read(vault: Vault) -> Path:
        with vault.read() as rows:
            found = plan_templates()[code]
            words = (
                rows.template_words(code) if found.local else published_words(code, found.name.en, FIRST, found.area.en)
            )
        write_whole(path, words.encode("utf-8"))
        return path

    return read


def _words(rows: Rows, code: str, named: tuple[str, str, str], sections: str) -> str:
    if code not in plan_templates() or not plan_templates()[code].local:
        return published_words(code, *named, sections)
    return local_words(rearranged(whole(tomllib.loads(rows.template_words(code)), code), sections), *named)


def _read(path: Path) -> str:
    try:
        if path.stat().st_size > 4 * WORDS_MOST:
            raise Refused(f"{path.name} is too long for a template.", path.name)
        return path.read_text("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Refused(f"{path.name} is not text in UTF-8: save it as UTF-8 and take it in again.", path.name) from None
    except OSError as fault:
        raise Refused(f"{path.name} could not be read ({fault.strerror}).", path.name) from None
