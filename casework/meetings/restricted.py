"""What must not stand in the open minutes: words of the restricted annex, and the names that closed records hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casework.case import Case
from casework.record import Record
from casework.text import Text

RUN, SHORTEST_NAME = 5, 3
_WORD = re.compile(r"\w+")
OPEN_FIELDS = ("rosh_reason", "disclosure_reason", "level_reason", "exit_reason", "register_updated")


@dataclass(frozen=True, slots=True)
class Leak:
    """Restricted words in the open: the record and field that they stand in, and what is wrong, without the words."""

    about: str
    key: str
    says: Text


def refuses(words: str, case: Case, meeting: Record) -> Text | None:
    """Why words cannot stand in the open minutes of a meeting; None where they can."""
    for one in case.of("victim"):
        name = " ".join(one.words("name").split())
        if len(name) >= SHORTEST_NAME and _named(name, words):
            return NAMED.filled(who=one.words("reference") or one.shape.name.en)
    if any(_quotes(words, one) for one in annex(case, meeting)):
        return QUOTED
    return None


def annex(case: Case, meeting: Record) -> tuple[Record, ...]:
    """The lines for the restricted annex alone."""
    return tuple(one for one in case.children(meeting, "minute") if one["annex"] is True)


def leaks(case: Case, meeting: Record) -> Iterator[Leak]:
    """Whatever in the open minutes of a meeting must not stand there."""
    for one in case.children(meeting, "minute"):
        if one["annex"] is not True:
            for key in ("words", "reason"):
                yield from _leak(one, key, case, meeting)
    for key in OPEN_FIELDS:
        yield from _leak(meeting, key, case, meeting)
    for one in case.of("action"):
        if meeting.id in one.links("meeting"):
            yield from _leak(one, "what", case, meeting)


def _leak(record: Record, key: str, case: Case, meeting: Record) -> Iterator[Leak]:
    if (words := record.words(key)) and (why := refuses(words, case, meeting)):
        yield Leak(record.id, key, why)


def _named(name: str, words: str) -> bool:
    pattern = rf"(?<!\w){re.escape(name)}(?!\w)".replace(r"\ ", r"\s+")
    return re.search(pattern, words, re.IGNORECASE) is not None


def _quotes(words: str, line: Record) -> bool:
    """Whether five words in a row of a restricted line, or all of a shorter one, stand in the words."""
    said, kept = _plain(words), _plain(f"{line.words('words')}\n{line.words('reason')}")
    if len(kept) < RUN:
        return len(kept) > 1 and _holds(said, kept)
    runs = {tuple(kept[at : at + RUN]) for at in range(len(kept) - RUN + 1)}
    return any(tuple(said[at : at + RUN]) in runs for at in range(len(said) - RUN + 1))


def _holds(said: list[str], kept: list[str]) -> bool:
    return any(said[at : at + len(kept)] == kept for at in range(len(said) - len(kept) + 1))


def _plain(words: str) -> list[str]:
    return [one.casefold() for one in _WORD.findall(words)]


NAMED = Text(
    "This names {who}, whose name is closed: write “{who}”, or begin the line with /r for the restricted annex.",
    "Mae hyn yn enwi {who}, y mae ei enw wedi'i gau: ysgrifennwch “{who}”, neu dechreuwch y llinell â /r.",
)
QUOTED = Text(
    "This repeats words of the restricted annex: say it without them, or begin the line with /r.",
    "Mae hyn yn ailadrodd geiriau o'r atodiad cyfyngedig: dywedwch ef hebddynt, neu dechreuwch y llinell â /r.",
)
