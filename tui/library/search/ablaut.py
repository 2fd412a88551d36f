"""Forms of strong and irregular verbs: who types ``verlassen`` also means ``verließ``.

Only the stem's vowel changes in these verbs, so one line a verb is enough, with prefixes and endings added by rule.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from tui.library.search.folding import fold

_ENDINGS = (
    "",
    "e",
    "en",
    "n",
    "t",
    "et",
    "te",
    "ten",
    "st",
    "end",
    "ende",
    "enden",
    "ene",
    "enen",
    "ener",
    "enes",
    "ner",
)


@cache
def _verbs() -> tuple[dict[str, set[str]], set[str]]:
    """For each folded stem all stems of its verb, and the folded prefixes; read when the first word is looked up."""
    text = files("tui.library.search").joinpath("irregular_verbs.txt").read_text("utf-8")
    prefixes, *verbs = (line for line in text.splitlines() if not line.startswith("#"))
    found: dict[str, set[str]] = {}
    for verb in verbs:
        stems = {fold(part) for part in verb.split()}
        for one in stems:
            found.setdefault(one, set()).update(stems)
    return found, {"", *(fold(prefix) for prefix in prefixes.split())}


def other_forms(folded: str) -> set[str]:
    """Beginnings of the other forms of a verb; empty for words that are no form of a listed one.

    >>> sorted(other_forms("verlassen"))
    ['vergelass', 'vergeliess', 'verlass', 'verliess']
    """
    groups, prefixes = _verbs()
    found: set[str] = set()
    for ending in _ENDINGS:
        if not folded.endswith(ending):
            continue
        bare = folded[: len(folded) - len(ending)] if ending else folded
        for place in range(len(bare) - 1):
            stems = groups.get(bare[place:])
            if stems is None:
                continue
            for prefix in {bare[:place], bare[:place].removesuffix("ge"), bare[:place].removesuffix("zu")}:
                if prefix in prefixes:
                    found.update(prefix + middle + one for middle in ("", "ge") for one in stems)
    return found
