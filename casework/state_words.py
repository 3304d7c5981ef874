"""The states that the law finds an order, a person or a licence in, as words."""

from __future__ import annotations

from casework.text import Text

STATE_WORDS = {
    "draft": Text("Not yet applied for or made", "Heb ei wneud eto"),
    "applied": Text("Applied for", "Gwnaed cais"),
    "interim": Text("Interim order in force", "Gorchymyn interim mewn grym"),
    "refused": Text("Refused", "Gwrthodwyd"),
    "withdrawn": Text("Withdrawn", "Tynnwyd yn ôl"),
    "made_not_in_force": Text("Made, not yet in force", "Gwnaed, ddim mewn grym eto"),
    "active": Text("In force", "Mewn grym"),
    "converted": Text("In force, now with the effect of its successor", "Mewn grym, gydag effaith ei olynydd"),
    "expired": Text("Expired", "Wedi dod i ben"),
    "discharged": Text("Discharged", "Rhyddhawyd"),
    "quashed": Text("Quashed", "Diddymwyd"),
    "superseded": Text("Superseded", "Disodlwyd"),
    "ceased": Text("Ceased", "Peidiodd"),
    "ceased_by_law": Text("Ceased by law", "Peidiodd yn ôl y gyfraith"),
    "under_appeal": Text("Under appeal", "Dan apêl"),
    "varied": Text("Varied", "Amrywiwyd"),
    "renewed": Text("Renewed", "Adnewyddwyd"),
    "none": Text("Not subject to notification", "Heb fod yn destun hysbysu"),
    "provisional": Text("Subject to notification; length follows sentence", "Yn destun hysbysu dros dro"),
    "windows_suspended": Text(
        "Subject to notification; windows suspended while away", "Yn destun hysbysu; wedi'i atal"
    ),
    "running": Text("Subject to notification", "Yn destun hysbysu"),
    "ended_by_time": Text("Ended by time", "Daeth i ben gydag amser"),
    "ended_with_order": Text("Ended with the order", "Daeth i ben gyda'r gorchymyn"),
    "ended_by_review": Text("Ended by review", "Daeth i ben drwy adolygiad"),
    "deceased": Text("Has died", "Wedi marw"),
    "not_started": Text("Not started", "Heb ddechrau"),
}


def state_words(code: str) -> Text:
    """A state as words; a code that is not known stands for itself."""
    return STATE_WORDS.get(code, Text(code.replace("_", " ").capitalize()))
