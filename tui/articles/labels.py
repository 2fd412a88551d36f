"""What a source is called on the screen: rows and columns of a comparison need a short name for each article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from pathlib import PurePath
from typing import TypeVar
from urllib.parse import urlsplit

from tui.articles.model import Article

_Key = TypeVar("_Key", bound=Hashable)

_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)")

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


def outlet(article: Article) -> str | None:
    """What paper, station or agency an article is from, for comparing: articles of one are no two sources.

    Args:
        article: The article; None where neither its source nor its address is known.
    """
    named = " ".join((article.source or "").split()) or site(article.url)
    return named.casefold() if named else None


def day_and_time(published: str | None) -> tuple[str, str]:
    """The day and the time of day, "2025-03-13" and "09:30" of "2025-03-13T09:30:00+01:00"; empty where unknown.

    Midnight stands for a day without a time.

    Args:
        published: ISO 8601 date or date-time, else it is taken for a day as it is.
    """
    timed = _TIMED.match(published or "")
    if timed is None:
        return published or "", ""
    return timed[1], "" if timed[2] == "00:00" else timed[2]


def told_apart(named: Mapping[_Key, tuple[str, str | None]], *, when_first: bool = False) -> dict[_Key, str]:
    """Labels of which no two of one source are alike, as far as it is known when they appeared.

    The day is added where a source has several, and the time where several are of one day.

    Args:
        named: By article its label and when it was published.
        when_first: Whether day and time stand before the label, where its end may be cut off.
    """
    editions: dict[str, set[str | None]] = {}
    for label, published in named.values():
        editions.setdefault(label, set()).add(published)
    days = Counter((label, day_and_time(one)[0]) for label, several in editions.items() for one in several)
    found: dict[_Key, str] = {}
    for key, (label, published) in named.items():
        day, time = day_and_time(published)
        when = day if len(editions[label]) > 1 else ""
        if when and days[label, day] > 1:
            when = f"{day} {time}".rstrip()
        found[key] = ", ".join(filter(None, (when, label) if when_first else (label, when)))
    return found


def labels_among(articles: Iterable[Article], ellipsis: str = "…", *, when_first: bool = False) -> dict[str, str]:
    """By their ids, what articles are called that stand beside each other; see `source_label` and `told_apart`.

    Args:
        articles: The articles.
        ellipsis: Sign at the end of a title that was shortened.
        when_first: Whether day and time stand before the label, where its end may be cut off.
    """
    named = {article.id: (source_label(article, ellipsis), article.published) for article in articles}
    return told_apart(named, when_first=when_first)


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
