"""How long a person waits, in milliseconds as JSON: ``python -m desktop.measure start`` or ``unlock``.

``start``: from the start of a process to its unlock page painted. ``unlock``: from the passphrase entered to the
caseload usable, with the derivation of the key told apart. Without a screen, and in a data folder of its own.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:  # the child that is timed reads no more than the program does
    from PySide6.QtWidgets import QApplication

    from desktop.app import Program

_TYPED = "measured and thrown away"
_MILLION = 1_000_000


def main(asked: str) -> int:
    """Measure; 0 when done, 2 when something else is asked."""
    ways: Mapping[str, Callable[[], None]] = {"start": _start, "painted": _painted, "unlock": _unlock}
    if asked not in ways:
        sys.stderr.write("Say what to measure: start or unlock.\n")
        return 2
    ways[asked]()
    return 0


def _tell(**told: float) -> None:
    sys.stdout.write(json.dumps({key: round(value, 1) for key, value in told.items()}) + "\n")


def _start() -> None:
    import subprocess  # noqa: PLC0415 - not in the child that is timed

    with tempfile.TemporaryDirectory(prefix="holdfast-") as folder:
        vault = _vault(Path(folder))
        environment = _alone(Path(folder))
        began = time.monotonic_ns()
        again = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop.measure"]
        command = [*again, "painted", str(vault)]
        done = subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603 - this module
    _tell(ms=(int(done.stdout) - began) / _MILLION)


def _painted() -> None:
    from desktop.app import Program, application  # noqa: PLC0415 - part of what is timed

    app = application()
    program = Program(app, Path(sys.argv[2]))

    def stop() -> None:
        sys.stdout.write(f"{time.monotonic_ns()}\n")
        app.exit()

    program.window.painted.connect(stop)
    program.window.show()
    app.exec()
    program.worker.close()
    _end()


def _unlock() -> None:
    with tempfile.TemporaryDirectory(prefix="holdfast-") as folder:
        os.environ.update(_alone(Path(folder)))
        vault = _vault(Path(folder), filled=True)
        derivations = _derivations_timed()
        from desktop.app import Program, application  # noqa: PLC0415 - after the environment is set

        app = application()
        program = Program(app, vault)
        program.window.show()
        took = _Unlocking(app, program).run()
        program.session.leave()
    _tell(ms=took, derivation_ms=derivations[-1])
    _end()


def _end() -> NoReturn:
    """End before anything of the window is let go, as the program itself does."""
    from desktop.__main__ import end  # noqa: PLC0415 - not in the child that is timed

    end(0)


class _Unlocking:
    """Types the passphrase once the program has settled, and looks until the caseload is in sight."""

    def __init__(self, app: QApplication, program: Program) -> None:
        from PySide6.QtCore import QTimer  # noqa: PLC0415 - as above

        self._app, self._program = app, program
        self._began = 0
        self._single = QTimer.singleShot

    def run(self) -> float:
        self._single(1500, self._type)
        self._app.exec()
        return (time.monotonic_ns() - self._began) / _MILLION

    def _type(self) -> None:
        page = self._program.gate.unlock_page
        if page is not None:
            page.type_passphrase(_TYPED)
            self._began = time.monotonic_ns()
            page.unlock()
            self._look()

    def _look(self) -> None:
        shell = self._program.shell
        if shell is not None and shell.usable():
            self._app.exit()
        else:
            self._single(1, self._look)


def _vault(folder: Path, *, filled: bool = False) -> Path:
    from desktop import clock, training  # noqa: PLC0415 - not in the child that is timed
    from storage.vault import Vault  # noqa: PLC0415 - as above

    place = folder / "Measured.casevault"
    passphrase = bytearray(_TYPED.encode())
    vault, _words = Vault.create(place, name="Measured", person="A. Measurer", passphrase=passphrase, training=True)
    if filled:
        training.fill(vault, clock.today())
    vault.close()
    return place


def _derivations_timed() -> list[float]:
    """Time every derivation from now on: one made apart would run on a machine that is busy with something else."""
    from storage.kdf import Kdf  # noqa: PLC0415 - as above

    found: list[float] = []
    derive = Kdf.key

    def timed(kdf: Kdf, passphrase: bytearray, salt: bytes, key_file: bytes | None = None) -> bytearray:
        began = time.monotonic_ns()
        key = derive(kdf, passphrase, salt, key_file)
        found.append((time.monotonic_ns() - began) / _MILLION)
        return key

    Kdf.key = timed  # type: ignore[assignment, method-assign]
    return found


def _alone(folder: Path) -> dict[str, str]:
    here = {"HOME", "XDG_DATA_HOME", "LOCALAPPDATA"}
    return {**os.environ, **dict.fromkeys(here, str(folder)), "QT_QPA_PLATFORM": "offscreen"}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else ""))
