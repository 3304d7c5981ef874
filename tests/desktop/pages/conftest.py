"""The case page on a copy of the training vault, and ways to type into it."""

from __future__ import annotations

from datetime import date

import pytest

from casework.case import Case
from desktop import clock
from desktop.desk import Desk, Place
from desktop.here import way_back
from desktop.pages.case import CasePage
from desktop.settings import Settings
from storage.vault import Vault
from tests.desktop.conftest import TODAY
from tests.desktop.pages.hands import press
from widgets.question import answer_next

WIDE, HIGH = 1366 - 136, 768 - 76


@pytest.fixture
def ids(vault: Vault) -> dict[str, str]:
    """The training cases' ids by their references."""
    with vault.read() as rows:
        return {one.ref: str(one.id) for one in rows.cases()}


@pytest.fixture
def page(desk: Desk, shown) -> CasePage:
    """The case page, in sight, at the size that a small laptop leaves it."""
    made = CasePage(desk)
    desk.wanted.connect(made.open)
    return shown(made, WIDE, HIGH)


@pytest.fixture
def opened(page: CasePage, ids: dict[str, str]):
    """Opens a part of a training case and gives the part."""

    def open_part(part: str = "", ref: str = "T-00002", record: str = "", key: str = ""):
        page.open(Place("case", ids[ref], part, record, key))
        return page.shown_part

    return open_part


@pytest.fixture
def case_of(vault: Vault, ids: dict[str, str]):
    """Reads a case from the vault, as it is kept."""

    def read(ref: str = "T-00002") -> Case:
        with vault.read() as rows:
            return rows.case(ids[ref])

    return read


@pytest.fixture
def blank(vault: Vault, ids: dict[str, str]) -> str:
    """A case about somebody of whom nothing is known yet but the name, with a draft plan; its reference."""
    with vault.write("collection") as rows:
        made = rows.new_case("B-00001")
        rows.add(made.id, "person", {"surname": "Blankley"})
        template = rows.case(ids["T-00002"]).one("plan")["template"]
        rows.add(made.id, "plan", {"template": template})
        rows.start_plan(made.id, str(template), date(2026, 11, 25))
    ids["B-00001"] = str(made.id)
    return "B-00001"


@pytest.fixture
def documents(opened):
    """The documents part of a training case."""
    return opened("documents")


@pytest.fixture
def add(documents, tmp_path):
    """Files some bytes as a person would and gives the new row, or None."""

    def added(content: bytes, name: str = "Order_of_3_May.pdf"):
        place = tmp_path / name
        place.write_bytes(content)
        known = {one.id for one in documents.register.rows()}
        answer_next(place)
        press(documents.add_button)
        return next((one for one in documents.register.rows() if one.id not in known), None)

    return added


@pytest.fixture
def started(vault, shown):
    """A case page of a program that is started anew on the same vault."""

    def start(before: Desk, place: Place) -> CasePage:
        fresh = Desk(before.worker, TODAY, Settings())
        with vault.read() as rows:
            left = rows.left()
        fresh.journal.take(left, way_back(left, clock.today()))
        made = shown(CasePage(fresh))
        fresh.wanted.connect(made.open)
        made.open(place)
        return made

    return start
