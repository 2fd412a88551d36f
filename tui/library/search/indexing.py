"""The index of all that is open, from wherever it comes soonest: built here, kept in a file, or built beside.

What is there can be searched while the rest is still being read.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.articles.model import Article
from tui.library.search.gathering import Searched
from tui.library.search.index import SearchIndex, assemble
from tui.library.search.stored import FOLDER, KEPT, SUFFIX, drop_indexes, index_key, read_parts
from tui.library.worker_link import receive, send

FEW = 300
"""Articles up to which the index is built here: it takes less time than a process takes to start."""
SHORT = 2_000_000
"""Code points up to which the index is built here."""


@dataclass(frozen=True, slots=True)
class IndexStep:
    """What can be searched now, and how far the index of everything is."""

    index: SearchIndex | None
    done: int
    total: int

    @property
    def complete(self) -> bool:
        """Whether everything can be searched."""
        return self.index is not None and len(self.index.library.articles) == self.total

    def of(self, articles: Sequence[Article]) -> bool:
        """Whether this is the index of all of some articles."""
        return self.complete and self.index is not None and self.index.library.articles == articles


def index_now(articles: Sequence[Article], cache: Path | None) -> SearchIndex:
    """The index of everything, waited for.

    Args:
        articles: what is searched.
        cache: folder of the cache, None: the index of many articles is not kept.
    """
    for step in Indexing(articles, cache).steps():
        if step.complete and step.index is not None:
            return step.index
    raise AssertionError("the steps end with an index of everything")


class Indexing:
    """One index on its way; its steps are taken by one thread, any other may stop it."""

    def __init__(self, articles: Sequence[Article], cache: Path | None) -> None:
        """Prepare the index.

        Args:
            articles: all that is open.
            cache: folder of the cache, None: indexes are not kept and built here.
        """
        self.articles = tuple(articles)
        self._cache = cache
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def stop(self) -> None:
        """End soon."""
        self._stopped = True
        if self._process is not None:
            with contextlib.suppress(OSError):
                self._process.kill()

    def steps(self) -> Iterator[IndexStep]:
        """What is there, until it is everything; ends early after `stop`."""
        total = len(self.articles)
        if self._cache is None or (total <= FEW and sum(len(one.text) for one in self.articles) <= SHORT):
            yield IndexStep(SearchIndex.build(self.articles), total, total)
            return
        file = self._cache / FOLDER / f"{index_key(self.articles)}{SUFFIX}"
        kept = read_parts(file)
        if kept is not None:
            yield IndexStep(assemble(self.articles, kept), total, total)
            return
        yield IndexStep(None, 0, total)
        complete = False
        for step in self._built_beside(file):
            complete = step.complete
            yield step
        if not complete and not self._stopped:
            # The process could not do it: no room on the disk, or no process.
            yield IndexStep(SearchIndex.build(self.articles), total, total)

    def _built_beside(self, file: Path) -> Iterator[IndexStep]:
        code = (
            f"# The search index of lesart, which ends with it.\nimport sys; sys.path[:] = {sys.path!r}; "
            f"from tui.library.search.index_process import main; main({str(file)!r})"
        )
        try:
            process = subprocess.Popen(
                [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError:
            return
        self._process = process
        if self._stopped:
            process.kill()
        threading.Thread(target=self._send, args=(process,), name="index-articles", daemon=True).start()
        index: SearchIndex | None = None
        try:
            assert process.stdout is not None
            while not self._stopped:
                match receive(process.stdout):
                    case int(done):
                        yield IndexStep(index, done, len(self.articles))
                    case (str(name), int(done)):
                        index = self._part(Path(name), done) or index
                        yield IndexStep(index, done, len(self.articles))
                    case _:
                        return
        except EOFError:
            return
        finally:
            with contextlib.suppress(OSError):
                process.kill()
            process.wait()
            if self._cache is not None and not self._stopped:
                drop_indexes(self._cache, KEPT)

    def _part(self, file: Path, done: int) -> SearchIndex | None:
        parts = read_parts(file)
        if file.suffix != SUFFIX:
            with contextlib.suppress(OSError):
                file.unlink()
        return assemble(self.articles[:done], parts) if parts is not None else None

    def _send(self, process: subprocess.Popen[bytes]) -> None:
        pipe = process.stdin
        assert pipe is not None
        with contextlib.suppress(OSError, ValueError):
            for article in self.articles:
                send(pipe, Searched.of(article))
            send(pipe, None)
