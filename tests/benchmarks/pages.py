"""How well articles are read from made web pages, beside trafilatura's plain output.

    python -m tests.benchmarks.pages

Prints for each page the token F1 of the words shown unfolded against the wanted ones, which of title (T), date (D),
source (S) and author (A) are right, and the CPU time; then the means over all pages, and over those that were written
when the rules stood. At first sight of these the figures were: F1 mean 0.956, lowest 0.821, all four fields right on 25
of 33 (pages 26 to 40: 0.976, 11 of 15; pages 41 to 52, closer to the markup of large sites: 0.941, 10 of 12; pages 53
to 58, written after what these taught: 0.939, 4 of 6). They are shorter than most articles, so that a line too many
weighs more. The pages are made: they show that known structures are read, not how often sites have others.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from statistics import mean, median

from tests.articles.pages.samples import Page, all_pages
from tests.articles.pages.scores import Score, our_score, plain_score

Row = tuple[Page, Score, float, Score, float]


def timed(work: Callable[[Page], Score], page: Page) -> tuple[Score, float]:
    """A score, and the milliseconds of CPU that it took."""
    start = time.process_time()
    score = work(page)
    return score, 1000 * (time.process_time() - start)


def fields(score: Score) -> str:
    """The letters of the fields that are right."""
    right = (score.title, score.date, score.source, score.author)
    return "".join(letter if found else "·" for letter, found in zip("TDSA", right, strict=True))


def summary(name: str, rows: Sequence[Row]) -> None:
    """One line of means and counts for each of the two."""
    for who, index in (("lesart", 1), ("trafilatura", 3)):
        scores = [row[index] for row in rows]
        assert all(isinstance(score, Score) for score in scores)
        counts = [
            sum(getattr(score, field) for score in scores)
            for field in ("title", "date", "source", "author", "described")
        ]
        f1s = [score.f1 for score in scores if isinstance(score, Score)]
        times = [row[index + 1] for row in rows]
        print(
            f"{name:<12} {who:<12} {len(rows):>2} pages  F1 mean {mean(f1s):.3f} lowest {min(f1s):.3f}"
            f"  title {counts[0]:>2} date {counts[1]:>2} source {counts[2]:>2} author {counts[3]:>2}"
            f" all four {counts[4]:>2}"
            f"  CPU ms median {median(time for time in times if isinstance(time, float)):.1f}"
        )


def main() -> None:
    """Reads every page twice and prints the table."""
    pages = all_pages()
    timed(our_score, pages[0]), timed(plain_score, pages[0])
    rows: list[Row] = [(page, *timed(our_score, page), *timed(plain_score, page)) for page in pages]
    print(f"{'page':<36} {'lesart':>7} {'':<5} {'trafilatura':>11}")
    for page, ours, _, plain, _ in rows:
        mark = "*" if page.held_back else " "
        print(f"{page.name:<35}{mark} {ours.f1:>7.3f} {fields(ours)} {plain.f1:>10.3f} {fields(plain)}")
    print("* written when the rules stood\n")
    summary("all", rows)
    held = [row for row in rows if row[0].held_back]
    if held:
        summary("before", [row for row in rows if not row[0].held_back])
        summary("held back", held)


if __name__ == "__main__":
    main()
