"""Bringing a document in: opened once, kept part by part beside everything else, filed at the end or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from casework.answer import Answer
from casework.filed import told_size
from casework.record import CaseId
from casework.refusal import Refused
from desktop.desk import Desk
from desktop.looked_into import Given, looked_into
from desktop.operations import filing
from desktop.operations.intent import Changes
from storage.problems import VaultProblem


class Filer(QObject):
    """One document at a time. ``reached(share)`` tells how far it is, ``filed(record, given)`` that it is done,
    ``refused(text)`` why it is not; then nothing of it was kept.
    """

    begun = Signal(str)
    reached = Signal(float)
    filed = Signal(str, object)
    refused = Signal(str)
    stopped = Signal()

    def __init__(self, desk: Desk, case: CaseId, parent: QObject | None = None) -> None:
        super().__init__(parent or desk)
        self._desk, self._case = desk, case
        self._answers: Mapping[str, Answer] = {}
        self._given: Given | None = None
        self._parts: list[bytes] = []
        self._upload = ""
        self.busy = False

    def take_file(self, path: Path, answers: Mapping[str, Answer]) -> None:
        """File what lies there."""
        self._begin("Reading the file", answers)
        self._desk.worker.beside(lambda: looked_into(filing.read_file(path)), self, self._bring, self._refuse)

    def take(self, content: bytes, answers: Mapping[str, Answer]) -> None:
        """File what is in memory."""
        self._begin("Looking at what was pasted", answers)
        self._desk.worker.beside(partial(looked_into, content), self, self._bring, self._refuse)

    def stop(self) -> None:
        """Not wanted any more; what was kept of it is taken away."""
        if self.busy:
            self.busy = False
            self._let_go()
            self.stopped.emit()

    def _begin(self, words: str, answers: Mapping[str, Answer]) -> None:
        self.busy, self._answers = True, answers
        self._upload, self._parts, self._given = filing.fresh(), [], None
        self.begun.emit(words)

    def _bring(self, given: Given) -> None:
        if self.busy:
            self._given, self._parts = given, list(filing.in_parts(given.content))
            self.begun.emit(f"Filing {told_size(len(given.content))}")
            self._next(0)

    def _next(self, part: int) -> None:
        given = self._given
        if not self.busy or given is None:
            return
        self.reached.emit(part / len(self._parts))
        if part < len(self._parts):
            bring = filing.bring(self._upload, part, self._parts[part])
            self._desk.worker.read(bring, self, lambda _: self._next(part + 1), self._refuse)
            return
        digest = hashlib.sha256(given.content).hexdigest()
        write = filing.file(self._case, self._upload, given.form, digest, self._answers)
        self._desk.worker.write(write, self, self._done, self._refuse)

    def _done(self, changes: Changes) -> None:
        given, self._given, self._parts, self.busy = self._given, None, [], False
        self.filed.emit(changes.made, given)

    def _refuse(self, problem: Refused | VaultProblem) -> None:
        if self.busy:
            self.busy = False
            self._let_go()
            self.refused.emit(problem.why.en if isinstance(problem, Refused) else problem.text.en)

    def _let_go(self) -> None:
        kept, self._given, self._parts = bool(self._parts), None, []
        if kept:
            # Where even this cannot be kept, the next opening of the case file does it.
            self._desk.worker.read(filing.let_go(self._upload), self, lambda _: None, lambda _: None)
