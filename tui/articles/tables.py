"""The table that says where a folder's articles come from, in the dialects in which spreadsheets save one."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Mapping

from tui.articles.patterns import pattern

Row = Mapping[str, object]

_DIVIDERS = ",;\t|"
_TOLD = pattern(r"\ufeff?\"?sep=(.)\"?\r?\n", re.IGNORECASE)
"""The line in which Excel says what parts the cells."""
_FILE_KEYS = ("file", "datei", "path", "pfad", "name", "filename", "dateiname")


def read_table(text: str) -> dict[str, Row] | None:
    """The rows of a table by the `file_key` of the file that each names; None where no column names files.

    Raises:
        ValueError: it is no table.
    """
    import csv  # few folders have a table

    told = _TOLD.match(text)
    text = text[told.end() :] if told else text
    divider = told.group(1) if told else max(_DIVIDERS, key=text.split("\n", 1)[0].count)
    try:
        rows = [
            {str(key).strip().casefold(): value for key, value in row.items() if key}
            for row in csv.DictReader(io.StringIO(text), delimiter=divider, skipinitialspace=True)
        ]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    found: dict[str, Row] = {}
    for row in rows:
        name = next((row[key] for key in _FILE_KEYS if row.get(key)), None)
        if isinstance(name, str):
            found[file_key(name)] = row
    return found if found or not rows else None


def file_key(name: str) -> str:
    """A file's path as people and systems write it, in one form: forward slashes, no ``./``, letters composed."""
    return unicodedata.normalize("NFC", name.strip().replace("\\", "/")).removeprefix("./")
