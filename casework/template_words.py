"""A template as the words of a file that a person can change: every section whole, guidance in lines, TOML."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from casework.refusal import Refused
from casework.template_file import published_tables, whole

_WIDE, _INLINE = 110, 90
_HEAD = """\
# A plan template of Holdfast. Change what you need, give it a version and your area, and take it in under Settings.
# Change titles and guidance freely. Leave keys as they are: an answer finds its place in another template by its key.
# Every section has its guidance: asks, why, and a good and a poor example of invented people.
"""
_OF_THE_PROGRAM = ("edition", "follows", "code")


def published_words(code: str, name: str, version: str, area: str, sections: str = "") -> str:
    """A published edition as the words of a local template, its sections as ``rearranged`` reads them.

    Raises Refused where there is no such edition.
    """
    table = published_tables().get(code)
    if table is None:
        raise Refused("There is no such plan template.", "template")
    return local_words(rearranged(whole(table, code), sections), name, version, area)


def rearranged(table: Mapping[str, Any], sections: str) -> Mapping[str, Any]:
    """A template's table with the sections that the lines name, in their order; all of them where there are no lines.

    A line is the title of a section, and after ">" another title for it, which has no Welsh. Raises Refused with
    "sections".
    """
    lines = [line.strip() for line in sections.splitlines() if line.strip()]
    known = {_title(one): one for one in table["section"]}
    chosen = []
    for line in lines:
        name, _, new = (part.strip() for part in line.partition(">"))
        one = known.pop(name, None)
        if one is None:
            raise Refused(
                f"“{name}” is no section of this template, or stands twice: write its title as it stood here.",
                "sections",
            )
        plain = {key: value for key, value in one.items() if key != "short"}
        chosen.append({**plain, "title": new} if new else one)
    return {**table, "section": chosen} if lines else table


def _title(section: Mapping[str, Any]) -> str:
    title = section["title"]
    return str(title["en"]) if isinstance(title, Mapping) else str(title)


def local_words(table: Mapping[str, Any], name: str, version: str, area: str) -> str:
    """A template's table as words, under a name, version and area; a name that is changed loses its Welsh."""
    before = table.get("name")
    same = isinstance(before, dict) and before.get("en") == name
    head = {"name": before if same else name, "version": version, "area": area}
    rest = {key: value for key, value in table.items() if key not in (*head, *_OF_THE_PROGRAM)}
    return _HEAD + "\n" + "\n".join(_table({**head, **rest})) + "\n"


def _table(table: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """The lines of a table: what stands in it first, then the tables and lists of tables under it."""
    below = {key: value for key, value in table.items() if _is_below(key, value, path)}
    for key, value in table.items():
        if key not in below:
            yield f"{key} = {_value(value)}"
    for key, value in below.items():
        name = f"{path}.{key}" if path else key
        for one in value if isinstance(value, list) else [value]:
            yield ""
            yield f"[[{name}]]" if isinstance(value, list) else f"[{name}]"
            yield from _table(one, name)


def _is_below(key: str, value: object, path: str) -> bool:
    """Whether a value gets a heading of its own: sections with their examples, fields and rows, and suggestions."""
    return (key in {"section", "suits"} and not path) or (
        path == "section" and key in {"good", "poor", "field", "rows"} and bool(value)
    )


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case date():
            return value.isoformat()
        case str():
            return _words(value)
        case list():
            inline = f"[{', '.join(_value(one) for one in value)}]"
            if len(inline) <= _INLINE:
                return inline
            return "[\n" + "".join(f"  {_value(one)},\n" for one in value) + "]"
        case dict():
            return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }" if value else "{}"
    raise TypeError(type(value))


def _words(words: str) -> str:
    """A string, folded into lines where it is long and has none of its own."""
    plain = json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
    if len(plain) <= _WIDE or "\n" in words or "  " in words or words != words.strip():
        return plain
    lines = textwrap.wrap(plain[1:-1], _WIDE, break_long_words=False, break_on_hyphens=False)
    return '"""\\\n' + " \\\n".join(lines) + '"""'
