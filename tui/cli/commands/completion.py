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
            write(manual(parsers(), COMMANDS, _keys()))
        else:
            write(completion(arguments.shell, parsers()))
    return 0


def _keys() -> dict[str, list[tuple[str, str]]]:
    """The reader's keys and what they do, by heading, in letters that every terminal has."""
    from tui.reader.commands.documentation import by_group
    from tui.reader.icons import IN_ASCII

    return {
        group: [(one.key_words.translate(IN_ASCII).replace(" ", ", "), one.help) for one in commands]
        for group, commands in by_group().items()
    }
