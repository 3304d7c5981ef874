"""What was notified today is entered in one key and the words of it; the log tells by whom it was accepted."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.desktop.conftest import TODAY
from tests.desktop.pages.hands import press
from widgets.button import Button


def test_all_details_confirmed_today_is_one_key(opened, page, case_of):
    part = opened("notification")
    before = {one.id for one in case_of().of("notification")}
    confirmed, _change = part.today_box.findChildren(Button)
    press(confirmed)
    (new,) = [one for one in case_of().of("notification") if one.id not in before]
    assert (new["kind"], new["given_on"], new["regime"], new["resets_annual"]) == ("periodic", TODAY, "soa", True)
    card = next(one for one in part.lists["notification"].cards() if one.record.id == new.id)
    assert part.lists["notification"].cards()[0] is card
    assert QApplication.focusWidget() is card.form.form.editor("details").buddy()
    QTest.keyClicks(QApplication.focusWidget(), "Passport copied")
    page.flush()
    assert case_of().get(new.id)["details"] == "Passport copied"
    assert not [one for one in part.view.due if one.code == "notification.periodic_by" and one.late]


def test_what_was_entered_in_one_key_stays_though_nothing_more_is_written(opened, case_of):
    part = opened("notification")
    before = len(case_of().of("notification"))
    press(part.today_box.findChildren(Button)[1])
    part.lists["notification"].cards()[0].close_wanted.emit(part.lists["notification"].cards()[0].record.id)
    assert len(case_of().of("notification")) == before + 1


def test_who_need_not_notify_is_not_asked(opened):
    assert opened("notification", "T-00001").today_box.isHidden()
