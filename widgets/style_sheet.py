"""The application's one style sheet, from roles of colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping


def style_sheet(c: Mapping[str, str], px: Callable[[float], int]) -> str:
    """The sheet for a theme's roles ``c``; ``px`` scales a length of the 14 px design."""
    return _labels(c, px) + _buttons(c, px) + _quiet_buttons(c, px) + _boxes(c, px) + _views(c, px) + _frames(c, px)


def _labels(c: Mapping[str, str], px: Callable[[float], int]) -> str:
    return f"""
QLabel {{ background: transparent; }}
QLabel[voice="quiet"] {{ color: {c["quiet_ink"]}; }}
QLabel[voice="small"] {{ color: {c["quiet_ink"]}; font-size: {px(12)}px; }}
QLabel[voice="single"] {{ font-size: {px(26)}px; font-weight: 600; }}
QLabel[voice="title"] {{ font-size: {px(20)}px; font-weight: 600; }}
QLabel[voice="heading"] {{ font-size: {px(16)}px; font-weight: 600; }}
QLabel[voice="strong"] {{ font-weight: 600; }}
QLabel[voice="guided"] {{ font-size: {px(16)}px; font-weight: 600; }}
QLabel[role="late"] {{ color: {c["late"]}; }}
QLabel[role="soon"] {{ color: {c["soon"]}; }}
QLabel[role="done"] {{ color: {c["done"]}; }}
QLabel[role="accent"] {{ color: {c["accent"]}; }}
QToolTip {{ background: {c["ink"]}; color: {c["paper"]}; border: 0; padding: {px(6)}px {px(8)}px; }}
"""


def _buttons(c: Mapping[str, str], px: Callable[[float], int]) -> str:
    return f"""
QPushButton {{ background: {c["paper"]}; color: {c["ink"]}; border: 1px solid {c["control_edge"]};
  border-radius: {px(4)}px; padding: 0 {px(12)}px; min-height: {px(32) - 2}px; }}
QPushButton:hover {{ background: {c["accent_wash"]}; border-color: {c["accent"]}; }}
QPushButton:pressed {{ background: {c["accent_wash"]}; border: 2px solid {c["accent"]}; padding: 0 {px(11)}px;
  min-height: {px(32) - 4}px; }}
QPushButton:checked {{ background: {c["accent_wash"]}; border-color: {c["accent"]}; color: {c["accent"]}; }}
QPushButton:disabled {{ color: {c["quiet_ink"]}; background: {c["surface"]}; border-color: {c["rule"]}; }}
QPushButton[kind="primary"] {{ background: {c["accent"]}; color: {c["on_accent"]}; border: 1px solid {c["accent"]};
  min-height: {px(40) - 2}px; padding: 0 {px(20)}px; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {_mixed(c["accent"], c["ink"], 0.18)}; }}
QPushButton[kind="primary"]:pressed {{ background: {_mixed(c["accent"], c["ink"], 0.34)}; }}
QPushButton[kind="primary"]:disabled {{ background: {c["surface"]}; color: {c["quiet_ink"]};
  border-color: {c["control_edge"]}; }}
"""


