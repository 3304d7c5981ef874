"""What keeps a meeting from being closed (V12, V13, V2), and what the chair should look at before it is (V14)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from casework.case import Case
from casework.dates import spoken
from casework.field import choice_lists
from casework.meetings.corrections import before_it
from casework.meetings.figures import CHECK_POLICY, interval
from casework.meetings.people import HERE, agency_name
from casework.meetings.quorum import asked, short_of
from casework.meetings.restricted import leaks
from casework.meetings.sitting import meeting_day
from casework.plan_rules.table import label, named, short
from casework.record import Record, has_value, title
from casework.text import Text

LOWEST_OF_3 = "2"
_DISCLOSED = ("recipient", "content", "reason", "by_whom", "due_on", "undertaking")


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something that is missing or wrong: the rule, the item of the agenda under which it is mended, the record and
    field. A ``soft`` one is only told.
    """

    rule: str
    item: str
    says: Text
    about: str = ""
    key: str = ""
    soft: bool = False


Found = Iterator[Lacking]


def lacking(case: Case, meeting: Record, settings: Mapping[str, str]) -> tuple[Lacking, ...]:
    """Everything, in the order of the agenda, what keeps it from being closed before what does not."""
    every = [
        *_people(case, meeting, settings), *_statement(meeting), *_corrections(case, meeting), *_rosh(case, meeting),
        *_disclosure(case, meeting), *_lines(case, meeting), *_actions(case, meeting), *_level(case, meeting),
        *_next(meeting, settings), *_restricted(case, meeting), *_uncovered(meeting),
    ]  # fmt: skip
    order = [one.code for one in choice_lists()["agenda_items"]]
    return tuple(sorted(every, key=lambda one: (one.soft, order.index(one.item))))


def blocking(found: tuple[Lacking, ...]) -> tuple[Lacking, ...]:
    """Those that keep it from being closed."""
    return tuple(one for one in found if not one.soft)


def _people(case: Case, meeting: Record, settings: Mapping[str, str]) -> Found:
    invited = case.children(meeting, "invitee")
    ticked = all(has_value(one["attended"]) for one in invited)
    if not any(one["attended"] in HERE for one in invited):
        yield Lacking("V12", "welcome", _NOBODY, meeting.id, "attended")
    elif ticked and not has_value(meeting["quorum_reason"]) and (lacks := short_of(case, meeting, settings)):
        yield Lacking("V12", "welcome", asked(lacks), meeting.id, "quorum_reason")
    for one in invited:
        if not has_value(one["attended"]):
            yield Lacking("V12", "welcome", _NOT_TICKED.filled(who=short(title(one))), one.id, "attended")
        elif one["attended"] in HERE and not has_value(one["name"]) and one["as"] != "lay_adviser":
            who = agency_name(one.words("agency"))
            yield Lacking("V12", "welcome", _UNNAMED.filled(who=who), one.id, "name")


def _statement(meeting: Record) -> Found:
    if not has_value(meeting["statement_shown_at"]):
        yield Lacking("V12", "confidentiality", _NOT_SHOWN, meeting.id, "statement_shown_at")


def _corrections(case: Case, meeting: Record) -> Found:
    for one in before_it(case, meeting):
        if not one.decided:
            says = _CORRECTION.filled(what=short(one.record.words("words")))
            yield Lacking("V12", "previous", says, one.record.id, "outcome", soft=True)


def _rosh(case: Case, meeting: Record) -> Found:
    yield from _asked(meeting, "risk", ("rosh", _NO_ROSH), ("rosh_reason", _NO_ROSH_REASON))
    on = meeting_day(meeting)
    stands = case.current("rosh", on) if on else None
    shown = meeting.shape.get("rosh")
    if stands and shown and has_value(meeting["rosh"]) and meeting["rosh"] != stands["overall"]:
        holes = {"agreed": shown.told(meeting["rosh"]), "assessed": shown.told(stands["overall"])}
        yield Lacking("V7", "risk", _ROSH_DIFFERS.filled(**holes), meeting.id, "rosh", soft=True)


