"""An invented case for the paper: small, but with something of every kind that is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time

from casework.answer import Absent, Answer, Span
from casework.case import Case
from casework.due import due
from casework.field import Field, FieldType
from casework.pack import MeetingPack
from casework.reckoning import Finding, LegalDate, Reckoning
from casework.record import CaseId, Record, RecordId
from casework.template import plan_templates
from casework.text import Text

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, 41)
TEMPLATE = "community_rmp_2026_11"

ANSWERS: dict[str, tuple[str, str | None, dict[str, Answer]]] = {
    "person": ("person", None, {
        "surname": "Sampleton", "forenames": "Alan Ŵyn", "date_of_birth": date(1979, 3, 4), "ethnicity": Absent.UNKNOWN,
        "children_contact": Absent.NONE, "vehicles": "Grey estate car, TT 26 ABC",
    }),
    "alias": ("alias", None, {"name": "Sandy", "type": "nickname"}),
    "identifier": ("identifier", None, {"type": "pnc", "number": "1999/0000123X"}),
    "category": ("category", None, {"category": "1", "basis": "Registered after conviction", "from": date(2023, 1, 9)}),
    "level": ("level", None, {
        "level": "3", "criterion": "- Two agencies must act on one day\n- The press is near", "from": date(2026, 11, 2),
        "decided_by": "Referral panel",
    }),
    "where": ("whereabouts", None, {"kind": "community", "place": "Eastholme", "from": date(2024, 7, 5)}),
    "home": ("address", None, {"lines": "1 Example Row, Eastholme", "type": "home", "from": date(2024, 7, 5)}),
    "proposed": ("address", None, {
        "lines": "77 Secret Lane, Marrowby", "type": "proposed", "approved": False, "from": date(2027, 1, 4),
        "others": "His aunt at Secret Lane",
    }),
    "conviction": ("conviction", None, {
        "summary": "Sexual communication with a child", "index": True, "kind": "conviction", "court": "Eastholme Crown Court",
        "relevant_date": date(2023, 1, 9), "sentenced_on": date(2023, 3, 6), "circumstances": "Wrote for five weeks.",
    }),
    "count": ("count", "conviction", {
        "offence": "Sexual communication with a child", "schedule_3": "yes", "disposal": "imprisonment", "term": Span(months=32),
    }),
    "scenario": ("scenario", None, {
        "name": "Meets a child through a game", "what": "He plays, writes and meets.", "to_whom": "A girl of about 11.",
        "when": "Within weeks.", "how": "By an undeclared telephone.", "why": "Lonely at night.", "severity": "grave",
        "imminence": "weeks", "signs": "- A new telephone\n- Money gone",
    }),
    "rosh": ("rosh", None, {
        "assessed_on": date(2026, 11, 11), "assessor": "PC Threlby", "children": "very_high", "public": "medium",
        "known_adult": "low", "staff": Absent.UNKNOWN, "prisoners": Absent.NONE, "overall": "very_high",
        "override_reason": Absent.NONE, "who": "Girls of 10 to 13.", "nature": "Sexual harm.", "when_greatest": "At night.",
        "increases": "Time alone.", "reduces": "Work.",
    }),
    "factor": ("factor", None, {
        "name": "Alone at night", "type": "acute", "evidence": "Every offence was at night.", "source": "Visit log",
        "source_on": date(2026, 11, 14), "scenarios": ("@scenario",),
    }),
    "protective": ("protective", None, {
        "name": "His sister", "evidence": "Rang twice.", "source_on": date(2026, 10, 21),
    }),
    "measure": ("measure", None, {
        "pillar": "monitoring", "what": "Visit unannounced every 14 days", "serves": ("@factor", "@scenario"),
        "condition": ("@item",), "owner": "PC Hannah Threlby", "agency": "police", "due_on": date(2026, 12, 1),
        "often": "Every 14 days",
    }),
    "contingency": ("contingency", None, {
        "trigger": "A second telephone is found", "noticed_by": "Visiting officer", "action": "1. Seize it\n2. Arrest",
        "owner": "Duty sergeant", "agency": "police", "within": "1 hour", "out_of_hours": "01632 960100",
        "threshold": "Any undeclared device", "scenarios": ("@scenario",),
    }),
    "device": ("device", None, {
        "description": "Telephone, Orbis K5", "monitoring": "Beaconwell", "due_on": date(2026, 12, 1), "condition": ("@item",),
    }),
    "victim": ("victim", None, {
        "reference": "Victim A", "name": "Zebedee Canarybird", "area": "Canaryhamlet", "relation": "Canaryniece",
        "contact": "Canary telephone 0777", "scheme": "taken", "wishes": "Canarywish", "safety": "Canarysafety",
        "vlo": "Canaryofficer",
    }),
    "order": ("order", None, {
        "kind": "shpo", "route": "conviction", "court": "Eastholme Crown Court", "made_on": date(2023, 3, 6),
        "served_on": date(2023, 3, 6), "ends": "for", "for": Span(years=10),
    }),
    "item": ("condition", "order", {"kind": "prohibition", "text": "Having any device that he has not declared.", "ends": "order"}),
    "travel": ("condition", "order", {
        "kind": "foreign_travel", "text": "Leaving the United Kingdom.", "ends": "for", "for": Span(years=5), "all_countries": True,
    }),
    "licence": ("licence", None, {
        "kind": "determinate", "starts_on": date(2024, 7, 5), "ends_on": date(2025, 11, 5), "officer": "R. Amberly",
    }),
    "rule": ("licence_condition", "licence", {"type": "standard", "text": "Be of good behaviour."}),
    "contact": ("contact", None, {
        "agency": "police", "name": "PC Hannah Threlby", "role": "Offender manager", "phone": "01632 960114", "lead": True,
    }),
    "action": ("action", None, {
        "what": "Ask the laboratory", "owner": "PC Hannah Threlby", "agency": "police", "due_on": date(2026, 11, 20),
        "state": "open", "serves": ("@measure",),
    }),
    "done": ("action", None, {
        "what": "Already finished thing", "owner": "J. Crane", "agency": "housing", "due_on": date(2026, 11, 1),
        "state": "done", "outcome": "Done.", "done_on": date(2026, 11, 1),
    }),
    "disclosure": ("disclosure", None, {
        "considered_on": date(2026, 11, 12), "decision": "none", "recipient": "Neighbours", "reason": "No child lives there.",
    }),
    "meeting": ("meeting", None, {
        "level": "3", "number": 2, "on": date(2026, 12, 3), "time": "10.00", "place": "Room 2, Wexmere", "chair": "Supt Morland",
        "purpose": "1. Where does he move?\n2. Who pays?",
    }),
    "plan": ("plan", None, {
        "template": TEMPLATE, "lead_agency": "police", "author": "PC Hannah Threlby", "author_role": "Offender manager",
        "situation_text": "Alone in a flat.", "situation_changes": Absent.NONE, "situation_sentence": Absent.UNKNOWN,
        "review_on": date(2027, 1, 7), "review_events": ("address", "arrest"),
    }),
}  # fmt: skip


def record_id(name: str) -> RecordId:
    return RecordId(f"{list(ANSWERS).index(name):016x}")


def case(**changed: Mapping[str, Answer]) -> Case:
    """The invented case; ``changed`` lays other answers over those of the records named."""
    records = []
    for name, (kind, parent, answers) in ANSWERS.items():
        linked = {key: _linked(value) for key, value in {**answers, **changed.get(name, {})}.items()}
        records.append(Record(record_id(name), kind, record_id(parent) if parent else None, linked))
    return Case(CaseId("c" * 16), "C-00231", tuple(records))


def _linked(answer: Answer) -> Answer:
    if isinstance(answer, tuple):
        return tuple(record_id(one[1:]) if one.startswith("@") else one for one in answer)
    return answer


def reckoning() -> Reckoning:
    """Dates and findings as the law's rules would give them."""
    found = [
        ("order.last_day", "Last day of the order", "order", date(2033, 3, 5), "", "R-CNT-4"),
        ("item.last_day", "Last day of the item", "item", date(2033, 3, 5), "", "R-SHPO-4"),
        ("item.last_day", "Last day of the item", "travel", date(2028, 3, 5), "", "R-SHPO-4"),
        ("notification.periodic_by", "Periodic notification due by", "person", date(2026, 12, 5), "target", "R-DUE-5"),
        ("notification.starts", "Notification starts", "conviction", date(2023, 1, 9), "", "R-NOT-2"),
    ]
    dates = tuple(
        LegalDate(
            code, Text(label), record_id(about), on, time(12) if limit else None, limit, rule, "Sexual Offences Act 2003 s.85",
            f"The sum for {code}", "", "boundary" if code == "notification.starts" else "duty", Text("Do it"), date(2026, 11, 20),
        )
        for code, label, about, on, limit, rule in found
    )  # fmt: skip
    missing = Finding("service.missing", "warning", record_id("order"), "", "Say when it was served.", "13", "SOA 2003")
    return Reckoning(TODAY, dates, (missing,))


def pack(found: Case | None = None, **changed: object) -> MeetingPack:
    """A pack of the case, agreed by nobody yet, copy 2 of 6."""
    found = found or case()
    told = reckoning()
    made = MeetingPack(
        case=found, template=plan_templates()[TEMPLATE], plan=found.one("plan"), version=4, state="draft",
        meeting=next(iter(found.of("meeting")), None), today=TODAY, printed_at=NOW, recipient="Supt R. Vale",
        reason="Level 3 meeting", copy_number=2, copies=6, log_head="4f9c21ab", dates=told.dates, findings=told.findings,
        due=due(found, TODAY, reckoning=told), area="Wexmere",
    )  # fmt: skip
    return replace(made, **changed)


def chosen(one: Field, n: int) -> Answer:
    """The answer of the ``n``-th record to a field that is not typed: a span, a number, yes or no, one of those offered."""
    match one.type:
        case FieldType.SPAN:
            return Span(years=5)
        case FieldType.NUMBER:
            return 3
        case FieldType.YES_NO:
            return n == 0
    return one.options()[n % len(one.options())].code
