"""The fixed words of the paper about orders, in both languages; where no Welsh stands, the English does."""

from __future__ import annotations

from casework.text import Text

ALSO_KNOWN_AS = Text("Also known as", "Enwau eraill")
LOOKS = Text("Looks", "Golwg")
VEHICLES = Text("Vehicles", "Cerbydau")
WHEREABOUTS = Text("Where", "Ble")
MUST_NOT = Text("In force today", "Mewn grym heddiw")
SINCE_DAY = Text("since {day}", "ers {day}")
UNTIL_DAY = Text("until {day}", "tan {day}")
END_UNKNOWN = Text("end not known: ring before relying on it", "diwedd ddim yn hysbys")
START_UNKNOWN = Text("start not known: ring before relying on it", "dechrau ddim yn hysbys")
NOTHING_IN_FORCE = Text(
    "No order and no licence is recorded as in force today. Ring before you act on that.",
    "Nid oes gorchymyn na thrwydded wedi'i gofnodi mewn grym heddiw.",
)
NO_CONDITIONS = Text("No condition of it is recorded.", "Nid oes amod wedi'i gofnodi.")
MORE_CONDITIONS = Text(
    "{count} more conditions in force have no room here: ring before you act.", "{count} amod arall: ffoniwch."
)
MORE_SOURCES = Text("{count} more orders in force have no room here: ring before you act.", "{count} gorchymyn arall.")
CUT = Text(
    "Words that end in … are cut short and may go on with an exception: ring before you act on them.",
    "Mae geiriau sy'n gorffen gydag … wedi'u torri: ffoniwch cyn gweithredu.",
)
IF_BROKEN = Text("If one is broken", "Os torrir un")
MOST = Text("At most: {penalty}", "Ar y mwyaf: {penalty}")
LICENCE_BREACH = Text(
    "Breach of a licence condition is not an offence by itself. Recall is for the supervising officer and the duty "
    "manager: ring them, whatever the hour.",
    "Nid yw torri amod trwydded yn drosedd ynddo'i hun. Ffoniwch y swyddog goruchwylio neu'r rheolwr ar ddyletswydd.",
)
SUPERVISED_BY = Text("Supervised by {who}", "Goruchwylir gan {who}")
SIGNS = Text("Warning signs", "Arwyddion rhybudd")
RING = Text("Whom to ring", "Pwy i'w ffonio")
IN_HOURS = Text("In hours", "Yn ystod oriau")
OUT_OF_HOURS = Text("Out of hours", "Y tu allan i oriau")
NO_LEAD = Text("No lead contact is recorded: ring the force control room.", "Nid oes cyswllt arweiniol wedi'i gofnodi.")
RECORD = Text("What to record", "Beth i'w gofnodi")
RECORDED = Text(
    "Time and place; who was with the person, children above all; every device, vehicle and bag seen; what was said, "
    "word for word; what you did and under which power. Tell the lead contact before your duty ends.",
    "Amser a lle; pwy oedd gyda'r person; pob dyfais, cerbyd a bag; yr hyn a ddywedwyd; yr hyn a wnaethoch.",
)
LICENCE = Text("Licence", "Trwydded")

FOR_YOU = Text(
    "This paper is for you. It sets out in plain words what the court and the law ask of you today. Names of people "
    "whom an order protects are left out here.",
    "Mae'r papur hwn i chi. Mae'n nodi'r hyn y mae'r llys a'r gyfraith yn ei ofyn gennych heddiw. Mae enwau pobl y mae "
    "gorchymyn yn eu diogelu wedi'u hepgor yma.",
)
NO_ORDER_YOURS = Text("No order or licence is recorded for you today.", "Nid oes gorchymyn na thrwydded i chi heddiw.")
COURT_AND_DAY = Text("Made by {court} on {day}.", "Gwnaed gan {court} ar {day}.")
STARTS_ENDS = Text("It starts on {first}. Its last day: {last}.", "Mae'n dechrau ar {first}. Ei ddiwrnod olaf: {last}.")
FURTHER_ORDER = Text("none fixed: it goes on until a court ends it", "dim: mae'n parhau nes i lys ei derfynu")
NOT_FIXED = Text("not known here: ask", "ddim yn hysbys yma: gofynnwch")
CONDITION_HEAD = Text("What it says, word for word", "Yr hyn y mae'n ei ddweud, air am air")
IF_YOU_BREAK = Text("If you break it", "Os torrwch ef")
BREAKING_ORDER = Text(
    "To do what it forbids, or not to do what it asks, without a reasonable excuse, can be a crime, and you can be "
    "arrested. What the law says:",
    "Gall torri'r gorchymyn heb esgus rhesymol fod yn drosedd, a gellir eich arestio. Y gyfraith:",
)
BREAKING_LICENCE = Text(
    "You can be warned, have conditions added, or be recalled to prison.",
    "Gellir eich rhybuddio, ychwanegu amodau, neu eich galw'n ôl i'r carchar.",
)
OFFICER = Text("Your supervising officer: {who}", "Eich swyddog goruchwylio: {who}")
ITS_FIRST = Text("This one starts on {day}.", "Mae hwn yn dechrau ar {day}.")
ITS_LAST = Text("The last day of this one: {day}.", "Diwrnod olaf hwn: {day}.")
PASSPORT_BY = Text("Hand in your passports by {day}.", "Ildiwch eich pasbortau erbyn {day}.")

