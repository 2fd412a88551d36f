"""News agencies by the signs under which papers print their copy.

The one list of them: bylines and datelines are known by it, and articles that credit one agency have one origin.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from types import MappingProxyType

_PARTS = re.compile(r"[\s/,;|&+]+|\bund\b")
_STATE = re.compile(r"l(?:by|bg|bn|hb|he|mv|ni|no|nw|rp|rs|sa|sh|sl|sn|sw|th|bw|ah)|l[a-z]{2}")
"""Signs of dpa's regional desks, as in ``dpa/lby``."""


@cache
def agencies() -> Mapping[str, str]:
    """By sign in lower case, the name of the agency; empty for words that only stand beside one."""
    found: dict[str, str] = {}
    for line in (get_data("tui.articles", "agencies.txt") or b"").decode().splitlines():
        if line and not line.startswith("# "):
            name, _, signs = line.partition(" = ")
            found.update(dict.fromkeys(signs.split(), "" if name == "-" else name))
    return MappingProxyType(found)


def agencies_in(signs: str) -> tuple[str, ...]:
    """The agencies that a few signs name, such as ``dpa/AFP`` or ``dpa/lby``; none where a sign is no agency's.

    Args:
        signs: What stands in the brackets.
    """
    found: dict[str, None] = {}
    for sign in _PARTS.split(signs.casefold().strip("()[]. ")):
        if not sign:
            continue
        name = agencies().get(sign)
        if name is None and not (found and _STATE.fullmatch(sign)):
            return ()
        if name:
            found[name] = None
    return tuple(found)


@cache
def _named() -> re.Pattern[str]:
    names = {name for name in agencies().values() if name}
    written = sorted({*names, *(name.upper() for name in names if name.islower())}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, written))})(?![\w])")


def agency_named(text: str) -> str | None:
    """The first agency that a sentence names as papers write it, None where it names none."""
    found = _named().search(text)
    if found is None:
        return None
    return agencies().get(found.group().casefold().replace(" ", "-")) or found.group()
