"""What of a pack an edition may print: names of victims masked, whole kinds left out, single fields let through."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from casework.answer import Absent, Answer
from casework.case import Case
from casework.document import Edition
from casework.pack import MeetingPack, printable
from casework.record import Record

_SHORTEST_NAME = 3


def extract(pack: MeetingPack, edition: Edition) -> MeetingPack:
    """The pack as an edition prints it; whatever sets pages is given this and nothing else."""
    shown = replace(pack, case=masked(pack.case)) if edition.masks_victims else pack
    shown = printable(shown, edition.leaves_out, edition.reaches)
    return _only(shown, edition.keeps) if edition.keeps else shown


def _only(pack: MeetingPack, keeps: Mapping[str, tuple[str, ...]]) -> MeetingPack:
    """Nothing but the fields named of the kinds named, and the dates of the law about these records."""
    kept = tuple(
        replace(one, answers={key: one[key] for key in keeps[one.kind] if key in one.answers})
        for one in pack.case.records
        if one.kind in keeps
    )
    ids = {one.id for one in kept}
    return replace(
        pack,
        case=pack.case.replaced(kept),
        plan=Record(pack.plan.id, "plan"),
        meeting=None,
        dates=tuple(one for one in pack.dates if one.about in ids),
        findings=(),
        due=(),
        reason="",
    )


def masked(case: Case) -> Case:
    """The case with every victim's name, where it stands in words of another record, replaced by the reference."""
    references = [
        (name, one.words("reference") or Absent.UNKNOWN.label.en)
        for one in case.of("victim")
        if len(name := " ".join(one.words("name").split())) >= _SHORTEST_NAME
    ]
    references.sort(key=lambda found: -len(found[0]))
    patterns = [
        (re.compile(rf"(?<!\w){re.escape(name)}(?!\w)".replace(r"\ ", r"\s+"), re.IGNORECASE), reference)
        for name, reference in references
    ]

    def told(answer: Answer) -> Answer:
        if isinstance(answer, str):
            for pattern, reference in patterns:
                answer = pattern.sub(lambda _, said=reference: said, answer)  # type: ignore[misc]
        return answer

    return case.replaced(
        one if one.shape.closed else replace(one, answers={key: told(answer) for key, answer in one.answers.items()})
        for one in case.records
    )
