"""What of a pack an edition may print: names of victims masked, whole kinds left out, single fields let through."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from casework.answer import Absent, Answer
from casework.case import Case
from casework.changes import Earlier
from casework.document import Edition
from casework.meetings.agenda import without
from casework.pack import MeetingPack, printable
from casework.record import Record

_SHORTEST_NAME = 3


def extract(pack: MeetingPack, edition: Edition) -> MeetingPack:
    """The pack as an edition prints it; whatever sets pages is given this and nothing else."""
    stands = edition.victims_as.in_(pack.language)
    shown = replace(pack, case=annexed(pack.case, annex=edition.annex))
    if edition.masks_victims or stands:  # what is open is told in words of the case, so that nothing of it stays
        shown = replace(shown, case=masked(shown.case, stands), agenda=without(pack.agenda, _everything))
    shown = printable(replace(shown, earlier=_earlier(pack, edition)), edition.leaves_out, edition.reaches)
    return _only(shown, edition.keeps) if edition.keeps else shown


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


def _only(pack: MeetingPack, keeps: Mapping[str, tuple[str, ...]]) -> MeetingPack:
    """Nothing but the fields named of the kinds named, and the dates of the law about these records."""
    kept = tuple(
        replace(one, answers={key: one[key] for key in keeps[one.kind] if key in one.answers})
        for one in pack.case.records
        if one.kind in keeps
    )
    ids = {one.id for one in kept}
    meeting = next((one for one in kept if pack.meeting and one.id == pack.meeting.id), None)
    return replace(
        pack,
        case=pack.case.replaced(kept),
        plan=Record(pack.plan.id, "plan"),
        meeting=meeting,
        agenda=without(pack.agenda, _everything),
        dates=tuple(one for one in pack.dates if one.about in ids),
        findings=(),
        due=(),
        reason="",
    )


def masked(case: Case, stands: str = "") -> Case:
    """The case with every victim's name, where it stands in words of another record, replaced by the reference.

    With words that ``stand`` in its place, so are the references and the surnames alone: nothing tells victims apart.
    """
    wanted = sorted(_names(case, stands), key=lambda found: -len(found[0]))
    patterns = [
        (re.compile(rf"(?<!\w){re.escape(name)}(?!\w)".replace(r"\ ", r"\s+"), re.IGNORECASE), said)
        for name, said in wanted
    ]

    def told(answer: Answer) -> Answer:
        if isinstance(answer, str):
            for pattern, said in patterns:
                answer = pattern.sub(lambda _, said=said: said, answer)  # type: ignore[misc]
        return answer

    return case.replaced(
        one
        if one.shape.closed or (stands and one.kind == "person")
        else replace(one, answers={key: told(answer) for key, answer in one.answers.items()})
        for one in case.records
    )


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
