"""Every test of controls runs without a screen, in the light theme."""

from __future__ import annotations

import gc
import os
import time
import weakref

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from casework.field import Field, FieldType
from casework.text import Language, Text
from tests.dressing import dress
from tests.widgets.bench import Bench
from widgets import question


def let_go() -> None:
    """Release a mouse button that is still down because what was clicked went away under it."""
    rest = QWidget()
    rest.show()
    QTest.mousePress(rest, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(rest, Qt.MouseButton.LeftButton)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication):
    dress(qapp)
    if qapp.mouseButtons() != Qt.MouseButton.NoButton:
        let_go()
    yield qapp
    assert question.unasked() == 0


@pytest.fixture
def shown(qtbot):
    """Puts a widget on the screen and gives it back when it is there."""

    def show(widget: QWidget, width: int = 820, height: int = 640) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.fixture
def benchmark_ms():
    """The shortest of three runs in milliseconds."""

    def measure(run) -> float:
        spent = []
        for _ in range(3):
            start = time.perf_counter()
            run()
            spent.append((time.perf_counter() - start) * 1000)
        return min(spent)

    return measure


@pytest.fixture
def assert_freed(qapp: QApplication):
    """Makes a widget, lets it go as Qt does, and says whether anything still holds it."""

    def check(make) -> None:
        held = make()
        known = weakref.ref(held)
        held.hide()
        held.setParent(None)
        held.deleteLater()
        del held
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        assert known() is None or not isValid(known()), gc.get_referrers(known())
        assert known() is None, gc.get_referrers(known())

    return check


@pytest.fixture
def bench(shown):
    def make(type_: FieldType, *, language: Language = Language.EN, options=None, **more) -> Bench:
        return shown(Bench(Field("key", Text("Surname"), type_, **more), language, options))

    return make
