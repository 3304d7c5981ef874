"""What is asked before paper is made: declared like every other field, so that the one form serves."""

from __future__ import annotations

from functools import partial

from casework.answer import Absent
from casework.document import documents
from casework.field import Choice, Field, FieldType
from casework.record import CaseId, Record, RecordId
from casework.text import Language, Text
from desktop.operations.papers import Order

_LANGUAGES = (Choice("en", Text("English", "Saesneg")), Choice("cy", Text("Welsh", "Cymraeg")))
_REASONS = (
    Choice("meeting", Text("For the Level 2 or 3 meeting", "Ar gyfer y cyfarfod Lefel 2 neu 3")),
    Choice("agency", Text("For an agency that acts in the plan", "Ar gyfer asiantaeth yn y cynllun")),
    Choice("supervision", Text("For supervision of the case", "Ar gyfer goruchwylio'r achos")),
    Choice("court", Text("For a court", "Ar gyfer llys")),
    Choice("other", Text("For another reason, logged as such", "Am reswm arall")),
)
_USUAL = "pack"


def fields(document: str) -> tuple[Field, ...]:
    """The questions, with the editions of the chosen document."""
    found = documents()
    editions = tuple(Choice(one.code, one.title) for one in found[document].edition) if document in found else ()
    asked = partial(Field, required=True, may_be_unknown=False)
    kinds = tuple(Choice(one.code, one.title) for one in found.values())
    whom = Text("Name and agency. It is printed on every page and stands in the list of copies.")
    return (
        asked("document", Text("Document", "Dogfen"), FieldType.CHOICE, choices=kinds),
        asked("edition", Text("Edition", "Argraffiad"), FieldType.CHOICE, choices=editions),
        asked("recipient", Text("For whom", "I bwy"), help=whom),
        asked("reason", Text("Why it is disclosed", "Pam y'i datgelir"), FieldType.CHOICE, choices=_REASONS),
        asked("copies", Text("Numbered copies", "Copïau wedi'u rhifo"), FieldType.NUMBER),
        asked("language", Text("Language of the page", "Iaith y dudalen"), FieldType.CHOICE, choices=_LANGUAGES),
    )


def blank() -> Record:
    """The answers that a new order for paper starts from."""
    first = documents().get(_USUAL) or next(iter(documents().values()))
    return Record(
        RecordId("paper"),
        "plan",
        None,
        {"document": first.code, "edition": first.edition[0].code, "copies": 1, "language": "en", "reason": "meeting"},
    )


def order(case: CaseId, asked: Record) -> Order:
    """The answers as an order for paper."""
    reason = next((one.label.en for one in _REASONS if one.code == asked["reason"]), "")
    copies = asked["copies"]
    return Order(
        case,
        asked.words("document"),
        asked.words("recipient"),
        reason,
        asked.words("edition"),
        copies if isinstance(copies, int) and not isinstance(copies, bool) else 0,
        Language(asked.words("language") or "en"),
    )


def answered(record: Record, key: str, answer: object) -> Record:
    """The answers with one changed; another document starts with its own first edition."""
    changed = record.answered(key, answer if isinstance(answer, str | int) else Absent.NOT_ASKED)
    if key == "document" and isinstance(answer, str) and answer in documents():
        changed = changed.answered("edition", documents()[answer].edition[0].code)
    return changed
