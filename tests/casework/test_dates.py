from datetime import date, timedelta

from casework.dates import distance, spoken
from casework.text import Language

TODAY = date(2026, 11, 24)


def test_distance_is_told_in_words():
    assert distance(TODAY, TODAY).en == "today"
    assert distance(TODAY - timedelta(1), TODAY).en == "1 day late"
    assert distance(TODAY - timedelta(9), TODAY).en == "9 days late"
    assert distance(TODAY + timedelta(12), TODAY).en == "in 12 days"
    assert spoken(date(2026, 5, 12)) == "Tue 12 May 2026"
    assert spoken(date(2026, 5, 12), Language.CY) == "Maw 12 Mai 2026"
