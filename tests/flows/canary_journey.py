"""A person's whole journey in the window, run as a program of its own: what it writes is searched afterwards.

Arguments: vault folder, passphrase file, the unmistakable word, where the sealed PDF is saved, where the list of
files opened for writing is put.
"""

import json
import os
import sys
from pathlib import Path

WRITTEN = set()


def _watch(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        named = isinstance(path, str | os.PathLike)
        if named and (set(mode or "") & set("wax+") or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)):
            WRITTEN.add(str(Path(path).resolve()))
    if event.startswith("socket."):
        raise RuntimeError(event)


sys.addaudithook(_watch)

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit  # noqa: E402

from desktop.__main__ import end  # noqa: E402
from desktop.app import Program  # noqa: E402
from desktop.desk import Place  # noqa: E402
from desktop.operations import cases  # noqa: E402
from desktop.pages.documents.part import DocumentsPart  # noqa: E402
from desktop.pages.paper import PaperPart  # noqa: E402
from widgets.question import answer_next  # noqa: E402


def until(true, seconds=30):
    """Let the window live until something is so."""
    for _ in range(seconds * 20):
        if true():
            return
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()
    raise AssertionError("it did not come")


def boxes(page, kind=QLineEdit):
    """The boxes in sight that can be typed in."""
    return [one for one in page.findChildren(kind) if one.isVisible() and not one.isReadOnly()]


def journey(vault, words, canary, sealed):
    program = Program(QApplication(sys.argv[:1]), vault)
    window = program.window
    window.show()
    until(lambda: boxes(window))
    QTest.keyClicks(boxes(window)[0], "a wrong passphrase")
    QTest.keyClick(boxes(window)[0], "\r")
    until(boxes(window)[0].isEnabled)
    boxes(window)[0].selectAll()
    QTest.keyClicks(boxes(window)[0], words)
    QTest.keyClick(boxes(window)[0], "\r")
    until(lambda: program.desk)
    desk, made, opened = program.desk, [], []
    window_title = window.windowTitle()
    desk.worker.write(
        cases.new(
            canary, f"{canary} Anne", __import__("datetime").date(1980, 3, 4), "community_rmp_2026_11", desk.today
        ),
        window,
        made.append,
    )
    until(lambda: made)
    case = made[0].made
    for part in ("overview", "person", "risk", "victims", "plan", "orders", "notification", "contacts", "history"):
        desk.want(Place("case", case, part))
        settle(program)
        for box in boxes(window)[1:3]:
            QTest.keyClicks(box, f"{canary} {part}")
        for box in boxes(window, QPlainTextEdit)[:2]:
            QTest.keyClicks(box, f"{canary} text of {part}")
        settle(program)
        assert canary.lower() not in window.windowTitle().lower(), window_title
    desk.want(Place("case", case, "documents"))
    settle(program)
    documents = window.findChildren(DocumentsPart)[0]
    QApplication.clipboard().setText(f"{canary} of the report\n" * 40_000)
    documents.paste()
    until(documents.register.rows)
    documents.open(documents.register.rows()[0].id)
    until(lambda: canary in documents.viewer.words.toPlainText())
    documents.viewer.leave()
    desk.want(Place("case", case, "paper"))
    settle(program)

    until(lambda: (made := window.findChildren(PaperPart)) and made[0].pages.page_count() > 3)
    paper = window.findChildren(PaperPart)[0]
    recipient = paper.form().editor("recipient")
    QTest.keyClicks(recipient.buddy(), f"{canary} the recipient")
    until(lambda: paper.gate.lines)
    paper.form().editor("unknowns").findChildren(QAbstractButton)[0].click()
    settle(program)
    answer_next(sealed)
    paper.save_sealed()
    until(sealed.exists)
    desk.worker.read(lambda vault: vault.folder, window, opened.append)
    until(lambda: opened)
    window.close()
    until(lambda: not window.isVisible())


def settle(program):
    """Let typing pause and everything asked of the vault be done."""
    done = []
    loop = QEventLoop()
    QTimer.singleShot(700, loop.quit)
    loop.exec()
    program.worker.settle(program.window, lambda: done.append(True))
    until(lambda: done)


if __name__ == "__main__":
    folder, passphrase, word, pdf, log = sys.argv[1:]
    journey(Path(folder), Path(passphrase).read_text().splitlines()[0], word, Path(pdf))
    Path(log).write_text(json.dumps(sorted(WRITTEN)))
    end(0)
