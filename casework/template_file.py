"""The files of the published templates: a section that stands in another edition is named there and taken from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from casework.definition import ReadWhenAsked, by_stem, table_of
from casework.refusal import Refused

PACKAGE = "casework.plans"
_ADDED = ("field", "rows")


@cache
def published_tables() -> Mapping[str, dict[str, Any]]:
    """The tables of the files, by the codes of their editions."""
    sources = by_stem(files(PACKAGE))
    return ReadWhenAsked(sources, lambda code: table_of(sources[code]))


def whole(table: Mapping[str, Any], where: str) -> dict[str, Any]:
    """A template's table with every section whole that is taken ``from`` a published edition.

    What such a section says itself stands in place of what is there; its fields and rows follow after those there,
    less the fields named ``without``.
    """
    sections = table.get("section")
    if not isinstance(sections, list):
        return dict(table)
    return {**table, "section": [_section(one, f"{where}.section[{n}]") for n, one in enumerate(sections)]}


def _section(own: object, where: str) -> object:
    if not isinstance(own, dict) or "from" not in own:
        return own
    source, key = own["from"], own.get("key")
    known = published_tables()
    sections = known[source].get("section", []) if isinstance(source, str) and source in known else []
    taken = next((one for one in sections if one.get("key") == key), None)
    if taken is None:
        raise Refused(f"{where}: there is no section '{key}' in an edition '{source}'.", f"{where}.from")
    found = dict(_section(taken, where))  # type: ignore[call-overload]  # a section of our own files is a table
    without = own.get("without", [])
    for gone in without:
        if gone not in {one["key"] for one in found.get("field", [])}:
            raise Refused(f"{where}: '{gone}' is not a field of the section taken.", f"{where}.without")
    found["field"] = [one for one in found.get("field", []) if one["key"] not in without]
    for name, value in own.items():
        if name not in ("from", "without"):
            found[name] = [*found.get(name, []), *value] if name in _ADDED else value
    return found
