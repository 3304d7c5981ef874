"""The bar at the top: the way back, the box that jumps to a case, who unlocked and for what, Lock."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from desktop import words
from desktop.caseload import Caseload
from desktop.desk import Desk
from desktop.jump import Jump
from widgets.button import Button
from widgets.chip import Chip
from widgets.chooser import Chooser
from widgets.label import Elided, PlainLabel
from widgets.layout import row
from widgets.theme import px

_JUMP_WIDE, _NAME_WIDE, _REASON_WIDE = 380, 180, 200
_ROOMY, _JUMP_LEAST = 1000, 160


class Bar(QFrame):
    """Stands above every page."""

    def __init__(self, desk: Desk, caseload: Caseload, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.back = Button(words.LEAVE.en, icon="arrow-left", kind="quiet", icon_only=True)
        self.back.setToolTip(words.BACK_TIP.en)
        self.back.setEnabled(False)
        self.jump = Jump(caseload)
        self.jump.setMaximumWidth(px(_JUMP_WIDE))
        self.jump.setMinimumWidth(px(_JUMP_LEAST))
        self.jump.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.reason = Chooser(words.REASON.en, find=False)
        self.reason.offer([(code, said.en) for code, said in words.REASONS.items()])
        self.reason.setCurrentIndex(self.reason.findData(desk.reason))
        self.reason.currentIndexChanged.connect(self._take_reason)
        self.reason.setToolTip(words.REASON_TIP.en)
        self.reason.name(words.REASON.en, words.REASON_TIP.en)
        self.reason.setFixedWidth(px(_REASON_WIDE))
        self._for = for_label = PlainLabel(words.REASON.en, voice="quiet")
        for_label.setBuddy(self.reason)
        self._name = name = Elided(desk.person)
        name.ensurePolished()
        name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        name.setFixedWidth(min(name.sizeHint().width() + px(4), px(_NAME_WIDE)))
        self.lock = Button(words.LOCK.en, icon="lock")
        self.lock.setToolTip(words.LOCK_TIP.en)
        self.lock.clicked.connect(desk.lock_wanted)
        training = [Chip(words.TRAINING.en)] if desk.training else []
        line = row(self.back, self.jump, *training, None, for_label, self.reason, 8, name, self.lock, gap=8)
        line.setContentsMargins(8, 8, 16, 8)
        line.setStretch(1, 3)
        self.setLayout(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._for.setVisible(self.width() >= px(_ROOMY))
        self._name.setVisible(self.width() >= px(_ROOMY))

    def _take_reason(self, _at: int) -> None:
        self._desk.reason = str(self.reason.currentData())
