"""Passphrases judged; a place for a vault; cases found by typing."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.case_line import CaseLine
from casework.record import CaseId
from casework.refusal import Refused
from desktop.jump import matching
from desktop.operations import vaults
from desktop.pages.excerpt import excerpt
from desktop.strength import Strength, judged


def line(n: int, surname: str = "Sampleton", forenames: str = "Alan") -> CaseLine:
    return CaseLine(CaseId(f"{n}"), f"C-{n:05}", surname, forenames, date(1979, 3, 4), "1", "3", "high", "Community")


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
