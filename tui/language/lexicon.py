"""Reads the word lists of the language room.

Lists stand in plain text files, so that a reader of German can check and extend them without reading code: a line
``[section]`` opens a section, every other line is one entry, ``entry = reading`` gives an entry a reading, and ``#``
starts a comment.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

Lexicon = Mapping[str, Mapping[str, str]]
"""Section -> entry -> reading (empty where the entry has none), in the order of the file."""


@cache
def read_lexicon(name: str) -> Lexicon:
    """Read a word list that ships with the program.

    Args:
        name: Path below ``lexicons/`` without the ending, for example ``abbreviations``.

    Returns:
        The sections; entries before the first section stand in the section ``""``.
    """
    text = files("tui.language").joinpath("lexicons", *f"{name}.txt".split("/")).read_text("utf-8")
    sections: dict[str, dict[str, str]] = {}
    section = sections.setdefault("", {})
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if not entry:
            continue
        if entry.startswith("[") and entry.endswith("]"):
            section = sections.setdefault(entry[1:-1].strip(), {})
            continue
        word, _, reading = f"{entry} ".partition(" = ")
        section[word.strip()] = reading.strip()
    return MappingProxyType(sections)


def words(name: str, section: str = "") -> frozenset[str]:
    """The entries of one section, without their readings."""
    return frozenset(read_lexicon(name)[section])
