"""The user's own keys: which of them can work, and in words what is wrong with the others.

A key that the user gives a command is that command's: another one that has it by itself loses it where both can be
reached, so that the bars never name a key that does something else.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.reader.commands import Command, Place, all_commands

MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
NAMED = {
    "left", "right", "up", "down", "home", "end", "insert", "delete", "pageup", "pagedown", "escape", "enter", "tab",
    "backspace", "space", "slash", "backslash", "at", "minus", "plus", "underscore",
    *(f"f{number}" for number in range(1, 25)),
}  # fmt: skip
"""Keys that are called otherwise than the sign they type."""
OTHERWISE = {"return": "enter", "esc": "escape", "del": "delete", "pgup": "pageup", "pgdn": "pagedown"}

_OUTLINES: tuple[Place, ...] = ("entities", "quotations", "timeline", "library", "matrix")
_LISTS: tuple[Place, ...] = ("bookmarks", "search", "help")
_TOGETHER: tuple[frozenset[Place], ...] = (
    frozenset({"app", "reading", "article"}),
    frozenset({"app", "reading", "panel"}),
    *(frozenset[Place]({"app", "list", "outline", place}) for place in _OUTLINES),
    *(frozenset[Place]({"app", "list", place}) for place in _LISTS),
)
"""Places whose commands can be reached at the same time."""

NO_KEY = "no-key"
"""Stands for the key of a command that has none; no terminal sends it."""


class Trouble(NamedTuple):
    """What is wrong with the keys of a command."""

    command: str
    sentence: str


def keys_in_effect(keymap: Mapping[str, str]) -> tuple[dict[str, str], tuple[Trouble, ...]]:
    """The keys of all commands that have others than their own, empty where none is left, and what is wrong.

    Args:
        keymap: Command ids and their keys, joined by commas, as the user wrote them.
    """
    commands = {command.id: command for command in all_commands()}
    held = {command.id: _keys(command.keys) for command in commands.values()}
    troubles: list[Trouble] = []
    given: dict[str, list[str]] = {}
    for name, words in keymap.items():
        if name not in commands:
            troubles.append(Trouble(name, f"There is no command called {name}; its keys are left out."))
            continue
        wanted = []
        for word in _keys(words):
            key = key_named(word)
            if key is None:
                troubles.append(Trouble(name, f"“{word}” for {name} is no key; keys are called such as {_SUCH_AS}."))
            else:
                wanted.append(key)
        if wanted:
            given[name] = wanted
    for name, wanted in given.items():
        free = [key for key in wanted if not _first_of(key, name, given, commands)]
        held[name] = free or _keys(commands[name].keys)
        for key in (key for key in wanted if key not in free):
            other = _first_of(key, name, given, commands)
            troubles.append(Trouble(name, f"{key} stands for both {other} and {name}; {other} has it."))
    for name, wanted in given.items():
        for key in wanted:
            if key in held[name] and key not in _keys(commands[name].keys):
                troubles += _taken(key, commands[name], held, given, commands)
    changed = {name: ",".join(keys) for name, keys in held.items() if keys != _keys(commands[name].keys)}
    return changed, tuple(dict.fromkeys(troubles))


_SUCH_AS = "j, J, ctrl+f, f5, pagedown, question_mark or ]e"


def key_named(word: str) -> str | None:
    """The key as Textual calls it, whatever the case of its modifiers; None where no key is called so."""
    if len(word) == 2 and word[0] in "[]" and (word[1].isalnum() or word[1] in "[]"):
        return word
    *modifiers, base = word.split("+") if len(word) > 1 else [word]
    modifiers = [modifier.strip().lower() for modifier in modifiers]
    base = base.strip()
    if any(modifier not in MODIFIERS for modifier in modifiers):
        return None
    if len(base) > 1:
        base = OTHERWISE.get(base.lower(), base.lower())
        if base not in NAMED and not _is_sign(base):
            return None
    elif not base or not base.isprintable() or base.isspace():
        return None
    elif modifiers == ["shift"] and base.isalpha():
        modifiers, base = [], base.upper()
    elif modifiers:
        base = base.lower()
    return "+".join([*sorted(modifiers, key=MODIFIERS.index), base])


def _is_sign(name: str) -> bool:
    """Whether Unicode has a sign of this name, as ``question_mark``."""
    for words in (name.replace("_", " "), name.replace("_", "-")):
        try:
            unicodedata.lookup(words.upper())
        except KeyError:
            continue
        return True
    return False


def _keys(words: str) -> list[str]:
    return [key.strip() for key in words.split(",") if key.strip()]


def _meet(one: Command, other: Command) -> bool:
    return any({one.place, other.place} <= places for places in _TOGETHER)


def _first_of(key: str, name: str, given: Mapping[str, list[str]], commands: Mapping[str, Command]) -> str:
    """The command that was given the same key earlier in the file, where both can be reached; else empty."""
    for other, keys in given.items():
        if other == name:
            return ""
        if key in keys and _meet(commands[name], commands[other]):
            return other
    return ""


def _taken(
    key: str, command: Command, held: dict[str, list[str]], given: Mapping[str, list[str]],
    commands: Mapping[str, Command],
) -> Iterator[Trouble]:  # fmt: skip
    """Take a key from the commands that have it by themselves; say from which."""
    losers = [
        other.id
        for other in commands.values()
        if other.id != command.id and other.id not in given and _same(key, held[other.id]) and _meet(command, other)
    ]
    for loser in losers:
        held[loser] = [one for one in held[loser] if _long(one) != _long(key)]
    if losers:
        without = [loser for loser in losers if not held[loser]]
        left = f"; {_and(without)} {'has' if len(without) == 1 else 'have'} no key left" if without else ""
        yield Trouble(command.id, f"{key} stands for {command.id}, no longer for {_and(losers)}{left}.")


def _same(key: str, keys: list[str]) -> bool:
    return _long(key) in map(_long, keys)


def _long(key: str) -> str:
    """A sign by its name, so that ``/`` and ``slash`` are one key."""
    if len(key) != 1 or key.isalnum():
        return key
    name = unicodedata.name(key, key).lower().replace("-", "_").replace(" ", "_")
    return _SHORT.get(name, name)


_SHORT = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip


def _and(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
