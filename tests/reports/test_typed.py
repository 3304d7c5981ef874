"""Typed text on its way to paper."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.scripts import stretches
from reports.typed import legible, read_aloud
from reports.typeface import Face, characters, fitted, other_characters, width

WELSH = "âêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ"


def test_every_welsh_letter_is_shown_as_itself() -> None:
    assert legible(WELSH + WELSH.upper()) == WELSH + WELSH.upper()
    assert legible("w\u0302 y\u0302") == "ŵ ŷ"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain words", "plain words"),
        ("a\u2003b\tc", "a b c"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("soft\u00adhyphen zero\u200bwidth \u202eturned", "softhyphen zerowidth turned"),
        ("no → yes ✓ ☐", "no -> yes [tick] [ ]"),
        ("knife 🔪!", "knife [U+1F52A hocho]!"),
        ("Иван Ελένη", "Иван Ελένη"),
        ("李", "[U+674E]"),
        ("محمد", "\ufee3\ufea4\ufee4\ufeaa"),
        ("لا", "\ufefb"),
        ("דוד", "דוד"),
        ("\x00\x07", "[U+0000 U+0007]"),
        ("heart ❤\ufe0f", "heart [U+2764 heavy black heart]"),
    ],
)
def test_what_the_typeface_lacks_is_told_in_signs_that_it_has(written: str, shown: str) -> None:
    assert legible(written) == shown


@given(st.text())
def test_legible_text_has_only_characters_of_the_typeface_and_stays_as_it_is(written: str) -> None:
    shown = legible(written)
    assert {ord(one) for one in shown} <= characters() | other_characters() | {ord("\n")}
    assert legible(shown) == shown


@given(st.text(st.characters(exclude_categories=["Cf", "Cc", "Zs", "Zl", "Zp", "Cs"])))
def test_no_character_goes_without_a_sign(written: str) -> None:
    composed = unicodedata.normalize("NFC", written)
    told = legible(written) + read_aloud(written)
    lost = [one for one in composed if one not in told and f"U+{ord(one):04X}" not in told]
    assert not [one for one in lost if legible(one) in ("", one)]


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("בן־דוד", ["דוד־ןב"]),
        ("Name: דוד (1886) כהן, born", ["Name: ", "ןהכ (1886) דוד", ", born"]),
        ("see (דוד) and (אב 12.3)", ["see (", "דוד", ") and (", "בא", " 12.3)"]),
        ("א (ב), c", ["(ב) א", ", c"]),
        ("plain", ["plain"]),
    ],
)
def test_what_runs_from_the_right_is_drawn_so_and_read_as_it_was_typed(written: str, drawn: list[str]) -> None:
    found = list(stretches(written))
    assert [one for _, one in found] == drawn
    assert "".join(read for read, _ in found) == written
    assert read_aloud("ولا بلاغ لأحمد") == "ولا بلاغ لأحمد"


def test_fitted_text_keeps_its_beginning() -> None:
    room = 60.0
    shown = fitted(Face.REGULAR, "Superintendent Adaeze Morland", 8, room)
    assert shown.endswith("…")
    assert "Superintendent".startswith(shown[:5])
    assert width(Face.REGULAR, shown) * 8 <= room
    assert fitted(Face.REGULAR, "short", 8, room) == "short"
