"""The program ended by force while somebody types, in short; the whole is ``tests.desktop.harness.kill_typing``."""

from tests.desktop.harness import kill_typing


def test_a_killed_program_loses_no_more_than_two_seconds_of_typing(tmp_path):
    toll = kill_typing.run(tmp_path, 3, longest=1.2)
    assert toll.kills == 3
    assert len(toll.missing) == 4
    assert toll.letters > 0
    assert max(toll.missing) <= kill_typing.MOST_SECONDS
