"""A case in which every answer of every kind is a mark of its own, so that paper can be searched for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from io import BytesIO

import pikepdf
from PIL import Image

from casework.answer import Answer
from casework.case import Case
from casework.changes import Earlier
from casework.dates import spoken
from casework.due import due
from casework.edition import Edition
from casework.field import Field, FieldType, Holds, choice_lists
from casework.meetings.agenda import agenda, gather
from casework.pack import MeetingPack
from casework.portrait import Portrait
from casework.reckoning import Finding, LegalDate, Reckoning
from casework.record import CaseId, Record, RecordId, record_kinds
from casework.template import plan_templates
from casework.text import Text
from tests.reports.cases import NOW, TODAY, chosen
from tests.reports.reading import read

TEMPLATE = "domestic_abuse_2026_12"
PAST, AHEAD = date(2024, 1, 8), date(2026, 12, 3)
_CLASSES = ("meeting", "agencies", "person")
_NAMING = (
    ("condition", "text"), ("licence_condition", "text"), ("measure", "what"), ("conviction", "summary"), ("scenario", "name"),
    ("action", "what"), ("minute", "words"), ("plan", "situation_text"), ("level", "criterion"), ("self_check", "words"),
)  # fmt: skip
_FIXED: dict[str, tuple[dict[str, Answer | None], ...]] = {
    "order": (
        {"kind": "shpo", "ends": "until_further_order", "made_on": PAST, "refused_on": None, "withdrawn_on": None},
        {"kind": "custom", "ends": "until_further_order", "made_on": PAST, "refused_on": None, "withdrawn_on": None},
    ),
    "licence": ({"starts_on": PAST, "ends_on": date(2030, 1, 1)}, {"starts_on": PAST, "ends_on": date(2030, 1, 1)}),
    "licence_condition": ({"removed_on": None}, {"removed_on": None}),
    "contact": ({"lead": True}, {"lead": False}),
    "action": ({"state": "open", "agency": "police"}, {"state": "open", "agency": "victim_liaison"}),
    "measure": ({"pillar": "monitoring"}, {"pillar": "victim_safety"}),
    "address": ({"type": "home", "ended_on": None}, {"type": "proposed", "approved": False, "ended_on": None}),
    "minute": ({"annex": False}, {"annex": True}),
    "whereabouts": ({"kind": "community", "ended_on": None},) * 2,
    "category": ({"category": "1", "ended_on": None},) * 2,
    "level": ({"level": "3", "ended_on": None},) * 2,
    "meeting": ({"on": AHEAD, "closed_at": datetime(2026, 12, 3, 12)}, {"on": PAST}),
    "document": ({"kind": "photograph", "of_person": True, "may_be_printed": True}, {"kind": "other"}, {"kind": "other"}),
    "person": ({"date_of_birth": date(1979, 3, 4), "died_on": None},),
    "plan": ({"template": TEMPLATE},),
    "exit": ({"on": date(2031, 1, 1)}, {"on": date(2031, 1, 1)}),
}  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """The case with its marks: mark → record and field; ``name`` is a victim's that stands in words of other records."""

    case: Case
    marks: Mapping[str, tuple[RecordId, str]]
    name: str


