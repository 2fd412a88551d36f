"""The reader's settings: one frozen record with a default for everything, filled from one TOML file.

A mistake in the file costs only the setting it is in: it is reported with file, line, key and what is allowed, and the
default stands.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from tui.library.locations import NoSuchHome, path_of, settings_file
from tui.library.models import Models

LABELS = ("PER", "ORG", "LOC", "MISC", "quotation", "value")
"""What can be marked in a text, in the order of the legend."""

Icons = Literal["unicode", "ascii"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in effect."""

    column_width: int = 76
    """Greatest width of the text column, in cells."""
    theme: str = "lesart-dark"
    """Name of a theme the reader knows."""
    icons: Icons = "unicode"
    """``ascii`` for terminals and fonts without box characters and symbols."""
    mouse: bool = True
    animations: bool = True
    labels: tuple[str, ...] = LABELS
    """What is marked in the text when the reader starts."""
    pipeline: str | None = None
    """Folder or package of a spaCy pipeline in place of the one that is shipped."""
    encoder: str | None = None
    """Name of another package's encoder (entry points ``lesart.encoders``) in place of the one that is shipped."""
    bookmarks: str = "data"
    """``data`` for the data folder, ``story`` for beside the story, else the path of a file."""
    bookmark_command: str = ""
    """Command that gets each new bookmark as JSON on its standard input; empty for none."""
    bookmark_template: str = ""
    """File of a template for the Markdown export; empty for the built-in one."""
    keymap: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Ids of actions and the keys that run them, several with commas."""

    @property
    def models(self) -> Models:
        """What reads the articles."""
        return Models(self.pipeline, self.encoder)


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """A mistake in the settings file."""

    file: Path
    line: int | None
    """From 1; None where it cannot be told."""
    key: str
    """Empty where the file as a whole is meant."""
    sentence: str
    """What is wrong and what is allowed."""

    def __str__(self) -> str:
        """One sentence with file, line and key."""
        place = str(self.file) + (f", line {self.line}" if self.line else "")
        # Of some sentences the key is the subject, as of "must be a number".
        key = self.key and (f"{self.key} " if self.sentence.startswith(("is ", "must ")) else f"{self.key}: ")
        return f"{place}: {key}{self.sentence}"


class NotAllowed(ValueError):
    """A value that a setting does not take; the message says what is allowed."""


def _width(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 30 <= value <= 300:
        raise NotAllowed("must be a whole number from 30 to 300")
    return value


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise NotAllowed("must be true or false, without quotation marks")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or any(ord(character) < 32 for character in value):
        raise NotAllowed("must be a text in quotation marks on one line")
    return value


def _name(value: Any) -> str:
    text = _text(value).strip()
    if not text:
        raise NotAllowed("must not be empty")
    return text


def _file(value: Any) -> str:
    try:
        path_of(name := _name(value))
    except NoSuchHome as error:
        raise NotAllowed("must not begin with the home folder of a user who is not known here") from error
    return name


def _icons(value: Any) -> str:
    if value not in ("unicode", "ascii"):
        raise NotAllowed('must be "unicode" or "ascii"')
    return str(value)


def _labels(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or any(label not in LABELS for label in value):
        raise NotAllowed("must be a list of some of: " + ", ".join(f'"{label}"' for label in LABELS))
    return tuple(label for label in LABELS if label in value)


def _optional(value: Any) -> str | None:
    return _text(value).strip() or None


def _keymap(value: Any) -> Mapping[str, str]:
    if not isinstance(value, dict):
        raise NotAllowed('must be a table of lines such as search = "ctrl+f,s"')
    return MappingProxyType({action: keys for action, keys in value.items() if is_keys(keys)})


def is_keys(value: Any) -> bool:
    """Whether a line of the keymap can hold the names of keys."""
    return isinstance(value, str) and bool(value.strip(" ,"))


CHECKS: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "column_width": _width,
        "theme": _name,
        "icons": _icons,
        "mouse": _switch,
        "animations": _switch,
        "labels": _labels,
        "pipeline": _optional,
        "encoder": _optional,
        "bookmarks": _file,
        "bookmark_command": _text,
        "bookmark_template": _text,
        "keymap": _keymap,
    }
)
"""For each setting the function that checks a value of the file and returns what the setting takes.

Each raises `NotAllowed` for a value that it does not take."""


def key_in_file(name: str) -> str:
    """The key of a setting as the file writes it: with hyphens; underscores are read as well."""
    return name.replace("_", "-")


def load_settings(path: Path | None = None) -> tuple[Settings, tuple[SettingProblem, ...]]:
    """Read the settings file; never raises for what stands in it.

    Args:
        path: The file, None for the one in the config folder, which may be missing.

    Returns:
        The settings in effect, and a problem for each mistake.
    """
    if path is None and not settings_file().exists():
        return Settings(), ()
    # What reads a file is loaded only where one is there.
    from tui.library.settings_file import read_settings

    return read_settings(path or settings_file())


def explain(
    settings: Settings, path: Path | None = None, but: Collection[str] = ()
) -> tuple[tuple[str, str, str], ...]:
    """Each setting in effect as key, value in the words of TOML, and origin: the file with its line, or ``default``.

    Args:
        settings: The settings in effect.
        path: The file they were read from, None for the one in the config folder.
        but: Settings that the file sets to what cannot be followed.
    """
    from tui.library.settings_file import origins, toml_value

    places = origins(path)
    default = Settings()
    rows = []
    for item in fields(Settings):
        value = getattr(settings, item.name)
        origin = "default"
        if item.name in places and item.name not in but:
            origin = places[item.name]
        elif value != getattr(default, item.name):
            origin = "command line"
        rows.append((key_in_file(item.name), toml_value(value), origin))
    return tuple(rows)
