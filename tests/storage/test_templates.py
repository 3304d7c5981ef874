"""Templates of an area: taken in, kept for good, offered or withdrawn, and known again in the next session."""

import tomllib
from datetime import date
from functools import cache

import pytest

from casework import template
from casework.refusal import Refused
from casework.template import plan_templates, published
from casework.template_choice import offered
from casework.template_local import local
from casework.template_words import local_words, published_words
from storage.check import check
from storage.vault import Vault
from tests.storage.conftest import PASSPHRASE

MAY = date(2026, 5, 12)


def words(version="1", name="Wexmere release plan"):
    return published_words("release_2026_12", name, version, "Wexmere")


@pytest.mark.parametrize("code", [one.code for one in published()])
def test_an_exported_template_comes_back_as_it_went(code):
    was = plan_templates()[code]
    found = local(published_words(code, was.name.en, "1", was.area.en), "back.toml")
    template.know(found)
    again = plan_templates()[found.code]
    assert again.section == was.section
    assert (again.name, again.about, again.form, again.suits) == (was.name, was.about, was.form, was.suits)
    assert found.told() == f"{was.name.en}, template version 1, {was.area.en}"
    table = tomllib.loads(published_words(code, was.name.en, "1", was.area.en))
    assert local(local_words(table, "Other", "2", "Here"), "again.toml").section == found.section


def test_odd_words_survive_the_file():
    odd = 'Say “no” or \\"yes\\" \t and \\ then\nagain, ' + "long words without an end " * 9 + '"""'
    table = {"name": odd, "about": odd.replace("\n", " ").replace("  ", " "), "section": []}
    back = tomllib.loads(local_words(table, odd, "1", "here"))
    assert (back["name"], back["about"]) == (odd, table["about"])


def test_a_template_is_kept_and_known_in_the_next_session(vault, monkeypatch):
    folder = vault.folder
    with vault.write() as rows:
        kept = rows.take_in_template(words(), "wexmere.toml")
        case = rows.new_case().id
        rows.start_plan(case, kept.template.code, MAY)
        plan = rows.case(case).one("plan")
        rows.answer(plan.id, "dates_text", "Conditional release 4 March.")
        assert rows.log(1)[0].op == "policy"
    vault.close()
    monkeypatch.setattr(template, "_known", cache(template._known.__wrapped__))
    with Vault.open(folder, bytearray(PASSPHRASE)) as again:
        with again.read() as rows:
            (found,) = rows.templates()
            assert (found.template.told(), found.taken_by, found.withdrawn) == (
                "Wexmere release plan, template version 1, Wexmere",
                again.person,
                False,
            )
            assert rows.template_words(found.template.code) == words()
            assert rows.case(case).one("plan")["dates_text"] == "Conditional release 4 March."
        assert check(again) == ()


def test_a_newer_version_leaves_the_plans_of_the_older_alone(vault):
    with vault.write() as rows:
        first = rows.take_in_template(words(), "wexmere.toml").template
        case = rows.new_case().id
        rows.start_plan(case, first.code, MAY)
        second = rows.take_in_template(words("2"), "wexmere.toml").template
        assert [one.code for one in offered(held.template for held in rows.templates())] == [second.code]
        assert rows.case(case).one("plan")["template"] == first.code
        assert rows.carry_plan_over(case, second.code).template == second.code
        rows.withdraw_template(second.code, withdrawn=True)
        assert [one.withdrawn for one in rows.templates()] == [False, True]
        rows.withdraw_template(second.code, withdrawn=False)
        assert [one.withdrawn for one in rows.templates()] == [False, False]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (words(), "is here already, taken in by"),
        (words().replace("Gate, 72 hours", "The gate"), "with other content: give the changed file another version"),
        ("name = ", "not a template that can be read"),
        ("x" * 1_000_001, "too long for a template"),
    ],
)
def test_what_cannot_be_taken_in_is_refused_and_nothing_changes(vault, given, said):
    with vault.write() as rows:
        rows.take_in_template(words(), "wexmere.toml")
    with pytest.raises(Refused, match=said), vault.write() as rows:
        rows.take_in_template(given, "new.toml")
    with vault.read() as rows:
        assert len(rows.templates()) == 1
        with pytest.raises(Refused):
            rows.template_words("local_x")


def test_a_template_that_was_altered_is_found(vault):
    with vault.write() as rows:
        rows.take_in_template(words(), "wexmere.toml")
    vault._connection.execute("UPDATE template SET words = replace(words, 'Gate', 'Door')")
    assert [(one.code, one.where) for one in check(vault)] == [("template", "wexmere.toml")]
