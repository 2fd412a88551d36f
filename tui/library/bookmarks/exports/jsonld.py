"""W3C Web Annotations as JSON-LD, one annotation page; only terms of the published context are used.

https://www.w3.org/TR/annotation-model/ and https://www.w3.org/ns/anno.jsonld. What the context has no term for (other
sources' passages, the fact's label) is written as a describing body in plain text.
"""

from __future__ import annotations

import os
import re
import uuid
from collections.abc import Sequence
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from tui.library.bookmarks.citing import one_line
from tui.library.bookmarks.model import Bookmark, BookmarkedArticle
from tui.library.json_text import json_page

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def source_iri(article: BookmarkedArticle) -> str:
    """The article's address, else a file address, else a name made of its text's hash."""
    if article.url:
        return article.url
    if article.path and article.path[:2] not in ("-", "-#", "-/"):
        return _file_address(article.folder, article.path)
    return f"urn:sha256:{article.text_sha256 or 'unknown'}"


def _file_address(folder: str, path: str) -> str:
    """A file's address (RFC 8089), also of another system's file: ``file:///C:/…``, ``file://server/…``."""
    if re.match(r"[A-Za-z]:[\\/]|\\\\", folder or path):
        whole = PureWindowsPath(folder, path).as_posix()
        lead, rest = ("file:///" + whole[:2], whole[2:]) if whole[1] == ":" else ("file:", whole)
    else:
        whole = str(PurePosixPath(folder, path))
        lead, rest = ("file://" if whole.startswith("/") else "file:///"), whole
    return lead + quote(os.fsencode(rest))


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _bodies(bookmark: Bookmark) -> list[dict[str, Any]]:
    bodies = [_text(bookmark.note, "commenting")] if bookmark.note else []
    bodies += [_text(tag, "tagging") for tag in bookmark.tags]
    if bookmark.fact:
        bodies.append(_text(bookmark.fact, "describing"))
    bodies += [_text(words, "assessing") for words in bookmark.conflicts]
    bodies += [
        {
            "type": "SpecificResource",
            "purpose": "linking",
            "source": _source(other.article),
            "selector": _selectors(other.text, "", "", other.start, other.end),
        }
        for other in bookmark.others
    ]
    return bodies


def _selectors(exact: str, prefix: str, suffix: str, start: int, end: int) -> list[dict[str, Any]]:
    words: dict[str, Any] = {"type": "TextQuoteSelector", "exact": exact}
    words.update({name: value for name, value in (("prefix", prefix), ("suffix", suffix)) if value})
    return [words, {"type": "TextPositionSelector", "start": start, "end": end}]


def _source(article: BookmarkedArticle) -> dict[str, Any]:
    """The article as a source, with what is known of it."""
    source: dict[str, Any] = {"id": source_iri(article), "type": "Text", "format": "text/plain"}
    if article.title:
        source["dc:title"] = one_line(article.title)
    if article.author:
        source["creator"] = {"type": "Person", "name": one_line(article.author)}
    if article.source:
        source["dc:publisher"] = one_line(article.source)
    if article.published:
        source["dcterms:issued"] = article.published
    return source


def annotation(bookmark: Bookmark) -> dict[str, Any]:
    """A bookmark as a Web Annotation."""
    article = bookmark.article
    made: dict[str, Any] = {
        "@context": CONTEXT,
        "id": f"urn:uuid:{_uuid(bookmark.id)}",
        "type": "Annotation",
        "motivation": "commenting" if bookmark.note else "bookmarking",
        "created": bookmark.created,
        "modified": bookmark.modified,
        "generator": {"id": "urn:lesart", "type": "Software", "name": "lesart"},
    }
    if bodies := _bodies(bookmark):
        made["body"] = bodies
    made["target"] = {
        "type": "SpecificResource",
        "source": _source(article),
        "selector": _selectors(bookmark.exact, bookmark.prefix, bookmark.suffix, bookmark.start, bookmark.end),
    }
    return {key: value for key, value in made.items() if value != ""}


def _uuid(name: str) -> uuid.UUID:
    """The UUID that an id is; for ids from elsewhere one that is the same for the same id."""
    try:
        return uuid.UUID(hex=name)
    except ValueError:
        return uuid.uuid5(uuid.NAMESPACE_URL, f"lesart:{name}")


def to_jsonld(bookmarks: Sequence[Bookmark]) -> str:
    """The bookmarks as an annotation page."""
    annotations = [annotation(bookmark) for bookmark in bookmarks]
    for one in annotations:
        del one["@context"]
    page = {"@context": CONTEXT, "id": "urn:lesart:bookmarks", "type": "AnnotationPage", "items": annotations}
    return json_page(page)
