"""A print server of the tests' own (CUPS), with one queue whose paper is a file."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

QUEUE = "PAPER"
DRIVER = "lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd"
SERVER = """LogLevel warn
Listen {folder}/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow from all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order deny,allow
    Allow from all
  </Limit>
</Policy>
"""
FILES = """SystemGroup root
FileDevice Yes
Sandboxing relaxed
ServerRoot {folder}/root
RequestRoot {folder}/spool
TempDir {folder}/tmp
CacheDir {folder}/cache
StateDir {folder}/state
AccessLog {folder}/access_log
ErrorLog {folder}/error_log
PageLog {folder}/page_log
"""


@dataclass(frozen=True)
class PrintServer:
    """A running server; ``paper`` is what lies in the printer's tray."""

    folder: Path

    @property
    def paper(self) -> Path:
        return self.folder / "paper"

    def jobs(self) -> list[Path]:
        """The control files of the jobs, the oldest first."""
        return sorted(self.folder.glob("spool/c*"))

    def idle(self) -> bool:
        busy = subprocess.run(["lpstat", "-W", "not-completed"], capture_output=True, check=True).stdout
        return bool(self.jobs()) and not busy.strip()

    def spooled(self) -> list[bytes]:
        """What was handed over, a file a job."""
        return [one.read_bytes() for one in sorted(self.folder.glob("spool/d*"))]

    def printed(self, jobs: int = 1) -> tuple[bytes, pikepdf.Pdf]:
        """What the printer was told and the paper in its tray, that of the last job, once so many jobs are done."""
        _wait(lambda: self.idle() and len(self.jobs()) >= jobs)
        paper = self.paper.read_bytes()
        at = paper.index(b"%PDF-")
        return paper[:at], pikepdf.open(BytesIO(paper[at : paper.rindex(b"%%EOF") + 5]))

    def clear(self) -> None:
        self.paper.unlink(missing_ok=True)
        subprocess.run(["cancel", "-a", "-x"], check=False, capture_output=True)
        for one in [*self.folder.glob("spool/c*"), *self.folder.glob("spool/d*")]:
            one.unlink()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory):
    """A print server of its own on a socket of its own; no queue of the machine is touched."""
    daemon = shutil.which("cupsd", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    if daemon is None:
        pytest.skip("cupsd is not installed: installer/set-up test installs it")
    folder = Path("/tmp") / f"hf-cups-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    for one in ("root", "spool", "tmp", "cache", "state"):
        (folder / one).mkdir(parents=True)
    folder.chmod(0o755)
    (folder / "tmp").chmod(0o1777)
    (folder / "server.conf").write_text(SERVER.format(folder=folder))
    (folder / "files.conf").write_text(FILES.format(folder=folder))
    run = subprocess.Popen([daemon, "-f", "-c", folder / "server.conf", "-s", folder / "files.conf"])
    before = os.environ.get("CUPS_SERVER")
    os.environ["CUPS_SERVER"] = str(folder / "cups.sock")
    cups = ctypes.CDLL("libcups.so.2")
    cups.cupsSetServer(os.environ["CUPS_SERVER"].encode())
    try:
        _wait(lambda: b"is running" in subprocess.run(["lpstat", "-r"], capture_output=True, check=False).stdout)
        admin = shutil.which("lpadmin", path=f"{os.environ['PATH']}:/usr/sbin:/sbin") or "lpadmin"
        queue = [admin, "-p", QUEUE, "-E", "-v", f"file:{folder / 'paper'}", "-m", DRIVER]
        subprocess.run(queue, check=True, capture_output=True)
        yield PrintServer(folder)
    finally:
        run.terminate()
        run.wait(10)
        os.environ.pop("CUPS_SERVER")
        if before is not None:
            os.environ["CUPS_SERVER"] = before
        cups.cupsSetServer(None)
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def tray(server: PrintServer) -> PrintServer:
    """The server with an empty tray and no jobs."""
    server.clear()
    return server


def _wait(ready: Callable[[], object], seconds: int = 60) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, "the print server did not get there"
        time.sleep(0.05)
