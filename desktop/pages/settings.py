"""Settings of this computer: how the program looks, and when it locks."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from casework.text import Text
from desktop import words
from desktop.desk import Desk, Place
from desktop.look import SCALES, SYSTEM
from desktop.pages.alert_settings import AlertSettings
from desktop.pages.page import Page
from desktop.pages.policy_settings import PolicySettings
from desktop.pages.statement_settings import StatementSettings
from desktop.version import VERSION
from desktop.words_templates import TEMPLATES, TEMPLATES_OPEN, TEMPLATES_WHERE
from widgets.button import Button
from widgets.label import Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, column, row, rule
from widgets.option import Radio, Tick
from widgets.theme import px, themes
from widgets.told import Told, ToldList

LOCK_AFTER = (1, 2, 5, 10, 15, 30)
_WIDE, _ALL = 760, 1000


class Choices(QWidget):
    """One of a few, chosen at once; ``chosen(value)``."""

    chosen = Signal(object)

    def __init__(self, title: Text, offered: Mapping[Any, Text], now: object, detail: Text | None = None) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._values = list(offered)
        for n, (value, said) in enumerate(offered.items()):
            button = Radio(said.en)
            button.setChecked(value == now)
            self._group.addButton(button, n)
        buttons = self._group.buttons()
        told = [Paragraph(detail.en, voice="quiet")] if detail else []
        self.setLayout(column(Heading(title.en, 2), *told, row(*buttons, None, gap=20), gap=4))
        self.setAccessibleName(title.en)
        self._group.buttonClicked.connect(self._choose)
        self.setFocusProxy(self._group.checkedButton() or buttons[0])

    def choose(self, value: object) -> None:
        """Choose as a click would."""
        self._group.button(self._values.index(value)).click()

    def _choose(self, button: QAbstractButton) -> None:
        self.setFocusProxy(button)
        self.chosen.emit(self._values[self._group.id(button)])


class SettingsPage(Page):
    """Every change holds at once; nothing here is about a person."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        now = desk.settings
        looks = {SYSTEM: words.THEME_SYSTEM} | {code: themes()[code].name for code in words.THEME_ORDER}
        self.theme = Choices(words.THEME, looks, now.theme, words.THEME_HELP)
        self.scale = Choices(words.SCALE, {one: Text(f"{one:.0%}") for one in SCALES}, now.scale)
        spans = {n: (words.MINUTES if n > 1 else words.MINUTE).filled(n=n) for n in LOCK_AFTER}
        self.minutes = Choices(words.LOCK_AFTER, spans, now.lock_after_minutes, words.LOCK_AFTER_HELP)
        self.narrow = Tick(words.NARROW_RAIL.en, words.NARROW_RAIL_HELP.en)
        self.narrow.setChecked(now.narrow_rail)
        self.capture = Tick(words.HIDE_FROM_CAPTURE.en, words.HIDE_FROM_CAPTURE_HELP.en)
        self.capture.setChecked(now.hide_from_capture)
        self.capture.setVisible(sys.platform == "win32")
        self.capture.toggled.connect(self._take_capture)
        self.setFocusProxy(self.theme)
        self.theme.chosen.connect(self._take_theme)
        self.scale.chosen.connect(self._take_scale)
        self.minutes.chosen.connect(self._take_minutes)
        self.narrow.toggled.connect(self._take_narrow)
        self.alerts, self.policy, self.statement = AlertSettings(desk), PolicySettings(desk), StatementSettings(desk)
        self.people = Button(words.PEOPLE.en, icon="users")
        self.people.clicked.connect(self._show_people)
        inside = QWidget()
        keys = ToldList([Told(keys, said.en) for keys, said in words.KEYS.items()], label_px=120)
        self.templates = Button(TEMPLATES_OPEN.en)
        self.templates.clicked.connect(self._open_templates)
        of_plans = column(
            Heading(TEMPLATES.en, 2), Paragraph(TEMPLATES_WHERE.en, voice="quiet"), row(self.templates, None), gap=8
        )
        keyboard = column(Heading(words.KEYBOARD.en, 2), keys, gap=8)
        people = row(self.people, None)
        who = column(Heading(words.PEOPLE_TITLE.en, 2), Paragraph(words.PEOPLE_HELP.en, voice="quiet"), people, gap=8)
        parts = (
            who,
            rule(),
            self.theme,
            rule(),
            self.scale,
            rule(),
            self.narrow,
            rule(),
            self.minutes,
            self.capture,
            rule(),
            self.alerts,
            rule(),
            self.policy,
            rule(),
            self.statement,
            rule(),
            of_plans,
            rule(),
            keyboard,
            rule(),
        )
        version = PlainLabel(words.VERSION.filled(version=VERSION).en, voice="quiet")
        head = column(Heading(words.SETTINGS.en), Paragraph(words.SETTINGS_HOW.en, voice="quiet"), gap=4)
        inside.setLayout(column(head, *parts, version, None, gap=16, margin=24))
        inside.setMaximumWidth(px(_WIDE) + 48)
        holder = QWidget()
        line = row(inside, None, gap=0)
        line.setStretch(0, _ALL)
        holder.setLayout(line)
        self.setLayout(column(Scrolled(holder, name=words.SETTINGS.en)))

    def flush(self) -> None:
        """Hand over what is typed and not yet answered."""
        self.alerts.flush()
        self.policy.flush()
        self.statement.flush()

    def _open_templates(self) -> None:
        self.desk.want(Place("templates"))

    def _show_people(self) -> None:
        self.desk.want(Place("people"))

    def _take_theme(self, theme: str) -> None:
        self.desk.change(self.desk.settings.with_(theme=theme))

    def _take_scale(self, scale: float) -> None:
        self.desk.change(self.desk.settings.with_(scale=scale))

    def _take_minutes(self, minutes: int) -> None:
        self.desk.change(self.desk.settings.with_(lock_after_minutes=minutes))

    def _take_capture(self, hidden: bool) -> None:
        self.desk.change(self.desk.settings.with_(hide_from_capture=hidden))

    def _take_narrow(self, narrow: bool) -> None:
        self.desk.change(self.desk.settings.with_(narrow_rail=narrow))
