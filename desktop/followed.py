"""One editor that the journal watches: what it tells, what waits in it, and the cursor put back into it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject

from casework.answer import Answer
from casework.typed import Spot, Typed
from desktop.here import Here
from desktop.loose_box import LooseBox
from desktop.pages.sight import area_of
from widgets.editors import Editor

Watched = Editor | LooseBox


class Listening(Protocol):
    """What hears of an editor."""

    def note(self, one: Followed) -> None: ...
    def stand(self, one: Followed) -> None: ...
    def take_down(self, one: Followed) -> None: ...
    def settle(self, one: Followed) -> None: ...
    def set_aside(self, one: Followed) -> None: ...


class Followed(QObject):
    """One editor that is watched; it goes with the editor. ``kept``: its answers go into the vault by themselves."""

    def __init__(self, journal: Listening, editor: Watched, spot: Spot, *, kept: bool) -> None:
        super().__init__(editor)
        self._journal, self.editor, self.spot, self._kept = journal, editor, spot, kept
        self.touched = False
        editor.written.connect(self._write)
        editor.moved.connect(self._move)
        editor.answered.connect(self._answer)
        editor.refused.connect(self._refuse)
        editor.set_aside.connect(self._set_aside)

    def waiting(self) -> Typed | None:
        """The words that are no answer yet; None where there are none."""
        if self._kept:
            return self.editor.typed() if self.editor.waits() else None
        typed = self.editor.typed() if self.touched else None
        return None if typed is None or typed.blank else typed

    def _write(self) -> None:
        self.touched = True
        self._journal.note(self)

    def _move(self) -> None:
        self._journal.stand(self)

    def _answer(self, _key: str, _answer: Answer) -> None:
        if self._kept:
            self._journal.settle(self)
        else:
            self.touched = True
            self._journal.take_down(self)

    def _refuse(self, _key: str, _why: str) -> None:
        self._journal.take_down(self)

    def _set_aside(self, _key: str) -> None:
        self._journal.set_aside(self)


@dataclass(frozen=True, slots=True)
class Arrival:
    """The cursor is back in its field: put it at its letter, and the page as it was scrolled."""

    editor: Watched
    here: Here

    def __call__(self) -> None:
        here, area = self.here, area_of(self.editor.widget)
        self.editor.put_cursor(here.box, here.cursor, here.anchor)
        if area is not None:
            area.verticalScrollBar().setValue(here.scroll)


def lives(one: Followed) -> bool:
    """Whether an editor is there still."""
    return shiboken6.isValid(one) and shiboken6.isValid(one.editor)
