"""What an edition withholds is not in its file: a mark is planted in every field of every kind and searched for."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from casework.document import documents
from casework.edition import audiences
from casework.left_out import families, told
from casework.pack import MeetingPack
from casework.record import record_kinds
from casework.template import plan_templates
from reports.documents import render, render_text
from tests.reports.planted import Planted, everything, plant, planted_pack, withheld

MARK = re.compile(r"z[qv]\d{4}q")
EVERY = [(one.code, edition.code) for one in documents().values() for edition in one.edition if not one.forms]


@pytest.fixture(scope="module")
def now() -> Planted:
    return plant()


@pytest.fixture(scope="module")
def was() -> Planted:
    return plant("zv")


@pytest.fixture(scope="module")
def full(now: Planted, was: Planted) -> MeetingPack:
    return planted_pack(now, was)


@pytest.mark.parametrize(("code", "edition"), EVERY, ids=[f"{code}-{edition}" for code, edition in EVERY])
def test_nothing_that_is_withheld_is_in_the_file(
    code: str, edition: str, now: Planted, was: Planted, full: MeetingPack
) -> None:
    made = documents()[code].edition_named(edition)
    assert made
    said = everything(render(code, full, edition)) + render_text(code, full, edition).lower()
    hidden = withheld(now, made) | withheld(was, made)
    named = set() if made.masks else {now.name, was.name}
    assert {hidden[mark] for mark in hidden if mark in said and mark not in named} == set()
    if made.keeps:
        assert "ylaw" not in said
        assert made.holds("notification") or "notification.periodic_by" not in said
    if not made.holds("document"):
        assert not re.search(r"/subtype\s*/image", said)
    held = set(MARK.findall(said)) - set(hidden)
    assert bool(held) == (set(made.keeps) != {"plan"})


def test_closed_information_stands_on_numbered_copies_alone(now: Planted, full: MeetingPack) -> None:
    made = documents()["closed_annex"].edition[0]
    looked_at = replace(full, copy_number=0, copies=0)
    said, hidden = everything(render("closed_annex", looked_at)), withheld(now, made, numbered=False)
    assert {hidden[mark] for mark in hidden if mark in said} == set()
    given = everything(render("closed_annex", full))
    told = {now.marks[mark][1] for mark in set(MARK.findall(given)) & set(now.marks)}
    assert {"name", "wishes", "contact", "lines", "others", "words", "facts"} <= told


def test_a_plan_on_one_page_withholds_the_same(now: Planted, full: MeetingPack) -> None:
    short = "level_1_2026_12"
    plan = now.case.one("plan").answered("template", short)
    case = now.case.replaced(plan if one.kind == "plan" else one for one in now.case.records)
    pack = replace(full, case=case, plan=plan, template=plan_templates()[short])
    for made in documents()["plan"].edition:
        said, hidden = everything(render("plan", pack, made.code)), withheld(now, made)
        assert {hidden[mark] for mark in hidden if mark in said} == set()
        assert MARK.search(said)


def test_what_is_left_out_is_told_by_kinds_and_the_same_for_every_case() -> None:
    kinds = [kind for one in families() for kind in one.kinds]
    assert sorted(kinds) == sorted(record_kinds())
    partner = documents()["pack"].edition_named("partner")
    court = documents()["orders"].edition_named("court")
    assert partner
    assert court
    assert told(partner).startswith("Left out: identifiers, assessment tools, victims, checks of the plan, and audits.")
    assert told(partner).endswith("Statements that may not go as far as this copy are left out too.")
    assert "the assessment of risk" in told(court)
    assert "victims" in told(court)
    assert told(documents()["pack"].edition[0]) == ""


@pytest.mark.parametrize("code", audiences())
def test_an_audience_names_kinds_and_fields_that_there_are(code: str) -> None:
    made = audiences()[code]
    plan = {one.key for template in plan_templates().values() for one in template.fields()}
    for named in (made.keeps, made.withholds, made.only):
        for kind, keys in named.items():
            known = {one.key for one in record_kinds()[kind].field} | (plan if kind == "plan" else set())
            assert set(keys) <= known, kind
    for kind, wanted in made.only.items():
        for key, codes in wanted.items():
            field = record_kinds()[kind].get(key)
            assert field
            assert set(codes) <= {one.code for one in field.options()} | {"", "true", "false"}
