"""A condition in one's own words: what it says and what it leaves open, and the conditions of a pasted order.

Nothing here refuses a condition: a sealed order says what it says. The questions are for somebody who still drafts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from casework.text import Text


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a condition should say: ``asks`` where it does not."""

    code: str
    name: Text
    asks: Text
    found_by: re.Pattern[str]


def _question(code: str, name: str, cy: str, asks: str, found_by: str) -> Question:
    return Question(code, Text(name, cy), Text(asks), re.compile(found_by, re.IGNORECASE))


QUESTIONS = (
    _question(
        "who", "who", "pwy", "Who is protected, or whom does it concern?",
        r"\b(child(ren)?|girls?|boys?|females?|males?|wom[ae]n|persons?|people|anybody|anyone|somebody|someone|victims?|"
        r"family|officers?|probation|police|partner|wife|husband|m(?:r|rs|s|iss)\b\.?|mother|father|parents?|guardians?|adults?|household|"
        r"members?|prisoners?|staff)\b",
    ),
    _question(
        "what", "what", "beth", "What exactly must or must not be done?",
        r"\b(not|must|shall|never|to \w+|\w{2,}ing)\b",
    ),
    _question(
        "where", "where", "ble", "Where, or everywhere?",
        r"\b(in|at|into|within|inside|outside|near|street|road|lane|area|town|city|county|premises|address|home|school|"
        r"map|online|internet|website|anywhere|everywhere|any place|vehicle|device|computer|phone)\b",
    ),
    _question(
        "when", "when", "pryd", "When, or always?",
        r"\b(when|whenever|always|never|at any time|daily|weekly|monthly|every|each|before|after|within \d+|between|"
        r"during|hours?|days?|nights?|beforehand|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]m)\b",
    ),
    _question(
        "exception", "exception", "eithriad", "What stays lawful: which exception?",
        r"\b(except|unless|other than|save|without the|without (prior|first)|apart from|but for|with the "
        r"(prior |express |written )*(approval|permission|consent)|does not apply)\b",
    ),
    _question(
        "end", "end date", "dyddiad dod i ben", "Until when, if not as long as the order or licence?",
        r"\b(until|till|up to|for (a period of )?(\d+|one|two|three|four|five|six|ten|twelve) (day|week|month|year)s?|"
        r"expir\w+|ends? on)\b",
    ),
)  # fmt: skip

_VAGUE = re.compile(
    r"\b(etc\.?|and/or|appropriate(?:ly)?|suitable|unreasonabl[ey]|excessive(?:ly)?)(?=\W|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a condition in one's own words says, what it leaves open, and words in it that can mean anything."""

    says: tuple[Question, ...]
    leaves_open: tuple[Question, ...]
    vague: tuple[str, ...]


def drafting_check(text: str, *, ends: bool = False) -> Checked:
    """Which of who, what, where, when, exception and end date a text answers; ``ends``: its end is given elsewhere."""
    answered = {one.code for one in QUESTIONS if one.found_by.search(text)} | ({"end"} if ends else set())
    return Checked(
        tuple(one for one in QUESTIONS if one.code in answered),
        tuple(one for one in QUESTIONS if one.code not in answered),
        tuple(dict.fromkeys(found.group(1) for found in _VAGUE.finditer(text))),
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """The conditions of a numbered list, word for word, and what stood before the first number."""

    items: tuple[str, ...]
    before: str = ""


_NUMBERED = re.compile(r"\s*\(?(\d{1,2})(?:[.:)]\)?[ \t]+|\t)(?=\S)")
_BELOW = re.compile(r"\s*(?:\(?(?:[a-z]|[ivx]{1,4})[.)]|[-•–])\s")


def listed(text: str) -> Listed | None:
    """The conditions of a pasted numbered list; None where it is not one of at least two.

    A number counts where it follows the one before. Lines without a number go on with the condition above; points
    under it, "(a)", keep their own lines.
    """
    before: list[str] = []
    items: list[list[str]] = []
    number = 0
    for line in text.splitlines():
        opening = _NUMBERED.match(line)
        if opening and (int(opening[1]) == number + 1 or not items):
            number = int(opening[1])
            items.append([line[opening.end() :].strip()])
        elif not line.strip():
            continue
        elif not items:
            before.append(line.strip())
        elif _BELOW.match(line):
            items[-1].append(line.strip())
        else:
            items[-1][-1] = f"{items[-1][-1]} {line.strip()}"
    return Listed(tuple("\n".join(one) for one in items), " ".join(before)) if len(items) > 1 else None
