"""Which articles of a story are one text: the same article from two addresses, or an agency's with small changes.

Two texts are one when most words of the shorter stand in the longer in runs of five or more. A changed word breaks a
run without spoiling its neighbours, so a copy edited in every second sentence is still known, while two reporters who
quote the same speech share far less. Shared runs are found through an index, which is exact and, within a story, as
fast as estimates by hashing are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, product

from tui.articles.model import Article
from tui.comparison.passages import words_of
from tui.language.groups import Groups

RUN = 5
"""Words in a row that are looked for in other articles."""
SAME_TEXT = 0.6
"""Share of the shorter text's words that stand in common runs, from which two texts are one.

Copies of which one word in nine was changed reach 0.75, the articles of the two annotated stories 0.04."""
FEWEST = 20
"""Words below which a text is too short to be anybody's copy."""
_CROWD = 40
"""Articles that may share a run of words for each two of them to be looked at; where more do, each is looked at beside
the first of them alone. Of copies of one text that is enough, and of a phrase of the site it is little work."""

Run = tuple[str, ...]


def duplicates_of(articles: Sequence[Article]) -> tuple[tuple[int, ...], ...]:
    """Groups of articles with almost the same text, as places in the sequence, each in order.

    Args:
        articles: The articles of one story.
    """
    words = [_words(article) for article in articles]
    index: dict[Run, list[int]] = {}
    for number, own in enumerate(words):
        for run in dict.fromkeys(_runs(own)) if len(own) >= FEWEST else ():
            index.setdefault(run, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in index.values():
        shared.update(combinations(numbers, 2) if len(numbers) <= _CROWD else product(numbers[:1], numbers[1:]))
    groups = Groups()
    for (first, second), count in shared.items():
        if groups.root(str(first)) == groups.root(str(second)):
            continue
        shorter, longer = sorted((first, second), key=lambda number: len(words[number]))
        # A common run covers RUN words at most, so too few of them need no closer look.
        if count * RUN >= SAME_TEXT * len(words[shorter]) and _covered(words[shorter], words[longer]) >= SAME_TEXT:
            groups.join(str(first), str(second))
    found: dict[str, list[int]] = {}
    for number in range(len(articles)):
        found.setdefault(groups.root(str(number)), []).append(number)
    return tuple(tuple(members) for members in found.values() if len(members) > 1)


def _words(article: Article) -> list[str]:
    return [
        word.casefold()
        for block in article.own_blocks
        for _, _, word in words_of(article.text[block.start : block.end])
    ]


def _runs(words: Sequence[str]) -> list[Run]:
    return [tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)]


def _covered(shorter: Sequence[str], longer: Sequence[str]) -> float:
    """Share of the words of one text that stand in runs common with another."""
    others = frozenset(_runs(longer))
    covered, until = 0, 0
    for start, run in enumerate(_runs(shorter)):
        if run in others:
            covered += start + RUN - max(start, until)
            until = start + RUN
    return covered / len(shorter)
