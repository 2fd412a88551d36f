"""Where an article's file lies: articles within archives and lists have paths that go on behind the file's own."""

from __future__ import annotations

import re
from pathlib import Path

from tui.articles.model import Article

_NUMBER = re.compile(r"#\d+$")


def file_of(article: Article) -> Path | None:
    """The file that an article was read from; None for standard input and where the file is gone.

    Of ``file.zip/articles/a.html`` it is ``file.zip``, of ``list.jsonl#3`` ``list.jsonl``.
    """
    if re.match(r"-(?:[/#]|$)", article.path):
        return None
    path = Path(article.folder, article.path)
    try:
        for place in (path, *path.parents):
            numberless = place.with_name(_NUMBER.sub("", place.name)) if place.name else place
            for file in (place, numberless):
                if file.is_file():
                    return file
            if place.is_dir():
                return None
    except (OSError, ValueError):
        # A name within an archive may be one that the system has no files for.
        return None
    return None
