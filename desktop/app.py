"""The composition root: builds the parts of the program and connects them, nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from casework.refusal import Refused
from desktop import clock, crash, settings, system_events, words
from desktop.desk import Desk
from desktop.gate import Gate
from desktop.look import Look
from desktop.replacement import replace_process
from desktop.session import Session
from desktop.settings import Settings
from desktop.window import Window
from desktop.worker import Worker
from storage.process import harden
from widgets.collecting import Collecting

_DAY_WATCH_MS = 20_000

if TYPE_CHECKING:  # read once the unlock page is painted
    from desktop.operations.vaults import About
    from desktop.shell import Shell

_SWITCH_SECONDS = 0.001
"""How long the vault's thread may go on reckoning while a key waits to be shown."""


def open_window(vault: Path | None = None) -> int:
    """Open the application on a vault, or on the one that was open last; returns when it is closed."""
    harden()
    app = application()
    program = Program(app, vault)
    program.window.show()
    return app.exec()


def application() -> QApplication:
    """Qt's application, with what holds for the whole process."""
    sys.setswitchinterval(_SWITCH_SECONDS)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError
    Collecting(app)
    return app


class Program:
    """Everything there is one of."""

    def __init__(
        self,
        app: QApplication,
        vault: Path | None = None,
        worker: Worker | None = None,
        replace: Callable[[], None] = replace_process,
    ) -> None:
        app.setApplicationName(words.PROGRAM.en)
        app.setQuitOnLastWindowClosed(True)
        self.app = app
        self.settings = settings.load()
        self.look = Look(app, self.settings)
        self.worker = worker or Worker()
        self.gate = Gate(self.worker, clock.today(), vault or _last(self.settings))
        self.window = Window(self.gate, self.settings.window)
        self.session = Session(self.worker, self.window, replace, clock.seconds)
        self.session.minutes = self.settings.lock_after_minutes
        self.desk: Desk | None = None
        self.shell: Shell | None = None
        crash.watch(self.window.strip.show_defect)
        self.worker.failed.connect(self.window.strip.show_problem)
        self.session.kept_open.connect(self.window.strip.show_unlocked)
        self.window.painted.connect(self._read_ahead)
        self.window.placed.connect(self._keep_place)
        self.window.leaving.connect(self._leave)
        self.session.left.connect(self.window.close)
        self.gate.unlocked.connect(self.enter)
        self.gate.begun_again.connect(self.session.begin_anew)
        app.commitDataRequest.connect(self.session.end)

    def enter(self, about: About) -> None:
        """A vault is open: build what stands in the window while it is."""
        from desktop import inside  # noqa: PLC0415 - read while the key is derived

        self._keep(self.settings.with_(last_vault=str(about.folder)))
        self.desk = Desk(self.worker, clock.today(), self.settings, self.window)
        self.desk.vault_name, self.desk.person, self.desk.training = about.name, about.person, about.training
        self.shell = shell = inside.build(self.desk, about, self.window)
        self._watch_day(self.desk)
        self.desk.lock_wanted.connect(self.session.lock)
        self.desk.settings_changed.connect(self._keep)
        self.session.warned.connect(shell.foot.warn)
        self.window.enter(shell, shell.keep)
        self.session.begin()
        shell.start()

    def _watch_day(self, desk: Desk) -> None:
        """Whoever works past midnight sees the dates of the new day."""
        watch = QTimer(desk, interval=_DAY_WATCH_MS)
        watch.timeout.connect(lambda: desk.turn(clock.today()))
        watch.start()

    def _leave(self) -> None:
        if self.shell is not None:
            self.shell.close_here()
        self.session.leave()

    def _read_ahead(self) -> None:
        self.events = system_events.watch(self.app, self.window.winId(), self.session.away)
        system_events.hide_from_capture(self.window.winId(), hidden=self.settings.hide_from_capture)
        self.gate.look_closer()
        self.worker.beside(_read_ahead, self.window, _nothing)

    def _keep_place(self, place: str) -> None:
        self._keep(self.settings.with_(window=place))

    def _keep(self, kept: Settings) -> None:
        self.settings = kept
        self.look.wear(kept)
        system_events.hide_from_capture(self.window.winId(), hidden=kept.hide_from_capture)
        self.session.minutes = kept.lock_after_minutes
        try:
            settings.save(kept)
        except (Refused, OSError):
            self.window.strip.tell(words.SETTINGS_NOT_KEPT.en, "soon")


def _last(kept: Settings) -> Path | None:
    folder = Path(kept.last_vault)
    return folder if kept.last_vault and folder.is_dir() else None


def _read_ahead() -> None:
    """Read, beside the window's thread, what opening a vault needs."""
    from casework.field import choice_lists  # noqa: PLC0415 - after the first paint
    from casework.horizon import horizons  # noqa: PLC0415 - as above
    from casework.record import record_kinds  # noqa: PLC0415 - as above
    from desktop import inside  # noqa: F401, PLC0415 - as above
    from desktop.operations import caseload  # noqa: PLC0415 - as above

    for read_when_asked in (record_kinds(), choice_lists()):
        tuple(read_when_asked.values())
    horizons()
    caseload.edition()


def _nothing(_read: None) -> None:
    """There is nothing to show for it."""
