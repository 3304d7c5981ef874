"""Garbage that holds Qt objects is taken down on the window's thread, never beside it."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject

from widgets.collecting import Collecting


class Held(QObject):
    """Holds itself, as a widget with a connected lambda does; notes the thread that takes it down."""

    taken: list[int]

    def __init__(self, taken: list[int]) -> None:
        super().__init__()
        self.taken, self.itself = taken, self

    def __del__(self) -> None:
        self.taken.append(threading.get_ident())


def allocate(kept: list[list[int]]) -> None:
    """So much that the collector would have run many times."""
    kept += [[one] for one in range(200_000)]


def test_garbage_is_taken_down_on_this_thread_alone(qtbot):
    taken: list[int] = []
    parent = QObject()
    gc.collect()
    collecting = Collecting(parent)
    Held(taken)
    kept: list[list[int]] = []
    beside = threading.Thread(target=allocate, args=(kept,))
    beside.start()
    beside.join()
    assert not taken
    qtbot.waitUntil(lambda: bool(taken), timeout=5000)
    assert set(taken) == {threading.get_ident()}
    assert not gc.isenabled()
    del collecting
    parent.deleteLater()
    qtbot.waitUntil(gc.isenabled, timeout=5000)
