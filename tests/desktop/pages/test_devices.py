"""The register of devices, and an inspection recorded in a few keys and kept beside the earlier ones."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from casework.answer import Absent
from tests.desktop.audit import nameless, unreached
from tests.desktop.conftest import TODAY
from tests.desktop.pages.hands import press, type_into, words


def begin(part, what: str = "Telephone"):
    """Enter on a device's row; gives the form."""
    chosen = next(one for one in part.register.rows() if what in one.what)
    assert part.register.choose(chosen.id)
    part.register.setFocus()
    press(part.register)
    return part.inspection


def keep(form) -> None:
    QTest.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_the_register_tells_each_device_with_the_condition_that_allows_it(opened):
    rows = {one.what.split(",")[0]: one for one in opened("devices").register.rows()}
    telephone = rows["Telephone"]
    assert (telephone.last, telephone.due) == (date(2026, 11, 14), date(2026, 12, 1))
    assert telephone.allowed == "SHPO 1, 2, 11"
    assert telephone.user_name.startswith("07700 900161")
    assert "Beaconwell" in telephone.monitoring


def test_a_device_that_nothing_allows_to_be_inspected_is_said_so(opened, vault, ids, case_of):
    (only,) = opened("devices", "T-00001").register.rows()
    assert (only.allowed, only.under) == ("Nothing in force", "No condition is linked")
    device = case_of().of("device")[0]
    with vault.write() as rows:
        for link in device.links("condition"):
            rows.answer(link, "ends", "until")
            rows.answer(link, "until", date(2024, 3, 5))
    rows = opened("devices").register.rows()
    assert {(one.allowed, one.under) for one in rows if one.id == device.id} == {
        ("Nothing in force", "The condition linked is no longer in force")
    }


def test_an_inspection_is_two_keys_and_what_was_found(opened, case_of):
    part = opened("devices")
    form = begin(part)
    assert QApplication.focusWidget() is form.form.editor("found").buddy()
    QTest.keyClicks(QApplication.focusWidget(), "Nothing against the order")
    keep(form)
    assert part.inspection is None
    assert QApplication.focusWidget() is part.register
    device = case_of().of("device")[0]
    earlier, new = case_of().children(device, "inspection")
    assert earlier["on"] == date(2026, 11, 14)
    assert "against two hours" in earlier.words("found")
    assert (new["on"], new["found"], new["by"]) == (TODAY, "Nothing against the order", "T. Trainer")
    assert (device["inspected_on"], device["due_on"]) == (TODAY, date(2026, 12, 12))
    assert part.register.chosen_row().last == TODAY


def test_the_next_day_is_suggested_with_its_reason_and_follows_the_day_of_inspection(opened, case_of):
    part = opened("devices")
    form = begin(part)
    assert "17 days on, as was set after the last" in words(form)
    type_into(form.form.editor("on"), "20 nov 2026")
    form.form.flush()
    assert form.form.record()["due_on"] == date(2026, 12, 7)
    type_into(form.form.editor("due_on"), "1 jan 2027")
    form.form.flush()
    type_into(form.form.editor("on"), "21 nov 2026")
    form.form.flush()
    assert form.form.record()["due_on"] == date(2027, 1, 1)
    assert case_of().of("inspection") == ()


def test_a_card_number_is_refused_beside_the_field_and_what_was_typed_stays(opened, case_of):
    form = begin(opened("devices"))
    type_into(form.form.editor("found"), "Card 4111 1111 1111 1111 in his notes")
    keep(form)
    assert "bank card number" in words(form)
    assert "4111" in form.form.editor("found").buddy().toPlainText()
    assert case_of().of("inspection") == ()
    type_into(form.form.editor("found"), "IMEI 490154203237518 in his notes")
    keep(form)
    assert len(case_of().of("inspection")) == 2


def test_an_inspection_ahead_or_without_words_or_before_the_next_is_refused(opened, case_of):
    form = begin(opened("devices"))
    keep(form)
    assert "Say what was found" in words(form)
    type_into(form.form.editor("found"), "Nothing")
    type_into(form.form.editor("on"), "26 nov 2026")
    keep(form)
    assert "cannot lie ahead" in words(form)
    type_into(form.form.editor("on"), "25 nov 2026")
    type_into(form.form.editor("due_on"), "24 nov 2026")
    keep(form)
    assert "must lie after this one" in words(form)
    assert case_of().of("inspection") == ()


def test_what_was_typed_of_an_inspection_is_kept_when_the_page_is_left(opened, page, case_of):
    form = begin(opened("devices"))
    type_into(form.form.editor("found"), "Half of what I saw")
    page.flush()
    assert case_of().of("inspection")[-1]["found"] == "Half of what I saw"


def test_an_older_inspection_entered_late_does_not_move_the_next(opened, case_of):
    form = begin(opened("devices"))
    type_into(form.form.editor("found"), "Older")
    type_into(form.form.editor("on"), "1 oct 2026")
    keep(form)
    device = case_of().of("device")[0]
    assert (device["inspected_on"], device["due_on"]) == (date(2026, 11, 14), date(2026, 12, 1))
    assert {one["found"] for one in case_of().of("inspection")} >= {"Older"}


def test_the_next_day_that_was_typed_for_an_older_inspection_is_kept(opened, case_of):
    form = begin(opened("devices"))
    type_into(form.form.editor("found"), "Older")
    type_into(form.form.editor("on"), "1 oct 2026")
    type_into(form.form.editor("due_on"), "9 dec 2026")
    keep(form)
    device = case_of().of("device")[0]
    assert (device["inspected_on"], device["due_on"]) == (date(2026, 11, 14), date(2026, 12, 9))


def test_the_four_words_tell_how_each_stands(opened, qtbot):
    part = opened("devices")
    told = words(part.strategy)
    for said in ("Protect", "Locate", "Monitor", "Extract", "No search for others is recorded", "3 of 3 monitored"):
        assert said in told
    form = begin(part)
    type_into(form.form.editor("found"), "Nothing")
    type_into(form.form.editor("looked_for"), "Router's list: three, as declared")
    keep(form)
    assert "Last looked for others Wed 25 Nov 2026" in words(part.strategy)
    assert "no condition in force" not in words(part.strategy)
    assert "1 with no condition in force" in words(opened("devices", "T-00001").strategy)


def test_a_device_is_opened_in_full_with_its_inspections_under_it(opened, page, qtbot):
    part = opened("devices")
    press(part.change_button)
    card = next(one for one in part.lists["device"].cards() if one.is_open)
    assert card.record.id == part.register.chosen_row().id
    (below,) = part.lists["device"]._below[card.record.id]
    assert below.shown.kind == "inspection"
    qtbot.waitUntil(card.isVisible)
    assert unreached(page) == []
    assert nameless(page) == []


def test_an_inspection_without_a_next_day_wants_one(opened):
    form = begin(opened("devices"))
    type_into(form.form.editor("found"), "Nothing")
    form.form._take("due_on", Absent.NOT_ASKED)
    keep(form)
    assert "Say when the next inspection is due" in words(form)
