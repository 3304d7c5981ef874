"""The years of a case drawn in lanes: patterns instead of colours, today's line, every lane labelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from casework.dates import spoken
from casework.labels import Room, placed
from casework.reckoning import Reckoning
from casework.timeline import CUSTODY, ITEM, LICENCE, NOTIFICATION, Bar, Lane, endless, state
from reports import phrases
from reports.paper import Paper
from reports.styles import CELL, HEAD
from reports.tagged.block import Block
from reports.tagged.canvas import TaggedCanvas
from reports.tagged.columns import Column
from reports.tagged.figure import Figure
from reports.tagged.prose import Prose
from reports.tagged.table import Table
from reports.typeface import Face, fitted, width

_LABELS = 128.0
_LANE = 19.0
_BAR = 9.0
_HEAD = 26.0
_SIZE = 8.0
_MOST_LANES = 28
_YEARS_BACK, _YEARS_AHEAD = 8, 12


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    end: date
    left: float
    width: float

    def at(self, day: date) -> float:
        """Where a day stands, in points from the left edge of the page."""
        share = (day - self.start).days / max(1, (self.end - self.start).days)
        return self.left + self.width * min(1.0, max(0.0, share))


def drawn(paper: Paper, lanes: Sequence[Lane]) -> list[Block]:
    """The figure, in as many pieces as the lanes need pages."""
    return [_figure(paper, lanes[n : n + _MOST_LANES]) for n in range(0, len(lanes), _MOST_LANES)]


def listed(paper: Paper, lanes: Sequence[Lane]) -> Table:
    """The same as a table."""
    standing = Reckoning(paper.pack.today, paper.pack.dates)
    rows: list[list[list[Block]]] = [
        [
            [Prose(_label(paper, lane, bar), CELL)],
            [Prose(spoken(bar.start, paper.language).replace(" ", "\u00a0"), CELL)],
            [Prose(_until(paper, lane, bar).replace(" ", "\u00a0"), CELL)],
            [Prose(paper.say(state(standing, lane, bar)).replace(" ", "\u00a0"), CELL)],
        ]
        for lane in lanes
        for bar in lane.bars
    ]
    head = [paper.say(one) for one in (phrases.WHAT, phrases.FROM, phrases.UNTIL, phrases.STATE)]
    return Table((Column(1), Column(), Column(), Column()), head, rows, HEAD, heads=0)


def _label(paper: Paper, lane: Lane, bar: Bar) -> str:
    number = paper.number_of(bar.about)
    alone = len(lane.bars) == 1 or lane.kind == NOTIFICATION
    words = paper.say(lane.label) if alone else f"{paper.say(lane.label)}: {bar.words}"
    return f"{number} {words}" if number and lane.kind not in (CUSTODY, NOTIFICATION) else words


def _until(paper: Paper, lane: Lane, bar: Bar) -> str:
    if bar.end:
        return spoken(bar.end, paper.language)
    return paper.say(endless(lane, bar))


def _figure(paper: Paper, lanes: Sequence[Lane]) -> Figure:
    alt = "; ".join(
        f"{_label(paper, lane, bar)}: {spoken(bar.start, paper.language)} – {_until(paper, lane, bar)}"
        for lane in lanes
        for bar in lane.bars
    )
    high = _HEAD + len(lanes) * _LANE + 4

    def draw(canvas: TaggedCanvas, x: float, top: float, wide: float) -> None:
        start, end = _span(lanes, paper.pack.today)
        drawing = _Drawing(canvas, paper, _Scale(start, end, x + _LABELS, wide - _LABELS), x, top, high)
        drawing.years()
        for n, lane in enumerate(lanes):
            drawing.lane(lane, top - _HEAD - (n + 0.5) * _LANE)
        drawing.today()
        for n, lane in enumerate(lanes):
            drawing.last_days(lane, top - _HEAD - (n + 0.5) * _LANE)

    return Figure(f"{paper.say(phrases.TIMELINE)}. {alt}", high, draw)


def _span(lanes: Sequence[Lane], today: date) -> tuple[date, date]:
    starts = [bar.start for lane in lanes for bar in lane.bars]
    ends = [bar.end or today for lane in lanes for bar in lane.bars]
    first = max(min(*starts, today).year, today.year - _YEARS_BACK)
    last = min(max(*ends, today).year, today.year + _YEARS_AHEAD)
    open_ended = any(bar.end is None for lane in lanes for bar in lane.bars)
    return date(first, 1, 1), date(max(last + 1, today.year + (4 if open_ended else 2)), 1, 1)


@dataclass(frozen=True, slots=True)
class _Drawing:
    canvas: TaggedCanvas
    paper: Paper
    scale: _Scale
    x: float
    top: float
    high: float

    def years(self) -> None:
        """A thin line at the beginning of each year, and as many of their numbers as have room."""
        years = range(self.scale.start.year, self.scale.end.year + 1)
        step = max(1, -(-len(years) * 30 // int(self.scale.width)))
        for year in years:
            at = self.scale.at(date(year, 1, 1))
            self.canvas.stroke(at, self.top - _HEAD + 6, at, self.top - self.high, weight=0.3, grey=0.75)
            if (year - self.scale.start.year) % step == 0 and year < self.scale.end.year:
                self.canvas.show(Face.REGULAR, _SIZE, at + 2, self.top - _HEAD + 8, str(year), grey=0.35)

    def lane(self, lane: Lane, middle: float) -> None:
        """A lane's label and its bars."""
        inset = 8.0 if lane.kind == ITEM else 0.0
        words = _label(self.paper, lane, lane.bars[0]) if len(lane.bars) == 1 else self.paper.say(lane.label)
        words = fitted(Face.REGULAR, words, _SIZE, _LABELS - 8 - inset)
        self.canvas.show(Face.REGULAR, _SIZE, self.x + inset, middle - _SIZE * 0.32, words)
        for left, right in self._spans(lane).values():
            _pattern(self.canvas, lane.kind, left, middle - _BAR / 2, right - left)

    def last_days(self, lane: Lane, middle: float) -> None:
        """The last day of each bar, in it on white or beside it, where there is room: the table has them all."""
        edges = (self.scale.left, self.scale.left + self.scale.width)
        room = Room(edges, self.scale.at(self.paper.pack.today), 3.0, 60.0, beside=True)
        self._gone(lane, middle)
        spans, labels = self._spans(lane), list[tuple[float, float]]()
        for bar, span in spans.items():
            told = _until(self.paper, lane, bar)
            told = told.split(" ", 1)[1] if bar.end else told
            long = width(Face.REGULAR, told) * _SIZE
            place = placed(long, span, room, [one for one in spans.values() if one is not span], labels)
            if place is None or place.room < long:
                continue
            labels.append((place.left, place.left + long))
            if place.inside:
                self.canvas.frame(place.left - 2, middle - _BAR / 2 + 0.4, long + 4, _BAR - 0.8, fill=1.0)
            self.canvas.show(Face.REGULAR, _SIZE, place.left, middle - _SIZE * 0.32, told)

    def _gone(self, lane: Lane, middle: float) -> None:
        """The last day of what ended before the drawing begins, where nothing else stands in the lane."""
        ends = [bar.end for bar in lane.bars if bar.end and bar.end < self.scale.start]
        if ends and len(ends) == len(lane.bars):
            told = f"… {spoken(max(ends), self.paper.language).split(' ', 1)[1]}"
            self.canvas.show(Face.REGULAR, _SIZE, self.scale.left + 3, middle - _SIZE * 0.32, told, grey=0.35)

    def _spans(self, lane: Lane) -> dict[Bar, tuple[float, float]]:
        """Where the bars of a lane stand, those that end before the drawing begins left out."""
        known = self.paper.pack.today if lane.kind == CUSTODY else self.scale.end
        return {
            bar: (left := self.scale.at(bar.start), max(self.scale.at(bar.end or known), left + 1.5))
            for bar in lane.bars
            if (bar.end or known) >= self.scale.start
        }

    def today(self) -> None:
        """A heavy line through every lane, with its date above."""
        at = self.scale.at(self.paper.pack.today)
        self.canvas.stroke(at, self.top - 12, at, self.top - self.high, weight=1.2)
        words = f"{self.paper.say(phrases.TODAY)}, {spoken(self.paper.pack.today, self.paper.language)}"
        long = width(Face.SEMIBOLD, words) * _SIZE
        left = min(max(at - long / 2, self.scale.left), self.scale.left + self.scale.width - long)
        self.canvas.show(Face.SEMIBOLD, _SIZE, left, self.top - 9, words)


