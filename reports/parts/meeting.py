"""Paper about a meeting before it is held: details, who is invited, what is asked of one agency, agenda, statement."""

from __future__ import annotations

from casework.case import Case
from casework.document import Part
from casework.field import Field
from casework.meetings.sitting import LABELS, REPORTS, details, missing_reports, report_day
from casework.meetings.statement import shipped_statement, statement
from casework.record import Record, has_value, title
from reports import phrases_meetings as words
from reports.paper import Paper
from reports.parts.due import day
from reports.parts.opening import PEN, to_fill
from reports.setting import NUMBERS, facts, group, section, strong, together, typed
from reports.styles import BODY, CELL, CELL_BOLD, HEAD, NOTE
from reports.tagged.block import Block
from reports.tagged.columns import Column
from reports.tagged.items import Items
from reports.tagged.prose import Prose
from reports.tagged.style import Run
from reports.tagged.table import Table

_BLANK = "blank"
_CURRENT = ("home", "approved_premises", "no_fixed_abode", "prison", "hospital", "proposed")


def meeting(paper: Paper, part: Part) -> list[Block]:
    """Which meeting, when, where, chair, reports by; blank lines where no meeting is on the paper."""
    held = paper.pack.meeting
    blocks = section(part.letter, paper.say(part.title))
    if held is None and paper.edition.code == _BLANK:
        return [*blocks, to_fill([(f"{part.letter}{n}", paper.say(one), "", PEN) for n, one in enumerate(LABELS, 1)])]
    if held is None:
        return [*blocks, Prose(paper.say(words.NO_MEETING), NOTE)]
    known = details(paper.pack.case, held, paper.pack.settings)
    over = paper.document.of_minutes
    told = [(paper.say(label), paper.say(said)) for label, said in known if not (over and label is REPORTS)]
    return [*blocks, _numbered(part, told)]


def sought(paper: Paper, part: Part) -> list[Block]:
    """Enough of the person for an agency to find its own records."""
    case, say = paper.pack.case, paper.say
    person, home = case.one("person"), case.current("address", paper.pack.today)
    names = " ".join(one for one in (person.words("forenames"), person.words("surname").upper()) if one)
    born, gender = person.shape.get("date_of_birth"), person.shape.get("gender")
    rows = [
        (words.REFERENCE, case.ref),
        (words.NAME, names),
        (words.BORN, paper.told(person, born) if born else ""),
        (words.GENDER, paper.told(person, gender) if gender else ""),
        (words.OTHER_NAMES, "; ".join(title(one, paper.language) for one in case.of("alias"))),
        (words.NUMBERS, "; ".join(title(one, paper.language) for one in case.of("identifier"))),
        (words.ADDRESS, home.words("lines") if home and home["type"] in _CURRENT else ""),
    ]
    return [
        *section(part.letter, say(part.title)),
        _numbered(part, [(say(label), told) for label, told in rows if told]),
    ]


def asked_of(paper: Paper, part: Part) -> list[Block]:
    """What the recipient is asked to bring and by when, with the open actions of that agency and of no other."""
    say, case, held = paper.say, paper.pack.case, paper.pack.meeting
    blocks = section(part.letter, say(part.title))
    one = recipient(case, held, paper.pack.addressee or paper.pack.recipient)
    if one is None or held is None:
        return [*blocks, Prose(say(words.NOT_INVITED), NOTE), Prose(say(words.SEND_ANYBODY), BODY)]
    shown = one.shape.get("as")
    rows = [
        (say(words.TO), ", ".join(part_ for part_ in (title(one, paper.language), one.words("role")) if part_)),
        (say(words.INVITED_AS), paper.told(one, shown) if shown else ""),
        (say(words.BRING), one.words("brings")),
        (say(words.REPORT_BY), _report(paper, one, held)),
    ]
    own = [
        each
        for each in case.of("action")
        if each["agency"] == one["agency"] and each["state"] not in ("done", "not_done")
    ]
    blocks.append(_numbered(part, [(label, told) for label, told in rows if told]))
    if own:
        lines = [_action(paper, each) for each in own]
        blocks += [group(f"{part.letter}{len(rows) + 1}", say(words.OWN_ACTIONS)), Items(lines, BODY)]
    return [*blocks, Prose(say(words.SEND_ANYBODY), NOTE)]


