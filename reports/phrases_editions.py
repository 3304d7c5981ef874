"""The fixed words of emergency sheets, annexes of closed information and blank forms, in both languages."""

from __future__ import annotations

from casework.text import Text

DESTROY_BY = Text(
    "Destroy by {day}. After that day nothing on it is to be relied on: ring, or print it anew.",
    "Dinistriwch erbyn {day}. Ar ôl hynny peidiwch â dibynnu arno: ffoniwch, neu argraffwch o'r newydd.",
)
AT_RISK = Text("Who is at risk", "Pwy sydd mewn perygl")
DO_FIRST = Text("Do first", "Gwnewch gyntaf")
IF_SEEN = Text("If", "Os")
DO = Text("Do", "Gwnewch")
BY_WITHIN = Text("{who}, within: {within}", "{who}, o fewn: {within}")
RING_AT_NIGHT = Text("At night", "Gyda'r nos")
KEEP_OUT = Text("Where they may not go, whom they may not approach", "Ble na chânt fynd, at bwy na chânt nesáu")
NO_KEEP_OUT = Text(
    "No condition in force today names a place or a person. Ring before you act on that.",
    "Nid oes amod mewn grym heddiw yn enwi lle na pherson. Ffoniwch cyn gweithredu ar hynny.",
)
NO_CONTINGENCY = Text(
    "No contingency is recorded. Ring the lead contact at once.", "Dim cynllun wrth gefn. Ffoniwch y cyswllt arweiniol."
)
MORE_CONTINGENCIES = Text(
    "{count} more stand on the contingency and out-of-hours sheet.", "Mae {count} arall ar y daflen wrth gefn."
)
MORE_PLACES = Text(
    "{count} more stand on the street card: ring before you act.", "Mae {count} arall ar y cerdyn stryd."
)
SHORT = Text(
    "Words that end in … are cut short: ring before you act on them.", "Mae geiriau gydag … wedi'u torri: ffoniwch."
)
FEARED = Text("Feared", "Ofnir")
ON_COPIES = Text(
    "Closed: it stands on numbered copies alone, each of which is logged with its recipient and its reason.",
    "Ar gau: saif ar gopïau wedi'u rhifo yn unig, a chofnodir pob un gyda'i dderbynnydd a'r rheswm.",
)
RECIPIENT = Text("Recipient", "Derbynnydd")
GIVEN_ON = Text("Given out", "Rhoddwyd")
WHERE_NOW = Text("Where it is", "Ble mae")
NO_HOLDERS = Text("No copy has been given out.", "Ni roddwyd copi allan.")
MINUTES_APART = Text(
    "The restricted annex to the minutes is a document of its own, with its own list.",
    "Mae'r atodiad cyfyngedig i'r cofnodion yn ddogfen ar wahân, gyda'i rhestr ei hun.",
)
ONLY_IF = Text("Only if “{question}” is: {answer}.", "Dim ond os yw “{question}” yn: {answer}.")
BY_NUMBER = Text("By its number or a word ({kinds})", "Yn ôl ei rif neu air ({kinds})")
FURTHER = Text("Further {kind} on further sheets.", "{kind} pellach ar daflenni pellach.")
