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

LARGE_AREA = Area(MARGIN, 84.0, _WIDE, A4[1] - 92.0)

_HEAD_RULE = A4[1] - 50.0
_FOOT_RULE = 52.0
_SMALL = 8.0
_MARKING = 9.0
_WATERMARK_GREY = 0.92


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Where the rules of the page stand and in what type its furniture is set, in points."""

    head: float = _HEAD_RULE
    foot: float = _FOOT_RULE
    small: float = _SMALL
    marking: float = _MARKING
    line: float = 10.0
    grey: float = QUIET


_USUAL, _LARGE = _Sizes(), _Sizes(A4[1] - 78.0, 74.0, 14.0, 14.0, 18.0, 0.0)


@dataclass(frozen=True, slots=True)
class Furniture:
    """The furniture of one document's pages, in large print larger and in black; a ``first`` says not of how many."""

    paper: Paper
    large: bool = False
    first: bool = False

    def under(self, canvas: TaggedCanvas, pages: int) -> None:  # noqa: ARG002
        """For whom the copy is, large and pale across the page."""
        words = self._watermark()
        angle = atan2(A4[1] * 0.62, A4[0])
        room = hypot(A4[0], A4[1] * 0.62) * 0.86
        size = max(14.0, min(54.0, room / max(width(Face.BOLD, words), 0.1)))
        words = self._kept_whole(words, size, room)
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
        pack, say, to = self.paper.pack, self.paper.say, self._sizes
        marking = to.head + (46 if self.large else 22)
        # In large print what stands beside the marking has a line of its own under it.
        beside = to.head + 26 if self.large else marking
        _centred(canvas, self.marking(), marking, to.marking)
        if pack.training:
            canvas.show(Face.BOLD, to.marking, MARGIN, beside, say(phrases.TRAINING))
        if state := self.state():
            long = width(Face.BOLD, state) * to.marking
            canvas.frame(MARGIN + _WIDE - long - 8, beside - to.marking * 0.39, long + 8, to.marking * 1.44)
            canvas.show(Face.BOLD, to.marking, MARGIN + _WIDE - long - 4, beside, state)
        left = self.named()
        canvas.show(Face.SEMIBOLD, to.small, MARGIN, to.head + 6, left)
        room = _WIDE - width(Face.SEMIBOLD, left) * to.small - 12
        self._right(canvas, fitted(Face.REGULAR, self.version(), to.small, room), to.head + 6)
        canvas.stroke(MARGIN, to.head, MARGIN + _WIDE, to.head)

    def _foot(self, canvas: TaggedCanvas, pages: int) -> None:
        say, to = self.paper.say, self._sizes
        canvas.stroke(MARGIN, to.foot, MARGIN + _WIDE, to.foot)
        page = say(phrases.FIRST_PAGE if self.first else phrases.PAGE, page=canvas.page, pages=pages)
        room = _WIDE - width(Face.SEMIBOLD, page) * to.small - 16
        first = to.foot - 3 - to.small
        canvas.show(Face.REGULAR, to.small, MARGIN, first, fitted(Face.REGULAR, self.copy(), to.small, room))
        canvas.show(Face.SEMIBOLD, to.small, MARGIN + _WIDE - width(Face.SEMIBOLD, page) * to.small, first, page)
        log = self.log()
        room = _WIDE - width(Face.REGULAR, log) * to.small - 16
        told = fitted(Face.REGULAR, self.printed(), to.small, room)
        canvas.show(Face.REGULAR, to.small, MARGIN, first - to.line, told, grey=to.grey)
        if log:
            self._right(canvas, log, first - to.line)
        _centred(canvas, self.marking(), 17.0, to.marking)

    def _right(self, canvas: TaggedCanvas, words: str, y: float) -> None:
        to = self._sizes
        canvas.show(
            Face.REGULAR, to.small, MARGIN + _WIDE - width(Face.REGULAR, words) * to.small, y, words, grey=to.grey
        )

    @property
    def _sizes(self) -> _Sizes:
        return _LARGE if self.large else _USUAL

    def lines(self) -> list[str]:
        """What stands on every page, line by line, for the same pages as text."""
        training = self.paper.say(phrases.TRAINING) if self.paper.pack.training else ""
        found = (self.marking(), training, self.state(), self.named(), self.version(), self.copy(), self.printed())
        return [one for one in (*found, self.log()) if one]

    def named(self) -> str:
        """The case and the document."""
        return " · ".join((self.paper.pack.case.ref, self.paper.say(self.paper.document.title)))

    def printed(self) -> str:
        """When the paper was made, and after which template."""
        at = self.paper.pack.printed_at
        when = self.paper.say(phrases.PRINTED, when=f"{spoken(at.date(), self.paper.language)}, {at:%H:%M}")
        return " · ".join(words for words in (when, self._template()) if words)

    def log(self) -> str:
        """The vault's log as it stood."""
        head = self.paper.pack.log_head
        return self.paper.say(phrases.LOG, head=head) if head else ""

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

    def _kept_whole(self, words: str, size: float, room: float) -> str:
        """The watermark in its room: of a long recipient the end is cut, of the number of the copy nothing."""
        if width(Face.BOLD, words) * size <= room + 0.5:
            return words
        recipient, between, number = words.rpartition(" · ")
        left = room - width(Face.BOLD, between + number) * size
        return fitted(Face.BOLD, recipient, size, left) + between + number

    def state(self) -> str:
        """That it is a draft or was superseded; empty where neither."""
        say, state = self.paper.say, self.paper.pack.state
        if state == AGREED or not self.paper.document.of_plan:
            return ""
        return say(phrases.DRAFT if state == DRAFT else phrases.SUPERSEDED)

    def _template(self) -> str:
        """Name, edition and area of the template that the document is made with."""
        document = self.paper.document
        return self.paper.template.told(self.paper.language) if document.of_plan or document.of_sheet else ""

    def version(self) -> str:
        """Which version of the plan this is, or of what day it tells."""
        pack, say = self.paper.pack, self.paper.say
        if not self.paper.document.of_plan:
            return say(phrases.AS_AT, day=spoken(pack.today, self.paper.language))
        return f"{say(phrases.VERSION, number=pack.version)}, {version_words(self.paper)}"

    def marking(self) -> str:
        """Its protective marking."""
        return self.paper.edition.marking or self.paper.document.marking or self.paper.pack.marking


def version_words(paper: Paper) -> str:
    """How far the version is: not yet agreed, agreed on a day, superseded."""
    pack = paper.pack
    if pack.state == DRAFT:
        return paper.say(phrases.NOT_AGREED)
    if pack.state == AGREED and pack.agreed_on:
        return paper.say(phrases.AGREED_ON, day=spoken(pack.agreed_on, paper.language))
    return paper.say(phrases.SUPERSEDED_STATE)


def _centred(canvas: TaggedCanvas, words: str, y: float, size: float) -> None:
    canvas.show(Face.BOLD, size, A4[0] / 2 - width(Face.BOLD, words) * size / 2, y, words)
