"""The licences of the libraries that the program carries, gathered from the packages themselves."""

from __future__ import annotations

import re
import shutil
from importlib.metadata import Distribution, distribution
from pathlib import Path

COMMON = Path("/usr/share/common-licenses")
SUMMARY = "LIBRARIES.txt"
# What the packages hold inside themselves, without saying so in their own lines.
INSIDE = """\
Python itself: PSF-2.0
SQLite in Python: public domain
OpenSSL in Python, cryptography and sqlcipher3: Apache-2.0
SQLCipher in sqlcipher3: BSD-3-Clause
qpdf in pikepdf: Apache-2.0
PDFium in PySide6_Pdf: BSD-3-Clause
"""


def collect(lock: Path, into: Path) -> None:
    """Write a folder of licence texts, and a summary of who is carried under which, for every package of a lock."""
    into.mkdir(parents=True, exist_ok=True)
    held = [distribution(name) for name in re.findall(r"(?m)^([a-z0-9-]+)==", lock.read_text("utf-8"))]
    summary = "".join(f"{one.name} {one.version}: {terms(one)}\n" for one in held)
    (into / SUMMARY).write_text(f"Holdfast carries these libraries, unchanged:\n\n{summary}{INSIDE}", "utf-8")
    for one in held:
        for file in one.files or ():
            if re.search(r"\.dist-info/(.*/)?(licen[sc]e|copying|notice)", str(file), re.IGNORECASE):
                target = into / one.name / Path(*file.parts[1:])
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(Path(str(file.locate())), target)
    # Qt and its bindings come under the LGPL without its text.
    for name in ("LGPL-3", "GPL-3"):
        if (COMMON / name).is_file():
            shutil.copyfile(COMMON / name, into / name)


def terms(package: Distribution) -> str:
    """What a package says of its licence, in the first place where it says so."""
    told = package.metadata.json
    licence = told.get("license_expression") or told.get("license") or ""
    classified = [one for one in told.get("classifier", []) if one.startswith("License ::")]
    words = str(licence).splitlines() or [one.rsplit(":: ", 1)[1] for one in classified]
    return words[0] if words else "see its licence file"
