"""Writes in a plan of sixty pages in a real window, as fast as hands are, and tells how long it takes as JSON."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from math import ceil
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import clock
from desktop.__main__ import end
from desktop.app import Program, application
from desktop.benchmarks import long_plan
from desktop.desk import Place
from desktop.pages.case import CasePage
from desktop.pages.compare import CompareView
from desktop.pages.plan.part import PlanPart
from desktop.pages.plan.write import WriteView
from widgets.editors.long import LongEditor

_KEYS, _BURST, _THINK_MS, _BETWEEN_MS = 400, 40, 900, 25
_SECTIONS, _READ_MS, _COMPARISONS = 38, 400, 5
_LONGEST_S = 60
_SECTION = "situation"


class Writing(QObject):
    """One window with the plan in it."""

    def __init__(self, app: QApplication, vault: Path, case: str) -> None:
        super().__init__()
        self.program = Program(app, vault)
        self.program.window.resize(1366, 768)
        self.program.window.installEventFilter(self)
        self._painted = 0
        self.program.window.show()
        self.program.window.activateWindow()
        self._until(lambda: self.program.gate.unlock_page is not None)
        self.pause(1000)
        page = self.program.gate.unlock_page
        if page is not None:
            page.type_passphrase(long_plan.PASSPHRASE)
            page.unlock()
        self._until(lambda: self.program.shell is not None and self.program.shell.usable())
        if self.program.desk is not None:
            self.program.desk.want(Place("case", case, "plan"))
        self._until(lambda: self._part() is not None)
        self.pause(2500)

    @property
    def plan(self) -> PlanPart:
        """The plan part in sight."""
        found = self._part()
        if found is None:
            raise RuntimeError("the plan is not in sight")
        return found

    @property
    def write(self) -> WriteView:
        """The view that writes."""
        found = self.plan.writing
        if found is None:
            raise RuntimeError("nothing can be written")
        return found

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self, self._note)
        return False

    def pause(self, ms: int) -> None:
        """Let the program run."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def timed(self, act: Callable[[], object], shown: Callable[[], bool] = lambda: True) -> float:
        """Milliseconds from an act to the painting after which something is shown."""
        begun, before = time.perf_counter(), self._painted
        act()
        self._until(lambda: self._painted > before and shown(), step_ms=0)
        return (time.perf_counter() - begun) * 1000

    def keys(self) -> float:
        """The p95 of typing at the end of a long field, with pauses in which answers are kept and read again."""
        self.write.show_section(_SECTION)
        self.pause(500)
        editors = self.write.page.findChildren(LongEditor)
        longest = max(editors, key=lambda one: len(one.box.toPlainText()))
        longest.box.setFocus()
        longest.box.moveCursor(QTextCursor.MoveOperation.End)
        self.pause(300)
        found = []
        for n in range(_KEYS):
            key = Qt.Key.Key_Space if n % 6 == 5 else Qt.Key.Key_A
            found.append(self.timed(partial(QTest.keyClick, longest.box, key)))
            self.pause(_THINK_MS if n % _BURST == _BURST - 1 else _BETWEEN_MS)
        return p95(found)

    def sections(self) -> float:
        """The p95 of going on to the next section, through all of them twice, each read for a moment."""
        first = self.write.sections.chosen_key()
        found = []
        for n in range(_SECTIONS):
            act = self.write.after.click if self.write.after.isEnabled() else lambda: self.write.show_section(first)
            found.append(self.timed(act))
            self.pause(_READ_MS if n else 2 * _READ_MS)
        return p95(found)

    def comparison(self) -> float:
        """The median of comparing the draft with the version before it."""
        self.plan.look("compare")
        view = self.plan.shown()
        if not isinstance(view, CompareView):
            raise RuntimeError("no versions can be compared")  # noqa: TRY004 - it is no argument
        self.pause(1000)
        found = []
        for _ in range(_COMPARISONS):
            view.forget()
            self.pause(200)
            found.append(self.timed(view.compare, view.is_filled))
        return median(found)

    def _part(self) -> PlanPart | None:
        shell = self.program.shell
        page = shell.page("case") if shell is not None and shell.usable() else None
        part = page.shown_part if isinstance(page, CasePage) else None
        return part if isinstance(part, PlanPart) and part.writing is not None else None

    def _note(self) -> None:
        self._painted += 1

    def _until(self, ready: Callable[[], bool], step_ms: int = 20) -> None:
        loop, begun = QEventLoop(), time.monotonic()
        while not ready():
            if time.monotonic() - begun > _LONGEST_S:
                raise TimeoutError
            QTimer.singleShot(step_ms, loop.quit)
            loop.exec()


def p95(found: list[float]) -> float:
    """The value that 95 of a hundred do not pass."""
    return sorted(found)[ceil(0.95 * len(found)) - 1]


def main() -> None:
    """Measure, in a data folder of its own; end as the program does."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="holdfast-") as folder:
        os.environ.update(dict.fromkeys(("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"), folder))
        vault, case = long_plan.make(Path(folder), clock.today())
        run = Writing(application(), vault, case)
        found = {"key": run.keys(), "section": run.sections(), "compare": run.comparison()}
        run.program.session.leave()
        run.pause(300)
    sys.stdout.write(json.dumps(found) + "\n")
    end(0)


if __name__ == "__main__":
    main()
