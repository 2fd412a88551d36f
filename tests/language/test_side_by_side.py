from __future__ import annotations

from threading import Barrier
from time import sleep

import pytest

from tui.language import side_by_side as module
from tui.language.side_by_side import side_by_side


@pytest.mark.parametrize("cores", [1, 3])
def test_results_come_in_the_order_of_the_texts(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CORES", cores)

    def read(text: str) -> int:
        sleep(0.02 if text == "a" else 0.0)
        return len(text)

    assert list(side_by_side(read, ["a", "bb", "ccc", "dddd"])) == [1, 2, 3, 4]
    assert list(side_by_side(read, [])) == []


def test_texts_are_read_at_the_same_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CORES", 2)
    both = Barrier(2, timeout=20)  # breaks, and fails the test, if the second text waits for the first
    assert len(list(side_by_side(lambda text: both.wait(), ["first", "second"]))) == 2


@pytest.mark.parametrize("cores", [1, 2])
def test_a_text_that_cannot_be_read_raises_in_its_place(cores: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CORES", cores)
    results = side_by_side(lambda number: 1 // number, [1, 0, 1])
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)
