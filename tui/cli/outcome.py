"""How a command ends: exit codes, refusals in one sentence, and what happens to errors nobody expected."""

from __future__ import annotations

import errno
import sys

OK = 0
NOTHING = 1
"""Nothing was found."""
USAGE = 2
"""The command line itself is wrong."""
UNREADABLE = 3
"""Some input could not be read; the rest was served."""
UNWRITABLE = 4
"""The output could not be written."""
INTERNAL = 70
"""A defect of the program (EX_SOFTWARE of sysexits.h)."""


_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG})


class Refusal(Exception):
    """A command that cannot go on, with the sentence for the person and the exit code."""

    def __init__(self, sentence: str, code: int = USAGE) -> None:
        """Keeps the sentence and the code."""
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


def complain(sentence: str) -> None:
    """Writes one sentence to standard error, with escapes and control characters neutralised."""
    from tui.articles.display import printable

    if sys.stderr is None:  # closed by whoever started the program
        return
    line = f"lesart: {printable(sentence)}\n"
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, "replace").decode(encoding))


def say_nothing(what: str) -> None:
    """Says on standard error that there is nothing to list, so that an empty output is no riddle."""
    complain(f"No {what} found.")


def unexpected(error: Exception) -> int:
    """Turns an exception into a sentence and an exit code.

    Errors that bring a ``sentence`` were foreseen by the room that raised them. Of all others the details go to the
    log file, because a traceback helps nobody who wanted to read.
    """
    sentence = getattr(error, "sentence", None)
    if isinstance(sentence, str):
        complain(sentence)
        return USAGE
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        complain(f"{name}{error.strerror or error}".rstrip(".") + ".")
        return UNWRITABLE if error.errno in _FULL else UNREADABLE
    place = _logged(error)
    complain(f"An unexpected error stopped the command ({type(error).__name__}); {place}.")
    return INTERNAL


def _logged(error: Exception) -> str:
    import logging

    from tui.library.log import LOGGER, start_log

    path = start_log()
    if path is None:
        return "the details could not be written to the log file"
    logging.getLogger(LOGGER).error("the command line failed", exc_info=error)
    return f"the details are in {path}"
