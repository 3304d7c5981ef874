"""Sealing: a finished PDF under AES-256 with a passphrase, opened again and checked before it is given out."""

from __future__ import annotations

import secrets
from io import BytesIO

import pikepdf

from reports.tagged.metadata import without_archive

BESIDE = "document.txt"


class NotSealed(Exception):  # noqa: N818 - it tells what did not happen
    """The file that was made could not be opened again as it should be. Nothing may be handed out."""


def seal(pdf: bytes, passphrase: str, text: bytes = b"") -> bytes:
    """The PDF encrypted with AES-256 (security handler revision 6); without the passphrase it opens for nobody.

    ``text``, the same document as text, is attached to it and lies under the same passphrase.

    Its identifier is random; it carries no document information. Screen readers are always let in, fields may be filled
    in. It stays PDF/UA, but says no longer that it is PDF/A, which no encrypted file can be. Raises ValueError for an
    empty passphrase, NotSealed if what was made does not open as it should.
    """
    if not passphrase:
        raise ValueError("a sealed file needs a passphrase")
    try:
        sealed = _sealed(pdf, passphrase, text)
        _check(pdf, sealed, passphrase)
    except pikepdf.PdfError:
        raise NotSealed("the file is not whole") from None
    return sealed


def _sealed(pdf: bytes, passphrase: str, text: bytes) -> bytes:
    may = pikepdf.Permissions(
        accessibility=True, extract=True, modify_annotation=False, modify_assembly=False, modify_form=True,
        modify_other=False, print_highres=True, print_lowres=True,
    )  # fmt: skip
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as plain:
        if "/Info" in plain.trailer:
            del plain.docinfo
        if "/Metadata" in plain.Root:
            plain.Root.Metadata.write(without_archive(plain.Root.Metadata.read_bytes()))
        if text:
            beside = pikepdf.AttachedFileSpec(plain, text, filename=BESIDE, mime_type="text/plain")
            plain.attachments[BESIDE] = beside
        plain.trailer.ID = pikepdf.Array([pikepdf.String(secrets.token_bytes(16))] * 2)
        lock = pikepdf.Encryption(owner=secrets.token_urlsafe(32), user=passphrase, R=6, allow=may)
        plain.save(out, encryption=lock, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def page_count(pdf: bytes, passphrase: str = "") -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf), password=passphrase) as opened:
        return len(opened.pages)


def _check(plain: bytes, sealed: bytes, passphrase: str) -> None:
    try:
        pikepdf.open(BytesIO(sealed)).close()
    except pikepdf.PasswordError:
        pass
    else:
        raise NotSealed("the file opens without its passphrase")
    with pikepdf.open(BytesIO(sealed), password=passphrase) as opened, pikepdf.open(BytesIO(plain)) as before:
        if opened.encryption.R != 6:
            raise NotSealed("the file is not under AES-256 revision 6")
        if _pages(opened) != _pages(before):
            raise NotSealed("the sealed pages differ from the plain ones")


def _pages(pdf: pikepdf.Pdf) -> list[bytes]:
    return [_drawn(page.obj.get("/Contents")) for page in pdf.pages]


def _drawn(found: pikepdf.Object | None) -> bytes:
    """What draws a page: nothing, one stream, or several, as other programs write it."""
    if found is None:
        return b""
    parts = list(found) if isinstance(found, pikepdf.Array) else [found]
    return b"\n".join(one.read_bytes() for one in parts)
