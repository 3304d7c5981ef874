"""The last step of a file: what ReportLab writes is put right and packed."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf

_ROW = re.compile(r"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]+)>")


def finished(raw: bytes) -> bytes:
    """The file with honest character maps, no document information and packed objects. Same input, same bytes."""
    with pikepdf.open(BytesIO(raw)) as pdf:
        fonts = (font for page in pdf.pages for font in page.Resources.get("/Font", {}).values())
        for font in {font.objgen: font for font in fonts}.values():
            if "/ToUnicode" in font:
                font.ToUnicode.write(_honest(font.ToUnicode.read_bytes().decode("latin-1")).encode("latin-1"))
        del pdf.docinfo
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return out.getvalue()


def _honest(table: str) -> str:
    """A character map without the rows that give an unused code the character nought (PDF/UA-1 7.21.7)."""
    start, end = re.search(r"\d+ beginbfchar", table), table.index("endcmap")
    if start is None:
        return table
    rows = [f"<{code}> <{char}>\n" for code, char in _ROW.findall(table[start.end() :]) if int(char, 16)]
    blocks = (rows[n : n + 100] for n in range(0, len(rows), 100))
    body = "".join(f"{len(block)} beginbfchar\n{''.join(block)}endbfchar\n" for block in blocks)
    return table[: start.start()] + body + table[end:]
