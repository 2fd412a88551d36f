"""The program and the end of its terminal: closed while the reader quits, or one that cannot show it at all."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.test_terminal import environment, start, terminal

__all__ = ["terminal"]
pytestmark = pytest.mark.terminal


def running(home: Path) -> list[int]:
    """The processes with this home in their environment, where the system tells."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"LESART_HOME={home}".encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
    return found


def read_until(terminal: int, shown: bytes) -> None:
    """Read what a terminal is sent until something came."""
    seen = b""
    while shown not in seen:
        seen += os.read(terminal, 65_536)


def test_closing_the_terminal_while_quitting_leaves_no_process(tmp_path: Path) -> None:
    import pty

    process, terminal = pty.fork()
    if process == 0:
        # An interactive shell hands on the hangup and a signal to continue.
        os.environ.update(environment(tmp_path, TERM="xterm-256color"))
        os.execvp("sh", ["sh", "-i"])
    os.write(terminal, f"{sys.executable} -m tui.cli --seeds\n".encode())
    read_until(terminal, b"Elon")
    os.write(terminal, b"q")
    read_until(terminal, b"\x1b[?1049l")
    os.close(terminal)
    os.waitpid(process, 0)
    end = time.monotonic() + 30
    while running(tmp_path) and time.monotonic() < end:
        time.sleep(0.1)
    assert not running(tmp_path)


@pytest.mark.parametrize("kind", ["dumb", "unknown"])
def test_a_terminal_that_cannot_place_a_cursor_is_told_so(terminal: Terminal, tmp_path: Path, kind: str) -> None:
    start(terminal, tmp_path, "--seeds", TERM=kind)
    screen = terminal.wait("left with 2", 30)
    assert "needs a terminal" in screen
