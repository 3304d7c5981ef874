"""A line of the minutes as it is typed: what it is, and who, when and why, each after its own mark.

``/p`` somebody who is here, ``/a`` action, ``/d`` decision, ``/x`` different view, ``/i`` information, ``/r`` for the
restricted annex alone; without one it is a note of the discussion. In the words: ``@`` who, ``#`` which agency, ``due``
when, ``because`` why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from casework.answer import Answer
from casework.meetings.people import Named, agency_name
from casework.refusal import Refused
from casework.typed_dates import typed as typed_date

COMMANDS = {"a": "action", "d": "decision", "x": "dissent", "i": "information", "n": "note", "p": "present"}
RESTRICTED = "r"
MARKS = {"owner": "@", "agency": "#", "due_on": "due ", "reason": "because "}
_COMMAND = re.compile(r"/([a-z])(?=\s|$)\s*", re.IGNORECASE)
_WHY = re.compile(r"\s+because\s+|\s+because$", re.IGNORECASE)
_DUE = re.compile(r"(?:^|\s)(?:due|erbyn)(?:\s+(.*))?$", re.IGNORECASE)
_SIGN = re.compile(r"(?<!\S)([@#])")
_WORD = re.compile(r"[\w'’-]+")
T = TypeVar("T")
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """What a typed line says: ``kind`` is a code of the minute's kinds."""

    kind: str
    words: str = field(repr=False)
    annex: bool = False
    agency: str = ""
    owner: str = field(default="", repr=False)
    due_on: date | None = None
    reason: str = field(default="", repr=False)

    def minute(self, item: str) -> dict[str, Answer]:
        """The answers of the line of the minutes."""
        found: dict[str, Answer] = {"item": item, "kind": self.kind, "words": self.words}
        if self.annex:
            found["annex"] = True
        if self.kind in ("information", "dissent"):
            found["agency"] = self.agency
        if self.kind == "decision":
            found["reason"] = self.reason
        return found

    def action(self) -> dict[str, Answer]:
        """The answers of the action that the line sets."""
        due: dict[str, Answer] = {"due_on": self.due_on} if self.due_on else {}
        return {"what": self.words, "owner": self.owner, "agency": self.agency, "state": "open", **due}


def read_line(typed: str, today: date, people: Sequence[Named], agencies: Sequence[str]) -> Line:
    """What a typed line says. Raises Refused with "words", "owner", "agency", "due_on" or "reason": what it lacks."""
    kind, annex, words = _begun(typed)
    if annex and kind == "action":
        raise Refused(_NO_RESTRICTED_ACTION, "words")
    if not words:
        raise Refused("Write what is to be minuted after the letter, or take the letter away.", "words")
    if kind == "action":
        return _action(words, today, people, agencies)
    if kind == "decision":
        said, *why = _WHY.split(words, maxsplit=1)
        if not why or not why[0].strip():
            raise Refused("Every decision has its reason: write because, and why.", "reason")
        return Line(kind, said.strip(), annex, reason=_sentence(why[0]))
    if kind == "present":
        return _present(words, agencies)
    if kind in ("information", "dissent"):
        return _said(kind, words, people, agencies, annex=annex)
    return Line("note", words, annex)


def typed_again(line: Line) -> str:
    """The line as it would be typed: ``read_line`` is its inverse."""
    letter = next(key for key, kind in COMMANDS.items() if kind == line.kind)
    begun = " ".join((["/r"] if line.annex else []) + ([f"/{letter}"] if line.kind != "note" else []))
    agency = f" #{agency_name(line.agency)}" if line.agency else ""
    parts = [begun, line.words]
    if line.kind == "action":
        parts[1] += f" @{line.owner}{agency}" + (f" due {line.due_on:%d.%m.%Y}" if line.due_on else "")
    elif line.kind == "decision":
        parts[1] += f" because {line.reason}"
    elif line.kind in ("information", "dissent"):
        parts[1] += agency
    return " ".join(part for part in parts if part)


def asked_next(typed: str, lacks: str) -> str:
    """The line with the mark of what it lacks put after it; as it was where that mark stands in it."""
    mark = MARKS.get(lacks, "")
    stands = any(word.casefold().startswith(mark.strip()) for word in typed.split()) if mark else True
    return typed if stands else f"{typed.rstrip()} {mark}"


def begun_mark(typed: str) -> tuple[str, str] | None:
    """The mark at the end of what is typed after which a name is being written, and the letters of it."""
    found = re.search(r"(?<!\S)([@#])([^@#]{0,40})$", typed)
    return (found[1], found[2]) if found else None


def _begun(typed: str) -> tuple[str, bool, str]:
    kind, annex, rest = "note", False, typed.strip()
    while found := _COMMAND.match(rest):
        letter = found[1].lower()
        if letter == RESTRICTED:
            annex = True
        elif letter in COMMANDS:
            kind = COMMANDS[letter]
        else:
            raise Refused(f"There is no /{letter}: write /a, /d, /x, /i or /r.", "words")
        rest = rest[found.end() :]
    return kind, annex, rest.strip()


def _action(words: str, today: date, people: Sequence[Named], agencies: Sequence[str]) -> Line:
    rest, due_on, wrong = _due(words, today)
    rest, owner = _marked(rest, "@", lambda said: _person(said, people))
    rest, agency = _marked(rest, "#", lambda said: _agency(said, agencies))
    if not rest:
        raise Refused("Say what is to be done before who does it.", "words")
    if owner is None:
        raise Refused("Who does it? Write @ and the name.", "owner")
    code = agency or owner.agency
    if not code:
        raise Refused(f"{owner.name} is not among those invited: write # and the agency.", "agency")
    if wrong:
        raise Refused(wrong, "due_on")
    if due_on is None:
        raise Refused("By when? Write due and the day, as due fri or due 12 dec.", "due_on")
    if due_on < today:
        raise Refused("That day has gone: an action is due today or later.", "due_on")
    return Line("action", _capital(rest), agency=code, owner=owner.told, due_on=due_on)


