"""The same as text: beside a plain file, inside a sealed one, and only when it is asked for."""

from __future__ import annotations

import pikepdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reports.seal import BESIDE
from widgets.question import answer_next


def test_the_text_lies_beside_the_plain_file_and_inside_the_sealed_one(part, for_whom, tmp_path):
    for_whom()
    assert part.form().record()["beside"] is False
    editor = part.form().editor("beside")
    QTest.mouseClick(editor._group.button(editor._answers.index(True)), Qt.MouseButton.LeftButton)
    answer_next(tmp_path / "out.pdf")
    part.save_plain()
    text = (tmp_path / "out.txt").read_text("utf-8")
    assert "# A In 60 seconds" in text
    assert "for Supt R. Vale, Wexmere Police" in text
    answer_next(tmp_path / "sealed.pdf")
    part.save_sealed()
    with pikepdf.open(tmp_path / "sealed.pdf", password=part.outcome.passphrase()) as opened:
        inside = opened.attachments[BESIDE].get_file().read_bytes().decode()
    assert inside == text
    kept = (tmp_path / "out.pdf").read_bytes()
    answer_next(tmp_path / "out.pdf")
    part.save_plain()
    assert "out.txt is already there" in part.outcome.text()
    assert (tmp_path / "out.pdf").read_bytes() == kept
