"""Paths become files to read: folders are walked, sidecars and hidden files left aside, troubles said in words."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.articles.beside import ARTICLE_SUFFIXES, is_passed_over, is_saved_with_page
from tui.articles.formats.registry import reads_ending, shown_endings
from tui.articles.model import Problem

LONGEST_FILE = 256 * 1024 * 1024
"""Bytes beyond which a file is refused, so that one wrong path cannot fill the memory."""
_TOO_LARGE = f"The file is larger than {LONGEST_FILE // 1024**2} MB; it was not read."

READS = 4
"""How often a file is read that changes meanwhile."""
BETWEEN_READS = 0.05
"""Seconds after which it is read again."""


class Found(NamedTuple):
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
                # On Windows what comes with the entry has no inode, and linked folders would be entered without end.
                status = os.stat(entry.path) if os.name == "nt" else entry.stat()
            except OSError as error:
                problems.append(Problem(name, reason(error)))
                continue
            suffix = place.suffix.lower()
            if stat.S_ISDIR(status.st_mode):
                key = (status.st_dev, status.st_ino)
                if is_saved_with_page(entry.name, names):
                    continue
                if key in entered and key != (0, 0):
                    problems.append(Problem(name, "This link leads to a folder that was read already; it is skipped."))
                else:
                    entered.add(key)
                    pending.append(place)
            elif not stat.S_ISREG(status.st_mode):
                problems.append(Problem(name, "This is not a regular file; it is skipped."))
            elif is_passed_over(place, names):
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
    sentence = f"{which} not read: a folder is not searched for {kind}, only for {shown_endings()}."
    return Problem(min(names), sentence, aside=suffix not in ARTICLE_SUFFIXES)


def _shown(path: Path, folder: Path) -> str:
    relative = path.relative_to(folder).as_posix()
    return "" if relative == "." else relative


def read_file(path: Path) -> bytes:
    """The bytes of a file; one that changes meanwhile is read again.

    Raises:
        OSError: the system does not let it be read.
        ValueError: it is longer than ``LONGEST_FILE``, or does not stop changing.
    """
    for _ in range(READS):
        with path.open("rb") as stream:
            before = os.fstat(stream.fileno())
            if before.st_size > LONGEST_FILE:
                raise ValueError(_TOO_LARGE)
            # Asking for all at once sets memory aside for all of it. What has no size yet tells it when it is read.
            asked = before.st_size or LONGEST_FILE
            data = stream.read(asked + 1)
            after = os.fstat(stream.fileno())
        if len(data) > LONGEST_FILE:
            raise ValueError(_TOO_LARGE)
        same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
        if same or not stat.S_ISREG(before.st_mode):
            return data
        time.sleep(BETWEEN_READS)
    raise ValueError("The file is being written to all the while; it was not read.")


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