NO_NOTIFICATION = Text(
    "No duty to notify the police is recorded for you today. If you were told otherwise, ask.",
    "Nid oes dyletswydd i hysbysu'r heddlu wedi'i chofnodi i chi heddiw.",
)
NOTIFY_HOW = Text(
    "You tell the police yourself, in person and by word of mouth, at a police station on your police area's "
    "published list. Ask for a written receipt and keep it. The police may take your fingerprints and a photograph.",
    "Rydych yn dweud wrth yr heddlu eich hun, wyneb yn wyneb ac ar lafar, mewn gorsaf heddlu ar restr gyhoeddedig eich "
    "ardal heddlu. Gofynnwch am dderbynneb ysgrifenedig a chadwch hi. Caiff yr heddlu gymryd eich olion bysedd a llun.",
)
NOTIFY_WHAT = Text("What, and how soon", "Beth, a pha mor fuan")
HOW_SOON = Text("How soon", "Pa mor fuan")
YOUR_DATES = Text("Your next dates", "Eich dyddiadau nesaf")
BY_DAY = Text("By", "Erbyn")
NO_OWN_DATES = Text("No date is worked out for you at present.", "Nid oes dyddiad wedi'i gyfrifo i chi ar hyn o bryd.")
STILL_OPEN = Text("This day has passed: do it now.", "Mae'r diwrnod hwn wedi mynd heibio: gwnewch hynny nawr.")
NOTIFY_BREACH = Text(
    "Not to notify in time without a reasonable excuse, or to notify what you know to be false, is a crime: up to 5 "
    "years in prison (Sexual Offences Act 2003 s.91).",
    "Mae peidio â hysbysu mewn pryd heb esgus rhesymol, neu hysbysu'r hyn y gwyddoch ei fod yn anwir, yn drosedd: hyd "
    "at 5 mlynedd o garchar (Sexual Offences Act 2003 s.91).",
)
ASK = Text(
    "Ask before you act, not after. A solicitor can tell you how to ask the court to change or end an order.",
    "Gofynnwch cyn gweithredu, nid wedyn. Gall cyfreithiwr ddweud wrthych sut i ofyn i'r llys newid gorchymyn neu ddod "
    "ag ef i ben.",
)
NO_ONE_TO_ASK = Text(
    "Ask at the police station that you notify.", "Gofynnwch yn yr orsaf heddlu lle'r ydych yn hysbysu."
)
EXPLAINED = Text("This was explained to me and I have a copy", "Esboniwyd hyn i mi ac mae gen i gopi")
EXPLAINED_BY = Text("Explained by", "Esboniwyd gan")

NO_BREACHES = Text("No breach is recorded.", "Nid oes achos o dorri wedi'i gofnodi.")
BREACH_OF = Text("Breach of {what}", "Torri {what}")
CONSIDERED_ON = Text("Recall considered, not done: {what}", "Ystyriwyd adalw, heb ei wneud: {what}")
CONDITION = Text("Condition", "Amod")
CONDITION_UNKNOWN = Text("Not known which condition", "Ddim yn hysbys pa amod")
SERVICE_PROOF = Text("Proof of service: who served it, how, where the proof is", "Prawf o gyflwyno")
OFFENCE = Text("Offence", "Trosedd")
EARLIER = Text("Before this", "Cyn hyn")
NOT_RECORDED = Text("Not recorded", "Heb ei gofnodi")
ALL_TOLD = Text("In all: {count}", "Cyfanswm: {count}")
NO_EARLIER = Text("Nothing earlier is recorded.", "Nid oes dim cynharach wedi'i gofnodi.")
DAY_NOT_KNOWN = Text("day not known", "diwrnod ddim yn hysbys")
STATEMENT_OF = Text("Statement of", "Datganiad")
OCCUPATION = Text("Rank, number, occupation", "Rheng, rhif, galwedigaeth")
ABOUT_BREACH = Text("About breach number", "Ynghylch achos rhif")
STATEMENT_WORDS = Text("What I saw, heard and did", "Yr hyn a welais, a glywais ac a wnes")
TRUTH = Text(
    "This statement is true to the best of my knowledge and belief. I make it knowing that, if it is tendered in "
    "evidence, I shall be liable to prosecution if I have wilfully stated in it anything which I know to be false, or "
    "do not believe to be true.",
    "Mae'r datganiad hwn yn wir hyd eithaf fy ngwybodaeth a'm cred.",
)
WITNESSED_BY = Text("Signature witnessed by", "Tystiwyd y llofnod gan")
MAKER = Text("Maker of the statement", "Lluniwr y datganiad")