def _quiet_buttons(c: Mapping[str, str], px: Callable[[float], int]) -> str:
    return f"""
QPushButton[kind="quiet"] {{ background: transparent; color: {c["accent"]}; border: 1px solid transparent;
  padding: 0 {px(8)}px; }}
QPushButton[kind="quiet"]:hover {{ background: {c["accent_wash"]}; border-color: {c["accent_wash"]}; }}
QPushButton[kind="quiet"]:checked {{ background: {c["accent_wash"]}; border-bottom: 2px solid {c["accent"]};
  color: {c["accent"]}; }}
QPushButton[kind="quiet"]:pressed {{ border: 1px solid {c["accent"]}; min-height: {px(32) - 2}px; }}
QPushButton[kind="quiet"]:disabled {{ color: {c["quiet_ink"]}; }}
QPushButton[kind="faint"] {{ background: transparent; color: {c["quiet_ink"]}; border: 1px solid transparent;
  padding: 0 {px(8)}px; }}
QPushButton[kind="faint"]:hover {{ color: {c["accent"]}; background: {c["accent_wash"]}; }}
QPushButton[kind="faint"]:pressed {{ border: 1px solid {c["accent"]}; min-height: {px(32) - 2}px; }}
QPushButton[kind="link"] {{ background: transparent; color: {c["accent"]}; border: 0; padding: 0 {px(2)}px;
  min-height: {px(20)}px; text-decoration: underline; text-align: left; }}
QPushButton[kind="link"]:hover {{ color: {c["ink"]}; }}
QPushButton[kind="link"]:pressed {{ background: {c["accent_wash"]}; }}
QPushButton[role="danger"] {{ color: {c["late"]}; border-color: {c["late"]}; }}
QPushButton[role="danger"]:hover, QPushButton[role="danger"]:pressed {{ background: {c["late_wash"]};
  border-color: {c["late"]}; }}
QPushButton[kind="quiet"][role="danger"] {{ border-color: transparent; }}
QPushButton[kind="quiet"][role="danger"]:hover {{ border-color: {c["late_wash"]}; }}
QToolButton {{ border: 1px solid transparent; border-radius: {px(4)}px; background: transparent;
  padding: {px(4)}px; }}
QToolButton:hover {{ background: {c["accent_wash"]}; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _boxes(c: Mapping[str, str], px: Callable[[float], int]) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit {{ background: {c["paper"]}; color: {c["ink"]};
  border: 1px solid {c["control_edge"]}; border-radius: {px(4)}px; selection-background-color: {c["accent"]};
  selection-color: {c["on_accent"]}; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {c["quiet_ink"]}; }}
QLineEdit {{ min-height: {px(32) - 2}px; padding: 0 {px(8)}px; }}
QLineEdit:hover, QPlainTextEdit:hover {{ border-color: {c["ink"]}; }}
QLineEdit[refused="true"], QPlainTextEdit[refused="true"] {{ border: 2px solid {c["late"]}; }}
QLineEdit[refused="true"] {{ padding: 0 {px(7)}px; min-height: {px(32) - 4}px; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {c["surface"]}; border-color: {c["rule"]}; }}
QLineEdit[bare="true"] {{ border: 0; background: transparent; padding: 0; min-height: {px(24)}px; }}
QMenu {{ background: {c["paper"]}; color: {c["ink"]}; border: 1px solid {c["control_edge"]}; padding: {px(4)}px; }}
QMenu::item {{ padding: {px(7)}px {px(24)}px {px(7)}px {px(12)}px; border-radius: {px(3)}px; }}
QMenu::item:selected {{ background: {c["accent"]}; color: {c["on_accent"]}; }}
QMenu::item:disabled {{ color: {c["quiet_ink"]}; }}
QMenu::separator {{ height: 1px; background: {c["rule"]}; margin: {px(4)}px {px(8)}px; }}
QListView[popup="true"] {{ background: {c["paper"]}; color: {c["ink"]}; border: 1px solid {c["control_edge"]};
  padding: {px(4)}px; outline: 0; }}
QListView[popup="true"]::item {{ min-height: {px(28)}px; padding: 0 {px(8)}px; border-radius: {px(3)}px; }}
QListView[popup="true"]::item:selected, QListView[popup="true"]::item:hover {{ background: {c["accent"]};
  color: {c["on_accent"]}; }}
"""


def _views(c: Mapping[str, str], px: Callable[[float], int]) -> str:
    return f"""
QTableView, QListView, QTreeView {{ background: {c["paper"]}; color: {c["ink"]}; border: 0; outline: 0;
  gridline-color: {c["rule"]}; }}
QHeaderView {{ background: {c["paper"]}; border: 0; }}
QHeaderView::section {{ background: {c["paper"]}; color: {c["quiet_ink"]}; font-size: {px(12)}px; border: 0;
  border-bottom: 1px solid {c["control_edge"]}; padding: 0 {px(8)}px; min-height: {px(32)}px; text-align: left; }}
QHeaderView::section:hover {{ color: {c["ink"]}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: 0; height: 0; image: none; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget[scrolled="true"] {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: {px(12)}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {px(12)}px; margin: 0; }}
QScrollBar::handle {{ background: {c["control_edge"]}; border-radius: {px(3)}px; border: 0; margin: {px(3)}px; }}
QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
QScrollBar::handle:hover {{ background: {c["ink"]}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {c["rule"]}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
"""


def _frames(c: Mapping[str, str], px: Callable[[float], int]) -> str:
    washes = "".join(
        f'QFrame[wash="{role}"] {{ background: {c[f"{role}_wash"]}; border: 0; '
        f"border-left: {px(4)}px solid {c[role]}; }}"
        for role in ("late", "soon", "done", "accent")
    )
    return f"""
QFrame[surface="true"] {{ background: {c["surface"]}; border: 0; }}
QFrame[card="true"] {{ background: {c["paper"]}; border: 1px solid {c["rule"]}; border-radius: {px(4)}px; }}
QFrame[popover="true"] {{ background: {c["paper"]}; border: 1px solid {c["control_edge"]};
  border-radius: {px(4)}px; }}
QWidget[leads="true"]:hover {{ background: {c["accent_wash"]}; border-radius: {px(4)}px; }}
QFrame[line="true"] {{ background: {c["rule"]}; border: 0; min-height: 1px; max-height: 1px; }}
QFrame[upright="true"] {{ background: {c["rule"]}; border: 0; min-width: 1px; max-width: 1px; }}
{washes}
"""


def _mixed(one: str, other: str, share: float) -> str:
    parts = (round(int(one[n : n + 2], 16) * (1 - share) + int(other[n : n + 2], 16) * share) for n in (1, 3, 5))
    return "#" + "".join(f"{part:02X}" for part in parts)
