"""What every editor of an answer does: the pause, the refusal, and the honest ways of having no value."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casework.answer import Absent, Answer
from casework.field import Field
from casework.refusal import Refused
from casework.text import Language, Text
from widgets import words
from widgets.editors.absence import Absence, Ways
from widgets.editors.remembering import Remembering
from widgets.layout import column, row
from widgets.remark import Remark
from widgets.theme import mark

PAUSE_MS = 600
Options = Callable[[Field], list[tuple[str, str]]]
"""The records a link field may point at: pairs of id and title."""


class Editor(Remembering):
    """Shows one answer and says what the reader made of it.

    ``answered(key, answer)`` comes when typing pauses or focus leaves; ``refused(key, text)`` when what is typed
    cannot stand; ``left(key)`` when the cursor has gone. What was typed is never taken away: by no refusal or answer.
    """

    answered = Signal(str, object)
    refused = Signal(str, str)
    left = Signal(str)
    pause_ms = PAUSE_MS

    def __init__(
        self, field: Field, today: date, language: Language = Language.EN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.today = today
        self.language = language
        self._given: Answer = Absent.NOT_ASKED
        self._pending = False
        self._wrong = ""
        self._absence: Absence | None = None
        self._remark: Remark | None = None
        self._controls: list[QWidget] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._paused)
        self._line: QHBoxLayout = row(gap=8)
        self._rows: QVBoxLayout = column(self._line, gap=4)
        self.setLayout(self._rows)
        self._build()
        self._listen()
        self._ways = Ways(field, language, self)
        self._ways.chosen.connect(self._leave_out)
        self._place_ways()
        self._tell_ways()

    # what a kind of editor adds

    @abstractmethod
    def _build(self) -> None:
        """Make the controls and put them into ``_line``."""

    def _is_complete(self) -> bool:
        """Whether what is typed may be taken when typing pauses, and not only when focus leaves."""
        return True

    def _place_ways(self) -> None:
        self._line.addWidget(self._ways)
        self._line.addStretch(1)

    def _echo(self) -> None:
        """Tell beside the control how what is typed is understood."""

    # what a form calls

    @property
    def key(self) -> str:
        """The key of its field."""
        return self.field.key

    def answer(self) -> Answer:
        """The last answer that was taken or set."""
        return self._given

    def unfinished(self) -> bool:
        """Whether something typed here could not be taken."""
        return bool(self._wrong)

    def set_answer(self, answer: Answer) -> None:
        """Show an answer. The cursor stays where the words are the same; words being typed stay as they are."""
        known, self._given = self._given, answer
        if self._pending or (self._wrong and answer == known):
            return
        self.show_refusal("")
        if isinstance(answer, Absent) and answer is not Absent.NOT_ASKED and not self._offers_absence():
            self._show(Absent.NOT_ASKED)
            self._show_absence(answer)
        else:
            self._show_absence(None)
            if not self._stands(answer):
                self._show(answer)
        self._echo()
        self._tell_ways()

    def flush(self) -> None:
        """Take what is typed now, without waiting for the pause; not what came back and was not seen yet."""
        self._pause.stop()
        if not self._pending or self._unseen:
            return
        self._pending = False
        try:
            answer = self._read()
        except Refused as refusal:
            self.show_refusal(refusal.why.in_(self.language))
            self.refused.emit(self.key, self._wrong)
            return
        self.show_refusal("")
        self._tell_ways()
        if answer != self._given:
            self._given = answer
            self.answered.emit(self.key, answer)
        else:
            self.written.emit()

    def not_kept(self, known: Answer) -> None:
        """The answer could not be kept, and ``known`` still stands: what is here waits to be taken again."""
        self._given = known
        self._pending = True
        self.written.emit()

    def show_refusal(self, text: str) -> None:
        """Say beside the control why what is typed cannot stand; an empty text takes it back."""
        self._wrong = text
        for control in self._controls:
            mark(control, refused=bool(text) or None)
        if self._remark is None and text:
            self._remark = Remark(self)
            self._rows.addWidget(self._remark)
        if self._remark is not None:
            self._remark.tell(said(words.ERROR, self.language, what=text) if text else "")
        if text:
            self.written.emit()

    def describe(self, name: str, description: str) -> None:
        """Name the controls for those who do not see them."""
        self.setAccessibleName(name)
        for control in self._controls:
            control.setAccessibleName(name)
            control.setAccessibleDescription(description)
        self._ways.describe(name)

    def buddy(self) -> QWidget:
        """The control that a label's mnemonic leads to."""
        return self._controls[0]

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the cursor in it."""
        return tuple(self._controls)

    def is_blank(self) -> bool:
        """Whether nothing is typed, chosen or said."""
        try:
            return self._given is Absent.NOT_ASKED and self._read() is Absent.NOT_ASKED
        except Refused:
            return False

    def leave_unknown(self) -> bool:
        """Answer "not known"; False where that is no answer to this field."""
        if self.field.may_be_unknown:
            self._leave_out(Absent.UNKNOWN)
        return self.field.may_be_unknown

    def take_focus(self) -> None:
        """Put the cursor here."""
        at = self._absence.back if self._absence is not None and not self._absence.isHidden() else self.buddy()
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    # the workings

    def _watch(self, control: QWidget) -> None:
        """Count a widget among the controls."""
        self._controls.append(control)
        control.installEventFilter(self)

    def _touched(self) -> None:
        """The reader changed something."""
        self._steps = None
        if self._notice is not None and self._held is None:
            self._end_notice()
        self._wait()
        self.written.emit()
        self._begin_pause()

    def _begin_pause(self) -> None:
        self._pause.start(self.pause_ms)

    def _wait(self) -> None:
        self._pending = True
        if self._wrong:
            self.show_refusal("")
        if self._absence is not None:
            self._show_absence(None)
        self._echo()
        self._tell_ways()

    def _take(self, answer: Answer) -> None:
        self._pause.stop()
        self._pending = self._unseen = False
        self.show_refusal("")
        known, self._given = self._given, answer
        self._show(Absent.NOT_ASKED)
        self.set_answer(answer)
        if answer != known:
            self.answered.emit(self.key, answer)

    def _paused(self) -> None:
        if self._is_complete():
            self.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if super().eventFilter(watched, event):
            return True
        if isinstance(event, QFocusEvent) and event.lostFocus() and watched in self._controls:
            within = any(control.hasFocus() for control in self._controls)
            if event.reason() != Qt.FocusReason.PopupFocusReason and not within:
                self.flush()
                self.left.emit(self.key)
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    def _stands(self, answer: Answer) -> bool:
        try:
            return self._read() == answer
        except Refused:
            return False

    def _offers_absence(self) -> bool:
        """Whether the controls themselves can say "not known" and "none"."""
        return False

    def _tell_ways(self) -> None:
        try:
            blank = self._read() is Absent.NOT_ASKED
        except Refused:
            blank = False
        away = self._absence is not None and not self._absence.isHidden()
        self._ways.setVisible(blank and not away and not self._offers_absence())

    def _leave_out(self, absent: Absent) -> None:
        self._pause.stop()
        self._pending = False
        self.show_refusal("")
        if absent is not Absent.NOT_ASKED:
            self._show(Absent.NOT_ASKED)
        self._show_absence(absent if absent is not Absent.NOT_ASKED else None)
        self._echo()
        self.take_focus()
        self._tell_ways()
        if absent != self._given:
            self._given = absent
            self.answered.emit(self.key, absent)

    def _take_back(self) -> None:
        self._leave_out(Absent.NOT_ASKED)

    def _show_absence(self, absent: Absent | None) -> None:
        if self._absence is None and absent is not None:
            self._absence = Absence(self.language, self)
            self._absence.taken_back.connect(self._take_back)
            self._line.insertWidget(0, self._absence)
            QWidget.setTabOrder(self._controls[-1], self._absence.back)
        if self._absence is not None:
            self._absence.setVisible(absent is not None)
            if absent is not None:
                self._absence.tell(absent, self.accessibleName() or self.field.label.in_(self.language))
        for control in self._shown_controls():
            control.setVisible(absent is None)

    def _shown_controls(self) -> list[QWidget]:
        """The widgets that give way to the words of an absence."""
        return self._controls


def said(text: Text, language: Language, **holes: object) -> str:
    """A phrase of the controls with its holes filled."""
    return text.filled(**holes).in_(language)