FULL_NAME = Text("Full name", "Enw llawn")
OTHER_NAMES = Text("Other names used", "Enwau eraill")
BORN_ON = Text("Date of birth", "Dyddiad geni")
HOME = Text("Home address", "Cyfeiriad cartref")
PASSPORT = Text("Passport or identity document carried, number and country", "Pasbort neu ddogfen adnabod")
REACHED_AT = Text("Telephone while away", "Ffôn tra i ffwrdd")
JOURNEY = Text("Journey {number}", "Taith {number}")
POINT_OF_DEPARTURE = Text("Where the United Kingdom is left", "Man gadael y Deyrnas Unedig")
ARRIVALS = Text("First point of arrival in each country, and day", "Man cyrraedd cyntaf ym mhob gwlad")
CARRIERS = Text("Carrier and number for every leg", "Cludwr ar gyfer pob cymal")
STAYS = Text("Where each night is spent: address, from, to", "Lle treulir pob noson")
RETURN_POINT = Text("Where the person comes back, and with whom", "Man dychwelyd")
COMPANIONS = Text("Travelling with; anybody under 18", "Teithio gyda; unrhyw un dan 18")
NOTICE_DATES = Text("Notice must be given", "Rhaid hysbysu")
BY_WHEN = Text("{what}: {day}", "{what}: {day}")
NO_NOTICE_DATES = Text(
    "No date is worked out: work it out from the rules above.", "Nid oes dyddiad wedi'i gyfrifo: gweler y rheolau."
)
RECEIVED_BY = Text("Received by: name, number", "Derbyniwyd gan")
STATION = Text("Police station", "Gorsaf heddlu")
RECEIVED_AT = Text("Day and time", "Diwrnod ac amser")
RECEIPT = Text("Written acknowledgement given", "Cydnabyddiaeth ysgrifenedig")
OFFICER_SIGNS = Text("Receiving officer", "Swyddog sy'n derbyn")
PERSON_SIGNS = Text("The person", "Y person")

NO_DEVICES = Text("No device or account is recorded.", "Nid oes dyfais na chyfrif wedi'i gofnodi.")
ALLOWED_BY = Text("Condition that allows it", "Yr amod sy'n ei ganiatáu")
LATE_DUE = Text("{day}, {late}", "{day}, {late}")
VISIT_ON = Text("Visit: day, time, by whom", "Ymweliad: diwrnod, amser, gan bwy")
PRESENT = Text("Who was there", "Pwy oedd yno")
SEEN = Text("Seen, handed over, how inspected", "Gwelwyd, sut yr archwiliwyd")
FOUND = Text("What was found", "Beth a ganfuwyd")
NEXT = Text("Next due", "Nesaf")
NEW_DEVICE = Text("Device or account not on this sheet, {number}", "Dyfais neu gyfrif nad yw ar y daflen, {number}")
LOOKED_FOR = Text("How devices not declared were looked for", "Sut y chwiliwyd am ddyfeisiau heb eu datgan")
EXTRACTED = Text("Data taken: exhibit, by whom, where it is kept", "Data a gymerwyd: arddangosyn, gan bwy, ble")
NOTHING_ALLOWS = Text(
    "Nothing in force on record allows an inspection. Do not inspect it without another power or his free consent.",
    "Nid oes dim mewn grym ar gofnod yn caniatáu archwiliad.",
)
EARLIER_INSPECTIONS = Text("Inspections before that", "Archwiliadau cyn hynny")
POWERS = Text("The conditions that allow it, word for word", "Yr amodau sy'n ei ganiatáu, air am air")
SIGNED_BY_OFFICER = Text("Inspecting officer", "Swyddog archwilio")
