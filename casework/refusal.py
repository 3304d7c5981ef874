"""What a person asked for cannot be: said in a sentence, with the place where it stands."""

from __future__ import annotations

from casework.text import Text


class Refused(Exception):  # noqa: N818 - it is an answer to the person, not a fault of the program
    """Input that cannot be taken.

    ``where`` is the path or field key of the offending input (empty for the whole), ``why`` one
    sentence that says what is wrong and what to do.
    """

    def __init__(self, why: Text | str, where: str = "") -> None:
        self.why = Text(why) if isinstance(why, str) else why
        self.where = where
        super().__init__(f"{where}: {self.why.en}" if where else self.why.en)
