"""Every word of the page of what is due, and of its alerts."""

from __future__ import annotations

from casework.text import Text

NARROW = Text("A name, a reference, a word", "Enw, cyfeirnod, gair")
LEVELS = Text("Level", "Lefel")
EVERY_LEVEL = Text("Every level", "Pob lefel")
LEVEL_CHOICES = {
    "3": Text("Level 3", "Lefel 3"),
    "23": Text("Levels 2 and 3", "Lefelau 2 a 3"),
    "2": Text("Level 2", "Lefel 2"),
    "1": Text("Level 1", "Lefel 1"),
    "none": Text("Level not known", "Lefel ddim yn hysbys"),
}
LEVEL = Text("Level {n}", "Lefel {n}")
ROSH_UNKNOWN = Text("RoSH not known", "RoSH ddim yn hysbys")
LEVEL_UNKNOWN = Text("Level not known", "Lefel ddim yn hysbys")
UNKNOWN_STAYS = Text(
    "Whoever has no level or category yet is shown whatever is chosen here.",
    "Dangosir pawb sydd heb lefel neu gategori eto, beth bynnag a ddewisir.",
)
CATEGORIES = Text("Category", "Categori")
EVERY_CATEGORY = Text("Every category", "Pob categori")
CATEGORY = Text("Category {n}", "Categori {n}")
GROUPS = Text("What is shown", "Beth a ddangosir")
EVERY_GROUP = Text("Everything", "Popeth")
REACH = Text("How far ahead", "Pa mor bell")
REACH_RAISED = Text("Four weeks and alerts", "Pedair wythnos a rhybuddion")
REACH_WEEK = Text("This week", "Yr wythnos hon")
REACH_QUARTER = Text("Three months", "Tri mis")
REACH_ALL = Text("Any time", "Unrhyw bryd")
BEYOND_RAISED = Text("further ahead, no alert yet", "ymhellach ymlaen, dim rhybudd eto")
BEYOND_WEEK = Text("after this week", "ar ôl yr wythnos hon")
BEYOND_QUARTER = Text("after three months", "ar ôl tri mis")
SHOW_ALL = Text("Show all", "Dangos y cyfan")
SHOW_MORE = Text("Show {n} more of {left}", "Dangos {n} arall o {left}")
NOTHING_IN_REACH = Text("Nothing is due in what is shown", "Does dim byd yn ddyledus")
WEEKS_AHEAD = Text("The five weeks ahead, a column a day; Enter shows one day alone")
DAY_HOLDS = Text("{day}: {n} due", "{day}: {n}")
AGES = Text("{age}: {n}", "{age}: {n}")
RECKONING = Text("Reckoning dates: {done} of {all} cases", "Yn cyfrifo dyddiadau: {done} o {all} achos")
AS_OF = Text("as of {day}, being reckoned anew", "fel ar {day}, yn cael ei gyfrifo eto")
NEXT_STEP = Text("Next: {what}", "Nesaf: {what}")
NOW = Text("Now: {what}", "Nawr: {what}")
DONE = Text("Done today", "Wedi’i wneud heddiw")
DONE_TIP = Text("Record it as done today (D)", "Cofnodi ei fod wedi’i wneud heddiw (D)")
DONE_TOLD = Text("Recorded as done today: {what}.", "Cofnodwyd heddiw: {what}.")
DONE_DETAIL = Text(
    "What came of it can be told on the case's own page.", "Gellir nodi’r canlyniad ar dudalen yr achos."
)
UNDO = Text("Undo", "Dadwneud")
SINCE = Text(
    "Since {day}: {n} dates came near or passed.", "Ers {day}: {n} dyddiad wedi dod yn agos neu wedi mynd heibio."
)
SINCE_ONE = Text(
    "Since {day}: one date came near or passed.", "Ers {day}: un dyddiad wedi dod yn agos neu wedi mynd heibio."
)
SINCE_DETAIL = Text(
    "That is the day on which you last looked. How early a date is raised is set under Settings.",
    "Dyna'r diwrnod yr edrychoch ddiwethaf. Gosodir pa mor gynnar y codir dyddiad o dan Gosodiadau.",
)
SINCE_SHOW = Text("Show these", "Dangos y rhain")
SINCE_SEEN = Text("I have seen them", "Rwyf wedi’u gweld")
OPEN_ORDER = Text("Open the order", "Agor y gorchymyn")
OPEN_LICENCE = Text("Open the licence", "Agor y drwydded")
OPEN_NOTIFICATION = Text("Open notification", "Agor hysbysu")
OPEN_RECALL = Text("Open the recall", "Agor yr adalw")
OPEN_ACTION = Text("Open the action", "Agor y cam")
OPEN_PLAN = Text("Open the plan", "Agor y cynllun")
OPEN_DEVICE = Text("Open the device", "Agor y ddyfais")
OPEN_DISCLOSURE = Text("Open the disclosure", "Agor y datgeliad")
OPEN_MEETING = Text("Open the meeting", "Agor y cyfarfod")
OPEN_REFERRAL = Text("Open the referral", "Agor yr atgyfeiriad")
OPEN_LEVEL = Text("Open the level", "Agor y lefel")
OPEN_REVIEW = Text("Open the review", "Agor yr adolygiad")
OPEN_CATEGORY = Text("Open the registration", "Agor y cofrestriad")

ALERTS = Text("Alerts before a date", "Rhybuddion cyn dyddiad")
ALERTS_HOW = Text(
    "How long before each kind of date it is raised under Due. They are kept in this vault, for everybody who opens "
    "it, and every change is logged. Write lengths of time parted by commas, or “never”; empty takes the "
    "recommended ones. What is late is always shown."
)
ALERTS_RECOMMENDED = Text("Recommended: {what}", "Argymhellir: {what}")
ALERTS_RECOMMENDED_NONE = Text("Recommended: never", "Argymhellir: byth")
ALERTS_GROUP = Text("{group} ({n})", "{group} ({n})")
COPIES_NOT_BACK = Text("Paper not back", "Papur heb ddod yn ôl")
COPIES_ALL = Text("All {n} copies that are not back", "Pob un o'r {n} copi heb ddod yn ôl")
COPY_OF = Text("Copy {number} of {of}, {what}, for {whom}", "Copi {number} o {of}, {what}, i {whom}")
COPY_GIVEN = Text("given out {day}", "rhoddwyd {day}")
COPY_LOST = Text("Lost", "Ar goll")
OPEN_COPY = Text("Open the copy", "Agor y copi")
ERASED = Text("Erased case", "Achos wedi'i ddileu")
