"""What is copied: the words as they stand, and where they stand."""

from __future__ import annotations

from pathlib import PurePath

from tui.articles import says_title, source_label
from tui.articles.model import Article


def citation(article: Article, start: int, end: int) -> str:
    """The words in German quotation marks, then source, title, date, address or file, and position.

    Args:
        article: Where the words stand.
        start: First code point.
        end: Code point after the last.
    """
    words = " ".join(article.text[start:end].split())
    label, title = source_label(article), " ".join(article.title.split())
    where = [] if says_title(label, title) else [label]
    if title and title != label:
        where.append(f"„{title}“")
    # Without a source the file is what the position can be found in.
    file = None if article.source or article.url else PurePath(article.path).name
    where.extend(item for item in (article.published, article.url, file) if item)
    where.append(f"characters {start}–{end}")
    return f"„{words}“ ({', '.join(where)})"
