"""Carrying a plan forward: what stands as it stood, how old it is, and what a person says of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from casework.answer import Absent, Answer
from casework.carrying import CHANGE, DROP, KEEP, Item, age, digests, items
from casework.case import Case
from casework.record import CaseId, Record, RecordId
from casework.refusal import Refused
from casework.sentences import sentences, with_again, without
from casework.template import PlanTemplate, plan_templates
from casework.text import Text
from desktop.operations.intent import Changes, Read, Write
from storage.carrying import Confirmed, Verdict, Written
from storage.plan_version import PlanVersion
from storage.rows import Rows
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class Asked:
    """One carried sentence or row: how old it is, and whether it was kept in this draft."""

    item: Item
    age: Text
    kept: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that a draft carries from the version before. ``total`` counts also what was changed or dropped."""

    version: PlanVersion
    since: PlanVersion
    asked: tuple[Asked, ...]
    total: int
    given: tuple[Confirmed, ...] = field(repr=False)

    @property
    def open(self) -> int:
        """How many wait for an answer."""
        return sum(not one.kept for one in self.asked)


def sheet(case_id: CaseId, today: date) -> Read[Sheet | None]:
    """What the draft of a case carries; None without a draft, or where nothing was agreed before it."""

    def read(vault: Vault) -> Sheet | None:
        with vault.read() as rows:
            found = _sheet(rows, rows.case(case_id))
        return found(today) if found else None

    return read


def unanswered(rows: Rows, case: Case, versions: Sequence[PlanVersion]) -> int | None:
    """How many carried sentences and rows of the draft nobody has answered for; None where nothing is carried."""
    found = _carried(rows, case, versions)
    if found is None:
        return None
    return len(found.before.intersection(digests(found.template, case)) - found.kept)


def waiting(case_id: CaseId) -> Read[int]:
    """How many nobody has answered for now."""

    def read(vault: Vault) -> int:
        with vault.read() as rows:
            return unanswered(rows, rows.case(case_id), rows.plan_versions(case_id)) or 0

    return read


def still_carried(open_: int) -> str:
    """What is told where a draft cannot be agreed for it."""
    many = f"{open_} carried sentences and rows have" if open_ > 1 else "1 carried sentence or row has"
    return f"{many} not been looked at: keep, change or drop each under Carry forward."


def keep(version: str, one: Item) -> Write:
    """It still holds. Nothing that is read of the case changes."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.confirm(version, _verdict(one, KEEP))
        return Changes()

    return write


def drop(case_id: CaseId, version: str, one: Item, reason: str = "") -> Write:
    """It holds no more: the sentence goes out of its answer, the row out of the case; both can be put back."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            record, fresh = _stands(rows, case_id, one)
            rows.confirm(version, _verdict(fresh, DROP, reason))
            if not fresh.key:
                rows.remove(record.id)
            else:
                rest = without(record.words(fresh.key), fresh.place) if fresh.place else ""
                rows.answer(record.id, fresh.key, rest if rest.strip() else Absent.NOT_ASKED)
        return Changes(frozenset({case_id}), frozenset({record.kind}))

    return write


def changed(case_id: CaseId, version: str, before: Iterable[Item]) -> Write:
    """What of these no longer stands as it stood was changed by hand."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            case = rows.case(case_id)
            stands = {one.digest for one in items(_template(case), case)}
            for one in before:
                if one.digest not in stands:
                    rows.confirm(version, _verdict(one, CHANGE))
        return Changes()

    return write


def explain(version: str, given: Verdict, reason: str) -> Write:
    """Say afterwards why something was dropped."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            rows.confirm(version, replace(given, reason=reason.strip()))
        return Changes()

    return write


def put_back(case_id: CaseId, version: str, digest: str) -> Write:
    """Take an answer back: what was dropped stands again, what was kept is asked again."""

    def write(vault: Vault) -> Changes:
        with vault.write() as rows:
            given = rows.withdraw(version, digest)
            if given.verdict != DROP:
                return Changes()
            if not given.key:
                rows.restore(RecordId(given.record))
                return Changes(frozenset({case_id}), frozenset({"plan", *_kinds(rows, case_id, given.record)}))
            plan = rows.case(case_id).one("plan")
            stands = plan.words(given.key)
            rows.answer(plan.id, given.key, with_again(stands, given.was, given.place))
        return Changes(frozenset({case_id}), frozenset({"plan"}))

    return write


