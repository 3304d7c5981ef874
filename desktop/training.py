"""The training vault: invented cases, with the passphrase beside it, and it says so on every page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from casework.case import Case
from casework.record import CaseId, Record, RecordId
from casework.training_cases import TrainingCase, training_cases
from storage.kdf import FLOOR_KDF
from storage.recovery import suggested_passphrase
from storage.rows import Rows
from storage.vault import Vault

VAULT_NAME = "Training.casevault"
WORDS_FILE = "passphrase.txt"
PERSON = "T. Trainer"


def open_or_make(folder: Path, today: date) -> Vault:
    """The training vault in a folder, made with its cases where it is not there yet."""
    vault, words = folder / VAULT_NAME, folder / WORDS_FILE
    if vault.exists() and words.exists():
        return Vault.open(vault, bytearray(words.read_text("utf-8").splitlines()[0].encode()))
    folder.mkdir(parents=True, exist_ok=True)
    passphrase = suggested_passphrase()
    made, _recovery = Vault.create(
        vault, name="Training", person=PERSON, passphrase=bytearray(passphrase.encode()), training=True,
        kdf=FLOOR_KDF,
    )  # fmt: skip
    words.write_text(
        f"{passphrase}\nThis opens the training vault beside it, which holds invented people only.\n", "utf-8"
    )
    fill(made, today)
    return made


def fill(vault: Vault, today: date) -> None:
    """Put the training cases into a vault, all or nothing."""
    with vault.write("collection") as rows:
        for one in training_cases(today):
            _enter(rows, one, today)


def _enter(rows: Rows, training: TrainingCase, today: date) -> None:
    case = rows.new_case(training.ref)
    made: dict[str, RecordId] = {}
    later: list[tuple[Record, Mapping[str, tuple[str, ...]]]] = []
    for record in training.records:
        links = {key: record.links(key) for key in _link_keys(record) if record.links(key)}
        plain = {key: answer for key, answer in record.answers.items() if key not in links}
        entered = rows.add(case.id, record.kind, plain, made[record.parent] if record.parent else None)
        made[record.id] = entered.id
        later.append((record, links))
    for record, found in later:
        for key, ids in found.items():
            linked = tuple(str(made[RecordId(one)]) for one in ids)
            rows.answer(made[record.id], key, linked if isinstance(record[key], tuple) else linked[0])
    plan = next(one for one in training.records if one.kind == "plan")
    rows.start_plan(case.id, plan.words("template"), today)


def _link_keys(record: Record) -> tuple[str, ...]:
    return tuple(one.key for one in record.shape.field if one.links)


def as_case(training: TrainingCase) -> Case:
    """A training case as a value, without a vault."""
    return Case(CaseId(training.ref), training.ref, training.records)
