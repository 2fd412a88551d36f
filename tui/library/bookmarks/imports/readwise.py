"""CSV in the forms that Readwise imports and exports; columns are known by their names, in any order."""

from __future__ import annotations

import csv
import io
import re
import uuid
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from tui.library.bookmarks.citing import CONFLICT
from tui.library.bookmarks.exports.readwise import unguard
from tui.library.bookmarks.making import now
from tui.library.bookmarks.model import Bookmark, BookmarkedArticle

_COLUMNS = {
    "highlight": ("highlight", "text"),
    "title": ("title", "book title", "document title"),
    "author": ("author", "book author", "document author"),
    "url": ("url", "source url", "source"),
    "note": ("note",),
    "location": ("location",),
    "tags": ("tags",),
    "color": ("color",),
    "date": ("highlighted at", "date", "created"),
}
_TAGS = re.compile(r"^\s*((?:\.[^\s.]\S*\s*)+)(?:\n|$)")


def from_csv(text: str) -> tuple[tuple[Bookmark, ...], tuple[str, ...]]:
    """The bookmarks of a CSV text with a header, and what could not be read."""
    bookmarks: dict[str, Bookmark] = {}
    problems: list[str] = []
    times: Counter[str] = Counter()
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        header = {(name or "").strip().lower(): name for name in reader.fieldnames or ()}
        columns = {
            field: next((header[name] for name in names if name in header), None) for field, names in _COLUMNS.items()
        }
        if columns["highlight"] is None:
            return (), ("The first line names no column Highlight.",)
        for row in reader:
            cells = {
                field: unguard((row.get(name) or "").strip("\r\n")) if name else "" for field, name in columns.items()
            }
            if not cells["highlight"].strip():
                problems.append(f"Line {reader.line_num} has no highlight.")
                continue
            bookmark = _bookmark(cells)
            # A passage and its fact are two bookmarks of the same words.
            times[bookmark.id] += 1
            if (number := times[bookmark.id]) > 1:
                bookmark = replace(bookmark, id=uuid.uuid5(uuid.NAMESPACE_URL, f"readwise:{bookmark.id}:{number}").hex)
            bookmarks[bookmark.id] = bookmark
    except csv.Error as error:
        problems.append(f"Line {reader.line_num} cannot be read: {error}.")
    return tuple(bookmarks.values()), tuple(problems)


def _bookmark(cells: Mapping[str, str]) -> Bookmark:
    exact = cells["highlight"].replace("\r\n", "\n")
    note = cells["note"].replace("\r\n", "\n")
    tags = [tag.strip() for tag in cells["tags"].split(",")]
    if match := _TAGS.match(note):
        tags += [tag.lstrip(".") for tag in match[1].split()]
        note = note[match.end() :]
    lines = note.strip().split("\n")
    own = len(lines)
    while own and lines[own - 1].startswith(CONFLICT):
        own -= 1
    location = cells["location"].strip()
    start = int(location) if re.fullmatch(r"\d{1,12}", location) else 0
    moment = cells["date"].strip() or now()
    identity = "\0".join((cells["url"], cells["title"], exact, location))
    return Bookmark(
        id=uuid.uuid5(uuid.NAMESPACE_URL, "readwise:" + identity).hex,
        created=moment,
        modified=moment,
        article=BookmarkedArticle(
            title=cells["title"].strip(), author=cells["author"].strip() or None, url=cells["url"].strip() or None
        ),
        exact=exact,
        prefix="",
        suffix="",
        start=start,
        end=start + len(exact),
        note="\n".join(lines[:own]).strip(),
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
        color=cells["color"].strip() or None,
        conflicts=tuple(line.removeprefix(CONFLICT) for line in lines[own:]),
    )
