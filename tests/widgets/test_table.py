"""The one table: its model by the book, sorting, finding, and what stays chosen."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest

from casework.text import Language, Text
from widgets.search_box import SearchBox
from widgets.shapes import Box, Shape
from widgets.table import Column, RecordTable
from widgets.table_model import CELL_ROLE, TableModel

KEY = Qt.Key


@dataclass(frozen=True, slots=True)
class Row:
    ref: int
    name: str
    born: str = ""


ROWS = (
    Row(1, "Sampleton", "1979"),
    Row(2, "exampleby", "1981"),
    Row(3, "Mockford", "1979"),
    Row(20, "Zed <b>bold</b>"),
)
COLUMNS = (
    Column[Row](Text("Name", "Enw"), lambda r: r.name, under=lambda r: r.born, share=1),
    Column[Row](Text("Ref"), lambda r: f"C-{r.ref}", sort=lambda r: r.ref, right=True),
    Column[Row](
        Text("Level"), lambda _r: "Level 3", box=lambda _r: Box.OUTLINE, shape=lambda _r: Shape.DOT, role=lambda _r: "late",
        tooltip=lambda r: f"tip of {r.ref}",
    ),
)  # fmt: skip


def ref(row: Row) -> int:
    return row.ref


@pytest.fixture
def table(shown):
    made = RecordTable("People", COLUMNS, ref)
    made.set_rows(ROWS)
    return shown(made)


def names(table) -> list[str]:
    return [row.name.split()[0] for row in table.rows()]


def test_the_model_keeps_the_rules_of_models(qtbot):
    model: TableModel[Row] = TableModel(COLUMNS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(ROWS)
    model.sort_by(0)
    model.sort_by(1, descending=True)
    model.narrow("1979")
    model.set_rows(())
    model.set_rows(ROWS[:1])
    model.narrow("")
    assert model.rowCount() == 1


def test_sorting_goes_by_what_columns_say(table):
    table.sort_by(0)
    assert names(table) == ["exampleby", "Mockford", "Sampleton", "Zed"]
    table.sort_by(1, descending=True)
    assert [row.ref for row in table.rows()] == [20, 3, 2, 1]


def test_a_click_on_the_head_sorts_and_a_second_turns_it(table):
    head = table.horizontalHeader()
    for expected in ([1, 2, 3, 20], [20, 3, 2, 1]):
        x = head.sectionViewportPosition(1) + 10
        QTest.mouseClick(
            head.viewport(), Qt.MouseButton.LeftButton, pos=head.viewport().rect().topLeft().__class__(x, 10)
        )
        assert [row.ref for row in table.rows()] == expected


def test_narrowing_finds_words_in_any_column_and_the_line_under(table):
    table.narrow("1979 c-3")
    assert names(table) == ["Mockford"]
    table.narrow("")
    assert len(table.rows()) == 4


def test_what_was_chosen_stays_chosen(table, qtbot):
    assert table.choose(3)
    table.sort_by(0)
    assert table.chosen_row() == ROWS[2]
    with qtbot.assertNotEmitted(table.chosen):
        table.set_rows(ROWS)
    assert table.chosen_row() == ROWS[2]
    with qtbot.waitSignal(table.chosen) as heard:
        table.set_rows(ROWS[:2])
    assert heard.args == [None]
    assert not table.choose(3)


def test_a_chosen_row_that_changed_is_told_anew(table, qtbot):
    table.choose(1)
    with qtbot.waitSignal(table.chosen) as heard:
        table.set_rows((Row(1, "Sampleton-Smith"), *ROWS[1:]))
    assert heard.args == [Row(1, "Sampleton-Smith")]


def test_arrow_keys_choose_and_enter_opens(table, qtbot):
    table.setFocus()
    table.choose_first()
    with qtbot.waitSignal(table.chosen) as heard:
        QTest.keyClick(table, KEY.Key_Down)
    assert heard.args == [ROWS[1]]
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, KEY.Key_Return)
    assert opened.args == [ROWS[1]]


def test_a_double_click_opens(table, qtbot):
    at = table.visualRect(table.model().index(2, 0)).center()
    with qtbot.waitSignal(table.opened) as heard:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == [ROWS[2]]


def test_typed_letters_go_to_a_word_that_begins_with_them(table):
    table.setFocus()
    QTest.keyClicks(table, "mo")
    assert table.chosen_row() == ROWS[2]


def test_typed_letters_go_to_the_search_box_and_down_comes_back(shown, qtbot, table):
    box = shown(SearchBox("Search"))
    table.narrow_with(box)
    table.keyboardSearch("m")
    QTest.keyClicks(box, "ock")
    qtbot.waitUntil(lambda: names(table) == ["Mockford"])
    QTest.keyClick(box, KEY.Key_Down)
    assert table.chosen_row() == ROWS[2]
    QTest.keyClick(box, KEY.Key_Escape)
    assert len(table.rows()) == 4
    assert box.text() == ""


def test_tab_leaves_the_table(table):
    assert not table.tabKeyNavigation()


def test_an_empty_table_says_why(table):
    table.set_empty("No case has these words.")
    assert table.accessibleDescription() == ""
    table.narrow("zebra")
    assert table.accessibleDescription() == "No case has these words."
    picture = table.viewport().grab().toImage()
    assert any(picture.pixelColor(x, 24) != picture.pixelColor(0, 0) for x in range(200))


def test_cells_are_told_to_screen_readers(table):
    model = table.model()
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Sampleton, 1979"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "Name"
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "tip of 1"
    assert model.index(0, 2).data(CELL_ROLE).shape is Shape.DOT
    told = QAccessible.queryAccessibleInterface(table)
    assert told.text(QAccessible.Text.Name) == "People"


def test_titles_are_in_welsh(qtbot):
    made = RecordTable("Pobl", COLUMNS, ref, language=Language.CY)
    qtbot.addWidget(made)
    assert made.model().headerData(0, Qt.Orientation.Horizontal) == "Enw"


@pytest.mark.parametrize("width", [300, 420, 900])
def test_columns_share_the_room_and_never_go_sideways(table, qtbot, width):
    table.resize(width, 300)
    qtbot.waitUntil(lambda: table.viewport().width() <= width)
    assert sum(table.columnWidth(n) for n in range(3)) <= table.viewport().width()


def test_five_thousand_rows_are_no_burden(shown):
    many = [Row(n, f"Person {n % 977}", f"19{n % 90 + 10}") for n in range(5000)]
    made = shown(RecordTable("People", COLUMNS, ref))
    spent = {}
    for name, work in (
        ("set", lambda: made.set_rows(many)),
        ("sort", lambda: made.sort_by(0)),
        ("narrow", lambda: made.narrow("person 19")),
        ("choose", lambda: made.choose(4990)),
        ("paint", made.grab),
    ):
        start = time.perf_counter()
        work()
        spent[name] = (time.perf_counter() - start) * 1000
    assert max(spent.values()) < 250, spent


def test_a_table_lets_go(assert_freed, qtbot):
    def make() -> RecordTable[Row]:
        made: RecordTable[Row] = RecordTable("People", COLUMNS, ref)
        made.set_rows(ROWS)
        made.show()
        made.setFocus()
        made.narrow("m")
        return made

    assert_freed(make)
