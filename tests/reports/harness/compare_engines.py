"""The same paper made by this program, by WeasyPrint (tagged) and by LibreOffice (docx to pdf), as whole processes in turn.

.venv/bin/python tests/reports/harness/compare_engines.py [--rounds 5] [--weasyprint PYTHON]

It installs nothing: an engine that is not there is named and left out. ``PYTHON`` is an interpreter that has WeasyPrint.
Each reads the words of the pack, marked up in a file of its kind, and writes a tagged PDF; ours is PDF/UA-1 and PDF/A-2a,
WeasyPrint's PDF/UA-1. Every page has head or foot with page x of y. "From the case" is this program's whole way: it reads
the definitions, decides what may be printed, numbers and sets it. Seconds are told as they passed and as the processor
worked, which other work on the machine changes less.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pickle  # noqa: TID251 - its own data, from one of its processes to the next
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from html import escape
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

OURS = """
import gc, pickle, sys
gc.set_threshold(100_000)  # as desktop/__main__.py does
sys.path.insert(0, sys.argv[3])
pack = pickle.loads(open(sys.argv[1], "rb").read())
from reports.documents import render
open(sys.argv[2], "wb").write(render("pack", pack))
"""
WEASY = """
import sys
from weasyprint import HTML
HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""
STYLE = """
@page { size: A4; margin: 22mm 18mm; @top-center { content: "OFFICIAL-SENSITIVE"; font-weight: bold }
  @bottom-left { content: "Copy 1 of 1" } @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
@font-face { font-family: Next; src: url(FONTS/AtkinsonHyperlegibleNext-Regular.ttf) }
@font-face { font-family: Next; font-weight: bold; src: url(FONTS/AtkinsonHyperlegibleNext-Bold.ttf) }
body { font: 10pt/14pt Next } h1 { font-size: 14pt } h2 { font-size: 11.5pt } h3 { font-size: 10pt }
table { border-collapse: collapse; width: 100%; font-size: 9pt; line-height: 12pt } td, th { text-align: left;
  vertical-align: top; padding: 3pt 9pt 3pt 0; border-bottom: 0.4pt solid #888 } h1, h2, h3 { break-after: avoid }
"""
Node = tuple[str, object]


def tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def nodes(blocks: Iterable[object]) -> Iterator[Node]:
    """The blocks as what any engine knows: ("h1", words), ("p", words), ("ul", lines), ("table", rows of cells of nodes)."""
    for one in blocks:
        kind = type(one).__name__
        if kind == "Prose":
            role = one.element.role.lower()
            yield (role if role in ("h1", "h2", "h3") else "p"), f"{one.number} {one.text}".strip()
        elif kind == "Items":
            yield "ul", [f"{item.label} {item.prose.text}" for item in one.items if item.prose]
        elif kind == "Table":
            rows = ([one.head] if one.head else []) + one.rows
            yield "table", [[list(nodes(cell.blocks)) for cell in row.cells] for row in rows]
        elif kind == "Spread":
            for _, column in one.columns:
                yield from nodes(column)
        elif kind == "Contents":
            yield "ul", [f"{number} {title}" for number, title in one.entries]
        elif kind == "Figure":
            yield "p", one.alt


def html(found: Iterable[Node]) -> str:
    made = []
    for kind, content in found:
        if kind == "ul":
            made.append("<ul>" + "".join(f"<li>{escape(line)}</li>" for line in content) + "</ul>")
        elif kind == "table":
            rows = ("".join(f"<td>{html(cell)}</td>" for cell in row) for row in content)
            made.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        else:
            made.append(f"<{kind}>{escape(content)}</{kind}>")
    return "\n".join(made)


def word(found: Iterable[Node]) -> str:
    made = []
    for kind, content in found:
        if kind == "table":
            grid = "".join("<w:gridCol/>" for _ in content[0])
            rows = ("".join(f"<w:tc>{word(cell) or '<w:p/>'}</w:tc>" for cell in row) for row in content)
            width = '<w:tblPr><w:tblW w:type="pct" w:w="5000"/></w:tblPr>'
            made.append(
                f"<w:tbl>{width}<w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
            )
            made.append("<w:p/>")
        for line in content if kind == "ul" else [] if kind == "table" else [content]:
            style = f'<w:pPr><w:pStyle w:val="{kind}"/></w:pPr>' if kind in ("h1", "h2", "h3") else ""
            made.append(f'<w:p>{style}<w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>')
    return "".join(made)


