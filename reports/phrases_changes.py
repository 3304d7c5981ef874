"""The fixed words of the page that says what changed, in both languages."""

from __future__ import annotations

from casework.text import Text

SINCE = Text("Since version {number}, agreed {day}", "Ers fersiwn {number}, cytunwyd {day}")
NO_EARLIER = Text(
    "No version was agreed before this one, so there is nothing to compare it with.",
    "Ni chytunwyd ar fersiwn cyn hon, felly nid oes dim i'w gymharu.",
)
RISK = Text("Risk and level", "Risg a lefel")
ORDERS = Text(
    "Where the person is, orders, licence and their dates", "Ble mae'r person, gorchmynion, trwydded a dyddiadau"
)
PLAN = Text("The plan", "Y cynllun")
ACTIONS = Text("Actions since then", "Camau ers hynny")
SAME = Text("Nothing changed.", "Dim newid.")
NO_ACTIONS = Text("No action was open or set since then.", "Nid oedd cam yn agored nac wedi'i osod ers hynny.")
MORE = Text(
    "And {count} more; all of them stand under {number} on the pages that follow.",
    "A {count} arall; mae pob un o dan {number} ar y tudalennau sy'n dilyn.",
)
IN_FULL = Text("Part {letter} in full: every change", "Rhan {letter} yn llawn: pob newid")
NEW = Text("New", "Newydd")
CHANGED = Text("Changed", "Newidiwyd")
DROPPED = Text("Dropped", "Gollyngwyd")
WAS = Text("was", "oedd")
NOW = Text("now", "nawr")
ALSO_NEW = Text("new:", "newydd:")
GONE = Text("gone:", "wedi mynd:")
DONE = Text("Done", "Gwnaed")
NOT_DONE = Text("Not done", "Heb ei wneud")
STILL_OPEN = Text("Open", "Agored")
