"""Victims are closed until a reason is given, and the log has it before anything is shown."""

from __future__ import annotations

import pytest

from casework.refusal import Refused
from desktop.operations import cases
from desktop.operations.history import REASONS
from storage.entry import REASONS as CODES
from tests.desktop.audit import nameless, unreached
from tests.desktop.pages.hands import press, type_into, words


def newest(vault, case: str):
    with vault.read() as rows:
        return rows.log(1, case)[0]


def test_nothing_of_a_victim_is_in_sight_before_a_reason(opened, case_of):
    part = opened("victims")
    assert not part.is_open
    told = words(part)
    for victim in case_of().of("victim"):
        for key in (*victim.shape.title, "name"):
            assert str(victim[key]) not in told


@pytest.mark.parametrize("at", range(len(REASONS)))
def test_each_reason_is_one_click_and_is_in_the_log(opened, vault, ids, at):
    part = opened("victims")
    press(part.reasons[at])
    entry = newest(vault, ids["T-00002"])
    assert (entry.op, entry.reason) == ("consultation", tuple(REASONS)[at])
    assert part.is_open


def test_the_log_comes_first(opened, vault, ids, desk, monkeypatch):
    part = opened("victims")
    seen = []
    done = part._open

    def watched(*given):
        seen.append((newest(vault, ids["T-00002"]).reason, part.is_open))
        done(*given)

    monkeypatch.setattr(part, "_open", watched)
    press(part.reasons[1])
    assert seen == [("mappa", False)]


def test_a_vault_that_cannot_log_shows_nothing(opened, vault, desk, qtbot, monkeypatch):
    def refusing(*_given):
        def write(_vault):
            raise Refused("The log cannot be written.")

        return write

    part = opened("victims")
    monkeypatch.setattr(cases, "consult", refusing)
    with qtbot.waitSignal(desk.worker.failed):
        press(part.reasons[0])
    assert not part.is_open


def test_the_reasons_are_those_that_the_log_knows():
    assert tuple(REASONS) == CODES


def test_open_victims_stay_open_between_parts_and_close_when_the_case_is_left(opened, page):
    part = opened("victims")
    press(part.reasons[0])
    opened("plan")
    assert opened("victims") is part
    assert part.is_open
    page.hide()
    assert not part.is_open


def test_closing_keeps_what_is_typed(opened, case_of):
    part = opened("victims")
    press(part.reasons[0])
    card = part.opened.lists["victim"].cards()[0]
    press(card._change)
    type_into(card.form.form.editor("area"), "Another county altogether")
    press(part.opened._close)
    assert not part.is_open
    assert case_of().get(card.record.id)["area"] == "Another county altogether"
    assert part.reasons[0].hasFocus()


def test_open_victims_have_names_and_are_walked_with_tab(opened, page):
    part = opened("victims")
    press(part.reasons[0])
    assert nameless(page) == []
    assert unreached(page) == []
