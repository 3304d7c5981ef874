"""A template that an area made: what its file may say, and how a fault in it is told."""

from __future__ import annotations

import pytest

from casework.refusal import Refused
from casework.template import Form, plan_templates
from casework.template_local import code_of, local

GOOD = """
name = "Wexmere plan"
version = "2.1"
area = "Wexmere"

[[section]]
from = "community_rmp_2026_11"
key = "situation"

[[section]]
key = "local"
title = "What Wexmere asks"
asks = "Say it."
why = "Because."
good = { text = "Well said.", because = "It says it." }
poor = { text = "No.", because = "It does not." }

[[section.field]]
key = "local_text"
label = "Said"
type = "long"

[[section.field]]
key = "local_kind"
label = "Kind"
type = "choice"
choices = [ { code = "a", label = "A" }, { code = "b", label = "B" } ]

[[section.rows]]
kind = "measure"
"""


def test_a_local_template_is_read_with_sections_of_the_published_ones() -> None:
    found = local(GOOD, "wexmere.toml")
    assert (found.local, found.form, found.told()) == (True, Form.PLAN, "Wexmere plan, template version 2.1, Wexmere")
    assert found.code == code_of(GOOD) != code_of(GOOD + "\n")
    assert [one.key for one in found.section] == ["situation", "local"]
    assert found.section[0] == plan_templates()["community_rmp_2026_11"].get("situation")


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('version = "2.1"', "", "give it a version"),
        ('version = "2.1"', 'version = "2.1"\nedition = 3', "'edition' belongs to the program"),
        ('area = "Wexmere"', 'area = ""', "area: this may not be empty"),
        ('area = "Wexmere"', 'area = "Wexmere"\ncolour = "red"', "'colour' is not a known key"),
        ('name = "Wexmere plan"', 'name = "Wexmere', "line 2"),
        ('key = "local"', 'key = "Local one"', "line 11 (section 2, “Local one”)"),
        ('key = "local"', 'key = "situation"', "line 11 (section 2, “situation”): there is a section 'situation' already"),
        ('key = "situation"', 'key = "nowhere"', "line 7 (section 1, “nowhere”): there is no section 'nowhere'"),
        ('asks = "Say it."', 'asks = ""', "line 13 (section 2, “local”): a section is guided"),
        ('asks = "Say it."', "", "line 10 (section 2, “local”): 'asks' is missing"),
        ('asks = "Say it."', "asks = 7", "line 13 (section 2, “local”): 'asks' must be"),
        ('because = "It says it."', 'because = " "', "a section is guided"),
        ('label = "Said"', 'label = "Said"\nhelps = "x"', "line 21 (section 2, field 1, “local”): 'helps' is not a known key"),
        ('key = "local_text"', 'key = "situation_text"', "there is a field 'situation_text' in this template already"),
        ('key = "local_text"', 'key = "template"', "there is a field 'template' in this template already"),
        ('key = "local_text"', 'key = "release_on"', "'release_on' is date in"),
        ('type = "long"', 'type = "novel"', "'novel' is not one of"),
        ('type = "long"', 'type = "long"\nfact = "from"', "belongs to the program's own records"),
        ('type = "long"', 'type = "long"\nwhen = { other = ["a"] }', "'other' is no choice of this section"),
        ('type = "long"', 'type = "long"\nlist = "agency"', "'agency' is not a list of choices"),
        ('code = "b"', 'code = "a"', "a code stands twice"),
        ('type = "choice"', 'type = "long"', "a choice wants choices"),
        ('kind = "measure"', 'kind = "victim"', "line 30 (section 2, rows 1, “local”): records of the kind 'victim'"),
        ('kind = "measure"', 'kind = "misfortune"', "'misfortune' is not a kind of record"),
        ('kind = "measure"', 'kind = "measure"\nkeys = ["colour"]', "'measure' has no field 'colour'"),
        ('kind = "measure"', 'kind = "measure"\nlatest = true', "no date by which one is the current one"),
        ('kind = "measure"', 'kind = "measure"\nnone_reason = "local_x"', "must be a field of this section"),
        ('kind = "measure"', 'kind = "measure"\nwhere = { pillar = "roof" }', "roof is not offered"),
        ('key = "situation"', 'key = "situation"\nwithout = ["x"]', "'x' is not a field of the section taken"),
        ('key = "local"', 'key = "local"\nneeded_if = "raining"', "'raining' is not known"),
    ],
)  # fmt: skip
def test_what_cannot_stand_is_told_with_its_place(was: str, becomes: str, said: str) -> None:
    assert was in GOOD
    with pytest.raises(Refused) as refused:
        local(GOOD.replace(was, becomes, 1), "wexmere.toml")
    assert said in refused.value.why.en
    assert refused.value.why.en.startswith("wexmere.toml")
