"""The fixed words of the paper after a meeting, in both languages."""

from __future__ import annotations

from casework.text import Text

NOT_CLOSED = Text("No meeting of this case has been closed.", "Nid oes cyfarfod o'r achos hwn wedi'i gau.")
DRAFT = Text("Draft: not approved by the chair yet.", "Drafft: heb ei gymeradwyo gan y cadeirydd eto.")
APPROVED = Text("Approved by {who} on {day}.", "Cymeradwywyd gan {who} ar {day}.")
SIGNED = Text(
    "Signed by {who} with their own passphrase on {day}, key {key}.",
    "Llofnodwyd gan {who} â'i gyfrinymadrodd ei hun ar {day}, allwedd {key}.",
)
ISSUED = Text("Issued on {day}.", "Anfonwyd ar {day}.")
SAT = Text("Opened {opened}, closed {closed}.", "Agorwyd {opened}, caewyd {closed}.")
STATEMENT = Text(
    "The confidentiality and diversity statement (version {version}) was shown to everybody present at {when}. Its "
    "words are kept with the meeting.",
    "Dangoswyd y datganiad cyfrinachedd ac amrywiaeth (fersiwn {version}) i bawb am {when}.",
)
ATTENDED = Text("Attendance", "Presenoldeb")
ON_ARRIVAL = Text("On arrival", "Wrth gyrraedd")
REFERRED = Text("Referred", "Atgyfeiriwyd")
REFERRED_HOW = Text(
    "To {level} on {day} by {who}. What it adds: {adds}",
    "I {level} ar {day} gan {who}. Yr hyn y mae'n ei ychwanegu: {adds}",
)
ARRIVED = Text("{category}, {level}. {why}", "{category}, {level}. {why}")
DECIDED = Text("Decided", "Penderfynwyd")
WHY = Text("Why", "Pam")
NOTHING_SAID = Text("Nothing was minuted under this item.", "Ni chofnodwyd dim o dan yr eitem hon.")
RESTRICTED = Text(
    "A restricted annex to these minutes is held apart, with its own list of recipients.",
    "Cedwir atodiad cyfyngedig i'r cofnodion hyn ar wahân, gyda'i restr ei hun o dderbynwyr.",
)
BECAUSE = Text("Reason: {why}", "Rheswm: {why}")
DECISION = Text("Decision. ", "Penderfyniad. ")
SAYS = Text("{agency}: ", "{agency}: ")
DISSENT = Text("Different view, {agency}", "Barn wahanol, {agency}")
DISSENT_TO = Text(" (from decision {number})", " (i benderfyniad {number})")
ACTION = Text("Action {number}. ", "Cam {number}. ")
OWNED = Text("{owner}, {agency}. Due {day}.", "{owner}, {agency}. Erbyn {day}.")
ACTIONS = Text("Actions set", "Camau a osodwyd")
NO_ACTIONS = Text("No action was set.", "Ni osodwyd unrhyw gam.")
EARLIER = Text("Actions of earlier meetings", "Camau cyfarfodydd cynharach")
NO_EARLIER = Text("No action of an earlier meeting was open.", "Nid oedd cam o gyfarfod cynharach ar agor.")
DISCLOSED = Text("Disclosures agreed", "Datgeliadau y cytunwyd arnynt")
CORRECTIONS = Text("Corrections", "Cywiriadau")
CORRECTION = Text("Asked for by {who} on {day}: {words}", "Gofynnwyd gan {who} ar {day}: {words}")
CORRECTION_OF = Text("Line {number}. ", "Llinell {number}. ")
CORRECTION_WHY = Text(" Because: {why}", " Oherwydd: {why}")
EARLIER_MINUTES = Text("Minutes of {day}", "Cofnodion {day}")
EARLIER_LINE = Text(", line {number}: “{stood}”", ", llinell {number}: “{stood}”")
SHOULD_SAY = Text(
    "Should say: {words} Asked for by {who} on {day}.", "Dylai ddweud: {words} Gofynnwyd gan {who} ar {day}."
)
WAS = Text("Before: “{was}”", "Cyn hynny: “{was}”")
CORRECTION_OPEN = Text(" Not decided yet.", " Heb ei benderfynu eto.")
CORRECTION_DONE = Text(" {outcome}, meeting of {day}.", " {outcome}, cyfarfod {day}.")
NO_ANNEX = Text("Nothing stands in the restricted annex.", "Nid oes dim yn yr atodiad cyfyngedig.")
ANNEX_HOW = Text(
    "Not to be quoted in the minutes, in a plan or to anybody who is not on its own list.",
    "Ni ddylid ei ddyfynnu yn y cofnodion, mewn cynllun nac i neb nad yw ar ei restr ei hun.",
)
NO_SLIP = Text("This agency was given no action.", "Ni roddwyd cam i'r asiantaeth hon.")
SLIP = Text("Actions of {agency}", "Camau {agency}")
SLIP_OF = Text(
    "From the Level {level} meeting of {day}, chaired by {chair}. Numbers as in the minutes.",
    "O gyfarfod Lefel {level} ar {day}, dan gadeiryddiaeth {chair}. Rhifau fel yn y cofnodion.",
)
SLIP_BACK = Text(
    "Tell the co-ordinator when it is done, or at once why it cannot be done by the day.",
    "Dywedwch wrth y cydlynydd pan fydd wedi'i wneud, neu ar unwaith pam na ellir.",
)
DONE = Text("Done on, and what came of it", "Gwnaed ar, a'r canlyniad")
COUNTED = Text("{agency}: {count}", "{agency}: {count}")
DETAIL = Text(
    "This summary holds no third party's and no victim's data. For detail, ask the agency that owns it.",
    "Nid yw'r crynodeb hwn yn cynnwys data trydydd parti na dioddefwr. Gofynnwch i'r asiantaeth sy'n berchen.",
)
PERSON = Text("The person", "Y person")
AGENCIES_HERE = Text("Agencies present", "Asiantaethau'n bresennol")
AGENCIES_NOT = Text("Agencies absent", "Asiantaethau'n absennol")
ACTIONS_SET = Text("Actions set, by agency", "Camau a osodwyd, yn ôl asiantaeth")
