"""The user's own keys: which of them cannot work, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.reader.commands import Command, all_commands


def clash_sentences(keymap: Mapping[str, str]) -> tuple[str, ...]:
    """What is wrong with a keymap: unknown commands, and keys that stand for two things in one place.

    Args:
        keymap: Command ids and their keys, joined by commas.
    """
    commands = all_commands()
    known = {command.id for command in commands}
    sentences = [f"There is no command called {name}; its keys are left out." for name in keymap if name not in known]
    held: dict[tuple[str, str], Command] = {}
    for command in commands:
        for key in keys_of(command, keymap):
            for place in {command.place, "app"} if command.place == "reading" else {command.place}:
                other = held.get((place, key))
                if other is not None and (command.id in keymap or other.id in keymap):
                    sentences.append(f"{key} stands for both {other.id} and {command.id}.")
            held.setdefault((command.place, key), command)
    return tuple(dict.fromkeys(sentences))


def keys_of(command: Command, keymap: Mapping[str, str]) -> Iterator[str]:
    """The keys of a command under a keymap."""
    for key in keymap.get(command.id, command.keys).split(","):
        if key.strip():
            yield key.strip()
