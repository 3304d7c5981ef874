"""ReportLab's canvas with a structure tree: everything drawn is either part of it or an artifact."""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import XMP, PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from reports.scripts import has_other, stretches
from reports.tagged.form import AcroForm
from reports.tagged.metadata import packet, srgb
from reports.tagged.structure import Annotated, Element, Marked, write
from reports.typed import legible, read_aloud
from reports.typeface import Face, font, other_scripts

Later = Callable[["TaggedCanvas", int], None]

_LITERAL = {n: f"\\{n:03o}" for n in (*range(32), *range(127, 256))} | {ord(one): f"\\{one}" for one in "\\()"}


class TaggedCanvas(Canvas):
    """A canvas for PDF/UA-1 and PDF/A-2a. Same calls, same bytes: no clock and no chance goes into the file."""

    _doc: Any
    _code: list[str]
    _bookmarkReference: Callable[[str], Any]  # noqa: N815 - ReportLab's name
    _addAnnotation: Callable[[PDFDictionary, str], None]  # noqa: N815 - ReportLab's name

    def __init__(self, size: tuple[float, float], *, title: str, language: str) -> None:
        self._bytes = BytesIO()
        pdfmetrics.registerFont(font(Face.REGULAR))
        own: dict[str, Any] = {
            "initialFontName": font(Face.REGULAR).fontName, "pageCompression": 0, "invariant": 1,
            "pdfVersion": (1, 7), "lang": language,
        }  # fmt: skip
        super().__init__(self._bytes, pagesize=size, **own)
        self.size, self.language = size, language
        self.places: dict[str, int] = {}
        self._root = Element("Document")
        self._within = [self._root]
        self._closed = False
        self._marks: list[list[Element]] = [[]]
        self._annotated: list[tuple[Element, PDFDictionary]] = []
        self._led_to: set[str] = set()
        self._form = AcroForm(self._doc)
        self._later: list[tuple[int, Later]] = []
        self._page_index = 0
        self.setTitle(title)
        self.setViewerPreference("DisplayDocTitle", "true")
        self.setCatalogEntry("MarkInfo", PDFDictionary({"Marked": "true"}))
        self.setCatalogEntry("Metadata", XMP(creator=lambda _: packet(title)))
        catalog = self._doc.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        catalog.OutputIntents = self._intent()

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Elements drawn in here belong to ``element``."""
        if self._closed:
            yield
            return
        self._within[-1].adopt(element)
        self._within.append(element)
        try:
            yield
        finally:
            self._within.pop()

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn in here is the content of ``element``; inside other content it is part of that."""
        if self._closed:
            yield
            return
        self._within[-1].adopt(element)
        marks = self._marks[self._page_index]
        element.kids.append(Marked(self._page_index, len(marks)))
        yield from self._bracketed(f"/{element.role} <</MCID {len(marks)}>> BDC", lambda: marks.append(element))

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn in here is not read aloud: rules, repeated heads, page furniture."""
        if self._closed:
            yield
            return
        yield from self._bracketed(f"/Artifact <</Type /{kind}>> BDC", lambda: None)

    @contextmanager
    def spoken(self, language: str) -> Iterator[None]:
        """What is drawn in here is read in this language; empty: in that of what it stands in."""
        if language:
            self._code.append(f"/Span <</Lang ({language})>> BDC")
        yield
        if language:
            self._code.append("EMC")

    def _bracketed(self, operator: str, begin: Callable[[], None]) -> Iterator[None]:
        begin()
        self._code.append(operator)
        self._closed = True
        try:
            yield
        finally:
            self._code.append("EMC")
            self._closed = False

    def show(self, face: Face, size: float, x: float, y: float, text: str, *, grey: float = 0.0) -> None:
        """One line of text from its left end on its base line, as it is typed: no character of it is markup."""
        self._code.append(f"BT {grey:g} g 1 0 0 1 {x:.2f} {y:.2f} Tm")
        line = legible(text).replace("\n", " ")
        for read, drawn in stretches(line) if has_other(line) else ((line, line),):
            if read != drawn:
                self._code.append(f"/Span <</ActualText <{(BOM_UTF16_BE + read.encode('utf-16-be')).hex()}>>> BDC")
            for cut, part in _by_font(font(face), drawn):
                self._shown(cut, size, part)
            if read != drawn:
                self._code.append("EMC")
        self._code.append("ET")

    def _shown(self, cut: TTFont, size: float, text: str) -> None:
        for subset, chunk in cut.splitString(text, self._doc):
            name = cut.getSubsetInternalName(subset, self._doc)
            self._code.append(f"{name} {size:g} Tf ({chunk.decode('latin-1').translate(_LITERAL)}) Tj")

    def stroke(self, x1: float, y1: float, x2: float, y2: float, *, weight: float = 0.5, grey: float = 0.0) -> None:
        """A straight line."""
        self._code.append(f"q {weight:g} w {grey:g} G {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S Q")

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: float | None = None,
        weight: float = 0.7,
        grey: float = 0.0,
    ) -> None:
        """A box: its outline, or filled with a grey and no outline."""
        how = f"{weight:g} w {grey:g} G" if fill is None else f"{fill:g} g"
        self._code.append(f"q {how} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re {'S' if fill is None else 'f'} Q")

    def arrive(self, place: str, top: float, title: str, level: int) -> None:
        """Remember the page of a place that links and the outline lead to."""
        self.places[place] = self._page_index + 1
        self.bookmarkHorizontalAbsolute(place, top)
        self.addOutlineEntry(read_aloud(title), place, level)

    def link(self, element: Element, box: tuple[float, float, float, float], place: str, says: str) -> None:
        """A link to a place of this document over ``box`` (left, bottom, right, top), read with ``element``."""
        self._led_to.add(place)
        self._annotate(
            element,
            {
                "Subtype": PDFName("Link"), "Rect": _rectangle(box), "Border": PDFArray([0, 0, 0]),
                "Dest": self._bookmarkReference(place), "Contents": PDFString(read_aloud(says)),
            },
        )  # fmt: skip

    def field(self, box: tuple[float, float, float, float], name: str, says: str, *, lines: int = 1) -> None:
        """A field to be filled in over ``box``: its name in the file, what is read aloud; no lines: to be ticked."""
        element = Element("Form", alt=read_aloud(says))
        size = (box[2] - box[0], box[3] - box[1])
        with self.inside(element):
            shaped = self._form.shaped(size, name, read_aloud(says), lines)
            self._form.enter(self._annotate(element, {**shaped, "Rect": _rectangle(box)}))

    def _annotate(self, element: Element, shaped: dict[str, Any]) -> object:
        name = f"annotation{len(self._annotated)}"
        annotation = PDFDictionary({"Type": PDFName("Annot"), "F": 4, **shaped})
        self._addAnnotation(annotation, name)
        element.kids.append(Annotated(self._page_index, name))
        self._annotated.append((element, annotation))
        return self._doc.refAnnotation(name)

    def _intent(self) -> PDFArray:
        """What the greys of the page are meant in (ISO 19005-2, 6.2.3)."""
        profile = PDFStream(PDFDictionary({"N": 3}), srgb())
        shaped = {
            "Type": PDFName("OutputIntent"), "S": PDFName("GTS_PDFA1"), "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB"), "DestOutputProfile": self._doc.Reference(profile, "colourProfile"),
        }  # fmt: skip
        return PDFArray([PDFDictionary(shaped)])

    def later(self, draw: Later) -> None:
        """Draw on this page again when the number of pages, which ``draw`` is given, is known."""
        self._later.append((self._page_index, draw))

    def turn(self) -> None:
        """End the page and begin the next."""
        self.showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = self._page_index, PDFName("S")
        self._marks.append([])
        self._page_index += 1

    def finish(self, under: Later, over: Later) -> bytes:
        """End the last page, draw on each page what lies ``under`` and ``over`` its content, and give the file."""
        for place in self._led_to - set(self.places):  # on a first page that stands alone the rest is not there
            self.bookmarkHorizontalAbsolute(place, self.size[1])
        self.turn()
        self._marks.pop()
        pages = self._doc.Pages.pages
        for index, page in enumerate(pages):
            self._page_index = index
            below = self._drawn(under, len(pages))
            above = "".join(self._drawn(one, len(pages)) for at, one in self._later if at == index)
            page.stream = below + page.stream + above + self._drawn(over, len(pages))
        for n, (_, annotation) in enumerate(self._annotated, len(pages)):
            annotation.dict["StructParent"] = n
        write(self._doc, self._root, self._marks, [element for element, _ in self._annotated])
        self._form.write()
        self._code.clear()
        self.save()
        return self._bytes.getvalue()

    @property
    def page(self) -> int:
        """The number of the page that is drawn on, from 1."""
        return self._page_index + 1

    def _drawn(self, draw: Later, pages: int) -> str:
        self._code = ["q"]
        draw(self, pages)
        return "\n".join([*self._code, "Q", ""])


def _by_font(own: TTFont, text: str) -> list[tuple[TTFont, str]]:
    """A text in stretches of the face's own letters and of those of other scripts."""
    if not has_other(text):
        return [(own, text)]
    known = own.face.charToGlyph
    found = groupby(text, lambda one: ord(one) in known)
    return [(own if ours else other_scripts(), "".join(some)) for ours, some in found]


def _rectangle(box: tuple[float, float, float, float]) -> PDFArray:
    return PDFArray([round(edge, 2) for edge in box])
