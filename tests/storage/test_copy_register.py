"""What becomes of copies given out: entered once, in words and with a name, never edited, never without the log."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlcipher3 import dbapi2

from casework import copy_register
from casework.refusal import Refused
from storage import log as log_module
from storage.problems import DiskFull


@pytest.fixture
def case(vault):
    with vault.write() as rows:
        return rows.new_case().id


@pytest.fixture
def given(vault, case):
    """A copy each for two agencies and one of another case; the day on which they were made."""
    with vault.write() as rows:
        other = rows.new_case().id
        copies = (
            *rows.disclose(case, "pack", "full", ("B. Chair", "Housing"), "mappa", gate="3 printed as such"),
            *rows.disclose(other, "pack", "full", "Police", "mappa", back_by=date(2020, 1, 1)),
        )
    return copies, copies[0].made_at.astimezone().date()


def mark(vault, ids, what="returned", *, on=None, by="A. Clerk", how="by hand", today=None):
    with vault.write() as rows:
        rows.register.mark(ids, copy_register.Told(what, on, by, how), today or on)


def everything(vault):
    with vault.read() as rows:
        return rows.register.all()


def test_each_recipient_has_copies_of_their_own(vault, case):
    with vault.write() as rows:
        made = rows.disclose(case, "pack", "full", ("Police", "Housing"), "mappa", 2)
    assert [(one.number, one.of, one.recipient) for one in made] == [
        (1, 4, "Police"),
        (2, 4, "Police"),
        (3, 4, "Housing"),
        (4, 4, "Housing"),
    ]


def test_what_was_chosen_of_the_unknowns_is_in_the_log(vault, given):
    with vault.read() as rows:
        told = [rows.detail(one) for one in rows.log() if one.op == "disclosure"]
    assert "mappa (3 printed as such)" in {one.reason for one in told}


def test_several_are_marked_in_one_go_over_several_cases(vault, given):
    copies, day = given
    mark(vault, [one.id for one in copies], on=day)
    assert [one.state for one in everything(vault)] == ["returned"] * 3
    with vault.read() as rows:
        assert len([one for one in rows.log() if one.op == "alteration" and one.object_kind == "case"]) == 2
        (entered,) = rows.register.history(copies[0].id)
    assert (entered.by_whom, entered.how, entered.on) == ("A. Clerk", "by hand", day)


def test_what_stands_is_never_edited(vault, given):
    copies, day = given
    mark(vault, [copies[0].id], on=day)
    for harm in (
        "UPDATE copy SET recipient = 'Nobody'",
        "DELETE FROM copy",
        "UPDATE copy_event SET by_whom = 'Nobody'",
        "DELETE FROM copy_event",
    ):
        with pytest.raises(dbapi2.IntegrityError, match="never edited"):
            vault._connection.execute(harm)


def test_an_error_is_put_right_by_another_entry(vault, given):
    copies, day = given
    mark(vault, [copies[0].id], on=day)
    mark(vault, [copies[0].id], "out", on=day, how="It was copy 2")
    assert everything(vault)[0].unaccounted
    with vault.read() as rows:
        assert [one.what for one in rows.register.history(copies[0].id)] == ["returned", "out"]


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"by": " "}, "by_whom"),
        ({"what": "destroyed", "how": ""}, "how"),
        ({"what": "lost", "how": ""}, "how"),
        ({"what": "burnt"}, "what"),
        ({"what": "out"}, "what"),
        ({"days": 1}, "on"),
        ({"days": -1}, "on"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_entered(vault, given, changed, where):
    copies, day = given
    wanted = {"what": "returned", "by": "A. Clerk", "how": "by hand"} | changed
    on = day + timedelta(days=wanted.pop("days", 0))
    with pytest.raises(Refused) as told:
        mark(vault, [one.id for one in copies], on=on, today=day, **wanted)
    assert told.value.where == where
    assert all(one.became is None for one in everything(vault))


def test_one_that_cannot_be_marked_keeps_the_others_as_they_are(vault, given):
    copies, day = given
    mark(vault, [copies[1].id], "destroyed", on=day, how="shredded")
    with pytest.raises(Refused, match="Copy 2 of 2 is destroyed"):
        mark(vault, [copies[0].id, copies[1].id], on=day)
    assert [one.state for one in everything(vault)] == ["out", "destroyed", "out"]


def test_without_its_entry_in_the_log_there_is_no_copy(vault, case, monkeypatch):
    def full(*_args, **_named):
        raise dbapi2.OperationalError("database or disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(log_module.Log, "append", full)
        with pytest.raises(DiskFull), vault.write() as rows:
            rows.disclose(case, "pack", "full", "B. Chair", "mappa")
    assert everything(vault) == ()


def test_what_is_late_is_told(vault, given):
    today = date(2020, 1, 3)
    third = everything(vault)[2]
    assert third.late(today)
    assert third.told(today).en == "Not back"
    assert not third.late(date(2020, 1, 1))


@pytest.mark.parametrize(("typed", "days"), [("", 0), ("0", 0), ("28", 28)])
def test_the_days_that_the_area_allows(typed, days):
    assert copy_register.back_within({copy_register.BACK_WITHIN: typed}) == days
    assert copy_register.back_by({copy_register.BACK_WITHIN: typed}, date(2026, 1, 1)) == (
        date(2026, 1, 1) + timedelta(days=days) if days else None
    )


def test_no_number_of_days_is_refused():
    with pytest.raises(Refused, match="whole number"):
        copy_register.back_within({copy_register.BACK_WITHIN: "soon"})


def test_a_copy_that_never_came_to_be_is_not_out_and_its_number_is_not_given_again(vault, case):
    with vault.write() as rows:
        (made,) = rows.disclose(case, "pack", "full", "Police", "mappa", content="abc", back_by=date(2020, 1, 1))
    day = made.made_at.astimezone().date()
    with vault.read() as rows:
        assert rows.register.same(case, "pack", "abc", ["  police "]) == (made,)
        assert rows.register.late(day) == (made,)
    mark(vault, [made.id], "unmade", on=day, how="the printer stopped")
    with vault.read() as rows:
        (after,) = rows.copies(case)
        assert (after.state, after.unaccounted) == ("unmade", False)
        assert rows.register.same(case, "pack", "abc", ["Police"]) == ()
        assert rows.register.late(day) == ()
        assert rows.register.next_number(case, "pack") == 2
