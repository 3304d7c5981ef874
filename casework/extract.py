"""What of a pack an edition may print: names of victims masked, kinds and records left out, single fields held back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from casework.answer import Absent
from casework.case import Case
from casework.changes import Earlier
from casework.dated import Due
from casework.edition import Edition
from casework.meetings.item import Point, without
from casework.pack import MeetingPack, printable
from casework.reckoning import LegalDate, Reckoning
from casework.record import Record
from casework.text import Text

_SHORTEST_NAME = 3
Masker = Callable[[str], str]
_NOTIFIED = {"notification": "notification", "order_notice": "notification", "terrorism": "notification"}
_NOTIFIED |= {"review": "notification", "travel": "event"}


def extract(pack: MeetingPack, edition: Edition) -> MeetingPack:
    """The pack as an edition prints it; whatever sets pages is given this and nothing else."""
    stands = edition.victims_as.in_(pack.language)
    shown = replace(pack, case=annexed(pack.case, annex=edition.annex), earlier=_earlier(pack, edition))
    if edition.masks:
        shown = _without_names(shown, stands)
    shown = printable(shown, edition)
    if edition.limits:
        shown = _held(shown, edition)
    return shown


def annexed(case: Case, *, annex: bool) -> Case:
    """The case with the lines of the restricted annex alone, or without any of them."""
    return case.replaced(one for one in case.records if one.kind != "minute" or (one["annex"] is True) == annex)


def _everything(_: str) -> bool:
    return True


def _earlier(pack: MeetingPack, edition: Edition) -> Earlier | None:
    """The version agreed before, as the edition prints it; victims who are known only now are masked in it too."""
    if pack.earlier is None:
        return None
    was = pack.earlier.case
    later = [one for one in pack.case.of("victim") if was.get(one.id) is None]
    both = was.replaced((*was.records, *later))
    alone = replace(pack, case=both, plan=both.one("plan"), meeting=None, earlier=None, dates=(), findings=(), due=())
    shown = extract(alone, edition).case
    new = {one.id for one in later}
    return replace(pack.earlier, case=shown.replaced(one for one in shown.records if one.id not in new))


def _held(pack: MeetingPack, edition: Edition) -> MeetingPack:
    """Nothing but the fields that the edition holds, and the dates of the law about these records.

    Where it names what it keeps, nothing that was reckoned from the whole stays with it: no sum, finding or reason.
    """
    records = tuple(_part_of(one, edition) for one in pack.case.records)
    kept: dict[str, Record] = {one.id: one for one in records}
    shown = replace(
        pack,
        case=pack.case.replaced(records),
        plan=kept.get(pack.plan.id, Record(pack.plan.id, "plan")),
        meeting=kept.get(pack.meeting.id) if pack.meeting else None,
        findings=tuple(one for one in pack.findings if one.about in kept and _holds(kept[one.about], one.key, edition)),
        agenda=without(pack.agenda, _everything),  # what is open is told in words of the whole case
        confirmed={},
    )
    if not edition.keeps:
        return shown
    dates = tuple(_bare(one) for one in pack.dates if one.about in kept and edition.holds(_told_by(one, kept)))
    shown = replace(shown, dates=dates, findings=(), reason="")
    return replace(shown, due=_due(pack, shown))


def _holds(record: Record, key: str, edition: Edition) -> bool:
    return not key or edition.holds(record.kind, key)


def _part_of(record: Record, edition: Edition) -> Record:
    return replace(record, answers={key: one for key, one in record.answers.items() if edition.holds(record.kind, key)})


def _told_by(one: LegalDate, kept: Mapping[str, Record]) -> str:
    """The kind of record that a date of the law is told with: what must be notified has a kind of its own."""
    return _NOTIFIED.get(one.code.partition(".")[0], kept[one.about].kind)


def _bare(one: LegalDate) -> LegalDate:
    return replace(one, why="", override_reason="", override_by="")


def _due(pack: MeetingPack, shown: MeetingPack) -> tuple[Due, ...]:
    """What is due in the whole case, told anew from what is shown: nothing is due because something is left out."""
    from casework.due import due  # noqa: PLC0415 - only an edition that names what it keeps has to reckon anew

    told = Reckoning(shown.today, shown.dates, shown.findings)
    stood = {(one.about, one.code, one.on) for one in pack.due}
    found = due(shown.case, shown.today, reckoning=told, settings=shown.settings) if stood else ()
    return tuple(one for one in found if (one.about, one.code, one.on) in stood)


def _without_names(pack: MeetingPack, stands: str) -> MeetingPack:
    """The pack with no victim's name in the words of the case, or in what was reckoned from it."""
    told = _masker(pack.case, stands)
    dates = (replace(one, why=told(one.why), override_reason=told(one.override_reason)) for one in pack.dates)
    dated = (replace(one, what=_text(one.what, told), why=told(one.why)) for one in pack.due)
    return replace(
        pack,
        case=masked(pack.case, stands),
        dates=tuple(dates),
        due=tuple(dated),
        findings=tuple(replace(one, message=told(one.message)) for one in pack.findings),
        agenda=tuple(replace(one, points=tuple(_said(point, told) for point in one.points)) for one in pack.agenda),
        reason=told(pack.reason),
    )


def _said(point: Point, told: Masker) -> Point:
    return replace(point, says=_text(point.says, told))


def _text(words: Text, told: Masker) -> Text:
    return Text(told(words.en), told(words.cy))


def masked(case: Case, stands: str = "") -> Case:
    """The case with every victim's name, where it stands in words of another record, replaced by the reference.

    With words that ``stand`` in its place, so are the references and the surnames alone: nothing tells victims apart.
    """
    told = _masker(case, stands)
    return case.replaced(
        one
        if one.shape.closed or (stands and one.kind == "person")
        else replace(
            one, answers={key: told(said) if isinstance(said, str) else said for key, said in one.answers.items()}
        )
        for one in case.records
    )


def _masker(case: Case, stands: str) -> Masker:
    wanted = sorted(_names(case, stands), key=lambda found: -len(found[0]))
    patterns = [
        (
            re.compile(rf"(?<!\w){re.escape(name)}(?!\w)".replace(r"\ ", r"\s+"), re.IGNORECASE),
            said.replace("\\", r"\\"),
        )
        for name, said in wanted
    ]

    def told(words: str) -> str:
        for pattern, template in patterns:
            words = pattern.sub(template, words)
        return words

    return told


def _names(case: Case, stands: str) -> Iterator[tuple[str, str]]:
    """What names a victim, and what stands in its place."""
    own = {word.casefold() for key in ("surname", "forenames") for word in case.one("person").words(key).split()}
    for one in case.of("victim"):
        name, reference = " ".join(one.words("name").split()), " ".join(one.words("reference").split())
        if len(name) >= _SHORTEST_NAME:
            yield name, stands or reference or Absent.UNKNOWN.label.en
        surname = name.rpartition(" ")[2]
        if stands and len(surname) > _SHORTEST_NAME and surname.casefold() not in own:
            yield surname, stands
        if stands and len(reference) >= _SHORTEST_NAME:
            yield reference, stands
