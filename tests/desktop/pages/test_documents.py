"""Documents of a case: brought in and opened here alone, refused in a sentence, handed out like paper."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from reportlab.pdfgen.canvas import Canvas

from casework.filed import DOCUMENT_MOST
from desktop.operations import cases, filing, papers
from desktop.pages.documents.coming_in import named, pasted
from storage.check import check
from storage.problems import DiskFull
from tests.casework.test_filed import png
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import press, settled, words
from widgets.question import answer_next


def pdf(size: tuple[float, float] = (595, 842), pages: int = 2, encrypt: str | None = None) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, encrypt=encrypt, invariant=1)
    for n in range(pages):
        canvas.drawString(72, size[1] / 2, f"By the court, page {n + 1}")
        canvas.linkURL("https://example.org/", (0, 0, *size))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def with_entry(**entries: object) -> bytes:
    """A PDF whose catalogue holds what would act elsewhere."""
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as opened:
        for key, value in entries.items():
            opened.Root[f"/{key}"] = value
        opened.attachments["inside.exe"] = b"MZ"
        opened.save(out)
    return out.getvalue()


SCRIPT = {"S": pikepdf.Name.JavaScript, "JS": pikepdf.String("app.alert(1)")}


def parts(vault) -> int:
    return vault._connection.execute("SELECT count(*) FROM filed_part").fetchone()[0]


@pytest.mark.parametrize("content", [pdf(), png(30, 30), b"Words"])
def test_everything_is_named_reached_and_has_room(qtbot, documents, add, content):
    add(content)
    press(documents.change_button)
    settled(qtbot, documents)
    assert (nameless(documents), unreached(documents), cut(documents), sideways(documents)) == ([], [], [], [])
    press(documents.open_button)
    settled(qtbot, documents)
    assert (nameless(documents), unreached(documents), cut(documents)) == ([], [], [])
    press(documents.viewer.copy)
    settled(qtbot, documents)
    assert (nameless(documents), unreached(documents), cut(documents)) == ([], [], [])


def test_a_file_is_filed_and_the_original_is_told_of(documents, add, tmp_path, case_of, vault):
    row = add(pdf())
    assert (row.title, row.form, row.reach) == ("Order of 3 May", "PDF", "")
    assert str(tmp_path / "Order_of_3_May.pdf") in words(documents.notice)
    assert "delete that file" in words(documents.notice)
    assert documents.change_button.hasFocus()
    press(documents.change_button)
    assert documents.lists["document"].cards()[0].is_open
    assert case_of().get(row.id)["original"] == str(tmp_path / "Order_of_3_May.pdf")
    assert check(vault) == ()
    assert "whole case file takes" in words(documents)


def test_enter_opens_a_document_and_the_look_is_logged_first(documents, add, vault, ids):
    row = add(pdf())
    documents.register.setFocus()
    press(documents.register)
    assert documents.viewer.pages.page_count() == 2
    assert "By the court, page 2" in documents.viewer.pages.text()
    with vault.read() as rows:
        entry = rows.log(1, ids["T-00002"])[0]
        assert (entry.op, row.id in rows.detail(entry).changes) == ("consultation", True)
    press(documents.viewer, Qt.Key.Key_Escape)
    assert documents.viewer.pages.page_count() == 0
    assert documents.register.hasFocus()


def test_nothing_is_shown_that_could_not_be_logged(documents, add, monkeypatch):
    row = add(pdf())

    def unlogged(*_given, **_also):
        raise DiskFull

    with monkeypatch.context() as held:
        held.setattr("storage.log.Log.append", unlogged)
        documents.open(row.id)
    assert "disk is full" in words(documents.notice)
    assert documents.viewer.record == ""
    assert documents.viewer.pages.page_count() == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "nothing in that file"),
        (pdf()[:300], "cut short"),
        (pdf()[:300] + b"%%EOF", "cut short"),
        (pdf(encrypt="locked"), "locked with a passphrase"),
        (pdf((20, 9000)), "too large, too small or too narrow"),
        (pdf(pages=3001), "more than 3,000 pages"),
        (png(50_000, 50_000), "too large to be opened safely"),
        (png(4, 4)[:-12] + png(4, 4)[-12:-1], "cut short"),
        (png(600, 600), "cut short"),
        (b"PK\3\4\0\0", "neither a PDF"),
    ],
)
def test_a_hostile_file_is_refused_in_one_sentence_and_leaves_nothing(documents, add, vault, content, told):
    assert add(content) is None
    assert told in words(documents.notice)
    assert "Nothing of it was kept" in words(documents.notice)
    assert parts(vault) == 0


def test_a_photograph_of_the_person_stands_at_the_head_and_on_paper_only_where_it_may(page, documents, add, vault):
    image = QImage(600, 800, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QGuiApplication.clipboard().setImage(image)
    press(documents.paste_button)
    (row,) = documents.register.rows()
    case, today = documents.view.case.id, documents.view.today
    assert page.portrait.isHidden()

    def answer(key, value):
        documents.desk.worker.write(cases.answer(case, documents.view.case.get(row.id), key, value), documents)

    def printed(edition="full"):
        order = papers.Order(case, "pack", "D. Chair", "Meeting", edition)
        pdf = papers.made(papers.preview(order, today, datetime(2026, 11, 25, 9, 0))(vault), order)
        with pikepdf.open(BytesIO(pdf)) as opened:
            return [n for n, one in enumerate(opened.pages, 1) if one.get_images()]

    answer("of_person", True)
    answer("dated_on", date(2026, 5, 3))
    assert page.portrait.isVisible()
    assert page.portrait.accessibleName() == "Photograph of the person, taken 3 May 2026"
    assert printed() == []
    answer("may_be_printed", True)
    assert printed() == [2]
    assert printed("partner") == [], "it may not leave the meeting yet"
    answer("may_go", "agencies")
    assert printed("partner") == [2]
    documents.desk.worker.write(cases.remove(case, documents.view.case.get(row.id)), documents)
    assert page.portrait.isHidden()


def test_what_is_no_file_or_too_large_is_refused_before_it_is_read(documents, add, tmp_path, vault):
    place = tmp_path / "large.pdf"
    with place.open("wb") as file:
        file.truncate(DOCUMENT_MOST + 1)
    for path, told in (
        (place, "larger than 50 MB"),
        (tmp_path, "could not be read"),
        (Path("/dev/zero"), "not a file"),
    ):
        answer_next(path)
        press(documents.add_button)
        assert told in words(documents.notice)
    assert parts(vault) == 0


@pytest.mark.parametrize(
    "content",
    [
        with_entry(OpenAction=pikepdf.Dictionary(**SCRIPT)),
        with_entry(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("inside.exe"))),
    ],
)
def test_what_acts_in_a_pdf_is_told_of_and_never_run(documents, add, content, monkeypatch):
    ran = []
    monkeypatch.setattr("subprocess.Popen", lambda *a, **_: ran.append(a))
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", lambda *a: ran.append(a))
    add(content)
    assert "nothing in it is run" in words(documents.notice)
    press(documents.open_button)
    assert "neither followed nor run" in words(documents.viewer)
    assert documents.viewer.pages.page_count() == 2
    assert ran == []


def test_no_link_of_a_page_is_followed(documents, add, monkeypatch):
    """The viewer of Qt follows a link where it hears of a click; ours is never told of one."""
    add(pdf())
    press(documents.open_button)
    heard = []
    for name in ("mousePressEvent", "mouseMoveEvent", "mouseReleaseEvent"):
        monkeypatch.setattr(QPdfView, name, lambda _self, event: heard.append(event))
    area = documents.viewer.pages._pages.viewport()
    QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPoint(50, 50), area.mapToGlobal(QPoint(50, 50)), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QGuiApplication.sendEvent(area, move)
    assert heard == []


def test_what_lies_in_the_clipboard_is_filed(documents, vault):
    QGuiApplication.clipboard().setText("Report of 3 May <b>not bold</b>\nhttps://example.org")
    documents.register.setFocus()
    QTest.keySequence(documents.register, "Ctrl+V")
    (row,) = documents.register.rows()
    assert (row.title, row.form) == ("Report of 3 May <b>not bold</b>", "plain text")
    assert "clipboard may still hold it" in words(documents.notice)
    press(documents.open_button)
    assert "<b>not bold</b>" in documents.viewer.words.toPlainText()
    documents.viewer.leave()
    QGuiApplication.clipboard().setImage(QImage(300, 200, QImage.Format.Format_RGB32))
    press(documents.paste_button)
    assert [one.form for one in documents.register.rows()] == ["plain text", "picture (PNG)"]
    documents.open(documents.register.rows()[1].id)
    assert "300 by 200 dots" in words(documents.viewer)
    before = documents.viewer.picture.shown_size().width()
    QTest.keySequence(documents.viewer.picture, "Ctrl++")
    assert documents.viewer.picture.shown_size().width() > before
    QGuiApplication.clipboard().clear()
    documents.viewer.leave()
    press(documents.paste_button)
    assert "copy what is to be filed" in words(documents.notice)
    assert check(vault) == ()


def test_a_copied_file_is_filed_as_the_file(tmp_path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "a_face.JPG"))])
    assert pasted(mime) == (
        tmp_path / "a_face.JPG",
        {"title": "a face", "original": str(tmp_path / "a_face.JPG"), "kind": "photograph"},
    )


def test_a_title_is_a_line_cut_at_a_word():
    assert named("\n  First line \nsecond") == "First line"
    assert named("") == "Without a title"
    assert named("word " * 40).endswith("word…")


def test_what_is_stopped_half_way_leaves_nothing(documents, add, vault, case_of, monkeypatch):
    monkeypatch.setattr(filing, "in_parts", lambda content: [content[:100], content[100:]])
    monkeypatch.setattr(documents.progress, "reach", lambda share: share and documents.filer.stop())
    assert add(pdf()) is None
    assert "Stopped: nothing of it was kept" in words(documents.notice)
    assert parts(vault) == 0
    assert case_of().of("document") == ()


def test_a_disk_that_is_full_is_told_and_what_was_brought_is_let_go(documents, add, vault, monkeypatch):
    def full(*_given):
        def write(_vault):
            raise DiskFull

        return write

    monkeypatch.setattr(filing, "file", full)
    assert add(pdf()) is None
    assert "disk is full" in words(documents.notice)
    assert parts(vault) == 0
