"""The disk full, read-only, failing; the process killed: short forms of the harnesses."""

import errno
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from storage import files
from storage.fault import of_database, of_system, told
from storage.problems import Damaged, DiskFull, InUse, ReadOnly, Unusable
from storage.sqlcipher import DatabaseFault
from tests.storage.conftest import PASSPHRASE
from tests.storage.harness import kill, power, steps

ROOT = Path(__file__).parents[2]
LINUX = sys.platform == "linux"
NAMESPACE = ["unshare", "--map-root-user", "--mount"]


def can_mount():
    if not LINUX or shutil.which("unshare") is None:
        return False
    return subprocess.run([*NAMESPACE, "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_mount(), reason="needs a mount namespace")
@pytest.mark.parametrize("how", ["full", "filing", "read_only"])
def test_a_disk_that_fills_up_or_only_reads(how):
    child = [*NAMESPACE, sys.executable, "-m", "tests.storage.harness.small_disk", how]
    done = subprocess.run(child, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("done\n", 0), done.stderr


@pytest.mark.skipif(os.name != "posix", reason="kills with a signal")
def test_a_killed_writer_loses_nothing_that_it_reported(tmp_path):
    toll = kill.run(tmp_path / "x.casevault", 10)
    assert toll.kills == 10
    assert toll.acknowledged > 0


@pytest.mark.skipif(not LINUX or shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize(
    ("job", "fault"),
    [("commit", "kill"), ("commit", "full"), ("change", "kill"), ("create", "broken"), ("remove", "kill")],
)
def test_a_fault_at_a_step_loses_nothing(job, fault):
    ends = steps.sweep(job, fault, begin=5, step=31)
    assert sum(ends.values()) >= 2


@pytest.mark.skipif(not LINUX or shutil.which("strace") is None, reason="needs strace")
@pytest.mark.parametrize("job", ["commit", "change"])
def test_a_power_cut_loses_nothing_that_was_reported(job):
    assert set(power.states(job, 120, random.Random(7))) == {"whole"}


@pytest.mark.skipif(not LINUX or shutil.which("strace") is None, reason="needs strace")
def test_a_disk_that_ignores_its_orders_is_seen_to_lose():
    """The control: the model of the disk must be able to show damage, or the test above proves nothing."""
    assert power.states("commit", 120, random.Random(7), honest=False)["Damaged"] > 10


class Coded(DatabaseFault):
    def __init__(self, code, words="words of the driver"):
        super().__init__(words)
        self.sqlite_errorcode = code


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (5, InUse),
        (8, ReadOnly),
        (10, Unusable),
        (11, Damaged),
        (13, DiskFull),
        (14, Unusable),
        (26, Damaged),
        (266, Unusable),
    ],
)
def test_faults_of_the_database_are_told_by_their_code(code, problem):
    assert type(of_database(Coded(code))) is problem
    with pytest.raises(problem), told():
        raise Coded(code)
    assert of_database(Coded(19)) is None
    with pytest.raises(Coded), told():
        raise Coded(1)
    assert type(of_database(Coded(19, "UNIQUE constraint failed: log.seq"))) is Damaged


@pytest.mark.parametrize(
    ("number", "problem"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EROFS, ReadOnly),
        (errno.EACCES, ReadOnly),
        (errno.EIO, Unusable),
    ],
)
def test_faults_of_the_system_are_told_by_their_number(number, problem):
    assert type(of_system(OSError(number, "words"))) is problem


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="mode bits do not bind root")
def test_a_folder_without_the_right_to_write_is_refused(closed, reopen):
    (closed / "lock").chmod(0o400)
    with pytest.raises(ReadOnly):
        reopen(PASSPHRASE)


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path, monkeypatch):
    path = tmp_path / "file"
    path.write_bytes(b"old")
    files.replace(path, b"new")
    assert path.read_bytes() == b"new"

    def refuse(*_):
        raise OSError(errno.EIO, "no")

    monkeypatch.setattr(files.os, "replace", refuse)
    with pytest.raises(OSError, match="no"):
        files.replace(path, b"newer")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_longer_file_than_asked_for_is_not_read(tmp_path):
    (tmp_path / "file").write_bytes(b"12345")
    assert files.read_at_most(tmp_path / "file", 5) == b"12345"
    assert files.read_at_most(tmp_path / "file", 4) is None
    assert files.read_at_most(tmp_path / "none", 4) is None
