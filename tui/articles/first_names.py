"""First names, which tell a person's line from a lone noun, and in German whom a pronoun can mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from types import MappingProxyType

_GENDERS = {"[female]": "f", "[male]": "m", "[either]": ""}


@cache
def first_names() -> Mapping[str, str]:
    """By first name, ``f``, ``m``, or nothing where women and men are called so; read from ``first_names.txt``."""
    found: dict[str, str] = {}
    gender = ""
    for line in (get_data("tui.articles", "first_names.txt") or b"").decode().splitlines():
        if line in _GENDERS:
            gender = _GENDERS[line]
        elif line and not line.startswith("#"):
            found[line] = gender
    return MappingProxyType(found)


def is_first_name(word: str) -> bool:
    """Whether a word is a first name, or two joined by a hyphen that begin with one."""
    return word in first_names() or word.split("-", 1)[0] in first_names()
