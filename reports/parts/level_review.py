"""The latest Level 1 review on one page: the person, what stands, what the review found, room for the manager's pen."""

from __future__ import annotations

from datetime import date

from casework.document import Part
from casework.outline import NOTHING_HERE
from casework.record import Record
from casework.text import Text
from reports import phrases
from reports.paper import Paper
from reports.parts.due import day
from reports.parts.opening import to_sign
from reports.setting import facts, section
from reports.styles import NOTE
from reports.tagged.block import Block
from reports.tagged.prose import Prose

_SIGNS = ("author", "manager")


def level_review(paper: Paper, part: Part) -> list[Block]:
    """Every answer of the latest review under its number; where there is none, that it says so."""
    pack, blocks = paper.pack, section(part.letter, paper.say(part.title))
    review = pack.case.current("level_review", pack.today)
    if review is None:
        return [*blocks, Prose(NOTHING_HERE.in_(paper.language), NOTE)]
    rows = list(_standing(paper))
    wanted = tuple(one.key for one in paper.asked(review) if one.key not in _SIGNS)
    rows += _told(paper, review, wanted)
    numbered = [(f"{part.letter}{n}", words, told) for n, (words, told) in enumerate(rows, 1)]
    signers = [(paper.say(label), review.words(key)) for label, key in zip((_REVIEWED, _MANAGER), _SIGNS, strict=True)]
    return [*blocks, facts(numbered), to_sign(paper, signers)]


def _told(paper: Paper, record: Record, keys: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(paper.say(one.label), told) for one in paper.asked(record, keys) if (told := paper.told(record, one))]


def _standing(paper: Paper) -> list[tuple[str, str]]:
    pack = paper.pack
    found = []
    for kind, key in (("category", "category"), ("level", "level"), ("rosh", "overall")):
        one = pack.case.current(kind, pack.today)
        asked = one.shape.get(key) if one else None
        if one and asked:
            on = one[one.shape.dated_by]
            since = f", {paper.say(_SINCE, day=day(paper, on))}" if isinstance(on, date) else ""
            found.append((paper.say(one.shape.name), f"{paper.told(one, asked)}{since}"))
        else:
            found.append((paper.say(_NAMES[kind]), paper.say(phrases.NOT_ASSESSED)))
    return found


_SINCE = Text("since {day}", "ers {day}")
_REVIEWED = Text("Reviewed by", "Adolygwyd gan")
_MANAGER = Text("Manager", "Rheolwr")
_NAMES = {
    "category": Text("Category", "Categori"),
    "level": Text("Level", "Lefel"),
    "rosh": Text("Risk of serious harm", "Risg o niwed difrifol"),
}
