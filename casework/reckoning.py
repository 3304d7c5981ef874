"""What the law says of a case: dates with their reasons, findings beside their records, states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from casework.case import Case
from casework.dates import spoken
from casework.facts import Facts, facts
from casework.record import Record, has_value, record_kinds, title
from casework.refusal import Refused
from casework.text import Text

REFUSED = "facts.refused"
_PATH = re.compile(r"[a-z_]+\[\d+\](?:\.[a-z_]+(?:\[\d+\])?)*")


@dataclass(frozen=True, slots=True)
class LegalDate:
    """A date that the law gives. ``limit``: "target" is the safe reading, "outer" the last arguable one."""

    code: str
    label: Text
    about: str
    on: date
    at: time | None
    limit: str
    rule: str
    basis: str
    why: str
    law_row: str
    nature: str
    next: Text
    checked_on: date
    override: date | None = None
    override_reason: str = ""
    override_by: str = ""

    @property
    def working(self) -> date:
        """The date to work to: the one a person set with a reason, else the computed one."""
        return self.override or self.on


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the law finds wrong, doubtful or worth knowing about a record."""

    code: str
    severity: str
    about: str
    key: str
    message: str
    rule: str
    basis: str


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Everything the rules say of one case on one day. ``refused`` are facts that the rules could not take."""

    today: date
    dates: tuple[LegalDate, ...] = ()
    findings: tuple[Finding, ...] = ()
    states: tuple[tuple[str, str], ...] = ()
    version: str = ""

    def dates_about(self, records: Iterable[str]) -> tuple[LegalDate, ...]:
        """The dates about these records, earliest first."""
        wanted = set(records)
        return tuple(one for one in self.dates if one.about in wanted)

    def findings_about(self, records: Iterable[str]) -> tuple[Finding, ...]:
        """The findings about these records."""
        wanted = set(records)
        return tuple(one for one in self.findings if one.about in wanted)

    def states_of(self, record: str) -> tuple[str, ...]:
        """The main state and flags of a record."""
        return tuple(state for about, state in self.states if about == record)


def reckon(case: Case, today: date) -> Reckoning:
    """Run the rules on a case.

    One record that the rules refuse does not hide the dates of the others: it is left out, and the refusal
    becomes an error finding beside its field.
    """
    refused: list[Finding] = []
    without: frozenset[str] = frozenset()
    while True:
        given = facts(case, today, without)
        try:
            answer = _rules(given.document, today)
        except Refused as refusal:
            finding = _refusal(case, given, refusal)
            refused.append(finding)
            if not finding.about or finding.about in without or case.one("person").id == finding.about:
                return Reckoning(today, findings=tuple(refused))
            without |= {finding.about}
        else:
            return _overridden(_told(answer, case, today, refused), case)


def _rules(document: dict[str, object], today: date) -> dict[str, Any]:
    from casework.law.answer import answer  # noqa: PLC0415 - the rules are read when they are first asked

    return answer(document, today=today)


def _refusal(case: Case, given: Facts, refusal: Refused) -> Finding:
    about, key = given.place(refusal.where)
    if not about and refusal.where.startswith("people"):
        about, key = case.one("person").id, "date_of_birth"
    return Finding(REFUSED, "error", about, key, _in_words(case, given, refusal, key), "", "")


def _in_words(case: Case, given: Facts, refusal: Refused, key: str) -> str:
    """A refusal of the facts with the form's words in place of the document's paths."""
    record = case.get(given.place(refusal.where)[0]) or case.one("person")
    if key and not has_value(record[key]):
        return f"{_label(record, key)} is needed before the dates can be computed."
    last = refusal.where.rpartition(".")[2]
    for kind in record_kinds().values():
        if kind.parent == record.kind and kind.facts == last:
            return f"{kind.plural.en}: one that is complete is needed before the dates can be computed."
    return _PATH.sub(lambda path: _named(case, given, path[0]), refusal.why.en)


def _named(case: Case, given: Facts, path: str) -> str:
    about, key = given.places.get(path, ("", ""))
    record = case.get(about)
    return f"“{_label(record, key)}”" if record and key else title(record) if record else path


def _label(record: Record, key: str) -> str:
    found = record.shape.get(key)
    return found.label.en if found else key


def _told(answer: dict[str, Any], case: Case, today: date, refused: list[Finding]) -> Reckoning:
    from casework.law.codes import date_code, finding_code  # noqa: PLC0415 - as above

    checked = date.fromisoformat(answer["rules_checked_on"])
    dates = []
    for one in answer["dates"]:
        code = date_code(one["code"])
        at = time.fromisoformat(one["time"]) if "time" in one else None
        on = date.fromisoformat(one["date"])
        dates.append(
            LegalDate(
                one["code"], code.label, one["about"], on, at, one.get("limit", ""), one["rule"], one["basis"],
                one["why"], one.get("law_row", ""), code.nature, code.next, checked,
            )
        )  # fmt: skip
    findings = [
        Finding(
            one["code"],
            one["severity"],
            one["about"],
            _beside(case, one["about"], finding_code(one["code"]).fields),
            one["message"],
            one["rule"],
            one["basis"],
        )
        for one in answer["findings"]
    ]
    return Reckoning(
        today,
        tuple(sorted(dates, key=_when)),
        (*refused, *findings),
        tuple((one["about"], one["state"]) for one in answer["states"]),
        answer["rules_version"],
    )


def _beside(case: Case, about: str, fields: tuple[str, ...]) -> str:
    """The field of a record beside which a finding is said: the first that is answered, else the first there is."""
    record = case.get(about)
    known = [key for key in fields if record and record.shape.get(key)]
    return next((key for key in known if record and has_value(record[key])), known[0] if known else "")


def _overridden(found: Reckoning, case: Case) -> Reckoning:
    """The same with the dates that a person set beside the computed ones, which stay.

    A set date counts once it has a reason and a name; it stands in for the date of its code and record, the very one
    it was set against where there are several. Where the law has meanwhile come to another day, that is a finding.
    """
    dates = list(found.dates)
    findings = list(found.findings)
    for own in case.of("override"):
        on, reason, by = own["on"], own.words("reason"), own.words("by")
        if not isinstance(on, date) or not reason or not by:
            continue
        at = _stood_for(dates, own)
        if at is None:
            findings.append(_moved(own, "The law gives no such date any more: take this one out, or look again."))
            continue
        computed = own["computed"]
        dates[at] = one = replace(dates[at], override=on, override_reason=reason, override_by=by)
        if isinstance(computed, date) and computed != one.on:
            was, now = spoken(computed), spoken(one.on)
            findings.append(_moved(own, f"When it was set the computed date was {was}; now it is {now}: look again."))
    return replace(found, dates=tuple(sorted(dates, key=_when)), findings=tuple(findings))


def _stood_for(dates: Sequence[LegalDate], own: Record) -> int | None:
    """Which of the dates a person's date stands in for."""
    code, about = own.words("code"), own.words("about")
    alike = [n for n, one in enumerate(dates) if one.code == code and one.about == about]
    same = [n for n in alike if dates[n].on == own["computed"]]
    plain = [n for n in alike if dates[n].limit != "outer"]
    return next(iter([*same, *plain, *alike]), None)


def _moved(own: Record, message: str) -> Finding:
    return Finding("override.look_again", "warning", own.id, "on", message, "", "")


def _when(one: LegalDate) -> tuple[date, time, str]:
    return one.working, one.at or time.min, one.code
