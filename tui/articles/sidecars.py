"""What lies beside a text and describes it: ``<name>.toml``, or a row of ``sources.csv`` in its folder.

People who collect articles keep source, date and address there when the text itself does not say them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path, PurePath

from tui.articles.beside import SOURCES_TABLE
from tui.articles.decoding import Unreadable, decode
from tui.articles.metadata import Metadata, metadata_from
from tui.articles.model import Problem

LONGEST_SIDECAR = 4 * 1024 * 1024
"""Bytes beyond which a sidecar is not read."""
Look = Callable[[PurePath], bytes | None]

_FILE_KEYS = ("file", "datei", "path", "name", "filename", "dateiname")


class Sidecars:
    """The descriptions beside texts; each table is read once."""

    def __init__(self, look: Look | None = None) -> None:
        """Nothing is read yet.

        Args:
            look: gives the bytes of a sidecar, None where there is none; without it they are looked for on disk.
        """
        self.problems: list[Problem] = []
        self._look = look or _on_disk
        self._tables: dict[PurePath, dict[str, Metadata]] = {}

    def of(self, path: PurePath) -> Metadata:
        """What is said beside a text: its own file first, then the row of its folder's table."""
        own = Metadata()
        for sidecar in (path.with_name(path.name + ".toml"), path.with_suffix(".toml")):
            if sidecar != path and (found := self._toml(sidecar)) is not None:
                own = found
                break
        return own.completed_by(self._table(path.parent).get(path.name, Metadata()))

    def _toml(self, path: PurePath) -> Metadata | None:
        try:
            data = self._look(path)
            if data is None:
                return None
            import tomllib

            return metadata_from(tomllib.loads(_text(data)))
        except RecursionError:
            self.problems.append(Problem(path.name, "This description was not read: it is nested too deeply."))
        except (OSError, ValueError, Unreadable) as error:
            self.problems.append(Problem(path.name, f"This description was not read: {_words(error)}"))
        return Metadata()

    def _table(self, folder: PurePath) -> dict[str, Metadata]:
        table = self._tables.get(folder)
        if table is None:
            table = self._tables[folder] = self._rows(folder / SOURCES_TABLE)
        return table

    def _rows(self, path: PurePath) -> dict[str, Metadata]:
        try:
            data = self._look(path)
            if data is None:
                return {}
            text = _text(data)
            head = text.split("\n", 1)[0]
            divider = max(",;\t", key=head.count)
            rows = list(csv.DictReader(io.StringIO(text), delimiter=divider))
        except (OSError, ValueError, csv.Error, Unreadable) as error:
            self.problems.append(Problem(path.name, f"This table was not read: {_words(error)}"))
            return {}
        found: dict[str, Metadata] = {}
        for row in rows:
            plain = {str(key).strip().casefold(): value for key, value in row.items() if key}
            name = next((plain[key] for key in _FILE_KEYS if plain.get(key)), None)
            if name:
                found[name.strip()] = metadata_from(plain)
        if rows and not found:
            self.problems.append(Problem(path.name, "This table has no column “file” that names the articles."))
        return found


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
