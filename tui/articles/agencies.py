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
_CREDIT = frozenset(
    "agentur agenturen agenturmaterial agenturmeldung agenturmeldungen bericht berichte berichten der den des die "  # noqa: SIM905
    "informationen material meldung meldungen mit nach nachrichtenagentur nachrichtenagenturen quelle quellen red "
    "redaktion text und unter verwendung von".split()
)
"""Words of which a credit consists beside the agencies."""
_AUTHOR = re.compile(r"[a-zäöüß]{2,4}")
"""The sign of somebody of the paper, as in ``abe/dpa``."""
_WRITTEN_OUT = (
    (re.compile(r"\bDeutsche[nrs]? Presse[- ]?Agentur\b"), "dpa"),
    (re.compile(r"\bAgence France[- ]?Presse\b"), "AFP"),
    (re.compile(r"\bEvangelische[nrs]? Pressedienst(?:e?s)?\b"), "epd"),
    (re.compile(r"\bKatholische[nrs]? Nachrichten[- ]?Agentur\b"), "KNA"),
    (re.compile(r"\bAustria Presse[- ]?Agentur\b"), "APA"),
    (re.compile(r"\bAssociated Press\b"), "AP"),
    (re.compile(r"\bSport[- ]?Informations[- ]?Dienst(?:e?s)?\b"), "SID"),
)


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


def credited(line: str) -> tuple[str, ...]:
    """The agencies that a line credits which holds nothing but their signs and the words of a credit.

    "mit dpa", "Red./dpa", "Mit Material von dpa und AFP" and "abe/dpa" do; "Die dpa war dabei" does not.
    """
    found: dict[str, None] = {}
    for group in re.split(r"[\s,;|&+]+", _with_signs(line)):
        signs = [sign.strip("()[].:©*–-") for sign in group.split("/")]
        names = [agencies().get(sign.casefold()) for sign in signs]
        for sign, name in zip(signs, names, strict=True):
            beside = (bool(found) and _STATE.fullmatch(sign)) or (any(names) and _AUTHOR.fullmatch(sign))
            if name is None and sign and sign.casefold() not in _CREDIT and not beside:
                return ()
        found |= {name: None for name in names if name}
    return tuple(found)


def agencies_named(text: str) -> tuple[str, ...]:
    """All agencies that a text names as papers write them, in short or written out."""
    found = (match.group().casefold().replace(" ", "-") for match in _named().finditer(_with_signs(text)))
    return tuple(dict.fromkeys(agencies().get(sign) or sign for sign in found))


def _with_signs(text: str) -> str:
    for written, sign in _WRITTEN_OUT:
        text = written.sub(sign, text)
    return text


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
