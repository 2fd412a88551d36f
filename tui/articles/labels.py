"""What a source is called on the screen: rows and columns of a comparison need a short name for each article."""

from __future__ import annotations

from pathlib import PurePath
from urllib.parse import urlsplit

from tui.articles.model import Article

TITLE_LENGTH = 28
"""Longest title used as a label, in code points."""


def site(url: str | None) -> str | None:
    """The host of an address without ``www.``, or None where there is none."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def source_label(article: Article, ellipsis: str = "…") -> str:
    """The article's source, else the site of its address, else its shortened title, the file name last.

    Args:
        article: Whose label is wanted.
        ellipsis: Sign at the end of a title that was shortened.
    """
    named = (article.source or "").strip() or site(article.url)
    if named:
        return named
    title = " ".join(article.title.split())
    if title:
        return shortened(title, TITLE_LENGTH, ellipsis)
    return PurePath(article.path).name or article.path


def says_title(label: str, title: str) -> bool:
    """Whether a label is the beginning of a title, shortened or not, so that both together would say it twice."""
    return bool(title) and title.startswith(label.rstrip("…"))


def shortened(text: str, length: int, ellipsis: str = "…") -> str:
    """The text cut between words to at most ``length`` code points, with an ellipsis where something is left off."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    words = cut.rsplit(" ", 1)[0] if " " in cut[length // 2 :] else cut
    return words.rstrip(" ,;:–-") + ellipsis
