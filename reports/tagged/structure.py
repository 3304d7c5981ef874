"""The structure tree: what each piece of a page is, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString


class Document(Protocol):
    """What the tree needs of ReportLab's document, whose stubs leave it out."""

    Catalog: Any
    Pages: Any
    Reference: Any
    refAnnotation: Any  # noqa: N815 - ReportLab's name


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a page's content: the page's index and the number under which it is marked there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotation of a page, by the name under which the document keeps it."""

    page: int
    name: str


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree. One element may be drawn in several goes, on one page or on many."""

    role: str
    alt: str = ""
    scope: str = ""
    numbering: str = ""
    language: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list[Element | Marked | Annotated] = field(default_factory=list)
    parent: Element | None = None

    def adopt(self, child: Element) -> None:
        """Take a child in, once."""
        if child.parent is None:
            child.parent = self
            self.kids.append(child)

    def all(self) -> Iterator[Element]:
        """Itself and everything under it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.all()


@cache
def _name(word: str) -> object:
    return PDFName(word)


def write(document: Document, root: Element, marks: list[list[Element]], links: list[Element]) -> None:
    """Put the tree into the document; ``marks`` hold for each page the element of each marked number."""
    names = {id(one): f"structure{n}" for n, one in enumerate(root.all())}
    pages = [document.Reference(page) for page in document.Pages.pages]
    for one in root.all():
        above = names[id(one.parent)] if one.parent else "structureRoot"
        shaped = {
            "Type": _name("StructElem"),
            "S": _name(one.role),
            "P": PDFObjectReference(above),
            "K": PDFArray([_kid(document, kid, names, pages) for kid in one.kids]),
            **_attributes(one),
        }
        document.Reference(PDFDictionary(shaped), names[id(one)])
    numbers: list[object] = []
    for n, elements in enumerate(marks):
        listed = PDFArray([PDFObjectReference(names[id(one)]) for one in elements])
        numbers += [n, document.Reference(listed, f"structurePage{n}")]
    for n, link in enumerate(links, len(marks)):
        numbers += [n, PDFObjectReference(names[id(link)])]
    tree = PDFDictionary({"Nums": PDFArray(numbers)})
    top = {
        "Type": _name("StructTreeRoot"),
        "K": PDFArray([PDFObjectReference(names[id(root)])]),
        "ParentTree": document.Reference(tree, "structureParents"),
        "ParentTreeNextKey": len(marks) + len(links),
    }
    document.Catalog.StructTreeRoot = document.Reference(PDFDictionary(top), "structureRoot")


def _kid(document: Document, kid: Element | Marked | Annotated, names: dict[int, str], pages: list[object]) -> object:
    match kid:
        case Element():
            return PDFObjectReference(names[id(kid)])
        case Marked(page, number):
            return PDFDictionary({"Type": _name("MCR"), "Pg": pages[page], "MCID": number})
        case Annotated(page, name):
            found = document.refAnnotation(name)
            return PDFDictionary({"Type": _name("OBJR"), "Pg": pages[page], "Obj": found})


def _attributes(one: Element) -> dict[str, object]:
    shaped: dict[str, object] = {}
    if one.alt:
        shaped["Alt"] = PDFString(one.alt)
    if one.language:
        shaped["Lang"] = PDFString(one.language)
    if one.scope:
        shaped["A"] = PDFDictionary({"O": _name("Table"), "Scope": _name(one.scope)})
    if one.numbering:
        shaped["A"] = PDFDictionary({"O": _name("List"), "ListNumbering": _name(one.numbering)})
    if one.box:
        box = PDFArray([round(edge, 1) for edge in one.box])
        shaped["A"] = PDFDictionary({"O": _name("Layout"), "Placement": _name("Block"), "BBox": box})
    return shaped
