"""The five articles that come with the program, inside the wheel or beside the checkout's package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.articles.model import Reading
from tui.articles.reading import read_named_bytes

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def seeds() -> Traversable:
    """The folder of the seed articles.

    A wheel holds it as ``tui/seeds``; an editable checkout keeps it beside the package.
    """
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "seeds", package.parent / "seeds"):
        if folder.is_dir():
            return folder
    # Only a zipped package comes here: the import takes milliseconds, which the first paint would pay.
    from importlib.resources import files

    return files("tui").joinpath("seeds")


def read_seeds() -> Reading:
    """Reads the seed articles, sorted by name, also out of a zipped package."""
    folder = seeds()
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else []
    contents = [(e.name, e.read_bytes()) for e in entries if e.name.endswith(".txt")]
    return read_named_bytes(contents, str(folder) if isinstance(folder, Path) else "")
