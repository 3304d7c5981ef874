"""Home over the days: a year on it agrees with a count by hand, what was missed is told, alerts are settings."""

import json
from datetime import timedelta

from PySide6.QtTest import QTest

from casework.due import due
from casework.due_order import UNKNOWN, Band, band, rank, risk_of
from casework.horizon import PREFIX
from desktop.benchmarks import caseload as made
from desktop.benchmarks import due as benchmark
from desktop.benchmarks.measured import process
from desktop.desk import Place
from desktop.pages.due import DuePage
from desktop.pages.settings import SettingsPage
from tests.desktop.conftest import TODAY, listed
from widgets.button import Button


def hand_count(desk):
    """Every case read and the law asked anew, without anything that was kept; ranked by the rule."""
    with desk.worker._vault.read() as rows:
        found = [(one, risk_of(case, desk.today)) for case in rows.cases() for one in due(case, desk.today)]
    return [one for one, _ in sorted(found, key=lambda pair: rank(pair[0], pair[1], desk.today))]


def test_a_year_on_the_page_shows_what_is_counted_by_hand(due_page, desk, vault, caseload, qtbot):
    with vault.write() as rows:
        made.fill(rows, TODAY, 40)
    caseload.read()
    qtbot.waitUntil(lambda: not caseload.left)
    for later in (0, 1, 365):
        desk.turn(TODAY + timedelta(days=later))
        qtbot.waitUntil(lambda: not caseload.left)
        due_page.filter.widen()
        for widget in due_page.bands.values():
            widget.most = 2000
        due_page._ask()
        expected = hand_count(desk)
        assert [one.item.due for one in listed(due_page)] == expected
        assert all(one.as_of is None for one in listed(due_page))
        assert due_page.said.text() == f"Showing all {len(expected):,}."
        assert due_page.agenda.counts == {b: sum(band(one.on, desk.today) is b for one in expected) for b in Band}
        assert caseload.late == sum(one.late for one in expected)
    assert any(risk_of(case, desk.today) == UNKNOWN for case in _cases(vault))


def _cases(vault):
    with vault.read() as rows:
        return rows.cases()


def refusal(form):
    return form.editor("order.last_day")._wrong


def test_what_was_raised_while_nobody_looked_is_told_until_it_is_seen(due_page, desk, caseload, shown, qtbot):
    assert not due_page.since.isVisible(), "the first look begins the count"
    desk.turn(TODAY + timedelta(days=9))
    qtbot.waitUntil(due_page.since.isVisible)
    told = due_page.since.notice._words.text()
    assert told.startswith("Since Wed 25 Nov 2026: ")
    due_page.since.notice.findChildren(Button)[0].click()
    assert "no new alert" in due_page.said.text()
    assert f": {due_page.agenda.narrowed.shown} dates" in told
    again = shown(DuePage(desk, caseload))
    again.open(Place("due"))
    qtbot.waitUntil(again.since.isVisible)
    assert again.since.notice._words.text() == told, "not seen: told again at the next start"
    again.since.seen.click()
    assert not again.since.isVisible()
    last = shown(DuePage(desk, caseload))
    last.open(Place("due"))
    qtbot.waitUntil(last.complete)
    assert not last.since.isVisible()


def test_an_alert_is_set_refused_in_words_and_holds_for_the_list(desk, vault, due_page, shown):
    page = shown(SettingsPage(desk))
    page.alerts.groups["order"].button.click()
    form = page.alerts.forms["order"]
    box = form.editor("order.last_day").box
    QTest.keyClicks(box, "soonish")
    form.flush()
    assert "soonish" in refusal(form)
    assert box.text() == "soonish"
    with vault.read() as rows:
        assert not any(key.startswith(PREFIX) for key in rows.settings())
    box.clear()
    QTest.keyClicks(box, "20 years")
    form.flush()
    assert "ten years" in refusal(form)
    box.clear()
    QTest.keyClicks(box, "8 years")
    form.flush()
    assert not refusal(form)
    before = {one.item.due.code for one in listed(due_page)}
    due_page.open(Place("due"))
    assert {one.item.due.code for one in listed(due_page)} - before == {"order.last_day"}
    again = shown(SettingsPage(desk))
    again.alerts.groups["order"].button.click()
    assert again.alerts.forms["order"].editor("order.last_day").box.text() == "8 years"


def test_the_benchmark_opens_a_vault_and_tells_its_figures(tmp_path):
    vault = benchmark.make(tmp_path / "Measured.casevault", 3)
    found = json.loads(process(["desktop.benchmarks.due", str(vault)]))
    assert found.keys() == {"opened", "complete", "reckoned", "held", "again", "narrowed", "mb"}
    assert 0 < found["opened"] <= found["complete"]
    assert found["mb"] < 400
