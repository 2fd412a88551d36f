"""What is copied: the words as they stand, and where they stand."""

from __future__ import annotations

from tui.articles import source_label
from tui.articles.model import Article


def citation(article: Article, start: int, end: int) -> str:
    """The words in German quotation marks, then source, title, date, address and position.

    Args:
        article: Where the words stand.
        start: First code point.
        end: Code point after the last.
    """
    words = " ".join(article.text[start:end].split())
    where = [source_label(article)]
    if article.title and article.title != where[0]:
        where.append(f"„{article.title}“")
    where.extend(item for item in (article.published, article.url) if item)
    where.append(f"characters {start}–{end}")
    return f"„{words}“ ({', '.join(where)})\n"
