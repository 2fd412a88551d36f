"""Who says what: quotations of German news, by rules over words, marks and clauses.

Rules instead of a trained model, because the annotated corpora may not be shipped and because a journalist must be able
to see why a passage counts as somebody's words. All rules are linear in the length of the article.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.articles.model import Article
from tui.language.model import Entity, Quotation, Sentence, Token

__all__ = ["find_quotations"]


def find_quotations(
    article: Article, sentences: Sequence[Sentence], tokens: Sequence[Token], entities: Sequence[Entity]
) -> tuple[Quotation, ...]:
    """Find the quotations of an article and their speakers.

    Args:
        article: The article; only its own blocks are read.
        sentences: Its sentences.
        tokens: Its words with their tags; without tags less is found.
        entities: Its names.

    Returns:
        Quotations in order of their start; nested ones follow the one they stand in.
    """
    # Here, since the interface, which finds no quotations, asks the modules below for word lists alone.
    from tui.language.quotations.reading import read_quotations

    return read_quotations(article, sentences, tokens, entities)
