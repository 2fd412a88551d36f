"""Bookmarks in the formats that other programs read: Markdown, W3C JSON-LD, Readwise CSV, Org and plain text.

Each format is a module with one pure function from bookmarks to text; none of them needs an article to be present.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from tui.library.bookmarks.exports.jsonld import to_jsonld
from tui.library.bookmarks.exports.markdown import to_markdown, to_markdown_files
from tui.library.bookmarks.exports.org import to_org
from tui.library.bookmarks.exports.readwise import to_csv
from tui.library.bookmarks.exports.text import to_text
from tui.library.bookmarks.model import Bookmark, to_record
from tui.library.json_text import json_line

__all__ = ["FORMATS", "to_csv", "to_jsonl", "to_jsonld", "to_markdown", "to_markdown_files", "to_org", "to_text"]


def to_jsonl(bookmarks: Sequence[Bookmark]) -> str:
    """The bookmarks as lines of the bookmarks file."""
    return "".join(json_line({"v": 1, **to_record(one)}) + "\n" for one in bookmarks)


FORMATS: Mapping[str, Callable[[Sequence[Bookmark]], str]] = MappingProxyType(
    {"md": to_markdown, "jsonld": to_jsonld, "csv": to_csv, "org": to_org, "txt": to_text, "jsonl": to_jsonl}
)
"""Export functions by the name of their format."""
