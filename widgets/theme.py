"""The look of every control: roles of colour, the typeface, and one style sheet made from them."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from casework.definition import read_all
from casework.text import Text
from widgets import singletons
from widgets.focus import FocusRing
from widgets.style_sheet import style_sheet

FAMILY = "Atkinson Hyperlegible Next"
TEXT_PX = 14
GRID = 4
_FACES = ("Regular", "Italic", "Bold", "BoldItalic", "SemiBold")
_PROPERTY = "holdfast_theme"
_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
singletons.keep()


@dataclass(frozen=True, slots=True)
class Theme:
    """A value, "#RRGGBB", for every role of colour."""

    code: str
    name: Text
    dark: bool
    paper: str
    surface: str
    ink: str
    quiet_ink: str
    rule: str
    control_edge: str
    accent: str
    accent_wash: str
    on_accent: str
    late: str
    late_wash: str
    soon: str
    soon_wash: str
    done: str
    done_wash: str
    focus: str
    focus_edge: str

    def roles(self) -> dict[str, str]:
        """Every role of colour with its value."""
        return {
            one.name: str(getattr(self, one.name)) for one in fields(self) if one.name not in ("code", "name", "dark")
        }


@dataclass(frozen=True, slots=True)
class Applied:
    """What the application wears: a theme, and the scale of its type (1.0 is 14 px text)."""

    theme: Theme
    scale: float

    def px(self, size: float) -> int:
        """A length of the 14 px design in pixels of this scale."""
        return max(1, round(size * self.scale))

    def colour(self, role: str) -> QColor:
        """The colour of a role."""
        return QColor(getattr(self.theme, role))


@cache
def themes() -> dict[str, Theme]:
    """Every theme by its code."""
    return {one.code: one for one in read_all(Theme, "widgets.themes")}


def apply(app: QApplication, theme: str = "light", scale: float = 1.0) -> None:
    """Dress the application in a theme; may be called again while it runs."""
    look = Applied(themes()[theme], scale)
    _load_typeface()
    app.setProperty(_PROPERTY, look)
    app.setStyle("Fusion")
    app.setFont(typeface(look))
    app.setPalette(_palette(look))
    app.setStyleSheet(style_sheet(look.theme.roles(), look.px))
    FocusRing.follow(app)


def worn() -> Applied:
    """What the running application wears; the light theme where none was applied."""
    app = QApplication.instance()
    look = app.property(_PROPERTY) if app else None
    return look if isinstance(look, Applied) else Applied(themes()["light"], 1.0)


def colour(role: str) -> QColor:
    """The colour that a role has now."""
    return worn().colour(role)


def px(size: float) -> int:
    """A length of the 14 px design in pixels of the present scale."""
    return worn().px(size)


def typeface(look: Applied | None = None, size: float = TEXT_PX, weight: int = 400) -> QFont:
    """The typeface at a size of the design and a weight (400, 600, 700)."""
    font = QFont(FAMILY)
    font.setPixelSize((look or worn()).px(size))
    font.setWeight(QFont.Weight(weight))
    return font


def mark(widget: QWidget, **properties: object) -> None:
    """Set properties that the style sheet looks at (``role``, ``kind``, ``voice`` …) and redraw the widget."""
    changed = [name for name, value in properties.items() if widget.property(name) != value]
    for name in changed:
        widget.setProperty(name, properties[name])
    if changed and widget.testAttribute(_POLISHED):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


@cache
def _load_typeface() -> None:
    folder = files("casework.fonts")
    for face in _FACES:
        QFontDatabase.addApplicationFontFromData((folder / f"AtkinsonHyperlegibleNext-{face}.ttf").read_bytes())


def _palette(look: Applied) -> QPalette:
    palette, role = QPalette(), QPalette.ColorRole
    for where, name in (
        (role.Window, "paper"),
        (role.Base, "paper"),
        (role.AlternateBase, "surface"),
        (role.Button, "surface"),
        (role.WindowText, "ink"),
        (role.Text, "ink"),
        (role.ButtonText, "ink"),
        (role.BrightText, "late"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "on_accent"),
        (role.Accent, "accent"),
        (role.Link, "accent"),
        (role.LinkVisited, "accent"),
        (role.PlaceholderText, "quiet_ink"),
        (role.Mid, "control_edge"),
        (role.Midlight, "rule"),
        (role.Dark, "control_edge"),
        (role.ToolTipBase, "ink"),
        (role.ToolTipText, "paper"),
    ):
        palette.setColor(where, look.colour(name))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, look.colour("quiet_ink"))
    return palette
