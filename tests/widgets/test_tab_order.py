"""Tab goes through a window as it is read, also past what came later; answers that exclude each other are one stop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from widgets import tab_order
from widgets.layout import column
from widgets.option import Radio


class Reading(QWidget):
    """A window whose focus goes as it is read."""

    def focusNextPrevChild(self, ahead: bool) -> bool:
        return tab_order.turn(self, ahead=ahead)


def test_tab_goes_as_the_page_is_read_and_an_arrow_chooses(qtbot):
    window, first, gone, last = Reading(), QLineEdit(), QLineEdit(), QLineEdit()
    radios, group = [Radio(words) for words in ("One", "Two", "Three")], QButtonGroup()
    for radio in radios:
        group.addButton(radio)
    middle = column(gone)
    window.setLayout(column(first, middle, *radios, last))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    later = QLineEdit()
    middle.replaceWidget(gone, later)
    gone.hide()
    later.show()
    first.setFocus()

    def pressed(key: Qt.Key) -> QWidget | None:
        QTest.keyClick(window.focusWidget(), key)
        return window.focusWidget()

    assert [pressed(Qt.Key.Key_Tab) for _ in range(4)] == [later, radios[0], last, first]
    assert [pressed(Qt.Key.Key_Backtab) for _ in range(2)] == [last, radios[0]]
    assert group.checkedButton() is None
    assert pressed(Qt.Key.Key_Down) is radios[1]
    assert group.checkedButton() is radios[1]
    assert [pressed(Qt.Key.Key_Tab), pressed(Qt.Key.Key_Backtab)] == [last, radios[1]]
