"""Watches the editors of the window and keeps in the vault's journal whatever is typed in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from casework.refusal import Refused
from casework.typed import Spot, Typed
from desktop import clock
from desktop.followed import Arrival, Followed, Watched, lives
from desktop.here import Here
from desktop.loose_box import LooseBox
from desktop.operations import typing
from desktop.operations.intent import Changes
from desktop.pages.moments import lately
from desktop.pages.sight import area_of
from desktop.worker import Worker
from storage.journal import Left
from storage.problems import VaultProblem
from widgets.editors.boxes import Box
from widgets.form import RecordForm

SOON_MS, AGAIN_MS = 800, 5000
_ARRIVED_MS, _ARRIVE_SECONDS = 60, 10


@dataclass(frozen=True, slots=True)
class _Words:
    """What the journal holds of a field, since when, and whether its answer was changed after it."""

    typed: Typed
    at: datetime
    overtaken: bool = False


class Journal(QObject):
    """Within a second of a keystroke the words are in the vault, and where the cursor is.

    Whatever an editor holds that is no answer yet comes back into the next editor of its field, after a restart or a
    while. ``told`` says something for the quiet line that tells of saving.
    """

    told = Signal(str)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self.where: Callable[[], Here] = Here
        self.inside: QWidget | None = None
        self.closing = False
        self._held: dict[Spot, _Words] = {}
        self._followed: dict[Spot, list[Followed]] = {}
        self._touched: dict[Followed, None] = {}
        self._due: dict[Spot, Typed | None] = {}
        self._at: Followed | None = None
        self._stood = Here()
        self._back: Here | None = None
        self._arrive_by = 0.0
        self._under_way = self._elsewhere = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._keep)

    # what the window asks

    def take(self, left: Left, back: Here | None) -> None:
        """What the vault held when it was unlocked, and where the window goes."""
        self._held = {one.spot: _Words(one.typed, one.at, one.overtaken) for one in left.waiting}
        self._back, self._stood = back, back or Here()
        self._arrive_by = clock.seconds() + _ARRIVE_SECONDS

    def follow(self, editor: Watched, spot: Spot, *, kept: bool = True) -> None:
        """Watch an editor, and bring back into it what was typed in its field and is no answer yet.

        ``kept``: its answers are written to the vault by its form. Else they wait with the words until ``forget``.
        """
        one = Followed(self, editor, spot, kept=kept)
        others = [other for other in self._followed.get(spot, []) if lives(other)]
        self._followed[spot] = [*others, one]
        words = self._held.get(spot)
        if words is not None and not any(other.touched and other.editor.widget.isVisible() for other in others):
            editor.restore(words.typed, lately(words.at), overtaken=words.overtaken)
        if self._back is not None and spot == self._back.spot:
            editor.put_cursor(self._back.box, self._back.cursor, self._back.anchor)

    def follow_form(self, form: RecordForm, case: str, name: str) -> None:
        """Watch a form that is no record yet: its words wait, with its answers, until ``forget``."""
        for editor in form.editors():
            self.follow(editor, Spot(case, name, editor.key), kept=False)

    def follow_box(self, box: Box, spot: Spot) -> None:
        """Watch a box that is no field's: its words wait while there are any."""
        self.follow(LooseBox(box, spot.key), spot)

    def forget(self, case: str, record: str, key: str = "") -> None:
        """A form whose answers wait, or one box of it, is done with: let go of its words."""
        ours = [one for one in (*self._held, *self._due) if _is_of(one, case, record, key)]
        for spot in ours:
            self._drop(spot)
        for one in [one for one in self._touched if _is_of(one.spot, case, record, key)]:
            del self._touched[one]
            one.touched = False
        self._start()

    def went(self) -> None:
        """The window shows another place."""
        self._at, self._elsewhere = None, True
        if self._back is not None and (here := self.where()).page and (here.page, here.case) != self._back.where:
            self._back = None
        self._start()

    def flush(self) -> None:
        """Keep everything now: the window is locked or closed."""
        self._elsewhere = True
        self._keep()

    @property
    def typing(self) -> bool:
        """Whether words came since the journal was last written."""
        return bool(self._touched)

    # what the watched editors tell

    def note(self, one: Followed) -> None:
        """The reader changed the words of an editor."""
        self.closing = False
        self._touched[one] = None
        self._start()

    def stand(self, one: Followed) -> None:
        """The cursor is in an editor."""
        back, self._back = self._back, None
        if back is not None and one.spot == back.spot:
            QTimer.singleShot(_ARRIVED_MS, one, Arrival(one.editor, back))
        self._at = one
        self._elsewhere = True
        self._start()

    def take_down(self, one: Followed) -> None:
        """Read the words of an editor now, because it may be gone soon."""
        self._touched.pop(one, None)
        self._read(one)
        self._start()

    def settle(self, one: Followed) -> None:
        """An editor's words are an answer on its way to the vault, where the journal lets go of them with it."""
        self._let_go(one)

    def set_aside(self, one: Followed) -> None:
        """Words that came back are not wanted."""
        self._let_go(one)
        self._worker.write(typing.decline(one.spot, one.editor.typed()), self)

    # the workings

    def _start(self) -> None:
        if not self._soon.isActive() and not self._under_way and not self._worker.closed:
            self._soon.start(SOON_MS)

    def _let_go(self, one: Followed) -> None:
        one.touched = False
        self._touched.pop(one, None)
        self._held.pop(one.spot, None)
        self._due.pop(one.spot, None)
        self._let_others_go(one)

    def _read(self, one: Followed) -> None:
        typed = one.waiting()
        known = self._held.get(one.spot)
        if typed is None:
            if known is not None:
                self._drop(one.spot)
        elif known is None or known.typed != typed:
            self._held[one.spot] = _Words(typed, clock.utc())
            self._due[one.spot] = typed
            self._let_others_go(one)

    def _drop(self, spot: Spot) -> None:
        self._held.pop(spot, None)
        self._due[spot] = None

    def _let_others_go(self, one: Followed) -> None:
        for other in self._followed.get(one.spot, []):
            if other is not one and lives(other):
                other.editor.let_go()

    def _keep(self) -> None:
        self._soon.stop()
        if self._worker.closed:
            return
        touched, self._touched = self._touched, {}
        for one in touched:
            if lives(one):
                self._read(one)
        here = self._here() if self._elsewhere or touched else self._stood
        place = here.line() if here != self._stood else None
        self._elsewhere = False
        if not self._due and place is None:
            return
        due, self._due, self._stood = self._due, {}, here
        self._under_way = True
        self._worker.write(typing.keep(due, place), self, self._kept, partial(self._miss, due))

    def _kept(self, _changes: Changes) -> None:
        self._under_way = False
        if self._touched or self._due or self._elsewhere:
            self._soon.start(SOON_MS)

    def _miss(self, due: dict[Spot, Typed | None], problem: Refused | VaultProblem) -> None:
        """What was to be kept was not: try again soon, and say so meanwhile."""
        self._under_way = False
        self._stood, self._elsewhere = Here(), True
        self._due = due | self._due
        self._soon.start(AGAIN_MS)
        why = problem.text if isinstance(problem, VaultProblem) else problem.why
        self.told.emit(why.en)

    def _here(self) -> Here:
        if self._back is not None and clock.seconds() < self._arrive_by:
            return self._stood  # the window is on its way back there, and may be killed before it arrives
        here = replace(self.where(), closed=self.closing)
        one = self._at
        if (
            one is None
            or not lives(one)
            or not one.editor.widget.isVisibleTo(self.inside or one.editor.widget.window())
        ):
            return here
        box, cursor, anchor = one.editor.cursor_place()
        area = area_of(one.editor.widget)
        return replace(
            here, record=one.spot.record, key=one.spot.key, box=box, cursor=cursor, anchor=anchor,
            scroll=area.verticalScrollBar().value() if area is not None else 0,
        )  # fmt: skip


def _is_of(spot: Spot, case: str, record: str, key: str) -> bool:
    return (spot.case, spot.record) == (case, record) and key in ("", spot.key)
