"""A real terminal for tests: the program runs in tmux, keys go in, the screen comes out."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 240.0
"""Seconds until a screen counts as not coming; the first analysis on a slow machine is within it."""


class Terminal:
    """A tmux server of its own with one window."""

    def __init__(self, folder: Path, columns: int = 120, rows: int = 36) -> None:
        tmux = shutil.which("tmux")
        assert tmux, "tmux is not installed"
        self._base = [tmux, "-S", str(folder / "tmux"), "-f", os.devnull]
        self._size = ["-x", str(columns), "-y", str(rows)]

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run([*self._base, *arguments], capture_output=True, text=True, check=False, encoding="utf-8")
        return done.stdout

    def start(self, command: list[str], environment: dict[str, str], directory: Path) -> None:
        """Run a command in the window; its exit code is written behind it."""
        settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment.items())
        line = f"env -u COLUMNS -u LINES {settings} {shlex.join(command)}; echo left with $?; exec cat"
        self._open(directory, line)

    def start_in_shell(self, command: list[str], environment: dict[str, str], directory: Path) -> None:
        """Run a command by typing it into an interactive shell, which can put it aside and take it up again."""
        settings = " ".join(f"{name}={shlex.quote(value)}" for name, value in environment.items())
        self._open(directory, "env -u COLUMNS -u LINES PS1='ready> ' sh -i")
        self.wait("ready>")
        self.type(f"{settings} {shlex.join(command)}")
        self.keys("Enter")

    def _open(self, directory: Path, line: str) -> None:
        self._tmux("new-session", "-d", *self._size, "-c", str(directory), line)
        # As terminals with OSC 52 do: what a program copies is taken.
        self._tmux("set-option", "-s", "set-clipboard", "on")

    def clipboard(self) -> str:
        """What was copied last."""
        return self._tmux("show-buffer")

    def keys(self, *keys: str) -> None:
        """Type keys by their tmux names."""
        self._tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        """Type text as it stands."""
        self._tmux("send-keys", "-l", text)

    def takes_mouse(self) -> bool:
        """Whether the program has asked for the mouse."""
        return self._tmux("display-message", "-p", "#{mouse_any_flag}").strip() == "1"

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def screen(self) -> str:
        """What the terminal shows, without attributes."""
        return self._tmux("capture-pane", "-p")

    def painted(self) -> str:
        """What the terminal shows, with the sequences that give it its colours and styles."""
        return self._tmux("capture-pane", "-p", "-e")

    def wait(self, shows: str | Callable[[str], bool], patience: float = PATIENCE) -> str:
        """Wait for words on the screen.

        Raises:
            AssertionError: with the screen, when they do not come.
        """
        end = time.monotonic() + patience
        screen = ""
        while time.monotonic() < end:
            screen = self.screen()
            if shows in screen if isinstance(shows, str) else shows(screen):
                return screen
            time.sleep(0.1)
        raise AssertionError(f"{shows!r} did not come; the screen shows:\n{screen}")

    def close(self) -> None:
        """End the server with everything in it."""
        self._tmux("kill-server")
