"""Whatever stands in a facts document, the rules answer or refuse; they never break."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.law.answer import answer
from casework.refusal import Refused

CORPUS = Path(__file__).parent / "corpus"
DOCUMENTS = [
    one["facts"]
    for file in sorted(CORPUS.glob("*.json"))
    for one in json.loads(file.read_text("utf-8"))
    if "facts" in one and "error" not in one["expect"]
]
JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 10**20),
    st.floats(allow_nan=False),
    st.text(max_size=3),
    st.sampled_from(["", "2026-02-30", "0001-01-01", "9999-12-31", "1900-01-01", "indefinite", "p1", "o1", "\ud800"]),
    st.dates().map(str),
    st.datetimes().map(lambda at: at.isoformat(timespec="minutes")),
    st.fixed_dictionaries({}, optional={"years": st.integers(0, 10**9), "days": st.integers(0, 10**9)}),
    st.lists(st.text(max_size=2), max_size=2),
)


def _places(value, found):
    """Every place in a document: its container and key."""
    if isinstance(value, dict):
        for key, inner in value.items():
            found.append((value, key))
            _places(inner, found)
    elif isinstance(value, list):
        for n, inner in enumerate(value):
            found.append((value, n))
            _places(inner, found)
    return found


def _answers_or_refuses(document):
    try:
        got = answer(document)
    except Refused as refusal:
        return refusal.where, refusal.why.en
    json.dumps(got)
    assert {one["about"] for one in got["states"]} <= {holder[key] for holder, key in _ids(document)}
    return None


def _ids(document):
    return [(holder, key) for holder, key in _places(document, []) if key == "id"]


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_changed_document_is_answered_or_refused(data):
    document = copy.deepcopy(data.draw(st.sampled_from(DOCUMENTS)))
    for _ in range(data.draw(st.integers(1, 3))):
        places = _places(document, [])
        holder, key = places[data.draw(st.integers(0, len(places) - 1))]
        change = data.draw(st.sampled_from(["replace", "remove", "add"]))
        if change == "replace":
            holder[key] = data.draw(JUNK)
        elif change == "remove" and isinstance(holder, dict):
            del holder[key]
        elif isinstance(holder, dict):
            holder[data.draw(st.sampled_from(["until", "on", "disposal", "colour", "in_force_from"]))] = data.draw(JUNK)
        if not _places(document, []):
            return
    _answers_or_refuses(document)


def _dates(value):
    return [(h, k) for h, k in _places(value, []) if isinstance(h[k], str) and len(h[k]) == 10 and h[k][4:5] == "-"]


@settings(max_examples=800, deadline=None)
@given(st.data())
def test_any_real_dates_are_answered(data):
    document = copy.deepcopy(data.draw(st.sampled_from(DOCUMENTS)))
    places = _dates(document)
    for _ in range(data.draw(st.integers(1, 4))):
        holder, key = data.draw(st.sampled_from(places))
        holder[key] = data.draw(st.dates()).isoformat()
    _answers_or_refuses(document)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("document", DOCUMENTS[::7], ids=str)
def test_the_ends_of_the_calendar_are_answered(document, day):
    changed = copy.deepcopy(document)
    for holder, key in _dates(changed):
        before = holder[key]
        holder[key] = day
        _answers_or_refuses(changed)
        holder[key] = before
    for holder, key in _dates(changed):
        holder[key] = day
    _answers_or_refuses(changed)


@pytest.mark.parametrize(
    "document",
    [None, [], "text", 7, True, {}, {"format": 1}, {"format": 1, "today": "2026-09-01", "people": [{}]}],
    ids=str,
)
def test_what_is_no_document_is_refused(document):
    with pytest.raises(Refused):
        answer(document)


def test_a_person_is_never_named_in_a_refusal():
    document = {
        "format": 1,
        "today": "2026-09-01",
        "people": [{"id": "p1", "date_of_birth": "1980-03-05"}],
        "events": [
            {"id": "e1", "person": "p1", "kind": "stay", "address": "9 Secret Street", "from": "x", "last_on": "y"}
        ],
    }
    with pytest.raises(Refused) as refusal:
        answer(document)
    assert "Secret" not in str(refusal.value)
