"""Lines of typed words as the page takes them."""

from __future__ import annotations

import time

import pytest

from reports.lengths import lines_taken
from reports.page import AREA
from reports.setting import typed
from reports.styles import BODY

WORDS = "The person must keep to the agreed hours and tell the officer of any change in where he lives. " * 9


@pytest.mark.parametrize("text", ["", "One line.", WORDS, "- " + WORDS, "1. " + WORDS, "a\n\nb\n" + WORDS, "W" * 400])
def test_a_plans_field_is_measured_as_it_is_set(text):
    heights = sum(one.height(AREA.width) for one in typed(text, BODY)) if text else 0
    assert lines_taken("plan", "situation", text) == round(heights / BODY.leading)


def test_what_stands_in_a_narrower_place_takes_more_lines():
    across, card, column = (lines_taken(*place, WORDS) for place in (
        ("plan", "situation"), ("scenario", "what"), ("statement", "words"),
    ))  # fmt: skip
    assert across < card
    assert across < column


def test_a_keystroke_costs_less_than_two_milliseconds():
    text = "\n".join([WORDS] * 12)
    lines_taken("plan", "situation", text)
    took = []
    for n in range(9):
        began = time.perf_counter()
        lines_taken("plan", "situation", f"{text} and{n}")
        took.append(time.perf_counter() - began)
    assert min(took) < 0.002
