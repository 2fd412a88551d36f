"""Stretches of an article that go through the pipeline at once.

A model reads a name better with its surroundings, so the own blocks of an article are joined across the folded ones
between them; only very long articles are cut, which keeps memory flat.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.articles.model import Article
from tui.language.model import Span

LONGEST = 20_000
"""Code points of a run, but for its last sentence."""

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Run:
    """Own text with its sentences, and the way back to positions in the article's raw text."""

    text: str
    sentences: tuple[Span, ...]
    """Spans in ``text``."""
    starts: tuple[int, ...]
    """Where each piece of the raw text begins in ``text``."""
    sources: tuple[int, ...]
    """Where the same pieces begin in the raw text."""

    def raw(self, start: int, end: int) -> Span | None:
        """A span of the run as one of the raw text; None where a folded block lies between its ends."""
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, max(start, end - 1)) - 1
        if first != last:
            return None
        shift = self.sources[first] - self.starts[first]
        return start + shift, end + shift


def runs_of(article: Article, sentences: Sequence[Span]) -> Iterator[Run]:
    """Cut an article's sentences into runs."""
    folded = [block.start for block in article.blocks if not block.own]
    first = 0
    while first < len(sentences):
        last, length = first, 0
        while last < len(sentences) and length < LONGEST:
            length += sentences[last][1] - sentences[last][0]
            last += 1
        yield _run(article.text, sentences[first:last], folded)
        first = last


def _run(text: str, sentences: Sequence[Span], folded: Sequence[int]) -> Run:
    """Join the sentences with the raw text between them, and with a blank line in place of folded blocks."""
    parts: list[str] = []
    starts: list[int] = []
    sources: list[int] = []
    spans: list[Span] = []
    length, before = 0, -1
    for start, end in sentences:
        if before >= 0 and bisect_right(folded, start) == bisect_right(folded, before):
            parts.append(text[before:start])
            length += start - before
        else:
            if parts:
                parts.append(_BETWEEN)
                length += len(_BETWEEN)
            starts.append(length)
            sources.append(start)
        parts.append(text[start:end])
        spans.append((length, length + end - start))
        length, before = length + end - start, end
    return Run("".join(parts), tuple(spans), tuple(starts), tuple(sources))
