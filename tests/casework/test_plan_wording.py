"""Text that could stand in any plan is told from text that says something of a case: both ways, with invented texts."""

from __future__ import annotations

import pytest

from casework.plan_rules import wording

NOTHING_TO_CARRY_OUT = [
    "monitor and recall if needed",
    "Monitor risk.",
    "Continue to monitor behaviour and engagement",
    "Manage risk in line with policy",
    "Regular home visits to be carried out by the offender manager to monitor risk.",
    "VLO to liaise with victim.",
    "Liaise with relevant agencies and share information as appropriate.",
    "Support the person to engage with services",
    "Ensure compliance with licence conditions",
    "Address offending behaviour",
    "Encourage engagement with professionals",
    "To be managed robustly by all agencies",
    "Review in supervision.",
    "Referred to relevant agencies for support.",
    "Monitor internet use",
    "Offender manager to address risk factors in supervision",
    "Take appropriate action",
    "Police and probation to share information",
]
TO_CARRY_OUT = [
    "Visit him at home each Tuesday after 20.00 and read the router's list of devices.",
    "Monitor the phone bill each month for calls to numbers abroad, and ask about each.",
    "Ring her on Mondays at 9",
    "Test twice a week on changing days for twelve weeks.",
    "Support the claim with the jobcentre's coach on Thursdays until the first payment",
    "Review the tenancy with Mrs Dunmore from the landlord before Christmas",
    "Walk the path behind the school at 15.10 with his photograph",
    "Count the kitchen knives every night and sign the book",
    "Give the injection at Turnstone on the 16th",
    "Liaise with Sgt Dacre of the harbour police about the boat before each spring tide",
    "Hold his passport in the property store",
    "Read messages to Victim B's old number",
    "Drive him from the gate to Ferry Lane",
    "Fit the tag between 16.00 and 18.00",
    "Explore with the chaplain whether Sunday lunch at the hall can be kept up",
    "Manage keys: one set at the desk, one with the night porter, none with him",
]
LEFT_OPEN = [
    "monitor and recall if needed",
    "If risk escalates, contact the police.",
    "Consider recall.",
    "Recall to be considered by the officer in charge after three warnings on the same day",
    "Increase reporting if necessary",
    "Enforcement as appropriate",
    "To be reviewed in line with policy or if circumstances change.",
    "Further action when required",
    "Should concerns arise, call a meeting.",
    "Engage with work when available.",
    "Appropriate action will be taken",
    "Interventions as and when",
    "Disclosure where necessary",
]
DECIDED = [
    "Recall the same night if he is not back by midnight.",
    "Injects as required by condition 4 of the order",
    "If he drinks at the hostel, the night porter rings the duty manager on 01632 960162.",
    "The interpreter, Mrs Lowri Penn, is booked for each session if required for the written parts",
    "Second positive test within two weeks: recall is asked for that day.",
    "In Welsh if he wishes",
    "He is moved to Marsh Gate if the bed at Ferry Lane is withdrawn.",
    "Reports when he leaves the county, as directed by the court on 4 May",
    "Arrest if the van is seen with two people in it",
]
BARE = [
    "monitor and recall if needed",
    "Recall.",
    "Contact the police.",
    "Inform police and consider recall",
    "Breaches will be dealt with robustly.",
    "Call an emergency MAPPA meeting",
    "Enforcement action as necessary",
    "Police to be informed.",
    "Appropriate enforcement action will be taken.",
]
WITH_A_POINT = [
    "Not back by 20.00, strap cut, or inside either area: emergency recall the same night.",
    "Any entry to the county without an appointment: arrest, charge and remand file the same night.",
    "Put out for want of space: never recall for that alone.",
    "The control room sends a car to Victim A's address first; police look for him after that.",
    "Recall if he drinks at Sable House",
    "Second telephone found: breach, and the device is seized at once",
    "Ring the police control room on 01632 960100, quote HAD-1",
    "Meeting within two working days of any move",
]
VAGUE_OFTEN = [
    "Regular visits",
    "Ongoing supervision",
    "Unannounced visits as often as possible",
    "Drug tests to be carried out periodically",
    "Contact his sister frequently",
    "Checks continuously",
]
COUNTED = [
    "Visit regularly: every 14 days",
    "Regular visits on Mondays",
    "Ongoing, weekly",
    "Routinely at each night count",
    "Twice a month",
    "Reads the log daily",
    "Frequently, that is on 3 days of the week",
]
NOBODY = [
    "Police",
    "All agencies",
    "Relevant professionals",
    "TBC",
    "Probation",
    "the team",
    "MAPPA",
    "Everyone",
    "Staff",
]
SOMEBODY = [
    "Night staff of the hostel", "Visiting officers", "Camera desk", "His sister", "Duty inspector", "PC Anna Threlby",
    "Key worker on shift", "The school's receptionist", "Victim A", "Digital team in the morning reading",
]  # fmt: skip
NOBODY_IN_PERSON = [*NOBODY, "Offender manager", "COM", "The VLO", "A sergeant", "Lead practitioner"]
IN_PERSON = [
    "PC Anna Threlby", "Edmund Rask; duty officer in his absence", "Manager, Ferry Lane", "Dr Beatrix Oyelaran",
    "Monitoring provider's liaison, Kirsty Vane", "Duty inspector", "DI Farah Kenward with force legal services",
]  # fmt: skip
NO_LIMIT = ["As soon as possible", "Promptly", "Without delay", "In good time", "Urgently", "ASAP", "When staff allow"]
LIMIT = [
    "20 minutes", "Within the hour, 1 at most", "The same evening", "At once", "Before he is on the street", "Two hours",
    "By midnight", "Immediately", "Half an hour", "By Friday", "Next working day", "48 hours; 2 if she is leaving",
]  # fmt: skip
NO_NUMBER = ["Police", "999", "101", "Control room", "Out-of-hours team", "Duty manager on the usual number"]
NUMBER = [
    "01632 960100",
    "Control room 01632 960200, quote HAD-1",
    "+44 1632 960161",
    "07700 900117",
    "(01632) 960-128",
]
NO_SIGN = [
    "If risk escalates", "Any concerns", "Deterioration in behaviour", "Breach of licence", "Non-compliance",
    "Change in circumstances", "Disengagement", "Increase in risk", "Concerning behaviour",
]  # fmt: skip
SIGN = [
    "Not at the hostel at 23.00", "A second telephone", "Missed injection or test", "His van is seen near the school",
    "Cash withdrawn in small sums", "She stops coming to the café", "Change of address without a word to the landlord",
    "Curtains shut by day", "Asks about half-term dates", "Drunk at the door",
]  # fmt: skip
NO_VERB = [
    "Regular contact with the family", "Monitoring of devices", "The risk assessment", "Home visits", "Visit him",
    "Referral to housing options", "Disclosure to the new partner", "Referred to the clinic at once", "Weekly testing of urine",
    "His passport to the property store",
]  # fmt: skip
VERB = [
    "Meet him at the prison gate", "Trace the part of the number plate", "PC Threlby to ring the school's receptionist",
    "Jointly visit the flat and read the log", "1. Ring Mrs Dunmore about the boiler", "Swap the router for the landlord's",
    "Bring the file to the duty lawyer", "Feed back to the chair by Friday", "Please send the prison report to all",
]  # fmt: skip
BOILERPLATE = [
    "Necessary and proportionate.",
    "To manage the risk.",
    "It is proportionate to protect the public",
    "Risk",
]
REASONED = [
    "The court refused a wider area on 10 July.", "A letter was tried and the van came back.",
    "No camera is pointed at where he lives.", "Less would leave the moor road open.",
]  # fmt: skip

