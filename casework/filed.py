"""Documents that are filed with a case: told by their content what they are, within what may be opened here.

Nothing is decoded here. What a file calls itself is not asked.
"""

from __future__ import annotations

import struct
import zlib
from enum import Enum

from casework.refusal import Refused
from casework.text import Text

DOCUMENT_MOST = 50 * 1024 * 1024
TEXT_MOST = 2 * 1024 * 1024
SIDE_MOST, DOTS_MOST = 20_000, 50_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_PDF_HEAD, _PDF_FOOT = 1024, 4096
_KEPT = set("\n\r\t\f")
_STANDALONE = {0x01, *range(0xD0, 0xD8)}
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}

NO_KIND = "That is neither a PDF, a PNG or JPEG picture nor plain text: save it as one of these and file that."
CUT_SHORT = "That {what} is cut short or damaged: get the whole file again and file that."
TOO_LARGE = "That is larger than {most} MB, the most that one document may be: file it in parts, or a smaller scan."
EMPTY = "There is nothing in that file: choose another."
TOO_WIDE = "That picture is {wide:,} by {high:,} dots, too large to be opened safely: save it smaller and file that."
LONG_TEXT = "That text is longer than 2 MB: file it in parts, or as a PDF."


class Form(Enum):
    """What a document is, told by its content."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpeg"
    TEXT = "text"

    @property
    def said(self) -> Text:
        """In words."""
        return _SAID[self]

    @property
    def ending(self) -> str:
        """How the name of a copy outside ends."""
        return {"jpeg": ".jpg", "text": ".txt"}.get(self.value, f".{self.value}")


_SAID = {
    Form.PDF: Text("PDF"),
    Form.PNG: Text("picture (PNG)", "llun (PNG)"),
    Form.JPEG: Text("picture (JPEG)", "llun (JPEG)"),
    Form.TEXT: Text("plain text", "testun plaen"),
}


def form_of(content: bytes) -> Form:
    """What a file is. Raises Refused, in one sentence, for what cannot be filed."""
    refuse_size(len(content))
    if content.startswith(_PNG):
        _refuse_dots(*_png_size(content))
        return Form.PNG
    if content.startswith(_JPEG):
        _refuse_dots(*_jpeg_size(content))
        return Form.JPEG
    if b"%PDF-" in content[:_PDF_HEAD]:
        if b"%%EOF" not in content[-_PDF_FOOT:]:
            raise Refused(CUT_SHORT.format(what="PDF"))
        return Form.PDF
    words_in(content)
    if len(content) > TEXT_MOST:
        raise Refused(LONG_TEXT)
    return Form.TEXT


def refuse_size(length: int) -> None:
    """Raise Refused for a file of so many bytes that cannot be filed, before it is read."""
    if length > DOCUMENT_MOST:
        raise Refused(TOO_LARGE.format(most=DOCUMENT_MOST // 1024**2))
    if not length:
        raise Refused(EMPTY)


def words_in(content: bytes) -> str:
    """The words of a plain text in UTF-8, marked UTF-16 or Windows' own letters. Raises Refused where it is none."""
    for encoding in ("utf-16",) if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig", "cp1252"):
        try:
            words = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if all(one in _KEPT or ord(one) >= ord(" ") for one in set(words)):
            return words.replace("\r\n", "\n").replace("\r", "\n")
    raise Refused(NO_KIND)


def told_size(length: int) -> str:
    """A length in bytes as a person reads it."""
    return f"{length / 1024**2:.1f} MB" if length >= 1024**2 / 10 else f"{max(1, round(length / 1024))} KB"


def _png_size(content: bytes) -> tuple[int, int]:
    """Width and height by the first block, once every block is whole and the last one ends the file."""
    at, size = len(_PNG), (0, 0)
    while at + 12 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        end = at + 12 + length
        if end > len(content) or (at == len(_PNG)) != (kind == b"IHDR" and length == 13):
            break
        if zlib.crc32(content[at + 4 : end - 4]) != int.from_bytes(content[end - 4 : end], "big"):
            break
        if kind == b"IHDR":
            size = struct.unpack_from(">II", content, at + 8)
        if kind == b"IEND" and end == len(content):
            return size
        at = end
    raise Refused(CUT_SHORT.format(what="picture"))


def _jpeg_size(content: bytes) -> tuple[int, int]:
    """Width and height by the frame's head, once the picture has an end."""
    at, size = 2, (0, 0)
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in _STANDALONE or marker == 0xFF:
            at += 1 if marker == 0xFF else 2
            continue
        if marker in _FRAMES and length >= 8 and at + 9 <= len(content):
            high, wide = struct.unpack_from(">HH", content, at + 5)
            size = (wide, high)
        if marker == 0xDA and all(size) and content.find(b"\xff\xd9", at) > 0:
            return size
        at += 2 + length
    raise Refused(CUT_SHORT.format(what="picture"))


def _refuse_dots(wide: int, high: int) -> None:
    if not wide or not high:
        raise Refused(CUT_SHORT.format(what="picture"))
    if max(wide, high) > SIDE_MOST or wide * high > DOTS_MOST:
        raise Refused(TOO_WIDE.format(wide=wide, high=high))
