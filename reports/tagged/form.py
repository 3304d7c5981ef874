"""The fields of a file that is filled in on a screen, under the same boxes that a pen would fill in."""

from __future__ import annotations

import zlib
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from reports.tagged.structure import Document
from reports.typeface import Face, font

_SIZE = 10
_SEVERAL_LINES, _NO_MORE_THAN_FITS = 1 << 12, 1 << 23
# Welsh letters that the encoding of western Europe lacks, in places of it that are empty (Adobe's own names for them).
_WELSH = {129: "Ŵ", 141: "ŵ", 143: "Ŷ", 144: "ŷ"}
_NAMES = {"Ŵ": "Wcircumflex", "ŵ": "wcircumflex", "Ŷ": "Ycircumflex", "ŷ": "ycircumflex"}


class AcroForm:
    """The fields of one file, its typeface in them whole, so that whoever fills them in sees its letters."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._fields: list[object] = []
        self._names: dict[str, int] = {}
        self._looks: dict[tuple[tuple[float, float], str], object] = {}

    def shaped(self, size: tuple[float, float], name: str, says: str, lines: int) -> dict[str, Any]:
        """What makes an annotation a field: for text of so many ``lines``, or with none of them to be ticked."""
        shared = {"Subtype": PDFName("Widget"), "T": PDFString(self._own(name)), "TU": PDFString(says)}
        if not lines:
            states = {"Yes": self._seen(size, _tick(*size)), "Off": self._seen(size, "")}
            looks = PDFDictionary({"N": PDFDictionary(states)})
            return {**shared, "FT": PDFName("Btn"), "V": PDFName("Off"), "AS": PDFName("Off"), "AP": looks}
        flags = _NO_MORE_THAN_FITS | (_SEVERAL_LINES if lines > 1 else 0)
        looks = PDFDictionary({"N": self._seen(size, "/Tx BMC EMC")})
        return {**shared, "FT": PDFName("Tx"), "Ff": flags, "DA": PDFString(f"/Form {_SIZE} Tf 0 g"), "AP": looks}

    def enter(self, annotation: object) -> None:
        """Take a field in."""
        self._fields.append(annotation)

    def write(self) -> None:
        """Put the form into the file, where it has fields."""
        if not self._fields:
            return
        fonts = PDFDictionary({"Font": PDFDictionary({"Form": self._font()})})
        shaped = {"Fields": PDFArray(self._fields), "DR": fonts, "DA": PDFString(f"/Form {_SIZE} Tf 0 g")}
        self._document.Catalog.AcroForm = self._document.Reference(PDFDictionary(shaped), "form")

    def _own(self, name: str) -> str:
        """A name that no other field has; a full stop would make it a part of another's (ISO 32000-1, 12.7.3.2)."""
        bare = name.replace(".", "-")
        self._names[bare] = count = self._names.get(bare, 0) + 1
        return bare if count == 1 else f"{bare} ({count})"

    def _seen(self, size: tuple[float, float], drawn: str) -> object:
        if (size, drawn) in self._looks:
            return self._looks[size, drawn]
        box = PDFArray([0, 0, round(size[0], 2), round(size[1], 2)])
        shaped = {
            "Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": box, "Resources": PDFDictionary({}),
        }  # fmt: skip
        look = PDFStream(PDFDictionary(shaped), drawn.encode())
        self._looks[size, drawn] = self._document.Reference(look, f"look{len(self._looks)}")
        return self._looks[size, drawn]

    def _font(self) -> object:
        """The whole font: a subset would have no letter that is typed later."""
        face: Any = font(Face.REGULAR).face  # ReportLab's stubs leave out what it holds
        name = PDFName(face.name.decode())
        whole = bytes(face._ttf_data)  # noqa: SLF001 - it stands nowhere else
        shaped = {"Length1": len(whole), "Filter": PDFName("FlateDecode")}
        program = self._document.Reference(PDFStream(PDFDictionary(shaped), zlib.compress(whole)), "formFontFile")
        about = {
            "Type": PDFName("FontDescriptor"), "FontName": name, "Flags": 32, "FontBBox": PDFArray(list(face.bbox)),
            "ItalicAngle": 0, "Ascent": face.ascent, "Descent": face.descent, "CapHeight": face.capHeight,
            "StemV": face.stemV, "FontFile2": program,
        }  # fmt: skip
        differences = [part for code, one in _WELSH.items() for part in (code, PDFName(_NAMES[one]))]
        encoding = {
            "Type": PDFName("Encoding"), "BaseEncoding": PDFName("WinAnsiEncoding"),
            "Differences": PDFArray(differences),
        }  # fmt: skip
        codes = [_WELSH.get(code) or bytes([code]).decode("cp1252", "replace") for code in range(32, 256)]
        widths = [round(face.charWidths.get(ord(one), face.defaultWidth)) for one in codes]
        made = {
            "Type": PDFName("Font"), "Subtype": PDFName("TrueType"), "BaseFont": name, "FirstChar": 32, "LastChar": 255,
            "Widths": PDFArray(widths), "Encoding": PDFDictionary(encoding),
            "FontDescriptor": self._document.Reference(PDFDictionary(about), "formFontDescriptor"),
        }  # fmt: skip
        return self._document.Reference(PDFDictionary(made), "formFont")


def _tick(wide: float, high: float) -> str:
    """A tick as lines, in a box of this size."""
    points = ((0.2, 0.5, "m"), (0.42, 0.24, "l"), (0.82, 0.8, "l"))
    return f"q 1.4 w 0 G {' '.join(f'{x * wide:.2f} {y * high:.2f} {step}' for x, y, step in points)} S Q"