def _due(words: str, today: date) -> tuple[str, date | None, str]:
    """The words without their last "due …", the day, and why it is none."""
    at = next(
        (n for n in range(len(words) - 1, -1, -1) if _DUE.match(words[n:]) and (n == 0 or words[n].isspace())), -1
    )
    if at < 0:
        return words, None, ""
    found = _DUE.match(words[at:])
    tail = (found[1] or "").strip() if found else ""
    day, _, after = tail.partition(" @")
    day, _, behind = day.partition(" #")
    put_back = (f" @{after}" if after else "") + (f" #{behind}" if behind else "")
    if not day:
        return words[:at] + put_back, None, ""
    try:
        return words[:at] + put_back, typed_date(day, today), ""
    except Refused as refusal:
        begun = found is not None and words[at:].strip().casefold().startswith("due")
        return (words[:at] + put_back, None, refusal.why.en) if begun else (words, None, "")


def _said(kind: str, words: str, people: Sequence[Named], agencies: Sequence[str], *, annex: bool) -> Line:
    rest, agency = _marked(words, "#", lambda said: _agency(said, agencies))
    if not agency and "@" in rest:
        rest, who = _marked(rest, "@", lambda said: _person(said, people))
        agency = who.agency if who else None
    if not agency:
        raise Refused("Which agency says so? Write # and the agency.", "agency")
    if not rest:
        raise Refused("Say what the agency says.", "words")
    return Line(kind, _capital(rest), annex, agency=agency)


def _present(words: str, agencies: Sequence[str]) -> Line:
    """Somebody who is here: the name, the role after a comma, the agency after its mark."""
    rest, agency = _marked(words, "#", lambda said: _agency(said, agencies))
    if not rest:
        raise Refused("Write the name of whoever is here.", "words")
    if not agency:
        raise Refused("Of which agency? Write # and the agency.", "agency")
    return Line("present", rest, agency=agency)


def _marked(words: str, sign: str, read: Callable[[str], tuple[T, str]]) -> tuple[str, T | None]:
    """The words without what stands at a sign, and that."""
    found = next((one for one in _SIGN.finditer(words) if one[1] == sign), None)
    if found is None:
        return " ".join(words.split()), None
    after = words[found.end() :]
    other = _SIGN.search(after)
    said, kept = (after[: other.start()], after[other.start() :]) if other else (after, "")
    if not said.strip():
        return " ".join(f"{words[: found.start()]} {kept}".split()), None
    value, left = read(said.strip())
    return " ".join(f"{words[: found.start()]} {left} {kept}".split()), value


def _person(said: str, known: Sequence[Named]) -> tuple[Named, str]:
    """Who is meant, and the words after the name; somebody who is not known is taken as written."""
    for one in sorted(known, key=lambda each: -len(each.told)):
        for name in (one.told, one.name):
            if (rest := _after(said, name)) is not None:
                return one, rest
    for letters, rest in _beginnings(said):
        meant = [one for one in known if _begins(one.name, letters)]
        if len(meant) > 1:
            names = " or ".join(one.name for one in meant[:3])
            raise Refused(f"“{letters}” may be {names}: write more of the name.", "owner")
        if meant:
            return meant[0], rest
    return Named(said, "", ""), ""


def _agency(said: str, known: Sequence[str]) -> tuple[str, str]:
    names = {code: (agency_name(code), code) for code in known}
    for code, each in sorted(names.items(), key=lambda one: -len(one[1][0])):
        for name in each:
            if (rest := _after(said, name)) is not None:
                return code, rest
    for letters, rest in _beginnings(said):
        meant = [code for code in known if any(_begins(name, letters) for name in names[code])]
        exact = [code for code in meant if names[code][0].casefold().startswith(letters.casefold())]
        if meant:
            return (exact or meant)[0], rest
    raise Refused(f"There is no agency called “{said}”: choose one after #.", "agency")


def _after(said: str, name: str) -> str | None:
    """What follows a name at the beginning of words; None where they begin otherwise."""
    if not said.casefold().startswith(name.casefold()):
        return None
    rest = said[len(name) :]
    return rest.strip() if not rest or not (rest[0].isalnum() or rest[0] in "'’-") else None


def _beginnings(said: str) -> Iterator[tuple[str, str]]:
    """The first words of what is said, as many as may be of a name before fewer, each with the words after them."""
    found = list(_WORD.finditer(said))[:_MOST_WORDS]
    for last in reversed(found):
        yield said[: last.end()], said[last.end() :].strip()


def _begins(name: str, letters: str) -> bool:
    """Whether words one after another in a name begin as the letters say."""
    every, wanted = name.casefold().replace("_", " ").split(), letters.casefold().split()
    starts = range(len(every) - len(wanted) + 1)
    return any(all(every[at + n].startswith(one) for n, one in enumerate(wanted)) for at in starts)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _sentence(words: str) -> str:
    return _capital(words.strip())


_NO_RESTRICTED_ACTION = (
    "An action goes to the agency that does it, so it cannot stand in the restricted annex: word it so that it may be "
    "read, and put what is restricted on a line of its own."
)
