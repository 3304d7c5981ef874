"""Plan templates: whole, guided in every section, and never edited once published."""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.case import Case
from casework.definition import from_table, read
from casework.record import CaseId, Record, RecordId
from casework.refusal import Refused
from casework.standing import State, standings
from casework.template import PlanTemplate, Section, plan_templates, published
from casework.template_check import refuse

EDITIONS = Path(__file__).parent.parent / "golden" / "editions.json"
COMMUNITY = "community_rmp_2026_11"
ORDER = [
    "header",
    "situation",
    "scenarios",
    "rosh",
    "factors",
    "protective",
    "tools",
    "supervision",
    "monitoring",
    "interventions",
    "victims",
    "digital",
    "release",
    "contingency",
    "disclosure",
    "agencies",
    "view",
    "review",
    "signoff",
]


SECTIONS = [
    pytest.param(section, id=f"{template.code}-{section.key}")
    for template in published()
    for section in template.section
]


def own_digests() -> dict[str, str]:
    packages = ("casework.plans", "casework.wordings")
    found = [one for name in packages for one in files(name).iterdir() if one.name.endswith(".toml")]
    assert len({one.name for one in found}) == len(found), "two published files have the same name"
    return {one.name: hashlib.sha256(one.read_bytes().replace(b"\r\n", b"\n")).hexdigest() for one in found}


def test_the_community_plan_has_its_nineteen_sections_in_order():
    assert [one.key for one in plan_templates()[COMMUNITY].section] == ORDER


def test_published_editions_are_as_they_were_published():
    published = json.loads(EDITIONS.read_text("utf-8"))
    now = own_digests()
    changed = [name for name, digest in published.items() if now.get(name) != digest]
    assert not changed, f"Published and yet changed or gone: {changed}. Make a new edition as a new file instead."
    assert set(now) == set(published), "A new edition is published by adding its digest to editions.json."


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_guided(section: Section):
    said = [section.title.en, section.short.en, section.asks.en, section.why.en]
    said += [part.en for one in (section.good, section.poor) for part in (one.text, one.because)]
    assert all(len(one.strip()) == len(one) > 0 for one in said)
    assert len(section.asks.en) > 120
    assert len(section.why.en) > 120
    assert len(section.good.text.en) > 150
    assert section.good.text != section.poor.text
    assert section.title.cy
    assert section.short.cy
    assert len(section.short.en) <= 16, "the section list has room for about sixteen letters"


TEMPLATES = [pytest.param(one, id=one.code) for one in published()]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_holds_what_every_template_must(template: PlanTemplate):
    refuse(template, template.code)
    assert template.name.cy
    assert template.area.cy or template.code == COMMUNITY
    assert template.edition > 0
    assert not template.local
    assert not template.follows or template.follows in plan_templates()


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_speaks_welsh_and_serves_its_pillar(section: Section):
    for one in section.field:
        assert one.label.cy, one.key
        assert all(choice.label.cy for choice in one.choices), one.key
    pillars = [part.where["pillar"] for part in section.rows if "pillar" in part.where]
    assert not section.pillar or pillars == [section.pillar]
    assert not section.unconfirmed.en or section.unconfirmed.cy


def test_an_empty_case_is_honestly_empty():
    plan = Record(RecordId("p"), "plan", answers={"template": COMMUNITY})
    found = {one.section.key: one for one in standings(plan_templates()[COMMUNITY], empty(plan), plan)}
    assert found["digital"].state is found["release"].state is State.NOT_NEEDED
    with_address = replace(
        empty(plan), records=(plan, Record(RecordId("h"), "address", answers={"lines": "1 Mill Row"}))
    )
    later = {one.section.key: one for one in standings(plan_templates()[COMMUNITY], with_address, plan)}
    assert (later["release"].state, later["release"].gaps) == (State.NOT_NEEDED, ())
    assert "Add one: contact of the lead agency" in [gap.what.en for gap in found["header"].gaps]
    assert "Add one: intervention or treatment, or say why there is none" in [
        gap.what.en for gap in found["interventions"].gaps
    ]
    rest = [one for key, one in found.items() if key not in ("digital", "release")]
    assert all(one.state is State.NOT_STARTED and one.gaps for one in rest)


