"""Larger, smaller, fitted: the buttons and keys by which pages and pictures are zoomed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from widgets.button import Button

STEP = 1.25


class Zoom(QObject):
    """``changed(by)`` asks for so many times the size, ``fitted`` for what fits. Ctrl with +, - and 0."""

    changed = Signal(float)
    fitted = Signal()

    def __init__(self, view: QWidget, fit: str) -> None:
        super().__init__(view)
        smaller, larger = Button("Smaller", icon="minus", kind="quiet"), Button("Larger", icon="plus", kind="quiet")
        whole = Button(fit, kind="quiet")
        smaller.clicked.connect(self._shrink)
        larger.clicked.connect(self._enlarge)
        whole.clicked.connect(self.fitted)
        self.buttons = (smaller, larger, whole)
        for keys, way in (("Ctrl++", self._enlarge), ("Ctrl+=", self._enlarge), ("Ctrl+-", self._shrink)):
            QShortcut(QKeySequence(keys), view, way, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        QShortcut(QKeySequence("Ctrl+0"), view, self.fitted.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _enlarge(self) -> None:
        self.changed.emit(STEP)

    def _shrink(self) -> None:
        self.changed.emit(1 / STEP)
