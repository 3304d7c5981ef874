"""The fixed words of the paper, in both languages; where no Welsh stands, the English does."""

from __future__ import annotations

from casework.text import Text

DRAFT = Text("DRAFT", "DRAFFT")
SUPERSEDED = Text("SUPERSEDED", "DISODLWYD")
TRAINING = Text("TRAINING – invented people", "HYFFORDDIANT – pobl ddychmygol")
PREVIEW = Text("Preview, not for issue", "Rhagolwg, nid i'w ddosbarthu")
KEPT = Text("Kept with the agreed plan, not for issue", "Cedwir gyda'r cynllun y cytunwyd arno, nid i'w ddosbarthu")
KEPT_MINUTES = Text(
    "Kept with the approved minutes, not for issue", "Cedwir gyda'r cofnodion a gymeradwywyd, nid i'w ddosbarthu"
)
COPY = Text("Copy {number} of {of}", "Copi {number} o {of}")
COPY_FOR = Text("{copy} for {recipient}", "{copy} i {recipient}")
PAGE = Text("Page {page} of {pages}", "Tudalen {page} o {pages}")
FIRST_PAGE = Text("Page {page}", "Tudalen {page}")
PRINTED = Text("Printed {when}", "Argraffwyd {when}")
LOG = Text("log {head}", "cofnod {head}")
VERSION = Text("Version {number}", "Fersiwn {number}")
AGREED_ON = Text("agreed {day}", "cytunwyd {day}")
AS_AT = Text("as things stand on {day}", "fel y mae ar {day}")
NOT_AGREED = Text("draft, not yet agreed", "drafft, heb ei gytuno eto")
SUPERSEDED_STATE = Text("superseded by a later version", "disodlwyd gan fersiwn diweddarach")

MEETING = Text("Meeting", "Cyfarfod")
LEVEL_MEETING = Text("Level {level} meeting", "Cyfarfod Lefel {level}")
MEETING_NUMBER = Text("number {number}", "rhif {number}")
NO_MEETING = Text("No meeting is entered", "Nid oes cyfarfod wedi'i gofnodi")
WHEN = Text("When", "Pryd")
WHERE = Text("Where", "Ble")
CHAIR = Text("Chair", "Cadeirydd")
THIS_COPY = Text("This copy", "Y copi hwn")
REASON = Text("Why it was issued", "Pam y'i cyhoeddwyd")
PLAN = Text("Plan", "Cynllun")
EDITION = Text("Edition", "Argraffiad")
NOTHING_OF_IT = Text("Nothing that this edition may hold.", "Dim y caiff yr argraffiad hwn ei gynnwys.")
LEFT_OUT_HERE = Text("{kind}: left out of this edition.", "{kind}: wedi'u hepgor o'r argraffiad hwn.")
LEFT_OUT_NOTHING = Text(
    "{edition}. Victims appear by reference only", "{edition}. Dim ond cyfeirnodau dioddefwyr a geir"
)
UNKNOWNS = Text("Not known", "Anhysbys")
UNKNOWNS_AS_SUCH = Text("Unknowns printed as such: {n}", "Pethau anhysbys a argraffwyd felly: {n}")
UNKNOWNS_LEFT_OUT = Text("Lines not known, left out: {n}", "Llinellau anhysbys a hepgorwyd: {n}")
AREA = Text("Area", "Ardal")
HANDLING = Text("How to handle this paper", "Sut i drin y papur hwn")
CONTENTS = Text("Contents", "Cynnwys")

