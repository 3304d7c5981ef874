"""All rules on one case: what keeps its plan from being agreed, what is a warning, what was set aside with a reason."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from casework.answer import Absent, Answer, encode
from casework.case import Case
from casework.plan_places import section_of_field, section_of_record, sections_for
from casework.plan_rules import ahead, content, eligibility, links, rows, tools, worded
from casework.plan_rules.table import Ground, Miss, Misses, Rule, Weight, rules
from casework.reckoning import Reckoning
from casework.record import Record
from casework.standing import Standing, State, standings
from casework.template import plan_templates
from casework.text import Text

NO_SETTINGS: Mapping[str, str] = MappingProxyType({})
Reader = Callable[[Ground, Rule], Misses]

READERS: dict[str, Reader] = {
    "V1.1": eligibility.none_stands,
    "V1.2": eligibility.several_stand,
    "V1.3": eligibility.no_author,
    "V2": eligibility.category_3_at_level_1,
    "V3.1": eligibility.category_1_without_notification,
    "V3.2": eligibility.category_2_without_end,
    "V3.3": eligibility.category_3_without_grounds,
    "V3.4": eligibility.category_4_without_grounds,
    "V4": eligibility.ends_soon,
    "V5": eligibility.level_without_criterion,
    "V6": eligibility.level_changed_without_reason,
    "V7": eligibility.overall_not_highest,
    "V8.1": content.pillar_empty,
    "V8.2": content.no_contingency,
    "V8.3": content.no_licence_conditions,
    "V8.4": content.no_review_date,
    "V11": content.nothing_protects,
    "P1": content.older_than_last_event,
    "P2": content.review_passed,
    "V10.1": links.scenario_without_measure,
    "V10.2": links.factor_without_measure,
    "C1": links.scenario_without_contingency,
    "C2": links.measure_without_use,
    "C3": links.factor_without_scenario,
    "S1": links.rests_on_no_fact,
    "R1": links.why_not_said,
    "R2": links.less_not_said,
    "R3": links.end_not_said,
    "R4": worded.boilerplate,
    "R5": links.said_not_to_limit,
    "G1": worded.nothing_to_carry_out,
    "G2": worded.left_open,
    "G3": worded.bare_response,
    "G4": worded.no_frequency,
    "K1": worded.no_sign,
    "K2": worded.nobody_notices,
    "K3": worded.nobody_acts,
    "K4": worded.no_time_limit,
    "K5": worded.no_number,
    "K6": rows.contingency_not_known,
    "V9.1": worded.no_verb,
    "V9.2": rows.no_owner,
    "V9.3": rows.no_date,
    "V9.4": rows.no_agency,
    "V9.5": rows.for_nothing,
    "V9.6": worded.not_in_person,
    "V13": rows.disclosure_not_complete,
    "V14": ahead.next_meeting,
    "V16": ahead.release_near,
    "V17": ahead.handover_day,
    "V20": rows.breach_not_countable,
    "V22": tools.not_of_the_tool,
    "V23": rows.statement_without_source,
    "V25": content.unapproved_address,
    "V26": content.too_long,
    "V27": content.victim_named,
    "V28": ahead.no_prison_report,
}


@dataclass(frozen=True, slots=True)
class PlanFinding:
    """A rule that is not met, said in one sentence, with the record and field that it is about.

    ``kind`` and ``answers`` are a record whose adding mends it; ``section`` is the key of the plan's section in which
    it is mended, empty where that is outside the plan. ``waiver`` is the record with which a warning was set aside; a
    warning comes back when what stood there has changed since.
    """

    rule: Rule
    says: Text
    about: str = ""
    key: str = ""
    kind: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict, repr=False)
    waiver: Record | None = field(default=None, repr=False)
    section: str = ""

    @property
    def hard(self) -> bool:
        """Whether it keeps the plan from being agreed."""
        return self.rule.severity is Weight.HARD

    @property
    def open(self) -> bool:
        """Whether it wants something: it is neither mended nor set aside, and not merely worth knowing."""
        return self.hard or (self.waiver is None and not self.note)

    @property
    def note(self) -> bool:
        """Whether it only tells something worth knowing."""
        return self.rule.severity is Weight.NOTE


def plan_findings(
    case: Case, reckoning: Reckoning, today: date, settings: Mapping[str, str] = NO_SETTINGS
) -> tuple[PlanFinding, ...]:
    """Everything that the rules find in a case with a plan: the hard ones first, each group in the rules' order.

    What the sections of the template tell as missing already is not told twice. ``today`` must be the reckoning's;
    ``settings`` are what the area set for itself.
    """
    plan = case.one("plan")
    ground = Ground(case, plan_templates().get(plan.words("template")), plan, reckoning, today, settings)
    told = _told_as_missing(ground)
    found = [
        _finding(ground, rule, miss)
        for code, rule in rules().items()
        for miss in READERS[code](ground, rule)
        if not told(miss)
    ]
    return tuple(sorted(found, key=lambda one: not one.hard))


def told_state(standing: Standing, found: Iterable[PlanFinding]) -> State:
    """How far a section is: not ready while a rule that must be met in it is not."""
    held_up = any(one.hard and one.section == standing.section.key for one in found)
    return State.IN_HAND if held_up and standing.state is State.READY else standing.state


def blocking(found: tuple[PlanFinding, ...]) -> tuple[PlanFinding, ...]:
    """Those that keep a plan from being agreed."""
    return tuple(one for one in found if one.hard)


def waiver_for(found: PlanFinding, case: Case, reason: str, by: str, on: date) -> dict[str, Answer]:
    """The answers of the record that sets a warning aside."""
    return {
        "rule": f"{found.rule.code} {found.rule.name.en}", "said": found.says.en, "reason": reason, "by": by, "on": on,
        "about": found.about, "key": found.key, "stood": _stood(case, found.about, found.key),
    }  # fmt: skip


def _finding(ground: Ground, rule: Rule, miss: Miss) -> PlanFinding:
    says = rule.says.filled(**miss.holes)
    waiver = _waiver(ground.case, rule, miss) if rule.severity is Weight.SOFT else None
    return PlanFinding(rule, says, miss.about, miss.key, miss.kind, miss.answers, waiver, _section(ground, miss))


def _section(ground: Ground, miss: Miss) -> str:
    template = ground.template
    if template is None:
        return ""
    if miss.about == ground.plan.id:
        found = section_of_field(template, miss.key)
    elif miss.about:
        found = section_of_record(template, ground.case, miss.about)
    else:
        fits = [
            section
            for section, part in sections_for(template, miss.kind)
            if all(miss.answers.get(key, value) == value for key, value in part.where.items())
        ]
        found = fits[0] if len(fits) == 1 else None
    return found.key if found else ""


def _waiver(case: Case, rule: Rule, miss: Miss) -> Record | None:
    stood = _stood(case, miss.about, miss.key)
    fits = [
        one
        for one in case.of("waiver")
        if one.words("rule").partition(" ")[0] == rule.code
        and (one.words("about"), one.words("key"), one.words("stood")) == (miss.about, miss.key, stood)
    ]
    return fits[-1] if fits else None


def _stood(case: Case, about: str, key: str) -> str:
    """A mark of what stands in a field; empty where a finding is about no field."""
    record = case.get(about)
    answer = record[key] if record and key else Absent.NOT_ASKED
    given = answer is not Absent.NOT_ASKED
    return hashlib.blake2b(str(encode(answer)).encode("utf-8"), digest_size=8).hexdigest() if given else ""


def _told_as_missing(ground: Ground) -> Callable[[Miss], bool]:
    found = standings(ground.template, ground.case, ground.plan) if ground.template else ()
    gaps = [gap for one in found for gap in one.gaps]
    fields = {(gap.record, gap.key) for gap in gaps if gap.record}
    kinds = {gap.kind for gap in gaps if gap.kind}

    def told(miss: Miss) -> bool:
        return (miss.about, miss.key) in fields if miss.about else miss.kind in kinds

    return told
