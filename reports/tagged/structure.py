"""The structure tree: what each piece of a page is, in the order in which it is read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFObjectReference, PDFString


class Document(Protocol):
    """What the tree needs of ReportLab's document, whose stubs leave it out."""

    Catalog: Any
    Pages: Any
    Reference: Any
    idToObjectNumberAndVersion: Any  # noqa: N815 - as below
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

    @property
    def attributed(self) -> bool:
        """Whether it says more of itself than what it is."""
        return bool(self.alt or self.scope or self.numbering or self.language or self.box)

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


class _Tree:
    """The tree as it is written: what each element, page and annotation is called in the document."""

    def __init__(self, document: Document, root: Element) -> None:
        self._document = document
        self._pages = [document.Reference(page).name for page in document.Pages.pages]
        self.names = {id(one): f"structure{n}" for n, one in enumerate(root.all())}
        for one in root.all():
            document.Reference(_Node(self, one), self.names[id(one)])

    def reference(self, one: Element | None) -> object:
        """What leads to an element; to the root of all for none."""
        return PDFObjectReference(self.names[id(one)] if one else "structureRoot")

    def called(self, name: str) -> str:
        """The number under which the file keeps what the document knows by a name."""
        return f"{self._document.idToObjectNumberAndVersion[name][0]} 0 R"

    def written(self, one: Element) -> bytes:
        """An element as it stands in the file."""
        page = next((kid.page for kid in one.kids if not isinstance(kid, Element)), None)
        where = "" if page is None else f" /Pg {self.called(self._pages[page])}"
        kids = " ".join([self._kid(kid, page) for kid in one.kids])
        above = self.called(self.names[id(one.parent)] if one.parent else "structureRoot")
        begun = f"<< /Type /StructElem /S /{one.role} /P {above}{where} /K [{kids}]".encode()
        return begun + (_attributes(one, self._document) if one.attributed else b"") + b" >>"

    def _kid(self, kid: Element | Marked | Annotated, page: int | None) -> str:
        match kid:
            case Element():
                return self.called(self.names[id(kid)])
            case Marked(on, number):
                if on == page:
                    return str(number)
                return f"<< /Type /MCR /Pg {self.called(self._pages[on])} /MCID {number} >>"
            case Annotated(on, name):
                found = self.called(self._document.refAnnotation(name).name)
                return f"<< /Type /OBJR /Pg {self.called(self._pages[on])} /Obj {found} >>"


class _Node(PDFObject):
    """An element in ReportLab's document. It writes itself, five times as fast as ReportLab's own."""

    def __init__(self, tree: _Tree, element: Element) -> None:
        self._tree, self._element = tree, element

    def format(self, document: Document) -> bytes:  # noqa: ARG002 - ReportLab's name and arguments
        """Itself, once every object has its number."""
        return self._tree.written(self._element)


def write(document: Document, root: Element, marks: list[list[Element]], links: list[Element]) -> None:
    """Put the tree into the document; ``marks`` hold for each page the element of each marked number."""
    tree = _Tree(document, root)
    numbers: list[object] = []
    for n, elements in enumerate(marks):
        listed = PDFArray([tree.reference(one) for one in elements])
        numbers += [n, document.Reference(listed, f"structurePage{n}")]
    for n, link in enumerate(links, len(marks)):
        numbers += [n, tree.reference(link)]
    parents = PDFDictionary({"Nums": PDFArray(numbers)})
    top = {
        "Type": PDFName("StructTreeRoot"),
        "K": PDFArray([tree.reference(root)]),
        "ParentTree": document.Reference(parents, "structureParents"),
        "ParentTreeNextKey": len(marks) + len(links),
    }
    document.Catalog.StructTreeRoot = document.Reference(PDFDictionary(top), "structureRoot")


def _attributes(one: Element, document: Document) -> bytes:
    shaped = b""
    if one.alt:
        shaped += b" /Alt " + PDFString(one.alt).format(document)
    if one.language:
        shaped += f" /Lang ({one.language})".encode()
    if one.scope:
        shaped += f" /A << /O /Table /Scope /{one.scope} >>".encode()
    if one.numbering:
        shaped += f" /A << /O /List /ListNumbering /{one.numbering} >>".encode()
    if one.box:
        box = " ".join(f"{edge:.1f}" for edge in one.box)
        shaped += f" /A << /O /Layout /Placement /Block /BBox [{box}] >>".encode()
    return shaped
