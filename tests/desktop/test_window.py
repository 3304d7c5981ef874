"""The whole program on a real vault with the real worker: from unlocking to locking, by keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from casework.answer import Absent
from desktop import settings, words
from desktop.app import Program
from desktop.desk import Place
from desktop.operations import cases, view
from desktop.operations.intent import Changes
from storage.problems import DiskFull
from tests.desktop import audit


@pytest.fixture
def replaced():
    return []


@pytest.fixture
def program(qapp, kept, qtbot, replaced):
    quits = qapp.quitOnLastWindowClosed()
    made = Program(qapp, kept.folder, replace=lambda: replaced.append("replaced"))
    qapp.setQuitOnLastWindowClosed(False)
    made.window.resize(1366, 768)
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.window.show()
    yield made
    made.session._stop()
    made.window.drop()
    made.worker.close()
    qapp.setQuitOnLastWindowClosed(quits)


@pytest.fixture
def inside(program, kept, qtbot):
    """The program with its vault unlocked and its caseload reckoned."""
    page = program.gate.unlock_page
    QTest.keyClicks(page._passphrase.box, kept.passphrase + "\r")
    qtbot.waitUntil(lambda: program.shell is not None and program.shell.usable())
    qtbot.waitUntil(lambda: program.shell._caseload.left == 0 and not program.shell._caseload._reading)
    program.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return program


def press(program: Program, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or program.window, key, modifier)


def page_of(program: Program) -> str:
    return program.shell._navigation.at.page


ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def test_unlocking_leads_to_what_is_due_and_remembers_the_vault(inside, kept):
    assert page_of(inside) == "due"
    assert settings.load().last_vault == str(kept.folder)


def test_the_keyboard_goes_everywhere(inside, qtbot):
    for key, page in (
        (Qt.Key.Key_2, "cases"),
        (Qt.Key.Key_3, "meetings"),
        (Qt.Key.Key_4, "law"),
        (Qt.Key.Key_5, "copies"),
        (Qt.Key.Key_6, "settings"),
        (Qt.Key.Key_1, "due"),
    ):
        press(inside, key, ALT)
        assert page_of(inside) == page
        assert inside.shell.isAncestorOf(QApplication.focusWidget())
    press(inside, Qt.Key.Key_Left, ALT)
    assert page_of(inside) == "settings"
    press(inside, Qt.Key.Key_N, CONTROL)
    assert page_of(inside) == "new_case"
    assert inside.shell.page("new_case").isAncestorOf(QApplication.focusWidget())
    press(inside, Qt.Key.Key_Escape)
    assert page_of(inside) == "settings"


def test_f6_goes_round_rail_bar_and_page(inside):
    shell, met = inside.shell, []
    for _ in range(4):
        press(inside, Qt.Key.Key_F6)
        now = QApplication.focusWidget()
        met.append(next(n for n, one in enumerate((shell.rail, shell.bar, shell._stack)) if one.isAncestorOf(now)))
    assert sorted(met[:3]) == [0, 1, 2]
    assert met[3] == met[0]
    press(inside, Qt.Key.Key_F6, SHIFT)
    assert shell._stack.isAncestorOf(QApplication.focusWidget()) == (met[2] == 2)


def test_ctrl_k_leads_to_a_case_and_the_look_is_logged_first(inside, qtbot):
    inside.desk.reason = "mappa"
    press(inside, Qt.Key.Key_K, CONTROL)
    assert QApplication.focusWidget() is inside.shell.bar.jump
    QTest.keyClicks(inside.shell.bar.jump, "ossleby")
    assert inside.shell.bar.jump._offered.rowCount() == 1
    QTest.keyClick(inside.shell.bar.jump, Qt.Key.Key_Return)
    assert page_of(inside) == "case"
    case = inside.shell._navigation.at.case
    page = inside.shell.page("case")
    qtbot.waitUntil(lambda: page.case_view() is not None)
    qtbot.waitUntil(lambda: inside.shell.bar.jump.text() == "")
    entries = []
    inside.worker.read(log_of, inside.window, entries.extend)
    qtbot.waitUntil(lambda: bool(entries))
    assert ("consultation", case, "mappa") in entries
    press(inside, Qt.Key.Key_Escape)
    assert page_of(inside) == "due"


def log_of(vault):
    with vault.read() as rows:
        return [(one.op, one.object_id, one.reason) for one in rows.log(5)]


def test_no_name_stands_in_a_title_a_setting_or_the_machine_s_folder(inside, alone, qtbot):
    line = inside.shell._caseload.lines[0]
    inside.desk.want(Place("case", line.id))
    qtbot.waitUntil(lambda: inside.shell.page("case").case_view() is not None)
    assert inside.window.windowTitle() == "Holdfast"
    told = {one.windowTitle() for one in QApplication.topLevelWidgets()}
    kept = b"".join(file.read_bytes() for file in alone.rglob("*") if file.is_file())
    for one in inside.shell._caseload.lines:
        for name in (one.surname, one.forenames):
            assert not any(name in title for title in told)
            assert name.encode() not in kept


def test_the_small_screen_holds_it_without_scrolling_sideways(inside):
    assert inside.window.minimumSizeHint().width() <= 1366
    for page in ("due", "cases", "new_case", "law", "settings"):
        inside.desk.want(Place(page))
        assert inside.window.width() == 1366
        assert inside.window.height() == 768
        assert audit.sideways(inside.window) == [], page
        assert audit.cut(inside.window) == [], page


def test_everything_about_the_pages_has_a_name_and_is_reached(inside):
    assert audit.nameless(inside.window) == []
    assert audit.unreached(inside.shell.bar) == []


def test_the_rail_is_one_stop_that_arrows_walk(inside):
    press(inside, Qt.Key.Key_F6)
    while not inside.shell.rail.isAncestorOf(QApplication.focusWidget()):
        press(inside, Qt.Key.Key_F6)
    press(inside, Qt.Key.Key_Down)
    press(inside, Qt.Key.Key_Return)
    assert page_of(inside) == "cases"


def test_late_things_are_counted_on_the_rail(inside):
    late = sum(one.late for one in inside.shell._caseload.kept.values())
    assert late > 0
    button = inside.shell._rail_button()
    assert button.accessibleName() == f"Due, {late}"


def test_ctrl_l_locks_and_begins_anew(inside, kept, replaced, qtbot):
    with qtbot.waitSignal(inside.session.locked):
        press(inside, Qt.Key.Key_L, CONTROL)
    assert replaced == ["replaced"]
    assert inside.window._shell is None
    kept.open().close()


def test_a_meeting_is_kept_as_where_the_reader_goes_before_its_page_is_there(inside, qtbot, monkeypatch):
    line, gone_to, found = inside.shell._caseload.lines[0], [], []
    read = view.view(line.id, inside.desk.today)
    inside.worker.read(read, inside.window, found.append)
    qtbot.waitUntil(lambda: bool(found))
    meeting = Place("meeting", line.id, record=found[0].case.of("meeting")[-1].id)
    flush = inside.desk.journal.flush
    monkeypatch.setattr(
        inside.desk.journal, "flush", lambda: (gone_to.append(inside.desk.journal.where().place), flush())
    )
    inside.desk.want(meeting)
    assert gone_to == [meeting]
    qtbot.waitUntil(lambda: inside.shell.page("meeting").sitting is not None)


def test_words_being_typed_are_kept_when_it_locks(inside, kept, qtbot):
    line = inside.shell._caseload.lines[0]
    inside.desk.want(Place("case", line.id, "person"))
    page = inside.shell.page("case")
    qtbot.waitUntil(lambda: page.case_view() is not None and page.shown_part is not None)
    box = next(one for one in page.shown_part.findChildren(QWidget) if one.accessibleName().startswith("Forenames"))
    box = box if hasattr(box, "insert") else next(b for b in box.findChildren(QWidget) if hasattr(b, "insert"))
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "Typed Lately")
    with qtbot.waitSignal(inside.session.locked):
        inside.session.lock()
    with kept.open() as vault, vault.read() as rows:
        assert rows.case(line.id).one("person").words("forenames") == "Typed Lately"


def test_a_problem_nobody_takes_stands_at_the_top_until_it_is_dismissed(inside, qtbot):
    def full(_vault):
        raise DiskFull

    with qtbot.waitSignal(inside.worker.failed):
        inside.worker.write(full, inside.window)
    strip = inside.window.strip
    assert strip.isVisible()
    assert "disk is full" in strip._words.text()
    inside.desk.want(Place("settings"))
    assert strip.isVisible()
    strip.dismiss()
    assert not strip.isVisible()


def test_a_refused_lock_says_why(inside, qtbot, monkeypatch):
    def full(_vault):
        raise DiskFull

    monkeypatch.setattr(inside.window, "_flush", lambda: inside.worker.write(full, inside.window))
    with qtbot.waitSignal(inside.session.kept_open):
        inside.session.lock()
    assert inside.window.strip._words.text().startswith("Not locked")
    assert inside.window._stack.currentWidget() is inside.shell


def test_closing_the_window_keeps_the_words_and_closes_the_vault(inside, kept, qtbot):
    with qtbot.waitSignal(inside.session.left):
        inside.window.close()
    assert not inside.window.isVisible()
    kept.open().close()


def test_before_a_vault_is_open_the_window_just_closes(program):
    program.window.close()
    assert not program.window.isVisible()


def test_settings_hold_at_once_and_are_kept(inside, qtbot):
    inside.desk.want(Place("settings"))
    page = inside.shell.page("settings")
    page.theme.choose("dark")
    page.minutes.choose(15)
    page.narrow.click()
    page.scale.choose(1.15)
    kept = settings.load()
    assert (kept.theme, kept.lock_after_minutes, kept.narrow_rail, kept.scale) == ("dark", 15, True, 1.15)
    assert inside.session.minutes == 15
    qtbot.waitUntil(lambda: inside.shell.rail.width() < 80)
    inside.desk.want(Place("due"))
    assert audit.cut(inside.window) == []


def test_settings_that_cannot_be_kept_hold_until_the_program_closes(inside, alone):
    file = settings.settings_file()
    file.unlink()
    file.mkdir()
    inside.desk.change(inside.desk.settings.with_(theme="dark"))
    assert inside.window.strip._words.text() == words.SETTINGS_NOT_KEPT.en


def test_a_new_case_comes_into_every_list(inside, qtbot):
    made = cases.new("Newcombe", "Ida", Absent.UNKNOWN, "community_rmp_2026_11", inside.desk.today)
    got: list[Changes] = []
    inside.worker.write(made, inside.window, then=got.append)
    qtbot.waitUntil(lambda: bool(got))
    qtbot.waitUntil(lambda: any(one.surname == "Newcombe" for one in inside.shell._caseload.lines))


def test_the_reason_is_remembered_for_the_session(inside):
    reason = inside.shell.bar.reason
    reason.setCurrentIndex(reason.findData("court"))
    assert inside.desk.reason == "court"


def test_the_window_says_that_it_will_lock(inside):
    inside.session.warned.emit(30)
    assert inside.shell.foot._told.whole() == words.LOCKS_IN.filled(n=30).en


def test_f1_tells_what_there_is_to_say_about_where_the_cursor_is(inside):
    inside.shell.bar.reason.setFocus()
    press(inside, Qt.Key.Key_F1)
    assert inside.shell.foot._told.whole() == words.REASON_TIP.en
    inside.shell.bar.lock.setFocus()
    press(inside, Qt.Key.Key_F1)
    assert inside.shell.foot._told.whole() == words.NO_HELP.en
