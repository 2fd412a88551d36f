"""Paths become files to read: folders are walked, sidecars and hidden files left aside, troubles said in words."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.articles.formats.registry import SUFFIXES, reads_ending, shown_endings
from tui.articles.model import Problem

SOURCES_TABLE = "sources.csv"
"""Sidecar table of a whole folder."""

OWN_FILES = frozenset({"bookmarks.jsonl"})
"""What Lesart itself keeps beside a story, in plain sight."""

MEDIA_SUFFIXES = frozenset(
    f".{ending}"
    for ending in "jpg jpeg png gif webp svg ico bmp tif tiff mp3 mp4 m4a mov webm css js woff woff2".split()  # noqa: SIM905
)
"""Files that lie beside saved articles and hold no words of theirs; passed over without a word."""

LONGEST_FILE = 256 * 1024 * 1024
"""Bytes beyond which a file is refused, so that one wrong path cannot fill the memory."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to be read."""

    path: Path
    shown: str
    """Relative to the folder that was opened, with forward slashes."""
    folder: Path
    """The folder that was opened, absolute."""


def find_files(paths: Sequence[Path]) -> tuple[list[Found], list[Problem]]:
    """The readable files behind files and folders, each once, folders in the order of names; never raises."""
    found: list[Found] = []
    problems: list[Problem] = []
    seen: set[tuple[int, int]] = set()
    for path in paths:
        try:
            status = path.stat()
            absolute = Path(os.path.abspath(path))
        except (OSError, ValueError) as error:
            problems.append(Problem(str(path), reason(error)))
            continue
        if stat.S_ISDIR(status.st_mode):
            before = len(found) + len(problems)
            found += _new(_walk(absolute, problems, (status.st_dev, status.st_ino)), seen)
            if len(found) + len(problems) == before:
                sentence = f"The folder holds no article: a folder is searched for {shown_endings()}."
                problems.append(Problem(str(path), sentence))
        elif stat.S_ISREG(status.st_mode) or stat.S_ISFIFO(status.st_mode):
            found += _new(iter([Found(absolute, path.name, absolute.parent)]), seen)
        else:
            problems.append(Problem(str(path), "This is a device, not a file that can be read."))
    return found, problems


def _new(files: Iterator[Found], seen: set[tuple[int, int]]) -> Iterator[Found]:
    for file in files:
        try:
            status = file.path.stat()
        except OSError:
            yield file  # reading it will say what is wrong
            continue
        key = (status.st_dev, status.st_ino)
        if key not in seen or key == (0, 0):
            seen.add(key)
            yield file


def _walk(folder: Path, problems: list[Problem], root: tuple[int, int]) -> Iterator[Found]:
    """Files below a folder, sorted by name; a folder that was entered once is not entered again."""
    entered = {root}
    unsupported: dict[str, list[str]] = {}
    pending: list[Path] = [folder]
    while pending:
        current = pending.pop()
        shown = _shown(current, folder)
        try:
            entries = sorted(os.scandir(current), key=lambda entry: entry.name, reverse=True)
        except OSError as error:
            problems.append(Problem(shown or str(folder), reason(error)))
            continue
        names = {entry.name for entry in entries}
        files: list[Found] = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            place = Path(entry.path)
            name = _shown(place, folder)
            try:
                status = entry.stat()
            except OSError as error:
                problems.append(Problem(name, reason(error)))
                continue
            suffix = place.suffix.lower()
            if stat.S_ISDIR(status.st_mode):
                key = (status.st_dev, status.st_ino)
                if _is_saved_with_page(entry.name, names):
                    continue
                if key in entered and key != (0, 0):
                    problems.append(Problem(name, "This link leads to a folder that was read already; it is skipped."))
                else:
                    entered.add(key)
                    pending.append(place)
            elif not stat.S_ISREG(status.st_mode):
                problems.append(Problem(name, "This is not a regular file; it is skipped."))
            elif entry.name in OWN_FILES or suffix in MEDIA_SUFFIXES or _is_sidecar(place, names):
                continue
            elif reads_ending(suffix):
                files.append(Found(place, name, folder))
            else:
                unsupported.setdefault(suffix, []).append(name)
        yield from reversed(files)
    problems += [_not_supported(suffix, names) for suffix, names in sorted(unsupported.items())]


def _not_supported(suffix: str, names: list[str]) -> Problem:
    kind = f"{suffix} files" if suffix else "files without an ending"
    which = "This file was" if len(names) == 1 else f"This and {len(names) - 1} more were"
    return Problem(min(names), f"{which} not read: a folder is not searched for {kind}, only for {shown_endings()}.")


def _is_sidecar(path: Path, names: set[str]) -> bool:
    if path.name == SOURCES_TABLE:
        return True
    return path.suffix == ".toml" and any(path.stem + suffix in names for suffix in (*SUFFIXES, ""))


def _is_saved_with_page(folder: str, names: set[str]) -> bool:
    """Whether a folder holds the pictures, styles and frames that a browser saved beside a page."""
    page = folder
    for mark in ("_files", "-Dateien", "_Dateien", ".files"):
        if folder.endswith(mark):
            page = folder.removesuffix(mark)
            break
    return page != folder and (f"{page}.html" in names or f"{page}.htm" in names)


def _shown(path: Path, folder: Path) -> str:
    relative = path.relative_to(folder).as_posix()
    return "" if relative == "." else relative


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        OSError: the system does not let it be read.
        ValueError: it is longer than ``LONGEST_FILE``.
    """
    with path.open("rb") as stream:
        data = stream.read(LONGEST_FILE + 1)
    if len(data) > LONGEST_FILE:
        raise ValueError(f"The file is larger than {LONGEST_FILE // 1024**2} MB; it was not read.")
    return data


def reason(error: OSError | ValueError) -> str:
    """Why the system refused a path, as a plain sentence."""
    if isinstance(error, FileNotFoundError):
        return "There is no such file or folder."
    if isinstance(error, PermissionError):
        return "You are not allowed to read this."
    if isinstance(error, NotADirectoryError):
        return "A part of this path is a file, not a folder."
    if isinstance(error, OSError):
        words = (error.strerror or "unknown error").strip().lower()
        if "too many levels of symbolic links" in words:
            return "This link leads back to itself."
        return f"The system cannot read this: {words}."
    words = str(error)
    return words if words.endswith(".") else "This is not a path that the system can open."
