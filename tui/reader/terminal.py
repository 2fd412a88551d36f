"""The driver of Unix terminals, which stays quiet when its terminal is gone.

Closing a terminal sends a hangup, and then a signal to continue; Textual's own driver would take the latter for the end
of a suspension and start reading and writing anew, in a program that has just stopped both.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any, TextIO

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver


class _Lines:
    """Standard error, on which Textual draws: what is drawn on a terminal that is gone is lost, which is no defect."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> None:
        with suppress(OSError):
            self._file.write(text)

    def flush(self) -> None:
        with suppress(OSError):
            self._file.flush()

    def fileno(self) -> int:
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Draws and reads keys until the reader ends or the terminal is gone."""

    def __init__(self, app: App[Any], **given: Any) -> None:
        """Take the terminal; see Textual's driver for what is given."""
        super().__init__(app, **given)
        assert sys.__stderr__ is not None
        self._file: Any = _Lines(sys.__stderr__)

    @property
    def gone(self) -> bool:
        """Whether the terminal that the keys came from has been closed."""
        return self.input_tty and not os.isatty(self.fileno)

    def _sigcont_application(self, *given: Any) -> None:
        if not self._app._exit and not self.gone:
            super()._sigcont_application(*given)
