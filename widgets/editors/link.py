"""Editors of links to other records of the case: one from a list that opens, several as tick boxes."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from casework.answer import Absent, Answer
from casework.field import Field
from casework.text import Language
from widgets import words
from widgets.editors.boxes import Box
from widgets.editors.choice import ManyEditor
from widgets.editors.editor import Editor, Options
from widgets.label import PlainLabel
from widgets.layout import clear, column, row
from widgets.option import Tick
from widgets.theme import px

_MANY = 10


class LinkEditor(ManyEditor):
    """One of the records that the case offers."""

    def __init__(
        self,
        field: Field,
        today: date,
        language: Language = Language.EN,
        options: Options | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._options = options
        super().__init__(field, today, language, parent)

    def refresh_options(self) -> None:
        """Ask again which records there are."""
        if not self._pending:
            self.box.offer(self._pairs())
            self._hint()
            self._show(self._given)

    def _build(self) -> None:
        super()._build()
        self._hint()

    def _hint(self) -> None:
        hint = words.CHOOSE if self.box.count() else words.NOTHING_YET
        box = self.box.lineEdit()
        if box is not None:
            box.setPlaceholderText(hint.in_(self.language))

    def _pairs(self) -> list[tuple[object, str]]:
        return list(self._options(self.field)) if self._options else []

    def _show(self, answer: Answer) -> None:
        if isinstance(answer, str) and self.box.findData(answer) < 0:
            self.box.addItem(words.GONE.in_(self.language), answer)
        super()._show(answer)


class LinksEditor(Editor):
    """Some of the records that the case offers; with many of them a box above narrows the list."""

    pause_ms = 250

    def __init__(
        self,
        field: Field,
        today: date,
        language: Language = Language.EN,
        options: Options | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._options = options
        self._ticks: list[tuple[str, Tick]] = []
        self._name = ""
        super().__init__(field, today, language, parent)

    def _build(self) -> None:
        self._find = QLineEdit()
        self._find.setPlaceholderText(words.SEARCH.in_(self.language))
        self._find.textChanged.connect(self._narrow)
        self._empty = PlainLabel(words.NOTHING_TO_LINK.in_(self.language), voice="quiet")
        self._list: QVBoxLayout = column(gap=0)
        self._all = QWidget()
        self._all.setLayout(column(self._find, self._empty, self._list, gap=4))
        self._line.addWidget(self._all, 1)
        self._watch(self._find)
        self._fill()

    def _place_ways(self) -> None:
        self._rows.addLayout(row(self._ways, None, gap=0, margin=(px(18), 0, 0, 0)))

    def refresh_options(self) -> None:
        """Ask again which records there are."""
        if not self._pending:
            self._fill()
            self._show(self._given)

    def _fill(self) -> None:
        del self._controls[1:]
        clear(self._list)
        self._ticks = []
        for id_, title in self._options(self.field) if self._options else []:
            self._add(id_, title)
        many = len(self._ticks) > _MANY
        self._find.setVisible(many)
        self._empty.setVisible(not self._ticks)

    def _add(self, id_: str, title: str) -> None:
        tick = Tick(title)
        tick.clicked.connect(self._ticked)
        self._ticks.append((id_, tick))
        self._list.addWidget(tick)
        self._watch(tick)
        self._name_tick(tick, title)

    def _name_tick(self, tick: Tick, title: str) -> None:
        tick.setProperty("own_words", title)
        tick.setAccessibleName(f"{title}, {self._name}" if self._name else title)

    def _narrow(self, typed: str) -> None:
        wanted = typed.casefold().split()
        for _, tick in self._ticks:
            words_ = str(tick.property("own_words")).casefold()
            tick.setVisible(tick.isChecked() or all(one in words_ for one in wanted))

    def _ticked(self) -> None:
        self._touched()

    def _read(self) -> Answer:
        return tuple(id_ for id_, tick in self._ticks if tick.isChecked()) or Absent.NOT_ASKED

    def _show(self, answer: Answer) -> None:
        given = answer if isinstance(answer, tuple) else ()
        for gone in [one for one in given if one not in {id_ for id_, _ in self._ticks}]:
            self._add(gone, words.GONE.in_(self.language))
        for id_, tick in self._ticks:
            tick.setChecked(id_ in given)

    def describe(self, name: str, description: str) -> None:
        """Name the group; each box keeps its record's title."""
        self._name = name
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self._find.setAccessibleName(f"{words.SEARCH.in_(self.language)}: {name}")
        self._ways.describe(name)
        for _, tick in self._ticks:
            self._name_tick(tick, str(tick.property("own_words")))

    def _boxes(self) -> list[Box]:
        return []

    def buddy(self) -> QWidget:
        """The first box in sight."""
        return next((one for one in self._controls if not one.isHidden()), self._ways.unknown or self._ways)

    def _shown_controls(self) -> list[QWidget]:
        return [self._all]
