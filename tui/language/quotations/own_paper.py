"""The paper that writes, which it calls "diese Zeitung" and "unsere Redaktion"."""

from __future__ import annotations

from tui.language.quotations.lexicon import nouns
from tui.language.quotations.words import Prose

_DETERMINERS = ("diese", "unser")


def own_paper(prose: Prose, first: int, last: int) -> str:
    """The article's source, where a phrase means the paper that writes; empty where it does not or none is known.

    Args:
        prose: The article.
        first: The first word of the phrase.
        last: The word after its last.
    """
    if last - first != 2 or not prose.words[first].lower.startswith(_DETERMINERS):
        return ""
    noun = prose.words[last - 1].text
    paper = {noun, noun.removesuffix("s"), noun.removesuffix("es")} & (nouns("media") | {"Redaktion"})
    return (prose.article.source or "") if paper else ""
