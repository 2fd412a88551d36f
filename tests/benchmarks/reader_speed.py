"""Prints how long the reader takes from a key to the paint, in an article of 40,000 words: ``python -m`` this module.

The screen is drawn without a terminal by Textual's own test driver; times are of the message loop until it is idle.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.reader.story import ONE, analysis, article, entity
from tui.articles.model import Reading
from tui.comparison.model import Comparison, Fact, Mention, Story
from tui.language.model import Analysis
from tui.reader.app import LesartApp

PARAGRAPH = (
    "Die Stadtwerke Ulm kaufen vierzig neue Elektrobusse für den Verkehr in der Innenstadt. Das sagte die "
    "Geschäftsführerin Anna Berg am Montag vor dem Gemeinderat, der lange darüber beraten hatte. „Wir wollen bis "
    "zum Jahr 2030 ganz leise fahren“, sagte sie, und die Stadt werde dafür zahlen."
)


def long_story() -> tuple[Reading, Comparison]:
    """An article of 40,000 words with names everywhere and a fact in every fourth paragraph."""
    count = 40_000 // len(PARAGRAPH.split())
    long = article("lang.txt", [("paragraph", PARAGRAPH)] * count, source="Lang")
    bare = analysis(long)
    names = []
    position = long.text.find("Anna Berg")
    while position >= 0:
        names.append(entity(long, "Anna Berg", "PER"))
        names[-1] = type(names[-1])(position, position + 9, "Anna Berg", "PER", "Anna Berg")
        position = long.text.find("Anna Berg", position + 1)
    full = Analysis(long.id, "key", bare.sentences, entities=tuple(names))
    there = Mention(ONE.id, 0, 20, ONE.text[:20], 0.9, "asserted")
    facts = tuple(
        Fact(f"f{number}", "s", "Die Stadtwerke",
             (Mention(long.id, block.start, block.start + 60, PARAGRAPH[:60], 0.9, "asserted"), there))
        for number, block in enumerate(long.blocks[::4])
    )  # fmt: skip
    return Reading((long, ONE)), Comparison((Story("s", (long.id, ONE.id), (), facts),), (full, analysis(ONE)))


async def key_times(keys: list[str], times: int) -> tuple[list[float], list[float], list[float]]:
    """Milliseconds from the last of the keys until the first paint, which shows the cursor, and the last, from which on
    the panel shows what belongs to it; and those that the processor worked for all of it.
    """
    reading, comparison = long_story()
    app = LesartApp(reading, folder=Path(tempfile.mkdtemp()))
    cursor: list[float] = []
    panel: list[float] = []
    processor: list[float] = []
    paints: list[tuple[float, float]] = []
    display = app._display

    def watched(*given: Any) -> None:
        display(*given)
        paints.append((time.perf_counter(), time.process_time()))

    async with app.run_test(size=(120, 36)) as pilot:
        app.desk = app.desk.with_comparison(comparison)
        await pilot.pause(1)
        app._display = watched  # type: ignore[method-assign, assignment]
        for _ in range(times):
            for key in keys[:-1]:
                await pilot.press(key)
            paints.clear()
            begin, worked = time.perf_counter(), time.process_time()
            app.simulate_key(keys[-1])
            await pilot.pause(0.1)
            if paints:
                cursor.append((paints[0][0] - begin) * 1000)
                panel.append((paints[-1][0] - begin) * 1000)
                processor.append((paints[-1][1] - worked) * 1000)
    return cursor, panel, processor


def main() -> None:
    """Print the figures."""
    for name, keys in (
        ("next sentence", ["j"]),
        ("next name", ["right_square_bracket", "e"]),
        ("next paragraph", ["right_curly_bracket"]),
        ("page down", ["pagedown"]),
    ):
        for what, took in zip(("cursor", "panel", "processor"), asyncio.run(key_times(keys, 40)), strict=True):
            took.sort()
            late = took[int(len(took) * 0.95)]
            print(f"{name:>16}, {what}: median {statistics.median(took):5.1f} ms, 95th percentile {late:5.1f}")


if __name__ == "__main__":
    main()
