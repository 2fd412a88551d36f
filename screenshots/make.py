"""Makes the pictures of the README from the real program on the seeds: ``python screenshots/make.py``.

The program runs without a terminal (Textual's test driver), with its real worker, cache and models in a home of its
own.
"""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PATIENCE = 600
"""Seconds that the analysis of the seeds may take."""
WORDS = "Musk hat bisher Igor Babuschkin"
"""Beginning of the sentence that is being read."""

SHOTS: tuple[tuple[str, tuple[int, int], tuple[str, ...]], ...] = (
    ("reading", (120, 36), ()),
    ("narrow", (60, 24), ()),
    ("search", (120, 30), ("s", *"babushkin dutzend")),
    ("matrix", (120, 30), ("m", "j", "j", "x")),
    ("bookmarks", (120, 24), ("b", "j", "j", "b", "B")),
    ("light", (120, 36), ("T",)),
)
"""Name, columns and rows, and the keys pressed on that sentence."""


def without_links(svg: str) -> str:
    """The picture without its references to fonts on other people's servers."""
    return re.sub(r"@font-face\s*{[^}]*}", "", svg)


async def shoot(name: str, size: tuple[int, int], keys: tuple[str, ...]) -> None:
    """Start the reader, go to the sentence, press keys, keep the picture."""
    from tui.cli import make_app
    from tui.reader.app import LesartApp

    app = make_app(["--seeds"])
    assert isinstance(app, LesartApp)
    async with app.run_test(size=size) as pilot:
        for _ in range(PATIENCE):
            if app.desk.comparison is not None and not app.desk.progress:
                break
            await pilot.pause(1)
        article = next(one for one in app.desk.articles if WORDS in one.text)
        start = article.text.index(WORDS)
        app.reading.go_to_passage(article.id, start, start + len(WORDS))
        await pilot.pause(1)
        for key in keys:
            await pilot.press("space" if key == " " else key)
            await pilot.pause(0.2)
        await pilot.pause(4)
        (HERE / f"{name}.svg").write_text(without_links(app.export_screenshot(title="lesart")), "utf-8")
        print(name, flush=True)


def main() -> None:
    """Make every picture."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["LESART_HOME"] = home
        os.environ["TEXTUAL_ANIMATIONS"] = "none"
        for shot in SHOTS:
            asyncio.run(shoot(*shot))


if __name__ == "__main__":
    main()
