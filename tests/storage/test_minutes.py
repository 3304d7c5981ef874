"""Approved minutes in the vault: frozen, found by the check where changed, erased with the case."""

from datetime import date, datetime

import pytest

from casework.refusal import Refused
from storage.check import check
from storage.kdf import FLOOR_KDF
from storage.membership import add_person
from storage.second import second

DAY = date(2026, 11, 25)
OWN = b"orbit velvet cactus lumber"


def closed(vault):
    with vault.write() as rows:
        case = rows.new_case()
        meeting = rows.add(case.id, "meeting", {"level": "2", "on": DAY, "closed_at": datetime(2026, 11, 25, 11, 0)})
        line = rows.add(case.id, "minute", {"item": "risk", "kind": "note", "words": "First"}, meeting.id)
    return case.id, meeting.id, line.id


def test_approved_minutes_are_frozen_and_erased_with_their_case(vault):
    case, meeting, line = closed(vault)
    with vault.write() as rows:
        made = rows.approve_minutes(meeting, "A. Chair", DAY, b"pages")
    assert (made.approved_by, made.approved_on) == ("A. Chair", DAY)
    for write in (
        lambda rows: rows.answer(line, "words", "Other"),
        lambda rows: rows.remove(line),
        lambda rows: rows.add(case, "minute", {"words": "More"}, meeting),
        lambda rows: rows.answer(meeting, "level_decision", "3"),
        lambda rows: rows.approve_minutes(meeting, "B. Chair", DAY, b"other"),
    ):
        with pytest.raises(Refused), vault.write() as rows:
            write(rows)
    with vault.write() as rows:
        rows.answer(meeting, "issued_on", DAY)
        rows.add(case, "correction", {"words": "It was two", "asked_by": "P. Other", "asked_on": DAY}, meeting)
        assert rows.minutes_paper(meeting) == b"pages"
        assert rows.minutes_snapshot(meeting).get(line)["words"] == "First"
    assert check(vault) == ()
    with vault.write() as rows:
        rows._transaction.connection.execute("UPDATE minutes_part SET content = x'00'")
    assert [one.code for one in check(vault)] == ["minutes"]
    with vault.write() as rows:
        rows.erase(case)
    assert check(vault) == ()


def test_the_chair_signs_with_a_passphrase_of_their_own_and_a_forgery_is_found(vault):
    case, meeting, _ = closed(vault)
    add_person(vault, "A. Chair", bytearray(OWN), kdf=FLOOR_KDF)
    chair = second(vault, next(one.id for one in vault.people() if one.name == "A. Chair"), bytearray(OWN))
    with vault.write() as rows:
        made = rows.approve_minutes(meeting, "A. Chair", DAY, b"pages", chair)
    assert (made.signed.name, made.signed.member, made.signed.holds) == ("A. Chair", chair.member, True)
    assert check(vault) == ()
    with vault.read() as rows:
        assert any(one.op == "countersign" and one.actor == chair.member for one in rows.log())
    with vault.write() as rows:
        rows._transaction.connection.execute("UPDATE minutes SET approved_by = 'B. Chair'")
        assert not rows.approved_minutes(meeting).signed.holds
    assert [one.code for one in check(vault)] == ["minutes"]
    with vault.write() as rows:
        rows.erase(case)
    assert check(vault) == ()


def test_only_a_closed_meeting_is_approved_and_by_somebody_named(vault):
    case, meeting, _ = closed(vault)
    with vault.write() as rows:
        other = rows.add(case, "meeting", {"level": "2", "on": DAY}).id
    for one, who in ((other, "A. Chair"), (meeting, "  ")):
        with pytest.raises(Refused), vault.write() as rows:
            rows.approve_minutes(one, who, DAY, b"pages")
