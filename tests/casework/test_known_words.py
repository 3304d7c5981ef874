"""What a case knows already of its people and their numbers is offered where it is wanted again."""

from __future__ import annotations

from casework.case import Case
from casework.field import Known
from casework.known_words import known_words
from casework.record import CaseId, record_kinds
from tests.casework.made_case import record

CASE = Case(
    CaseId("a"),
    "X-1",
    (
        record("c1", "contact", {"agency": "police", "name": "PC Ines Marl", "out_of_hours": "01000 550 222"}),
        record("c2", "contact", {"agency": "probation", "out_of_hours": "01000 550 199"}),
        record("m1", "measure", {"owner": "Nurse Petra Holm"}),
        record("m2", "measure", {"owner": "PC Ines Marl"}),
        record("k1", "contingency", {"noticed_by": "The foreman", "out_of_hours": "Control room, 01000 550 999"}),
    ),
)


def offered(kind: str, key: str) -> tuple[str, ...]:
    field = record_kinds()[kind].get(key)
    assert field is not None
    return known_words(CASE, field)


def test_people_and_numbers_are_offered_once_the_contacts_first() -> None:
    assert offered("action", "owner") == ("PC Ines Marl", "Nurse Petra Holm", "The foreman")
    numbers = ("PC Ines Marl, 01000 550 222", "Probation, 01000 550 199", "Control room, 01000 550 999")
    assert (
        tuple(one.replace("Probation Service", "Probation") for one in offered("contingency", "out_of_hours"))
        == numbers
    )
    assert offered("measure", "what") == ()


def test_only_plain_lines_offer_what_is_known() -> None:
    knowing = [f for one in record_kinds().values() for f in one.field if f.known is not Known.NOTHING]
    assert knowing
    assert {f.type.value for f in knowing} == {"text"}
