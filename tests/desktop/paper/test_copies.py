"""Copies that leave: refused beside the field, logged before they exist, numbered, sealed or plainly not."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.operations import papers
from desktop.pages import paper_fields
from desktop.pages.paper import PaperPart
from tests.desktop.pages.hands import type_into
from widgets.question import answer_next, unasked


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A document of a few pages: what is tried here holds for each."""
    monkeypatch.setattr(paper_fields, "_USUAL", "orders")


def pages_of(pdf: bytes, password: str = "") -> int:
    with pikepdf.open(BytesIO(pdf), password=password) as opened:
        return len(opened.pages)


def refusal(part: PaperPart, key: str) -> str:
    return part.form().editor(key)._wrong


# what is refused


@pytest.mark.parametrize("way", ["print_copies", "save_sealed", "save_plain"])
def test_paper_for_nobody_is_refused_beside_its_field(part, register, way):
    getattr(part, way)()
    assert "whom this copy is for" in refusal(part, "recipient")
    assert part.form().editor("recipient").isAncestorOf(QApplication.focusWidget())
    assert register.is_blank


def test_paper_for_no_reason_is_refused_beside_its_field(part, for_whom, register):
    for_whom()
    part.form().editor("reason").box.setEditText("")
    part.save_sealed()
    assert "Say why it is disclosed" in refusal(part, "reason")
    assert register.is_blank


@pytest.mark.parametrize("count", ["0", "61", "-1"])
def test_more_copies_than_anybody_hands_out_are_refused(part, for_whom, register, count):
    for_whom()
    type_into(part.form().editor("copies"), count)
    part.save_sealed()
    assert refusal(part, "copies")
    assert part.form().editor("copies").buddy().text() == count
    assert register.is_blank


@pytest.mark.parametrize(("count", "taken"), [(0, False), (1, True), (60, True), (61, False)])
def test_one_to_sixty_copies_can_be_ordered(case_id, count, taken):
    order = papers.Order(case_id, "pack", "A. Chair", "Meeting", copies=count)
    if taken:
        papers.checked(order)
    else:
        with pytest.raises(papers.Refused, match="from 1 to 60") as told:
            papers.checked(order)
        assert told.value.where == "copies"


@pytest.mark.parametrize("way", ["save_sealed", "save_plain"])
def test_cancelled_nothing_is_written_logged_or_numbered(part, for_whom, register, tmp_path, way):
    for_whom()
    before = set(tmp_path.rglob("*"))
    answer_next(None)
    getattr(part, way)()
    assert "Not saved" in part.outcome.text()
    assert set(tmp_path.rglob("*")) == before
    assert register.is_blank


@pytest.mark.parametrize("place", ["nowhere/paper.pdf", "."])
def test_a_place_that_cannot_take_it_is_refused_before_anything_is_logged(part, for_whom, register, tmp_path, place):
    for_whom()
    answer_next(tmp_path / place)
    part.save_sealed()
    assert str(tmp_path) in part.outcome.text()
    assert register.is_blank


# what is saved


def test_a_sealed_file_opens_with_the_passphrase_that_is_told_and_no_other(part, for_whom, register, tmp_path):
    for_whom()
    place = tmp_path / "out.pdf"
    answer_next(place)
    part._sealed.click()
    pdf, words = place.read_bytes(), part.outcome.passphrase()
    assert len(words.split()) >= 5
    assert "Saved sealed" in part.outcome.text()
    assert part.outcome._passphrase.isVisible()
    for wrong in ("", words.upper(), words.replace(" ", "")):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(pdf), password=wrong)
    with pikepdf.open(BytesIO(pdf), password=words) as opened:
        assert opened.encryption.R == 6
        assert opened.encryption.bits == 256
        assert str(opened.encryption.stream_method).endswith("aesv3")
        assert not opened.allow.modify_other
        assert len(opened.pages) == part.pages.page_count()
    (copy,) = register.copies
    assert (copy.number, copy.of, copy.recipient) == (1, 1, "Supt R. Vale, Wexmere Police")
    assert (copy.document, copy.edition) == ("orders", "full")
    assert copy.reason == "For the Level 2 or 3 meeting"
    words_on_it = part.pages.text()
    assert "Copy 1 of 1 for Supt R. Vale, Wexmere Police" in words_on_it
    assert f"log {copy.log_head}" in words_on_it
    assert "Preview" not in words_on_it


def test_the_disclosure_is_in_the_log_before_a_page_exists(part, for_whom, register, tmp_path, monkeypatch):
    for_whom()
    seen: list[tuple[int, int]] = []
    made = papers.made
    monkeypatch.setattr(
        papers,
        "made",
        lambda pack, order: (seen.append((len(register.copies), len(register.disclosures))), made(pack, order))[1],
    )
    answer_next(tmp_path / "out.pdf")
    part.save_sealed()
    assert seen == [(1, 1)]


def test_several_copies_are_several_files_each_with_its_number(part, for_whom, register, tmp_path):
    for_whom()
    type_into(part.form().editor("copies"), "3")
    answer_next(tmp_path / "out.pdf")
    part.save_plain()
    files = [tmp_path / f"out-{n}.pdf" for n in (1, 2, 3)]
    assert not (tmp_path / "out.pdf").exists()
    for n, file in enumerate(files, 1):
        part.pages.show_pdf(file.read_bytes())
        assert f"Copy {n} of 3" in part.pages.text()
    assert [one.number for one in register.copies] == [1, 2, 3]
    assert len(register.disclosures) == 1


