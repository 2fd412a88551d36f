"""``lesart`` and ``lesart open``: the reader."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tui.articles.model import Reading
from tui.cli.outcome import Refusal, complain
from tui.cli.preferences import settings_with_mistakes
from tui.cli.sources import Sources, read_sources

if TYPE_CHECKING:
    from tui.library.bookmarks import BookmarkFile
    from tui.reader.app import LesartApp

_DUMB = ("dumb", "unknown")
"""Terminals that cannot place a cursor; on those Textual would draw for ever."""


def run(arguments: Namespace) -> int:
    """Reads the sources, then hands the terminal to the reader."""
    if arguments.serve:
        return _serve(arguments)
    sources = read_sources(arguments)
    if os.environ.get("TEXTUAL_DRIVER"):
        # Somebody else draws, such as a browser.
        return _read(arguments, sources)
    if not sys.stdout.isatty() or os.environ.get("TERM", "").casefold() in _DUMB:
        raise Refusal("The reader needs a terminal; for pipes and files there are the commands, see lesart --help.")
    if not sys.stdin.isatty():
        _take_terminal()
    if not sys.stderr.isatty():
        # Textual draws on standard error; with that in a file the screen would stay empty.
        os.dup2(1, 2)
    return _read(arguments, sources)


def _serve(arguments: Namespace) -> int:
    if "-" in arguments.paths:
        raise Refusal("Standard input cannot be served: each browser reads the sources anew.")
    from tui.cli.serving import serve

    return serve([word for word in ("open", *arguments.argv) if word != "--serve"])


def make_app(arguments: Namespace, sources: Sources) -> LesartApp:
    """The reader with everything it needs, not yet running."""
    from tui.library.locations import bookmarks_file, cache_dir, decisions_file, path_of
    from tui.library.state import ReadingState
    from tui.library.watching import Watch
    from tui.library.worker import Worker

    settings, mistakes = settings_with_mistakes(arguments)
    if arguments.ascii or not _can_show_unicode():
        settings = replace(settings, icons="ascii")
    if arguments.no_mouse:
        settings = replace(settings, mouse=False)
    if not settings.animations:
        # Textual reads this when it is imported.
        os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    from tui.reader.app import LesartApp

    def tell(sentence: str) -> None:
        try:
            app.call_from_thread(app.say, sentence, warning=True)
        except RuntimeError:
            # The reader has ended meanwhile.
            complain(sentence)

    def where(folder: Path | None) -> Path:
        return path_of(arguments.bookmarks) if arguments.bookmarks else bookmarks_file(settings.bookmarks, folder)

    def opened(folder: Path | None) -> BookmarkFile:
        from tui.library.bookmarks import BookmarkFile
        from tui.library.bookmarks.hook import background_hook

        hook = background_hook(settings.bookmark_command, tell) if settings.bookmark_command else None
        return BookmarkFile(where(folder), hook)

    app = LesartApp(
        sources.reading,
        folder=sources.folder,
        worker=Worker(cache_dir(), settings.models),
        settings=settings,
        bookmarks=opened,
        state=ReadingState(),
        decisions=decisions_file(),
        cache=cache_dir(),
        watch=Watch(sources.paths, but=(where(sources.folder),)) if sources.paths else None,
        more=sources.paths if sources.unfinished else (),
        debug=arguments.debug,
        complaints=mistakes,
    )
    return app


def _read(arguments: Namespace, sources: Sources) -> int:
    from tui.library.log import start_log

    log = start_log(debug=arguments.debug)
    app = make_app(arguments, sources)
    app.run(mouse=app.settings.mouse)
    for sentence in app.writer.unsaid:
        complain(sentence)
    if sources.unfinished:
        for problem in app.desk.problems:
            complain(f"{problem.path}: {problem.sentence}")
        sources = replace(sources, reading=Reading(app.desk.articles, app.desk.problems))
    if arguments.debug:
        complain(f"The log file is {log}." if log else "The log file could not be written.")
    return app.return_code or sources.code


def _can_show_unicode() -> bool:
    # In the C locale Python writes UTF-8 whatever the terminal shows (PEP 540), and may have changed LC_CTYPE itself
    # (PEP 538); who names that locale means ASCII, where none is named nothing is known.
    if sys.flags.utf8_mode and {os.environ.get("LC_ALL"), os.environ.get("LANG")} & {"C", "POSIX"}:
        return False
    try:
        "─│▌…„“≈".encode(sys.stdout.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _take_terminal() -> None:
    """Puts the terminal in the place of the standard input that was read to its end.

    Raises:
        Refusal: there is no terminal to read keys from.
    """
    name = "CONIN$" if os.name == "nt" else "/dev/tty"
    try:
        terminal = os.open(name, os.O_RDWR)
    except OSError as error:
        raise Refusal(f"There is no terminal to read keys from ({error.strerror}).") from error
    os.dup2(terminal, 0)
    os.close(terminal)
