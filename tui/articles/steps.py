"""Large folders are read step by step, so that the first article is on the screen while the others are being read.

The last step gives what ``read_paths`` gives. Lines that several articles repeat are known only then, so the few
articles that hold such lines are made once more.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from tui.articles.blocks import repeated_lines
from tui.articles.blocks.letters import letters
from tui.articles.blocks.repeats import LONGEST_EDGE
from tui.articles.files import Found, find_files
from tui.articles.formats.registry import SUFFIXES
from tui.articles.model import Article, Problem, Reading
from tui.articles.reading import Document, articles_from, documents_in, format_failures
from tui.articles.sidecars import Sidecars

MANY = 60
"""Files up to which paths are read at one go, which takes a tenth of a second."""
MUCH = 4_000_000
"""Bytes of text up to which paths are read at one go, which takes as long."""
DENSE = 50
"""How many times as long as a byte of text one of a page, document or archive takes, as measured on pages."""
_TEXTS = (".txt", ".md")
PAUSE = 0.3
"""Seconds between the first two steps; each later one takes a third longer, since a step touches all articles."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is read so far."""

    reading: Reading
    """The articles so far, in the order of their files."""
    done: int
    """Files that were read."""
    files: int
    """Files that were found."""
    complete: bool = False


def is_large(paths: Sequence[Path]) -> bool:
    """Whether reading the paths would be felt; looks at no more entries than it takes to know."""
    if len(paths) == 1 and paths[0].is_file():
        # Its first article is there no earlier than it is, unless it holds many.
        return paths[0].stat().st_size > MUCH
    pending, count, size = list(paths), 0, 0
    while pending:
        path = pending.pop()
        weights: Iterator[int] = _weights(path, pending) if path.is_dir() else iter([_weight(path)])
        for weight in weights:
            count, size = count + 1, size + weight
            if count > MANY or size > MUCH:
                return True
    return False


def _weights(folder: Path, pending: list[Path]) -> Iterator[int]:
    """What the files of a folder weigh; folders in it are added to what is pending."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                pending.append(Path(entry.path))
            else:
                yield _weight(Path(entry.path))


def _weight(file: Path) -> int:
    """The bytes of a file, as many more as they take longer; nothing for files that are gone or not read."""
    ending = file.suffix.lower()
    if ending and ending not in SUFFIXES:
        return 0
    try:
        return file.stat().st_size * (1 if ending in _TEXTS else DENSE)
    except OSError:
        return 0


def read_first(paths: Sequence[Path], wanted: str | None = None) -> Article | None:
    """One article of large paths, without looking through them all; None where none is found at once.

    Args:
        paths: files and folders.
        wanted: ``Article.path`` of the article, if it is still there; else the first one.
    """
    for file in chain(_named(paths, wanted), (found for path in paths for found in _walk(path))):
        for one in documents_in(file, Sidecars()):
            if not isinstance(one, Problem) and (wanted is None or not _is_within(wanted, file) or one.path == wanted):
                return articles_from([one], frozenset(), set())[0]
    return None


def _is_within(path: str, file: Found) -> bool:
    return path.startswith((f"{file.shown}#", f"{file.shown}/"))


def _named(paths: Sequence[Path], wanted: str | None) -> Iterator[Found]:
    """The file that holds an article, by the article's path below one of the folders."""
    for folder in paths if wanted else ():
        shown = wanted or ""
        while shown:
            place = Path(os.path.abspath(folder)) / shown
            if place.is_file() and folder.is_dir():
                yield Found(place, shown, Path(os.path.abspath(folder)))
                return
            shown = shown.rpartition("#")[0] if "#" in shown else shown.rpartition("/")[0]


def _walk(path: Path) -> Iterator[Found]:
    """The files below a path in the order in which they are read."""
    root = Path(os.path.abspath(path))
    if not path.is_dir():
        yield Found(root, path.name, root.parent)
        return
    pending = [root]
    while pending:
        folder = pending.pop()
        try:
            names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
        except OSError:
            continue
        folders: list[Path] = []
        for name in names:
            place = folder / name
            if place.suffix.lower() in SUFFIXES and place.is_file():
                yield Found(place, place.relative_to(root).as_posix(), root)
            elif place.is_dir():
                folders.append(place)
        pending += reversed(folders)


def read_in_steps(
    paths: Sequence[Path], first: Article | None = None, wanted: Callable[[], bool] = lambda: True
) -> Iterator[Step]:
    """Read files and folders, telling now and then what is there; the last step is complete.

    Args:
        paths: files and folders.
        first: an article that was read before; it is in every step.
        wanted: asked before each file whether to read on; without the last step the reading is not whole.
    """
    found, problems = find_files(paths)
    sidecars = Sidecars()
    documents: list[Document] = []
    articles: list[Article] = []
    ids: set[str] = set()
    pause, told = PAUSE, time.monotonic()
    for done, file in enumerate(found):
        if not wanted():
            return
        for one in documents_in(file, sidecars):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                documents.append(one)
                articles += articles_from([one], frozenset(), ids)
        if time.monotonic() - told > pause:
            shown = articles if first is None or first.id in ids else [*articles, first]
            yield Step(Reading(tuple(shown)), done + 1, len(found))
            pause, told = pause * 4 / 3, time.monotonic()
    reading = Reading(_folded(articles, documents), (*problems, *sidecars.problems, *format_failures()))
    yield Step(reading, len(found), len(found), complete=True)


def _folded(articles: Sequence[Article], documents: Sequence[Document]) -> tuple[Article, ...]:
    """The articles with the lines folded that several of them repeat; those are made once more of their documents."""
    repeated = repeated_lines([article.text for article in articles])
    if not repeated:
        return tuple(articles)
    return tuple(
        replace(articles_from([document], repeated, set())[0], id=article.id) if _holds(article, repeated) else article
        for article, document in zip(articles, documents, strict=True)
    )


def _holds(article: Article, lines: frozenset[str]) -> bool:
    return any(
        letters(article.text[block.start : block.end]) in lines
        for block in article.blocks
        if block.end - block.start <= LONGEST_EDGE
    )
