"""The other ways to look at a plan: what is missing, the chain, the text, versions, compare, agree."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from casework.record import title
from casework.refusal import Refused
from casework.sentences import sentences
from casework.standing import standings
from casework.template import plan_templates
from desktop import printing
from desktop.operations import agreeing, cases, plans
from desktop.pages import paper_ways
from desktop.pages.compare import DifferenceRow
from desktop.pages.overview_blocks import Fact
from desktop.pages.pages_view import PagesView
from desktop.pages.plan.kept_pages import KeptPages
from desktop.pages.plan.mend_line import MendLine
from desktop.pages.plan.tabs import VIEWS
from desktop.pages.plan.versions import VersionRow
from desktop.pages.read_through import BlockText
from tests.desktop.audit import cut, nameless, sideways, unreached
from tests.desktop.pages.hands import keep_all, press, settled, type_into, words
from widgets import question

TEMPLATE = plan_templates()["community_rmp_2026_11"]
TODAY = date(2026, 11, 25)


@pytest.fixture
def looking(opened):
    """Opens one way to look at the plan of a case, and gives the part and the view."""

    def look(code: str, ref: str = "T-00002"):
        part = opened("plan", ref)
        press(part.tabs.tabs[code])
        return part, part.shown()

    return look


def agree(part, who: str = "DI Marl, chair") -> None:
    press(part.tabs.tabs["agree"])
    view = part.shown()
    view.who.box.setText(who)
    press(view.button)
    return view


@pytest.mark.parametrize("ref", ["T-00001", "T-00002", "T-00003"])
@pytest.mark.parametrize("code", list(VIEWS))
def test_every_view_fits_and_has_its_names(looking, page, qtbot, code, ref):
    looking(code, ref)
    settled(qtbot, page)
    assert page.width() <= 1230
    assert nameless(page) == []
    assert sideways(page) == []
    assert cut(page) == []


@pytest.mark.parametrize("code", ["missing", "versions", "compare", "agree"])
def test_every_control_is_reached_with_tab(looking, page, code):
    looking(code)
    assert unreached(page) == []


def test_everything_missing_is_listed_and_leads_to_its_place(looking, blank, case_of):
    part, view = looking("missing", blank)
    case = case_of(blank)
    gaps = [gap for one in standings(TEMPLATE, case, case.one("plan")) for gap in one.gaps]
    facts = view.findChildren(Fact)
    assert [one.words for one in facts] == [one.what.en for one in gaps]
    press(next(one for one in facts if one.words.startswith("What the person says")))
    assert part.shown() is part.writing
    assert part.writing.page.section.key == "view"
    assert part.writing.page._own.form.focused_field().key == "view_words"


def test_nothing_missing_is_said(looking, qtbot):
    _, view = looking("missing")
    qtbot.waitUntil(lambda: "Nothing is missing: 19 of 19 sections ready." in words(view))


def test_the_chain_shows_its_gaps_as_rows(looking, case_of, desk, qtbot):
    case = case_of()
    scenario = case.of("scenario")[0]
    for one in case.of("contingency"):
        desk.worker.write(cases.remove(case.id, one), desk)
    part, view = looking("chain")
    qtbot.waitUntil(lambda: "no contingency" in words(view))
    lines = [one for one in view.findChildren(MendLine) if one.found.about.id == scenario.id]
    press(lines[0]._button)
    assert part.shown() is part.writing
    assert case_of().of("contingency")[-1].links("scenarios") == (scenario.id,)


def test_the_chain_names_owner_and_date_of_every_measure(looking, case_of, qtbot):
    _, view = looking("chain")
    qtbot.waitUntil(lambda: "The chain holds" in words(view))
    told = words(view)
    for measure in case_of().of("measure"):
        assert measure.words("owner") in told


def test_the_text_holds_every_answer_and_changes_it(looking, case_of, qtbot):
    part, view = looking("read")
    case = case_of()
    qtbot.waitUntil(lambda: case.one("plan").words("situation_text").split("\n")[0] in words(view))
    told = words(view)
    for scenario in case.of("scenario"):
        assert title(scenario) in told
        assert scenario.words("how").split("\n")[0] in told
    block = next(one for one in view.findChildren(BlockText) if one._block.key == "view_words")
    press(next(one for one in block.findChildren(type(part.tabs.tabs["read"]).__mro__[1])))
    assert part.writing.page._own.form.focused_field().key == "view_words"
    type_into(part.writing.page._own.form.editor("view_words"), "Says something else now.")
    part.flush()
    press(part.tabs.tabs["read"])
    qtbot.waitUntil(lambda: "Says something else now." in words(part.shown()))


def test_agreeing_is_refused_with_the_names_of_what_is_open(looking, desk, case_of, blank, qtbot):
    part, view = looking("agree", blank)
    assert not view.button.isEnabled()
    qtbot.waitUntil(lambda: "It cannot be agreed yet" in words(view))
    open_now = agreeing.still_open(case_of(blank))
    assert [one.words.split(":")[0] for one in view.findChildren(Fact)] == [
        f"{TEMPLATE.number(one.section)}  {one.section.title.en}" for one in open_now
    ]
    press(view.findChildren(Fact)[1])
    assert part.writing.page.section is open_now[1].section
    refused = []
    desk.worker.write(plans.agree(case_of(blank).id, "DI Marl", TODAY, b"%PDF"), desk, otherwise=refused.append)
    assert "Current situation" in refused[0].why.en


def test_agreeing_asks_who_agrees(looking, ids, vault, qtbot):
    part, view = looking("agree")
    press(view.button)
    qtbot.waitUntil(lambda: "Say who agreed the plan" in words(view))
    assert view.who.box.hasFocus()
    with vault.read() as rows:
        assert [one.state for one in rows.plan_versions(ids["T-00002"])] == ["draft"]
    assert part.shown() is view


def test_agreeing_freezes_the_case_and_the_pages(looking, case_of, vault, page, qtbot, ids):  # noqa: PLR0917
    part, _ = looking("write")
    agree(part)
    with vault.read() as rows:
        (version,) = rows.plan_versions(ids["T-00002"])
        frozen, paper = rows.snapshot(version.id), rows.paper(version.id)
    assert (version.state, version.agreed_by, version.agreed_on) == ("agreed", "DI Marl, chair", TODAY)
    assert frozen.records == case_of().records
    assert paper.startswith(b"%PDF")
    assert "Plan v1 agreed" in [one.title for one in page.navigation._model.items]
    row = part.shown().findChildren(VersionRow)[0]
    qtbot.waitUntil(lambda: "agreed Wed 25 Nov 2026 by DI Marl, chair" in words(row))


def test_the_agreed_pages_carry_no_draft_mark_and_are_shown_again(looking, qtbot):
    part, _ = looking("write")
    agree(part)
    row = part.shown().findChildren(VersionRow)[0]
    row._paper()
    view = part.shown().findChild(PagesView)
    assert view.page_count() > 1
    text = view.text()
    assert "DRAFT" not in text
    assert "Preview" not in text
    assert "Kept with the agreed plan" in text
    assert "OFFICIAL-SENSITIVE" in text
    press(part.shown().frozen._back)
    assert part.shown().currentWidget() is not part.shown().frozen


def test_the_agreed_pages_are_printed_again_byte_for_byte(looking, vault, ids, monkeypatch):
    part, _ = looking("write")
    agree(part)
    part.shown().findChildren(VersionRow)[0]._paper()
    pages, printed = part.shown().findChild(KeptPages), []
    monkeypatch.setattr(paper_ways, "choose_printer", lambda _parent: object())
    monkeypatch.setattr(printing, "spooler", lambda _printer: ["lp"])

    def gone(_command, _copies):
        raise Refused("The printer has stopped.")

    monkeypatch.setattr(printing, "spool", gone)
    for answer in (None, "DI Marl"):
        question.answer_next(answer)
        press(pages.print)
    assert "The printer has stopped." in pages.notice._words.text()
    monkeypatch.setattr(printing, "spool", lambda _command, copies: printed.extend(copies))
    question.answer_next("DI Marl")
    press(pages.print)
    with vault.read() as rows:
        (version,) = rows.plan_versions(ids["T-00002"])
        assert printed == [rows.paper(version.id)]
        assert [one.state for one in rows.copies(ids["T-00002"])] == ["unmade", "out"]
        assert rows.log(1)[0].op == "disclosure"


def test_an_agreed_plan_is_read_until_the_next_draft_begins(looking, vault, ids, page, qtbot):
    part, _ = looking("write")
    agree(part)
    press(part.tabs.tabs["write"])
    assert part.writing is None
    qtbot.waitUntil(lambda: "Version 1 is agreed and frozen." in words(part.shown()))
    question.answer_next("Quarterly review")
    press(part.shown().button)
    assert part.shown() is part._views["carry"]
    press(part.tabs.tabs["write"])
    assert part.writing is not None
    with vault.read() as rows:
        assert [one.state for one in rows.plan_versions(ids["T-00002"])] == ["draft", "agreed"]
    assert "Plan v2 draft" in [one.title for one in page.navigation._model.items]


def test_comparing_shows_what_came_what_went_and_what_changed(looking, case_of, desk, qtbot):
    part, _ = looking("write")
    agree(part)
    case = case_of()
    desk.worker.write(plans.start(case.id, TODAY), desk)
    dropped, changed = case.of("protective")[:2]
    desk.worker.write(cases.remove(case.id, dropped), desk)
    desk.worker.write(cases.answer(case.id, changed, "strengthen", "Rung every Sunday."), desk)
    desk.worker.write(cases.add(case.id, "protective", {"name": "A dog that must be walked"}), desk)
    press(part.tabs.tabs["compare"])
    view = part.shown()
    qtbot.waitUntil(lambda: len(view.findChildren(DifferenceRow)) >= 3)
    qtbot.waitUntil(lambda: all(word in words(view) for word in ("Added", "Dropped", "Changed")))
    told = words(view)
    assert title(dropped) in told
    assert "Rung every Sunday." in told
    assert all(one.words in told for one in sentences(changed.words("strengthen")))
    assert "A dog that must be walked" in told
    assert "1 added, 2 dropped, 1 changed" in told


def test_what_changed_is_looked_at_on_one_page(looking, case_of, desk):
    part, _ = looking("write")
    agree(part)
    case = case_of()
    desk.worker.write(plans.start(case.id, TODAY), desk)
    desk.worker.write(cases.add(case.id, "protective", {"name": "A dog that must be walked"}), desk)
    press(part.tabs.tabs["compare"])
    view = part.shown()
    press(view.one_page)
    pages = view.findChild(PagesView)
    assert pages.page_count() == 1
    assert "A dog that must be walked" in " ".join(pages.text().split())
    assert "Since version 1, agreed Wed 25 Nov 2026" in pages.text()


def test_a_version_is_read_as_it_was(looking, case_of, desk, qtbot):
    part, _ = looking("write")
    agree(part)
    case = case_of()
    was = case.one("plan").words("view_words")
    desk.worker.write(plans.start(case.id, TODAY), desk)
    desk.worker.write(cases.answer(case.id, case.one("plan"), "view_words", "Changed since."), desk)
    press(part.tabs.tabs["versions"])
    part.shown().findChildren(VersionRow)[1]._read()
    qtbot.waitUntil(lambda: was.split("\n")[0] in words(part.shown()))
    assert "Changed since." not in words(part.shown())
    assert not [one for one in part.shown().findChildren(BlockText) if "Change" in words(one).split("\n")]


def test_the_next_version_supersedes(looking, ids, vault, desk, qtbot):
    part, _ = looking("write")
    agree(part)
    press(part.tabs.tabs["versions"])
    question.answer_next(None)
    press(part.shown()._start)
    assert part.view.draft is None, "no reason was given"
    question.answer_next("Move to a hostel")
    press(part.shown()._start)
    assert not agree(part, "Supt. Wex").button.isEnabled(), "nobody has looked at what was carried"
    keep_all(desk, ids["T-00002"])
    agree(part, "Supt. Wex")
    with vault.read() as rows:
        found = rows.plan_versions(ids["T-00002"])
    assert [(one.number, one.state) for one in found] == [(2, "agreed"), (1, "superseded")]
    qtbot.waitUntil(lambda: "Superseded" in words(part.shown()))
    assert "because: Move to a hostel" in words(part.shown())


def test_views_go_by_arrow_keys(looking):
    part, _ = looking("write")
    first = part.tabs.tabs["write"]
    first.setFocus()
    press(first, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is part.tabs.tabs["missing"]
    press(QApplication.focusWidget())
    assert part.shown() is part._views["missing"]
