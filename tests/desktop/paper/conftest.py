"""The paper part of a training case, with a worker that does it now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from casework.answer import Answer
from casework.pack import MeetingPack
from desktop import clock
from desktop.desk import Desk
from desktop.operations import view
from desktop.pages.paper import PaperPart
from reports import documents
from storage.disclosure import Copy
from storage.entry import Entry
from storage.vault import Vault

REF = "T-00002"
NOW = datetime(2026, 11, 25, 9, 41)


def remembering(work: Callable[..., Any]) -> Callable[..., Any]:
    """The same work, not done twice for the same pack: that the same pack gives the same bytes is tried elsewhere.

    A preview's log head, of another opening of the same vault, makes no difference; that of a numbered copy does.
    """
    done: dict[Any, list[tuple[MeetingPack, Any]]] = defaultdict(list)

    def look(code: str, pack: MeetingPack, *also: Any, **how: Any) -> Any:
        wanted = pack if pack.copy_number else replace(pack, log_head="")
        key = (code, also, *how.items())
        for asked, given in done[key]:
            if asked == wanted:
                return given
        made = work(code, pack, *also, **how)
        done[key].append((wanted, made))
        return made

    return look


_RENDER, _STANDING = remembering(documents.render), remembering(documents.standing)
_FIRST = remembering(documents.first_page)


@pytest.fixture(autouse=True)
def printed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The time stands still, so that a case that did not change gives a pack that was printed before."""
    monkeypatch.setattr(clock, "now", lambda: NOW)
    monkeypatch.setattr(documents, "render", _RENDER)
    monkeypatch.setattr(documents, "standing", _STANDING)
    monkeypatch.setattr(documents, "first_page", _FIRST)


@pytest.fixture
def case_id(vault: Vault) -> str:
    with vault.read() as rows:
        return rows.find(REF).id


@pytest.fixture
def read_again(desk: Desk, vault: Vault, case_id: str) -> Callable[[PaperPart], None]:
    """Gives a part the case as it now is, as the case page does when something has changed."""

    def read(part: PaperPart) -> None:
        part.take(view.view(case_id, desk.today)(vault))

    return read


@pytest.fixture
def part(desk: Desk, shown, read_again, qtbot) -> PaperPart:
    """The part in sight with its preview."""
    made = PaperPart(desk)
    shown(made, 1044, 610)
    read_again(made)
    qtbot.waitUntil(lambda: made.pages.page_count() > 0, timeout=10_000)
    return made


@dataclass(frozen=True)
class Register:
    """What the vault knows of copies given out."""

    vault: Vault
    case: str

    @property
    def copies(self) -> tuple[Copy, ...]:
        with self.vault.read() as rows:
            return rows.copies(self.case)

    @property
    def disclosures(self) -> list[Entry]:
        with self.vault.read() as rows:
            return [one for one in rows.log() if one.op == "disclosure"]

    @property
    def is_blank(self) -> bool:
        return not self.copies and not self.disclosures


@pytest.fixture
def register(vault: Vault, case_id: str) -> Register:
    return Register(vault, case_id)


@pytest.fixture
def write(part: PaperPart, vault: Vault, read_again) -> Callable[..., None]:
    """Changes an answer of the plan somewhere else, and gives the part the case as it then is."""

    def change(key: str, answer: Answer) -> None:
        with vault.write() as rows:
            rows.answer(part.view.case.one("plan").id, key, answer)
        read_again(part)

    return change


@pytest.fixture
def for_whom(part: PaperPart) -> Callable[[str], None]:
    """Types whom the copies are for."""

    def type_it(words: str = "Supt R. Vale, Wexmere Police") -> None:
        box = part.form().editor("recipient").buddy()
        box.setFocus()
        for n, line in enumerate(words.split("\n")):
            if n:
                QTest.keyClick(box, Qt.Key.Key_Return)
            QTest.keyClicks(box, line)
        part.asking.asked = part.asking.asked.answered("unknowns", "as_such")

    return type_it
