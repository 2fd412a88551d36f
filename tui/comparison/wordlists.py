"""The word lists that the comparison reads: function words, hedges, opposites, units.

They stand with the other German lists of the language room, so that a reader of German finds them in one place.
"""

from __future__ import annotations

from functools import cache

from tui.language.lexicon import Lexicon, read_lexicon


@cache
def listed(name: str, section: str = "") -> frozenset[str]:
    """The entries of one section of a list of the comparison, case folded."""
    return frozenset(entry.casefold() for entry in sections(name).get(section, {}))


def sections(name: str) -> Lexicon:
    """All sections of a list of the comparison."""
    return read_lexicon(f"comparison/{name}")
