"""What is asked of a run over several cases, declared like every other field; and the run in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from casework.field import Choice, Field, FieldType
from casework.record import CaseId, Record, RecordId
from casework.refusal import Refused
from casework.text import Text
from desktop.operations import runs
from desktop.operations.runs import Planned, Wanted
from desktop.pages import paper_fields

_WHOM = (
    Choice(runs.CHAIR, Text("The chair of each case's meeting", "Cadeirydd cyfarfod pob achos")),
    Choice(runs.INVITED, Text("Everybody asked to each case's meeting", "Pawb a wahoddwyd i gyfarfod pob achos")),
    Choice(runs.LEAD, Text("The lead agency of each case", "Asiantaeth arweiniol pob achos")),
    Choice(runs.NAMED, Text("The same people for all of them", "Yr un bobl ar gyfer pob un")),
)
_NOT_HERE = ("recipient", "copies")


def fields(document: str) -> tuple[Field, ...]:
    """The questions: those of one case's paper, but for whom is told by what they are to each case."""
    asked = partial(Field, required=True, may_be_unknown=False)
    named = Text("Name and agency, one a line; each gets a numbered copy of every case.")
    whom = (
        asked("whom", Text("For whom", "I bwy"), FieldType.CHOICE, choices=_WHOM),
        asked("named", Text("Who they are", "Pwy ydynt"), FieldType.LONG, help=named, lines=2,
              when={"whom": (runs.NAMED,)}),
    )  # fmt: skip
    one = [each for each in paper_fields.fields(document) if each.key not in _NOT_HERE]
    return (*one[:2], *whom, *one[2:])


def blank() -> Record:
    """The answers that a run starts from."""
    return Record(RecordId("run"), "plan", None, {**paper_fields.blank().answers, "whom": runs.CHAIR})


def wanted(asked: Record) -> Wanted:
    """The answers as what is wanted of every case."""
    return Wanted(paper_fields.order(CaseId(""), asked), asked.words("whom"), asked.words("named"))


def told(run: Sequence[Planned], unknown: Mapping[str, int]) -> str:
    """How many cases and copies there are, and how many lines are not known in how many cases."""
    copies = sum(one.order.count for one in run if not one.wrong)
    said = [
        f"{len(run)} {'cases' if len(run) != 1 else 'case'}, {copies} numbered {'copies' if copies != 1 else 'copy'}"
    ]
    lines, where = lines_and_cases(run, unknown)
    if lines:
        said.append(f"{lines} {'lines' if lines > 1 else 'line'} not known in {where} of them")
    if wrong := sum(bool(one.wrong) for one in run):
        said.append(f"{wrong} cannot be made yet")
    return "; ".join(said) + "."


def lines_and_cases(run: Sequence[Planned], unknown: Mapping[str, int]) -> tuple[int, int]:
    """How many lines are not known, and in how many cases."""
    found = [lines for one in run if (lines := unknown.get(one.order.case, 0)) > 0]
    return sum(found), len(found)


def passed(run: Sequence[Planned], unknown: Mapping[str, int], chosen: str) -> None:
    """Raise Refused while something is not known and nobody has said what becomes of it on paper."""
    lines, where = lines_and_cases(run, unknown)
    if lines and not chosen:
        raise Refused(f"{lines} lines in {where} cases are not known: choose how they are printed.", "unknowns")