class _Marks:
    def __init__(self, prefix: str) -> None:
        self.prefix, self.found, self.record = prefix, {}, RecordId("")

    def word(self, key: str) -> str:
        mark = f"{self.prefix}{len(self.found):04d}q"
        self.found[mark] = (self.record, key)
        return mark

    def day(self, key: str) -> date:
        n = len(self.found)
        on = date(2061 + n % 30, 1 + n // 30 % 12, 1 + n // 360)
        self.found[spoken(on).lower()] = (self.record, key)
        return on


def plant(prefix: str = "zq") -> Planted:
    """Every kind of record twice or as often as there are classes of disclosure, every field of each answered."""
    marks, bare = _Marks(prefix), list(_bare())
    records: list[Record] = []
    for kind, n, one in bare:
        marks.record = one.id
        fields = kind.field if kind.code != "plan" else (*kind.field, *_every_plan_field())
        answers: dict[str, Answer | None] = {f.key: _answer(f, kind.dated_by, n, marks, bare) for f in fields}
        if kind.reach:
            answers[kind.reach] = _CLASSES[n]
        answers |= _FIXED.get(kind.code, ({},) * 3)[n]
        records.append(replace(one, answers={key: said for key, said in answers.items() if said is not None}))
    name = str(next(one for one in records if one.kind == "victim")["name"])
    records = [
        replace(one, answers={
            key: f"{said} {name}" if (one.kind, key) in _NAMING else said for key, said in one.answers.items()
        })
        for one in records
    ]  # fmt: skip
    return Planted(Case(CaseId("a" * 16), "C-00077", tuple(records)), marks.found, name)


def _bare() -> Iterator[tuple[object, int, Record]]:
    made: dict[str, RecordId] = {}
    for kind in sorted(record_kinds().values(), key=lambda one: one.parent != "case"):
        for n in range(1 if kind.single or kind.code == "plan" else 3 if kind.reach else 2):
            one = Record(RecordId(f"{len(made):016x}"), kind.code, made.get(kind.parent))
            made.setdefault(kind.code, one.id)
            made[one.id] = one.id
            yield kind, n, one


def _every_plan_field() -> Iterator[Field]:
    every = {one.key: one for template in plan_templates().values() for one in template.fields()}
    return iter(every.values())


def _answer(one: Field, dated_by: str, n: int, marks: _Marks, bare: list[tuple]) -> Answer:
    match one.type:
        case FieldType.TEXT | FieldType.LONG:
            return marks.word(one.key) if one.holds in (Holds.ANYTHING, Holds.NO_ACCOUNT_NUMBERS) else "21:00 to 07:00"
        case FieldType.DATE:
            return PAST if one.fact or one.key == dated_by else marks.day(one.key)
        case FieldType.MOMENT:
            return datetime(2024, 1, 8, 12)
        case FieldType.SPAN | FieldType.NUMBER | FieldType.YES_NO | FieldType.CHOICE:
            return chosen(one, n)
        case FieldType.CHOICES:
            return (one.options()[0].code,)
    linked = tuple(each.id for _, _, each in bare if each.kind in one.links)
    return linked if one.type is FieldType.LINKS else linked[0]


def planted_pack(found: Planted, was: Planted) -> MeetingPack:
    """A numbered copy of everything, with marks also in what the law says, and an earlier version of other marks."""
    case, at = found.case, {one.kind: one.id for one in reversed(found.case.records)}
    dates = tuple(
        LegalDate(
            code, Text(code), at[about], on, None, "", "R-CNT-4", "SOA 2003 s.85", f"ylaw{n}y", "", "duty", Text("Do it"), TODAY,
            on, f"ylaw{n}r", f"ylaw{n}b",
        )
        for n, (code, about, on) in enumerate((
            ("order.last_day", "order", date(2033, 3, 5)), ("item.last_day", "condition", date(2031, 3, 5)),
            ("notification.periodic_by", "person", date(2026, 12, 5)), ("notification.starts", "conviction", PAST),
            ("licence.ends", "licence", date(2030, 1, 1)),
        ))
    )  # fmt: skip
    findings = (Finding("service.missing", "warning", at["order"], "served_on", "ylaw9y", "13", "SOA 2003"),)
    reckoning = Reckoning(TODAY, dates, findings)
    meeting = next(one for one in case.of("meeting"))
    picture = BytesIO()
    Image.new("RGB", (40, 50), "grey").save(picture, "PNG")
    return MeetingPack(
        case=case, template=plan_templates()[TEMPLATE], plan=case.one("plan"), version=4, state="draft", meeting=meeting, today=TODAY,
        printed_at=NOW, recipient="Supt R. Vale", reason="ylaw7y", copy_number=2, copies=6, log_head="4f9c21ab", dates=dates,
        findings=findings, due=due(case, TODAY, reckoning=reckoning), area="Wexmere", earlier=Earlier(was.case, 3, PAST),
        agenda=agenda(meeting, gather(case, TODAY, {}, reckoning)), annexed=True,
        portrait=Portrait(next(one.id for one in case.of("document")), picture.getvalue(), PAST),
    )  # fmt: skip


def withheld(found: Planted, edition: Edition, *, numbered: bool = True) -> dict[str, tuple[str, str]]:
    """The marks that may not stand in an edition, by its declarations alone, with kind and field."""
    gone = {one.id for one in found.case.records if _gone(one, edition)}
    gone |= {one.id for one in found.case.records if one.parent in gone}
    kinds = {one.id: one for one in found.case.records}
    opens = edition.opens if numbered else ()
    return {
        mark: (kinds[about].kind, key)
        for mark, (about, key) in found.marks.items()
        if (about in gone and not _in_its_place(kinds[about], key, edition))
        or not _stands(kinds[about], key, edition, opens)
    }


def _in_its_place(one: Record, key: str, edition: Edition) -> bool:
    """Whether a reference stands where a victim's name is masked."""
    return one.kind == "victim" and key == "reference" and edition.masks


def _gone(one: Record, edition: Edition) -> bool:
    if one.kind in edition.leaves_out or (edition.keeps and one.kind not in edition.keeps):
        return True
    if one.kind == "minute" and (one["annex"] is True) != edition.annex:
        return True
    told = {key: "" if key not in one.answers else str(one[key]).lower() for key in edition.only.get(one.kind, {})}
    if any(told[key] not in codes for key, codes in edition.only.get(one.kind, {}).items()):
        return True
    reach, classes = record_kinds()[one.kind].reach, [each.code for each in choice_lists()["disclosure_classes"]]
    return bool(reach) and classes.index(one.words(reach)) < classes.index(edition.reaches)


def _stands(one: Record, key: str, edition: Edition, opens: tuple[str, ...]) -> bool:
    if one.kind == "victim" and key == "reference":
        return not edition.victims_as.en
    if one.kind == "victim" and one.kind not in opens:
        return False
    if key in edition.withholds.get(one.kind, ()) or (edition.keeps and key not in edition.keeps[one.kind]):
        return False
    proposed = one.kind == "address" and one["type"] == "proposed" and one.kind not in opens
    return not (proposed and key in ("lines", "others"))


def everything(pdf: bytes) -> str:
    """All that a file tells: its pages' text, its tree with alternatives, every string and every stream unpacked."""
    found = read(pdf)
    parts = [found.text, *found.tree]
    with pikepdf.open(BytesIO(pdf)) as opened:
        for one in (*opened.objects, opened.trailer):
            parts += _strings(one)
            if isinstance(one, pikepdf.Stream):
                raw = one.read_bytes()
                parts += [one.decode("latin-1") for one in {raw, raw.replace(b"\0", b"")}]
    return "\n".join(parts).replace("\u00a0", " ").lower()


def _strings(one: pikepdf.Object) -> Iterator[str]:
    if isinstance(one, pikepdf.String):
        yield str(one)
    elif isinstance(one, pikepdf.Array | list):
        for each in one:
            if not getattr(each, "is_indirect", False):
                yield from _strings(each)
    elif isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for each in one.values() if isinstance(one, pikepdf.Dictionary) else one.stream_dict.values():
            if not getattr(each, "is_indirect", False):
                yield from _strings(each)
