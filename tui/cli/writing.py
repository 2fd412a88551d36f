"""Where a command writes: standard output or a file, as UTF-8 for machines and in the terminal's way for people."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from tui.cli.outcome import UNWRITABLE, Refusal


class Sink(Protocol):
    """Takes text piece by piece."""

    def __call__(self, text: str, /) -> object:
        """Writes a piece."""


@contextmanager
def opened(output: str | None) -> Iterator[Sink]:
    """A sink for UTF-8 text: standard output, or a file that appears only when it is complete.

    Raises:
        Refusal: the file cannot be written.
    """
    if output is None or output == "-":
        yield _standard
        sys.stdout.flush()
        return
    path = Path(os.path.realpath(output))
    if path.exists() and not path.is_file():
        # A device or a named pipe is written to, never replaced.
        try:
            with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                yield file.write
        except BrokenPipeError:
            raise
        except OSError as error:
            raise _refused(output, error) from error
        return
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            yield file.write
        os.replace(part, path)
    except OSError as error:
        raise _refused(output, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _refused(output: str, error: OSError) -> Refusal:
    return Refusal(f"{output} cannot be written: {error.strerror or error}.", UNWRITABLE)


def _standard(text: str) -> None:
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
    else:
        # Machines read UTF-8 whatever the terminal's character set; a lone surrogate becomes its JSON escape.
        buffer.write(text.encode("utf-8", "backslashreplace"))


def show(line: str = "") -> None:
    """Writes a line for people; what the terminal's character set lacks becomes a question mark."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(f"{line}\n".encode(encoding, "replace").decode(encoding))
