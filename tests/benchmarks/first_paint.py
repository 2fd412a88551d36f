"""Prints the time to the first paint of the seeds beside Textual's own floor, in one run: ``python -m`` this module.

Each program starts in a pseudo-terminal of 120 columns and 36 rows; the time ends when its first words have been
written. The floors are a bare app that says a word, and one with 500 rows and a text. With ``--library N`` a folder of
N made-up articles of thirty sentences is opened too. POSIX only.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import random
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

from tests.benchmarks.search_scale import made_up

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
SEEDS = "lesart, the seeds"
# A word of the text that is not in its title, which stands in the frame too.
PROGRAMS: dict[str, tuple[list[str], bytes]] = {
    "Textual, one word": ([sys.executable, "-c", HELLO], b"FIRSTWORDS"),
    "Textual, 500 rows and a text": ([sys.executable, "-c", ROWS], b"FIRSTWORDS"),
    SEEDS: ([sys.executable, "-m", "tui.cli", "--seeds"], b"aufzunehmen"),
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
        took, memory = time.perf_counter() - began, _memory(process.pid)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        # What it used is told to the microsecond once it has ended, and only in ticks before.
        used = os.wait4(process.pid, 0)[2]
        process.returncode = -signal.SIGKILL
        os.close(master)
    return took, used.ru_utime + used.ru_stime, memory


def _memory(process: int) -> float:
    """Resident megabytes of a process; zero where the system does not tell."""
    file = Path(f"/proc/{process}/statm")
    return int(file.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1024**2 if file.exists() else 0.0


def make_library(folder: Path, count: int) -> None:
    """Write so many articles of thirty made-up sentences, two hundred in a folder."""
    sentences = made_up(30 * count, random.Random(7))
    for number in range(count):
        place = folder / f"{number // 200:03}"
        place.mkdir(parents=True, exist_ok=True)
        body = "\n\n".join(" ".join(next(sentences) for _ in range(5)) for _ in range(6))
        (place / f"{number:05}.txt").write_text(f"Erstworte {number}\n\n{body}\n", "utf-8")


def main() -> None:
    """Print medians, and the ratios to the floors."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--library", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args()
    medians: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as home:
        programs = dict(PROGRAMS)
        if asked.library:
            make_library(Path(home, "library"), asked.library)
            command = [sys.executable, "-m", "tui.cli", str(Path(home, "library"))]
            programs[f"lesart, {asked.library:,} articles"] = (command, b"Erstworte")
        figures: dict[str, list[tuple[float, float, float]]] = {name: [] for name in programs}
        for turn in range(asked.rounds + 1):
            for name, (command, words) in programs.items():
                figure = first_paint(command, words, home)
                if turn:
                    figures[name].append(figure)
    for name, rows in figures.items():
        clock, processor, memory = (statistics.median(column) for column in zip(*rows, strict=True))
        medians[name] = clock, processor
        print(f"{name:<30} {1000 * clock:5.0f} ms   processor {1000 * processor:5.0f} ms   {memory:4.0f} MB")
    if asked.library:
        many, few = medians[f"lesart, {asked.library:,} articles"], medians[SEEDS]
        ratios = f"clock {many[0] / few[0]:.2f}   processor {many[1] / few[1]:.2f}"
        print(f"ratio of {asked.library:,} articles to the seeds    {ratios}")
    own = medians[SEEDS]
    for name in list(PROGRAMS)[:2]:
        clock, processor = medians[name]
        print(f"ratio to {name:<30} clock {own[0] / clock:.2f}   processor {own[1] / processor:.2f}")


if __name__ == "__main__":
    main()
