"""The fixed words of paper about a meeting, in both languages."""

from __future__ import annotations

from casework.text import Text

NO_MEETING = Text("No meeting is set up.", "Nid oes cyfarfod wedi'i drefnu.")
REFERENCE = Text("Case reference", "Cyfeirnod yr achos")
NAME = Text("Name", "Enw")
BORN = Text("Born", "Ganwyd")
GENDER = Text("Sex or gender", "Rhyw neu rywedd")
OTHER_NAMES = Text("Other names", "Enwau eraill")
NUMBERS = Text("Numbers", "Rhifau")
ADDRESS = Text("Address now", "Cyfeiriad nawr")
TO = Text("To", "At")
INVITED_AS = Text("Invited as", "Gwahoddwyd fel")
BRING = Text("Bring or send", "Dewch â, neu anfonwch")
REPORT_BY = Text("Report by", "Adroddiad erbyn")
REPORT_HOW = Text(
    "{day}, on the form “Agency report for a meeting”, also where you cannot come",
    "{day}, ar y ffurflen “Adroddiad asiantaeth ar gyfer cyfarfod”, hyd yn oed os na allwch ddod",
)
REPORT_HERE = Text("Received, with thanks", "Derbyniwyd, gyda diolch")
OBSERVES = Text("You observe; no report is asked of you", "Rydych yn sylwi; ni ofynnir am adroddiad")
OWN_ACTIONS = Text("Open actions of your agency", "Camau agored eich asiantaeth")
NOT_INVITED = Text(
    "This recipient is not among those invited. Anybody invited is named here with what to bring.",
    "Nid yw'r derbynnydd hwn ymhlith y rhai a wahoddwyd.",
)
SEND_ANYBODY = Text(
    "Send somebody who may commit your agency. At Level 3 that is a senior manager.",
    "Anfonwch rywun a all ymrwymo eich asiantaeth. Ar Lefel 3, uwch reolwr yw hynny.",
)
NOTHING_RECORDED = Text("Nothing recorded.", "Dim wedi'i gofnodi.")
NOTHING_OPEN = Text("Nothing open.", "Dim ar agor.")
AGENCY = Text("Agency", "Asiantaeth")
WHO = Text("Who", "Pwy")
REPORT = Text("Report", "Adroddiad")
HERE = Text("here", "yma")
ASKED = Text("asked for", "gofynnwyd")
NOBODY_INVITED = Text("Nobody is invited yet.", "Nid oes neb wedi'i wahodd eto.")
STATEMENT_VERSION = Text("Version {version}", "Fersiwn {version}")
PERSON = Text("Person", "Person")
SIGNED_BY = Text("Author", "Awdur")
CHECKED_BY = Text("Manager", "Rheolwr")
RECEIVED_ON = Text("Received on, by", "Derbyniwyd ar, gan")
MISSING = Text("Missing", "Ar goll")
