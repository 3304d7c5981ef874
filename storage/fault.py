"""Faults of the disk and the database, told apart as problems by blame."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from storage.problems import Damaged, DiskFull, InUse, ReadOnly, Unusable, VaultProblem
from storage.sqlcipher import DatabaseFault

DATABASE = "vault.db"
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _CONSTRAINT, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 19, 26
# Copying a database tells no code.
_SAID = {"disk I/O error": _IOERR, "database or disk is full": _FULL, "database disk image is malformed": _CORRUPT}
_FULL_ERRNOS = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
_READ_ONLY_ERRNOS = {errno.EROFS, errno.EACCES, errno.EPERM}


def of_database(fault: DatabaseFault) -> VaultProblem | None:
    """The problem behind a database fault, by SQLite's own code; None where the fault is ours."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF or _SAID.get(str(fault), 0)
    if code == _CONSTRAINT and str(fault).startswith("UNIQUE"):
        # What is written was checked before, so a key that stands there already is the database's contradiction.
        return Damaged(DATABASE, "contradicts itself")
    if code in (_BUSY, _LOCKED):
        return InUse()
    if code == _READONLY:
        return ReadOnly()
    if code == _FULL:
        return DiskFull()
    if code in (_CORRUPT, _NOTADB):
        return Damaged(DATABASE, "does not hold what was written to it")
    if code in (_IOERR, _CANTOPEN):
        return Unusable()
    return None


def of_system(fault: OSError) -> VaultProblem:
    """The problem behind a fault of the file system."""
    if fault.errno in _FULL_ERRNOS:
        return DiskFull()
    if fault.errno in _READ_ONLY_ERRNOS:
        return ReadOnly()
    return Unusable()


@contextmanager
def told() -> Iterator[None]:
    """Raise the problem behind any fault of disk or database inside; faults of ours pass as they are."""
    try:
        with told_of_database():
            yield
    except OSError as fault:
        raise of_system(fault) from None


@contextmanager
def told_of_database() -> Iterator[None]:
    """Raise the problem behind any fault of the database inside, where a file's fault is somebody else's."""
    try:
        yield
    except DatabaseFault as fault:
        problem = of_database(fault)
        if problem is None:
            raise
        raise problem from None
