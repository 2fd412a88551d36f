"""Bookmarks as text of one of the formats, by the reader's own template where there is one, and as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tui.library.atomic import write_atomically
from tui.library.bookmarks.exports import FORMATS, to_markdown_files
from tui.library.bookmarks.model import Bookmark


def markdown_files(bookmarks: Sequence[Bookmark], template: str) -> dict[str, str]:
    """Names and texts of Markdown files, one for each article.

    Args:
        bookmarks: What is exported.
        template: File of the reader's own template; empty for the usual form.

    Raises:
        OSError: The template cannot be read.
        ValueError: It is no template, in words.
    """
    if not template:
        return to_markdown_files(bookmarks)
    try:
        own = Path(template).expanduser().read_text("utf-8")
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
        OSError: The file cannot be written, or is there already (`FileExistsError`).
        ValueError: Its ending names no format, its folder is not there, or the template is none, in words.
    """
    form = path.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise ValueError(f"The name must end in .{', .'.join(FORMATS)}; {path.name} does not.")
    if not path.parent.is_dir():
        raise ValueError(f"There is no folder {path.parent}.")
    if path.exists():
        raise FileExistsError(path)
    write_atomically(path, exported(bookmarks, form, template).encode("utf-8", "backslashreplace"))
