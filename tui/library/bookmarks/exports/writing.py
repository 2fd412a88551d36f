"""Bookmarks as text of one of the formats, by the reader's own template where there is one, and as a file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from itertools import count
from pathlib import Path

from tui.library.atomic import write_atomically
from tui.library.bookmarks.exports import FORMATS, to_markdown_files
from tui.library.bookmarks.model import Bookmark
from tui.library.json_text import json_page
from tui.library.locations import path_of

WRITTEN = ".lesart-export.json"
"""Names a folder's exported files with the SHA-256 of what was written, so that nothing else is ever replaced."""


def markdown_files(bookmarks: Sequence[Bookmark], template: str) -> dict[str, str]:
    """Names and texts of Markdown files, one for each article.

    Args:
        bookmarks: What is exported.
        template: File of the reader's own template; empty for the usual form.

    Raises:
        OSError: The template cannot be read.
        ValueError: It is no template, or in the home folder of nobody; in words.
    """
    if not template:
        return to_markdown_files(bookmarks)
    try:
        own = path_of(template).read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"The bookmark template {template} is not UTF-8 text.") from error
    return to_markdown_files(bookmarks, own)


def exported(bookmarks: Sequence[Bookmark], form: str, template: str) -> str:
    """The bookmarks in one of `FORMATS`; raises as `markdown_files` does."""
    if form == "md":
        return "\n".join(markdown_files(bookmarks, template).values())
    return FORMATS[form](bookmarks)


def write_export(path: Path, bookmarks: Sequence[Bookmark], template: str) -> None:
    """Write the bookmarks to a new file whose ending names the format.

    Args:
        path: The file. One that is there is left as it is.
        bookmarks: What is exported.
        template: As for `markdown_files`.

    Raises:
        OSError: The file cannot be written.
        ValueError: It is there already, its ending names no format, its folder is not there, or the template is none,
            in words.
    """
    form = path.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise ValueError(f"The name must end in .{', .'.join(FORMATS)}; {path.name} does not.")
    if not path.parent.is_dir():
        raise ValueError(f"There is no folder {path.parent}.")
    if path.exists():
        raise ValueError(f"{path} is there already.")
    write_atomically(path, exported(bookmarks, form, template).encode("utf-8", "backslashreplace"))


def write_files(folder: Path, files: Mapping[str, str]) -> dict[str, str]:
    """Write exported files to a folder in place of those of the export before.

    A file that stands there and is none of these, or was changed since, is the reader's own and is left as it is.

    Args:
        folder: Made if it is not there.
        files: Texts by the names that they should have.

    Returns:
        The names taken in place of those that files of the reader's own have, by the latter.

    Raises:
        OSError: A file cannot be read or written; those before it were.
    """
    folder.mkdir(parents=True, exist_ok=True)
    written = _written(folder / WRITTEN)
    taken: set[str] = set()
    others: dict[str, str] = {}
    try:
        for wanted, text in files.items():
            data = text.encode("utf-8", "backslashreplace")
            name = _free_name(folder, wanted, written, data, taken.union(files) - {wanted})
            write_atomically(folder / name, data)
            written[name] = sha256(data).hexdigest()
            taken.add(name)
            if name != wanted:
                others[wanted] = name
    finally:
        write_atomically(folder / WRITTEN, json_page(written).encode())
    return others


def _free_name(folder: Path, wanted: str, written: Mapping[str, str], data: bytes, taken: set[str]) -> str:
    """The wanted name or the first one with a number behind it that would cost nobody a file."""
    for number in count(1):
        name = wanted if number == 1 else f"{Path(wanted).stem}-{number}{Path(wanted).suffix}"
        path = folder / name
        if name in taken:
            continue
        if not path.exists() and not path.is_symlink():
            return name
        there = path.read_bytes() if path.is_file() else None
        if there is not None and (there == data or sha256(there).hexdigest() == written.get(name)):
            return name
    raise AssertionError("counting never ends")


def _written(path: Path) -> dict[str, str]:
    """What an earlier export wrote; a damaged list vouches for nothing."""
    try:
        found = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return {}
    return (
        {name: digest for name, digest in found.items() if isinstance(digest, str)} if isinstance(found, dict) else {}
    )
