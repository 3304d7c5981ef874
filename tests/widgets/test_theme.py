"""Every pair of roles that meets on the screen can be told apart, in every theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QRawFont

from casework.definition import read_all
from casework.refusal import Refused
from widgets.button import Button
from widgets.icons import names, pixmap
from widgets.label import PlainLabel
from widgets.style_sheet import style_sheet
from widgets.theme import FAMILY, Theme, apply, colour, mark, px, themes, typeface, worn

GROUNDS = ("paper", "surface", "accent_wash")
READ = [
    *[(ink, ground) for ink in ("ink", "quiet_ink", "accent") for ground in GROUNDS],
    *[("ink", f"{role}_wash") for role in ("late", "soon", "done")],
    *[("quiet_ink", f"{role}_wash") for role in ("late", "soon", "done")],
    *[(role, ground) for role in ("late", "soon", "done") for ground in ("paper", "surface", f"{role}_wash")],
    *[(role, "accent_wash") for role in ("late", "soon", "done")],
    ("on_accent", "accent"),
    ("paper", "ink"),
]
SEEN = [("control_edge", "paper"), ("control_edge", "surface"), ("accent", "accent_wash")]


def light(colour_: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour_.redF()) + 0.7152 * linear(colour_.greenF()) + 0.0722 * linear(colour_.blueF())


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(QColor(one)), light(QColor(other))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_that_of_the_standard():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("code", themes())
@pytest.mark.parametrize(("ink", "ground"), READ)
def test_words_can_be_read(code: str, ink: str, ground: str):
    roles = themes()[code].roles()
    assert contrast(roles[ink], roles[ground]) >= 4.5


@pytest.mark.parametrize("code", themes())
@pytest.mark.parametrize(("edge", "ground"), SEEN)
def test_controls_can_be_seen(code: str, edge: str, ground: str):
    roles = themes()[code].roles()
    assert contrast(roles[edge], roles[ground]) >= 3


@pytest.mark.parametrize("code", themes())
@pytest.mark.parametrize("ground", [*GROUNDS, "late_wash", "soon_wash", "done_wash"])
def test_one_colour_of_the_ring_of_focus_stands_out_of_any_ground(code: str, ground: str):
    roles = themes()[code].roles()
    assert max(contrast(roles["focus"], roles[ground]), contrast(roles["focus_edge"], roles[ground])) >= 3


@pytest.mark.parametrize("code", themes())
def test_hovered_and_pressed_primary_buttons_keep_their_words(code: str):
    roles = themes()[code].roles()
    sheet = style_sheet(roles, round)
    grounds = [
        part.split("background: ")[1][:7]
        for part in sheet.split("}")
        if 'kind="primary"]:hover' in part or 'kind="primary"]:pressed' in part
    ]
    assert len(grounds) == 2
    assert all(contrast(roles["on_accent"], ground) >= 4.5 for ground in grounds)


@pytest.mark.parametrize("code", themes())
def test_a_theme_dresses_the_running_application(dressed, code: str):
    button = Button("Add", icon="plus", kind="primary")
    apply(dressed, code)
    assert worn().theme.code == code
    assert dressed.palette().window().color() == colour("paper")
    picture = button.icon().pixmap(QSize(20, 16), 2.0).toImage()
    inks = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())
            if picture.pixelColor(x, y).alpha() == 255}  # fmt: skip
    assert colour("on_accent").name() in inks


def test_scale_enlarges_type_and_controls(dressed):
    apply(dressed, "light", 1.5)
    assert dressed.font().pixelSize() == 21
    assert px(32) == 48
    assert Button("Add").sizeHint().height() >= 48


def test_the_typeface_has_every_letter_of_welsh():
    assert QFontInfo(typeface()).family() == FAMILY
    for weight in (400, 600, 700):
        raw = QRawFont.fromFont(typeface(weight=weight))
        assert [c for c in "âêîôûŵŷÂÊÎÔÛŴŶáéíóúẃýàèìòùẁỳäëïöüẅÿ·—“”’…" if not raw.supportsCharacter(ord(c))] == []


def test_the_typeface_has_its_own_half_bold():
    assert QFontInfo(typeface(weight=600)).weight() == QFont.Weight.DemiBold


def test_a_property_changes_the_look_of_a_shown_widget(shown):
    label = shown(PlainLabel("late"))
    assert label.palette().windowText().color() == colour("ink")
    mark(label, role="late")
    assert label.palette().windowText().color() == colour("late")


def test_a_theme_with_an_unknown_role_is_refused(tmp_path, monkeypatch):
    package = tmp_path / "strange_themes"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "odd.toml").write_text('name = "Odd"\ndark = true\nsparkle = "#FFFFFF"\n')
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(Refused, match="sparkle"):
        read_all(Theme, "strange_themes")


@pytest.mark.parametrize("name", names())
def test_every_icon_draws(name: str):
    picture = pixmap(name, QColor("#1B5E8C"), 16).toImage()
    assert any(picture.pixelColor(x, y).alpha() > 0 for x in range(32) for y in range(32))
