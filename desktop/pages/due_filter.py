"""What of the list of everything due is shown: by words, level, category, kind and reach; said in words, remembered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casework.agenda import Asked, Hides, four_weeks
from casework.due_order import GROUPS
from casework.text import Text
from desktop import words_due as words
from widgets.chooser import Chooser
from widgets.flow import Flow
from widgets.search_box import SearchBox
from widgets.theme import px

_LEVELS, _CATEGORIES = ("1", "2", "3"), ("1", "2", "3", "4")
_RAISED, _ALL = "", "all"
_REACHES: Mapping[str, tuple[Text, int | None, Text]] = {
    _RAISED: (words.REACH_RAISED, None, words.BEYOND_RAISED),
    "7": (words.REACH_WEEK, 7, words.BEYOND_WEEK),
    "91": (words.REACH_QUARTER, 91, words.BEYOND_QUARTER),
    _ALL: (words.REACH_ALL, 36500, words.BEYOND_QUARTER),
}
_PART = ","


class DueFilter(QWidget):
    """``changed`` when something else is asked for. Words are never remembered: they may be a name."""

    changed = Signal()

    def __init__(self, kept: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchBox(words.NARROW.en)
        self.search.setFixedWidth(px(260))
        levels = {"": words.EVERY_LEVEL, **words.LEVEL_CHOICES}
        categories = {"": words.EVERY_CATEGORY, **{n: words.CATEGORY.filled(n=n) for n in _CATEGORIES}}
        self.level = _chooser(words.LEVELS, levels, 150, words.UNKNOWN_STAYS)
        self.category = _chooser(words.CATEGORIES, categories, 150, words.UNKNOWN_STAYS)
        self.group = _chooser(words.GROUPS, {"": words.EVERY_GROUP, **GROUPS}, 196)
        self.reach = _chooser(words.REACH, {code: said for code, (said, _, _) in _REACHES.items()}, 190)
        self._choosers = (self.level, self.category, self.group, self.reach)
        line = Flow(gap=8)
        for one in (self.search, *self._choosers):
            line.addWidget(one)
        self.setLayout(line)
        self.setFocusProxy(self.search)
        for chooser, value in zip(self._choosers, kept.split(_PART), strict=False):
            chooser.setCurrentIndex(max(chooser.findData(value), 0))
        self.search.narrowed.connect(self.changed)
        for chooser in self._choosers:
            chooser.currentIndexChanged.connect(self.changed)

    def kept(self) -> str:
        """What is chosen, to be remembered on this machine; the words are not in it."""
        return _PART.join(str(one.currentData()) for one in self._choosers)

    def asked(self, today: date) -> Asked:
        """What is asked for."""
        _, days, beyond = _REACHES[str(self.reach.currentData())]
        until = four_weeks(today) if days is None else today + timedelta(days=days - 1)
        raised = {} if days is not None else {_RAISED: today}
        return Asked(
            until=until, today=today, raised=raised, beyond=beyond, hides=self._hides(), words=self.search.text()
        )

    def widen(self) -> None:
        """Ask for everything."""
        was = self.blockSignals(True)
        self.search.clear()
        self.search.flush()
        for chooser in self._choosers:
            chooser.setCurrentIndex(0)
        self.reach.setCurrentIndex(self.reach.findData(_ALL))
        self.blockSignals(was)
        self.changed.emit()

    def _hides(self) -> tuple[Hides, ...]:
        level, category, group = (str(one.currentData()) for one in (self.level, self.category, self.group))
        levels = [one for one in _LEVELS if level and one not in level]
        categories = [one for one in _CATEGORIES if category and one != category]
        groups = [one for one in GROUPS if group and one != group]
        return (
            *(Hides("level", one, words.LEVEL.filled(n=one)) for one in levels),
            *(Hides("category", one, words.CATEGORY.filled(n=one)) for one in categories),
            *(Hides("group", one, GROUPS[one]) for one in groups),
        )


def _chooser(name: Text, offered: Mapping[str, Text], wide: int, tip: Text | None = None) -> Chooser:
    made = Chooser(name.en, find=False)
    made.offer([(value, said.en) for value, said in offered.items()])
    made.setCurrentIndex(0)
    made.setFixedWidth(px(wide))
    if tip:
        made.setToolTip(tip.en)
        made.name(name.en, tip.en)
    return made
