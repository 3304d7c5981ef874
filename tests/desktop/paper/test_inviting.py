"""An invitation that is made notes its day with whom it was for; one that never came to be takes it back."""

from __future__ import annotations

from datetime import date

from casework.answer import Absent
from casework.recipients import whom
from desktop.operations import copies, for_meeting, inviting, papers
from tests.desktop.paper.conftest import NOW
from widgets.question import answer_next

TODAY = date(2026, 11, 25)


def test_the_day_of_an_invitation_is_noted_and_taken_back(vault, case_id):
    def case():
        with vault.read() as rows:
            return rows.case(case_id)

    before = case()
    meeting = for_meeting.ahead(before, TODAY)
    first, second, third = before.children(meeting, "invitee")[:3]
    with vault.write() as rows:
        for one in (first, second):
            rows.answer(one.id, "invited_on", Absent.NOT_ASKED)
    order = papers.Order(case_id, "invitation", f"{whom(first)}\n{whom(third)}", "meeting", meeting=str(meeting.id))
    papers.disclose(order, TODAY, NOW)(vault)
    with vault.read() as rows:
        made = rows.copies(case_id)
    day, numbers = made[0].made_at.astimezone().date(), [one.number for one in made]

    def noted():
        return [case().get(one.id)["invited_on"] for one in (first, second, third)]

    assert noted() == [day, Absent.NOT_ASKED, third["invited_on"]]
    gone = copies.unmade(case_id, "invitation", numbers, "The printer failed")(vault)
    assert gone.cases == {case_id}
    assert noted() == [Absent.NOT_ASKED, Absent.NOT_ASKED, third["invited_on"]]
    copies.made_after_all(case_id, "invitation", numbers)(vault)
    assert noted() == [day, Absent.NOT_ASKED, third["invited_on"]]
    assert inviting.apart(case()) == inviting.apart(before)


def test_copies_of_an_invitation_stand_though_the_case_now_says_who_was_invited(
    part, for_whom, register, read_again, tmp_path
):
    meeting = for_meeting.ahead(part.view.case, TODAY)
    one = part.view.case.children(meeting, "invitee")[0]
    with register.vault.write() as rows:
        rows.answer(one.id, "invited_on", Absent.NOT_ASKED)
    read_again(part)
    part.asking.form.editor("document")._take("invitation")
    for_whom(whom(one))
    told = []
    part.desk.worker.changed.connect(lambda changes, _by: told.append(changes.cases))
    answer_next(tmp_path / "one.pdf")
    part.save_plain()
    assert told == [{register.case}]
    read_again(part)
    assert isinstance(part.view.case.get(one.id)["invited_on"], date)
    assert part.copies.kept
    answer_next(tmp_path / "two.pdf")
    part.save_plain()
    assert len(register.copies) == 1
