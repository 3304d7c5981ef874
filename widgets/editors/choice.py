"""Editors of answers that are offered: yes or no, one of a few, one of many, several."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLayout, QSizePolicy, QWidget

from casework.answer import Absent, Answer
from casework.field import Field, FieldType
from casework.refusal import Refused
from casework.text import Language
from widgets import words
from widgets.button import Button
from widgets.chooser import Chooser
from widgets.editors.boxes import Box
from widgets.editors.editor import Editor
from widgets.flow import Flow
from widgets.layout import column, row
from widgets.option import Radio, Tick
from widgets.theme import px

_FEW = 5
_FIGURES = 9
_SHORT = 60
_STAYS = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
_STAYS.setRetainSizeWhenHidden(True)
Offered = list[tuple[Answer, str, str]]


def few(count: int) -> bool:
    """Whether so many answers are shown as radio buttons, and not in a list that opens."""
    return count <= _FEW


class OfferedEditor(Editor):
    """Answers that are all in sight; "not known" and "none" are two of them."""

    pause_ms = 250

    def __init__(
        self,
        field: Field,
        today: date,
        language: Language = Language.EN,
        parent: QWidget | None = None,
        *,
        helps: bool = True,
        numbered: bool = False,
    ) -> None:
        self.helps, self.numbered = helps, numbered
        super().__init__(field, today, language, parent)

    def _offers_absence(self) -> bool:
        return True

    def _offered(self) -> Offered:
        if self.field.type is FieldType.YES_NO:
            return [(True, words.YES.in_(self.language), ""), (False, words.NO.in_(self.language), "")]
        helped = self.helps
        return [
            (one.code, one.label.in_(self.language), one.help.in_(self.language) if helped else "")
            for one in self.field.options()
        ]

    def _said(self, number: int, label: str) -> str:
        """The words of an answer, led by the figure that chooses it where there is one."""
        return f"{number}  {label}" if self.numbered and number <= _FIGURES else label

    def leave_unknown(self) -> bool:
        """Choose "not known" among the answers; False where that is none of them."""
        if self.field.may_be_unknown:
            self._show(Absent.UNKNOWN)
            self._touched()
            self.flush()
        return self.field.may_be_unknown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A figure chooses the answer that has it before its words."""
        if self.numbered and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            at = "123456789".find(event.text() or " ")
            if 0 <= at < len(self._controls) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                button = self._controls[at]
                button.setFocus()
                if isinstance(button, QAbstractButton):
                    button.click()
                return True
        return super().eventFilter(watched, event)

    def _absences(self) -> Offered:
        unknown = (Absent.UNKNOWN, words.NOT_KNOWN.in_(self.language), "")
        none = (Absent.NONE, words.NONE.in_(self.language), "")
        return [*([none] if self.field.may_be_none else []), *([unknown] if self.field.may_be_unknown else [])]

    def describe(self, name: str, description: str) -> None:
        """Name the group; its buttons keep their own words."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        for control in self._controls:
            own = control.property("own_words") or ""
            control.setAccessibleName(f"{own}, {name}" if own else name)


class FewEditor(OfferedEditor):
    """One of a few answers, as radio buttons."""

    def _build(self) -> None:
        self._group = QButtonGroup(self)
        self._answers: list[Answer] = []
        offered, absences = self._offered(), self._absences()
        buttons: list[QWidget] = []
        for answer, label, helped in offered + absences:
            button = Radio(self._said(len(buttons) + 1, label), helped)
            button.setProperty("own_words", label)
            self._group.addButton(button, len(self._answers))
            self._answers.append(answer)
            buttons.append(button)
            self._watch(button)
        self._clear = Button(words.CLEAR.in_(self.language), kind="faint")
        self._clear.clicked.connect(self._empty)
        self._clear.setSizePolicy(_STAYS)
        self._line.addLayout(self._laid(buttons, len(offered), offered + absences), 1)
        self._group.idClicked.connect(self._chosen)

    def _laid(self, buttons: list[QWidget], own: int, offered: Offered) -> QLayout:
        """In one line where the words are short; else under one another, the absences in the last line."""
        short = sum(len(one[1]) + 4 for one in offered) <= _SHORT and not any(one[2] for one in offered)
        if short:
            flow = Flow(px(12), between=0)
            for one in (*buttons, self._clear):
                flow.addWidget(one)
            return flow
        return column(*buttons[:own], row(*buttons[own:], self._clear, None, gap=px(20)), gap=0)

    def _place_ways(self) -> None:
        self._ways.hide()

    def describe(self, name: str, description: str) -> None:
        """Name the group and the way to empty it."""
        super().describe(name, description)
        self._clear.setAccessibleName(f"{words.CLEAR.in_(self.language)}: {name}")

    def _chosen(self, _number: int) -> None:
        self._touched()

    def _tell_ways(self) -> None:
        self._clear.setVisible(self._group.checkedId() >= 0)

    def _empty(self) -> None:
        self._show(Absent.NOT_ASKED)
        self.take_focus()
        self._touched()
        self.flush()

    def _read(self) -> Answer:
        at = self._group.checkedId()
        return self._answers[at] if at >= 0 else Absent.NOT_ASKED

    def _show(self, answer: Answer) -> None:
        at = next((n for n, one in enumerate(self._answers) if one == answer and type(one) is type(answer)), -1)
        self._group.setExclusive(False)
        for n, button in enumerate(self._group.buttons()):
            button.setChecked(n == at)
        self._group.setExclusive(True)

    def buddy(self) -> QWidget:
        """The chosen button, or the first."""
        return self._group.checkedButton() or self._controls[0]


class SeveralEditor(OfferedEditor):
    """Some of the answers offered, as tick boxes; "none" and "not known" exclude the rest."""

    def _build(self) -> None:
        offered = self._offered()
        self._ticks: list[tuple[Answer, Tick]] = []
        for answer, label, helped in offered + self._absences():
            tick = Tick(self._said(len(self._ticks) + 1, label), helped)
            tick.setProperty("own_words", label)
            tick.clicked.connect(self._ticked)
            self._ticks.append((answer, tick))
            self._watch(tick)
        own = [tick for _, tick in self._ticks[: len(offered)]]
        rest = [tick for _, tick in self._ticks[len(offered) :]]
        self._line.addLayout(column(*own, 4, row(*rest, None, gap=px(20)), gap=0), 1)

    def _place_ways(self) -> None:
        self._ways.hide()

    def _ticked(self) -> None:
        by = self.sender()
        absent = any(isinstance(answer, Absent) and tick is by for answer, tick in self._ticks)
        for answer, tick in self._ticks:
            if tick is not by and (absent or isinstance(answer, Absent)):
                tick.setChecked(False)
        self._touched()

    def _read(self) -> Answer:
        ticked = [answer for answer, tick in self._ticks if tick.isChecked()]
        absent = next((answer for answer in ticked if isinstance(answer, Absent)), None)
        if absent is not None:
            return absent
        return tuple(str(answer) for answer in ticked) or Absent.NOT_ASKED

    def _show(self, answer: Answer) -> None:
        given = answer if isinstance(answer, tuple) else (answer,)
        for own, tick in self._ticks:
            tick.setChecked(own in given)


class ManyEditor(Editor):
    """One of many answers, in a list that opens and in which typing finds."""

    pause_ms = 250

    def _build(self) -> None:
        self.box = Chooser(self.field.label.in_(self.language), words.CHOOSE.in_(self.language))
        self.box.setMaximumWidth(px(360))
        self.box.offer(self._pairs())
        self.box.activated.connect(self._chosen)
        self.box.editTextChanged.connect(self._edited)
        self._line.addWidget(self.box)
        self._watch(self.box)

    def _pairs(self) -> list[tuple[object, str]]:
        return [(one.code, one.label.in_(self.language)) for one in self.field.options()]

    def _chosen(self, _row: int) -> None:
        self._touched()

    def _edited(self, _typed: str) -> None:
        self._touched()

    def _is_complete(self) -> bool:
        typed = self.box.typed()
        return not typed or self.box.findText(typed, Qt.MatchFlag.MatchFixedString) >= 0

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Return:
            self.flush()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _read(self) -> Answer:
        typed = self.box.typed()
        if not typed:
            return Absent.NOT_ASKED
        at = self.box.matched()
        if at < 0:
            raise Refused(words.NOT_OFFERED.filled(typed=typed), self.key)
        return str(self.box.itemData(at))

    def flush(self) -> None:
        """Take what is chosen, or the only answer that what is typed can mean."""
        if self._pending and (at := self.box.matched()) >= 0:
            self._set_row(at)
        super().flush()

    def _show(self, answer: Answer) -> None:
        self._set_row(-1 if isinstance(answer, Absent) else self.box.findData(answer))

    def _boxes(self) -> list[Box]:
        line = self.box.lineEdit()
        return [line] if line is not None else []

    def _put(self, written: Sequence[str]) -> None:
        was = self.box.blockSignals(True)
        self.box.setEditText(written[0] if written else "")
        self.box.blockSignals(was)

    def _set_row(self, at: int) -> None:
        was = self.box.blockSignals(True)
        self.box.setCurrentIndex(at)
        self.box.setEditText(self.box.itemText(at) if at >= 0 else "")
        self.box.blockSignals(was)

    def describe(self, name: str, description: str) -> None:
        """Name the box and its list."""
        super().describe(name, description)
        self.box.name(name, description)
