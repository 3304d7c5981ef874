"""The template of a plan in the window: chosen for a reason that is said, changed without a loss."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QRadioButton

from desktop.pages.plan.template_view import TemplateView
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, type_into, words

ONLINE = "online_2026_12"


@pytest.fixture
def choosing(opened):
    """The plan part of a case at the choice of its template."""

    def choose(ref: str = "T-00002"):
        part = opened("plan", ref)
        press(part.tabs.tabs["versions"])
        part.shown().template_wanted.emit()
        assert isinstance(part.shown(), TemplateView)
        return part, part.shown()

    return choose


def test_the_choice_says_why_and_fits(choosing, page, qtbot):
    _part, view = choosing()
    settled(qtbot, page)
    first = view.findChildren(QRadioButton)[0]
    assert "the index offence speaks of “indecent image”" in first.accessibleDescription()
    assert not first.isChecked()
    assert not view.take_it.isEnabled()
    assert (nameless(page), sideways(page), cut(page), unreached(view)) == ([], [], [], [])


def test_a_draft_goes_over_and_back_with_everything_that_was_written(choosing, case_of, qtbot):
    part, view = choosing()
    before = case_of().one("plan")
    view.choose("level_1_2026_12")
    qtbot.waitUntil(lambda: "16 answers without a place" in words(view))
    press(view.take_it)
    assert case_of().one("plan")["template"] == "level_1_2026_12"
    assert len(part.writing._template.section) == 9
    part.look("template")
    part.shown().choose(ONLINE)
    press(part.shown().take_it)
    after = case_of().one("plan")
    assert {**after.answers, "template": ""} == {**before.answers, "template": ""}
    part.writing.show_section("online")
    type_into(part.writing.page._own.form.editor("online_means"), "Nightly, in a chat service.")
    part.flush()
    assert case_of().one("plan")["online_means"] == "Nightly, in a chat service."
    part.writing.show_section("tools")
    qtbot.waitUntil(lambda: "Not confirmed" in words(part.writing.beside))
