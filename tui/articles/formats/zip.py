"""Zip archives of anything that can be read, archives within them included, read like folders."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING

from tui.articles.beside import is_passed_over, is_saved_with_page
from tui.articles.decoding import Unreadable
from tui.articles.display import printable
from tui.articles.extracting import extract, moved_within
from tui.articles.formats.archives import Budget, opened, sharing, unpacked
from tui.articles.formats.protocol import HEAD, Extracted, Problem
from tui.articles.formats.registry import format_for, reads_ending
from tui.articles.sidecars import Sidecars

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

DEEPEST = 3
"""Archives within archives that are opened."""
LONGEST_NAME = 300
"""Code points of a member's name."""
MOST_SAID = 20
"""Members that are named one by one as not read."""

_DRIVE = re.compile("[A-Za-z]:")
_SIGNATURE = b"PK\x03\x04"
_OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/vnd.")


@dataclass(frozen=True, slots=True)
class Zip:
    """An archive that holds articles."""

    name: str = "zip"
    suffixes: tuple[str, ...] = (".zip",)

    def recognises(self, head: bytes) -> bool:
        """Whether an archive begins here that is no office document."""
        return head.startswith(_SIGNATURE) and not any(mark in head[:200] for mark in _OFFICE)

    def read(self, data: bytes, name: str) -> Iterator[Extracted | Problem]:
        """The articles of the members, in the order of their names."""
        yield from _read(data, Budget(), DEEPEST)


FORMAT = Zip()


def _read(data: bytes, budget: Budget, deeper: int) -> Iterator[Extracted | Problem]:
    with opened(data, budget) as archive:
        members, problems = _members(archive)
        sidecars = Sidecars(partial(_beside, archive, members, budget))
        found = False
        said = 0
        for name, member in members.items():
            path = PurePosixPath(name)
            if not reads_ending(path.suffix.lower()) or is_passed_over(path, ()):
                continue
            for one in _read_member(archive, name, member, budget, deeper):
                found = True
                if isinstance(one, Problem):
                    said += 1
                    if said > MOST_SAID:
                        continue
                    yield one
                else:
                    about = sidecars.of(path, PurePosixPath("."))
                    about = about if one.member == name else replace(about, title=None, url=None)
                    yield replace(one, metadata=one.metadata.completed_by(about))
        if said > MOST_SAID:
            yield Problem("", f"{said - MOST_SAID:,} more members could not be read.")
    yield from problems
    yield from sidecars.problems
    if not found and not problems:
        raise Unreadable("The archive holds no article.")


def _read_member(
    archive: ZipFile, name: str, member: ZipInfo, budget: Budget, deeper: int
) -> Iterator[Extracted | Problem]:
    try:
        data = unpacked(archive, member, budget)
        if format_for(name, data[:HEAD]).name != FORMAT.name:
            # Read to the end here, so that the budget is shared with nothing else.
            with sharing(budget):
                inner = iter(list(extract(data, name)))
        elif deeper > 1:
            inner = _read(data, budget, deeper - 1)
        else:
            raise Unreadable(f"Archives are opened {DEEPEST} deep; this one lies deeper.")
        for one in inner:
            yield moved_within(name, one)
    except Unreadable as error:
        yield Problem(name, error.sentence)


def _members(archive: ZipFile) -> tuple[dict[str, ZipInfo], list[Problem]]:
    """The files of an archive by harmless names, in order, and what is left aside."""
    members: dict[str, ZipInfo] = {}
    aside: Counter[str] = Counter()
    named = [info for info in archive.infolist() if info.filename]
    for info in sorted(named, key=lambda info: info.filename):
        path = PurePosixPath(info.filename.replace("\\", "/"))
        name = printable(str(path))[:LONGEST_NAME]
        if info.is_dir() or not path.name or path.name.startswith(".") or "__MACOSX" in path.parts:
            continue
        if path.is_absolute() or ".." in path.parts or _DRIVE.match(info.filename):
            aside["have paths that lead out of the archive"] += 1
        elif name in members:
            aside["have the name of another one"] += 1
        else:
            members[name] = info
    folders: defaultdict[PurePosixPath, set[str]] = defaultdict(set)
    for path in map(PurePosixPath, members):
        for part in (path, *path.parents):
            folders[part.parent].add(part.name)
    for path in map(PurePosixPath, list(members)):
        if any(is_saved_with_page(folder.name, folders[folder.parent]) for folder in path.parents):
            del members[str(path)]
        elif not reads_ending(path.suffix.lower()) and not is_passed_over(path, folders[path.parent]):
            aside[f"are {path.suffix.lower()} files" if path.suffix else "have no ending"] += 1
    said = [f"{count:,} {'members' if count > 1 else 'member'}: they {why}" for why, count in aside.most_common(10)]
    return members, [Problem("", f"Not read of the archive: {sentence}.") for sentence in said]


def _beside(archive: ZipFile, members: dict[str, ZipInfo], budget: Budget, path: PurePath) -> bytes | None:
    """The bytes of a sidecar, or None where there is none."""
    member = members.get(str(path))
    return unpacked(archive, member, budget) if member else None
