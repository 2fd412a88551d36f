"""Where the program keeps things: data, cache, settings, state and log.

The folders are the platform's own, by platformdirs, because readers expect to find, back up and delete them there.
``LESART_HOME`` puts all five under one folder, for a portable copy and for tests.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

APPLICATION = "lesart"


class NoSuchHome(ValueError):
    """A path begins with the home folder of a user whom the system does not know."""

    def __init__(self, words: str) -> None:
        """Keeps the sentence that the program says of it."""
        self.sentence = f"{words} begins with the home folder of a user who is not known here."
        super().__init__(self.sentence)


def path_of(words: str) -> Path:
    """The path that a person wrote; ``~`` is the home folder.

    Raises:
        NoSuchHome: It is that of an unknown user.
    """
    try:
        return Path(words).expanduser()
    except RuntimeError:
        raise NoSuchHome(words) from None


def _folder(kind: str) -> Path:
    home = os.environ.get("LESART_HOME")
    if home:
        return path_of(home).absolute() / kind
    # Imported here because an environment with LESART_HOME never needs it.
    import platformdirs

    find = {
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
        "config": platformdirs.user_config_path,
        "state": platformdirs.user_state_path,
        "log": platformdirs.user_log_path,
    }[kind]
    return find(APPLICATION, appauthor=False)


def data_dir() -> Path:
    """Folder of the reader's own work: bookmarks and decisions. Not created by this call."""
    return _folder("data")


def articles_dir() -> Path:
    """Folder that fetched articles go to where none is named and none was opened. Not created by this call."""
    return data_dir() / "articles"


def cache_dir() -> Path:
    """Folder of what can be computed again: analyses and comparisons. Not created by this call."""
    return _folder("cache")


def config_dir() -> Path:
    """Folder of the settings file. Not created by this call."""
    return _folder("config")


def state_dir() -> Path:
    """Folder of reading positions and read marks. Not created by this call."""
    return _folder("state")


def log_file() -> Path:
    """File that failures are written to. Not created by this call."""
    return _folder("log") / "lesart.log"


def settings_file() -> Path:
    """The settings file that is read where none is named."""
    return config_dir() / "settings.toml"


def bookmarks_file(where: str = "data", folder: Path | None = None) -> Path:
    """The bookmarks file that a setting means.

    Args:
        where: ``data`` for the data folder, ``story`` for beside the story, else the path of a file.
        folder: Folder of the opened story; without one ``story`` means the data folder.
    """
    if where == "story" and folder is not None:
        return folder / "bookmarks.jsonl"
    if where in {"data", "story"}:
        return data_dir() / "bookmarks.jsonl"
    return path_of(where)


def decisions_file() -> Path:
    """File of the reader's decisions on which passages state the same fact."""
    return data_dir() / "decisions.jsonl"


def private_folder(folder: Path) -> Path:
    """Make a folder that only its owner may enter (mode 0700 where modes exist), and return it.

    Raises:
        OSError: The folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    # An older or foreign folder keeps its contents but loses other people's access, where the system lets us.
    with contextlib.suppress(OSError):
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    return folder
