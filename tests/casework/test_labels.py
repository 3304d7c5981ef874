"""Labels of bars: where they go, and what they never cross."""

from __future__ import annotations

from casework.labels import Place, Room, placed


def place(wide: float, bar=(100.0, 200.0), others=(), labels=(), today=900.0):
    return placed(wide, bar, Room((0.0, 1000.0), today), others, labels)


def test_a_label_stands_in_its_bar_else_right_of_it_else_left():
    assert place(80) == Place(105, 80, inside=True)
    assert place(120) == Place(205, 120, inside=False)
    assert place(90, others=((220, 400),)) == Place(105, 90, inside=True)
    assert place(91, bar=(160, 200), others=((220, 400),)) == Place(64, 91, inside=False)


def test_no_label_crosses_today_another_bar_or_another_label():
    spans = [(50.0, 90.0), (100.0, 108.0), (112.0, 300.0), (600.0, 700.0)]
    for today in range(0, 1000, 7):
        labels: list[tuple[float, float]] = []
        for span in spans:
            others = [one for one in spans if one != span]
            found = placed(140, span, Room((0.0, 1000.0), today), others, labels)
            if found is None:
                continue
            mine = (found.left, found.left + found.room)
            taken = [(today, today), *labels, *others]
            assert all(mine[1] < left or mine[0] > right for left, right in taken)
            assert 0 <= mine[0] < mine[1] <= 1000
            labels.append(mine)


def test_a_label_that_fits_nowhere_is_cut_into_the_longest_room_or_left_out():
    walls = ((0.0, 95.0), (270.0, 1000.0))
    assert place(300, others=walls) == Place(105, 90, inside=True)
    assert place(300, bar=(100, 120), others=((0, 95), (130, 1000))) is None
