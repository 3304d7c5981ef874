"""A long day of calls does not use up None, True or False."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_DAY = """
from PySide6.QtCore import QTimer, QObject
from PySide6.QtWidgets import QApplication
from widgets import theme
app = QApplication([])
theme.apply(app)
timer, some = QTimer(), QObject()
for _ in range(200_000):
    timer.stop()
    some.blockSignals(False)
    some.blockSignals(True)
print("alive")
"""


def test_two_hundred_thousand_calls_leave_the_interpreter_alive():
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", _DAY],
        cwd=root, env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == "alive\n", done.stderr
