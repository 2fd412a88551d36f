"""What lies beside a text and describes it: ``<name>.toml``, or a row of ``sources.csv`` in its folder.

People who collect articles keep source, date and address there when the text itself does not say them.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tui.articles.decoding import Unreadable, decode
from tui.articles.files import SOURCES_TABLE
from tui.articles.metadata import Metadata, metadata_from
from tui.articles.model import Problem

LONGEST_SIDECAR = 4 * 1024 * 1024
"""Bytes beyond which a sidecar is not read."""
_FILE_KEYS = ("file", "datei", "path", "name", "filename", "dateiname")


class Sidecars:
    """The descriptions beside texts; each table is read once."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self.problems: list[Problem] = []
        self._tables: dict[Path, dict[str, Metadata]] = {}

    def of(self, path: Path) -> Metadata:
        """What is said beside a text: its own file first, then the row of its folder's table."""
        own = Metadata()
        for sidecar in (path.with_name(path.name + ".toml"), path.with_suffix(".toml")):
            if sidecar != path and sidecar.is_file():
                own = self._toml(sidecar)
                break
        return own.completed_by(self._table(path.parent).get(path.name, Metadata()))

    def _toml(self, path: Path) -> Metadata:
        import tomllib

        try:
            return metadata_from(tomllib.loads(_read(path)))
        except RecursionError:
            self.problems.append(Problem(path.name, "This description was not read: it is nested too deeply."))
            return Metadata()
        except (OSError, ValueError, Unreadable) as error:
            self.problems.append(Problem(path.name, f"This description was not read: {_words(error)}"))
            return Metadata()

    def _table(self, folder: Path) -> dict[str, Metadata]:
        table = self._tables.get(folder)
        if table is None:
            table = self._tables[folder] = self._rows(folder / SOURCES_TABLE)
        return table

    def _rows(self, path: Path) -> dict[str, Metadata]:
        if not path.is_file():
            return {}
        try:
            text = _read(path)
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


def _read(path: Path) -> str:
    with path.open("rb") as stream:
        data = stream.read(LONGEST_SIDECAR + 1)
    if len(data) > LONGEST_SIDECAR:
        raise ValueError("it is too long.")
    return decode(data).text


def _words(error: Exception) -> str:
    if isinstance(error, Unreadable):
        return error.sentence
    words = str(error).strip() or type(error).__name__
    return words if words.endswith(".") else f"{words}."
