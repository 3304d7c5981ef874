"""The worker: nothing of the vault on the window's thread, and no result for somebody who is gone."""

import sys
import threading

import pytest
from PySide6.QtCore import QObject

from casework.answer import Absent
from casework.refusal import Refused
from desktop.operations import cases
from desktop.operations.intent import Changes
from desktop.worker import Worker
from storage.problems import DiskFull
from tests.desktop.conftest import TODAY


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def opened(worker, kept, owner, qtbot):
    """The real worker with the training vault open on its thread."""
    got = []
    worker.unlock(kept.open, owner, got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    return worker


def test_the_vault_is_only_touched_on_its_own_thread(opened, owner, qtbot):
    threads = []

    def asked(vault):
        threads.append(threading.get_ident())
        return vault.name

    got = []
    opened.read(asked, owner, lambda name: got.append((name, threading.get_ident())))
    opened.write(lambda vault: threads.append(threading.get_ident()) or Changes(), owner)
    opened.settle(owner, lambda: got.append("settled"))
    qtbot.waitUntil(lambda: "settled" in got)
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()
    assert got[0] == ("Training", threading.get_ident())


def test_sqlite_itself_refuses_the_window_s_thread(opened, owner, qtbot):
    """A slip would be exposed: the connection belongs to the thread that opened it."""
    got = []
    opened.read(lambda vault: vault, owner, got.append)
    qtbot.waitUntil(lambda: bool(got))
    with pytest.raises(Exception, match="same thread"), got[0].read() as rows:
        rows.cases()


def test_a_result_for_an_owner_that_is_gone_is_dropped(opened, qtbot):
    gone, here, got = QObject(), QObject(), []
    started, go_on = threading.Event(), threading.Event()

    def slow(_vault):
        started.set()
        go_on.wait(5)
        return "late"

    opened.read(slow, gone, got.append)
    started.wait(5)
    gone.deleteLater()
    qtbot.waitSignal(gone.destroyed, timeout=2000).wait()
    go_on.set()
    opened.settle(here, lambda: got.append("settled"))
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["settled"]


def test_what_a_write_changed_is_told_even_when_its_page_is_gone(opened, qtbot):
    gone, here, told, after = QObject(), QObject(), [], []
    opened.changed.connect(lambda changes, _by: told.append(changes))
    started, go_on = threading.Event(), threading.Event()

    def slow(_vault):
        started.set()
        go_on.wait(5)
        return Changes(frozenset({"c"}))

    opened.write(slow, gone, then=after.append)
    started.wait(5)
    gone.deleteLater()
    qtbot.waitSignal(gone.destroyed, timeout=2000).wait()
    go_on.set()
    opened.settle(here, lambda: told.append("settled"))
    qtbot.waitUntil(lambda: "settled" in told)
    assert told[0] == Changes(frozenset({"c"}))
    assert after == []


def test_a_problem_nobody_takes_goes_out_as_failed(opened, owner, qtbot):
    def full(_vault):
        raise DiskFull

    with qtbot.waitSignals([opened.failed, opened.unwritten]):
        opened.write(full, owner)
    taken = []
    with qtbot.waitSignal(opened.unwritten):
        opened.write(full, owner, otherwise=taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert isinstance(taken[0], DiskFull)


def test_a_refusal_is_an_answer(opened, owner, qtbot):
    refused = []
    opened.read(cases.case("nowhere"), owner, refused.append, refused.append)
    qtbot.waitUntil(lambda: bool(refused))
    assert isinstance(refused[0], Refused)


def test_a_defect_reaches_the_hook_on_the_window_s_thread(opened, owner, qtbot, monkeypatch):
    met = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, fault, _trace: met.append((fault, threading.get_ident())))

    def broken(_vault):
        raise ZeroDivisionError

    opened.read(broken, owner, met.append)
    qtbot.waitUntil(lambda: bool(met))
    assert isinstance(met[0][0], ZeroDivisionError)
    assert met[0][1] == threading.get_ident()


def test_without_a_vault_work_is_refused(worker, owner, qtbot):
    got = []
    worker.read(lambda vault: vault.name, owner, got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], Refused)


def test_closing_waits_for_a_write_that_is_under_way(kept, qtbot):
    worker, owner, got = Worker(), QObject(), []
    worker.unlock(kept.open, owner, got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    worker.write(cases.new("Latecome", "Ann", Absent.UNKNOWN, "community_rmp_2026_11", TODAY), owner)
    worker.close()
    with kept.open() as vault, vault.read() as rows:
        assert any(case.one("person").words("surname") == "Latecome" for case in rows.cases())
