"""A vault with the training cases, a worker that does it now and the real one, a day that stands still."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from casework.agenda import Listed
from casework.refusal import Refused
from desktop import training
from desktop.caseload import Caseload
from desktop.desk import Desk, Place
from desktop.pages.due import DuePage
from desktop.settings import Settings
from desktop.worker import Worker
from storage.problems import VaultProblem
from storage.vault import Vault
from tests import derivation
from tests.dressing import dress
from widgets import question

TODAY = date(2026, 11, 25)


class ImmediateWorker(Worker):
    """Does everything at once, on the thread that asks."""

    def __init__(self, vault: Vault | None = None) -> None:
        super().__init__()
        self._vault = vault

    def close(self) -> None:
        self._closed = True
        self._close()
        self._vault_thread.shutdown()
        self._beside.shutdown()

    def _start(self, _thread, work, _owner, then, otherwise) -> None:
        self.busy.emit(True)
        try:
            value = work(self._vault)
        except (Refused, VaultProblem) as problem:
            if otherwise:
                otherwise(problem)
            else:
                self.failed.emit(problem)
        else:
            then(value)
        finally:
            self.busy.emit(False)


@dataclass(frozen=True)
class Kept:
    """A training vault in a folder of its own."""

    folder: Path
    passphrase: str

    def open(self) -> Vault:
        return Vault.open(self.folder, bytearray(self.passphrase.encode()))


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own: no test reads or writes the settings of whoever runs it."""
    derivation.once(monkeypatch)
    for name in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication):
    dress(qapp)
    yield qapp
    assert question.unasked() == 0


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training")
    training.open_or_make(folder, TODAY).close()
    return folder


@pytest.fixture
def kept(made: Path, tmp_path: Path) -> Kept:
    """A copy of the training vault, closed."""
    folder = tmp_path / "training"
    shutil.copytree(made, folder)
    words = (folder / training.WORDS_FILE).read_text("utf-8").splitlines()[0]
    return Kept(folder / training.VAULT_NAME, words)


@pytest.fixture
def vault(kept: Kept):
    """The training vault, open on the test's own thread."""
    with kept.open() as opened:
        yield opened


@pytest.fixture
def desk(vault: Vault):
    """A desk whose worker does everything at once."""
    worker = ImmediateWorker(vault)
    made = Desk(worker, TODAY, Settings())
    made.vault_name, made.person, made.training = vault.name, vault.person, vault.training
    yield made
    worker.close()


@pytest.fixture
def caseload(desk: Desk) -> Caseload:
    """The caseload of the desk, read."""
    read = Caseload(desk)
    read.read()
    return read


@pytest.fixture
def worker(qapp: QApplication):
    """The real worker, without a vault."""
    made = Worker()
    yield made
    made.close()


@pytest.fixture
def shown(qtbot) -> Callable[..., QWidget]:
    """Puts a widget on the screen and gives it back when it is there; it stays until the test ends."""
    alive: list[QWidget] = []

    def show(widget: QWidget, width: int = 1366, height: int = 768) -> QWidget:
        alive.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


@pytest.fixture
def due_page(desk: Desk, caseload: Caseload, shown, qtbot) -> DuePage:
    """Home, in sight, with every row made."""
    page = shown(DuePage(desk, caseload))
    for widget in page.bands.values():
        widget.most = 60
    page.open(Place("due"))
    qtbot.waitUntil(page.complete)
    return page


def listed(page: DuePage) -> list[Listed]:
    """The things that the page lists."""
    return [one for widget in page.bands.values() for one in widget.items]
