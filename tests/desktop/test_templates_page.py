"""Templates in Settings: copied, saved as a file, changed outside, taken in again; and the choice for a new case."""

from __future__ import annotations

from datetime import date

import pytest

from casework.template import plan_templates
from desktop.desk import Place
from desktop.pages.new_case import NewCasePage
from desktop.pages.settings import SettingsPage
from desktop.pages.templates import TemplatesPage
from tests.desktop.audit import cut, nameless, sideways
from tests.desktop.pages.hands import press, type_into, words
from widgets import question
from widgets.remark import Remark


@pytest.fixture
def page(desk, shown) -> TemplatesPage:
    made = shown(TemplatesPage(desk), 1230, 692)
    made.open(Place("templates"))
    return made


def card(page, code):
    return next(one for one in page.cards() if one.template.code == code)


def copied(page, area="Wexmere"):
    press(card(page, "release_2026_12").copy)
    if area:
        type_into(card(page, "release_2026_12").form().editor("area"), area)
    card(page, "release_2026_12").make()


def said(page):
    return "\n".join([words(page), *(one.text() for one in page.findChildren(Remark) if one.isVisible())])


def test_settings_lead_to_the_templates(desk, shown, qtbot):
    settings = shown(SettingsPage(desk))
    with qtbot.waitSignal(desk.wanted) as wanted:
        press(settings.templates)
    assert wanted.args == [Place("templates")]


def test_the_page_fits_and_names_its_controls(page):
    assert (nameless(page), sideways(page), cut(page)) == ([], [], [])


def test_a_copy_has_the_sections_that_were_chosen_in_their_order_under_their_titles(page, qtbot):
    copied(page, area="")
    one = card(page, "release_2026_12")
    type_into(one.form().editor("area"), "Wexmere")
    first, second, *_, last = (section.title.en for section in one.template.section)
    one.form().editor("sections").box.setPlainText(f"{second} > What we fear\n{last}\nNo such section")
    one.make()
    qtbot.waitUntil(lambda: "“No such section” is no section of this template" in said(page))
    one.form().editor("sections").box.setPlainText(f"{second} > What we fear\n{last}\n{first}")
    one.make()
    made = page.cards()[0].template
    assert [section.title.en for section in made.section] == ["What we fear", last, first]
    assert made.section[0].key == one.template.section[1].key


def test_a_copy_goes_out_as_a_file_and_comes_back_as_the_next_version(page, vault, tmp_path, qtbot):
    copied(page, area="")
    qtbot.waitUntil(lambda: "Give the copy the name of your area." in said(page))
    type_into(card(page, "release_2026_12").form().editor("area"), "Wexmere")
    card(page, "release_2026_12").make()
    first = page.cards()[0].template
    assert first.told() == "Release plan from prison, template version 1, Wexmere"
    file = tmp_path / "release.toml"
    question.answer_next(file)
    press(page.cards()[0].save)
    changed = (
        file.read_text("utf-8").replace('version = "1"', 'version = "2"').replace("Time in custody", "Time inside")
    )
    file.write_text(changed.replace('kind = "whereabouts"', 'kind = "nowhere"', 1), "utf-8")
    question.answer_next(file)
    press(page.take_in)
    assert "'nowhere' is not a kind of record" in said(page)
    assert "“dates”" in said(page)
    file.write_text(changed, "utf-8")
    question.answer_next(file)
    press(page.take_in)
    with vault.read() as rows:
        versions = [(one.template.version, one.taken_by) for one in rows.templates()]
        assert versions == [("1", vault.person), ("2", vault.person)]
    assert "nowhere" not in said(page)
    qtbot.waitUntil(lambda: "a later version is offered in its place" in words(page.cards()[0]))
    assert plan_templates()[page.cards()[1].template.code].get("custody").title.en == "Time inside"


def test_a_new_case_is_offered_the_templates_and_one_for_a_child(desk, shown, vault):
    made = shown(NewCasePage(desk), 1230, 692)
    made.open(Place("new_case"))
    assert made._template.currentData() == "community_rmp_2026_12"
    type_into(made._form.editor("surname"), "Youngblood")
    assert not made._choose_it.isVisible()
    type_into(made._form.editor("date_of_birth"), "3 May 2011")
    made._form.flush()
    assert "The person is under 18." in words(made)
    press(made._choose_it)
    press(made.make)
    with vault.read() as rows:
        case = next(one for one in rows.cases() if one.one("person").words("surname") == "Youngblood")
        assert case.one("person")["date_of_birth"] == date(2011, 5, 3)
        assert rows.plan_versions(case.id)[0].template == "youth_2026_12"
