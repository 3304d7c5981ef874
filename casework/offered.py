"""Which records a link may point at, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from casework.case import Case
from casework.devices import allowing
from casework.field import Field
from casework.reckoning import LegalDate
from casework.record import Record, record_kinds


def offered(case: Case, record: Record, field: Field, dates: Sequence[LegalDate], today: date) -> tuple[Record, ...]:
    """The records for a link: beside a sibling only siblings; for a device the conditions that speak of devices first.

    What is linked already stays offered wherever it stands.
    """
    linked = set(record.links(field.key))
    found = tuple(one for kind in field.links for one in case.of(kind) if one.id != record.id)
    if record.parent and all(record_kinds()[kind].parent == record.shape.parent for kind in field.links):
        return tuple(one for one in found if one.parent == record.parent or one.id in linked)
    if record.kind == "device":
        return allowing(case, dates, today)
    return found
