"""What a check found, in a sentence that holds no name and no text of a case."""

from __future__ import annotations

from dataclasses import dataclass

from casework.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: its ``code``, ``where`` (a file, log entry or record id), and ``what``."""

    code: str
    where: str
    what: Text
