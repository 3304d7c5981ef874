"""Settings of the machine: kept, read back, never about a person, and never in the way."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from casework.meetings import statement
from desktop import settings
from desktop.look import SCALES, Look, chosen
from desktop.operations import policy
from desktop.pages.policy_settings import PolicySettings
from desktop.pages.settings import LOCK_AFTER, SettingsPage
from desktop.pages.statement_settings import StatementSettings
from desktop.settings import Settings
from desktop.window import Window
from tests.desktop.pages.hands import type_into, words
from widgets.theme import themes, worn


def test_settings_come_back_as_they_were_kept(alone):
    kept = Settings(
        "dark", 1.3, 15, "/somewhere/Team.casevault", narrow_rail=True, hide_from_capture=False, window="1,2,1100,700"
    )
    settings.save(kept)
    assert settings.load() == kept
    assert settings.settings_file().is_relative_to(alone)


@pytest.mark.parametrize("content", [b"", b"not json", b"[]", b'"words"', b"\xff\xfe", b"{"])
def test_what_cannot_be_read_was_never_set(alone, content):
    file = settings.settings_file()
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert settings.load() == Settings()


def test_a_value_of_another_kind_is_left_out(alone):
    file = settings.settings_file()
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"theme": 3, "lock_after_minutes": "never", "scale": 1.15, "surprise": "x"}))
    assert settings.load() == Settings(scale=1.15)


@pytest.fixture
def page(desk, shown):
    return shown(SettingsPage(desk))


def test_a_change_holds_at_once_and_is_told(page, desk, qtbot):
    with qtbot.waitSignal(desk.settings_changed) as told:
        page.theme.choose("dark")
    assert told.args[0].theme == desk.settings.theme == "dark"
    page.scale.choose(1.5)
    page.minutes.choose(10)
    page.narrow.click()
    assert desk.settings == Settings("dark", 1.5, 10, narrow_rail=True)


def test_every_theme_and_span_is_offered(page):
    assert set(page.theme._values) == {"system", *themes()}
    assert tuple(page.minutes._values) == LOCK_AFTER
    assert page.minutes._group.checkedId() == LOCK_AFTER.index(5)


def test_the_window_is_dressed_as_the_settings_say(qapp: QApplication):
    look = Look(qapp, Settings("light"))
    look.wear(Settings("high_contrast", 1.3))
    assert (worn().theme.code, worn().scale) == ("high_contrast", 1.3)
    look.wear(Settings("dark", 99.0))
    assert (worn().theme.code, worn().scale) == ("dark", SCALES[-1])


def test_a_theme_that_is_not_known_follows_the_system(qapp: QApplication):
    assert chosen(qapp, "pink") in ("light", "dark", "high_contrast")
    assert chosen(qapp, "dark") == "dark"


@pytest.mark.parametrize("place", ["", "maximised", "40,30,1100,700", "99999,0,1100,700", "nonsense", "1,2,3"])
def test_the_window_stands_where_it_stood_if_a_screen_is_there(qtbot, place):
    window = Window(QWidget(), place)
    qtbot.addWidget(window)
    screen = window.screen().availableGeometry()
    if place == "maximised":
        assert window.windowState() & Qt.WindowState.WindowMaximized
    elif place.startswith("40") and screen.contains(40 + 550, 30 + 350):
        assert window.place() == place
    else:
        assert window.width() <= max(screen.width(), window.minimumWidth())


def test_numbers_of_policy_are_kept_in_the_vault_and_refused_beside_their_field(desk, shown, qtbot):
    made = shown(PolicySettings(desk))
    first = made.form.keys()[0]
    assert made.form.record()[first] == 3
    type_into(made.form.editor(first), "5")
    made.flush()
    kept = []
    desk.worker.read(policy.numbers(), made, kept.append)
    assert kept[0]["breach.review_at"] == 5
    assert kept[0]["device.inspect_every_days"] == 28
    assert kept[0]["review.level_1.low"] == 12
    type_into(made.form.editor(first), "0")
    made.flush()
    assert "from 1 to 99" in words(made)
    desk.worker.read(policy.numbers(), made, kept.append)
    assert kept[-1]["breach.review_at"] == 5


def test_the_statement_of_meetings_is_kept_in_versions_that_stay_readable(desk, shown):
    made = shown(StatementSettings(desk))
    editor = made.form.editor(statement.SETTING)
    made.keep.click()
    assert "Nothing was changed" in words(made)
    type_into(editor, "Our own words.")
    made.flush()
    assert "not yet a version" in made.now.text()
    made.keep.click()
    type_into(editor, "Better words.")
    made.keep.click()
    assert made.now.text().startswith("Version 2")
    found = []
    desk.worker.read(policy.statements(), made, found.append)
    texts = [one.words for one in found[0].versions]
    assert texts == ["Better words.", "Our own words.", statement.shipped_statement().words]
    assert all(one.on == desk.today and one.by for one in found[0].versions[:2])


def test_another_interval_has_what_is_due_reckoned_anew(desk, caseload, qtbot):
    caseload.read()
    qtbot.waitUntil(lambda: caseload.known and not caseload.left)
    told = []
    caseload.reckoned.connect(told.extend)
    desk.worker.write(policy.set_number("meeting.warn.3", "5"), desk)
    qtbot.waitUntil(lambda: set(told) >= set(caseload.kept) and not caseload.left)
    assert all(one.current for one in caseload.kept.values())
    told.clear()
    desk.worker.write(policy.type_statement("Words that are no version"), desk)
    desk.worker.write(policy.set_number("meeting.warn.3", "5"), desk)
    assert not told
