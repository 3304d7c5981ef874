"""Words that a case knows already and that a field may want again: its people, and whom one rings out of hours."""

from __future__ import annotations

from collections.abc import Iterator

from casework.case import Case
from casework.field import Field, Known
from casework.recipients import agency


def known_words(case: Case, field: Field) -> tuple[str, ...]:
    """What may be offered for a field, each once: what the contacts give first, then what the plan says elsewhere."""
    if field.known is Known.NOTHING:
        return ()
    return tuple(dict.fromkeys((*_of_contacts(case, field.known), *_written(case, field.known))))


def _of_contacts(case: Case, known: Known) -> Iterator[str]:
    for one in case.of("contact"):
        name, number = one.words("name"), one.words("out_of_hours")
        if known is Known.PEOPLE and name:
            yield name
        elif known is Known.NUMBERS and number:
            yield f"{name or agency(one)}, {number}" if name or agency(one) else number


def _written(case: Case, known: Known) -> Iterator[str]:
    for record in case.records:
        for one in record.shape.field:
            if one.known is known and record.words(one.key):
                yield record.words(one.key)
