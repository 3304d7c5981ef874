"""The very pages of a PDF that is in memory, and the same as text for a screen reader."""

from __future__ import annotations

from math import sqrt

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from desktop.pages.zoomed import Zoom
from widgets.button import Button
from widgets.flow import Flow
from widgets.label import PlainLabel
from widgets.layout import column

_LEAST, _MOST, _DOTS = 0.5, 3.0, 40_000_000
_TEXT_MOST = 500_000


class _Pages(QPdfView):
    """Pages that are looked at: no link in them is followed, inside the document or out of it."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()


class PagesView(QWidget):
    """Shows a PDF from its bytes; nothing is written anywhere. Page Up and Page Down turn pages."""

    shown = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bytes = QByteArray()
        self._whole = 0
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._pages = _Pages(self)
        self._pages.setDocument(self._document)
        self._pages.setPageMode(QPdfView.PageMode.MultiPage)
        self._pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._pages.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pages.setAccessibleName("Pages")
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setAccessibleName("The same pages as text")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._text)
        self._count = PlainLabel("", voice="quiet")
        self._as_text = Button("Read as text", icon="file-text", kind="quiet")
        self._as_text.setCheckable(True)
        self._as_text.toggled.connect(self._turn)
        self.zoom = zoom = Zoom(self, "Fit the width")
        zoom.changed.connect(self._zoom)
        zoom.fitted.connect(self._fit)
        above = Flow(4)
        for one in (self._count, *zoom.buttons, self._as_text):
            above.addWidget(one)
        self.setLayout(column(above, self._stack, gap=8))

    def show_first(self, pdf: bytes) -> None:
        """Show a first page while the others are made; how many there will be is not known."""
        self._load(pdf)
        self._count.setText("…")
        self._whole = 0

    def show_pdf(self, pdf: bytes) -> None:
        """Show these bytes from the first page; the place on the page is kept where the length is the same."""
        bar = self._pages.verticalScrollBar()
        place, before = bar.value(), self._whole
        self._load(pdf)
        self._whole = pages = self._document.pageCount()
        self._count.setText(f"{pages} page" if pages == 1 else f"{pages} pages")
        if pages == before:
            bar.setValue(place)
        if self._as_text.isChecked():
            self._tell()
        self.shown.emit(pages)

    def _load(self, pdf: bytes) -> None:
        self._document.close()
        self._buffer.close()
        self._bytes = QByteArray(pdf)
        self._buffer.setBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)

    def show_nothing(self) -> None:
        """Take the pages away: what stood there is not what is wanted."""
        self._document.close()
        self._buffer.close()
        self._bytes = QByteArray()
        self._whole = 0
        self._count.setText("")
        self._text.clear()

    def take_focus(self) -> None:
        """Put the focus on the pages, which the arrows and Page Down then turn."""
        self._pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def page_count(self) -> int:
        """How many pages are shown; none while only the first stands for all."""
        return self._whole

    def text(self) -> str:
        """The words of all pages, in the order in which they are read."""
        found, length = [], 0
        for n in range(self._document.pageCount()):
            found.append(f"Page {n + 1}\n{self._document.getAllText(n).text()}".replace("\r\n", "\n"))
            length += len(found[-1])
            if length > _TEXT_MOST:
                found.append(f"The pages after page {n + 1} are not shown as text.")
                break
        return "\n\n".join(found)

    def _turn(self, text: bool) -> None:
        self._stack.setCurrentWidget(self._text if text else self._pages)
        if text:
            self._tell()

    def _tell(self) -> None:
        self._text.setPlainText(self.text())

    def _zoom(self, by: float) -> None:
        if self._pages.zoomMode() != QPdfView.ZoomMode.Custom:
            wide = self._document.pagePointSize(0).width() * self.logicalDpiX() / 72
            self._pages.setZoomFactor(self._pages.viewport().width() / wide if wide else 1.0)
            self._pages.setZoomMode(QPdfView.ZoomMode.Custom)
        page = self._document.pagePointSize(0) * (self.logicalDpiX() / 72)
        most = min(_MOST, sqrt(_DOTS / max(page.width() * page.height(), 1.0)))
        self._pages.setZoomFactor(max(_LEAST, min(most, self._pages.zoomFactor() * by)))

    def _fit(self) -> None:
        self._pages.setZoomMode(QPdfView.ZoomMode.FitToWidth)
