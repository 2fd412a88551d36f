"""The five articles that come with the program, inside the wheel or beside the checkout's package."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from tui.articles.files import TEXT_SUFFIXES
from tui.articles.model import Reading
from tui.articles.reading import read_named_bytes


def seeds() -> Traversable:
    """The folder of the seed articles.

    A wheel holds it as ``tui/seeds``; an editable checkout keeps it beside the package.
    """
    inside = files("tui").joinpath("seeds")
    return inside if inside.is_dir() else Path(__file__).resolve().parents[2] / "seeds"


def read_seeds() -> Reading:
    """Reads the seed articles, sorted by name, also out of a zipped package."""
    folder = seeds()
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else []
    contents = [(e.name, e.read_bytes()) for e in entries if e.name.endswith(TEXT_SUFFIXES)]
    return read_named_bytes(contents, str(folder) if isinstance(folder, Path) else "")
