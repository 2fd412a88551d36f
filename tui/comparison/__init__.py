"""Analyses become stories: facts, mentions and differences.

The front door imports nothing heavy, so that the interface can hold a comparison without loading numpy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.articles.model import Article
from tui.comparison.model import (
    Comparison,
    Decision,
    Difference,
    DifferingValue,
    Fact,
    Mention,
    Passage,
    Story,
)
from tui.language.model import Analysis

if TYPE_CHECKING:
    from tui.language.encoder import Encoder
    from tui.language.pair_reader import PairReader

__all__ = [
    "Comparison",
    "Decision",
    "Difference",
    "DifferingValue",
    "Fact",
    "Mention",
    "Passage",
    "Story",
    "compare",
]


def compare(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    encoder: Encoder | None,
    decisions: Sequence[Decision] = (),
    progress: Callable[[int, int], None] | None = None,
    reader: PairReader | None = None,
) -> Comparison:
    """Split articles into stories, and find in each what several articles state and how they differ.

    Args:
        articles: The articles, in the order of the reader.
        analyses: Their analyses, in any order; articles without one are left out.
        encoder: Gives meaning to words. Without one passages are compared by their words alone, and the analyses
            returned carry a note that says so.
        decisions: The reader's words on pairs of passages, which outweigh the program's.
        progress: Told how many sentences are done, and of how many.
        reader: Reads two sentences together for what they exclude of each other; None leaves that out.

    Returns:
        The stories in the order of their first articles, and the analyses with one name per entity across a story.
        The same input gives the same result.
    """
    from tui.comparison.comparing import compare_articles
    from tui.comparison.plain_view import compare_plain

    return compare_plain(
        articles,
        analyses,
        decisions,
        lambda plain, read, said: compare_articles(plain, read, encoder, said, progress, reader),
    )
