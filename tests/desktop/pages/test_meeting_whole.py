"""A meeting of forty minutes by keyboard alone, closed, approved and printed: every paper says the same of it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from casework.case import Case
from casework.dates import spoken
from casework.meetings.minutes import actions
from casework.meetings.suggestions import suggestions
from casework.reckoning import reckon
from casework.record import Record, title
from casework.refusal import Refused
from desktop.desk import Desk, Place
from desktop.operations import minuting, papers
from desktop.pages.meeting.page import MeetingPage
from storage.check import check
from storage.kdf import FLOOR_KDF
from storage.membership import add_person
from storage.vault import Vault
from tests.desktop.conftest import TODAY
from tests.desktop.meeting_script import DISCLOSURE, LEVEL, NEXT_ON, RISK, SCRIPT
from tests.desktop.pages.conftest import HIGH, WIDE
from tests.desktop.pages.hands import Typist, words
from tests.reports.reading import read

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 11, 25, 15, 40)
LIMIT = 240
OWN = "orbit velvet cactus lumber"


@pytest.fixture
def meeting(vault: Vault, ids: dict[str, str]) -> str:
    with vault.write() as rows:
        case = rows.case(ids["T-00001"])
        ahead = case.of("meeting")[-1]
        rows.answer(ahead.id, "on", TODAY)
        for one in case.children(ahead, "invitee"):
            rows.remove(one.id)
        fresh = rows.case(ids["T-00001"])
        for one in suggestions(fresh, ahead, TODAY, reckon(fresh, TODAY)):
            rows.add(case.id, "invitee", one.answers(TODAY), ahead.id)
    add_person(vault, "Superintendent Adaeze Morland", bytearray(OWN.encode()), kdf=FLOOR_KDF)
    return ahead.id


@pytest.fixture
def page(desk: Desk, shown, ids: dict[str, str], meeting: str) -> MeetingPage:
    made = shown(MeetingPage(desk), WIDE, HIGH)
    made.open(Place("meeting", ids["T-00001"], record=meeting))
    return made


def sit(page: MeetingPage) -> Typist:
    """Hold the meeting from the script with the keyboard alone; gives the keys beyond the text."""
    typist = Typist()
    for n, _ in enumerate(page.middle.attendance.rows):
        typist.press(KEY.Key_L if n % 4 == 3 else KEY.Key_Return)
    said = dict(SCRIPT)
    for line in said["welcome"]:
        typist.text(line).press(KEY.Key_Return, KEY.Key_Return)
        assert page.middle.line.words() == "", page.middle.line.problem.text()
    typist.press(KEY.Key_Down, modifier=CTRL).press(KEY.Key_Return)
    for item in [one.code for one in page.sitting.agenda][2:]:
        assert page.item == item
        for line in said.get(item, ()):
            typist.text(line).press(KEY.Key_Return)
            if page.middle.line.words():  # a name or an agency was offered and taken with the first Enter
                typist.press(KEY.Key_Return)
            assert page.middle.line.words() == "", page.middle.line.problem.text()
        if item in ("risk", "disclosure", "level", "next"):
            typist.press(KEY.Key_F8)
            decide(typist, item)
        typist.press(KEY.Key_Down, modifier=CTRL)
    page.flush()
    typist.press(KEY.Key_Return, modifier=CTRL)
    return typist


def decide(typist: Typist, item: str) -> None:
    match item:
        case "risk" | "disclosure":
            choice, why = RISK if item == "risk" else DISCLOSURE
            choose(typist, choice).text(why)
        case "level":
            choose(typist, LEVEL[0]).text(LEVEL[1]).press(KEY.Key_Tab)
            choose(typist, LEVEL[2]).text(LEVEL[3])
        case "next":
            typist.text(NEXT_ON).press(KEY.Key_Return)


def choose(typist: Typist, figure: str) -> Typist:
    """Take the answer that has this figure before its words, and go on to the next field."""
    return typist.press(figure, KEY.Key_Return)


def printed(vault: Vault, case: str, document: str, recipient: str = "") -> str:
    order = papers.Order(case, document, recipient, "The meeting of today")
    pack = papers.preview(order, TODAY, NOW)(vault)
    return " ".join(read(papers.made(pack, order)).text.split())


def test_a_meeting_by_keyboard_alone_is_closed_approved_and_printed(
    page: MeetingPage, vault: Vault, ids: dict[str, str], meeting: str, qtbot
) -> None:
    case_id = ids["T-00001"]
    before = {one: printed(vault, case_id, one) for one in ("referral", "invitation", "agenda")}
    known = [one.words("name") for one in page.sitting.case.children(page.sitting.meeting, "invitee")]
    typist = sit(page)
    assert page.sitting.blocking == ()
    assert page.sitting.closed
    assert typist.keys <= LIMIT
    mend_after_closing(page, qtbot)
    assert page.middle.approval.who.text() == "Superintendent Adaeze Morland"
    sign(page, typist, qtbot)
    qtbot.waitUntil(lambda: page.sitting.meeting.words("approved_by") != "", timeout=20000)
    page.middle.approval.issue()
    with vault.read() as rows:
        case = rows.case(case_id)
    held = case.get(meeting)
    assert (held["approved_on"], held["issued_on"]) == (TODAY, TODAY)
    with vault.read() as rows:
        assert rows.approved_minutes(meeting).signed.holds
        kept = " ".join(read(rows.minutes_paper(meeting)).text.split())
    assert "Signed by Superintendent Adaeze Morland with their own passphrase on Wed 25 Nov 2026" in kept
    after = {one: printed(vault, case_id, one) for one in ("minutes", "action_slips", "executive_summary")}
    agree(case, held, before | after, {one for one in known if one})
    kept_apart(after, printed(vault, case_id, "minutes_annex"))
    nothing_twice(case, held)
    frozen(vault, case, held)
    assert check(vault) == ()


def mend_after_closing(page: MeetingPage, qtbot) -> None:
    """A line is written anew and one is added on the same page; both are told until they are approved and after."""
    page.go_to("diversity")
    typist = Typist()
    qtbot.waitUntil(lambda: all(one.isVisible() for one in page.middle.said.rows.values()))
    (line,) = page.sitting.lines("diversity")
    page.middle.said.rows[line.id].setFocus()
    typist.press(KEY.Key_Return)
    page.middle.line.put("Letters are read over to him because of his dyslexia and his sight.", "anew")
    typist.press(KEY.Key_Return)
    assert [one["what"] for one in page.sitting.changed] == ["anew"]
    assert "Nothing else was raised" in page.sitting.changed[0]["was"]
    assert "line written anew" in words(page.middle.approval)
    page.go_to("risk")
    page.middle.decisions.forms["risk"].form.answered.emit("rosh_reason", "Grievance unchanged, boundary studied")
    assert page.sitting.meeting["rosh_reason"] == "Grievance unchanged, boundary studied"
    assert [one["what"] for one in page.sitting.changed] == ["anew", "reason"]
    refused = []
    late = minuting.cover(page.sitting.case.id, page.sitting.meeting.id, "media", NOW, covered=False)
    page.desk.worker.write(late, page, lambda _: None, refused.append)
    assert "what was decided stands" in refused[0].why.en


def sign(page: MeetingPage, typist: Typist, qtbot) -> None:
    """The chair, who opens the case file too, approves with a passphrase of their own; a wrong one is refused."""
    approval = page.middle.approval
    assert approval.signing.isVisible()
    assert approval.signing.who.currentText().startswith("Superintendent Adaeze Morland")
    approval.who.box.setFocus()
    typist.press(KEY.Key_Return)
    assert "own passphrase" in approval.signing.passphrase.refusal()
    typist.text("not this one").press(KEY.Key_Return)
    qtbot.waitUntil(lambda: "not the passphrase" in approval.signing.passphrase.refusal(), timeout=20000)
    assert not page.sitting.approved
    typist.text(OWN).press(KEY.Key_Return)


def agree(case: Case, held: Record, papers_: dict[str, str], known: set[str]) -> None:
    """The papers say the same of names, dates, agencies and actions, to the word."""
    day, place = "Wed 25 Nov 2026", "Wexmere Police headquarters, room 1, and secure video link to Stanmarsh"
    for one in ("invitation", "agenda", "minutes"):
        assert f"{day}, 14.00" in papers_[one]
        assert place in papers_[one]
        assert "Superintendent Adaeze Morland" in papers_[one]
        assert "Level 3, number 4, review" in papers_[one]
    for one in case.children(held, "invitee"):
        assert one.words("name") in papers_["minutes"]
    for one in known:
        assert one in papers_["agenda"]
    referred(case, papers_)
    made = actions(case, held)
    assert len(made) == 5
    for one in made:
        for each in ("minutes", "action_slips"):
            assert one.record.words("what") in papers_[each]
            assert one.record.words("owner") in papers_[each]
    assert "Independent domestic violence advocacy" in papers_["minutes"]
    assert "Very high" in papers_["executive_summary"]


def referred(case: Case, papers_: dict[str, str]) -> None:
    """The referral says the same of the person, of the level sought and of what that adds as the papers that follow."""
    person, referral = case.one("person"), case.of("referral")[-1]
    of_person = [
        person.words("surname"),
        spoken(person["date_of_birth"]),
        *(title(one).rpartition(", ")[2] for one in case.of("identifier")),
    ]
    shared = {
        "referral": of_person, "invitation": of_person, "minutes": of_person, "agenda": [], "action_slips": of_person[:1],
    }  # fmt: skip
    for paper, said in shared.items():
        for one in said:
            assert " ".join(one.split()).casefold() in papers_[paper].casefold(), (paper, one)
    reasons = [referral.words(key) for key in ("adds", "author")]
    reasons += [referral.shape.get(key).told(referral[key]) for key in ("level", "referred_on")]
    for one in reasons:
        for paper in ("referral", "minutes"):
            assert " ".join(one.split()) in papers_[paper], (paper, one)


def kept_apart(papers_: dict[str, str], annex: str) -> None:
    """Words of the restricted annex stand in it alone; the summary names nobody but the person."""
    assert "has been shown a photograph of the house" in annex
    assert "timetable" not in annex
    for one in papers_.values():
        assert "photograph of the house" not in one
    for one in ("Victim A", "Ellerton", "Reeve", "timetable"):
        assert one not in papers_["executive_summary"]


def nothing_twice(case: Case, held: Record) -> None:
    """What follows from the decisions was written by closing: nobody typed it again."""
    last = case.of("meeting")[-1]
    assert (last["on"], last["number"], last["chair"]) == (date(2026, 12, 30), 5, held["chair"])
    (told,) = [one for one in case.of("disclosure") if held.id in one.links("meeting")]
    assert (told["decision"], told["reason"]) == ("none", held["disclosure_reason"])
    assert case.current("level", TODAY)["level"] == "3"


def frozen(vault: Vault, case: Case, held: Record) -> None:
    """Approved minutes are not edited; a correction is printed with them, and the pages stay as they were."""
    line = case.children(held, "minute")[0]
    for key, value in (("words", "Something else"), ("item", "media")):
        with pytest.raises(Refused, match="record a correction"), vault.write() as rows:
            rows.answer(line.id, key, value)
    with pytest.raises(Refused, match="record a correction"), vault.write() as rows:
        rows.add(case.id, "minute", {"words": "Later"}, held.id)
    with vault.write() as rows:
        kept = rows.minutes_paper(held.id)
        asked = {"minute": line.id, "words": "It read one plate", "asked_by": "PC Marcus Ellerton", "asked_on": TODAY}
        rows.add(case.id, "correction", asked, held.id)
    now = printed(vault, case.id, "minutes")
    assert "Line 3.1. Asked for by PC Marcus Ellerton on Wed 25 Nov 2026: It read one plate" in now
    assert line.words("words") in now
    assert "Approved by Superintendent Adaeze Morland" in now
    assert "It read one plate" not in read(kept).text
    assert " ".join(line.words("words").split()) in " ".join(read(kept).text.split())
