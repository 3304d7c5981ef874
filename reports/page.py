"""What stands on every page around the text: marking, running head, foot, and the recipient's mark under it all."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees, hypot

from casework.dates import spoken
from casework.pack import AGREED, DRAFT
from casework.text import Text
from reports import phrases
from reports.paper import Paper
from reports.styles import QUIET
from reports.tagged.canvas import TaggedCanvas
from reports.tagged.flow import Area
from reports.typeface import Face, fitted, width

MILLIMETRE = 72 / 25.4
A4 = (210 * MILLIMETRE, 297 * MILLIMETRE)
MARGIN = 18 * MILLIMETRE
_WIDE = A4[0] - 2 * MARGIN
AREA = Area(MARGIN, 62.0, _WIDE, A4[1] - 64.0)

_HEAD_RULE = A4[1] - 50.0
_FOOT_RULE = 52.0
_SMALL = 8.0
_MARKING = 9.0
_WATERMARK_GREY = 0.92


@dataclass(frozen=True, slots=True)
class Furniture:
    """The furniture of one document's pages."""

    paper: Paper

    def under(self, canvas: TaggedCanvas, pages: int) -> None:  # noqa: ARG002
        """For whom the copy is, large and pale across the page."""
        words = self._watermark()
        angle = atan2(A4[1] * 0.62, A4[0])
        room = hypot(A4[0], A4[1] * 0.62) * 0.86
        size = max(14.0, min(54.0, room / max(width(Face.BOLD, words), 0.1)))
        words = fitted(Face.BOLD, words, size, room)
        with canvas.artifact("Pagination"):
            canvas.saveState()
            canvas.translate(A4[0] / 2, A4[1] / 2)
            canvas.rotate(degrees(angle))
            canvas.show(Face.BOLD, size, -width(Face.BOLD, words) * size / 2, -size / 3, words, grey=_WATERMARK_GREY)
            canvas.restoreState()

    def over(self, canvas: TaggedCanvas, pages: int) -> None:
        """Marking top and bottom, head and foot."""
        with canvas.artifact("Pagination"):
            self._head(canvas)
            self._foot(canvas, pages)

    def _head(self, canvas: TaggedCanvas) -> None:
        pack, say = self.paper.pack, self.paper.say
        marking = _HEAD_RULE + 22
        _centred(canvas, self._marking(), marking)
        if pack.training:
            canvas.show(Face.BOLD, _MARKING, MARGIN, marking, say(phrases.TRAINING))
        if state := self._state():
            long = width(Face.BOLD, state) * _MARKING
            canvas.frame(MARGIN + _WIDE - long - 8, marking - 3.5, long + 8, 13)
            canvas.show(Face.BOLD, _MARKING, MARGIN + _WIDE - long - 4, marking, state)
        left = " · ".join((pack.case.ref, say(self.paper.document.title)))
        canvas.show(Face.SEMIBOLD, _SMALL, MARGIN, _HEAD_RULE + 6, left)
        _right(canvas, self._version(), _HEAD_RULE + 6)
        canvas.stroke(MARGIN, _HEAD_RULE, MARGIN + _WIDE, _HEAD_RULE)

    def _foot(self, canvas: TaggedCanvas, pages: int) -> None:
        pack, say = self.paper.pack, self.paper.say
        canvas.stroke(MARGIN, _FOOT_RULE, MARGIN + _WIDE, _FOOT_RULE)
        page = say(phrases.PAGE, page=canvas.page, pages=pages)
        room = _WIDE - width(Face.SEMIBOLD, page) * _SMALL - 16
        canvas.show(Face.REGULAR, _SMALL, MARGIN, _FOOT_RULE - 11, fitted(Face.REGULAR, self.copy(), _SMALL, room))
        canvas.show(Face.SEMIBOLD, _SMALL, MARGIN + _WIDE - width(Face.SEMIBOLD, page) * _SMALL, _FOOT_RULE - 11, page)
        when = f"{spoken(pack.printed_at.date(), self.paper.language)}, {pack.printed_at:%H:%M}"
        log = say(phrases.LOG, head=pack.log_head) if pack.log_head else ""
        told = " · ".join(words for words in (say(phrases.PRINTED, when=when), self._template()) if words)
        room = _WIDE - width(Face.REGULAR, log) * _SMALL - 16
        canvas.show(Face.REGULAR, _SMALL, MARGIN, _FOOT_RULE - 21, fitted(Face.REGULAR, told, _SMALL, room), grey=QUIET)
        if log:
            _right(canvas, log, _FOOT_RULE - 21)
        _centred(canvas, self._marking(), 17.0)

    def copy(self) -> str:
        """Which copy this is, and for whom."""
        pack, say = self.paper.pack, self.paper.say
        if not pack.copy_number:
            return say(self._kept() if pack.kept else phrases.PREVIEW)
        copy = say(phrases.COPY, number=pack.copy_number, of=pack.copies)
        return say(phrases.COPY_FOR, copy=copy, recipient=pack.recipient) if pack.recipient else copy

    def _kept(self) -> Text:
        return phrases.KEPT_MINUTES if self.paper.document.of_minutes else phrases.KEPT

    def _watermark(self) -> str:
        pack = self.paper.pack
        if not pack.copy_number:
            return self.copy()
        return " · ".join(words for words in (pack.recipient, f"{pack.copy_number}/{pack.copies}") if words)

    def _state(self) -> str:
        say, state = self.paper.say, self.paper.pack.state
        if state == AGREED or not self.paper.document.of_plan:
            return ""
        return say(phrases.DRAFT if state == DRAFT else phrases.SUPERSEDED)

    def _template(self) -> str:
        """Name, edition and area of the template that the document is made with."""
        document = self.paper.document
        return self.paper.template.told(self.paper.language) if document.of_plan or document.of_sheet else ""

    def _version(self) -> str:
        pack, say = self.paper.pack, self.paper.say
        if not self.paper.document.of_plan:
            return say(phrases.AS_AT, day=spoken(pack.today, self.paper.language))
        return f"{say(phrases.VERSION, number=pack.version)}, {version_words(self.paper)}"

    def _marking(self) -> str:
        return self.paper.document.marking or self.paper.pack.marking


def version_words(paper: Paper) -> str:
    """How far the version is: not yet agreed, agreed on a day, superseded."""
    pack = paper.pack
    if pack.state == DRAFT:
        return paper.say(phrases.NOT_AGREED)
    if pack.state == AGREED and pack.agreed_on:
        return paper.say(phrases.AGREED_ON, day=spoken(pack.agreed_on, paper.language))
    return paper.say(phrases.SUPERSEDED_STATE)


def _centred(canvas: TaggedCanvas, words: str, y: float) -> None:
    canvas.show(Face.BOLD, _MARKING, A4[0] / 2 - width(Face.BOLD, words) * _MARKING / 2, y, words)


def _right(canvas: TaggedCanvas, words: str, y: float) -> None:
    canvas.show(Face.REGULAR, _SMALL, MARGIN + _WIDE - width(Face.REGULAR, words) * _SMALL, y, words, grey=QUIET)
