"""What lies beside a text and describes it: ``<name>.toml``, or a row of ``sources.csv`` in its folder or above.

People who collect articles keep source, date and address there when the text itself does not say them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from tui.articles.beside import SOURCES_TABLE
from tui.articles.decoding import Unreadable, decode
from tui.articles.metadata import Metadata, metadata_from
from tui.articles.model import Problem
from tui.articles.tables import Row, file_key, read_table

LONGEST_SIDECAR = 4 * 1024 * 1024
"""Bytes beyond which a sidecar is not read."""
MOST_SAID = 3
"""Rows without a file that are named one by one."""
Look = Callable[[PurePath], bytes | None]


class Sidecars:
    """The descriptions beside texts; each file is read once, and its trouble is said once."""

    def __init__(self, look: Look | None = None) -> None:
        """Nothing is read yet.

        Args:
            look: gives the bytes of a sidecar, None where there is none; without it they are looked for on disk.
        """
        self.problems: list[Problem] = []
        self._on_disk = look is None
        self._look = look or _on_disk
        self._own: dict[PurePath, Metadata | None] = {}
        self._tables: dict[PurePath, dict[str, Row]] = {}

    def of(self, path: PurePath, root: PurePath | None = None) -> Metadata:
        """What is said beside a text: its own file first, then the row of its folder's table, then of those above.

        Args:
            path: of the text.
            root: the folder that was opened; tables are looked for from the text's folder up to this one.
        """
        root = root or path.parent
        own = Metadata()
        for sidecar in (path.with_name(path.name + ".toml"), path.with_suffix(".toml")):
            if sidecar not in self._own:
                self._own[sidecar] = self._toml(sidecar, root) if sidecar != path else None
            if (found := self._own[sidecar]) is not None:
                own = found
                break
        for folder in _up_to(path.parent, root):
            table = self._table(folder, root)
            if not table:
                continue
            name = file_key(path.relative_to(folder).as_posix())
            row = table.get(name) or table.get(file_key(path.relative_to(folder).with_suffix("").as_posix()))
            own = own.completed_by(metadata_from(row)) if row else own
        return own

    def _toml(self, path: PurePath, root: PurePath) -> Metadata | None:
        try:
            data = self._look(path)
            if data is None:
                return None
            import tomllib

            return metadata_from(tomllib.loads(_text(data)))
        except RecursionError:
            self._say(path, root, "This description was not read: it is nested too deeply.")
        except (OSError, ValueError, Unreadable) as error:
            self._say(path, root, f"This description was not read: {_words(error)}")
        return Metadata()

    def _table(self, folder: PurePath, root: PurePath) -> dict[str, Row]:
        table = self._tables.get(folder)
        if table is None:
            table = self._tables[folder] = self._rows(folder / SOURCES_TABLE, root)
        return table

    def _rows(self, path: PurePath, root: PurePath) -> dict[str, Row]:
        try:
            data = self._look(path)
            if data is None:
                return {}
            found = read_table(_text(data))
        except (OSError, ValueError, Unreadable) as error:
            self._say(path, root, f"This table was not read: {_words(error)}")
            return {}
        if found is None:
            self._say(path, root, "This table has no column “file” that names the articles.")
        elif self._on_disk and (missing := _missing(Path(path).parent, found)):
            which = "A row names a file that is" if len(missing) == 1 else f"{len(missing):,} rows name files that are"
            more = ", …" if len(missing) > MOST_SAID else ""
            self._say(path, root, f"{which} not there: {', '.join(missing[:MOST_SAID])}{more}.", mended=True)
        return found or {}

    def _say(self, path: PurePath, root: PurePath, sentence: str, *, mended: bool = False) -> None:
        shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        self.problems.append(Problem(shown, sentence, mended=mended))


def _up_to(folder: PurePath, root: PurePath) -> Iterator[PurePath]:
    """A folder and those above it, as far as the root."""
    yield folder
    if folder != root and folder.is_relative_to(root):
        for above in folder.parents:
            yield above
            if above == root:
                return


def _missing(folder: Path, table: dict[str, Row]) -> list[str]:
    """The names in a table that no file of its folder has."""
    try:
        there = {file_key(name) for path in folder.iterdir() for name in (path.name, path.stem)}
    except OSError:
        return []
    return [name for name in table if name not in there and not ("/" in name and (folder / name).exists())]


def _on_disk(path: PurePath) -> bytes | None:
    place = Path(path)
    if not place.is_file():
        return None
    with place.open("rb") as stream:
        return stream.read(LONGEST_SIDECAR + 1)


def _text(data: bytes) -> str:
    if len(data) > LONGEST_SIDECAR:
        raise ValueError("it is too long.")
    return decode(data).text


def _words(error: Exception) -> str:
    if isinstance(error, Unreadable):
        return error.sentence
    words = str(error).strip() or type(error).__name__
    return words if words.endswith(".") else f"{words}."
