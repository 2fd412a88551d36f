"""Prints how the time for quotations grows with the text: twice the marks should take at most 2.5 times as long.

Run it as ``python -m tests.benchmarks.quotations_scale``; it asserts nothing, because clocks differ between machines.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

from tests.language.quotations.reader import article
from tui.language.model import Sentence
from tui.language.quotations import find_quotations
from tui.language.sentences import sentence_spans

PARAGRAPH = (
    "„Wir haben lange gewartet“, sagte die Sprecherin der Polizei am Montag. Laut einem Bericht habe niemand etwas "
    "gesehen, und der Minister kündigte an, die Vorwürfe zu prüfen. Das sei „ein ‚guter‘ Anfang“, so Weber.\n"
)
SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda size: PARAGRAPH * size,
    "one paragraph": lambda size: PARAGRAPH.replace("\n", " ") * size,
    "one sentence": lambda size: "Er sagte, „es “ sei, " * size,
    "marks never closed": lambda size: "„Das ist " * size,
    "marks never opened": lambda size: "so ist das“ " * size,
    "raised commas": lambda size: "Das ist 'so wie' Hans' Auto " * size,
}


def seconds(text: str) -> float:
    """Processor time for one reading, the best of three."""
    read = article(text)
    sentences = [
        Sentence(start, end) for block in read.blocks for start, end in sentence_spans(text, block.start, block.end)
    ]
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        find_quotations(read, sentences, [], [])
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    """Print one line a shape."""
    for name, shape in SHAPES.items():
        times = [seconds(shape(size)) for size in (200, 400, 800)]
        growth = ", ".join(f"{b / a:.2f}" for a, b in pairwise(times))
        words = len(shape(800).split())
        print(f"{name:<20} growth {growth}   {words / times[-1]:,.0f} words/s")


if __name__ == "__main__":
    main()
