"""What the paper says of who stands behind a plan, and of when it was last looked at."""

from __future__ import annotations

from datetime import date

from casework.pack import Countersigner
from casework.text import Language
from tests.reports.printing import told

MAY = date(2026, 5, 12)


def printed(**also: object) -> str:
    return " ".join(told(document="plan", **also).body().split())


def test_a_countersignature_is_printed_with_its_key() -> None:
    second = Countersigner("Bo Hall", MAY, "3f2a 91bc 07de 44c1")
    said = printed(countersigned=(second,))
    assert "Countersigned by Bo Hall, Tue 12 May 2026, key 3f2a 91bc 07de 44c1." in said
    assert "Countersigned by Bo Hall" not in printed()
    assert "Cydlofnodwyd gan Bo Hall" in printed(language=Language.CY, countersigned=(second,))


def test_a_section_says_when_what_it_carries_over_was_confirmed() -> None:
    said = printed(confirmed={"situation": (4, MAY), "protective": (1, MAY)})
    assert "Confirmed on Tue 12 May 2026: 4 sentences and rows carried over from the version before." in said
    assert "Confirmed on Tue 12 May 2026: one sentence or row carried over" in said
    assert "Confirmed on" not in printed()
