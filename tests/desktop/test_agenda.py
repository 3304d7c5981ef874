"""Bands, filters and their honest count; passphrases judged; a place for a vault; cases found by typing."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.due import Due
from casework.record import CaseId
from casework.refusal import Refused
from casework.text import Text
from desktop.agenda import Asked, Band, Item, Kinds, agenda, by_day
from desktop.jump import matching
from desktop.operations import vaults
from desktop.operations.cases import CaseLine
from desktop.pages.excerpt import excerpt
from desktop.strength import Strength, judged
from tests.desktop.conftest import TODAY


def line(n: int, surname: str = "Sampleton", forenames: str = "Alan") -> CaseLine:
    return CaseLine(CaseId(f"{n}"), f"C-{n:05}", surname, forenames, date(1979, 3, 4), "1", "3", "high", "Community")


def item(days: int, kind: str = "action", n: int = 1) -> Item:
    on = TODAY + timedelta(days=days)
    due = Due(
        on, Text(f"Thing {days}"), CaseId(f"{n}"), f"C-{n:05}", f"r{days}{kind}", kind, f"{kind}.due", "duty", "", "",
        "", Text(""), days < 0,
    )  # fmt: skip
    return Item(due, line(n))


FAR = TODAY + timedelta(days=27)


@pytest.mark.parametrize(
    ("days", "band"),
    [(-400, Band.LATE), (-1, Band.LATE), (0, Band.WEEK), (6, Band.WEEK), (7, Band.COMING), (27, Band.COMING)],
)
def test_each_date_lies_in_its_band(days, band):
    found = agenda([item(days)], TODAY, Asked(FAR))
    assert [b for b, items in found.bands.items() if items] == [band]


def test_what_is_hidden_is_counted():
    items = [item(1), item(28), item(90), item(2, "law"), item(40, "law")]
    found = agenda(items, TODAY, Asked(FAR, Kinds.LAW))
    assert [one.due.kind for one in found.bands[Band.WEEK]] == ["law"]
    assert (found.later, found.other) == (1, 3)


def test_words_narrow_by_name_reference_and_what():
    items = [item(1), replace(item(2, n=2), line=line(2, "Ferncross", "Bee"))]
    for typed, left in (("fern", 1), ("c-00002", 1), ("thing", 2), ("THING 1", 1), ("bee fern", 1), ("nobody", 0)):
        found = agenda(items, TODAY, Asked(FAR, words=typed))
        assert sum(map(len, found.bands.values())) == left, typed
        assert found.other == 2 - left


@given(
    st.lists(st.tuples(st.integers(-500, 500), st.sampled_from(["law", "action"])), max_size=40), st.sampled_from(Kinds)
)
def test_nothing_is_lost_between_shown_and_hidden(days, kinds):
    items = [item(n, kind) for n, kind in days]
    found = agenda(items, TODAY, Asked(FAR, kinds))
    shown = [one for band in Band for one in found.bands[band]]
    assert len(shown) + found.later + found.other == len(items)
    assert [one.due.on for one in shown] == sorted(one.due.on for one in shown)


def test_days_are_counted():
    assert by_day([item(0), item(0), item(2), item(-1), item(3)], TODAY, 3) == [2, 0, 1]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("samp", [1, 3]),
        ("alan", [1]),
        ("sampleton, alan", [1]),
        ("ALAN SAMP", [1]),
        ("c-00003", [3]),
        ("1979", [1, 2, 3]),
        ("x", []),
    ],
)
def test_cases_are_found_by_any_words_in_any_order(typed, found):
    lines = (line(1), line(2, "Oakes", "Bo"), line(3, "Sampler", "Cy"))
    assert [int(one.id) for one in matching(lines, typed)] == found


def test_those_whose_surname_begins_with_it_come_first():
    lines = (line(1, "Hall", "Samuel"), line(2, "Samson", "Bo"))
    assert [int(one.id) for one in matching(lines, "sam")] == [2, 1]


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.WEAK),
        ("password1", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("blue blue blue blue blue blue", Strength.WEAK),
        ("Holdfast2026!", Strength.WEAK),
        ("three blue boats", Strength.WEAK),
        ("mosquito lounge velvet orbit", Strength.FAIR),
        ("square level mosquito lounge milk mind", Strength.STRONG),
        ("kX9#vQ2$mL7@pR4&wT1z", Strength.STRONG),
    ],
)
def test_a_passphrase_is_judged_with_caution(passphrase, strength):
    assert judged(passphrase).strength is strength


def test_no_suggested_passphrase_is_called_weak():
    assert all(judged(vaults.suggestion()).strength is not Strength.WEAK for _ in range(200))


@pytest.mark.parametrize("name", ["", "  ", "a/b", "a\\b", "c:d", ".hidden", "why?", "new\nline", 'quo"te', "a|b"])
def test_a_name_that_cannot_be_a_folder_is_refused(tmp_path: Path, name):
    with pytest.raises(Refused) as refusal:
        vaults.place(tmp_path, name)
    assert refusal.value.where == "name"


def test_a_name_becomes_a_folder_once(tmp_path: Path):
    found = vaults.place(tmp_path, " Tîm y Gogledd ")
    assert found == tmp_path / "Tîm y Gogledd.casevault"
    found.mkdir()
    with pytest.raises(Refused, match="already"):
        vaults.place(tmp_path, "Tîm y Gogledd.casevault")


@given(st.text(max_size=300), st.integers(10, 200))
def test_an_excerpt_is_one_line_and_never_longer(words, most):
    found = excerpt(words, most)
    assert "\n" not in found
    assert len(found) <= most + 2