def _pattern(canvas: TaggedCanvas, kind: str, x: float, y: float, wide: float) -> None:
    """Orders dark, their conditions striped, licences dotted, notification ruled, custody crossed."""
    if kind not in (ITEM, LICENCE, NOTIFICATION, CUSTODY):
        canvas.frame(x, y, wide, _BAR, fill=0.3)
        return
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(x, y, wide, _BAR)
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.frame(x, y, wide, _BAR, fill=1.0)
    if kind in (ITEM, CUSTODY):
        for n in range(int((wide + _BAR) / 4) + 1):
            canvas.stroke(x - _BAR + n * 4, y, x + n * 4, y + _BAR, weight=0.6)
            if kind == CUSTODY:
                canvas.stroke(x - _BAR + n * 4, y + _BAR, x + n * 4, y, weight=0.6)
    if kind == NOTIFICATION:
        for n in range(1, 4):
            canvas.stroke(x, y + n * _BAR / 4, x + wide, y + n * _BAR / 4, weight=0.6)
    if kind == LICENCE:
        for n in range(int(wide / 3) + 1):
            canvas.stroke(x + n * 3, y, x + n * 3, y + _BAR, weight=0.6)
    canvas.restoreState()
    canvas.frame(x, y, wide, _BAR, weight=0.6)
