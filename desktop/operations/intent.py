"""What an operation is: a function of the vault, and what a write says it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from casework.record import CaseId
from storage.vault import Vault

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write changed: the cases, the kinds of record, and the record made where there is one."""

    cases: frozenset[CaseId] = frozenset()
    kinds: frozenset[str] = frozenset()
    made: str = ""


Write = Callable[[Vault], Changes]
Read = Callable[[Vault], T]
