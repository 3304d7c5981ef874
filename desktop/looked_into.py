"""A file that came from outside, opened once within limits before it is filed; and a picture or text as pages.

Pages and pictures are drawn by Qt's own PDFium and decoders, which know no scripts; nothing in them is run, opened or
followed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from PySide6.QtPdf import QPdfDocument

from casework.filed import CUT_SHORT, DOTS_MOST, Form, form_of, words_in
from casework.refusal import Refused

PAGES_MOST = 3000
_MEMORY_MB = 256
_LEAST_POINTS, _MOST_POINTS, _NARROWEST = 10, 3500, 20
_ACTIVE = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/OpenAction", b"/SubmitForm", b"/RichMedia")
_LOCKED = "That PDF is locked with a passphrase: open it where it came from, save it without one, and file that."
_ODD_PAGE = (
    "A page of that PDF is too large, too small or too narrow to be opened safely: print it to A4 and file that."
)
_MANY = f"That PDF has more than {PAGES_MOST:,} pages: file it in parts."


@dataclass(frozen=True, slots=True)
class Given:
    """A file that may be filed. ``pages`` of a PDF. ``active``: something in it would act elsewhere; never here."""

    content: bytes = field(repr=False)
    form: Form
    pages: int = 0
    active: bool = False


def looked_into(content: bytes) -> Given:
    """Open a file once, as it will be shown. Raises Refused. Takes no window: it can run beside it."""
    form = form_of(content)
    if form is Form.PDF:
        return Given(content, form, _pages(content), any(one in content for one in _ACTIVE))
    if form is not Form.TEXT:
        picture(content)
    return Given(content, form)


def picture(content: bytes, most_dots: int = DOTS_MOST) -> QImage:
    """A picture turned as it was taken, drawn with no more than so many dots. Raises Refused where it is damaged."""
    device, held = _device(content)
    QImageReader.setAllocationLimit(_MEMORY_MB)
    reader = QImageReader(device)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    dots = reader.size().width() * reader.size().height()
    if bytes(reader.format().data()) not in (b"png", b"jpeg") or not 0 < dots <= DOTS_MOST:
        raise Refused(CUT_SHORT.format(what="picture"))
    if dots > most_dots:
        reader.setScaledSize(reader.size() * sqrt(most_dots / dots))
    found = reader.read()
    del held
    if found.isNull():
        raise Refused(CUT_SHORT.format(what="picture"))
    return found


def as_pages(content: bytes, form: Form) -> bytes:
    """A picture or a text as a PDF, so that a copy of it can be sealed; a PDF is as it was."""
    if form is Form.PDF:
        return content
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(out)
    writer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(18, 18, 18, 18))
    )
    writer.setTitle("")
    writer.setCreator("")
    if form is Form.TEXT:
        words = QTextDocument()
        words.setPlainText(words_in(content))
        words.print_(writer)
    else:
        _draw(picture(content), writer)
    return bytes(out.data().data())


def _draw(image: QImage, writer: QPdfWriter) -> None:
    painter = QPainter(writer)
    room = QSize(writer.width(), writer.height())
    painter.drawImage(QRect(QPoint(0, 0), image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)), image)
    painter.end()


def _pages(content: bytes) -> int:
    device, held = _device(content)
    document = QPdfDocument()
    document.load(device)
    trouble, pages = document.error(), document.pageCount()
    sizes = [document.pagePointSize(n) for n in range(min(pages, PAGES_MOST))]
    document.close()
    del held
    if trouble is QPdfDocument.Error.IncorrectPassword:
        raise Refused(_LOCKED)
    if trouble is not QPdfDocument.Error.None_ or not pages:
        raise Refused(CUT_SHORT.format(what="PDF"))
    if pages > PAGES_MOST:
        raise Refused(_MANY)
    for one in sizes:
        short, long = sorted((one.width(), one.height()))
        if short < _LEAST_POINTS or long > _MOST_POINTS or long > _NARROWEST * short:
            raise Refused(_ODD_PAGE)
    return pages


def _device(content: bytes) -> tuple[QBuffer, QByteArray]:
    """The bytes to be read from, and what holds them meanwhile."""
    held = QByteArray(content)
    device = QBuffer()
    device.setBuffer(held)
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    return device, held
