"""Asking for a file or a folder, in a dialog of our own that leaves no trace of what was looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from casework.text import Language
from widgets import words
from widgets.question import next_path

What = Literal["open", "save", "folder"]


def choose_file(
    parent: QWidget,
    title: str,
    what: What = "open",
    *,
    folder: Path | None = None,
    name: str = "",
    kinds: Sequence[str] = (),
    language: Language = Language.EN,
) -> Path | None:
    """Ask for a file to open, one to save as, or a folder; None where it was cancelled.

    ``kinds`` are lines such as "PDF (*.pdf)"; the first one's ending is added to a name saved without one.
    """
    known, path = next_path()
    if known:
        return path
    dialog = _dialog(parent, title, what, folder=folder, kinds=kinds, language=language)
    if name:
        dialog.selectFile(name)
    taken = bool(dialog.exec())
    chosen = dialog.selectedFiles()
    forget(dialog)
    dialog.deleteLater()
    return Path(chosen[0]) if taken and chosen else None


def _dialog(
    parent: QWidget, title: str, what: What, *, folder: Path | None, kinds: Sequence[str], language: Language
) -> QFileDialog:
    dialog = QFileDialog(parent.window(), title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setDirectory(str(folder or Path.home()))
    dialog.setHistory([])
    dialog.setMinimumSize(720, 480)
    if what == "folder":
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    else:
        dialog.setFileMode(QFileDialog.FileMode.AnyFile if what == "save" else QFileDialog.FileMode.ExistingFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if what == "save" else QFileDialog.AcceptMode.AcceptOpen)
    if kinds:
        dialog.setNameFilters(list(kinds))
        dialog.setDefaultSuffix(kinds[0].partition("*.")[2].partition(")")[0].partition(" ")[0])
    accept = words.SAVE if what == "save" else words.OPEN
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, accept.in_(language))
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, words.CANCEL.in_(language))
    return dialog


def forget(dialog: QFileDialog) -> None:
    """Make what Qt writes down when the dialog goes say nothing: no history, and home as the last folder."""
    dialog.setDirectory(QDir.homePath())
    dialog.setHistory([])
    dialog.setSidebarUrls([])
