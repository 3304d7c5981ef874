"""Copies of documents that leave: for whom and why first, sealed or plain, in the register and the log."""

from __future__ import annotations

import pikepdf
import pytest
from PySide6.QtCore import Qt

from tests.casework.test_filed import png
from tests.desktop.pages.hands import press, type_into
from tests.desktop.pages.test_documents import pdf
from widgets.question import answer_next, unasked


@pytest.mark.parametrize("content", [pdf(), b"Plain words of a report", png(30, 30)])
def test_a_copy_leaves_sealed_once_it_is_said_for_whom_and_why(documents, add, vault, tmp_path, content):
    add(content)
    case = documents.view.case.id
    press(documents.open_button)
    press(documents.viewer.copy)
    out = documents.hand_out
    press(out.sealed)
    assert "Say whom it is for" in out.form.editor("recipient")._wrong
    type_into(out.form.editor("recipient"), "D. Chair, Police")
    type_into(out.form.editor("reason"), "For the meeting")
    answer_next(None)
    press(out.sealed)
    assert "nothing was made or logged" in out.outcome.text()
    answer_next(tmp_path / "copy.pdf")
    press(out.sealed)
    assert unasked() == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "copy.pdf")
    with pikepdf.open(tmp_path / "copy.pdf", password=out.outcome.passphrase()) as opened:
        assert len(opened.pages) >= 1
    with vault.read() as rows:
        (copy,) = [one for one in rows.copies(case) if one.recipient == "D. Chair, Police"]
        assert (copy.reason, copy.number) == ("For the meeting", 1)
        assert rows.log(1, case)[0].op == "disclosure"
    press(out, Qt.Key.Key_Escape)
    assert documents.viewer.copy.hasFocus()


def test_a_plain_copy_is_what_was_filed(documents, add, tmp_path):
    add(pdf())
    press(documents.open_button)
    press(documents.viewer.copy)
    type_into(documents.hand_out.form.editor("recipient"), "D. Chair, Police")
    type_into(documents.hand_out.form.editor("reason"), "For the court")
    answer_next(tmp_path / "copy.pdf")
    press(documents.hand_out.plain)
    assert (tmp_path / "copy.pdf").read_bytes() == pdf()
    assert "not sealed" in documents.hand_out.outcome.text()


def test_a_copy_that_does_not_read_back_is_not_saved_and_entered_as_not_made(
    documents, add, vault, tmp_path, monkeypatch
):
    add(pdf())
    press(documents.open_button)
    press(documents.viewer.copy)
    type_into(documents.hand_out.form.editor("recipient"), "D. Chair, Police")
    type_into(documents.hand_out.form.editor("reason"), "For the court")
    for button in (documents.hand_out.plain, documents.hand_out.sealed):
        answer_next(tmp_path / "copy.pdf")
        with monkeypatch.context() as pulled:
            pulled.setattr(type(tmp_path), "read_bytes", lambda _place: b"other")
            press(button)
        assert "not saved" in documents.hand_out.outcome.text()
    with vault.read() as rows:
        assert [one.state for one in rows.copies(documents.view.case.id)] == ["unmade", "unmade"]