def _disclosure(case: Case, meeting: Record) -> Found:
    reasons = (("disclosure_decision", _NO_DISCLOSURE), ("disclosure_reason", _NO_DISCLOSURE_REASON))
    yield from _asked(meeting, "disclosure", *reasons)
    if meeting["disclosure_decision"] != "yes":
        return
    made = [one for one in case.of("disclosure") if meeting.id in one.links("meeting")]
    if not made:
        yield Lacking("V13", "disclosure", _NO_RECIPIENT, meeting.id, "disclosure_decision")
    for one in made:
        for key in _DISCLOSED if one["decision"] == "disclose" else ():
            if not has_value(one[key]):
                holes = {"who": named(one), "field": label(one, key)}
                yield Lacking("V13", "disclosure", _INCOMPLETE.filled(**holes), one.id, key)


def _lines(case: Case, meeting: Record) -> Found:
    for one in case.children(meeting, "minute"):
        item = one.words("item") or "welcome"
        if one["kind"] == "decision" and not has_value(one["reason"]):
            yield Lacking("V12", item, _NO_REASON.filled(what=short(one.words("words"))), one.id, "reason")
        if one["kind"] in ("information", "dissent") and not has_value(one["agency"]):
            yield Lacking("V12", item, _NO_AGENCY.filled(what=short(one.words("words"))), one.id, "agency")


def _actions(case: Case, meeting: Record) -> Found:
    for one in set_at(case, meeting):
        for key, says in _ACTION.items():
            if not has_value(one[key]):
                yield Lacking("V9", "actions", says.filled(what=short(one.words("what"))), one.id, key)


def set_at(case: Case, meeting: Record) -> tuple[Record, ...]:
    """The actions that a meeting set, in the order in which it set them."""
    return tuple(one for one in case.of("action") if meeting.id in one.links("meeting"))


def _level(case: Case, meeting: Record) -> Found:
    yield from _asked(meeting, "level", ("level_decision", _NO_LEVEL), ("level_reason", _NO_LEVEL_REASON))
    on = meeting_day(meeting)
    category = case.current("category", on) if on else None
    if category and category["category"] == "3" and meeting["level_decision"] == "1":
        yield Lacking("V2", "level", _CATEGORY_3, meeting.id, "level_decision")
    yield from _asked(meeting, "level", ("critical", _NO_CRITICAL), ("register_updated", _NO_REGISTER))


def _next(meeting: Record, settings: Mapping[str, str]) -> Found:
    decided = meeting.words("level_decision")
    if decided in ("1", "exit"):
        keys = (("exit_as", _NO_EXIT),) if decided == "exit" else ()
        yield from _asked(meeting, "next", *keys, ("exit_reason", _NO_EXIT_REASON))
        return
    day, on = meeting["next_on"], meeting_day(meeting)
    if not isinstance(day, date):
        yield Lacking("V12", "next", _NO_NEXT, meeting.id, "next_on")
    elif on and day <= on:
        yield Lacking("V12", "next", _NEXT_PAST.filled(day=spoken(on)), meeting.id, "next_on")
    elif on and (usual := interval(decided or meeting.words("level"), settings)) and day > usual.usual_by(on):
        latest = day > usual.latest(on)
        weeks = usual.over if latest else usual.warn
        says = (_TOO_LATE if latest else _LATE).filled(day=spoken(day), weeks=weeks)
        told = Text(f"{says.en} {CHECK_POLICY.en}", f"{says.cy} {CHECK_POLICY.cy}")
        yield Lacking("V14", "next", told, meeting.id, "next_on", soft=True)


def _restricted(case: Case, meeting: Record) -> Found:
    for one in leaks(case, meeting):
        found = case.get(one.about)
        item = found.words("item") if found and found.kind == "minute" else _ITEMS.get(one.key, "actions")
        yield Lacking("V27", item or "actions", one.says, one.about, one.key)


def _uncovered(meeting: Record) -> Found:
    covered = meeting.links("covered")
    for one in choice_lists()["agenda_items"]:
        if one.code not in covered:
            yield Lacking("V12", one.code, _UNCOVERED.filled(item=one.label.en), meeting.id, "covered", soft=True)


def _asked(meeting: Record, item: str, *keys: tuple[str, Text]) -> Found:
    for key, says in keys:
        answer = meeting[key]
        if not has_value(answer) or (isinstance(answer, str) and not answer.strip()):
            yield Lacking("V12", item, says, meeting.id, key)


