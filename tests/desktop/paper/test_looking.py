"""Looking at paper costs nothing: the very pages, marked as a preview, and nothing in the log."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from casework.answer import Absent
from casework.document import documents
from desktop.desk import Desk
from desktop.operations import papers, view
from desktop.pages import paper_preview
from desktop.pages.paper import PaperPart
from storage.vault import Vault
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press
from tests.desktop.paper.conftest import NOW
from widgets.editors.choice import ManyEditor
from widgets.theme import apply


@pytest.fixture
def rendered(vault: Vault, desk: Desk, case_id: str) -> Callable[..., bytes]:
    """Makes a document without any window."""

    def make(document: str = "pack", edition: str = "full") -> bytes:
        order = papers.Order(case_id, document, "", "For the Level 2 or 3 meeting", edition)
        wanted = papers.as_preview(order, "Preview only - not for issue")
        return papers.made(papers.preview(wanted, desk.today, NOW)(vault), wanted)

    return make


def choose(part: PaperPart, key: str, answer: str, qtbot) -> None:
    """Choose one of the offered answers."""
    shown: list[int] = []
    part.pages.shown.connect(shown.append)
    editor = part.form().editor(key)
    if isinstance(editor, ManyEditor):
        box = editor.box.lineEdit()
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, editor.field.option(answer).label.en)
        press(box)
    else:
        QTest.mouseClick(editor._group.button(editor._answers.index(answer)), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)


def test_the_preview_shows_the_very_bytes(part, rendered):
    pdf = rendered()
    assert bytes(part.pages._bytes) == pdf
    assert part.pages.page_count() == papers.page_count(pdf)
    assert part.pages._document.status() == QPdfDocument.Status.Ready
    words = part.pages.text()
    assert "OSSLEBY" in words
    assert words.count("Preview, not for issue") >= part.pages.page_count()
    assert "Copy 1" not in words


def test_the_pages_of_another_case_are_not_waited_for(desk, shown, read_again, qtbot, monkeypatch):
    monkeypatch.setattr(paper_preview, "_PAUSE_MS", 60_000)
    part = PaperPart(desk)
    shown(part, 1044, 610)
    read_again(part)
    qtbot.waitUntil(lambda: part.pages.page_count() > 0, timeout=10_000)


def test_looking_is_neither_logged_as_a_disclosure_nor_numbered(part, register):
    assert part.pages.page_count()
    assert register.is_blank


@pytest.mark.parametrize("document", sorted(documents()))
def test_another_document_is_shown_at_once(part, rendered, qtbot, document):
    if document != "pack":
        choose(part, "document", document, qtbot)
    assert bytes(part.pages._bytes) == rendered(document, documents()[document].edition[0].code)
    qtbot.waitUntil(lambda: part.form().editor("document").field.help == documents()[document].about)


def test_another_edition_leaves_out_what_it_says(part, rendered, qtbot):
    choose(part, "edition", "partner", qtbot)
    assert bytes(part.pages._bytes) == rendered(edition="partner")
    assert "identifiers" in part.form().editor("edition").field.option("partner").help.en


def test_the_pages_can_be_read_as_text(part):
    part.pages._as_text.click()
    text = part.pages.findChild(QPlainTextEdit)
    assert text.isVisible()
    assert text.isReadOnly()
    assert text.toPlainText() == part.pages.text()
    assert text.toPlainText().count("Page ") >= part.pages.page_count()


def test_pages_grow_and_shrink_within_bounds(part):
    for _ in range(12):
        part.pages.zoom.changed.emit(1.25)
    assert part.pages._pages.zoomFactor() == 3.0
    for _ in range(16):
        part.pages.zoom.changed.emit(0.8)
    assert part.pages._pages.zoomFactor() == 0.5
    part.pages._fit()
    assert part.pages._pages.zoomMode() == part.pages._pages.ZoomMode.FitToWidth


def test_what_is_not_ready_is_told_above_the_choices(part, write):
    assert part._unready.text() == "Every section of the plan is ready."
    for key in ("situation_text", "situation_changes", "situation_sentence"):
        write(key, Absent.NOT_ASKED)
    assert part._unready.text().startswith("Not ready in the plan: 2 ")


def test_pages_follow_what_is_written_meanwhile(part, write, qtbot):
    before = bytes(part.pages._bytes)
    write("author", "PC Newly Written")
    qtbot.waitUntil(lambda: bytes(part.pages._bytes) != before, timeout=10_000)
    assert "PC Newly Written" in part.pages.text()


def test_a_case_without_a_plan_says_what_to_do(part, vault, desk, qtbot):
    with vault.write("collection") as rows:
        made = rows.new_case()
        rows.add(made.id, "person", {"surname": "Planless"})
    part.take(view.view(made.id, desk.today)(vault))
    qtbot.waitUntil(lambda: "no plan" in part.outcome.text(), timeout=10_000)
    assert part.pages.page_count() == 0
    assert part.pages.text() == ""


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_everything_is_named_reached_and_has_room(part, qapp, theme):
    apply(qapp, theme)
    part._warn()
    part.outcome.tell("Saved sealed (AES-256).", "done", passphrase="six words that are rather long here")
    assert nameless(part) == []
    assert unreached(part) == []
    assert sideways(part) == []
    assert cut(part) == []
