"""Where an article is from: its address, and its file.

Articles within archives and lists have paths that go on behind the file's own.
"""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

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


def web_address(given: str, base: str = "") -> str | None:
    """An address that a browser would open, or None; one without a host is taken to be on the site of the base."""
    try:
        given = urljoin(base, given) if base else given
        parts = urlsplit(given)
        host = parts.hostname
    except ValueError:
        return None
    if (
        parts.scheme not in ("http", "https")
        or not host
        or len(given) > 2_000
        or re.search(r"[\s<>\"\x00-\x1f]", given)
    ):
        return None
    return given
