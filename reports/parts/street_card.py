"""The street card: one page, however much stands in the case, for an officer who meets the person at night."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from casework.case import age
from casework.clauses import Clause, Group, Source, binding, group_of, groups
from casework.dates import spoken
from casework.document import Part
from casework.record import Record, RecordId, has_value, title
from reports import phrases
from reports import phrases_orders as words
from reports.page import AREA
from reports.paper import Paper
from reports.parts.brief import cut
from reports.parts.cover import left_out_line
from reports.parts.due import day
from reports.parts.street_room import ROOMS, TIGHT, Room
from reports.styles import QUIET
from reports.tagged.block import Block, Spread
from reports.tagged.flow import fits
from reports.tagged.items import Items
from reports.tagged.prose import Prose
from reports.tagged.style import Box, Run, Style
from reports.typeface import Face, width

_NAME = 120
Named = tuple[str, Source, Clause]


@dataclass(slots=True)
class Card:
    """One attempt at the page; ``short`` once a condition had to be cut."""

    paper: Paper
    room: Room
    sources: tuple[Source, ...]
    headings: Mapping[RecordId, Group]
    short: bool = field(default=False)

    def said(self, told: str, most: int | None = None) -> str:
        """Typed words in one line, cut to the room there is."""
        room = most or self.room.text
        return cut(" ".join(told.split(None, room)[:room]), room)


def street_card(paper: Paper, _part: Part) -> list[Block]:
    """The fullest page that fits, in the largest type; the last attempt is the least and always fits."""
    return fullest(paper, ROOMS, _page)


def fullest(paper: Paper, rooms: Sequence[Room], page: Callable[[Card], list[Block]]) -> list[Block]:
    """The first of the pages that fits, else the last."""
    sources = binding(paper.pack.case, paper.pack.dates, paper.pack.today)
    headings = {one.record.id: group_of(one.record) for source in sources for one in source.clauses}
    blocks: list[Block] = []
    for room in rooms:
        blocks = page(Card(paper, room, sources, headings))
        if fits(blocks, AREA.width, AREA.height):
            break
    return blocks


def _page(card: Card) -> list[Block]:
    say = card.paper.say
    forbidden = list(_forbidden(card))
    blocks = [*who(card), *forbidden]
    if card.short:
        blocks.append(Prose(say(words.CUT), replace(card.room.style, face=Face.SEMIBOLD)))
    beside = Spread(((1.0, tuple(_signs(card))), (1.0, tuple(ring(card)))), before=2, after=2)
    return [*blocks, *_broken(card), beside, *_record(card), *left_out_line(card.paper)]


def heading(card: Card, told: str, level: str = "H2") -> Prose:
    """A heading as large as the room allows."""
    size = 11.5 if card.room.size > 8.0 else 10.0
    if level == "H3":
        return Prose(
            told, Style(card.room.size, card.room.size + 3, Face.SEMIBOLD, before=3, after=0, keep_next=True), level
        )
    return Prose(told, Style(size, size + 3, Face.BOLD, before=5, after=1, keep_next=True), level)


def who(card: Card) -> Iterator[Block]:
    """Name and risk, reference, other names, looks, vehicles, whereabouts."""
    paper, case, today = card.paper, card.paper.pack.case, card.paper.pack.today
    person = case.one("person")
    born = person["date_of_birth"]
    told = (
        paper.say(phrases.BORN, day=spoken(born, paper.language).split(" ", 1)[1], age=age(born, today))
        if isinstance(born, date)
        else paper.missing(person, "date_of_birth", phrases.BORN_UNKNOWN, kept=True)
    )
    name = Style(15, 21, Face.BOLD, after=1)
    yield Prose([Run(f"{card.said(paper.name, _NAME)}   "), _rosh(card)], name, "H1")
    yield Prose(f"{told} · {case.ref}", card.room.style)
    where = case.current("whereabouts", today)
    aliases = [f"{one.words('name')}" for one in case.of("alias") if one.words("name")]
    rows = [
        (words.ALSO_KNOWN_AS, "; ".join(aliases), "alias"),
        (words.LOOKS, answer(paper, person, "description"), "description"),
        (words.VEHICLES, answer(paper, person, "vehicles"), "vehicles"),
        (words.WHEREABOUTS, title(where, paper.language) if where else "", "whereabouts"),
    ]
    for label, found, key in rows:
        most = 220 if card.room.text > TIGHT else card.room.text
        if told := found or paper.missing(person, key, label=label):
            yield labelled(card, paper.say(label), card.said(told, most))


def labelled(card: Card, label: str, told: str) -> Prose:
    """An answer after its label."""
    return Prose([Run(f"{label}: ", grey=QUIET), Run(told)], card.room.style)


def _rosh(card: Card) -> Run:
    paper = card.paper
    rosh = paper.pack.case.current("rosh", paper.pack.today)
    if rosh is None or not has_value(rosh["overall"]):
        return Run(paper.say(phrases.ROSH_NOT_ASSESSED), box=Box.OUTLINE)
    level = answer(paper, rosh, "overall").upper()
    box = Box.REVERSE if rosh["overall"] == "very_high" else Box.OUTLINE
    return Run(paper.say(phrases.ROSH, level=level), box=box)


def answer(paper: Paper, record: Record, key: str) -> str:
    """An answer in words; empty where the record holds none."""
    return paper.word(record, key) if key in record.answers else ""


def _forbidden(card: Card) -> Iterator[Block]:
    say, style = card.paper.say, card.room.style
    yield heading(card, say(words.MUST_NOT))
    if not card.sources:
        yield Prose(say(words.NOTHING_IN_FORCE), style)
        return
    called = short_names(card)
    for one in card.sources[: card.room.sources]:
        yield _source(card, called[one.record.id], one)
    every = [(called[one.record.id], one, clause) for one in card.sources for clause in one.clauses]
    shown = _fairly(card, every)
    indent = max((_wide(card, f"{name} {clause.number}") for name, _, clause in shown), default=0.0)
    for group in groups():
        found = [one for one in shown if card.headings[one[2].record.id] == group]
        if found:
            yield heading(card, say(group.title), "H3")
            labels = [f"{name} {clause.number}" for name, _, clause in found]
            yield Items([_said(card, *one[1:]) for one in found], card.room.style, labels, indent=indent)
    if more := len(every) - len(shown):
        yield Prose(say(words.MORE_CONDITIONS, count=more), replace(style, face=Face.SEMIBOLD))


def _fairly(card: Card, every: Sequence[Named]) -> list[Named]:
    """As many conditions as have room, in their order: the first of each order, then the second, and so on."""
    turns = [
        (n, at) for at, (_, source, clause) in enumerate(every) for n, one in enumerate(source.clauses) if one is clause
    ]
    kept = sorted(at for _, at in sorted(turns)[: card.room.clauses])
    return [every[at] for at in kept]


def _wide(card: Card, label: str) -> float:
    return width(Face.REGULAR, label) * card.room.size + 7


def _said(card: Card, source: Source, clause: Clause) -> str:
    """A condition in the room there is, with its last day where that is not the order's."""
    paper = card.paper
    told = card.said(clause.words) or paper.missing(clause.record, "text", kept=True)
    card.short = card.short or (bool(clause.words.strip()) and told.split() != clause.words.split(None, card.room.text))
    if clause.first is None:
        return f"{told} [{_no_start(paper, clause.record)}]"
    return f"{told} [{_until(paper, clause.record, clause.last)}]" if clause.last != source.last else told


