"""A template that an area made: read from the words of its file, strictly."""

from __future__ import annotations

import hashlib
import tomllib

from casework.definition import from_table
from casework.refusal import Refused
from casework.template import PlanTemplate
from casework.template_check import refuse
from casework.template_file import whole
from casework.template_place import placed

_KEPT = "template"


def local(words: str, name: str) -> PlanTemplate:
    """A template that an area made, from the words of its file; its code is made from them.

    Raises Refused with one sentence that names the line, the section and the key.
    """
    try:
        table = tomllib.loads(words)
    except tomllib.TOMLDecodeError as fault:
        raise Refused(f"{name} is not a template that can be read: {fault}.", name) from None
    for key in ("code", "edition", "follows"):
        if key in table:
            raise Refused(f"{name}: '{key}' belongs to the program's own editions: take it out.", f"{name}.{key}")
    if not str(table.get("version", "")).strip():
        raise Refused(f'{name}: give it a version, such as version = "1".', f"{name}.version")
    try:
        found = from_table(PlanTemplate, {**whole(table, name), "code": code_of(words)}, name)
        refuse(found, name)
    except Refused as refusal:
        raise placed(refusal, words, name) from None
    return found


def kept(words: str) -> PlanTemplate | None:
    """A template that was taken in once: read by its shape alone, as what is asked of new ones may have grown since.

    None where it cannot be read.
    """
    try:
        table = tomllib.loads(words)
        return from_table(PlanTemplate, {**whole(table, _KEPT), "code": code_of(words)}, _KEPT)
    except (tomllib.TOMLDecodeError, Refused):
        return None


def code_of(words: str) -> str:
    """The code of a local template: it stands for the very words of its file."""
    return f"local_{hashlib.sha256(words.encode('utf-8')).hexdigest()[:20]}"
