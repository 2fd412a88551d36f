"""The log file for failures: what went wrong inside, for those who mend it; the reader sees a sentence instead.

Nothing is written to the terminal, which belongs to the interface. The file is kept small by rotation.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

from tui.library.locations import log_file, private_folder

LOGGER = "lesart"
_MOST_BYTES = 1_000_000
"""Size at which a new log file is begun."""


class _LogFile(logging.Handler):
    """The file, kept small; what rotates it is imported with the first record, since most runs write none."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; a log that cannot be written neither ends nor covers what wanted to log."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            try:
                self._file = RotatingFileHandler(self._path, maxBytes=_MOST_BYTES, backupCount=1, encoding="utf-8")
            except OSError:
                return
            self._file.setFormatter(self.formatter)
            self._file.handleError = self.handleError  # type: ignore[method-assign]
        self._file.emit(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: the terminal belongs to the reader."""

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


def logger(room: str) -> logging.Logger:
    """The logger of a part of the program; silent until `start_log`, for the terminal is not a log."""
    top = logging.getLogger(LOGGER)
    if not top.handlers:
        top.addHandler(logging.NullHandler())
    return top.getChild(room)


def start_log(*, debug: bool = False, path: Path | None = None) -> Path | None:
    """Send the program's log records to the log file.

    Args:
        debug: Also what is done, not only what failed.
        path: The file, None for the one of `locations.log_file`.

    Returns:
        The file, or None where it cannot be written; the program then runs without a log.
    """
    target = path or log_file()
    logger = logging.getLogger(LOGGER)
    for old in list(logger.handlers):
        logger.removeHandler(old)
        old.close()
    logger.propagate = False
    logger.setLevel(logging.DEBUG if debug else logging.WARNING)
    try:
        private_folder(target.parent)
        # Opened now, so that a folder that cannot be written to is known here.
        with target.open("a", encoding="utf-8"):
            handler = _LogFile(target)
    except OSError:
        logger.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(logging.Formatter(f"%(asctime)s {os.getpid()} %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    return target