def test_numbers_go_on_where_they_stood(part, for_whom, register, tmp_path):
    for_whom()
    answer_next(tmp_path / "one.pdf")
    part.save_plain()
    type_into(part.form().editor("recipient"), "Ch. Insp. Q. Other")
    answer_next(tmp_path / "two.pdf")
    part.save_plain()
    assert [(one.number, one.of, one.recipient) for one in register.copies] == [
        (1, 1, "Supt R. Vale, Wexmere Police"),
        (2, 2, "Ch. Insp. Q. Other"),
    ]
    assert "Copy 2 of 2 for Ch. Insp. Q. Other" in part.pages.text()


def test_the_same_copy_is_handed_out_again_without_another_number(part, for_whom, register, tmp_path):
    for_whom()
    for name in ("one.pdf", "two.pdf"):
        answer_next(tmp_path / name)
        part.save_plain()
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    assert len(register.copies) == 1


def test_what_was_written_since_makes_another_copy(part, for_whom, register, tmp_path, write):
    for_whom()
    answer_next(tmp_path / "one.pdf")
    part.save_plain()
    write("author", "PC Newly Written")
    answer_next(tmp_path / "two.pdf")
    part.save_plain()
    assert len(register.copies) == 2
    assert "Copy 2 of 2" in part.pages.text()


def test_a_numbered_name_that_is_taken_is_refused(part, for_whom, register, tmp_path):
    for_whom()
    (tmp_path / "out-2.pdf").write_text("mine")
    type_into(part.form().editor("copies"), "2")
    answer_next(tmp_path / "out.pdf")
    part.save_plain()
    assert "out-2.pdf is already there" in part.outcome.text()
    assert (tmp_path / "out-2.pdf").read_text() == "mine"
    assert register.is_blank


def test_saving_plain_warns_first(part, for_whom, register, tmp_path):
    for_whom()
    part._plain.click()
    assert part._warning.isVisible()
    assert part._keep is QApplication.focusWidget()
    assert register.is_blank
    QTest.keyClick(part._keep, Qt.Key.Key_Return)
    assert not part._warning.isVisible()
    assert list(tmp_path.glob("*.pdf")) == []
    part._plain.click()
    answer_next(tmp_path / "out.pdf")
    next(one for one in part._warning.findChildren(type(part._keep)) if one is not part._keep).click()
    assert not part._warning.isVisible()
    assert "not sealed" in part.outcome.text()
    assert pages_of((tmp_path / "out.pdf").read_bytes()) == part.pages.page_count()
    assert part.outcome.passphrase() == ""


def test_the_passphrase_goes_with_the_next_word_or_when_the_page_is_left(part, for_whom, tmp_path):
    for_whom()
    answer_next(tmp_path / "out.pdf")
    part.save_sealed()
    told = part.outcome.passphrase()
    part.leave()
    assert told
    assert part.outcome.passphrase() == ""
    assert not part.outcome.isVisible()


def test_a_file_that_cannot_be_written_leaves_the_copy_to_try_again(part, for_whom, register, tmp_path):
    for_whom()
    place = tmp_path / "full" / "out.pdf"
    place.parent.mkdir()
    answer_next(place)
    part.copies.telling.connect(lambda _words: place.parent.exists() and place.parent.rmdir())
    part.save_plain()
    assert str(place.parent) in part.outcome.text()
    assert [one.state for one in register.copies] == ["unmade"]
    place.parent.mkdir()
    answer_next(place)
    part.save_plain()
    assert pages_of(place.read_bytes()) == part.pages.page_count()
    assert [one.state for one in register.copies] == ["out"]


# what is printed


def test_without_a_printer_it_says_so(part, for_whom, register, monkeypatch):
    for_whom()
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    part.print_copies()
    assert "No printer is set up" in part.outcome.text()
    assert register.is_blank


@pytest.mark.parametrize("accepted", [True, False])
def test_the_dialog_decides_before_anything_is_logged(part, for_whom, register, monkeypatch, accepted):
    for_whom()
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["PAPER"]))
    seen: list[QPrintDialog] = []

    def decide() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        seen.append(dialog.printer().docName())
        assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile)
        dialog.done(int(accepted))

    sent: list[tuple[bytes, ...]] = []
    monkeypatch.setattr(part, "send", lambda made, printer: sent.append(made))
    QTimer.singleShot(200, decide)
    part.print_copies()
    assert seen == ["document"]
    assert len(register.disclosures) == int(accepted)
    assert len(sent) == int(accepted)
    if not accepted:
        assert "Not printed" in part.outcome.text()


def test_a_second_wish_waits_for_the_first(part, for_whom, register, tmp_path):
    for_whom()
    part._busy = True
    answer_next(tmp_path / "out.pdf")
    part.save_sealed()
    assert unasked() == 1
    assert register.is_blank
    assert list(Path(tmp_path).glob("*.pdf")) == []