CHECKS = {
    "nothing_to_carry_out": (wording.nothing_to_carry_out, NOTHING_TO_CARRY_OUT, TO_CARRY_OUT),
    "left_open": (wording.left_open, LEFT_OPEN, DECIDED),
    "bare_response": (wording.bare_response, BARE, WITH_A_POINT),
    "no_frequency": (wording.no_frequency, VAGUE_OFTEN, COUNTED),
    "nobody_named": (wording.nobody_named, NOBODY, SOMEBODY),
    "nobody_in_person": (lambda text: wording.nobody_named(text, in_person=True), NOBODY_IN_PERSON, IN_PERSON),
    "no_time_limit": (wording.no_time_limit, NO_LIMIT, LIMIT),
    "no_number": (wording.no_number, NO_NUMBER, NUMBER),
    "no_sign": (wording.no_sign, NO_SIGN, SIGN),
    "no_verb": (wording.no_verb, NO_VERB, VERB),
    "boilerplate": (wording.boilerplate_reason, BOILERPLATE, REASONED),
}


@pytest.mark.parametrize("name", CHECKS)
def test_what_could_stand_in_any_plan_is_found(name: str) -> None:
    check, generic, _ = CHECKS[name]
    assert [one for one in generic if not check(one)] == []


@pytest.mark.parametrize("name", CHECKS)
def test_what_says_something_is_left_alone(name: str) -> None:
    check, _, specific = CHECKS[name]
    assert {one: found for one in specific if (found := check(one))} == {}


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("change", [str.upper, lambda text: f"  {text}\n", lambda text: f"• {text}"])
def test_a_generic_text_stays_generic_in_capitals_and_points(name: str, change) -> None:
    check, generic, _ = CHECKS[name]
    if name in ("nobody_named", "nobody_in_person", "nothing_to_carry_out", "no_sign", "boilerplate", "bare_response"):
        generic = [one for one in generic if change is not str.upper]
    assert [one for one in generic if not check(change(one))] == []


def test_what_is_found_is_quoted_as_it_was_written() -> None:
    assert wording.left_open("Monitor, and Recall If Needed.") == "If Needed"
    assert wording.no_frequency("Regular visits") == "Regular"
    assert wording.bare_response("monitor and recall if needed") == "recall"
    assert wording.no_time_limit(" ASAP ") == "ASAP"
    assert wording.no_number("") == wording.NOTHING_SAID


def test_a_specific_part_weighs_for_the_whole() -> None:
    assert wording.nothing_to_carry_out("Support him. Visit on Mondays at 11.00 at Sable House.") == ""
    assert wording.weight("Monitor the risk and manage it") == 0
    assert wording.weight("Ring Marlowe at 9") == 5
