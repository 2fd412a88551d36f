"""Words behind ``--`` on a command line, which are no options whatever they begin with."""

from __future__ import annotations

from collections.abc import Sequence

GUARD = "\0"
"""Stands before such words while they are parsed; no argument can hold it."""


def guarded(words: Sequence[str]) -> list[str]:
    """The words with those behind ``--`` marked, which argparse does not keep apart among intermixed arguments."""
    end = words.index("--") if "--" in words else len(words)
    kept = (GUARD + word if word.startswith("-") and word != "-" else word for word in words[end + 1 :])
    return [*words[:end], *kept]


def unguarded(value: object) -> object:
    """A value that was parsed, without the marks."""
    if isinstance(value, list):
        return [unguarded(one) for one in value]
    return value.removeprefix(GUARD) if isinstance(value, str) else value
