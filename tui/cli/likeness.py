"""Whether a name on the command line means a name in the texts."""

from __future__ import annotations


def like(name: str, typed: str) -> bool:
    """Whether every typed word stands in a name, beginnings and single typing errors forgiven."""
    from tui.library.search.folding import words

    have = [word.folded for word in words(name)]
    return all(any(_same(word.folded, other) for other in have) for word in words(typed)) and bool(have)


def _same(typed: str, word: str) -> bool:
    if word.startswith(typed):
        return True
    from rapidfuzz.distance import OSA

    errors = 0 if len(typed) < 4 else 1 if len(typed) < 8 else 2
    return OSA.distance(typed, word, score_cutoff=errors) <= errors
