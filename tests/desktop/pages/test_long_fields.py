"""Running texts: their lines on paper, and a report that is pasted into one."""

from __future__ import annotations

import time

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from casework.refusal import Refused
from desktop.operations import filing
from widgets.editors.long import printed_lines
from widgets.question import answer_next, unasked

REPORT = "Pre-sentence report on an invented person\n\n" + "He was seen at home and spoke of his week. " * 60


@pytest.fixture
def editor(opened, case_of):
    """The field in which the person's appearance is told, empty and with the cursor in it."""
    part = opened("person")
    single = part._singles["person"]
    made = single.form.form.editor("description")
    made.box.selectAll()
    QTest.keyClicks(made.box, "Tall. ")
    made.take_focus()
    return made


def paste(qtbot, editor, text):
    QGuiApplication.clipboard().setText(text)
    QTest.keySequence(editor.box, "Ctrl+V")
    qtbot.wait(1)


def test_a_report_is_filed_and_one_line_points_to_it(qtbot, editor, case_of, vault):
    answer_next("file")
    paste(qtbot, editor, REPORT)
    assert unasked() == 0
    title = "Pre-sentence report on an invented person"
    assert editor.box.toPlainText() == f"Tall. See the document “{title}”, filed 25 Nov 2026."
    (document,) = case_of().of("document")
    assert (document["title"], document.links("about")) == (title, (case_of().one("person").id,))
    with vault.read() as rows:
        assert rows.filing.content(document.id)[1].decode() == REPORT
    QTest.keySequence(editor.box, "Ctrl+Z")
    assert editor.box.toPlainText() == "Tall. "
    editor.flush()
    assert case_of().one("person")["description"] == "Tall."


def test_a_report_that_is_kept_is_pasted_as_ever(qtbot, editor, case_of):
    answer_next("keep")
    paste(qtbot, editor, REPORT)
    assert editor.box.toPlainText() == f"Tall. {REPORT}"
    assert case_of().of("document") == ()
    QTest.keySequence(editor.box, "Ctrl+Z")
    assert editor.box.toPlainText() == "Tall. "


def test_a_question_that_is_cancelled_leaves_field_and_clipboard_alone(qtbot, editor, case_of):
    answer_next("")
    paste(qtbot, editor, REPORT)
    assert unasked() == 0
    assert editor.box.toPlainText() == "Tall. "
    assert QGuiApplication.clipboard().text() == REPORT
    assert case_of().of("document") == ()


def test_what_cannot_be_filed_stands_in_the_field(qtbot, editor, case_of, monkeypatch):
    def refused(*_given):
        def write(_vault):
            raise Refused("No.")

        return write

    monkeypatch.setattr(filing, "file", refused)
    answer_next("file")
    paste(qtbot, editor, REPORT)
    assert editor.box.toPlainText() == f"Tall. {REPORT}"
    assert case_of().of("document") == ()


def test_a_few_points_are_pasted_without_a_question(qtbot, editor):
    paste(qtbot, editor, "Scar over the left eye.\nWalks with a stick.")
    assert editor.box.toPlainText() == "Tall. Scar over the left eye.\nWalks with a stick."


def test_lines_are_counted_as_the_page_breaks_them_and_quickly(editor):
    text = "iiii " * 80
    editor.box.setPlainText(text)
    assert printed_lines(text) == 5
    assert editor.count.text() == "4 printed lines, about 2 expected"
    editor.box.setPlainText("\n".join("A paragraph of a plan that somebody wrote with care. " * 12 for _ in range(12)))
    took = []
    for _ in range(20):
        began = time.perf_counter()
        editor.box.insertPlainText("a")
        took.append(time.perf_counter() - began)
    assert min(took) < 0.02