def _until(paper: Paper, record: Record, last: date | None, *, known: bool = True) -> str:
    if last:
        return paper.say(words.UNTIL_DAY, day=_day(paper, last))
    return paper.say(phrases.NO_FIXED_END) if known else paper.missing(record, "ends_on", words.END_UNKNOWN, kept=True)


def _no_start(paper: Paper, record: Record) -> str:
    """A warning, and so said whatever becomes of other lines that are not known."""
    return paper.missing(record, "starts_on", words.START_UNKNOWN, kept=True)


def _source(card: Card, name: str, one: Source) -> Prose:
    """What an order or licence is, since when and until when."""
    paper, record = card.paper, one.record
    since = paper.say(words.SINCE_DAY, day=_day(paper, one.first)) if one.first else _no_start(paper, record)
    until = _until(paper, record, one.last, known=one.end_known)
    told = [paper.say(one.kind.name) if one.kind else answer(paper, record, "kind"), answer(paper, record, "court")]
    if one.kind and one.kind.defined_by_user:
        told[0] = answer(paper, record, "limits_name")
    shown = card.said(", ".join(part for part in (*told, since, until) if part), 200)
    if not one.clauses:
        shown = f"{shown}. {paper.say(words.NO_CONDITIONS)}"
    return Prose([Run(f"{name}: ", face=Face.SEMIBOLD), Run(shown)], card.room.style)


