"""Which nouns name somebody by office, work or standing, and which stand in another list, as bodies and texts do."""

from __future__ import annotations

from functools import cache, lru_cache

from tui.language.quotations.lexicon import nouns

FEMALE = frozenset({"Frau", "Mutter", "Tochter", "Schwester", "Dame", "Mädchen", "Großmutter", "Witwe"})
_PLAIN = str.maketrans("äöüÄÖÜ", "aouAOU")
ANYBODY = frozenset({"Mann", "Frau", "Person", "Jugendliche", "Dame", "Herr"})
"""Nouns that take up anybody whom a text brings in without a name."""


@lru_cache(maxsize=4096)
def is_role(word: str) -> bool:
    """Whether a noun names somebody by office, work or standing, also as the end of a compound or with -in."""
    bare = word.removesuffix("innen").removesuffix("in") if word.endswith(("in", "innen")) else word
    roles = _persons()
    for form in (
        word,
        bare,
        bare + "e" * (bare != word),  # "Zeugin", "Biologin"
        _without_umlaut(bare),
        _without_umlaut(bare.removesuffix("n").removesuffix("e")),
        bare.removesuffix("s"),
        bare.removesuffix("en"),
        bare.removesuffix("n"),
        bare.removesuffix("e"),
        bare.removesuffix("es"),
    ):
        if form in roles:
            return True
        tail = form.rpartition("-")[2]
        if tail in roles:
            return True
        if form.endswith(_role_endings()) or form.endswith("rät"):  # "Ständerätin"
            return True
    return False


@cache
def _persons() -> frozenset[str]:
    return nouns("role-person") | nouns("work")


def _without_umlaut(word: str) -> str:
    """A noun without its last umlaut: "Anwält(in)" and "Anwält(e)" are "Anwalt", "Bäuer(in)" is "Bauer"."""
    at = max(map(word.rfind, "äöüÄÖÜ"))
    return word[:at] + word[at].translate(_PLAIN) + word[at + 1 :] if at >= 0 else word


@cache
def _role_endings() -> tuple[str, ...]:
    """Roles in small letters, as they end a compound."""
    short = ("Mann", "Frau", "Amt", "Rat", "Koch", "Opa", "Oma")
    return tuple(role.lower() for role in _persons() if len(role) > 3 and role not in short)


@lru_cache(maxsize=4096)
def listed(word: str, *sections: str) -> bool:
    """Whether a noun, in small letters, is in one of the lists, also in the plural and at the end of a compound."""
    forms = [word, *(word.removesuffix(end) for end in ("en", "n", "e", "s", "es") if word.endswith(end))]
    return any(
        form == noun.lower() or (len(noun) > 4 and form.endswith(noun.lower()))
        for section in sections
        for noun in nouns(section)
        for form in forms
    )


@lru_cache(maxsize=4096)
def described(word: str) -> bool:
    """Whether a noun can take up a person who was named without it: "der Milliardär", "die 71-Jährige"."""
    tail = word.rpartition("-")[2]
    bare = tail.removesuffix("in") if tail.endswith("in") else tail
    listed = nouns("description") | nouns("work")
    return not listed.isdisjoint((tail, bare, bare + "e" * (bare != tail))) or any(
        bare.endswith(noun.lower()) for noun in listed if len(noun) > 5 or noun == "Chef"
    )


def of_speech(noun: str) -> bool:
    """Whether a noun tells of somebody's words: "Meinung", "Angaben"."""
    return noun == "Sicht" or noun in nouns("nach") or noun in nouns("source")


def feminine(head: str) -> bool:
    """Whether a noun with "die" can be one person: "die Kanzlerin", "die 71-Jährige", "die Angeklagte"."""
    return head.endswith(("in", "ige", "nde", "gte", "kte", "lte", "rte", "ete")) or head in FEMALE | {"Person"}
