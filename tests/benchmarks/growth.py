"""Prints how the time of steps of the comparison grows with what they are given; twice of it should take about twice.

    python -m tests.benchmarks.growth

Sentences of one article are prepared, copies of one text are found, quotations that all print are linked, and a folder
is split into stories. It asserts nothing, because clocks differ between machines; the times are of the processor.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from itertools import pairwise

from tests.comparison.making import analysis, article, quotation
from tui.comparison.duplicates import duplicates_of
from tui.comparison.passages import statements_of
from tui.comparison.same_quotations import link_same
from tui.comparison.stories import split_stories

Step = Callable[[], object]


def word(chance: random.Random) -> str:
    """A made-up noun."""
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(3)).capitalize()


def sentences(size: int) -> Step:
    """One article of so many sentences, with a name and a quotation in each."""
    made = article(" ".join(f"„Satz {i} ist zu teuer“, sagte Karl Weber am Tag {i}." for i in range(size)))
    said = [quotation(made, f"Satz {i} ist zu teuer", "direct", "Karl Weber") for i in range(size)]
    read = analysis(made, (("Karl Weber", "PER"),), (), said)
    return lambda: statements_of(made, read, 0)


def copies(size: int) -> Step:
    """So many articles with one text, each with a word of its own."""
    chance = random.Random(1)
    words = [word(chance) for _ in range(300)]
    made = [article(" ".join([*words[: i % 300], "neu", *words[i % 300 :]]), f"{i}.txt") for i in range(size)]
    return lambda: duplicates_of(made)


def printed(size: int) -> Step:
    """So many articles that quote nothing alike."""
    chance = random.Random(2)
    said = [" ".join(word(chance) for _ in range(9)) for _ in range(size)]
    made = [article(f"„{one}“, sagte Karl Weber.", f"{i}.txt") for i, one in enumerate(said)]
    read = [analysis(a, (), (), [quotation(a, q, "direct", "Karl Weber")]) for a, q in zip(made, said, strict=True)]
    texts = [one.text for one in made]
    return lambda: link_same(read, texts)


def folder(size: int) -> Step:
    """So many articles of as many stories, with half of the words from one small vocabulary."""
    chance = random.Random(3)
    common = [word(chance) for _ in range(300)]
    made = []
    for i in range(size):
        words = [*(word(chance) for _ in range(60)), *chance.sample(common, 60)]
        chance.shuffle(words)
        made.append(article(" ".join(words) + ".", f"{i}.txt"))
    read = [analysis(one) for one in made]
    return lambda: split_stories(made, read)


STEPS: dict[str, tuple[Callable[[int], Step], int]] = {
    "sentences of an article": (sentences, 500),
    "copies of one text": (copies, 100),
    "quotations": (printed, 250),
    "articles of a folder": (folder, 250),
}


def seconds(step: Step) -> float:
    """Processor time, the best of two."""
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        step()
        best = min(best, time.process_time() - began)
    return best


def main() -> None:
    """Print one line a step."""
    for name, (step, size) in STEPS.items():
        times = [seconds(step(size * times)) for times in (1, 2, 4)]
        growth = ", ".join(f"{b / a:.2f}" for a, b in pairwise(times))
        print(f"{name:<24} growth {growth}   {times[-1]:.2f} s for {4 * size:,}")


if __name__ == "__main__":
    main()
