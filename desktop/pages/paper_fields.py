"""What is asked before paper is made: declared like every other field, so that the one form serves."""

from __future__ import annotations

from functools import partial

from casework import recipients
from casework.answer import Absent
from casework.case import Case
from casework.document import documents
from casework.edition import Edition
from casework.field import Choice, Field, FieldType
from casework.pack import AS_SUCH, LEFT_OUT
from casework.record import CaseId, Record, RecordId
from casework.standing import STATE_WORDS, State, standings
from casework.template import plan_templates
from casework.text import NOTHING, Language, Text
from desktop.operations.papers import Order

_LANGUAGES = (Choice("en", Text("English", "Saesneg")), Choice("cy", Text("Welsh", "Cymraeg")))
_REASONS = (
    Choice("meeting", Text("For the Level 2 or 3 meeting", "Ar gyfer y cyfarfod Lefel 2 neu 3")),
    Choice("agency", Text("For an agency that acts in the plan", "Ar gyfer asiantaeth yn y cynllun")),
    Choice("supervision", Text("For supervision of the case", "Ar gyfer goruchwylio'r achos")),
    Choice("victims", Text("For the safety of victims", "Er diogelwch dioddefwyr")),
    Choice("duty", Text("For the officer on duty", "Ar gyfer y swyddog ar ddyletswydd")),
    Choice("court", Text("For a court", "Ar gyfer llys")),
    Choice("person", Text("For the person whom it is about", "Ar gyfer y person ei hun")),
    Choice("other", Text("For another reason, logged as such", "Am reswm arall")),
)
_UNKNOWNS = (
    Choice(AS_SUCH, Text("Print it as not known", "Argraffu fel anhysbys")),
    Choice(LEFT_OUT, Text("Leave such lines out", "Hepgor y llinellau hynny")),
)
_LARGE, _BESIDE = Text("Large print", "Print bras"), Text("Text beside it", "Testun gydag ef")
_LARGE_HELP = Text("No letter under 18 points, nothing side by side; it takes three to four times the pages.")
_BESIDE_HELP = Text(
    "The same words as plain text when it is saved: inside the sealed file, or as a second file beside the plain one."
)
_USUAL = "pack"


def fields(document: str) -> tuple[Field, ...]:
    """The questions, with the editions of the chosen document."""
    found = documents()
    editions = tuple(map(_edition, found[document].edition)) if document in found else ()
    asked = partial(Field, required=True, may_be_unknown=False)
    kinds = tuple(Choice(one.code, one.title) for one in found.values())
    about = found[document].about if document in found else NOTHING
    unknown = Text("What is not known", "Yr hyn nad yw'n hysbys")
    counted = Text("Needed where lines are not known; the cover and the log tell how many.")
    whom = Text("Name and agency, one a line; each gets copies of their own. It is printed on every page.")
    return (
        asked("document", Text("Document", "Dogfen"), FieldType.CHOICE, help=about, choices=kinds),
        asked("edition", Text("Edition", "Argraffiad"), FieldType.CHOICE, choices=editions),
        asked("recipient", Text("For whom", "I bwy"), FieldType.LONG, help=whom, lines=2),
        asked("reason", Text("Why it is disclosed", "Pam y'i datgelir"), FieldType.CHOICE, choices=_REASONS),
        asked("copies", Text("Numbered copies for each", "Copïau wedi'u rhifo i bob un"), FieldType.NUMBER),
        asked("unknowns", unknown, FieldType.CHOICE, help=counted, choices=_UNKNOWNS, required=False),
        asked("language", Text("Language of the page", "Iaith y dudalen"), FieldType.CHOICE, choices=_LANGUAGES),
        asked("large", _LARGE, FieldType.YES_NO, help=_LARGE_HELP),
        asked("beside", _BESIDE, FieldType.YES_NO, help=_BESIDE_HELP),
    )


def _edition(one: Edition) -> Choice:
    return Choice(one.code, one.title, one.about)


def blank() -> Record:
    """The answers that a new order for paper starts from."""
    first = documents().get(_USUAL) or next(iter(documents().values()))
    return Record(
        RecordId("paper"),
        "plan",
        None,
        {
            "document": first.code,
            "edition": first.edition[0].code,
            "copies": 1,
            "language": "en",
            "reason": "meeting",
            "large": False,
            "beside": False,
        },
    )


def order(case: CaseId, asked: Record, unknown_lines: int = 0) -> Order:
    """The answers as an order for paper; ``unknown_lines`` are on its pages."""
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
        unknowns=asked.words("unknowns"),
        meeting=asked.words("meeting"),
        unknown_lines=unknown_lines,
        large=asked["large"] is True,
        beside=asked["beside"] is True,
    )


def answered(record: Record, key: str, answer: object) -> Record:
    """The answers with one changed; another document starts with its own first edition."""
    changed = record.answered(key, answer if isinstance(answer, str | int) else Absent.NOT_ASKED)
    if key == "document" and isinstance(answer, str) and answer in documents():
        changed = changed.answered("edition", documents()[answer].edition[0].code).answered("meeting", "")
    return changed


def for_each(record: Record, case: Case, wanted: str, document: str) -> Record | None:
    """The answers for a document that goes to everybody invited to a meeting, one a line; None where there is none."""
    meeting = case.get(wanted)
    if meeting is None or document not in documents():
        return None
    found = answered(record, "document", document).answered("recipient", "\n".join(recipients.asked(case, meeting)))
    return found.answered("meeting", str(meeting.id)).answered("copies", 1).answered("reason", "meeting")


def unready(case: Case) -> str:
    """What of the plan is not ready, by section, so that nobody is surprised by the printed page."""
    plan = case.one("plan")
    template = plan_templates().get(plan.words("template"))
    if template is None:
        return ""
    waiting = [
        f"{template.number(one.section)} {one.section.title.en} ({STATE_WORDS[one.state].en})"
        for one in standings(template, case, plan)
        if one.state in (State.NOT_STARTED, State.IN_HAND)
    ]
    return f"Not ready in the plan: {'; '.join(waiting)}." if waiting else "Every section of the plan is ready."
