"""Programs of the reader's own choice, named in the settings or the environment; no shell ever sees the words."""

from __future__ import annotations

import os
import shlex


def command_words(command: str) -> list[str]:
    """Program and arguments out of a line in the quoting of a shell; on Windows, where paths have backslashes, in its.

    Raises:
        ValueError: A quotation mark is not closed.
    """
    if os.name == "nt":
        return [word.strip('"') for word in shlex.split(command, posix=False)]
    words = shlex.split(command)
    return [os.path.expanduser(word) for word in words[:1]] + words[1:]