BORN = Text("born {day} ({age})", "ganwyd {day} ({age})")
BORN_UNKNOWN = Text("date of birth not known", "dyddiad geni ddim yn hysbys")
CATEGORY = Text("Cat {code}", "Cat {code}")
LEVEL = Text("Level {code}", "Lefel {code}")
ROSH = Text("RoSH {level}", "RoSH {level}")
ROSH_NOT_ASSESSED = Text("RoSH not assessed", "RoSH heb ei asesu")
WHY_LEVEL = Text("Why Level {level}", "Pam Lefel {level}")
WHO_AT_RISK = Text("Who is at risk", "Pwy sydd mewn perygl")
WHEN_GREATEST = Text("When the risk is greatest", "Pryd mae'r risg fwyaf")
WHAT_COULD_HAPPEN = Text("What could happen, and to whom", "Beth allai ddigwydd, ac i bwy")
HOW_SOON = Text("How soon, how bad", "Pa mor fuan, pa mor ddrwg")
WHAT_STOPS_IT = Text("What stops it", "Beth sy'n ei atal")
NOTHING_STOPS_IT = Text("Nothing yet", "Dim byd eto")
TO_DECIDE = Text("To decide today", "I'w benderfynu heddiw")
NEXT_DATES = Text("Next dates", "Y dyddiadau nesaf")
NO_DATES = Text("No date is due", "Nid oes dyddiad yn ddyledus")
LED_BY = Text("Led by {agency}: {who}", "Arweinir gan {agency}: {who}")
WHY_MAPPA = Text("Why MAPPA", "Pam MAPPA")
ASSESSED = Text("Assessed {when} by {who}", "Aseswyd {when} gan {who}")
WHAT_AND_TO_WHOM = Text("What, and to whom", "Beth, ac i bwy")
ALSO = Text("also {numbers}", "hefyd {numbers}")
AND_MORE = Text("and {count} more", "a {count} arall")
RISK_MATRIX = Text("Risk of serious harm", "Risg o niwed difrifol")
NOT_ASSESSED = Text("Not assessed", "Heb ei asesu")
GROUP = Text("Group", "Grŵp")
IN_FULL = Text("{what}, in full", "{what}, yn llawn")
SEE = Text("see {number}", "gweler {number}")
MORE = Text("and {count} more, see {number}", "a {count} arall, gweler {number}")

CONFIRMED_ONE = Text(
    "Confirmed on {day}: one sentence or row carried over from the version before.",
    "Cadarnhawyd {day}: un frawddeg neu res a gariwyd drosodd o'r fersiwn flaenorol.",
)
CONFIRMED = Text(
    "Confirmed on {day}: {count} sentences and rows carried over from the version before.",
    "Cadarnhawyd {day}: {count} o frawddegau a rhesi a gariwyd drosodd o'r fersiwn flaenorol.",
)
COUNTERSIGNED = Text("Countersigned by {name}, {day}, key {key}.", "Cydlofnodwyd gan {name}, {day}, allwedd {key}.")
NOT_NEEDED = Text("Not needed in this case.", "Dim angen yn yr achos hwn.")
LONGER = Text(
    "This plan does not fit on one page: shorten its answers.",
    "Nid yw'r cynllun hwn yn ffitio ar un dudalen: byrhewch yr atebion.",
)
NONE_YET = Text("{kind}: none recorded yet.", "{kind}: dim wedi'i gofnodi eto.")
NUMBER = Text("No.", "Rhif")
SCENARIO = Text("Scenario", "Senario")
GAPS = Text("Gaps", "Bylchau")
NO_GAPS = Text(
    "Every scenario has a measure and a contingency, and every risk factor has a measure.",
    "Mae gan bob senario fesur a chynllun wrth gefn, ac mae gan bob ffactor risg fesur.",
)
CHAIN_NOTE = Text(
    "Scenarios across. A dot: stands directly against it. A number: reaches it through that risk factor.",
    "Senarios ar draws. Dot: yn uniongyrchol. Rhif: trwy'r ffactor risg hwnnw.",
)
FEEDS_IT = Text("What feeds it", "Beth sy'n ei fwydo")
STANDS_AGAINST_IT = Text("What stands against it", "Beth sy'n ei wrthsefyll")
IF_IT_BEGINS = Text("What is done if it begins", "Beth a wneir os yw'n dechrau")
BY = Text("By", "Erbyn")
WITHIN = Text("Within", "O fewn")

