"""``lesart completion``: the script that completes the command line in a shell, or the manual page."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.arguments import COMMANDS, parsers
from tui.cli.completion import completion, manual
from tui.cli.writing import opened


def run(arguments: Namespace) -> int:
    """Prints what was asked for."""
    with opened(arguments.output) as write:
        if arguments.shell == "man":
            write(manual(parsers(), COMMANDS))
        else:
            write(completion(arguments.shell, parsers()))
    return 0
