"""W3C Web Annotations: single ones, lists, pages and collections; contexts are never fetched.

What has no quoted words is not a bookmark of a passage and is reported.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote, urlsplit

from tui.library.bookmarks.making import now
from tui.library.bookmarks.model import LARGEST, Bookmark, BookmarkedArticle, OtherPassage


def from_annotations(value: Any) -> tuple[tuple[Bookmark, ...], tuple[str, ...]]:
    """The bookmarks in a decoded JSON-LD document, and what could not be read."""
    bookmarks: dict[str, Bookmark] = {}
    problems: list[str] = []
    number = 0
    for number, annotation in enumerate(_annotations(value), 1):
        bookmark = _bookmark(annotation)
        if bookmark is None:
            problems.append(f"Annotation {number} quotes no words of a text.")
        else:
            bookmarks[bookmark.id] = bookmark
    if not number:
        problems.append("The file holds no annotations.")
    return tuple(bookmarks.values()), tuple(problems)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str:
    """A text, also as ``{"value": ...}`` or as the first of several."""
    for item in _list(value):
        if isinstance(item, str):
            return item
        if isinstance(item, dict):
            found = _text(item.get("value", item.get("@value", item.get("name"))))
            if found:
                return found
    return ""


def _annotations(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 5:
        return
    for item in _list(value):
        if not isinstance(item, dict):
            continue
        inner = [item[name] for name in ("items", "first", "@graph") if isinstance(item.get(name), list | dict)]
        if "target" in item:
            yield item
        for part in inner:
            yield from _annotations(part, depth + 1)


def _selectors(target: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """The quote and the position selector of a target, empty where there is none; refinements are followed."""
    quote: dict[str, Any] = {}
    position: dict[str, Any] = {}
    waiting = _list(target.get("selector"))
    for _ in range(50):
        if not waiting:
            break
        selector = waiting.pop(0)
        if not isinstance(selector, dict):
            continue
        kind = selector.get("type", selector.get("@type"))
        if kind == "TextQuoteSelector" and not quote:
            quote = selector
        elif kind == "TextPositionSelector" and not position:
            position = selector
        waiting += _list(selector.get("refinedBy")) + _list(selector.get("items"))
    return quote, position


def _offset(value: Any) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST else 0


def _article(source: Any) -> BookmarkedArticle:
    described = source if isinstance(source, dict) else {}
    address = source if isinstance(source, str) else _text(described.get("id") or described.get("@id"))
    url: str | None = address or None
    path = ""
    if address.startswith("file:"):
        url, path = None, _path_of(address)
    elif address.startswith("urn:"):
        url = None
    return BookmarkedArticle(
        title=_text(described.get("dc:title") or described.get("title")),
        source=_text(described.get("dc:publisher")) or None,
        author=_text(described.get("creator")) or None,
        url=url,
        path=path,
        published=_text(described.get("dcterms:issued")) or None,
        text_sha256=address.removeprefix("urn:sha256:") if address.startswith("urn:sha256:") else "",
    )


def _path_of(address: str) -> str:
    try:
        return unquote(urlsplit(address).path)
    except ValueError:  # a damaged host
        return ""


def _id(annotation: dict[str, Any], identity: str) -> str:
    name = _text(annotation.get("id") or annotation.get("@id"))
    try:
        return uuid.UUID(name.removeprefix("urn:uuid:")).hex if name.startswith("urn:uuid:") else _made(name, identity)
    except ValueError:
        return _made(name, identity)


def _made(name: str, identity: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, name or identity).hex


def _bookmark(annotation: dict[str, Any]) -> Bookmark | None:
    for target in _list(annotation.get("target")):
        if not isinstance(target, dict):
            continue
        quote, position = _selectors(target)
        exact = _text(quote.get("exact"))
        if not exact:
            continue
        article = _article(target.get("source"))
        notes, tags, fact, conflicts, others = _bodies(annotation)
        start = _offset(position.get("start"))
        created = _text(annotation.get("created")) or now()
        return Bookmark(
            id=_id(annotation, f"{article.url}\0{article.path}\0{start}\0{exact}"),
            created=created,
            modified=_text(annotation.get("modified")) or created,
            article=article,
            exact=exact,
            prefix=_text(quote.get("prefix")),
            suffix=_text(quote.get("suffix")),
            start=start,
            end=_offset(position.get("end")) or start + len(exact),
            kind="fact" if fact else "passage",
            fact=fact or None,
            conflicts=conflicts,
            others=others,
            note="\n\n".join(notes),
            tags=tuple(dict.fromkeys(tags)),
        )
    return None


def _bodies(
    annotation: dict[str, Any],
) -> tuple[list[str], list[str], str, tuple[str, ...], tuple[OtherPassage, ...]]:
    """Notes, tags, label of the fact, what is in possible conflict, and other sources' passages."""
    notes: list[str] = []
    tags: list[str] = []
    conflicts: list[str] = []
    others: list[OtherPassage] = []
    fact = ""
    if isinstance(annotation.get("bodyValue"), str):
        notes.append(annotation["bodyValue"])
    for body in _list(annotation.get("body")):
        if isinstance(body, str):
            continue  # the address of a body that is not included
        purposes = _list(body.get("purpose")) if isinstance(body, dict) else []
        if "linking" in purposes and "selector" in body:
            quote, position = _selectors(body)
            start = _offset(position.get("start"))
            if words := _text(quote.get("exact")):
                end = _offset(position.get("end")) or start + len(words)
                others.append(OtherPassage(words, _article(body.get("source")), start, end))
            continue
        value = _text(body)
        if not value:
            continue
        if "tagging" in purposes:
            tags.append(value)
        elif "describing" in purposes:
            fact = value
        elif "assessing" in purposes:
            conflicts.append(value)
        else:
            notes.append(value)
    if not fact:  # another program's assessment
        notes, conflicts = [*notes, *conflicts], []
    return notes, tags, fact, tuple(conflicts), tuple(others)
