"""Where words and names stand in the articles of a story."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui.language.model import Sentence
from tui.language.naming_forms import parts

_WORD = re.compile(r"\w+(?:[-.]\w+)*")
_LONGEST = 6
"""Words of the longest form that is looked for elsewhere."""


class Found(NamedTuple):
    """A span in one article of a story."""

    article: int
    start: int
    end: int


class Places:
    """An index of the words of a story, so that forms of names are found without reading the texts once for each."""

    def __init__(self, texts: Sequence[str], sentences: Sequence[Sequence[Sentence]]) -> None:
        """Index the words of the sentences of each article."""
        self._texts = texts
        self._words: dict[str, list[Found]] = defaultdict(list)
        for number, (text, own) in enumerate(zip(texts, sentences, strict=True)):
            for sentence in own:
                for match in _WORD.finditer(text, sentence.start, sentence.end):
                    self._words[match[0]].append(Found(number, match.start(), match.end()))

    @property
    def vocabulary(self) -> set[str]:
        """The different words."""
        return set(self._words)

    def text(self, found: Found) -> str:
        """The words of a span."""
        return self._texts[found.article][found.start : found.end]

    def find(self, form: str) -> Iterator[Found]:
        """The spans at which a form stands as whole words, also with a genitive s; never as a part of a compound."""
        words = parts(form)
        if not words or len(words) > _LONGEST:
            return
        if len(words) == 1:
            spans = [span for word in (words[0], words[0] + "s") for span in self._words.get(word, ())]
        else:
            spans = [span for head in self._words.get(words[0], ()) if (span := self._whole(head, form))]
        for span in spans:
            if not self._joins(span):
                yield span

    def _whole(self, head: Found, form: str) -> Found | None:
        """The span of a form of several words from its first word, with the genitive s."""
        text, end = self._texts[head.article], head.start + len(form)
        if text[head.start : end] != form:
            return None
        genitive = text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum()
        return Found(head.article, head.start, end + genitive)

    def _joins(self, span: Found) -> bool:
        """Whether a span is a part of a longer word."""
        text = self._texts[span.article]
        after, before = text[span.end : span.end + 2], text[max(0, span.start - 1) : span.start]
        return after[:1].isalnum() or (after[:1] == "-" and after[1:].isalnum()) or before == "-" or before.isalnum()
