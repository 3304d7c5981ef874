"""Where typed words belong, however quickly one switches, and where the program leads after unlocking."""

from __future__ import annotations

import random
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from casework.typed import Spot
from desktop import clock
from desktop.here import Here, read, way_back
from storage.journal import Left
from widgets.editors.long import LongEditor


def test_text_never_changes_its_owner_in_two_hundred_switches(opened, page, ids, case_of, blank):
    chance = random.Random(17)
    typed: dict[tuple[str, str], str] = {}
    ref, sections = blank, ("situation", "scenarios", "tools")
    for n in range(200):
        if n % 20 == 0:
            ref = "T-00002" if ref == blank else blank
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        part = opened("plan", ref)
        part.writing.show_section(chance.choice(sections))
        there = chance.choice([one for one in part.writing.page._own.form.editors() if isinstance(one, LongEditor)])
        there.box.setFocus()
        if (ref, there.key) not in typed:
            there.box.selectAll()
        QTest.keyClicks(there.box, f"{n}.")
        typed[ref, there.key] = typed.get((ref, there.key), "") + f"{n}."
    page.flush()
    assert len({ref for ref, _ in typed}) == 2
    for (ref, key), text in typed.items():
        assert sorted(case_of(ref).one("plan")[key]) == sorted(text), (ref, key)


def test_where_to_go_after_unlocking():
    now = clock.utc()
    here = Here("case", "c", "plan", "write/risk", "r", "k", 0, 5, 5, 40)
    assert read(here.line()) == here
    assert way_back(Left((), here.line(), now), clock.today()) == here
    assert way_back(Left((), here.line(), now - timedelta(days=2)), clock.today()) is None
    assert way_back(Left((), Here("case", "c", closed=True).line(), now), clock.today()) is None
    assert way_back(Left(()), clock.today()) is None
    for line in ("", "[]", '{"page": 3}', '{"other": 1}', '{"page": "case", "cursor": "1"}'):
        assert read(line) is None
    assert Spot("c", "r", "k") == here.spot
