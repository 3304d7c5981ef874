"""The only way to interrupt: a question with its answers, a sentence, a few words asked for, a file.

Tests set what will be answered with ``answer_next``; then nothing is shown.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from casework.text import Language, Text
from widgets import words
from widgets.button import Button
from widgets.editors.boxes import Box
from widgets.label import Heading, Paragraph
from widgets.layout import column, row
from widgets.theme import px

_WIDE = 440


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer to a question. Kinds: "", primary. A ``danger`` is drawn as one and never the default."""

    key: str
    words: Text
    primary: bool = False
    danger: bool = False


_next: deque[str | Path | None] = deque()


def answer_next(*answers: str | Path | None) -> None:
    """What the next questions will be answered with, in tests: a reply's key, words, a path, or None to cancel."""
    _next.extend(answers)


def unasked() -> int:
    """How many set answers were not asked for; forgets them."""
    left = len(_next)
    _next.clear()
    return left


def ask(
    parent: QWidget,
    question: str,
    replies: Sequence[Reply],
    *,
    detail: str = "",
    language: Language = Language.EN,
) -> str:
    """Ask; return the key of the reply, "" where it was cancelled (Esc). Cancel is always offered."""
    if _next:
        return _of(_next.popleft(), [one.key for one in replies])
    dialog = Question(parent, question, detail, language)
    dialog.add(Reply("", words.CANCEL))
    for reply in replies:
        dialog.add(reply)
    return dialog.answer()


def tell(parent: QWidget, sentence: str, *, detail: str = "", language: Language = Language.EN) -> None:
    """Say something that cannot wait."""
    if _next:
        _next.popleft()
        return
    dialog = Question(parent, sentence, detail, language)
    dialog.add(Reply("ok", words.OK, primary=True))
    dialog.answer()


def ask_words(
    parent: QWidget,
    question: str,
    reply: Text,
    *,
    detail: str = "",
    given: str = "",
    long: bool = False,
    danger: bool = False,
    watch: Callable[[Box], object] | None = None,
    language: Language = Language.EN,
) -> str:
    """Ask for words (a reason, a name); "" where it was cancelled. The reply wakes when something is written.

    ``watch`` is given the box in which they are written.
    """
    if _next:
        return str(_next.popleft() or "")
    dialog = Question(parent, question, detail, language)
    box = dialog.ask_words(given, long=long)
    dialog.add(Reply("", words.CANCEL))
    dialog.add(Reply("ok", reply, primary=not danger, danger=danger))
    if watch:
        watch(box)
    return dialog.written() if dialog.answer() else ""


def close_all() -> None:
    """Close every question that is open, unanswered: the window is locked."""
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QDialog):
            window.reject()


def next_path() -> tuple[bool, Path | None]:
    """The path that a test set as the next answer: (whether there is one, the path)."""
    if not _next:
        return False, None
    given = _next.popleft()
    return True, Path(given) if given else None


def _of(given: str | Path | None, known: list[str]) -> str:
    key = str(given or "")
    if key and key not in known:
        msg = f"the question offers {', '.join(known)}, not {key}"
        raise LookupError(msg)
    return key


class Question(QDialog):
    """One question in the middle of its window."""

    def __init__(self, parent: QWidget, question: str, detail: str, language: Language) -> None:
        super().__init__(parent.window())
        self._language = language
        self._key = ""
        self._box: Box | None = None
        self._waiting: list[Button] = []
        self.setWindowTitle(question)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.setMinimumWidth(px(_WIDE))
        self._replies = row(None, gap=8)
        self._middle = column(gap=8)
        parts = [Heading(question, 1), *([Paragraph(detail, most=60)] if detail else [])]
        self.setLayout(column(*parts, self._middle, 8, self._replies, gap=12, margin=24))
        self.setAccessibleDescription(detail)

    def add(self, reply: Reply) -> None:
        """Offer a reply; a primary one that is no danger is what Enter means."""
        kind = "primary" if reply.primary and not reply.danger else ""
        button = _ReplyButton(reply, self._language, kind)
        button.clicked.connect(button.choose)
        self._replies.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        if kind:
            button.setDefault(True)
        if self._box is not None and reply.key:
            self._waiting.append(button)
            self._wake()

    def ask_words(self, given: str, *, long: bool) -> Box:
        """Put a box for words into the question."""
        box: Box = QPlainTextEdit(given) if long else QLineEdit(given)
        if isinstance(box, QPlainTextEdit):
            box.setTabChangesFocus(True)
            box.setFixedHeight(px(96))
        box.setAccessibleName(self.windowTitle())
        box.textChanged.connect(self._wake)
        self._box = box
        self._middle.addWidget(box)
        box.setFocus()
        return box

    def written(self) -> str:
        """What was written in the box."""
        if isinstance(self._box, QPlainTextEdit):
            return self._box.toPlainText().strip()
        return self._box.text().strip() if self._box is not None else ""

    def take(self, key: str) -> None:
        """A reply was chosen."""
        self._key = key
        self.done(1 if key else 0)

    def answer(self) -> str:
        """Show the question, wait, let it go, and return the key of the reply."""
        self.adjustSize()
        self.exec()
        self.deleteLater()
        return self._key

    def _wake(self) -> None:
        for button in self._waiting:
            button.setEnabled(bool(self.written()))


class _ReplyButton(Button):
    def __init__(self, reply: Reply, language: Language, kind: str) -> None:
        super().__init__(reply.words.in_(language), kind=kind, role="danger" if reply.danger else "")
        self._key = reply.key

    def choose(self) -> None:
        """Give the reply to the question that the button is in."""
        window = self.window()
        if isinstance(window, Question):
            window.take(self._key)
