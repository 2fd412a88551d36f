"""Pairs of sentences that were judged for whether they contradict each other.

`invented/contradictions.tsv` holds pairs of the stories' own sentences, `invented/rewritten.tsv` sentences written for
one of them: some contradict it, some only look as if they did. `training/invented/README.md` describes both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from training.stories import FOLDER, Prepared
from tui.comparison.passages import Statement
from tui.language.model import Span

Spans = tuple[Span, ...]


@dataclass(frozen=True)
class SentencePair:
    """Two sentences, whether they contradict each other, and the words that do, where these are known."""

    story: str
    first: str
    second: str
    contradicts: bool
    words: tuple[Spans, Spans] | None = None
    """In the first and in the second sentence; none where nothing contradicts, None where they are not known."""
    rows: tuple[int, int] | None = None
    """Places of both in the story's sentences; None where one was written for the other."""

    def turned(self) -> SentencePair:
        """The pair in the other order."""
        words = None if self.words is None else (self.words[1], self.words[0])
        return replace(self, first=self.second, second=self.first, words=words)


def lines_of(name: str) -> dict[str, list[list[str]]]:
    """The lines of a table, cut at tabs, by the story that they begin with."""
    found: dict[str, list[list[str]]] = {}
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        story, *fields = line.split("\t")
        found.setdefault(story, []).append([*fields, "", "", ""])
    return found


def judged(story: Prepared, lines: list[list[str]]) -> Iterator[SentencePair]:
    """Pairs of a story's own sentences.

    Args:
        story: The story.
        lines: Its lines of `contradictions.tsv`.
    """
    rows = {place_of(statement): row for row, statement in enumerate(story.statements)}
    for one, other, letter, _, left, right, *_ in lines:
        if one in rows and other in rows:
            pair = rows[one], rows[other]
            first, second = (" ".join(story.statements[row].text.split()) for row in pair)
            words = _span(first, left), _span(second, right)
            yield SentencePair(story.name, first, second, letter == "C", _known(letter, *words), pair)


def rewritten(story: Prepared, lines: list[list[str]]) -> Iterator[SentencePair]:
    """Sentences of a story with the ones that were written for them.

    Args:
        story: The story.
        lines: Its lines of `rewritten.tsv`.
    """
    texts = {place_of(statement): " ".join(statement.text.split()) for statement in story.statements}
    for place, letter, _, left, sentence, *_ in lines:
        if place in texts:
            before, _, rest = sentence.partition("[[")
            inside, _, after = rest.partition("]]")
            words = _span(texts[place], left), (len(before), len(before) + len(inside))
            known = _known(letter, words[0], words[1] if inside else None)
            yield SentencePair(story.name, texts[place], before + inside + after, letter == "C", known)


def place_of(statement: Statement) -> str:
    """Article and first code point, as the tables have them."""
    return f"{statement.article}:{statement.start}"


def _known(letter: str, first: Span | None, second: Span | None) -> tuple[Spans, Spans] | None:
    """The words that contradict: none where nothing does."""
    if letter != "C":
        return (), ()
    return ((first,), (second,)) if first and second else None


def _span(text: str, words: str) -> Span | None:
    start = text.find(words) if words else -1
    return None if start < 0 else (start, start + len(words))
