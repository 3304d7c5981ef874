"""The words of controls, in both languages."""

from __future__ import annotations

from datetime import date

from casework.text import Text

NEEDED = Text("needed", "angen")
NOT_KNOWN = Text("Not known", "Ddim yn hysbys")
NONE = Text("None", "Dim")
CLEAR = Text("Clear", "Clirio")
ANSWER_INSTEAD = Text("Answer instead", "Ateb yn lle hynny")
YES = Text("Yes", "Ie")
NO = Text("No", "Na")
CHOOSE = Text("Choose, or type to find", "Dewiswch, neu teipiwch i ganfod")
NOT_OFFERED = Text("“{typed}” is not in the list: choose one of the list or clear it.", "Nid yw “{typed}” yn y rhestr.")
NOTHING_TO_LINK = Text(
    "There is nothing to choose from yet: add the record first.",
    "Does dim i’w ddewis eto: ychwanegwch y cofnod gyntaf.",
)
NOTHING_YET = Text("Nothing to choose from yet", "Dim i’w ddewis eto")
GONE = Text("A record that was removed", "Cofnod a dynnwyd")
WHOLE_NUMBER = Text(
    "“{typed}” is not a whole number: write figures only.",
    "Nid yw “{typed}” yn rhif cyfan: ysgrifennwch ffigurau yn unig.",
)
NOT_A_TIME = Text(
    "“{typed}” is not a time of day: write it as 14:30.", "Nid yw “{typed}” yn amser: ysgrifennwch ef fel 14:30."
)
TIME_MISSING = Text("Add the time of day, as 14:30.", "Ychwanegwch yr amser, fel 14:30.")
DATE_MISSING = Text("Add the date, as 4 Jul 2026.", "Ychwanegwch y dyddiad, fel 4 Gor 2026.")
TIME = Text("time", "amser")
DATE_SHAPE = Text("as 4 7 26, 4 jul, friday, in 2 weeks", "fel 4 7 26 neu 4 jul 2026")
MOMENT_SHAPE = Text("as 4 7 26, and 14:30", "fel 4 7 26, a 14:30")
SPAN_SHAPE = Text("as 5 years, or 18m", "fel 5 years, neu 18m")
LINES = Text("{n} of about {about} printed lines", "{n} o tua {about} llinell argraffedig")
LINES_OVER = Text("{n} printed lines, about {about} expected", "{n} llinell argraffedig, disgwylir tua {about}")
ERROR = Text("Error: {what}", "Gwall: {what}")
CHECK = Text("Check: {what}", "Gwiriwch: {what}")
FROM_ON = Text("{what}, from {start} with no end set", "{what}, o {start} heb ddiwedd penodol")
FROM_TO = Text("{what}, {start} to {end}", "{what}, {start} i {end}")
TIMELINE = Text("Timeline", "Llinell amser")
SAVED = Text("Saved {time}", "Cadwyd {time}")
SAVING = Text("Saving…", "Yn cadw…")
NOT_SAVED = Text("Not saved: {why}", "Heb ei gadw: {why}")
RESTORED = Text("Restored what was typed at {time}.", "Adferwyd yr hyn a deipiwyd am {time}.")
TAKE_EARLIER = Text("Take the earlier answer instead", "Cymryd yr ateb blaenorol yn lle hynny")
OVERTAKEN = Text(
    "What you typed here at {time} waits: the answer was changed after it.",
    "Mae’r hyn a deipioch yma am {time} yn aros: newidiwyd yr ateb wedyn.",
)
PUT_IN = Text("Put in what I typed", "Rhoi’r hyn a deipiais i mewn")
NOTHING_STOOD = Text("Back at the beginning, when nothing stood here.", "Yn ôl i’r dechrau, pan nad oedd dim yma.")
NOTHING_EARLIER = Text("Nothing earlier stood here.", "Doedd dim byd cynharach yma.")
LATEST_AGAIN = Text("Back at the latest words.", "Yn ôl at y geiriau diweddaraf.")
WENT_BACK = Text("Back at what stood here at {time}.", "Yn ôl at yr hyn a oedd yma am {time}.")
OK = Text("OK", "Iawn")
CANCEL = Text("Cancel", "Canslo")
SAVE = Text("Save", "Cadw")
OPEN = Text("Open", "Agor")
CHANGE = Text("Change", "Newid")
REMOVE = Text("Remove", "Tynnu")
WHY = Text("Why", "Pam")
RULE = Text("Rule", "Rheol")
LAW = Text("Law", "Y gyfraith")
SUM = Text("Worked out", "Sut y’i cyfrifwyd")
LAW_ROW = Text("Entry of the law used", "Cofnod y gyfraith a ddefnyddiwyd")
CHECKED_ON = Text("Checked on", "Gwiriwyd ar")
NEXT_STEP = Text("Next step", "Cam nesaf")
WITH_REASON = Text("opened with a reason", "agorir gyda rheswm")
SHOWN = Text("opened", "ar agor")
HIDDEN = Text("closed", "ar gau")
SEARCH = Text("Search", "Chwilio")
EMPTY_SEARCH = Text("Clear the search", "Clirio’r chwiliad")
TODAY = Text("today", "heddiw")
TOMORROW = Text("tomorrow", "yfory")
YESTERDAY = Text("yesterday", "ddoe")
ROSH = Text("RoSH", "Risg o niwed difrifol")
SHOW_WORDS = Text("Show", "Dangos")
HIDE_WORDS = Text("Hide", "Cuddio")
READY_OF = Text("{ready} of {all} ready", "{ready} o {all} yn barod")
STOP = Text("Cancel", "Canslo")
GO_ON = Text("Show all", "Dangos y cyfan")
NAVIGATION = Text("Navigation", "Llywio")
NARROW = Text("Narrow", "Culhau")
WIDEN = Text("Widen", "Lledu")

_DAYS_AGO = Text("{n} days ago", "{n} diwrnod yn ôl")
_IN_DAYS = Text("in {n} days", "ymhen {n} diwrnod")
_MONTHS_AGO = Text("{n} months ago", "{n} mis yn ôl")
_IN_MONTHS = Text("in {n} months", "ymhen {n} mis")
_YEARS_AGO = Text("{n} years ago", "{n} blynedd yn ôl")
_IN_YEARS = Text("in {n} years", "ymhen {n} blynedd")


def how_far(day: date, today: date) -> Text:
    """How far a date that nobody waits for is from today: "in 12 days", "3 months ago", "47 years ago"."""
    days = (day - today).days
    near = {0: TODAY, 1: TOMORROW, -1: YESTERDAY}.get(days)
    if near:
        return near
    first, last = sorted((day, today))
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    past = days < 0
    if abs(days) < 100:
        return (_DAYS_AGO if past else _IN_DAYS).filled(n=abs(days))
    if months < 24:
        return (_MONTHS_AGO if past else _IN_MONTHS).filled(n=months)
    return (_YEARS_AGO if past else _IN_YEARS).filled(n=months // 12)
