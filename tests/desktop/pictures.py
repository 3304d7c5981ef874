"""Drives the real window on a training vault and keeps a picture of every page: run it under a display.

xvfb-run -s "-screen 0 1366x768x24" .venv/bin/python tests/desktop/pictures.py FOLDER [THEME ...]
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
HOME = Path(tempfile.mkdtemp(prefix="holdfast-pictures-"))
os.environ |= {"HOME": str(HOME), "XDG_DATA_HOME": str(HOME / "data")}

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from desktop import clock, settings, training  # noqa: E402
from desktop.app import Program  # noqa: E402
from desktop.desk import Place  # noqa: E402
from desktop.settings import Settings  # noqa: E402

SIZE = (1366, 768)


class Pictures:
    """One run of the program in one theme."""

    def __init__(self, app: QApplication, vault: Path | None, folder: Path, theme: str) -> None:
        settings.save(Settings(theme=theme, scale=float(os.environ.get("SCALE", "1"))))
        self.app, self.folder, self.theme, self.count = app, folder, theme, 0
        self.program = Program(app, vault, replace=lambda: None)
        self.program.window.resize(*SIZE)
        self.program.window.move(0, 0)
        self.program.window.show()
        self.program.window.activateWindow()
        self.pause()

    def until(self, ready: Callable[[], object], most_ms: int = 20000) -> None:
        """Let the program run until something is so."""
        loop, waited = QEventLoop(), 0
        while not ready():
            if waited > most_ms:
                raise TimeoutError(self.theme)
            QTimer.singleShot(20, loop.quit)
            loop.exec()
            waited += 20

    def pause(self, ms: int = 450) -> None:
        """Let the program run for a moment."""
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def take(self, name: str) -> None:
        """Keep a picture of the window as it is."""
        self.pause()
        self.count += 1
        self.app.primaryScreen().grabWindow(0).save(str(self.folder / f"{self.theme}-{self.count:02}-{name}.png"))

    def unlock(self, passphrase: str) -> None:
        """Type the passphrase as a person would."""
        box = self.program.gate.currentWidget()._passphrase.box
        QTest.keyClicks(box, "not this one")
        self.program.gate.currentWidget().unlock()
        self.until(self.program.gate.currentWidget()._passphrase.refusal)
        self.take("unlock-wrong")
        QTest.keyClicks(box, passphrase)
        self.program.gate.currentWidget().unlock()
        self.pause(60)
        self.until(lambda: self.program.desk is not None)

    def go(self, place: Place, name: str) -> None:
        """Show a place and keep its picture."""
        self.program.desk.want(place)
        self.take(name)


def pages(app: QApplication, vault: Path, folder: Path, theme: str) -> None:
    """Every page of the window."""
    run = Pictures(app, vault, folder, theme)
    run.take("unlock")
    run.unlock((vault.parent / training.WORDS_FILE).read_text("utf-8").splitlines()[0])
    shell = run.program.window._shell
    run.until(shell.current)
    run.take("due")
    shell.page("due").filter.group.setCurrentIndex(1)
    shell.page("due").filter.reach.setCurrentIndex(3)
    run.take("due-orders")
    shell.page("due").show_all.click()
    run.go(Place("cases"), "cases")
    table = shell.page("cases").table
    table.choose_first()
    run.pause(600)
    run.take("cases-pane")
    QTest.keyClicks(shell.bar.jump, "t-0")
    run.take("jump")
    shell.bar.jump._view.hide()
    shell.bar.jump.clear()
    run.go(Place("new_case"), "new-case")
    run.go(Place("law"), "law")
    run.go(Place("settings"), "settings")
    run.go(Place("templates"), "templates")
    first = shell._caseload.lines[0].id
    run.go(Place("case", first), "case")
    run.program.session.leave()
    run.pause(200)


def before(app: QApplication, folder: Path, theme: str) -> None:
    """The pages of a first start, without any vault, and of coming back in by the recovery words."""
    run = Pictures(app, None, folder, f"{theme}-first")
    page = run.program.gate.currentWidget()
    page._parent = Path(tempfile.mkdtemp(prefix="holdfast-new-"))
    run.take("new-vault")
    page.next.click()
    run.take("new-vault-refused")
    QTest.keyClicks(page.name.box, "Northern team")
    QTest.keyClicks(page.person.box, "A. Keeper")
    page.next.click()
    run.take("passphrase")
    page.passphrase.turn.click()
    QTest.keyClicks(page.passphrase.own.box, "three blue")
    run.take("own-passphrase")
    page.passphrase.turn.click()
    QTest.keyClicks(page.passphrase.back.box, page.passphrase.shown.text())
    page.make.click()
    run.pause(60)
    run.take("making")
    run.until(lambda: page._steps.currentIndex() == 2)
    run.take("recovery-words")
    given = page.words._words
    page.words.written.click()
    QTest.keyClicks(page.words.boxes[0].box, "wrong")
    page.words.finish.click()
    run.take("words-wrong")
    for at, line in zip(page.words.asked(), page.words.boxes, strict=True):
        line.box.clear()
        QTest.keyClicks(line.box, given[at])
    page.words.finish.click()
    run.until(lambda: run.program.desk is not None)
    run.take("empty-due")
    run.go(Place("cases"), "empty-cases")
    run.program.session.leave()
    run.pause(200)
    again = Pictures(app, page._parent / "Northern team.casevault", folder, f"{theme}-recover")
    again.program.gate.show_recovery()
    again.take("recover")
    recover = again.program.gate.currentWidget()
    recover.typed.setPlainText(" ".join(given))
    recover.open.click()
    again.until(lambda: recover._steps.currentIndex() == 1)
    again.take("recover-passphrase")
    again.program.window.hide()
    again.program.worker.close()


def main() -> int:
    """Take the pictures."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    training.open_or_make(HOME / "training", clock.today()).close()
    for theme in sys.argv[2:] or ["light", "dark"]:
        before(app, folder, theme)
        pages(app, HOME / "training" / training.VAULT_NAME, folder, theme)
    return 0


if __name__ == "__main__":
    sys.exit(main())
