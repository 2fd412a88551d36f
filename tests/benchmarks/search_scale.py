"""Time of one keystroke in a library of 10,000 articles, beside a rapidfuzz scan and ``fzf --filter``.

    python -m tests.benchmarks.search_scale [--text FILE] [--sentences N]

The text may be any large plain or .xz file with a sentence or a paragraph a line; without one, sentences are made up
from German syllables with the frequencies of a natural vocabulary. Queries are words of random sentences, typed letter
by letter, every third with a typing error. Prints median and 95th percentile in milliseconds, and memory in MB.
"""

from __future__ import annotations

import argparse
import lzma
import os
import random
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import quantiles

from tui.articles.model import Article, Block
from tui.library.search import SearchIndex
from tui.library.search.indexing import Indexing
from tui.library.search.passages import sentences as split

A_LIBRARY = 30
"""Sentences of an article."""


def made_up(count: int, chance: random.Random) -> Iterator[str]:
    """Sentences of 8 to 26 words whose frequencies fall as those of a language do (Zipf)."""
    starts = [*"bdfghklmnprstwz", "br", "fr", "gr", "kl", "pr", "sch", "schw", "st", "tr"]
    middles = [*"aeiou", "au", "ei", "ie", "eu"]
    ends = ["", "n", "r", "s", "t", "l", "m", "ch", "nd", "ng", "rt", "st"]

    def word() -> str:
        syllables = chance.choice((1, 2, 2, 3, 3, 4, 5))
        return "".join(chance.choice(starts) + chance.choice(middles) + chance.choice(ends) for _ in range(syllables))

    vocabulary = list(dict.fromkeys(word() for _ in range(400_000)))
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]
    total, sums = 0.0, []
    for weight in weights:
        total += weight
        sums.append(total)
    for _ in range(count):
        yield " ".join(chance.choices(vocabulary, cum_weights=sums, k=chance.randint(8, 26))).capitalize() + "."


def read_sentences(path: Path, count: int) -> Iterator[str]:
    """The first sentences of a text file."""
    open_text: Callable[..., Iterator[str]] = lzma.open if path.suffix == ".xz" else open
    found = 0
    for line in open_text(path, "rt", encoding="utf-8"):
        for start, end in split(line, 0, len(line)):
            yield line[start:end]
            found += 1
            if found == count:
                return


def articles_of(lines: Sequence[str]) -> list[Article]:
    """Articles of thirty sentences each."""
    made = []
    for number, start in enumerate(range(0, len(lines), A_LIBRARY)):
        text = "\n".join(lines[start : start + A_LIBRARY])
        block = Block(0, len(text), "paragraph", "made")
        made.append(Article(f"{number:016x}", f"{number}.txt", text, "", lines[start][:60], "text", (block,)))
    return made


def typed_queries(lines: Sequence[str], count: int, chance: random.Random) -> list[str]:
    """Two to four longer words of a sentence, every third query with a swap or a slip."""
    found: list[str] = []
    while len(found) < count:
        words = [word.strip('.,;:()„“"').lower() for word in chance.choice(lines).split()]
        words = [word for word in words if len(word) >= 4]
        if len(words) < 4:
            continue
        query = chance.sample(words, chance.randint(2, 4))
        if len(found) % 3 == 0:
            word = query[0]
            place = chance.randrange(1, len(word) - 1)
            query[0] = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        found.append(" ".join(query))
    return found


def timed(work: Callable[[str], object], queries: Sequence[str]) -> list[tuple[float, float]]:
    """Milliseconds of each call by the clock, and of this process's CPU, which other programs disturb less."""
    took = []
    for query in queries:
        start, busy = time.perf_counter(), time.process_time()
        work(query)
        took.append((1000 * (time.perf_counter() - start), 1000 * (time.process_time() - busy)))
    return took


def show(name: str, took: Sequence[tuple[float, float]]) -> None:
    """One line: how many, median and 95th percentile by the clock and of CPU."""
    print(f"{name:<42} {len(took):>5} calls", end="")
    for kind, times in zip(("clock", "CPU"), zip(*took, strict=True), strict=True):
        cuts = quantiles(times, n=100, method="inclusive")
        print(f"   {kind} ms: median {cuts[49]:7.1f} p95 {cuts[94]:7.1f} max {max(times):7.1f}", end="")
    print()


def memory() -> int:
    """Resident memory in MB (its peak where /proc is missing)."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return pages * os.sysconf("SC_PAGE_SIZE") // (1024 * 1024)


def show_index(how: str, articles: Sequence[Article], cache: Path) -> SearchIndex:
    """The index as the reader gets it; prints when what can be searched, and what it costs this process."""
    before, start, busy, there = memory(), time.perf_counter(), time.process_time(), 0
    index: SearchIndex | None = None
    for step in Indexing(articles, cache).steps():
        index = step.index
        if index is not None and len(index.library.articles) > there:
            there = len(index.library.articles)
            print(f"index {how}: {there} articles after {time.perf_counter() - start:.1f} s")
    assert index is not None
    cost = 1000 * (time.process_time() - busy)
    print(f"index {how}: processor of this process {cost:.0f} ms, {memory() - before} MB more here")
    return index


def main() -> None:
    """Builds, searches, compares, prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--text", type=Path)
    parser.add_argument("--sentences", type=int, default=300_000)
    parser.add_argument("--queries", type=int, default=60)
    asked = parser.parse_args()
    chance = random.Random(7)
    source = read_sentences(asked.text, asked.sentences) if asked.text else made_up(asked.sentences, chance)
    lines = list(islice(source, asked.sentences))
    articles = articles_of(lines)
    print(f"{len(articles)} articles, {len(lines)} sentences, {sum(map(len, lines)) / 1e6:.0f} MB of text")
    with tempfile.TemporaryDirectory() as cache:
        show_index("built beside", articles, Path(cache))
        index = show_index("opened again", articles, Path(cache))
    queries = typed_queries(lines, asked.queries, chance)
    index.search("warm")
    keystrokes = [query[:size] for query in queries for size in range(1, len(query) + 1)]
    show("lesart, every keystroke", timed(index.search, keystrokes))
    show("lesart, whole queries", timed(index.search, queries))
    from rapidfuzz import fuzz, process

    show(
        "rapidfuzz process.extract, partial_ratio",
        timed(lambda query: process.extract(query, lines, scorer=fuzz.partial_ratio, limit=20), queries[:10]),
    )
    if shutil.which("fzf"):
        with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
            file.write("\n".join(line.replace("\n", " ") for line in lines))
            file.flush()

            def fzf(query: str) -> object:
                with open(file.name, "rb") as stream:
                    return subprocess.run(["fzf", "--filter", query], stdin=stream, capture_output=True, check=False)

            show("fzf --filter", timed(fzf, queries[:20]))
    else:
        print("fzf is not installed")


if __name__ == "__main__":
    main()
