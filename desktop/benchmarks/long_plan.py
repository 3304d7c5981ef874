"""A plan of sixty printed pages about somebody invented, in two versions."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from casework.answer import Absent, Answer
from casework.case import Case
from casework.field import Field, FieldType
from casework.record import CaseId, Record, record_kinds
from casework.template import PlanTemplate, Section, fields_of, plan_templates
from desktop.operations import cases
from storage.kdf import FLOOR_KDF
from storage.rows import Rows
from storage.vault import Vault

PASSPHRASE = "measured and thrown away"  # noqa: S105 - of a vault that lives for a minute
_ROWS = 12
_PARAGRAPHS, _OWN_PARAGRAPHS = 1, 6
_LINE = (
    "he she they works walks keeps answers visits meets asks tells plans checks rings writes waits agrees the his her "
    "flat shift hostel bus market phone sister officer neighbour landlord plan evening weekend morning quietly often "
    "seldom twice again openly before after during near with without because unless until and but so that when"
)
_WORDS = _LINE.split()


def make(folder: Path, today: date) -> tuple[Path, CaseId]:
    """A vault with the case: one version agreed, and a draft in which every third answer was changed since."""
    place = folder / "Measured.casevault"
    passphrase = bytearray(PASSPHRASE.encode())
    vault, _ = Vault.create(
        place, name="Measured", person="A. Measurer", passphrase=passphrase, training=True, kdf=FLOOR_KDF
    )
    with vault:
        template = next(iter(plan_templates().values()))
        made = CaseId(cases.new("Longman", "Peter", Absent.NOT_ASKED, template.code, today)(vault).made)
        with vault.write("collection") as rows:
            _fill(rows, made, template, random.Random(60))  # noqa: S311 - words that nobody guesses
            _link(rows, rows.case(made))
            rows.agree_plan(made, today, "A. Manager", b"")
            rows.start_plan(made, template.code, today)
            for record, one in _thirds(rows.case(made)):
                more = _text(random.Random(one.key), 1)  # noqa: S311 - as above
                rows.answer(record.id, one.key, f"{record.words(one.key)} {more}")
    return place, made


def _fill(rows: Rows, case: CaseId, template: PlanTemplate, chance: random.Random) -> None:
    plan = rows.case(case).one("plan")
    for section in template.section:
        for one in section.field:
            if one.type is FieldType.LONG:
                rows.answer(plan.id, one.key, _text(chance, _OWN_PARAGRAPHS))
        for kind in _kinds(section):
            for _ in range(_ROWS):
                rows.add(case, kind, _answers(record_kinds()[kind].field, chance))


def _link(rows: Rows, case: Case) -> None:
    """Every measure, contingency and factor answers a scenario."""
    scenarios = case.of("scenario")
    for kind in ("factor", "measure", "contingency"):
        for n, record in enumerate(case.of(kind)):
            field = next((one for one in record.shape.field if "scenario" in one.links), None)
            if field is not None:
                target = str(scenarios[n % len(scenarios)].id)
                rows.answer(record.id, field.key, (target,) if field.type is FieldType.LINKS else target)


def _kinds(section: Section) -> Iterator[str]:
    for part in section.rows:
        shape = record_kinds()[part.kind]
        if shape.parent == "case" and not shape.single and not part.where:
            yield part.kind


def _answers(fields: tuple[Field, ...], chance: random.Random) -> Mapping[str, Answer]:
    made: dict[str, Answer] = {}
    for one in fields:
        if one.type is FieldType.LONG:
            made[one.key] = _text(chance, _PARAGRAPHS)
        elif one.type is FieldType.TEXT and one.holds.value == "anything":
            made[one.key] = " ".join(chance.choices(_WORDS, k=5)).capitalize()
    return made


def _text(chance: random.Random, paragraphs: int) -> str:
    def sentence() -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randint(6, 16))).capitalize() + "."

    return "\n".join(" ".join(sentence() for _ in range(5)) for _ in range(paragraphs))


def _thirds(case: Case) -> Iterator[tuple[Record, Field]]:
    found = [
        (record, one)
        for record in case.records
        for one in fields_of(record)
        if one.type is FieldType.LONG and record.words(one.key)
    ]
    yield from found[::3]
