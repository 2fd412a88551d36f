"""What a command reads: paths, standard input, the seeds, or what was open last."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.articles import Article, Problem, Reading, Unreadable, read_bytes, read_paths, read_seeds
from tui.cli.arguments import COMMANDS
from tui.cli.outcome import OK, UNREADABLE, Refusal, complain


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles of a command, the folder they were opened as, and what could not be read."""

    reading: Reading
    folder: Path | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """What could be read, in order."""
        return self.reading.articles

    @property
    def code(self) -> int:
        """Exit code of a command that served all that could be read."""
        return UNREADABLE if self.reading.problems else OK


def read_sources(arguments: Namespace) -> Sources:
    """Reads what the command line names and complains about what cannot be read.

    Raises:
        Refusal: nothing could be read.
    """
    sources = _read(arguments)
    for problem in sources.reading.problems:
        complain(f"{problem.path}: {problem.sentence}{_meant(problem) if arguments.command == 'open' else ''}")
    if not sources.articles:
        if sources.reading.problems:
            raise SystemExit(UNREADABLE)
        raise Refusal("There is no article to read here.", UNREADABLE)
    return sources


def _read(arguments: Namespace) -> Sources:
    if arguments.seeds:
        return Sources(read_seeds())
    names: Sequence[str] = arguments.paths
    if not names:
        return _last()
    if "" in names:
        # Path("") would be the present folder, which nobody means who passes an unset variable.
        raise Refusal("An empty path was given.")
    paths = [Path(name) for name in names if name != "-"]
    reading = read_paths(paths) if paths else Reading(())
    if "-" in names:
        reading = _with_standard_input(reading)
    folder = paths[0].absolute() if len(names) == len(paths) == 1 and paths[0].is_dir() else None
    return Sources(reading, folder)


def _last() -> Sources:
    from tui.library.state import ReadingState

    folder = ReadingState().last_folder()
    if folder is not None:
        reading = read_paths([folder])
        if reading.articles:
            return Sources(reading, folder)
    return Sources(read_seeds())


def _with_standard_input(reading: Reading) -> Reading:
    if sys.stdin.isatty():
        complain("Reading from the terminal; ctrl+d ends the text.")
    try:
        article = read_bytes(sys.stdin.buffer.read())
    except Unreadable as error:
        return Reading(reading.articles, (*reading.problems, Problem("standard input", error.sentence)))
    return Reading((*reading.articles, article), reading.problems)


def _meant(problem: Problem) -> str:
    """A word on a misspelt command, which looks like a path that does not exist."""
    if "/" in problem.path or "." in problem.path or Path(problem.path).exists():
        return ""
    from difflib import get_close_matches

    near = get_close_matches(problem.path, COMMANDS, n=1, cutoff=0.7)
    return f" Did you mean the command {near[0]}?" if near else ""
