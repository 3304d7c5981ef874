"""Every worked example of the law: facts in, the dates, findings and states that a lawyer worked out by hand."""

import json
from pathlib import Path

import pytest

from casework.law.answer import answer
from casework.law.codes import date_codes, finding_codes
from casework.refusal import Refused

CORPUS = Path(__file__).parent / "corpus"
EXAMPLES = [one for file in sorted(CORPUS.glob("*.json")) for one in json.loads(file.read_text("utf-8"))]
FLAGS = {"under_appeal", "varied", "renewed"}


def _key(entry):
    return entry["code"], entry["about"], entry.get("limit")


def _day(entry):
    return entry["date"], entry.get("time")


def _named(entry, found):
    return found["code"] == entry if isinstance(entry, str) else entry.items() <= found.items()


def _faults(expected, got):
    wanted = {}
    for entry in expected.get("dates", []):
        wanted.setdefault(_key(entry), set()).add(_day(entry))
    for key, days in wanted.items():
        there = {_day(entry) for entry in got["dates"] if _key(entry) == key}
        if there != days:
            yield f"{key}: wanted {sorted(days, key=str)}, got {sorted(there, key=str)}"
    for entry in expected.get("absent_dates", []):
        yield from (f"{found} must not be there" for found in got["dates"] if _named(entry, found))
    for entry in expected.get("findings", []):
        if not any(entry.items() <= found.items() for found in got["findings"]):
            yield f"{entry} is missing"
    known = [(entry["code"], entry["about"]) for entry in expected.get("findings", [])]
    for found in got["findings"]:
        if found["severity"] == "error" and (found["code"], found["about"]) not in known:
            yield f"{found} is not expected"
    for entry in expected.get("no_finding", []):
        yield from (f"{found} must not be there" for found in got["findings"] if _named(entry, found))
    for entry in expected.get("states", []):
        there = {found["state"] for found in got["states"] if found["about"] == entry["about"]}
        others = there - FLAGS - {entry["state"]} if entry["state"] not in FLAGS else set()
        if entry["state"] not in there or others:
            yield f"{entry}: got {there}"


def _ids(value):
    if isinstance(value, dict):
        yield from [value["id"]] if isinstance(value.get("id"), str) else []
        for one in value.values():
            yield from _ids(one)
    elif isinstance(value, list):
        for one in value:
            yield from _ids(one)


def _misshapen(facts, got):
    known = set(_ids(facts))
    for entry in (*got["dates"], *got["findings"], *got["states"]):
        if entry["about"] not in known or not all(isinstance(text, str) and text for text in entry.values()):
            yield f"{entry} is misshapen"
    keys = [(_key(entry), entry["date"]) for entry in got["dates"]]
    keys += [(entry["code"], entry["about"]) for entry in got["findings"]]
    keys += [(entry["about"], entry["state"]) for entry in got["states"]]
    yield from (f"{key} is listed twice" for key in {key for key in keys if keys.count(key) > 1})
    for name in ("people", "orders", "licences", "terrorism_sentences"):
        for record in facts.get(name, []):
            states = [one for one in got["states"] if one["about"] == record["id"] and one["state"] not in FLAGS]
            if len(states) != 1:
                yield f"{record['id']} has {len(states)} main states"


def _check(example):
    expected = example["expect"]
    if "error" in expected:
        with pytest.raises(Refused) as refusal:
            answer(example["facts"])
        assert refusal.value.where == expected["error"]["path"]
        assert refusal.value.why.en
        return
    got = answer(example["facts"])
    assert not [*_misshapen(example["facts"], got), *_faults(expected, got)]


@pytest.mark.parametrize("example", [one for one in EXAMPLES if "facts" in one], ids=lambda one: one["id"])
def test_the_example_holds(example):
    _check(example)


def test_ids_of_examples_are_unique():
    names = [one["id"] for one in EXAMPLES]
    assert len(names) == len(set(names))


def test_every_code_has_an_example():
    dates = {entry["code"] for one in EXAMPLES for entry in one["expect"].get("dates", [])}
    findings = {entry["code"] for one in EXAMPLES for entry in one["expect"].get("findings", [])}
    assert dates == set(date_codes())
    assert findings == set(finding_codes())


def test_the_same_facts_give_the_same_answer():
    facts = next(one["facts"] for one in EXAMPLES if one["id"] == "O37")
    assert json.dumps(answer(facts)) == json.dumps(answer(json.loads(json.dumps(facts))))


def test_a_wrong_expectation_is_noticed():
    example = next(one for one in EXAMPLES if one["id"] == "T26")
    got = answer(example["facts"])
    wrong = {"dates": [{**example["expect"]["dates"][0], "date": "2033-01-15"}]}
    assert list(_faults(wrong, got))
    assert list(_faults({"findings": []}, {**got, "findings": [{"code": "x", "about": "c1", "severity": "error"}]}))
