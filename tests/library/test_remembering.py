from __future__ import annotations

from typing import Any

import numpy as np

from tui.language.encoder import TokenStates
from tui.library.remembering import RememberingEncoder


class Counting:
    name = "counting"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def states(self, text: str) -> TokenStates:
        self.texts.append(text)
        none: Any = np.zeros((1, 2), dtype=np.int32)
        vectors = np.full((1, 4), len(text), dtype=np.float32)
        return TokenStates(none, none[0], vectors, vectors[:, 0])


def test_a_story_compared_again_is_not_read_again() -> None:
    behind = Counting()
    encoder = RememberingEncoder(behind)
    assert encoder.states("a") is encoder.states("a")
    assert behind.texts == ["a"] and encoder.name == "counting"


def test_what_is_remembered_stays_within_its_bounds() -> None:
    behind = Counting()
    encoder = RememberingEncoder(behind, most=60)
    for text in ("a", "b", "a", "c", "a", "b"):
        encoder.states(text)
    assert behind.texts == ["a", "b", "c", "b"]
