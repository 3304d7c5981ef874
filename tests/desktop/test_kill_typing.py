"""The program ended by force while somebody types, in short; in whole ``kill_typing`` and ``kill_meeting`` of harness."""

from tests.desktop.harness import kill_meeting, kill_typing


def test_a_killed_program_loses_no_more_than_two_seconds_of_typing(tmp_path):
    toll = kill_typing.run(tmp_path, 3, longest=1.2)
    assert toll.kills == 3
    assert len(toll.missing) == 4
    assert toll.letters > 0
    assert max(toll.missing) <= kill_typing.MOST_SECONDS


def test_a_program_killed_in_mid_meeting_loses_no_more_than_two_seconds_of_the_minutes(tmp_path):
    toll = kill_typing.run(tmp_path, 2, longest=1.5, made=kill_meeting.make)
    assert toll.kills == 2
    assert toll.letters > 0
    assert max(toll.missing) <= kill_typing.MOST_SECONDS
