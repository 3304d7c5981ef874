"""Buttons: words with, where it helps, an icon before them that keeps to the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.icons import icon
from widgets.theme import colour, mark, px

_INK = {"primary": "on_accent", "quiet": "accent", "link": "accent"}


class Button(QPushButton):
    """A button. Kinds: "" (outlined), primary (one a page), quiet, link. Roles: "", danger.

    ``icon_only`` hides the words but keeps them as tooltip and accessible name: the rail's narrow form alone.
    """

    def __init__(
        self,
        words: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        kind: str = "",
        role: str = "",
        icon_only: bool = False,
    ) -> None:
        super().__init__("" if icon_only else words.replace("&", "&&"), parent)
        self._icon = icon
        mark(self, kind=kind, role=role)
        self.setAccessibleName(words)
        if icon_only:
            self.setToolTip(words)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._draw()

    def set_words(self, words: str) -> None:
        """Change the words."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)

    def set_icon(self, name: str) -> None:
        """Change the icon; an empty name takes it away."""
        self._icon = name
        self._draw()

    def set_kind(self, kind: str) -> None:
        """Change the kind."""
        mark(self, kind=kind)
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        if not self._icon:
            if not self.icon().isNull():
                self.setIcon(QIcon())
            return
        ink = "late" if self.property("role") == "danger" else _INK.get(str(self.property("kind") or ""), "ink")
        size, after = px(16), 0 if not self.text() else px(4)
        self.setIcon(icon(self._icon, colour(ink), colour("quiet_ink"), size, after))
        self.setIconSize(QSize(size + after, size))