def test_digital_is_needed_in_category_1_and_release_in_custody():
    plan = Record(RecordId("p"), "plan", answers={"template": COMMUNITY})
    category = Record(RecordId("c"), "category", answers={"category": "1", "from": date(2026, 1, 1)})
    custody = Record(RecordId("w"), "whereabouts", answers={"kind": "custody", "from": date(2026, 1, 1)})
    found = standings(plan_templates()[COMMUNITY], empty(plan, category, custody), plan)
    states = {one.section.key: one.state for one in found}
    assert states["digital"] is states["release"] is State.NOT_STARTED


def test_only_the_lead_agency_fills_the_header():
    plan = Record(RecordId("p"), "plan", answers={"template": COMMUNITY})
    health = Record(RecordId("h"), "contact", answers={"agency": "health", "lead": False})
    police = Record(RecordId("l"), "contact", answers={"agency": "police", "lead": True})
    rows = next(one for one in plan_templates()[COMMUNITY].get("header").rows if one.kind == "contact")
    assert rows.of(empty(plan, health, police)) == (police,)


def test_no_protective_factor_is_an_answer_when_it_has_a_reason():
    plan = Record(RecordId("p"), "plan", answers={"template": COMMUNITY})
    section = plan_templates()[COMMUNITY].get("protective")
    reasoned = plan.answered("protective_none", "Family, employer and prison file asked; nothing that held.")
    states = [
        next(one.state for one in standings(plan_templates()[COMMUNITY], empty(one), one) if one.section == section)
        for one in (plan, reasoned)
    ]
    assert states == [State.NOT_STARTED, State.READY]


def empty(*records: Record) -> Case:
    return Case(CaseId("case"), "T-00001", records)


def tables(value: object, path: str = "plan.toml") -> Iterator[tuple[str, dict, dict | list, str | int]]:
    """Every table below the top that is read into a shape: its path, itself, what holds it and under which key."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in inside:
        where = f"{path}[{key}]" if isinstance(value, list) else f"{path}.{key}"
        if isinstance(inner, dict) and key not in ("where", "when"):
            yield where, inner, value, key
        yield from tables(inner, where)


def community() -> dict:
    raw = tomllib.loads((files("casework.plans") / f"{COMMUNITY}.toml").read_text("utf-8"))
    return {"code": COMMUNITY, **raw}


PLACES = len(list(tables(community())))


@settings(deadline=None)
@given(key=st.from_regex(r"[a-z]{3,12}_x", fullmatch=True), place=st.integers(-1, PLACES - 1))
def test_an_unknown_key_anywhere_is_refused_by_name(key: str, place: int):
    table = community()
    path, where = ("plan.toml", table) if place < 0 else list(tables(table))[place][:2]
    where[key] = "typed by mistake"
    with pytest.raises(Refused) as refused:
        from_table(PlanTemplate, table, "plan.toml")
    assert key in refused.value.why.en
    assert refused.value.where == f"{path}.{key}"


@settings(deadline=None)
@given(place=st.integers(0, PLACES - 1), junk=st.sampled_from([7, True, 1.5, ["x"], date(2026, 1, 1)]))
def test_a_value_that_is_no_table_is_refused_with_its_place(place: int, junk: object):
    table = community()
    path, _, holder, key = list(tables(table))[place]
    holder[key] = junk
    with pytest.raises(Refused) as refused:
        from_table(PlanTemplate, table, "plan.toml")
    assert refused.value.where == path


def test_the_file_is_named_when_it_cannot_be_read(tmp_path: Path):
    for name, text in {"cut.toml": "name = ", "key.toml": 'colour = "red"', "empty.toml": ""}.items():
        (tmp_path / name).write_text(text, "utf-8")
        with pytest.raises(Refused, match=name):
            read(PlanTemplate, tmp_path / name, code="x")
    (tmp_path / "latin.toml").write_bytes(b'name = "caf\xe9"')
    with pytest.raises(Refused, match=r"latin\.toml"):
        read(PlanTemplate, tmp_path / "latin.toml", code="x")
