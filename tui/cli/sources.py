"""What a command reads: paths, standard input, the seeds, or what was open last."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tui.articles import Article, Problem, Reading, read_named_bytes, read_paths, read_seeds
from tui.articles.files import LONGEST_FILE
from tui.cli.arguments import COMMANDS
from tui.cli.outcome import OK, UNREADABLE, Refusal, complain


@dataclass(frozen=True, slots=True)
class Sources:
    """The articles of a command, the folder they were opened as, and what could not be read."""

    reading: Reading
    folder: Path | None = None
    paths: tuple[Path, ...] = ()
    """What the reading can be read from again; empty where any of it cannot."""
    unfinished: bool = False
    """Whether only the first article of large paths was read, and the reader reads on."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """What could be read, in order."""
        return self.reading.articles

    @property
    def code(self) -> int:
        """Exit code of a command that served all that could be read."""
        return UNREADABLE if any(problem.unread for problem in self.reading.problems) else OK


def read_sources(arguments: Namespace) -> Sources:
    """Reads what the command line names and complains about what cannot be read.

    Raises:
        Refusal: nothing could be read, or a command is misspelt.
    """
    if arguments.command == "open" and arguments.paths:
        _refuse_mistyped(arguments.paths[0])
    sources = _read(arguments)
    for problem in sources.reading.problems:
        complain(f"{problem.path}: {problem.sentence}")
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
        return _last(arguments.command)
    if "" in names:
        # Path("") would be the present folder, which nobody means who passes an unset variable.
        raise Refusal("An empty path was given.")
    paths = [Path(name) for name in names if name != "-"]
    if arguments.command == "open" and len(names) == len(paths) and (first := _first_of_many(paths)):
        return first
    reading = read_paths(paths) if paths else Reading(())
    if "-" in names:
        reading = _with_standard_input(reading)
    folder = paths[0].absolute() if len(names) == len(paths) == 1 and paths[0].is_dir() else None
    # What a pipe or standard input gave cannot be read twice.
    again = len(names) == len(paths) and all(path.is_dir() or path.is_file() for path in paths)
    return Sources(reading, folder, tuple(paths) if again else ())


def _first_of_many(paths: Sequence[Path]) -> Sources | None:
    """The article to begin with, where reading all would be felt; None where all is to be read at once."""
    from tui.articles.steps import is_large, read_first

    if not is_large(paths):
        return None
    folder = paths[0].absolute() if len(paths) == 1 and paths[0].is_dir() else None
    wanted = None
    if folder is not None:
        from tui.library.state import ReadingState

        wanted = ReadingState().load(folder).file
    article = read_first(paths, wanted)
    return Sources(Reading((article,)), folder, tuple(paths), unfinished=True) if article is not None else None


def _last(command: str) -> Sources:
    from tui.library.state import ReadingState

    folder = ReadingState().recent.last()
    if folder is not None:
        if command == "open" and (first := _first_of_many([folder])):
            return first
        reading = read_paths([folder])
        if reading.articles:
            return Sources(reading, folder, (folder,))
    return Sources(read_seeds())


def _with_standard_input(reading: Reading) -> Reading:
    if sys.stdin.isatty():
        complain("Reading from the terminal; ctrl+d ends the text.")
    data = sys.stdin.buffer.read(LONGEST_FILE + 1)
    if len(data) > LONGEST_FILE:
        problem = Problem("standard input", f"This has more than {LONGEST_FILE // 1024**2} MB; it was not read.")
        return Reading(reading.articles, (*reading.problems, problem))
    given = read_named_bytes([("-", data)])
    problems = (replace(problem, path=f"standard input{problem.path[1:]}") for problem in given.problems)
    return Reading((*reading.articles, *given.articles), (*reading.problems, *problems))


def _refuse_mistyped(word: str) -> None:
    """Refuses a misspelt command, which looks like a path that does not exist."""
    if "/" in word or "." in word or word in COMMANDS:
        return
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, n=1, cutoff=0.7)
    if near and not Path(word).exists():
        raise Refusal(f"There is no command, file or folder {word}. Did you mean the command {near[0]}?")