_ITEMS = {
    "rosh_reason": "risk", "disclosure_reason": "disclosure", "level_reason": "level", "register_updated": "level",
    "exit_reason": "next", "what": "actions",
}  # fmt: skip
_NOBODY = Text("Nobody is ticked as present.", "Nid oes neb wedi'i nodi'n bresennol.")
_NOT_TICKED = Text("Attendance not ticked: {who}.", "Presenoldeb heb ei nodi: {who}.")
_UNNAMED = Text(
    "Present without a name: {who}. Write /p, the name and # with the agency.", "Yn bresennol heb enw: {who}."
)
_NOT_SHOWN = Text(
    "The confidentiality and diversity statement has not been shown.",
    "Ni ddangoswyd y datganiad cyfrinachedd ac amrywiaeth.",
)
_CORRECTION = Text(
    "A correction of earlier minutes is not decided: “{what}”.",
    "Ni phenderfynwyd ar gywiriad i gofnodion cynharach: “{what}”.",
)
_NO_ROSH = Text("No risk of serious harm is agreed.", "Ni chytunwyd ar risg o niwed difrifol.")
_NO_ROSH_REASON = Text("The risk agreed has no reason.", "Nid oes rheswm dros y risg y cytunwyd arni.")
_ROSH_DIFFERS = Text(
    "Agreed {agreed}; the assessment that stands says {assessed}: whoever assesses enters the new one.",
    "Cytunwyd {agreed}; mae'r asesiad sy'n sefyll yn dweud {assessed}.",
)
_NO_DISCLOSURE = Text("Disclosure has not been decided: yes or no.", "Ni phenderfynwyd ar ddatgelu: ie neu na.")
_NO_DISCLOSURE_REASON = Text("The disclosure decision has no reason.", "Nid oes rheswm dros y penderfyniad datgelu.")
_NO_RECIPIENT = Text(
    "Disclosure is agreed and no recipient is entered.", "Cytunwyd datgelu ac nid oes derbynnydd wedi'i nodi."
)
_INCOMPLETE = Text("The disclosure to “{who}” lacks {field}.", "Nid yw'r datgeliad i “{who}” yn gyflawn: {field}.")
_NO_REASON = Text("The decision “{what}” has no reason.", "Nid oes rheswm dros y penderfyniad “{what}”.")
_NO_AGENCY = Text("No agency stands behind “{what}”.", "Nid oes asiantaeth y tu ôl i “{what}”.")
_ACTION = {
    "owner": Text("The action “{what}” has no owner.", "Nid oes perchennog i'r cam “{what}”."),
    "agency": Text("The action “{what}” has no agency.", "Nid oes asiantaeth i'r cam “{what}”."),
    "due_on": Text("The action “{what}” has no date.", "Nid oes dyddiad i'r cam “{what}”."),
}
_NO_LEVEL = Text("No level is decided.", "Ni phenderfynwyd ar lefel.")
_NO_LEVEL_REASON = Text("The level decision has no reason.", "Nid oes rheswm dros y lefel.")
_CATEGORY_3 = Text(
    "A Category 3 case is managed at Level 2 or 3 or not at all: decide on Level 2 or 3, or that it leaves MAPPA.",
    "Rheolir achos Categori 3 ar Lefel 2 neu 3 neu ddim o gwbl: penderfynwch ar Lefel 2 neu 3, neu ei fod yn gadael.",
)
_NO_CRITICAL = Text(
    "Whether this is a critical public protection case has not been considered.", "Nid ystyriwyd a yw'n achos critigol."
)
_NO_REGISTER = Text(
    "Nobody is named who updates the national register.", "Nid enwyd neb i ddiweddaru'r gofrestr genedlaethol."
)
_NO_EXIT = Text("Why the case leaves MAPPA is not chosen.", "Ni ddewiswyd pam y mae'r achos yn gadael MAPPA.")
_NO_EXIT_REASON = Text("Say why there is no next meeting.", "Dywedwch pam nad oes cyfarfod nesaf.")
_NO_NEXT = Text("The next meeting has no date.", "Nid oes dyddiad i'r cyfarfod nesaf.")
_NEXT_PAST = Text(
    "The next meeting must come after this one of {day}.", "Rhaid i'r cyfarfod nesaf ddod ar ôl hwn, {day}."
)
_LATE = Text(
    "The next meeting on {day} comes later than the usual {weeks} weeks.",
    "Mae'r cyfarfod nesaf ar {day} yn hwyrach na'r {weeks} wythnos arferol.",
)
_TOO_LATE = Text(
    "The next meeting on {day} comes later than the {weeks} weeks that are the most.",
    "Mae'r cyfarfod nesaf ar {day} yn hwyrach na'r uchafswm o {weeks} wythnos.",
)
_UNCOVERED = Text("Not covered yet: {item}.", "Heb ei drafod eto: {item}.")
