"""What an editor remembers beyond its answer: the words as they stand, where the cursor is, and the way back."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casework.answer import Absent, Answer, decode, encode
from casework.field import Field
from casework.refusal import Refused
from casework.text import NOTHING, Language, Text
from casework.typed import Typed
from widgets import words
from widgets.editors import boxes
from widgets.editors.boxes import Box
from widgets.editors.restored import Restored
from widgets.editors.steps import Step, Steps

_BOTH = Qt.KeyboardModifier.ControlModifier
_AHEAD = Qt.Key.Key_Y


class Remembering(QWidget):
    """``written`` comes when the reader changed the words, ``moved`` when the cursor went elsewhere or came here.

    ``set_aside(key)`` when words that came back are not wanted; ``earlier_wanted(key)`` when undoing goes on past what
    the box knows, to be answered with ``offer_steps``; ``stepped(text)`` tells where that led.
    """

    written = Signal()
    moved = Signal()
    set_aside = Signal(str)
    earlier_wanted = Signal(str)
    stepped = Signal(str)

    field: Field
    language: Language
    _given: Answer
    _pending: bool
    _controls: list[QWidget]
    _rows: QVBoxLayout

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._showing = False
        self._unseen = False
        self._notice: Restored | None = None
        self._held: Typed | None = None
        self._before: Answer = Absent.NOT_ASKED
        self._steps: Steps | None = None
        self._way = 0

    # what a kind of editor gives

    @abstractmethod
    def _read(self) -> Answer:
        """What the controls say, NOT_ASKED where they say nothing; raises Refused."""

    @abstractmethod
    def _show(self, answer: Answer) -> None:
        """Put a value into the controls; NOT_ASKED empties them."""

    @abstractmethod
    def _wait(self) -> None:
        """What stands in the controls was put there for the reader, and waits to be taken at the next pause."""

    @abstractmethod
    def _begin_pause(self) -> None:
        """Take what stands in the controls once nothing more is done for a while."""

    @abstractmethod
    def take_focus(self) -> None:
        """Put the cursor here."""

    @abstractmethod
    def _take(self, answer: Answer) -> None:
        """Have an answer at once."""

    @abstractmethod
    def unfinished(self) -> bool:
        """Whether something typed here could not be taken."""

    def _boxes(self) -> list[Box]:
        """The boxes that words are typed into; none where answers are chosen."""
        return [one for one in self._controls if isinstance(one, Box)]

    def _put(self, written: Sequence[str]) -> None:
        """Put words into the boxes as they stood."""
        for box, one in zip(self._boxes(), written, strict=False):
            boxes.put_words(box, one)

    # the words as they stand

    @property
    def widget(self) -> QWidget:
        """What is in sight."""
        return self

    def waits(self) -> bool:
        """Whether something stands here that is no answer yet."""
        return self._pending or self.unfinished()

    def typed(self) -> Typed:
        """The words as they stand, with the cursor. A choice is told in one word."""
        found = self._boxes()
        if not found:
            try:
                return Typed((encode(self._read()),))
            except Refused:
                return Typed(("",))
        at = next((n for n, one in enumerate(found) if one.hasFocus()), 0)
        return Typed(tuple(boxes.words_in(one) for one in found), at, *boxes.cursor_in(found[at]))

    def cursor_place(self) -> tuple[int, int, int]:
        """In which box the cursor is, where, and where the selection began."""
        found = self._boxes()
        at = next((n for n, one in enumerate(found) if one.hasFocus()), 0)
        return (at, *boxes.cursor_in(found[at])) if found else (0, 0, 0)

    def put_cursor(self, box: int, at: int, anchor: int) -> None:
        """Put the cursor where it was."""
        found = self._boxes()
        if box < len(found):
            boxes.put_cursor(found[box], at, anchor)

    def restore(self, typed: Typed, when: str, *, overtaken: bool = False) -> None:
        """Bring words back that were typed at ``when``. They wait to be an answer from when they are seen.

        Where the answer was changed after them, they only wait to be asked for.
        """
        self._before = self._given
        if overtaken:
            self._tell(words.OVERTAKEN.filled(time=when), words.PUT_IN, typed)
            return
        self._bring_back(typed)
        self._tell(words.RESTORED.filled(time=when), words.TAKE_EARLIER, None)

    def let_go(self) -> None:
        """Words that came back are settled elsewhere: show the answer again."""
        if self._notice is not None:
            self._pending = self._unseen = False
            self._show(self._given)
            self._end_notice()

    @property
    def notice(self) -> Restored | None:
        """The line that says that words came back."""
        return self._notice

    def _bring_back(self, typed: Typed) -> None:
        self._showing = True
        if self._boxes():
            self._put(typed.words)
        else:
            self._show(_answer(typed))
        self._showing = False
        self.put_cursor(typed.box, typed.cursor, typed.anchor)
        self._unseen = not self.isVisible()
        self._wait()

    def _tell(self, sentence: Text, way: Text, held: Typed | None) -> None:
        self._end_notice()
        self._held = held
        self._notice = made = Restored(sentence, way, self.accessibleName(), self.language, self)
        made.turned.connect(self._turn)
        self._rows.addWidget(made)

    def _turn(self) -> None:
        """The button of the notice: have the earlier answer again, or the words that were typed."""
        held = self._held
        self.take_focus()
        if held is not None:
            self._end_notice()
            self._bring_back(held)
            self._begin_pause()
            self.written.emit()
            return
        self.set_aside.emit(self.field.key)
        self._end_notice()
        self._take(self._before)

    def _end_notice(self) -> None:
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    # the way back

    def offer_steps(self, steps: Sequence[Step]) -> None:
        """What stood in the field, oldest first; the turn that was asked for is made."""
        found, way = self._boxes(), self._way
        if not found or not way:
            return
        try:
            now = self._read()
            self._showing = True
            latest = self._as_answer(boxes.latest_words(found[0]))
        except Refused:
            return
        finally:
            self._showing = False
        self._steps = Steps(steps, now, latest, words.LATEST_AGAIN)
        self._step(way)

    def _as_answer(self, written: str) -> Answer:
        return written.strip() or Absent.NOT_ASKED

    def _step(self, way: int) -> None:
        self._way = 0
        step = self._steps.turn(way) if self._steps else None
        if step is None:
            self.stepped.emit((words.NOTHING_EARLIER if way < 0 else NOTHING).in_(self.language))
            return
        self._showing = True
        self._show(step.answer)
        self._showing = False
        for box in self._boxes()[:1]:
            end = len(boxes.words_in(box))
            boxes.put_cursor(box, end, end)
        self._wait()
        self._begin_pause()
        self.written.emit()
        self.stepped.emit(step.said.in_(self.language))

    def _turned_back(self, event: QKeyEvent, box: Box) -> bool:
        """Undo and redo where the box itself has nothing more to undo or redo; whether the key is used up."""
        way = -1 if event.matches(QKeySequence.StandardKey.Undo) else 1 if _is_redo(event) else 0
        if not way or not isinstance(self._given, str | Absent):
            return False
        if way > 0 and boxes.can_redo(box):
            box.redo()
            return True
        if way < 0 and boxes.can_undo(box):
            return False
        if self._steps is not None:
            self._step(way)
        else:
            self._way = way
            self.earlier_wanted.emit(self.field.key)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, Box):
            return self._turned_back(event, watched)
        if isinstance(event, QFocusEvent) and event.gotFocus():
            self.moved.emit()
        return False

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._unseen = False

    def _listen(self) -> None:
        for box in self._boxes():
            box.cursorPositionChanged.connect(self._went)

    def _went(self, *_where: int) -> None:
        if not self._showing and any(one.hasFocus() for one in self._boxes()):
            self.moved.emit()


def _is_redo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Redo) or (event.key() == _AHEAD and event.modifiers() == _BOTH)


def _answer(typed: Typed) -> Answer:
    try:
        return decode(typed.words[0]) if typed.words else Absent.NOT_ASKED
    except ValueError:
        return Absent.NOT_ASKED
