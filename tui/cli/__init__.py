"""The command line: ``lesart`` starts the reader, its commands print what the reader shows.

A room is imported only when a command needs it, because the reader's first paint pays for every module.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from tui.reader.app import LesartApp

__all__ = ["main", "make_app"]


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command line and returns its exit code; troubles become one sentence on standard error.

    Args:
        argv: the arguments without the program's name; None takes those of the process.
    """
    from tui.cli.arguments import parse
    from tui.cli.outcome import UNWRITABLE, Refusal, complain, unexpected

    if sys.stdout is None:
        complain("Standard output is closed.")
        return UNWRITABLE
    code = 0
    try:
        # argparse ends the process itself after --help, --version and usage errors.
        arguments = parse(sys.argv[1:] if argv is None else list(argv))
        if arguments.command == "open" and not arguments.serve:
            # Starting makes no garbage; the reader collects again once it has painted.
            gc.disable()
        code = _command(arguments.command)(arguments)
        sys.stdout.flush()
    except SystemExit as ending:
        code = ending.code if isinstance(ending.code, int) else int(bool(ending.code))
    except BrokenPipeError:
        _quiet_pipe()
    except KeyboardInterrupt:
        code = 130
    except Refusal as refusal:
        complain(refusal.sentence)
        code = refusal.code
    except Exception as error:
        code = unexpected(error)
    finally:
        gc.enable()
    return code


def make_app(argv: Sequence[str]) -> LesartApp:
    """The reader as a command line would start it, not yet running; for pictures, measurements and tests.

    Raises:
        Refusal: nothing could be read.
        SystemExit: the command line is wrong.
    """
    from tui.cli.arguments import parse
    from tui.cli.commands import open as opening
    from tui.cli.sources import read_sources

    arguments = parse(argv)
    return opening.make_app(arguments, read_sources(arguments))


def _command(name: str) -> Callable[[Namespace], int]:
    from importlib import import_module

    run: Callable[[Namespace], int] = import_module(f"tui.cli.commands.{name}").run
    return run


def _quiet_pipe() -> None:
    """Lets the interpreter's last flush go nowhere: the reader of the pipe (``head``) has had enough."""
    import os

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
