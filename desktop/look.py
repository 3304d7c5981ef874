"""How the window is dressed: the theme of the settings, or the system's own wish."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.settings import Settings
from widgets import theme

SYSTEM = "system"
SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)


class Look(QObject):
    """Keeps the application dressed as the settings say, and follows the system where they leave it the choice."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app, self._settings = app, settings
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self._worn: tuple[str, float] | None = None
        self.wear(settings)

    def wear(self, settings: Settings) -> None:
        """Dress as these settings say."""
        self._settings = settings
        wanted = (chosen(self._app, settings.theme), max(SCALES[0], min(settings.scale, SCALES[-1])))
        if wanted != self._worn:
            self._worn = wanted
            theme.apply(self._app, *wanted)

    def _follow(self) -> None:
        if self._settings.theme == SYSTEM:
            self.wear(self._settings)


def chosen(app: QApplication, code: str) -> str:
    """The theme for a setting; "system" and whatever is not known follow the system."""
    if code in theme.themes():
        return code
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "high_contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