def recipient(case: Case, held: Record | None, name: str) -> Record | None:
    """The invitee whom a recipient's name means: the whole title, else the name of one alone."""
    if held is None or not name.strip():
        return None
    invited = case.children(held, "invitee")
    said = name.casefold()
    whole = [one for one in invited if title(one).casefold() == said]
    named = [one for one in invited if one.words("name") and one.words("name").casefold() in said]
    agency = [one for one in invited if _called(one).casefold() == said]
    return next(iter((*whole, *named, *agency)), None)


def _report(paper: Paper, one: Record, held: Record) -> str:
    by = report_day(held, paper.pack.settings)
    if one["as"] in ("lay_adviser", "observer"):
        return paper.say(words.OBSERVES)
    here = one.words("agency") not in missing_reports(paper.pack.case, held)
    if here and has_value(one["report_asked_on"]):
        return paper.say(words.REPORT_HERE)
    return paper.say(words.REPORT_HOW, day=day(paper, by)) if by else ""


def _action(paper: Paper, action: Record) -> str:
    due_on = action.shape.get("due_on")
    parts = (action.words("what"), action.words("owner"), paper.told(action, due_on) if due_on else "")
    return "; ".join(" ".join(one.split()) for one in parts if one)


def agenda(paper: Paper, part: Part) -> list[Block]:
    """Every item of the fixed order; under each what is open, where the paper may hold it."""
    blocks = section(part.letter, paper.say(part.title))
    if not paper.pack.agenda:
        return [*blocks, Prose(paper.say(words.NO_MEETING), NOTE)]
    if not any(one.points for one in paper.pack.agenda):
        items = ((f"{part.letter}{one.number}", paper.say(one.title)) for one in paper.pack.agenda)
        rows = [[[Prose(number, CELL_BOLD)], [Prose(told, CELL)]] for number, told in items]
        return together([*blocks, Table((NUMBERS, Column(1)), (), rows, HEAD, heads=1, before=4, after=8)])
    for one in paper.pack.agenda:
        blocks.append(group(f"{part.letter}{one.number}", paper.say(one.title)))
        lines = [[strong(paper.say(each.says))] if each.strong else [Run(paper.say(each.says))] for each in one.points]
        blocks.append(Items(lines, BODY) if lines else Prose(paper.say(words.NOTHING_OPEN), NOTE))
    return blocks


def invited(paper: Paper, part: Part) -> list[Block]:
    """Who is invited, as what, and whose report is here."""
    say, held = paper.say, paper.pack.meeting
    blocks = section(part.letter, say(part.title))
    people = paper.pack.case.children(held, "invitee") if held else ()
    if not people or held is None:
        return [*blocks, Prose(say(words.NOBODY_INVITED), NOTE)]
    awaited = missing_reports(paper.pack.case, held)
    rows: list[list[list[Block]]] = []
    for n, one in enumerate(people, 1):
        shown = one.shape.get("as")
        told = ", ".join(part_ for part_ in (paper.told(one, field) for field in _who(one)) if part_)
        report = ""
        if has_value(one["report_asked_on"]):
            report = say(words.ASKED if one.words("agency") in awaited else words.HERE)
        cells = (paper.word(one, "agency"), told, paper.told(one, shown) if shown else "", report)
        told_cells: list[list[Block]] = [[Prose(cell, CELL)] for cell in cells]
        rows.append([[Prose(f"{part.letter}{n}", CELL_BOLD)], *told_cells])
    head = ["", *(say(one) for one in (words.AGENCY, words.WHO, words.INVITED_AS, words.REPORT))]
    widths = (NUMBERS, *(Column(share=share) for share in (4, 6, 4, 2)))
    return [*blocks, Table(widths, head, rows, HEAD, heads=0)]


def _who(invitee: Record) -> tuple[Field, ...]:
    return tuple(one for key in ("name", "role") if (one := invitee.shape.get(key)))


def _called(invitee: Record) -> str:
    shown = invitee.shape.get("agency")
    return shown.told(invitee["agency"]) if shown else ""


def meeting_statement(paper: Paper, part: Part) -> list[Block]:
    """The confidentiality and diversity statement as it will be shown, with its version."""
    stands = statement(paper.pack.settings)
    shipped = shipped_statement()
    shown = shipped_statement(paper.language) if stands == shipped else stands
    version = Prose(paper.say(words.STATEMENT_VERSION, version=shown.version), NOTE)
    return [*section(part.letter, paper.say(part.title)), *typed(shown.words, BODY), version]


def _numbered(part: Part, rows: list[tuple[str, str]]) -> Block:
    return facts([(f"{part.letter}{n}", label, told) for n, (label, told) in enumerate(rows, 1)])
