"""A part that shows records of a few kinds, made from their definitions alone."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.desk import Desk
from desktop.operations import cases
from desktop.operations.view import CaseView
from desktop.pages.none_answer import NoneAnswer
from desktop.pages.part import Part
from desktop.pages.record_list import RecordList
from desktop.pages.record_told import Shown
from desktop.pages.single_form import SingleForm
from widgets.button import Button
from widgets.flow import Flow
from widgets.label import Heading
from widgets.layout import Scrolled, column, row
from widgets.theme import px

TITLES = {
    "person": "Person",
    "risk": "Risk",
    "information": "Facts, opinions and intelligence",
    "victims": "Victims",
    "contacts": "Agencies and contacts",
    "actions": "Actions",
    "disclosure": "Disclosure",
    "notification": "Notification",
}
WIDE = 760
_BY_DUE = ("actions",)
Writer = SingleForm | RecordList | NoneAnswer


class RecordsPart(Part):
    """The kinds of one page under one another; what is entered is kept at once."""

    def __init__(self, desk: Desk, page: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.page = page
        self.lists: dict[str, RecordList] = {}
        self._singles: dict[str, SingleForm] = {}
        self._nones: dict[str, NoneAnswer] = {}
        kinds = cases.kinds_of(page)
        heading = Heading(TITLES[page])
        heading.setWordWrap(False)
        heading.setVisible(len(kinds) > 1)
        self._head = row(heading, None, gap=8)
        self._body = column(gap=32, margin=(24, 20, 24, 24))
        if len(kinds) > 1:
            self._body.addLayout(self._head)
        self._leaps = Flow(12)
        if len(kinds) > 2:
            self._body.addLayout(self._leaps)
        for kind in kinds:
            self._add_kind(kind)
        self._body.addStretch(1)
        inside = QWidget()
        inside.setLayout(self._body)
        inside.setMaximumWidth(px(WIDE) + 48)
        left = QWidget()
        line = row(gap=0)
        line.addWidget(inside, 1)
        line.addStretch(0)
        left.setLayout(line)
        self._scrolled = Scrolled(left, name=TITLES[page])
        self.setLayout(column(self._scrolled, gap=0))

    def show_view(self, view: CaseView) -> None:
        for single in self._singles.values():
            single.take(view)
        for one in self.lists.values():
            one.take(view)
        for none in self._nones.values():
            none.take(view)

    def flush(self) -> None:
        writers: tuple[Writer, ...] = (*self._singles.values(), *self.lists.values(), *self._nones.values())
        for one in writers:
            one.flush()

    def go(self, record: str, key: str) -> None:
        for single in self._singles.values():
            if single.go(record, key):
                return
        for one in self.lists.values():
            if one.go(record, key):
                return

    def add_to_head(self, widget: QWidget) -> None:
        """Put something at the end of the title's line."""
        self._head.addWidget(widget)
        if self._head.parent() is None:
            self._body.insertLayout(0, self._head)

    # the workings

    def _add_kind(self, kind: str) -> None:
        shown = Shown(kind, by_due=self.page in _BY_DUE)
        level = 2 if len(cases.kinds_of(self.page)) > 1 else 1
        made: SingleForm | RecordList
        if shown.shape.single:
            made = self._singles[kind] = SingleForm(self.desk, shown)
        else:
            made = self.lists[kind] = RecordList(self.desk, shown, level=level)
        self._listen(made)
        self._body.addWidget(made)
        leap = Leap(shown.shape.plural.en if not shown.shape.single else shown.shape.name.en, made)
        leap.wanted_part = self
        self._leaps.addWidget(leap)
        if not shown.shape.single:
            none = self._nones[kind] = NoneAnswer(self.desk, kind)
            self._listen(none)
            self._body.addWidget(none)

    def _listen(self, made: Writer) -> None:
        made.saving.connect(self.saving)
        made.saved.connect(self.saved)
        made.not_saved.connect(self.not_saved)

    def leap_to(self, target: QWidget) -> None:
        """Bring one kind to the top."""
        bar = self._scrolled.verticalScrollBar()
        inside = self._scrolled.widget()
        bar.setValue(target.mapTo(inside, target.rect().topLeft()).y() - px(12) if inside else 0)
        target.setFocus()


class Leap(Button):
    """A word that leads to one kind of a long part."""

    def __init__(self, words: str, target: QWidget) -> None:
        super().__init__(words, kind="link")
        self._target = target
        self.wanted_part: RecordsPart | None = None
        self.setAccessibleName(f"Go to {words}")
        self.clicked.connect(self._go)

    def _go(self) -> None:
        if self.wanted_part is not None:
            self.wanted_part.leap_to(self._target)
