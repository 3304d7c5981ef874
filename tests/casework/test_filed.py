"""What a file is, by its content; what is refused, in a sentence, before anything is decoded."""

import struct
import zlib

import pytest

from casework.filed import DOCUMENT_MOST, Form, form_of, refuse_size, told_size, words_in
from casework.refusal import Refused


def block(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(wide: int = 4, high: int = 4, after: bytes = b"") -> bytes:
    head = struct.pack(">IIBBBBB", wide, high, 8, 0, 0, 0, 0)
    dots = zlib.compress(b"".join(b"\0" + bytes(wide) for _ in range(min(high, 64))))
    return b"\x89PNG\r\n\x1a\n" + block(b"IHDR", head) + block(b"IDAT", dots) + block(b"IEND", b"") + after


def jpeg(wide: int = 4, high: int = 4, end: bytes = b"\xff\xd9") -> bytes:
    frame = b"\x08" + struct.pack(">HH", high, wide) + b"\x01\x01\x11\x00"
    app = b"\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0\1\1\0\0\1\0\1\0\0"
    return b"\xff\xd8" + app + b"\xff\xc0" + struct.pack(">H", 2 + len(frame)) + frame + b"\xff\xda\0\2dots" + end


PDF = b"%PDF-1.7\nsomething\n%%EOF\n"


@pytest.mark.parametrize(
    ("content", "form"),
    [
        (PDF, Form.PDF),
        (b"\xef\xbb\xbf" + PDF, Form.PDF),
        (png(), Form.PNG),
        (jpeg(), Form.JPEG),
        (jpeg(end=b"\xff\xd9 what a telephone puts behind it"), Form.JPEG),
        ("An order “of the court”\r\nof 3 May".encode(), Form.TEXT),
        ("£40 – agreed".encode("cp1252"), Form.TEXT),
        ("Mae’r gorchymyn ŵ".encode("utf-16"), Form.TEXT),
        (b"<html><script>alert(1)</script></html>", Form.TEXT),
    ],
)
def test_a_file_is_told_by_its_content(content, form):
    assert form_of(content) is form
    assert form.said.en
    assert form.ending.startswith(".")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "nothing in that file"),
        (b"PK\x03\x04\x14\0\0\0", "neither a PDF"),
        (b"MZ\x90\0\3\0\0\0", "neither a PDF"),
        (b"GIF89a\1\0\1\0\0\0\0", "neither a PDF"),
        (b"words\0and a nought", "neither a PDF"),
        (b"\xff\xfehalf a letter", "neither a PDF"),
        (PDF[:20], "cut short"),
        (png()[:-1], "cut short"),
        (png()[:30], "cut short"),
        (png(after=b"more"), "cut short"),
        (png().replace(b"IDAT", b"IDAX"), "cut short"),
        (png(wide=0), "cut short"),
        (png(50_000, 50_000), "50,000 by 50,000 dots"),
        (png(25_000, 10), "too large to be opened safely"),
        (jpeg(60_000, 60_000), "too large to be opened safely"),
        (jpeg(0, 4), "cut short"),
        (jpeg(end=b""), "cut short"),
        (jpeg()[:12], "cut short"),
        (b"\xff\xd8\xff\xe0\0\0" * 9, "cut short"),
        (b"x" * (2 * 1024**2 + 1), "longer than 2 MB"),
    ],
)
def test_what_cannot_be_filed_is_refused_in_one_sentence(content, told):
    with pytest.raises(Refused, match=told) as refused:
        form_of(content)
    assert refused.value.why.en.count(". ") == 0


def test_what_is_too_large_is_refused_by_its_size():
    with pytest.raises(Refused, match="larger than 50 MB"):
        refuse_size(DOCUMENT_MOST + 1)


def test_words_come_without_marks_and_with_plain_line_ends():
    assert words_in(b"\xef\xbb\xbfone\r\ntwo\rthree") == "one\ntwo\nthree"


def test_a_size_is_told_as_people_say_it():
    assert [told_size(n) for n in (1, 40_000, 1_300_000)] == ["1 KB", "39 KB", "1.2 MB"]
