"""The strip at the top of the window: what went wrong, until it is dismissed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from casework.refusal import Refused
from desktop import words
from storage.problems import VaultProblem
from widgets.notice import Notice


def sentence(problem: Refused | VaultProblem) -> str:
    """What a problem says."""
    return (problem.text if isinstance(problem, VaultProblem) else problem.why).en


class Strip(Notice):
    """Hidden while all is well; a second problem takes the place of the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, role="late", action=words.DISMISS.en)
        self.acted.connect(self.dismiss)
        self.hide()

    def show_problem(self, problem: Refused | VaultProblem) -> None:
        """Say what could not be done: in the ink of a failure, or of what wants a look where the wish was refused."""
        self.tell(sentence(problem), "soon" if isinstance(problem, Refused) else "late")

    def show_unlocked(self, problem: Refused | VaultProblem) -> None:
        """Say why the window was not locked."""
        self.tell(words.NOT_LOCKED.filled(why=sentence(problem)).en, "late")

    def show_defect(self, place: str) -> None:
        """Say that the program itself was at fault, and where."""
        self.tell(words.DEFECT.filled(place=place).en, "late")

    def dismiss(self) -> None:
        """Take it away."""
        self.tell("")