def docx(found: list[Node], place: Path) -> None:
    """The least that Word's format asks for, with styles for headings and a foot that counts pages."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    packages = "http://schemas.openxmlformats.org/package/2006"
    types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = ("document", "styles", "footer")
    field = '<w:p><w:r><w:t>Page </w:t></w:r><w:fldSimple w:instr="PAGE"/><w:r><w:t> of </w:t></w:r><w:fldSimple w:instr="NUMPAGES"/></w:p>'
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="heading {one[1]}"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{int(one[1]) - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'
        for one, size in (("h1", 28), ("h2", 23), ("h3", 20))
    )
    default = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="DejaVu Sans" w:hAnsi="DejaVu Sans"/><w:sz w:val="18"/></w:rPr></w:rPrDefault></w:docDefaults>'
    page = '<w:sectPr><w:footerReference w:type="default" r:id="r2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1250" w:bottom="1250" w:left="1020" w:right="1020" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr>'
    space = f'xmlns:w="{main}" xmlns:r="{office}"'
    relations = f'xmlns="{packages}/relationships"'
    files = {
        "[Content_Types].xml": f'<Types xmlns="{packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(f'<Override PartName="/word/{one}.xml" ContentType="{types}.{one if one != "document" else "document.main"}+xml"/>' for one in parts) + "</Types>",
        "_rels/.rels": f'<Relationships {relations}><Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships {relations}><Relationship Id="r1" Type="{office}/styles" Target="styles.xml"/><Relationship Id="r2" Type="{office}/footer" Target="footer.xml"/></Relationships>',
        "word/styles.xml": f"<w:styles {space}>{default}{styles}</w:styles>",
        "word/footer.xml": f"<w:ftr {space}>{field}</w:ftr>",
        "word/document.xml": f"<w:document {space}><w:body>{word(found)}{page}</w:body></w:document>",
    }  # fmt: skip
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in files.items():
            out.writestr(name, content)


def prepared(folder: Path) -> None:
    """The pack of sixteen pages, and its words for the others."""
    training = importlib.import_module("desktop.training")
    papers, pack_length = (
        importlib.import_module(one) for one in ("desktop.operations.papers", "desktop.benchmarks.pack")
    )
    documents = importlib.import_module("reports.documents")
    today = datetime(2026, 11, 25).date()
    vault = training.open_or_make(folder / "vault", today)
    with vault.read() as rows:
        case = max(rows.cases(), key=lambda one: len(one.of("condition")))
    order = papers.Order(case.id, "pack", "Benchmark", "Benchmark")
    pack = pack_length._of_length(papers.preview(order, today, datetime(2026, 11, 25, 9))(vault), order, 16)
    vault.close()
    found = list(nodes(documents._asked_for("pack", pack, "full", None)[1]))
    (folder / "pack.data").write_bytes(pickle.dumps(pack))
    (folder / "pack.json").write_text(json.dumps(found), "utf-8")
    style = STYLE.replace("FONTS", (ROOT / "casework" / "fonts").as_uri())
    (folder / "pack.html").write_text(
        f'<html lang="en"><title>Meeting pack</title><style>{style}</style>{html(found)}</html>', "utf-8"
    )
    docx(found, folder / "pack.docx")


def engines(folder: Path, weasyprint: str) -> dict[str, list[str]]:
    """The command of each engine that is there."""
    words = Path(__file__).with_name("set_words.py")
    found = {
        "ours": [sys.executable, str(words), str(folder / "pack.json"), str(folder / "ours.pdf")],
        "from the case": [sys.executable, "-c", OURS, str(folder / "pack.data"), str(folder / "case.pdf"), str(ROOT)],
    }
    if subprocess.run([weasyprint, "-c", "import weasyprint"], capture_output=True, check=False).returncode == 0:
        found["WeasyPrint"] = [weasyprint, "-c", WEASY, str(folder / "pack.html"), str(folder / "weasyprint.pdf")]
    else:
        tell("WeasyPrint is not there: give an interpreter that has it with --weasyprint")
    if office := shutil.which("soffice"):
        filters = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
        home = f"-env:UserInstallation={(folder / 'home').as_uri()}"
        found["LibreOffice"] = [
            office,
            home,
            "--headless",
            "--convert-to",
            filters,
            "--outdir",
            str(folder),
            str(folder / "pack.docx"),
        ]
    else:
        tell("LibreOffice is not there: Debian's libreoffice-writer has it")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--weasyprint", default=sys.executable)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepared(folder)
        found = engines(folder, asked.weasyprint)
        taken: dict[str, list[tuple[float, float]]] = {one: [] for one in found}
        # Compiled once and kept, as where a program is installed; the first round does it.
        surroundings = {key: one for key, one in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        surroundings["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        for turn in range(asked.rounds + 1):
            for one, command in found.items():
                start, before = time.perf_counter(), os.times()
                subprocess.run(command, check=True, capture_output=True, env=surroundings)
                after = os.times()
                worked = after.children_user + after.children_system - before.children_user - before.children_system
                if turn:  # the first round fills the disk's cache and LibreOffice's profile
                    taken[one].append((time.perf_counter() - start, worked))
        least = [min(some) for some in zip(*taken["ours"], strict=True)]
        count = importlib.import_module("reports.seal").page_count
        for one, times in taken.items():
            pdf = (
                folder
                / {
                    "ours": "ours.pdf",
                    "from the case": "case.pdf",
                    "WeasyPrint": "weasyprint.pdf",
                    "LibreOffice": "pack.pdf",
                }[one]
            )
            told = f"{count(pdf.read_bytes())} pages, {pdf.stat().st_size // 1024} KB"
            for how, some, ours in zip(("passed", "worked"), zip(*times, strict=True), least, strict=True):
                tell(
                    f"{one:<14} {how} best {min(some):.2f} s, median {median(some):.2f} s, {min(some) / ours:.1f} times ours; {told}"
                )


if __name__ == "__main__":
    main()
