"""What a bookmark is: a passage with its words, so that it survives a changed source.

The selectors are those of the W3C Web Annotation Data Model (TextQuoteSelector with 32 characters of prefix and
suffix, TextPositionSelector in code points), because other programs read and write them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, get_args

Kind = Literal["passage", "fact", "quotation", "entity"]
KINDS: tuple[Kind, ...] = get_args(Kind)
LARGEST = 10**12
"""Offsets beyond it stand in no text, and some cannot be computed with."""
CONTEXT = 32
"""Characters of prefix and suffix, as Hypothesis keeps them."""


@dataclass(frozen=True, slots=True)
class BookmarkedArticle:
    """The article as it was when the passage was kept, enough to cite it and to find it again."""

    title: str = ""
    source: str | None = None
    author: str | None = None
    url: str | None = None
    path: str = ""
    """Relative to ``folder``."""
    published: str | None = None
    text_sha256: str = ""
    folder: str = ""
    """Absolute path of the folder that was open, or empty."""


@dataclass(frozen=True, slots=True)
class OtherPassage:
    """What another source said of the same fact when the passage was kept, in its own words."""

    text: str
    article: BookmarkedArticle
    start: int
    end: int
    modality: str = ""
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A kept passage."""

    id: str
    created: str
    """ISO 8601 in UTC."""
    modified: str
    article: BookmarkedArticle
    exact: str
    """The words of the passage."""
    prefix: str
    """Up to 32 characters before it; shorter only at the beginning of the text."""
    suffix: str
    """Up to 32 characters after it; shorter only at the end of the text."""
    start: int
    """Code-point offset in the text as it was."""
    end: int
    places: tuple[int, ...] = ()
    """Offsets of all places where the words stood in the text as it was, if there were several and not too many."""
    kind: Kind = "passage"
    speaker: str | None = None
    modality: str | None = None
    fact: str | None = None
    """Label of the fact: verbatim words of one of its mentions."""
    conflicts: tuple[str, ...] = ()
    """What was in possible conflict: the kind and the readings with their sources, as `Difference.told` has them."""
    others: tuple[OtherPassage, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    color: str | None = None
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    """Fields of the line that this version does not know; they are written back when the bookmark is changed."""
    deleted: bool = False


class NotABookmark(ValueError):
    """A record that is no bookmark; the message says why."""


_KNOWN = frozenset(Bookmark.__slots__) - {"extra", "exact", "prefix", "suffix", "start", "end"} | {"v", "selectors"}


def to_record(bookmark: Bookmark) -> dict[str, Any]:
    """The bookmark as one JSON object, without empty fields. `from_record` reads it."""
    record: dict[str, Any] = {
        **bookmark.extra,
        "id": bookmark.id,
        "created": bookmark.created,
        "modified": bookmark.modified,
        "article": _article_record(bookmark.article),
        "selectors": [
            {
                "type": "TextQuoteSelector",
                "exact": bookmark.exact,
                "prefix": bookmark.prefix,
                "suffix": bookmark.suffix,
            },
            {"type": "TextPositionSelector", "start": bookmark.start, "end": bookmark.end},
        ],
        "kind": bookmark.kind,
    }
    optional = {
        "places": list(bookmark.places),
        "speaker": bookmark.speaker,
        "modality": bookmark.modality,
        "fact": bookmark.fact,
        "conflicts": list(bookmark.conflicts),
        "others": [_other_record(other) for other in bookmark.others],
        "note": bookmark.note,
        "tags": list(bookmark.tags),
        "color": bookmark.color,
    }
    record.update({key: value for key, value in optional.items() if value})
    if bookmark.deleted:
        record["deleted"] = True
    return record


def _article_record(article: BookmarkedArticle) -> dict[str, Any]:
    record = {name: getattr(article, name) for name in BookmarkedArticle.__slots__}
    return {name: value for name, value in record.items() if value}


def _other_record(other: OtherPassage) -> dict[str, Any]:
    record: dict[str, Any] = {"text": other.text, "start": other.start, "end": other.end}
    record.update({key: value for key, value in (("modality", other.modality), ("origin", other.origin)) if value})
    return {**record, "article": _article_record(other.article)}


def _text(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise NotABookmark(f"has a {key} that is not a text")
    return value or ""


def _number(record: Mapping[str, Any], key: str) -> int:
    value = record.get(key, 0)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST:
        raise NotABookmark(f"has a {key} that is not a whole number from 0 to {LARGEST:,}")
    return value


def _texts(record: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = record.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise NotABookmark(f"has {key} that are not a list of texts")
    return tuple(value)


def _places(record: Mapping[str, Any], start: int) -> tuple[int, ...]:
    """The offsets in order; none where the passage's own is not among them, for then they are those of others."""
    value = _list(record, "places")
    if not all(isinstance(item, int) and 0 <= item <= LARGEST for item in value):
        raise NotABookmark("has places that are not a list of whole numbers")
    return tuple(sorted(set(value))) if start in value else ()


def _article(value: Any) -> BookmarkedArticle:
    if value is None:
        return BookmarkedArticle()
    if not isinstance(value, dict):
        raise NotABookmark("has an article that is not an object")
    texts = {name: _text(value, name) for name in BookmarkedArticle.__slots__}
    optional = {name: texts.pop(name) or None for name in ("source", "author", "url", "published")}
    return BookmarkedArticle(**texts, **optional)  # type: ignore[arg-type]


def _other(value: Any) -> OtherPassage:
    if not isinstance(value, dict):
        raise NotABookmark("has another source's passage that is not an object")
    return OtherPassage(
        _text(value, "text"),
        _article(value.get("article")),
        _number(value, "start"),
        _number(value, "end"),
        _text(value, "modality"),
        _text(value, "origin") or None,
    )


def _list(record: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = record.get(key) or []
    if not isinstance(value, list):
        raise NotABookmark(f"has {key} that are not a list")
    return value


def from_record(record: Mapping[str, Any]) -> Bookmark:
    """Read a bookmark from one JSON object.

    Raises:
        NotABookmark: A field is missing or of the wrong kind.
    """
    name = _text(record, "id")
    if not name:
        raise NotABookmark("has no id")
    selectors = {item.get("type"): item for item in _list(record, "selectors") if isinstance(item, dict)}
    quote = selectors.get("TextQuoteSelector", {})
    position = selectors.get("TextPositionSelector", {})
    exact = _text(quote, "exact")
    if not exact:
        raise NotABookmark("has no words of a passage")
    kind = record.get("kind", "passage")
    if kind not in KINDS:
        raise NotABookmark("has a kind that is none of " + ", ".join(KINDS))
    created = _text(record, "created")
    start = _number(position, "start")
    return Bookmark(
        id=name,
        created=created,
        modified=_text(record, "modified") or created,
        article=_article(record.get("article")),
        exact=exact,
        prefix=_text(quote, "prefix"),
        suffix=_text(quote, "suffix"),
        start=start,
        end=_number(position, "end") or start + len(exact),
        places=_places(record, start),
        kind=kind,
        speaker=_text(record, "speaker") or None,
        modality=_text(record, "modality") or None,
        fact=_text(record, "fact") or None,
        conflicts=_texts(record, "conflicts"),
        others=tuple(_other(item) for item in _list(record, "others")),
        note=_text(record, "note"),
        tags=_texts(record, "tags"),
        color=_text(record, "color") or None,
        extra=MappingProxyType({key: value for key, value in record.items() if key not in _KNOWN}),
        deleted=bool(record.get("deleted")),
    )
