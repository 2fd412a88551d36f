"""Long work says how long it will take."""

from __future__ import annotations

from tui.reader.pace import Pace


def test_the_time_left_is_told_once_it_is_known() -> None:
    pace = Pace()
    assert pace.left(0, 10, 100.0) == ""
    assert pace.left(1, 10, 104.0) == "about 40 s left"
    assert pace.left(9, 10, 136.0) == ""


def test_minutes_are_told_as_minutes_and_other_work_is_timed_anew() -> None:
    pace = Pace()
    pace.left(0, 100, 0.0)
    assert pace.left(10, 100, 60.0) == "about 9 min left"
    assert pace.left(0, 50, 70.0) == ""
    assert pace.left(1, 50, 71.0) == "about 50 s left"
