"""Prints the time to the first paint of the seeds beside Textual's own floor, in one run: ``python -m`` this module.

Each program starts in a pseudo-terminal of 120 columns and 36 rows; the time ends when its first words have been
written. The floors are a bare app that says a word, and one with 500 rows and a text. POSIX only.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path

ROUNDS = 9
PATIENCE = 30.0

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("FIRSTWORDS")
Hello().run()
"""
ROWS = """
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import OptionList, Static
class Rows(App):
    CSS = "OptionList { width: 30; } Static { width: 1fr; }"
    def compose(self):
        with Horizontal():
            yield OptionList(*(f"row {n}" for n in range(500)))
            yield Static("FIRSTWORDS " + "some words of a text " * 400)
Rows().run()
"""
PROGRAMS: dict[str, tuple[list[str], bytes]] = {
    "Textual, one word": ([sys.executable, "-c", HELLO], b"FIRSTWORDS"),
    "Textual, 500 rows and a text": ([sys.executable, "-c", ROWS], b"FIRSTWORDS"),
    "lesart, the seeds": ([sys.executable, "-m", "tui.cli", "--seeds"], b"Demontage"),
}


def first_paint(command: list[str], words: bytes, home: str) -> tuple[float, float, float]:
    """Seconds by the clock and of the processor until words are written, and megabytes then resident.

    Raises:
        TimeoutError: the words do not come.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    gone = {"COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE"}
    environment = {name: value for name, value in os.environ.items() if name not in gone}
    environment |= {"TERM": "xterm-256color", "LESART_HOME": home, "TEXTUAL_ANIMATIONS": "none"}
    # An installed program has its bytecode; here the first round, which does not count, makes it for all three.
    environment["PYTHONPYCACHEPREFIX"] = f"{home}/bytecode"
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True, close_fds=True
    )
    os.close(slave)
    written = b""
    try:
        while words not in written:
            if time.perf_counter() - began > PATIENCE:
                raise TimeoutError(f"{words!r} did not come")
            if select.select([master], [], [], 0.1)[0]:
                written += os.read(master, 65536)
        took = time.perf_counter() - began
        return took, *_used(process.pid)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        os.close(master)


def _used(process: int) -> tuple[float, float]:
    """Processor seconds and resident megabytes of a process; zeros where the system does not tell."""
    folder = Path("/proc") / str(process)
    if not folder.exists():
        return 0.0, 0.0
    fields = (folder / "stat").read_text().rsplit(")", 1)[1].split()
    ticks = int(fields[11]) + int(fields[12])
    pages = int((folder / "statm").read_text().split()[1])
    return ticks / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE") / 1024**2


def main() -> None:
    """Print medians, and the ratios to the floors."""
    medians: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as home:
        figures: dict[str, list[tuple[float, float, float]]] = {name: [] for name in PROGRAMS}
        for turn in range(ROUNDS + 1):
            for name, (command, words) in PROGRAMS.items():
                figure = first_paint(command, words, home)
                if turn:
                    figures[name].append(figure)
    for name, rows in figures.items():
        clock, processor, memory = (statistics.median(column) for column in zip(*rows, strict=True))
        medians[name] = clock, processor
        print(f"{name:<30} {1000 * clock:5.0f} ms   processor {1000 * processor:5.0f} ms   {memory:4.0f} MB")
    own = medians["lesart, the seeds"]
    for name in list(PROGRAMS)[:2]:
        clock, processor = medians[name]
        print(f"ratio to {name:<30} clock {own[0] / clock:.2f}   processor {own[1] / processor:.2f}")


if __name__ == "__main__":
    main()
