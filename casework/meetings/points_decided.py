"""What the case has open for the decisions of a meeting: category and level, disclosure, media, the next date."""

from __future__ import annotations

from datetime import date

from casework.dates import spoken
from casework.meetings.figures import CHECK_POLICY, interval
from casework.meetings.item import Point
from casework.meetings.points import Open, Points, brief, day_words, found
from casework.meetings.sitting import meeting_day
from casework.record import Record, has_value
from casework.text import Language, Text


def standing(_: Record, ground: Open) -> Points:
    """Category and level as they stand, why, and what the rules find wrong with them."""
    for kind, because in (("category", "basis"), ("level", "criterion")):
        now = ground.case.current(kind, ground.today)
        if now is None:
            yield Point(_NONE_STANDS[kind], kind=kind, strong=True)
            continue
        shown = now.shape.get(kind)
        told = shown.told(now[kind]) if shown else ""
        words = f"{told}: {brief(now.words(because))}" if now.words(because) else told
        yield Point(Text(words, words), now.id, because)
    yield from found(ground, "V1", "V2", "V3", "V4")


def disclosure(_: Record, ground: Open) -> Points:
    """Disclosures that are to be done or were put off, and those to be looked at again."""
    for one in ground.case.of("disclosure"):
        words = brief(one.words("recipient"))
        again = one["review_on"]
        if one["decision"] == "deferred":
            yield Point(_DEFERRED.filled(who=words), one.id, "decision")
        elif one["decision"] in ("disclose", "self") and not has_value(one["done_on"]):
            yield Point(_UNDONE.filled(who=words, day=day_words(one, "due_on")), one.id, "done_on")
        elif isinstance(again, date) and again <= ground.today:
            yield Point(_AGAIN.filled(who=words, day=spoken(again)), one.id, "review_on")
    yield from found(ground, "V13")


def media(_: Record, ground: Open) -> Points:
    """What the last referral says of the media."""
    said = [one for one in ground.case.of("referral") if one.words("media")]
    if said:
        words = brief(said[-1].words("media"))
        yield Point(Text(words, words), said[-1].id, "media")


def level(_: Record, ground: Open) -> Points:
    """What stands in the way of a decision on the level."""
    now = ground.case.current("level", ground.today)
    if now and isinstance(again := now["review_on"], date):
        yield Point(_LEVEL_AGAIN.filled(day=spoken(again)), now.id, "review_on")
    category = ground.case.current("category", ground.today)
    if category and category["category"] == "3":
        yield Point(_CATEGORY_3, category.id, "category")
    yield from found(ground, "V5", "V6")


def next_meeting(meeting: Record, ground: Open) -> Points:
    """By when the next meeting should be, as the area sets it."""
    on, usual = meeting_day(meeting), interval(meeting.words("level"), ground.settings)
    if on and usual:
        days = {"usual": usual.usual_by(on), "latest": usual.latest(on)}
        en = _NEXT.filled(**{key: spoken(day) for key, day in days.items()}).en
        cy = _NEXT.filled(**{key: spoken(day, Language.CY) for key, day in days.items()}).cy
        yield Point(Text(f"{en} {CHECK_POLICY.en}", f"{cy} {CHECK_POLICY.cy}"), meeting.id, "next_on")


_DEFERRED = Text("Put off: {who}.", "Gohiriwyd: {who}.")
_UNDONE = Text("Decided and not done: {who}, by {day}.", "Penderfynwyd, heb ei wneud: {who}, erbyn {day}.")
_AGAIN = Text("To be looked at again since {day}: {who}.", "I'w ystyried eto ers {day}: {who}.")
_LEVEL_AGAIN = Text("Level to be reviewed by {day}.", "Adolygu'r lefel erbyn {day}.")
_CATEGORY_3 = Text(
    "Category 3: managed at Level 2 or 3 or not at all. Going below Level 2 is leaving MAPPA.",
    "Categori 3: Lefel 2 neu 3, neu ddim o gwbl. Mynd o dan Lefel 2 yw gadael MAPPA.",
)
_NEXT = Text(
    "Next meeting usually by {usual}, at the latest by {latest}.",
    "Y cyfarfod nesaf fel arfer erbyn {usual}, fan bellaf erbyn {latest}.",
)
_NONE_STANDS = {
    "category": Text("No category stands.", "Nid oes categori'n sefyll."),
    "level": Text("No level stands.", "Nid oes lefel yn sefyll."),
}
