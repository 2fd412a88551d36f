"""Where the reader was: positions, read marks, open panes and the last story, for each folder that was opened.

One small file a folder, so that two readers of different folders never meet; two of the same folder merge under a
lock. Losing a position is a nuisance and not a loss, so failures are logged, not raised.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tui.articles.model import Article
from tui.library.atomic import NotSaved, locked, write_atomically
from tui.library.locations import state_dir
from tui.library.log import logger

if TYPE_CHECKING:
    from tui.library.recent import RecentFolders

_LOG = logger("state")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Position:
    """Where reading stopped in an article."""

    offset: int
    """Code-point offset of the sentence cursor in the raw text."""
    text_sha256: str
    """Hash of the text it was in; in a changed text the offset is only near."""


@dataclass(frozen=True, slots=True)
class FolderState:
    """What is remembered of one opened folder."""

    positions: Mapping[str, Position] = field(default_factory=lambda: _NOTHING)
    """By the article's address or path."""
    read: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """Hash of the text that was read, by the article's address or path."""
    panes: Mapping[str, bool] = field(default_factory=lambda: _NOTHING)
    """Whether a pane is open, by its name."""
    article: str | None = None
    """Address or path of the article that was open last."""
    file: str | None = None
    """Path of that article, by which it is found before the folder is read."""
    story: str | None = None
    """Id of the story that was open last."""

    def position(self, article: Article) -> int | None:
        """Offset at which reading stopped, within the article's present text; None for an article not opened yet."""
        found = self.positions.get(place_of(article))
        return None if found is None else min(found.offset, max(len(article.text) - 1, 0))

    def is_read(self, article: Article) -> bool:
        """Whether the article was marked as read with its present text."""
        return self.read.get(place_of(article)) == article.text_sha256


def place_of(article: Article) -> str:
    """What an article is remembered by: its address, else its path in the folder. Both outlive an edited text."""
    return article.url or article.path


class ReadingState:
    """The state folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Use a folder, None for the platform's state folder; nothing is made before something is kept."""
        self._folder = folder or state_dir()

    def load(self, opened: Path | None) -> FolderState:
        """What is remembered of an opened folder; a damaged file counts as nothing remembered.

        Args:
            opened: The folder; None for articles that were given one by one.
        """
        return _decode(self._read(self._file(opened)))

    def keep(
        self,
        opened: Path | None,
        *,
        positions: Iterable[tuple[Article, int]] = (),
        read: Iterable[Article] = (),
        unread: Iterable[Article] = (),
        panes: Mapping[str, bool] = _NOTHING,
        article: Article | None = None,
        story: str | None = None,
    ) -> FolderState:
        """Add to what is remembered of a folder; what another reader kept meanwhile stays.

        Args:
            opened: The folder; None for articles that were given one by one.
            positions: Articles with the offset of their sentence cursor.
            read: Articles to mark as read.
            unread: Articles to mark as not read.
            panes: Panes that are open or closed.
            article: The article that is open.
            story: Id of the story that is open.

        Returns:
            What is now remembered, also where it could not be written.
        """
        moved = {place_of(one): Position(offset, one.text_sha256) for one, offset in positions}
        finished = {place_of(one): one.text_sha256 for one in read}
        dropped = {place_of(one) for one in unread}

        def merge(old: FolderState) -> FolderState:
            marks = {place: digest for place, digest in {**old.read, **finished}.items() if place not in dropped}
            return replace(
                old,
                positions={**old.positions, **moved},
                read=marks,
                panes={**old.panes, **panes},
                article=place_of(article) if article else old.article,
                file=article.path if article else old.file,
                story=story or old.story,
            )

        file = self._file(opened)
        try:
            with locked(file):
                state = merge(_decode(self._read(file)))
                write_atomically(file, _encode(state, opened))
        except NotSaved as error:
            _LOG.warning("%s", error)
            return merge(self.load(opened))
        return state

    @property
    def recent(self) -> RecentFolders:
        """The folders that were opened."""
        from tui.library.recent import RecentFolders

        return RecentFolders(self._folder)

    def last_folder(self) -> Path | None:
        """The folder that was opened last, if it is still there."""
        return self.recent.last()

    def remember_folder(self, opened: Path) -> None:
        """Make a folder the one that opens without an argument."""
        self.recent.remember(opened)

    def _file(self, opened: Path | None) -> Path:
        name = str(opened.absolute()) if opened else ""
        return self._folder / f"folder-{hashlib.sha256(name.encode(errors='surrogateescape')).hexdigest()[:16]}.json"

    def _read(self, file: Path) -> Mapping[str, Any]:
        try:
            value = json.loads(file.read_bytes())
        except FileNotFoundError:
            return _NOTHING
        except (OSError, ValueError, RecursionError) as error:
            _LOG.warning("%s cannot be read and counts as empty: %s", file, error)
            return _NOTHING
        return value if isinstance(value, dict) else _NOTHING


def _encode(state: FolderState, opened: Path | None) -> bytes:
    record = {
        "version": 1,
        "folder": str(opened.absolute()) if opened else None,
        "article": state.article,
        "file": state.file,
        "story": state.story,
        "panes": dict(state.panes),
        "read": dict(state.read),
        "positions": {place: [one.offset, one.text_sha256] for place, one in state.positions.items()},
    }
    return json.dumps(record, indent=1).encode()


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else _NOTHING


def _decode(record: Mapping[str, Any]) -> FolderState:
    positions = {}
    for place, value in _table(record.get("positions")).items():
        match value:
            case [int(offset), str(digest)] if offset >= 0:
                positions[place] = Position(offset, digest)
    article, file, story = record.get("article"), record.get("file"), record.get("story")
    return FolderState(
        positions=positions,
        read={place: mark for place, mark in _table(record.get("read")).items() if isinstance(mark, str)},
        panes={name: shown for name, shown in _table(record.get("panes")).items() if isinstance(shown, bool)},
        article=article if isinstance(article, str) else None,
        file=file if isinstance(file, str) else None,
        story=story if isinstance(story, str) else None,
    )
