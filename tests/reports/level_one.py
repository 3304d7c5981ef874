"""An invented Level 1 case with as much in it as such a case usually has."""

from __future__ import annotations

from datetime import date

from casework.case import Case
from casework.record import CaseId, Record, RecordId

TEMPLATE = "level_1_2026_12"
_PLAN = {
    "template": TEMPLATE,
    "lead_agency": "police",
    "author": "PC A. Threlby",
    "manager": "DS R. Wolstan",
    "situation_text": "Alone in his one-bedroom flat since 2022 (visit of 8 October). Days at the garage, Monday to Friday. "
    "Sees his brother on Sundays; no other visitor seen. Drinks little, no debts known.",
    "situation_sentence": "Two years' imprisonment, served. Notification to 9 May 2031. No licence. Order of 2021 ends in 2028.",
    "situation_changes": "A neighbour's children play in the shared yard since August; he told us himself on 2 September.",
    "victims_voice": "Victim A asked for no news but of a move to Eastholme. Asked again on 12 October, the same.",
    "monitoring_enforcement": "Duty inspector decides the same day; arrest where a child is concerned. Nothing is open.",
    "contingency_night": "Convicted of touching a girl of nine whom he minded. Never leave a child with him, also not for a "
    "moment. He answers calmly and tells the truth when asked twice. His brother (number with control room) helps.",
    "information_asked": "Children's services, health and housing on 2 November. Housing on the 4th: rent paid, one complaint of "
    "noise. Children's services on the 9th: closed since May. Health has not answered; asked again today.",
    "information_level": "Yes: no agency is needed that does not act. A relationship with a parent, or a move, brings it back.",
    "view_words": "“As long as it is you who comes I don't mind. The yard wasn't my idea.”",
    "view_agreement": "agreed",
    "view_asked_on": "8 October, by PC Threlby",
    "view_diversity": "Hard of hearing on the left: visits and letters, no telephone for anything that matters.",
    "review_on": date(2027, 4, 8),
    "review_triggers": "A relationship is declared or seen; he leaves the garage; the brother stops ringing; a child in the flat.",
    "signoff_author_on": date(2026, 11, 12),
    "signoff_manager_on": date(2026, 11, 16),
    "signoff_manager_note": "Rang the foreman myself. I would have visited twice since August because of the yard; now in the plan.",
}
_RECORDS: tuple[tuple[str, dict[str, object]], ...] = (
    ("person", {"surname": "Pennycook", "forenames": "Martin Lee", "date_of_birth": date(1978, 5, 2)}),
    ("category", {"category": "1", "basis": "Conviction of 9 May 2021, Eastholme Crown Court", "from": date(2021, 5, 9)}),
    ("level", {"level": "1", "criterion": "Police can manage alone; no barrier to what was agreed", "from": date(2024, 2, 1), "decided_by": "DS R. Wolstan"}),
    ("contact", {"agency": "police", "name": "PC A. Threlby", "role": "Offender manager", "phone": "01632 960114", "out_of_hours": "01632 960100", "lead": True}),
    ("whereabouts", {"kind": "community", "place": "Eastholme", "from": date(2022, 3, 1)}),
    ("rosh", {"assessed_on": date(2026, 10, 8), "overall": "medium", "children": "medium", "public": "low", "known_adult": "low", "staff": "low", "who": "Girls of primary school age who are left with him", "increases": "Loneliness; a parent who trusts him; drink at home"}),
    ("scenario", {"name": "Gets to know a lone mother and minds her child", "imminence": "months", "signs": "Evenings away that he does not mention; toys or sweets bought; a second telephone"}),
    ("scenario", {"name": "A child from the yard comes into the flat", "imminence": "weeks", "signs": "Door left open in the afternoon; a ball or drawing in the flat; he is home early from work"}),
    ("protective", {"name": "The garage: foreman knows of the order", "strengthen": "PC Threlby speaks to him before each review"}),
    ("protective", {"name": "His brother, who rang us in 2024", "strengthen": "Asked each time whether he still comes on Sundays"}),
    ("measure", {"pillar": "supervision", "what": "Visit at home unannounced at least every three months, one in three after school hours", "owner": "PC A. Threlby", "agency": "police", "due_on": date(2027, 1, 8), "often": "every 3 months"}),
    ("measure", {"pillar": "monitoring", "what": "Read the router's list against the declared telephone and laptop at each visit", "owner": "PC A. Threlby", "agency": "police", "due_on": date(2027, 1, 8)}),
    ("measure", {"pillar": "interventions", "what": "Tuesday group on relationships to March, one to one where he cannot hear", "owner": "Ms J. Orrin", "agency": "probation", "due_on": date(2027, 3, 30), "often": "weekly"}),
    ("measure", {"pillar": "victim_safety", "what": "Speak with the parents in the yard about gates and supervision, without naming anybody", "owner": "PCSO D. Lamb", "agency": "police", "due_on": date(2026, 12, 4)}),
    ("order", {"kind": "shpo", "court": "Eastholme Crown Court", "made_on": date(2021, 5, 9), "ends": "until", "until": date(2028, 5, 8)}),
    ("contingency", {"trigger": "Seen with a child, or a child in the flat", "noticed_by": "Neighbours, PCSO", "action": "Duty sergeant goes to the flat the same evening; children's services are told before he is spoken to", "owner": "Duty sergeant", "agency": "police", "within": "1 hour", "out_of_hours": "01632 960100"}),
    ("contingency", {"trigger": "Not at work for two days without word", "noticed_by": "Foreman", "action": "PC Threlby or deputy goes to the flat, then the brother's", "owner": "PC A. Threlby", "agency": "police", "within": "the same day", "out_of_hours": "01632 960100"}),
    ("disclosure", {"considered_on": date(2026, 11, 12), "decision": "none", "recipient": "Parents in the yard", "reason": "Gates and supervision remove the danger; looked at again if a parent befriends him"}),
)  # fmt: skip


def level_one() -> Case:
    """The case."""
    records = [Record(RecordId("plan"), "plan", None, _PLAN)]  # type: ignore[arg-type]  # answers, each of its own type
    records += [Record(RecordId(f"r{n}"), kind, None, said) for n, (kind, said) in enumerate(_RECORDS)]  # type: ignore[arg-type]
    return Case(CaseId("level1"), "C-00101", tuple(records))
