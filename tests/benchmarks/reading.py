"""Prints what it takes to read folders of many small articles: ``python -m tests.benchmarks.reading``.

Processor seconds and peak memory of a process of its own for each size, before any analysis.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
from pathlib import Path

from tui.articles import read_seeds

SIZES = (1_250, 2_500, 5_000, 10_000)
PROGRAM = """
import sys, time
from pathlib import Path
from tui.articles import read_paths
began = time.process_time()
count = len(read_paths([Path(sys.argv[1])]).articles)
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform != "darwin" else 1024**2)
except ImportError:
    peak = 0
print(f"{count:>6} articles  {time.process_time() - began:6.2f} s  {peak:>4} MB")
"""


def write_articles(folder: Path, count: int) -> None:
    """Articles of some 300 words of the seeds in random order, half of them with front matter."""
    words = " ".join(article.text for article in read_seeds().articles).split()
    chance = random.Random(count)
    for number in range(count):
        body = "\n\n".join(" ".join(chance.choices(words, k=60)) + "." for _ in range(5))
        if number % 2:
            (folder / f"{number:05}.txt").write_text(f"Titel {number} von heute\n\n{body}", "utf-8")
        else:
            head = f"---\ntitle: Titel {number}\nsource: Blatt {number % 40}\ndate: 2024-03-12\n---\n"
            (folder / f"{number:05}.md").write_text(head + body, "utf-8")


def main() -> None:
    """One line for each size."""
    for count in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            write_articles(Path(folder), count)
            subprocess.run([sys.executable, "-c", PROGRAM, folder], check=True)


if __name__ == "__main__":
    main()
