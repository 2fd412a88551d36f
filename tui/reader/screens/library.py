"""The library: open stories with their articles, folders that were opened before, and files that were not read."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.reactive import var

from tui.library.counting import plural
from tui.reader.commands import Place, bindings
from tui.reader.row_list import RowList
from tui.reader.screens.library_rows import LibraryRows
from tui.reader.screens.outline import OutlineScreen
from tui.reader.shelves import Shelf, shelves

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.library.recent import RecentFolder


class LibraryScreen(OutlineScreen):
    """Stories, with their articles, folders, and files not read."""

    PLACE: ClassVar[Place] = "library"
    COUNTED: ClassVar[tuple[str, str]] = ("entry", "entries")
    ROWS: ClassVar[type[LibraryRows]] = LibraryRows
    KEYS: ClassVar[tuple[Place, ...]] = ("list", "library", "outline")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("library")]

    recent: var[tuple[RecentFolder, ...]] = var(())
    """Folders opened before, newest first."""
    gone: var[frozenset[Path]] = var(frozenset())
    """Those of them that are not there any more."""

    def on_mount(self) -> None:
        """Open the story that is being read; look for the other folders meanwhile."""
        # Textual calls what the class above does at this event by itself.
        self.read()
        here = self.room.reading.article_id
        for branch in self.branches:
            if any(leaf.article == here for leaf in branch.leaves):
                self.rows.opened.add(branch.key)
        self.rows.lay_out()
        self._choose(here)
        self.look_for_folders()

    def _choose(self, article: str) -> None:
        """Choose the row of an article."""
        for index, (branch, leaf) in enumerate(self.rows.rows):
            alone = isinstance(branch, Shelf) and branch.kind == "article" and branch.leaves[0].article == article
            if alone or (leaf is not None and leaf.article == article):
                self.rows.choose(index)
                return

    @work(thread=True, exclusive=True, group="folders")
    def look_for_folders(self) -> None:
        """Find the folders opened before, and which of them are gone; a disk that sleeps may take seconds."""
        state = self.room.state
        if state is None:
            return
        from tui.library.recent import is_there

        recent = state.recent.all()
        self.app.call_from_thread(self._known, recent, frozenset())
        gone = frozenset(one.path for one in recent if not is_there(one.path))
        self.app.call_from_thread(self._known, recent, gone)

    def _known(self, recent: tuple[RecentFolder, ...], gone: frozenset[Path]) -> None:
        if self.is_mounted:
            self.recent, self.gone = recent, gone
            self.read()

    def outline(self) -> tuple[Shelf, ...]:
        """Stories, what is not compared yet, folders, and files not read."""
        return shelves(self.desk, self.room.folder, self.recent, self.gone)

    def counts(self) -> tuple[int, int]:
        """Articles, folders and files not read."""
        every = (branch for branch in self.branches if isinstance(branch, Shelf) and branch.kind != "heading")
        left, total = (leaves for _, leaves in self.rows.left()), (branch.leaves for branch in every)
        return sum(max(1, len(leaves)) for leaves in left), sum(max(1, len(leaves)) for leaves in total)

    def summary(self) -> str:
        """How many articles and stories are open."""
        words = plural(len(self.desk.articles), "article")
        stories = len(self.desk.comparison.stories) if self.desk.comparison is not None else 0
        if stories:
            words += f" in {plural(stories, 'story', 'stories')}"
        folder = self.room.folder
        return f"{words} · {folder.name or folder}" if folder is not None else words

    @on(RowList.Opened, "#outline-rows")
    def _open_shelf(self, event: RowList.Opened) -> None:
        """Open what is not a branch, an article alone or a folder, or say why a file was not read."""
        if event.index >= len(self.rows.rows):
            return
        branch, leaf = self.rows.rows[event.index]
        if leaf is not None or not isinstance(branch, Shelf) or branch.kind in ("story", "files"):
            return
        event.prevent_default()
        event.stop()
        if branch.kind == "article":
            alone = branch.leaves[0]
            self.go_to(alone.article, alone.start, alone.end)
        elif branch.kind == "unread":
            self.room.say(branch.note, warning=True)
        elif branch.path is not None:
            self._open_folder(branch.path, branch.gone)

    def _open_folder(self, path: Path, gone: bool) -> None:
        if path == self.room.folder:
            self.app.pop_screen()
        elif gone:
            self.room.say("This folder is not there any more; d takes it off the list.", warning=True)
        else:
            self.room.open_folder(path)

    def action_forget_folder(self) -> None:
        """Take the chosen folder off the list."""
        rows, state = self.rows.rows, self.room.state
        branch = rows[self.rows.chosen][0] if self.rows.chosen < len(rows) else None
        if state is None or not isinstance(branch, Shelf) or branch.path is None:
            self.room.say("Only folders can be taken off the list.")
            return
        if branch.path == self.room.folder:
            self.room.say("This folder is open.")
            return
        self.room.writer.write(partial(state.recent.forget, branch.path))
        self.recent = tuple(one for one in self.recent if one.path != branch.path)
        self.read()
        self.room.say(f"{branch.head} is off the list; nothing of the folder itself was touched.")
