"""Copies that were logged and of which only the first came to be."""

from __future__ import annotations

from casework.refusal import Refused
from casework.text import Text


class Unmade(Refused):
    """Why it went no further; ``made`` of the copies that were to be made are there."""

    def __init__(self, why: Text | str, made: int) -> None:
        super().__init__(why)
        self.made = made
