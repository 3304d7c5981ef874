"""What is brought in: a file that is chosen, what lies in the clipboard, and what is known of it beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from casework.answer import Answer
from casework.filed import Form
from casework.refusal import Refused
from desktop.looked_into import Given
from widgets.file_question import choose_file

TITLE_MOST = 80
_KINDS = (
    "Documents (*.pdf *.png *.jpg *.jpeg *.txt)",
    "Every file (*)",
)
_PICTURES = (".png", ".jpg", ".jpeg")
NOTHING = "The clipboard holds neither words nor a picture: copy what is to be filed, then paste again."


def chosen_file(parent: QWidget) -> Path | None:
    """Ask for a file."""
    return choose_file(parent, "Add a document from a file", "open", kinds=_KINDS)


def known_of(path: Path) -> dict[str, Answer]:
    """What a file's name tells."""
    answers: dict[str, Answer] = {"title": named(path.stem.replace("_", " ")), "original": str(path)}
    if path.suffix.lower() in _PICTURES:
        answers["kind"] = "photograph"
    return answers


def named(words: str) -> str:
    """A title out of words: their first line, cut at a word."""
    line = next((one.strip() for one in words.splitlines() if one.strip()), "")
    clean = " ".join("".join(one if one.isprintable() else " " for one in line).split())
    if len(clean) <= TITLE_MOST:
        return clean or "Without a title"
    return clean[:TITLE_MOST].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def pasted(mime: QMimeData | None) -> tuple[bytes | Path, Mapping[str, Answer]]:
    """What lies in the clipboard, and what is known of it. Raises Refused where it is nothing that can be filed."""
    if mime is None:  # an empty clipboard
        raise Refused(NOTHING)
    files = [one.toLocalFile() for one in mime.urls() if one.isLocalFile()]
    if len(files) == 1:
        return Path(files[0]), known_of(Path(files[0]))
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        out = QBuffer()
        out.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(out, "PNG")  # type: ignore[call-overload]
        return bytes(out.data().data()), {"title": "Pasted picture", "kind": "photograph"}
    words = mime.text()
    if not words.strip():
        raise Refused(NOTHING)
    return words.encode("utf-8", "replace"), {"title": named(words)}


def told_after(given: Given, answers: Mapping[str, Answer]) -> str:
    """What to do about what lies outside, now that it is filed."""
    original = answers.get("original")
    told = (
        f"The file that it came from still lies outside, unprotected: {original}. Open the document here once, then "
        "delete that file and empty the bin. Holdfast never deletes it for you."
        if original
        else "The clipboard may still hold it: copy something else when you are done."
    )
    if given.form is Form.PDF and given.active:
        told += (
            " It holds scripts, actions or files of its own: here only its pages are shown and nothing in it is run; "
            "a plain copy saved outside still holds them."
        )
    return told
