"""The referral to Level 2 or 3 on paper: the same sections as on the screen, filled from the case."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from casework.document import Part
from casework.meetings.referral_form import Filled, filled
from casework.reckoning import Reckoning
from casework.record import Record, RecordId, is_given, record_kinds
from reports import phrases_meetings as words
from reports.paper import Paper
from reports.parts.due import day
from reports.parts.opening import PEN, to_fill
from reports.parts.rows import kind_name, records
from reports.setting import facts, group, section
from reports.styles import NOTE
from reports.tagged.block import Block
from reports.tagged.prose import Prose

_LONG, _OWN, _SINGLE = 54.0, "referral", ("person",)


def referral(paper: Paper, _: Part) -> list[Block]:
    """Every section of the last referral, or of one that is still to be written, with boxes for a pen."""
    pack = paper.pack
    every = pack.case.of(_OWN)
    one = every[-1] if every else Record(RecordId(""), _OWN)
    form = filled(pack.case, one, pack.today, Reckoning(pack.today, pack.dates))
    return [block for each in form for block in _section(paper, each)]


def _section(paper: Paper, one: Filled) -> Iterator[Block]:
    number = str(one.number)
    yield from section(number, paper.say(one.section.title))
    count, printed = 0, set[str]()
    for kind, group_of in groupby(one.rows, key=lambda row: row[0].kind):
        rows = list(group_of)
        if kind == _OWN:
            own = _own(paper, *rows[0])
            yield to_fill([(f"{number}.{n}", *each) for n, each in enumerate(own, count + 1)])
            count += len(own)
            continue
        if record_kinds()[kind].parent in printed:
            continue  # it stands under the record that it hangs on
        printed.add(kind)
        count += 1
        at = f"{number}.{count}"
        if kind in _SINGLE:
            yield _person(paper, *rows[0], at)
        else:
            yield group(at, kind_name(kind, paper, single=len(rows) == 1))
            yield from records(paper, [record for record, _ in rows], at, rows[0][1])
    if one.dates:
        told = [
            (f"{number}.{count + n}", paper.say(d.label), day(paper, d.working)) for n, d in enumerate(one.dates, 1)
        ]
        yield facts(told)
    wanting = [paper.say(lack.says) for lack in one.lacks if lack.kind and one.section.required]
    if wanting:
        yield Prose(f"{paper.say(words.MISSING)}: {'; '.join(wanting)}", NOTE)
    elif not one.rows and not one.dates:
        yield Prose(paper.say(words.NOTHING_RECORDED), NOTE)


def _own(paper: Paper, record: Record, keys: tuple[str, ...]) -> list[tuple[str, str, float]]:
    fields = [field for key in keys if (field := record.shape.get(key))]
    return [
        (
            paper.say(field.label),
            paper.told(record, field) if is_given(record[field.key]) else "",
            _LONG if field.lines > 1 else PEN,
        )
        for field in fields
    ]


def _person(paper: Paper, record: Record, keys: tuple[str, ...], number: str) -> Block:
    fields = [field for key in keys if (field := record.shape.get(key))]
    told = [(paper.say(field.label), words_) for field in fields if (words_ := paper.told(record, field))]
    return facts([(f"{number}.{n}", label, words_) for n, (label, words_) in enumerate(told, 1)])
