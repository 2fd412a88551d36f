"""What lies beside articles and is none: descriptions of them, what browsers save with a page, pictures, sounds."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePath

from tui.articles.formats.registry import SUFFIXES

SOURCES_TABLE = "sources.csv"
"""Sidecar table of a whole folder."""

OWN_FILES = frozenset({"bookmarks.jsonl"})
"""What Lesart itself keeps beside a story, in plain sight."""

MEDIA_SUFFIXES = frozenset(
    f".{ending}"
    for ending in "jpg jpeg png gif webp avif svg ico bmp tif tiff mp3 mp4 m4a mov webm css js woff woff2".split()  # noqa: SIM905
)
"""Files that lie beside saved articles and hold no words of theirs; passed over without a word."""

ARTICLE_SUFFIXES = frozenset(
    f".{ending}" for ending in "doc docm dot rtf pages wpd wps sxw fodt azw azw3 mobi msg webarchive maff warc".split()  # noqa: SIM905
)
"""Files that may well hold articles, but in forms that are not read."""

_PAGE_FOLDERS = ("_files", "-Dateien", "_Dateien", ".files")
"""Endings of the folders that browsers save beside a page."""


def is_passed_over(path: PurePath, names: Collection[str]) -> bool:
    """Whether a file is there for the articles beside it, so that it is neither one nor missed as one.

    Args:
        path: the file.
        names: names of the files and folders beside it.
    """
    if path.name in OWN_FILES or path.name == SOURCES_TABLE or path.suffix.lower() in MEDIA_SUFFIXES:
        return True
    return path.suffix == ".toml" and any(path.stem + suffix in names for suffix in (*SUFFIXES, ""))


def is_saved_with_page(folder: str, names: Collection[str]) -> bool:
    """Whether a folder holds the pictures, styles and frames that a browser saved beside a page.

    Args:
        folder: its name.
        names: names of the files and folders beside it.
    """
    pages = [folder.removesuffix(mark) for mark in _PAGE_FOLDERS if folder.endswith(mark)]
    return any(f"{page}.html" in names or f"{page}.htm" in names for page in pages)
