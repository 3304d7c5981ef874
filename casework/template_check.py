"""What a template must hold beyond its shape: guidance everywhere, keys that mean one thing, kinds that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator

from casework.circumstances import CIRCUMSTANCES
from casework.field import Field, FieldType, choice_lists
from casework.record import record_kinds
from casework.refusal import Refused
from casework.template import PlanTemplate, Rows, Section, Suits, published

_KEY = re.compile(r"[a-z][a-z0-9_]{1,39}")
_CHOOSES = (FieldType.CHOICE, FieldType.CHOICES)
_LINKS = (FieldType.LINK, FieldType.LINKS)
_GUIDANCE = ("title", "asks", "why")


def refuse(template: PlanTemplate, where: str) -> None:
    """Raise Refused for the first thing that cannot stand; ``where`` begins the paths and the sentences."""
    for path, why in _faults(template):
        at = f"{where}.{path}" if path else where
        raise Refused(f"{at}: {why}", at)


def _faults(template: PlanTemplate) -> Iterator[tuple[str, str]]:
    for key in ("name", "area"):
        if not getattr(template, key).en.strip():
            yield key, "this may not be empty."
    if not template.section:
        yield "section", "a template has at least one section."
    for n, suits in enumerate(template.suits):
        yield from ((f"suits[{n}]", why) for why in _of_suits(suits))
    sections: set[str] = set()
    followers = record_kinds()["plan"].field
    taken = {one.key for one in followers}
    for n, section in enumerate(template.section):
        at = f"section[{n}]"
        if section.key in sections:
            yield f"{at}.key", f"there is a section '{section.key}' already."
        sections.add(section.key)
        yield from ((f"{at}.{path}", why) for path, why in _of_section(section))
        for m, one in enumerate(section.field):
            if one in followers:
                continue
            if one.key in taken:
                yield f"{at}.field[{m}].key", f"there is a field '{one.key}' in this template already."
            taken.add(one.key)
            yield from ((f"{at}.field[{m}].{path}", why) for path, why in _of_field(one, section))


def _of_suits(suits: Suits) -> Iterator[str]:
    for one in suits.when:
        if one not in CIRCUMSTANCES:
            yield f"'{one}' is not a known circumstance; known are {', '.join(CIRCUMSTANCES)}."
    if not (suits.when or suits.words or suits.under):
        yield "it says nothing of when."


def _of_section(section: Section) -> Iterator[tuple[str, str]]:
    if not _KEY.fullmatch(section.key):
        yield "key", "a key is small letters, figures and underlines, and begins with a letter."
    said = {key: getattr(section, key).en for key in _GUIDANCE}
    for key in ("good", "poor"):
        said |= {f"{key}.text": getattr(section, key).text.en, f"{key}.because": getattr(section, key).because.en}
    for key, words in said.items():
        if not words.strip():
            yield key, "a section is guided: this may not be empty."
    if section.needed_if and section.needed_if not in CIRCUMSTANCES:
        yield "needed_if", f"'{section.needed_if}' is not known; known are {', '.join(CIRCUMSTANCES)}."
    pillars = [one.code for one in choice_lists()["pillars"]]
    if section.pillar and section.pillar not in pillars:
        yield "pillar", f"'{section.pillar}' is not a pillar; they are {', '.join(pillars)}."
    for n, part in enumerate(section.rows):
        yield from ((f"rows[{n}].{path}", why) for path, why in _of_rows(part, section))


def _of_rows(part: Rows, section: Section) -> Iterator[tuple[str, str]]:
    kind = record_kinds().get(part.kind)
    if kind is None:
        yield "kind", f"'{part.kind}' is not a kind of record, such as measure, scenario or contact."
        return
    if kind.closed or kind.single or kind.parent != "case":
        yield "kind", f"records of the kind '{part.kind}' do not stand in a section."
    for key in (*part.keys, *part.where):
        if kind.get(key) is None:
            yield "keys" if key in part.keys else "where", f"'{part.kind}' has no field '{key}'."
    for key, value in part.where.items():
        shown = kind.get(key)
        try:
            if shown is not None:
                shown.checked(value)
        except Refused as refusal:
            yield "where", refusal.why.en
    if part.latest and not kind.dated_by:
        yield "latest", f"'{part.kind}' has no date by which one is the current one."
    reason = next((one for one in section.field if one.key == part.none_reason), None)
    if part.none_reason and (reason is None or reason.required):
        yield "none_reason", f"'{part.none_reason}' must be a field of this section that is not required."


def _of_field(one: Field, section: Section) -> Iterator[tuple[str, str]]:
    if not _KEY.fullmatch(one.key):
        yield "key", "a key is small letters, figures and underlines, and begins with a letter."
    if not one.label.en.strip():
        yield "label", "this may not be empty."
    if one.list and one.list not in choice_lists():
        yield "list", f"'{one.list}' is not a list of choices; known are {', '.join(choice_lists())}."
    if (one.type in _CHOOSES) != bool(one.options()):
        yield "type", "a choice wants choices, or a list, and nothing else does."
    codes = [choice.code for choice in one.choices]
    if len(set(codes)) != len(codes):
        yield "choices", "a code stands twice."
    if (one.type in _LINKS) != bool(one.links) or not set(one.links) <= set(record_kinds()):
        yield "links", "a link names the kinds of record that it points at, and nothing else does."
    for key in ("fact", "internal", "after"):
        if getattr(one, key):
            yield key, "this belongs to the program's own records."
    own = {each.key: each for each in section.field}
    for key, wanted in one.when.items():
        offered = {choice.code for choice in own[key].options()} if key in own else set()
        if not set(wanted) <= (offered or {"true", "false"}) or key not in own:
            yield "when", f"'{key}' is no choice of this section that offers {', '.join(wanted)}."
    yield from _otherwise(one)


def _otherwise(one: Field) -> Iterator[tuple[str, str]]:
    """A key that a published template has means the same in every other, so that answers carry over."""
    for template in published():
        for other in template.fields():
            if other.key == one.key and other.type is not one.type:
                yield "type", f"'{one.key}' is {other.type.value} in {template.name.en}: take another key."
                return
