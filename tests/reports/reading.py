"""Reading a PDF of ours back: text of its pages and the tree that a screen reader follows."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf

_ROW = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]+)>")


@dataclass
class ReadPage:
    """What is shown on a page: the artifacts' lines, and the text of each marked number."""

    artifacts: list[str] = field(default_factory=list)
    marked: dict[int, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)

    def put(self, inside: list, words: str) -> None:
        if not inside:
            self.loose.append(words)
        elif inside[-1] == "artifact":
            self.artifacts[-1] += words
        else:
            self.marked[inside[-1]] = self.marked.get(inside[-1], "") + words

    @property
    def text(self) -> str:
        return "\n".join([*self.artifacts, *self.marked.values(), *self.loose])


@dataclass
class Read:
    pages: list[ReadPage]
    tree: list[str]
    links: list[str]
    images: int
    raw: bytes

    @property
    def text(self) -> str:
        return "\n".join(page.text for page in self.pages)

    def body(self) -> str:
        """Everything that is read aloud, in the order in which it is read."""
        return "\n".join(line.split(": ", 1)[1] for line in self.tree if ": " in line)


def read(pdf: bytes, password: str = "") -> Read:
    with pikepdf.open(BytesIO(pdf), password=password) as opened:
        fonts: dict[tuple[int, int], list[str]] = {}
        pages = [_page(page, fonts) for page in opened.pages]
        numbers = {page.objgen: n for n, page in enumerate(opened.pages)}
        tree: list[str] = []
        for kid in opened.Root.StructTreeRoot.K:
            _walk(kid, numbers, pages, tree, 0)
        links = [str(one) for page in opened.pages for one in page.get("/Annots", [])]
        images = sum(1 for one in opened.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image")
        streams = b"".join(one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream))
        return Read(pages, tree, links, images, streams)


def _page(page: pikepdf.Page, known: dict[tuple[int, int], list[str]]) -> ReadPage:
    fonts = {
        name: known.get(font.objgen) or known.setdefault(font.objgen, _characters(font))
        for name, font in page.Resources.Font.items()
        if "/ToUnicode" in font
    }
    found, inside, font, turned = ReadPage(), [], "", 0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC":
                said = str(operands[0]) == "/Span"  # a language or letters that are turned, inside other content
                if said and "/ActualText" in operands[1]:
                    found.put(inside, str(operands[1].ActualText))
                    turned = len(inside) + 1
                inside.append(inside[-1] if said else int(operands[1].MCID) if "/MCID" in operands[1] else "artifact")
                if not said and inside[-1] == "artifact":
                    found.artifacts.append("")
            case "EMC":
                turned = 0 if len(inside) == turned else turned
                inside.pop()
            case "Tf":
                font = str(operands[0])
            case "Td" | "Tm" | "ET" if inside and inside[-1] == "artifact" and str(operator) == "ET":
                found.artifacts.append("")
            case "Tj":
                if not turned:
                    found.put(inside, "".join(map(fonts[font].__getitem__, bytes(operands[0]))))
    return found


def _characters(font: pikepdf.Object) -> list[str]:
    """What each of the 256 codes of a font means."""
    table = font.ToUnicode.read_bytes()
    rows = _ROW.findall(table[table.index(b"beginbfchar") :])
    told = {int(code, 16): bytes.fromhex(char.decode()).decode("utf-16-be") for code, char in rows}
    return [told.get(code, "\ufffd") for code in range(256)]


def _walk(element: pikepdf.Object, numbers: dict, pages: list[ReadPage], tree: list[str], depth: int) -> None:
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    words = []
    for kid in kids:
        if isinstance(kid, int):
            words.append(pages[numbers[element.Pg.objgen]].marked.get(kid, ""))
        elif kid.get("/Type") == "/MCR":
            words.append(pages[numbers[kid.Pg.objgen]].marked.get(int(kid.MCID), ""))
    role = str(element.S)[1:]
    attributes = element.get("/A", {})
    scope = f" {str(attributes.Scope)[1:]}" if "/Scope" in attributes else ""
    alt = f" [{element.Alt}]" if "/Alt" in element else ""
    text = "".join(words).strip()
    tree.append(f"{'  ' * depth}{role}{scope}{alt}" + (f": {text}" if text else ""))
    for kid in kids:
        if not isinstance(kid, int) and kid.get("/Type") == "/StructElem":
            _walk(kid, numbers, pages, tree, depth + 1)
