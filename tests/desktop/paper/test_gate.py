"""Before paper: every unknown of the pages is listed, and somebody chooses; several recipients have copies of their own."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from casework.answer import Absent
from casework.document import documents
from casework.refusal import Refused
from desktop import clock
from desktop.operations import paper_files, papers
from desktop.pages import paper_fields
from tests.desktop.pages.hands import type_into
from widgets.question import answer_next


def order_for(case_id, document="plan", recipient="Police", **also):
    return papers.Order(case_id, document, recipient, "Meeting", **also)


def pack_of(vault, desk, order):
    return papers.preview(order, desk.today, clock.now())(vault)


@pytest.fixture
def unknown(vault, case_id):
    """One answer of the plan that is not known."""
    with vault.write() as rows:
        rows.answer(rows.case(case_id).one("plan").id, "situation_text", Absent.UNKNOWN)


def words_on(part, pdf):
    part.pages.show_pdf(pdf)
    return part.pages.text()


@pytest.fixture
def order(case_id, vault, desk, unknown):
    return order_for(case_id, "pack")


def test_an_unknown_is_found_with_its_place(order, vault, desk):
    found = papers.unknowns(pack_of(vault, desk, order), order)
    assert any(one.line and one.key == "situation_text" and "not known" in one.says.en.lower() for one in found)
    with vault.read() as rows:
        case = rows.case(order.case)
    assert all(case.get(one.record) for one in found if one.line)


@pytest.mark.parametrize(("choice", "told"), [("as_such", "printed as such"), ("left_out", "left out")])
def test_the_cover_tells_what_was_chosen(order, vault, part, choice, told):
    chosen = papers.replace(order, unknowns=choice)
    pack = pack_of(vault, part.desk, chosen)
    lines = sum(one.line for one in papers.unknowns(pack, chosen))
    words = words_on(part, papers.made(pack, chosen))
    assert f"{told}: {lines}" in " ".join(words.split())


def test_what_is_left_out_is_not_on_the_pages(order, vault, desk, part):
    label = next(
        one.says.en.partition(":")[0].partition(" ")[2]
        for one in papers.unknowns(pack_of(vault, desk, order), order)
        if one.key == "situation_text"
    )
    said = {}
    for choice in ("as_such", "left_out"):
        chosen = papers.replace(order, unknowns=choice)
        said[choice] = " ".join(words_on(part, papers.made(pack_of(vault, desk, chosen), chosen)).split())
    assert said["as_such"].count(label) == said["left_out"].count(label) + 1


def test_nothing_leaves_before_somebody_chose(part, write, qtbot, register, tmp_path):
    write("situation_text", Absent.UNKNOWN)
    qtbot.waitUntil(lambda: part.gate.lines > 0, timeout=10_000)
    assert "not known" in part.gate.text()
    type_into(part.form().editor("recipient"), "Police")
    part.save_sealed()
    assert "choose how they are printed" in part.form().editor("unknowns")._wrong
    assert register.is_blank


def test_a_line_of_the_gate_leads_to_its_place(part, write, qtbot, desk):
    write("situation_text", Absent.UNKNOWN)
    qtbot.waitUntil(lambda: any(one.key == "situation_text" for one in part.gate.found), timeout=10_000)
    wanted = []
    desk.wanted.connect(wanted.append)
    one = next(one for one in part.gate.found if one.key == "situation_text")
    part.gate.go_to(one.record, one.key, "")
    assert (wanted[0].part, wanted[0].key) == ("plan", "situation_text")


@pytest.mark.usefixtures("unknown")
def test_each_recipient_has_a_copy_and_the_log_the_choice(part, for_whom, register, tmp_path):
    assert part.gate.lines
    for_whom("Police\nHousing\n\nHousing ")
    answer_next(tmp_path / "out.pdf")
    part.save_plain()
    assert [(one.number, one.of, one.recipient) for one in register.copies] == [(1, 2, "Police"), (2, 2, "Housing")]
    assert "Copy 2 of 2 for Housing" in words_on(part, (tmp_path / "out-2.pdf").read_bytes())
    (entry,) = register.disclosures
    with register.vault.read() as rows:
        assert "printed as such" in rows.detail(entry).reason


STEPS = ("mkstemp", "fdopen", "fsync", "replace", "read_bytes", "short", "other", "gone", "access", "exists")


@pytest.mark.parametrize("step", STEPS)
def test_a_place_that_fails_never_says_saved(part, for_whom, tmp_path, monkeypatch, step):
    monkeypatch.setattr(paper_fields, "_USUAL", "orders")
    for_whom()
    place = tmp_path / "out.pdf"

    def pulled(*_args, **_named):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    read = Path.read_bytes
    with monkeypatch.context() as patched:
        match step:
            case "mkstemp":
                patched.setattr("desktop.files.tempfile.mkstemp", pulled)
            case "fdopen":
                patched.setattr("desktop.files.os.fdopen", pulled)
            case "fsync":
                patched.setattr("desktop.files.os.fsync", pulled)
            case "access":
                patched.setattr("desktop.files.os.access", lambda *_: False)
            case "replace" | "read_bytes":
                patched.setattr(Path, step, pulled)
            case "short":
                patched.setattr(Path, "read_bytes", lambda one: read(one)[:-1])
            case "other":
                patched.setattr(Path, "read_bytes", lambda one: bytes(len(read(one))))
            case "gone":
                patched.setattr(Path, "replace", lambda one, _to: one.unlink())
            case "exists":
                place.mkdir()
        answer_next(place)
        part.save_sealed()
    assert part.outcome.text()
    assert not part.outcome.text().startswith("Saved")
    assert part.outcome.passphrase() == ""


def test_a_file_that_does_not_read_back_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", lambda _one: b"other")
    with pytest.raises(Refused, match="not saved"):
        paper_files.save(tmp_path / "out.pdf", b"%PDF-", 1)


def test_an_annex_lists_every_copy_of_itself_and_a_sheet_is_to_be_back_when_it_is_to_be_destroyed(vault, desk, case_id):
    for who in ("V. Liaison", "P. Officer"):
        given = papers.disclose(order_for(case_id, "closed_annex", recipient=who), desk.today, clock.now())(vault)
        papers.disclose(order_for(case_id, "pack", recipient=who), desk.today, clock.now())(vault)
    assert [one.recipient for one in given[0].holders] == ["V. Liaison", "P. Officer"]
    (sheet,) = papers.disclose(order_for(case_id, "emergency"), desk.today, clock.now())(vault)
    assert sheet.holders == ()
    with vault.read() as rows:
        (copy,) = (one for one in rows.copies(case_id) if one.document == "emergency")
    assert copy.back_by == documents()["emergency"].destroyed_by(desk.today)
