"""The names of page parts, read from ``names.txt`` beside this module, where they can be read and amended."""

from __future__ import annotations

import re
from itertools import pairwise
from pkgutil import get_data
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ATTRIBUTES = ("class", "id", "role", "data-manual", "data-area", "data-testid", "data-component", "componenttype")
"""Where sites name the parts of their pages; the last ones stay readable where classes are hashed."""
_LONGEST = 600
"""Code points of an element's names that are looked at."""
_WORD = re.compile(r"[A-Za-zÄÖÜäöü]+")
_CAMEL = re.compile(r"(?<=[a-zäöü])(?=[A-ZÄÖÜ])")


def _sections() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    current: set[str] = set()
    for line in (get_data(__package__, "names.txt") or b"").decode().splitlines():
        if line.startswith("["):
            current = found.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            current.update(line.split())
    return {section: frozenset(names) for section, names in found.items()}


NAMES = _sections()
"""Sets of names by what the parts are."""


def names_of(element: HtmlElement) -> frozenset[str]:
    """The words in an element's class, id, role and the like, in lower case.

    Neighbours also count joined, so that ``most-read`` is ``mostread``.
    """
    found: set[str] = set()
    given = " ".join(element.get(attribute) or "" for attribute in _ATTRIBUTES)
    for name in given[:_LONGEST].split():
        words = [word.lower() for word in _WORD.findall(_CAMEL.sub("-", name))]
        found.update(words)
        found.update(first + second for first, second in pairwise(words))
    return frozenset(found)
