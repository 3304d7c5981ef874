"""Labels that take no markup, and pages that are laid out in columns and rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from widgets.label import Elided, Heading, Paragraph, PlainLabel
from widgets.layout import Scrolled, clear, column, row


@pytest.mark.parametrize("kind", [PlainLabel, Paragraph, Elided, Heading])
def test_no_label_takes_markup(kind, shown):
    label = shown(kind("<b>bold</b>"))
    label.setTextFormat(Qt.TextFormat.RichText)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<b>bold</b>"


def test_a_paragraph_takes_the_height_of_its_lines():
    words = "word " * 100
    made = Paragraph(words)
    assert made.heightForWidth(300) > made.heightForWidth(500) > made.heightForWidth(10_000) - 1
    assert made.sizeHint().width() <= made.fontMetrics().averageCharWidth() * 75
    assert Paragraph("one\ntwo").heightForWidth(500) == 2 * Paragraph("one").heightForWidth(500)


def test_a_cut_line_tells_the_whole(shown):
    made = shown(Elided("a line that is much longer than the room it has " * 3), width=200)
    assert made.text().endswith("…")
    assert made.toolTip() == made.whole() == made.accessibleName()
    made.setText("short")
    assert (made.text(), made.toolTip()) == ("short", "")


def test_a_heading_says_its_level():
    made = Heading("Dates", 2)
    assert (made.accessibleName(), made.accessibleDescription()) == ("Dates", "heading level 2")


def test_a_scrolled_page_brings_focus_into_sight_and_never_goes_sideways(shown):
    inside = QWidget()
    buttons = [QPushButton(str(n)) for n in range(60)]
    inside.setLayout(column(*buttons))
    page = shown(Scrolled(inside), height=200)
    page.ensureWidgetVisible(buttons[-1])
    buttons[0].setFocus()
    for _ in range(40):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    at = buttons[40].mapTo(page.viewport(), QPoint(0, 0))
    assert page.viewport().rect().contains(at)
    assert page.minimumWidth() >= inside.minimumSizeHint().width()


def test_a_layout_is_cleared(qtbot, qapp):
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.setLayout(column(QPushButton("a"), row(QPushButton("b"))))
    clear(holder.layout())
    qapp.sendPostedEvents(None, 52)
    assert holder.findChildren(QPushButton) == []
