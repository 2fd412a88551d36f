"""The same paths read again and again: files that did not change are not opened a second time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.articles.blocks import repeated_lines
from tui.articles.files import find_files
from tui.articles.metadata import Metadata
from tui.articles.model import Article, Problem, Reading
from tui.articles.reading import Document, articles_from, documents_in, format_failures
from tui.articles.sidecars import Sidecars


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of one file, and how the file looked then."""

    look: tuple[str, int, int, int, Metadata]
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    articles: tuple[Article, ...] | None = None


class Rereading:
    """Reads paths as ``read_paths`` does; the first time in full, then only what changed."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._files: dict[Path, _Read] = {}
        self._repeated: frozenset[str] = frozenset()

    def read(self, paths: Sequence[Path]) -> Reading:
        """What is there now; what cannot be read is named in ``Reading.problems``."""
        found, problems = find_files(paths)
        sidecars = Sidecars()
        files: dict[Path, _Read] = {}
        for file in found:
            try:
                status = file.path.stat()
            except OSError:
                look = (file.shown, 0, 0, -1, Metadata())
            else:
                beside = sidecars.of(file.path, file.folder)
                # The description beside a file belongs to what is read of it.
                look = (file.shown, status.st_mtime_ns, status.st_size, status.st_ino, beside)
            before = self._files.get(file.path)
            if before is None or before.look != look:
                read = list(documents_in(file, sidecars))
                before = _Read(
                    look,
                    tuple(one for one in read if isinstance(one, Document)),
                    tuple(one for one in read if isinstance(one, Problem)),
                )
            files[file.path] = before
        repeated = repeated_lines([document.text for one in files.values() for document in one.documents])
        same, self._repeated = repeated == self._repeated, repeated
        articles: list[Article] = []
        ids: set[str] = set()
        for path, one in files.items():
            made = one.articles if same else None
            if made is None or ids.intersection(article.id for article in made):
                made = articles_from(one.documents, repeated, ids)
            ids.update(article.id for article in made)
            articles += made
            files[path] = replace(one, articles=made)
            problems += one.problems
        self._files = files
        return Reading(tuple(articles), (*problems, *sidecars.problems, *format_failures()))
