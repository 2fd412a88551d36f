"""Prints what a story of 25, 50 and 100 articles costs, and what one more article costs a story of 50.

    python -m tests.benchmarks.story_scale

The articles are those of invented stories about everyday news, held together as one story. Every size runs in a process
of its own: seconds, seconds for each article, and the most memory that the process held.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from training.stories import FOLDER, read_marked, written
from tui.articles import Article, read_paths
from tui.comparison.comparing import compare_articles
from tui.comparison.stories import Grouping
from tui.language.analyse import analyse
from tui.language.encoder import load_encoder
from tui.language.model import Analysis
from tui.language.pair_reader import load_pair_reader
from tui.language.pipeline import load_pipeline
from tui.library.remembering import RememberingEncoder, RememberingPairReader

SIZES = (25, 50, 100)
GROUP = "g"
"""The group of stories whose articles are taken first: papers that lean on one agency."""


def some(count: int) -> Sequence[Article]:
    """So many articles."""
    paths = sorted(FOLDER.glob("?_*.txt"), key=lambda path: (path.name[0] != GROUP, path.name))
    with tempfile.TemporaryDirectory() as folder:
        told = [one for path in paths for one in read_marked(path).articles][:count]
        for number, one in enumerate(told):
            Path(folder, f"{number:03}.txt").write_text(written(one)[0], "utf-8")
        return read_paths([Path(folder)]).articles


def together(articles: Sequence[Article], analyses: Sequence[Analysis]) -> tuple[Grouping, ...]:
    """All of them as one story."""
    return (Grouping(tuple(range(len(articles))), ()),)


def measure(size: int, more: int) -> None:
    """Read and compare; then once more with more articles."""
    articles = some(size + more)
    begin = time.perf_counter()
    pipeline = load_pipeline()
    analyses = [analyse(article, pipeline) for article in articles]
    read = time.perf_counter() - begin
    encoder = RememberingEncoder(load_encoder())
    reader = RememberingPairReader(load_pair_reader())
    for count in (size, size + more)[: 1 + bool(more)]:
        begin = time.perf_counter()
        with patch("tui.comparison.comparing.split_stories", together):
            (story,) = compare_articles(articles[:count], analyses[:count], encoder, reader=reader).stories
        took = time.perf_counter() - begin
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sentences = sum(len(analysis.sentences) for analysis in analyses[:count])
        print(
            f"{count:4} articles, {sentences:5} sentences, {len(story.facts):5} facts: read {read:5.1f} s, "
            f"compared {took:5.1f} s, {1000 * took / count:4.0f} ms an article, {most:4.0f} MB",
            flush=True,
        )


def main() -> None:
    """Each size in a process of its own."""
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]), int(sys.argv[2]))
        return
    for size, more in (*((size, 0) for size in SIZES), (50, 1)):
        subprocess.run([sys.executable, "-m", "tests.benchmarks.story_scale", str(size), str(more)], check=True)


if __name__ == "__main__":
    main()