def confirmations(rows: Rows, case: Case, version: PlanVersion | None) -> dict[str, tuple[int, date]]:
    """For each section by its key: how many sentences and rows of a version were kept, and the day of the last."""
    if version is None:
        return {}
    kept = {
        one.verdict.digest: one.at.astimezone().date()
        for one in rows.confirmed(case.id)
        if one.version == version.id and one.verdict.verdict == KEEP
    }
    found: dict[str, tuple[int, date]] = {}
    for one in items(_template(case), case) if kept else ():
        if one.digest in kept:
            count, last = found.get(one.section.key, (0, date.min))
            found[one.section.key] = count + 1, max(last, kept[one.digest])
    return found


@dataclass(frozen=True, slots=True)
class _Carried:
    template: PlanTemplate
    draft: PlanVersion
    since: PlanVersion
    before: frozenset[str]
    given: tuple[Confirmed, ...] = field(repr=False)

    @property
    def kept(self) -> frozenset[str]:
        return frozenset(one.verdict.digest for one in self.given if self._is_kept(one))

    def keeps(self) -> Counter[str]:
        """How often each was kept in earlier versions."""
        earlier = (one for one in self.given if one.version != self.draft.id and one.verdict.verdict == KEEP)
        return Counter(one.verdict.digest for one in earlier)

    def _is_kept(self, one: Confirmed) -> bool:
        return one.version == self.draft.id and one.verdict.verdict == KEEP


def _carried(rows: Rows, case: Case, versions: Sequence[PlanVersion]) -> _Carried | None:
    draft = next((one for one in versions if one.state == "draft"), None)
    since = next((one for one in versions if one.state != "draft"), None)
    template = plan_templates().get(case.one("plan").words("template"))
    if draft is None or since is None or template is None:
        return None
    before = _before(rows, template, since.id)
    return _Carried(template, draft, since, before, rows.confirmed(case.id))


_FROZEN_MOST = 16
_frozen: dict[tuple[str, str], frozenset[str]] = {}


def _before(rows: Rows, template: PlanTemplate, version: str) -> frozenset[str]:
    """The digests of a version that was agreed, which never change: worked out once."""
    if (version, template.code) not in _frozen:
        while len(_frozen) >= _FROZEN_MOST:
            _frozen.pop(next(iter(_frozen)))
        _frozen[version, template.code] = frozenset(digests(template, rows.snapshot(version)))
    return _frozen[version, template.code]


def _sheet(rows: Rows, case: Case) -> Callable[[date], Sheet] | None:
    found = _carried(rows, case, rows.plan_versions(case.id))
    if found is None:
        return None
    plan = case.one("plan").id
    ages = _Ages(rows.written(case.id, plan), found.since)
    keeps, kept = found.keeps(), found.kept
    here = tuple(one for one in found.given if one.version == found.draft.id)

    def on(today: date) -> Sheet:
        asked = tuple(
            Asked(one, age(ages.written(one), keeps[one.digest], today), one.digest in kept)
            for one in items(found.template, case)
            if one.digest in found.before
        )
        return Sheet(found.draft, found.since, asked, len(found.before), here)

    return on


class _Ages:
    """The day on which a sentence first stood in its answer, or a row was last changed."""

    def __init__(self, when: Written, since: PlanVersion) -> None:
        self._rows, self._since = when.records, since.agreed_on
        self._first: dict[tuple[str, str], datetime] = {}
        for key, texts in when.texts.items():
            for at, said in texts:
                for words in _said(said):
                    self._first.setdefault((key, words), at)

    def written(self, one: Item) -> date | None:
        """The day of one of them; at the latest that of the version in which it stood."""
        at = self._first.get((one.key, one.words)) if one.key else self._rows.get(one.record)
        days = [at.astimezone().date()] if at else []
        return min((*days, self._since)) if self._since else next(iter(days), None)


def _said(answer: Answer) -> Iterable[str]:
    if isinstance(answer, Absent):
        return (answer.label.en,)
    return (" ".join(one.words.split()) for one in sentences(str(answer)))


def _verdict(one: Item, verdict: str, reason: str = "") -> Verdict:
    place = one.place.start if one.place else 0
    was = (one.place.words if one.place else one.words) if verdict != KEEP else ""
    return Verdict(one.digest, one.record, one.key, verdict, was, place, reason.strip())


def _stands(rows: Rows, case_id: CaseId, one: Item) -> tuple[Record, Item]:
    """The record that an item stands in, and the item as it stands now. Raises Refused where it stands no more."""
    case = rows.case(case_id)
    fresh = next((two for two in items(_template(case), case) if two.digest == one.digest), None)
    record = case.get(one.record)
    if record is None or fresh is None:
        raise Refused("That was changed meanwhile: look at it again.")
    return record, fresh


def _kinds(rows: Rows, case_id: CaseId, record: str) -> tuple[str, ...]:
    found = rows.case(case_id).get(record)
    return (found.kind,) if found else ()


def _template(case: Case) -> PlanTemplate:
    return plan_templates()[case.one("plan").words("template")]
