"""Every move of an order and a licence writes its records in one transaction, and can be taken back."""

from __future__ import annotations

from datetime import date

import pytest

from casework.answer import Absent
from casework.case import Case
from casework.reckoning import reckon
from casework.record import Record
from casework.refusal import Refused
from desktop.operations import moving
from desktop.operations.moving import Asked, Doubtful
from storage.vault import Vault

BOTH = ("defendant", "chief_officer")


class Walk:
    """One case of a vault, whose orders and licences are moved on day by day."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        with vault.write("collection") as rows:
            self.id = rows.new_case("W-00001").id
            rows.add(self.id, "person", {"surname": "Walker", "date_of_birth": date(1980, 5, 1)})

    def add(self, record_kind: str, /, **answers) -> str:
        with self.vault.write("collection") as rows:
            return rows.add(self.id, record_kind, answers).id

    @property
    def case(self) -> Case:
        with self.vault.read() as rows:
            return rows.case(self.id)

    def get(self, record: str) -> Record:
        found = self.case.get(record)
        assert found is not None
        return found

    def move(self, of: str, code: str, today: str, /, *, in_spite: bool = False, **given) -> str:
        """Make a move and give the id of the record that it wrote."""
        day, record = date.fromisoformat(today), self.get(of)
        for move in moving.moves_of(self.case, record, reckon(self.case, day)):
            if move.code == code:
                asked = Asked(record, code, move.record, given, in_spite)
                self.last = (move, moving.make(self.id, asked, day)(self.vault).made)
                return self.last[1]
        raise AssertionError(code)

    def take_back(self) -> None:
        moving.take_back(self.id, moving.written(*self.last))(self.vault)

    def states(self, record: str, today: str) -> tuple[str, ...]:
        return reckon(self.case, date.fromisoformat(today)).states_of(record)


@pytest.fixture
def walk(vault: Vault) -> Walk:
    return Walk(vault)


def test_the_whole_life_of_an_order(walk: Walk):
    order = walk.add("order", kind="spo", court="Wexmere")
    walk.move(order, "apply", "2024-01-10", applied_on=date(2024, 1, 8), applicant="police")
    assert walk.states(order, "2024-01-10") == ("applied",)
    interim = walk.move(
        order, "interim", "2024-01-20", court="Wexmere", made_on=date(2024, 1, 15), until=date(2024, 3, 15)
    )
    assert walk.get(interim).answers["main_application"] == order
    assert walk.states(interim, "2024-01-20") == ("active",)
    walk.move(
        order, "make", "2024-03-02", made_on=date(2024, 3, 1), served_on=date(2024, 3, 1), ends="until",
        until=date(2026, 2, 28),
    )  # fmt: skip
    assert walk.states(order, "2024-03-02") == ("active",)
    assert walk.states(interim, "2024-03-02") == ("ceased",)
    varied = walk.move(
        order, "vary", "2024-09-02", applied_on=date(2024, 8, 1), decided_on=date(2024, 9, 1), reason="One route freed."
    )
    assert walk.get(varied).parent == order
    walk.move(
        order, "renew", "2026-02-02", decided_on=date(2026, 2, 1), ends="until", until=date(2028, 2, 28),
        reason="Still necessary.",
    )  # fmt: skip
    assert set(walk.states(order, "2026-02-03")) == {"active", "varied", "renewed"}
    appeal = walk.move(order, "appeal", "2026-02-10", applied_on=date(2026, 2, 9))
    assert "under_appeal" in walk.states(order, "2026-02-10")
    assert walk.move(order, "decide", "2026-04-02", decided_on=date(2026, 4, 1), outcome="dismissed") == appeal
    assert "under_appeal" not in walk.states(order, "2026-04-02")
    later = walk.add(
        "order", kind="spo", court="Wexmere", made_on=date(2026, 5, 1), ends="until", until=date(2029, 4, 30)
    )
    walk.move(order, "supersede", "2026-05-02", by=later, decided_on=date(2026, 5, 1))
    assert walk.states(order, "2026-05-02")[0] == "superseded"
    walk.move(
        later, "discharge", "2028-05-02", decided_on=date(2028, 5, 1), reason="No longer necessary.", consents=BOTH
    )
    assert walk.states(later, "2028-05-02")[0] == "discharged"
    anew = walk.move(later, "apply_anew", "2028-06-01", court="Wexmere", applied_on=date(2028, 6, 1))
    assert walk.states(anew, "2028-06-01") == ("applied",)


def test_the_whole_life_of_a_licence(walk: Walk):
    licence = walk.add(
        "licence", kind="determinate", starts_on=date(2026, 1, 5), ends_on=date(2027, 6, 1), officer="P. Officer"
    )
    asked = walk.move(
        licence, "vary_licence", "2026-02-02", kind="added", applied_on=date(2026, 2, 1), reason="Drink came up again."
    )
    assert (
        walk.move(licence, "decide_variation", "2026-02-10", outcome="approved", decided_on=date(2026, 2, 9)) == asked
    )
    walk.move(
        licence, "consider_recall", "2026-03-02", happened="Missed twice.", decision_reason="A warning will do.",
        decided_on=date(2026, 3, 1), decided_by="SPO",
    )  # fmt: skip
    recall = walk.move(
        licence,
        "recall",
        "2026-04-02",
        recalled_on=date(2026, 4, 1),
        sentence_kind="extended",
        reason="Left the address.",
    )
    for code, given in (("return", "returned_on"), ("refer", "referred_on"), ("release", "released_on")):
        assert walk.move(licence, code, "2026-05-01", **{given: date(2026, 4, 3)}) == recall
    assert walk.get(recall).answers["released_on"] == date(2026, 4, 3)
    with pytest.raises(Refused, match="The licence has ended"):
        walk.move(licence, "recall", "2027-06-02", recalled_on=date(2027, 6, 2))


def test_what_the_law_forbids_is_refused_beside_its_field_and_nothing_is_written(walk: Walk):
    order = walk.add(
        "order", kind="sopo", route="application", court="Wexmere", made_on=date(2012, 1, 1), ends="until",
        until=date(2030, 1, 1),
    )  # fmt: skip
    longer = {"decided_on": date(2026, 3, 1), "ends": "until", "until": date(2033, 1, 1), "reason": "Longer."}
    before = walk.case
    with pytest.raises(Doubtful) as refused:
        walk.move(order, "vary", "2026-03-02", **longer)
    assert refused.value.where
    assert "cannot be made longer" in refused.value.why.en or "longer" in refused.value.why.en
    assert "VAL-17" in refused.value.why.en
    assert walk.case == before
    walk.move(order, "vary", "2026-03-02", in_spite=True, **longer)
    assert len(walk.case.of("change")) == 1


def test_what_is_missing_or_no_longer_legal_is_refused(walk: Walk):
    order = walk.add("order", kind="spo", court="Wexmere")
    with pytest.raises(Refused) as refused:
        walk.move(order, "apply", "2024-01-10")
    assert refused.value.where == "applied_on"
    with pytest.raises(Refused, match="It is not made yet"):
        walk.move(order, "vary", "2024-01-10", decided_on=date(2024, 1, 9), reason="x")
    gone = Asked(walk.get(order), "apply", None, {"applied_on": date(2024, 1, 9)})
    with walk.vault.write("erasure") as rows:
        rows.remove(order)
    with pytest.raises(Refused, match="removed meanwhile"):
        moving.make(walk.id, gone, date(2024, 1, 10))(walk.vault)


def test_a_move_is_taken_back_right_after(walk: Walk):
    order = walk.add("order", kind="spo", court="Wexmere")
    before = walk.get(order)
    walk.move(order, "apply", "2024-01-10", applied_on=date(2024, 1, 8))
    walk.take_back()
    assert walk.get(order) == before
    assert walk.get(order)["applied_on"] is Absent.NOT_ASKED
    walk.move(order, "make", "2024-03-02", made_on=date(2024, 3, 1), ends="until_further_order")
    made = walk.get(order)
    walk.move(order, "discharge", "2026-05-02", decided_on=date(2026, 5, 1), reason="Health.", consents=BOTH)
    walk.take_back()
    assert walk.get(order) == made
    assert not walk.case.of("change")
    with walk.vault.read() as rows:
        assert [one.kind for one in rows.removed(walk.id)] == ["change"], "it can still be restored"
