"""What is due in a large caseload: 5,000 cases with 15,000 orders, in a window that nobody sees.

``python -m desktop.benchmarks.due VAULT`` opens a vault that is there and tells its figures as JSON.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from desktop.benchmarks.measured import Measured, peak_megabytes, process

if TYPE_CHECKING:  # read after the environment is set
    from desktop.app import Program
    from desktop.operations.vaults import About
    from desktop.pages.due import DuePage

T = TypeVar("T")
CASES = 5000
_TYPED = b"measured and thrown away"
_TICK_MS, _LONGEST_S = 5, 600


def measure() -> Iterator[Measured]:
    """First a vault that was never reckoned, then the same once everything is kept."""
    with tempfile.TemporaryDirectory(prefix="holdfast-") as folder:
        vault = make(Path(folder) / "Measured.casevault", CASES)
        anew = json.loads(process(["desktop.benchmarks.due", str(vault)]))
        kept = [json.loads(process(["desktop.benchmarks.due", str(vault)])) for _ in range(3)]
    best = {key: min(one[key] for one in kept) for key in kept[0]}
    yield Measured("due", "unlocked to the first rows, all kept", best["opened"], 300)
    yield Measured("due", "unlocked to every row in sight, all kept", best["complete"], 600)
    yield Measured("due", "back to the page", best["again"], 300)
    yield Measured("due", "other filters", best["narrowed"], 300)
    yield Measured("due", "5,000 cases reckoned beside the window", anew["reckoned"] / 1000, 60, "s")
    yield Measured("due", "the window held up while they are", anew["held"], 50)
    yield Measured("due", "the process while they are", anew["mb"], 400, "MB")
    yield Measured("due", "the process, all kept", best["mb"], 400, "MB")


def make(place: Path, cases: int) -> Path:
    """A vault of so many invented cases, none of which was reckoned yet."""
    from desktop import clock  # noqa: PLC0415 - not in the child that is timed
    from desktop.benchmarks import caseload  # noqa: PLC0415 - as above
    from storage.kdf import FLOOR_KDF  # noqa: PLC0415 - as above
    from storage.vault import Vault  # noqa: PLC0415 - as above

    vault, _words = Vault.create(
        place, name="Measured", person="A. Measurer", passphrase=bytearray(_TYPED), training=True, kdf=FLOOR_KDF
    )
    with vault, vault.write("collection") as rows:
        caseload.fill(rows, clock.today(), cases)
    return place


def opened(vault: Path) -> dict[str, float]:
    """Open the window on a vault, in milliseconds: ``opened`` the first rows in sight, ``complete`` all that are to be.

    ``reckoned``: until no case waits. ``held``: the longest that the window did nothing else meanwhile. ``mb``: the
    most memory the process held, in megabytes.
    """
    from desktop.app import Program, application  # noqa: PLC0415 - after the environment is set

    class Watched(Program):
        """Notes when the vault was unlocked."""

        began = 0.0

        def enter(self, about: About) -> None:
            Watched.began = time.perf_counter()
            super().enter(about)

    app = application()
    program = Watched(app, vault, replace=lambda: None)
    program.window.resize(1366, 768)
    program.window.show()
    opening = _Opening(program)
    found = opening.run(lambda: Watched.began)
    opening.close()
    return found | {"mb": peak_megabytes()}


class _Opening:
    """Types the passphrase and watches the page fill."""

    def __init__(self, program: Program) -> None:
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - as above

        self._program = program
        self._ticked = self._held = 0.0
        self._timer = QTimer(interval=_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def run(self, unlocked: Callable[[], float]) -> dict[str, float]:
        page = self._wait(lambda: self._program.gate.unlock_page)
        self._pause(1500)
        page.type_passphrase(_TYPED.decode())
        page.unlock()
        shell = self._wait(lambda: self._program.shell)
        began = unlocked()
        due = self._wait(lambda: cast("DuePage", shell.page("due")))
        first = self._until(lambda: _shows(due), began)
        complete = self._until(due.complete, began)
        self._held, self._ticked = 0.0, time.perf_counter()
        self._timer.start()
        reckoned = self._until(shell.current, began, every_ms=50)
        self._pause(1500)
        held = self._held
        self._timer.stop()
        return {
            "opened": first, "complete": complete, "reckoned": reckoned, "held": held,
            "again": self._again(due), "narrowed": self._narrowed(due),
        }  # fmt: skip

    def close(self) -> None:
        """Close the vault and let go of every widget while the application is there."""
        self._program.session.leave()
        self._wait(lambda: self._program.worker.closed)
        self._program.window.deleteLater()
        self._pause(50)

    def _again(self, due: DuePage) -> float:
        from desktop.desk import Place  # noqa: PLC0415 - as above

        desk = due.desk
        desk.want(Place("settings"))
        self._pause(300)
        began = time.perf_counter()
        desk.want(Place("due"))
        self._pause(0)
        return self._until(lambda: due.isVisible() and due.complete(), began)

    def _narrowed(self, due: DuePage) -> float:
        due.agenda = None
        began = time.perf_counter()
        due.filter.level.setCurrentIndex(2)
        return self._until(lambda: _shows(due), began)

    def _tick(self) -> None:
        now = time.perf_counter()
        self._held = max(self._held, (now - self._ticked) * 1000 - _TICK_MS)
        self._ticked = now

    def _until(self, ready: Callable[[], bool], began: float, every_ms: int = 1) -> float:
        self._wait(ready, every_ms)
        return (time.perf_counter() - began) * 1000

    def _wait(self, ready: Callable[[], T | None], every_ms: int = 1) -> T:
        until = time.monotonic() + _LONGEST_S
        while not (found := ready()):
            if time.monotonic() > until:
                raise TimeoutError
            self._pause(every_ms)
        return found

    def _pause(self, ms: int) -> None:
        from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 - as above

        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()


def _shows(due: DuePage) -> bool:
    return due.agenda is not None and any(widget.rows for widget in due.bands.values())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="holdfast-") as home:
        os.environ.update(dict.fromkeys(("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"), home), QT_QPA_PLATFORM="offscreen")
        found = opened(Path(sys.argv[1]))
    from desktop.__main__ import end

    json.dump(found, sys.stdout)
    end(0)
