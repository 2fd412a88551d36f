"""Places with a full stop that open an article, as regional papers set them: "LINGENAU. Nach zwölf Jahren …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.articles.model import Article
from tui.language.model import Entity, Sentence

_LATER = 3
"""Paragraphs among which the one with the dateline is looked for: a lead often stands before it."""
_REST = re.compile(r"(?: ?\([^()\n]{2,20}\))?\.(?=\s)")
"""What stands between the place and the first sentence: "Halle (Saale). …"."""


def without_datelines(
    sentences: Sequence[Sentence], article: Article, entities: Sequence[Entity]
) -> tuple[Sentence, ...]:
    """The sentences but for a place with a full stop at the head of one of the first paragraphs, which states nothing.

    Args:
        sentences: Those of the own blocks, in order.
        article: The article.
        entities: Its names. The model takes any noun alone in front of a sentence for a place; as it has no verb,
            it states nothing either.
    """
    places = {entity.start: entity.end for entity in entities if entity.label == "LOC"}
    paragraphs = [block for block in article.own_blocks if block.role == "paragraph"]
    datelines = []
    for block in paragraphs[:_LATER]:
        rest = _REST.match(article.text, places[block.start], block.end) if block.start in places else None
        if rest:
            datelines.append((block.start, rest.end()))
    return tuple(s for s in sentences if not any(start <= s.start and s.end <= end for start, end in datelines))