def _day(paper: Paper, on: date) -> str:
    return day(paper, on).split("\u00a0", 1)[1]


def short_names(card: Card) -> dict[str, str]:
    """A short name for each order and licence in force, with a figure where two would have the same."""
    say = card.paper.say
    short = {one.record.id: cut(one.kind.short, 12) if one.kind else say(words.LICENCE) for one in card.sources}
    count, seen = Counter(short.values()), Counter[str]()
    found: dict[str, str] = {}
    for record, name in short.items():
        seen[name] += 1
        found[record] = f"{name}-{seen[name]}" if count[name] > 1 else name
    return found


def _broken(card: Card) -> Iterator[Block]:
    """What breach of each order and of the licence is, the same words once."""
    say, style, called = card.paper.say, card.room.style, short_names(card)
    if not card.sources:
        return
    yield heading(card, say(words.IF_BROKEN))
    same: dict[str, list[str]] = {}
    for one in card.sources[: card.room.sources]:
        same.setdefault(_breach(card, one), []).append(called[one.record.id])
    for told, some in same.items():
        yield Prose([Run(f"{', '.join(some)}: ", face=Face.SEMIBOLD), Run(told)], style)
    more = len(card.sources) - card.room.sources
    if more > 0:
        yield Prose(say(words.MORE_SOURCES, count=more), replace(style, face=Face.SEMIBOLD))


def _breach(card: Card, one: Source) -> str:
    say, tight = card.paper.say, card.room.text <= TIGHT
    if one.record.kind == "licence":
        officer = one.record.words("officer")
        who = say(words.SUPERVISED_BY, who=card.said(officer, _NAME)) if officer else ""
        return " ".join(part for part in (say(words.LICENCE_BREACH), f"{who}." if who else "") if part)
    penalty = "" if tight else say(one.maximum_penalty)
    told = [
        say(one.breach) or card.paper.missing(one.record, "kind"),
        say(words.MOST, penalty=penalty) if penalty else "",
    ]
    return card.said(" ".join(part for part in told if part), 200 if tight else 420)


def _signs(card: Card) -> Iterator[Block]:
    lines = [
        line.strip(" -•*\t")
        for one in card.paper.pack.case.of("scenario")
        for line in one.words("signs").splitlines()
        if line.strip(" -•*\t")
    ]
    found = list(dict.fromkeys(lines))[: card.room.signs]
    yield heading(card, card.paper.say(words.SIGNS))
    if found:
        yield Items([card.said(one, min(card.room.text, 200)) for one in found], card.room.style)
    else:
        plan = card.paper.pack.plan
        yield Prose(card.paper.missing(plan, "scenario", label=words.SIGNS, kept=True), card.room.style)


def ring(card: Card, also: Sequence[Record] = ()) -> Iterator[Block]:
    """Whom to ring, by day and out of hours."""
    paper, style = card.paper, card.room.style
    yield heading(card, paper.say(words.RING))
    found = list({one.id: one for one in (*contacts(card), *also)}.values())[: card.room.contacts]
    if not any(one["lead"] is True for one in found):
        yield Prose(paper.say(words.NO_LEAD), style)
    for one in found:
        who = ", ".join(told for key in ("name", "role", "agency") if (told := answer(paper, one, key)))
        yield Prose(
            card.said(who or paper.missing(one, "name", kept=True), _NAME), replace(style, face=Face.SEMIBOLD, before=2)
        )
        for label, key in ((words.IN_HOURS, "phone"), (words.OUT_OF_HOURS, "out_of_hours")):
            if told := answer(paper, one, key) or paper.missing(one, key):
                yield labelled(card, paper.say(label), card.said(told, _NAME))


def contacts(card: Card) -> Sequence[Record]:
    """The lead first; with a licence in force then the Probation Service, with a tag those who watch it."""
    every = card.paper.pack.case.of("contact")
    licensed = any(one.record.kind == "licence" for one in card.sources)
    tagged = any(clause.record["monitored"] is True for one in card.sources for clause in one.clauses)
    wanted = [one for one in every if one["lead"] is True]
    wanted += [one for one in every if licensed and one["agency"] == "probation"][:2]
    wanted += [one for one in every if tagged and one["agency"] == "em_provider"][:1]
    return list({one.id: one for one in wanted}.values())


def _record(card: Card) -> Iterator[Block]:
    yield heading(card, card.paper.say(words.RECORD))
    yield Prose(card.paper.say(words.RECORDED), card.room.style)
