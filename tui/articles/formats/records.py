"""One article as a table of loose keys, as other programs write it.

The keys are those of trafilatura 2 (``text``, ``source`` for the address, ``source-hostname``), news-please 1.6
(``maintext``, ``date_publish``, ``source_domain``), newspaper4k 0.9 (``text``, ``publish_date``, ``meta_site_name``),
JSON Feed 1.1 (``content_html``, ``date_published``), schema.org (``articleBody``, ``datePublished``), WordPress
(``content.rendered``), Readwise Reader (``html_content``) and of our export.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tui.articles.formats.markup import is_markup, words_of
from tui.articles.formats.protocol import Extracted
from tui.articles.metadata import Metadata, metadata_from

Record = Mapping[str, Any]

_TEXTS = ("text", "maintext", "content_text", "articlebody", "fulltext", "full_text", "body", "content", "raw_text")
_MARKUP = ("content_html", "article_html", "body_html", "html_content")
_PAGES = ("html", "raw_html", "page")
_SUMMARIES = ("summary", "description", "excerpt", "abstract", "meta_description")
_ADDRESS = re.compile(r"https?://\S+$")


def article_of(record: Record, page_name: str = "page.html") -> Extracted | None:
    """The article that a table of keys holds, or None where it holds no words of one.

    Args:
        record: keys and values as they were written.
        page_name: what a page within the table is called in sentences.

    Raises:
        Unreadable: its words are too many.
    """
    plain = {str(key).strip().casefold(): _rendered(value) for key, value in record.items()}
    metadata = described(plain)
    text = _first(plain, _TEXTS)
    notes: tuple[str, ...] = ()
    if text and is_markup(text):
        text = words_of(text)
    if not text:
        text = words_of(_first(plain, _MARKUP))
    if not text and (page := _first(plain, _PAGES)):
        found = _page(page, page_name)
        text, notes = found.text, found.notes
        metadata = metadata.completed_by(found.metadata)
    if not text and (summary := _first(plain, _SUMMARIES)):
        text = words_of(summary) if is_markup(summary) else summary
        notes = ("The file holds only a summary of this article, not its text.",)
    if not text.strip():
        return None
    return Extracted(text, metadata, notes=notes)


def described(plain: Record) -> Metadata:
    """What a table says of its article.

    Args:
        plain: values by keys in lower case.
    """
    values = {key: _names(value) for key, value in plain.items()}
    source, site = values.get("source"), values.get("source-hostname")
    if isinstance(source, str) and _ADDRESS.match(source.strip()):
        # trafilatura calls the address the source.
        values["source"] = site
        values["url"] = values.get("url") or source
    if isinstance(author := values.get("author"), str):
        # trafilatura parts several by semicolons.
        values["author"] = ", ".join(name.strip() for name in author.split(";") if name.strip())
    if str(values.get("author") or "").isdigit():
        # WordPress gives a number here, and the name elsewhere where it was asked for.
        inner = plain.get("_embedded")
        values["author"] = _names(inner.get("author")) if isinstance(inner, Mapping) else None
    if isinstance(title := values.get("title"), str) and ("&" in title or "<" in title):
        values["title"] = words_of(title)
    return metadata_from(values)


def _rendered(value: object) -> object:
    """WordPress puts what is shown into a table of its own."""
    if isinstance(value, Mapping) and isinstance(value.get("rendered"), str):
        return value["rendered"]
    return value


def _names(value: object) -> object:
    """Persons and papers are often tables of their own; their names are meant."""
    if isinstance(value, Mapping):
        return next((value[key] for key in ("name", "title") if isinstance(value.get(key), str)), None)
    if isinstance(value, list):
        return [_names(one) if isinstance(one, Mapping) else one for one in value[:50]]
    return value


def _first(plain: Record, keys: tuple[str, ...]) -> str:
    for key in keys:
        value = plain.get(key)
        if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _page(page: str, name: str) -> Extracted:
    """A whole page is read as one, so that what stands around its article is left out."""
    from tui.articles.extracting import extract

    found = next(iter(extract(page.encode("utf-8", "replace"), name)), None)
    return found if isinstance(found, Extracted) else Extracted(words_of(page))
