"""Text cut into sentences, one taken out and put back."""

import pytest

from casework.sentences import sentences, with_again, without

CUT = [
    ("Lives alone. Works nights at a bakery.", ["Lives alone.", "Works nights at a bakery."]),
    (
        "Seen by Dr. Vane and Mrs. Hale on 8 Oct. 2026. All well.",
        ["Seen by Dr. Vane and Mrs. Hale on 8 Oct. 2026.", "All well."],
    ),
    (
        "Works 22.00 to 06.30. Rings at 6.30 p.m. Tuesday and leaves.",
        ["Works 22.00 to 06.30.", "Rings at 6.30 p.m. Tuesday and leaves."],
    ),
    ("Home by 7 p.m. He rang.", ["Home by 7 p.m.", "He rang."]),
    (
        "Order made on 12.5.2026. Breach of s. 113 and no. 4.",
        ["Order made on 12.5.2026.", "Breach of s. 113 and no. 4."],
    ),
    (
        "1. Visit weekly. Check the phone.\n2. Ring Mr J. Sample.",
        ["1. Visit weekly.", "Check the phone.", "2. Ring Mr J. Sample."],
    ),
    ("- Tools, e.g. a saw\n- Alcohol", ["- Tools, e.g. a saw", "- Alcohol"]),
    ("(a) No contact; (b) no entry.", ["(a) No contact; (b) no entry."]),
    (
        "He said “Not me.” Then he left! Why? Nobody knows…",
        ["He said “Not me.”", "Then he left!", "Why?", "Nobody knows…"],
    ),
    ("  Spaced out.   Twice.  ", ["Spaced out.", "Twice."]),
    ("No full stop", ["No full stop"]),
    ("Alcohol, cannabis etc. He denies it.", ["Alcohol, cannabis etc.", "He denies it."]),
    ("Rings 01632 960114. 3 visits missed.", ["Rings 01632 960114.", "3 visits missed."]),
    ("It was I. He knew.", ["It was I.", "He knew."]),
    ("", []),
    ("\n \n", []),
]


@pytest.mark.parametrize(("text", "wanted"), CUT)
def test_sentences_are_cut_where_a_reader_would(text, wanted):
    found = sentences(text)
    assert [one.words for one in found] == wanted
    assert [text[one.start : one.end] for one in found] == wanted


@pytest.mark.parametrize(
    ("text", "n", "left"),
    [
        ("One. Two. Three.", 1, "One. Three."),
        ("One. Two.", 0, "Two."),
        ("One. Two.", 1, "One."),
        ("One.\nTwo. Three.\nFour.", 1, "One.\nThree.\nFour."),
        ("1. One.\n2. Two.\n3. Three.", 1, "1. One.\n3. Three."),
        ("One.\nTwo.", 1, "One."),
        ("One.", 0, ""),
    ],
)
def test_a_sentence_goes_without_a_trace_and_comes_back(text, n, left):
    one = sentences(text)[n]
    assert without(text, one) == left
    again = with_again(left, one.words, one.start)
    assert sorted(s.words for s in sentences(again)) == sorted(s.words for s in sentences(text))