TIMELINE = Text("Timeline", "Llinell amser")
TODAY = Text("today", "heddiw")
FROM = Text("From", "O")
UNTIL = Text("Last day", "Diwrnod olaf")
STATE = Text("State", "Cyflwr")
NO_FIXED_END = Text("no fixed end", "dim diwedd pendant")
WHAT_COURT_SAID = Text("What the court ordered", "Yr hyn a orchmynnodd y llys")
FACTS = Text("Facts", "Ffeithiau")
DATES = Text("Dates", "Dyddiadau")
CAME_TO_BE = Text("How it came to be", "Sut y daeth i fod")
DAY_NOT_KNOWN = Text("Day not known", "Diwrnod anhysbys")
DATE = Text("Date", "Dyddiad")
WHAT = Text("What", "Beth")
WHY_THIS_DATE = Text("Why this date", "Pam y dyddiad hwn")
CHECKED = Text("{basis}; checked {day}", "{basis}; gwiriwyd {day}")
LAW = Text("law {letter}", "cyfraith {letter}")
AS_THE_LAW_SAYS = Text("As the law under {letter} gives it", "Fel y mae'r gyfraith o dan {letter} yn ei roi")
LAW_HEAD = Text("Law", "Cyfraith")
PAST_DATES = Text("Dates that are over", "Dyddiadau a aeth heibio")
THE_LAW = Text("The law behind these dates", "Y gyfraith y tu ôl i'r dyddiadau hyn")
ABOUT = Text("For", "Ar gyfer")
OTHER_DATES = Text("Other dates that the law gives", "Dyddiadau eraill y mae'r gyfraith yn eu rhoi")
TO_SETTLE = Text("To be settled", "I'w setlo")
SET_BY_HAND = Text("set by a person", "gosodwyd gan berson")
SET_BY = Text(
    "Set by {who} in place of the computed {day}: {why}", "Gosodwyd gan {who} yn lle {day} a gyfrifwyd: {why}"
)
TARGET = Text("safe reading", "darlleniad diogel")
OUTER = Text("last arguable", "olaf y gellir dadlau")
NO_ORDERS = Text("No order and no licence is recorded.", "Nid oes gorchymyn na thrwydded wedi'i gofnodi.")

IN = Text("In", "Ymhen")
LATER = Text("Later than a year from today", "Yn hwyrach na blwyddyn o heddiw")
AND_SEE = Text("why: {number}", "pam: {number}")
NOTHING_DUE = Text("Nothing is due.", "Nid oes dim yn ddyledus.")
NO_ACTIONS = Text("No action is open.", "Nid oes cam agored.")
NO_AGENCY = Text("Agency not known", "Asiantaeth ddim yn hysbys")
OWNER = Text("Owner", "Perchennog")

DECIDED = Text("What the meeting decided", "Yr hyn a benderfynodd y cyfarfod")
DECISIONS = (
    Text("Risk of serious harm, overall", "Risg o niwed difrifol, cyffredinol"),
    Text("Level, and why", "Lefel, a pham"),
    Text("Plan agreed, with these changes", "Cynllun wedi'i gytuno, gyda'r newidiadau hyn"),
    Text("Disclosure", "Datgelu"),
    Text("Next meeting", "Cyfarfod nesaf"),
)
SIGNATURES = Text("Signatures", "Llofnodion")
ROLE = Text("As", "Fel")
NAME = Text("Name", "Enw")
SIGNATURE = Text("Signature", "Llofnod")
SIGNERS = (
    Text("Author of the plan", "Awdur y cynllun"),
    Text("Manager responsible", "Rheolwr cyfrifol"),
    Text("Chair of the meeting", "Cadeirydd y cyfarfod"),
    Text("Holder of this copy", "Deiliad y copi hwn"),
)
PORTRAIT = Text("Photograph of the person", "Ffotograff o'r person")
PORTRAIT_TAKEN = Text("Photograph of the person, taken {day}", "Ffotograff o'r person, tynnwyd {day}")
