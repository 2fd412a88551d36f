"""Which phrases are no speaker, so that a quotation's speaker is unknown rather than absurd."""

from __future__ import annotations

from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.voices import head_of, owned_noun
from tui.language.quotations.words import Prose

_BARE = frozenset({"angaben", "angabe", "informationen", "aussagen", "erkenntnissen", "auskunft"})
"""Nouns of speech that name nobody where they stand alone."""

_POINTING = frozenset({"denen", "denjenigen", "jenen", "derer", "dem", "der", "die", "das", "dessen", "deren"})
"""Pronouns that mean somebody only with the clause or the noun that they belong to."""

_WITH_CLAUSE = frozenset({"denen", "denjenigen", "jenen", "derer"})

_READS = frozenset({"laute", "lauten", "lautet", "lautete", "lauteten"})
"""Forms of the verb whose subject is the words themselves."""


def names_the_words(prose: Prose, first: int, last: int, verb: int) -> bool:
    """Whether a phrase before or after "lautete" names what is said and nobody who says it: "die Begründung".

    Args:
        prose: The article.
        first: Its first word.
        last: The word after its last.
        verb: The word of saying.
    """
    return prose.words[verb].lower in _READS and last - first <= 2 and prose.words[last - 1].text in nouns("claim")


def is_mute(prose: Prose, first: int, last: int, source: bool = False) -> bool:
    """Whether a phrase cannot be a speaker by its head, or names nobody at all.

    Args:
        prose: The article.
        first: Its first word.
        last: The word after its last.
        source: Whether it stands after "laut" or "nach", where plans and reasons may be cited.
    """
    if last - first == 1 and prose.words[first].lower in _POINTING | _BARE:
        return not prose.demonstrative(first)
    if source or prose.words[first].lower in closed("pronoun") or prose.words[first].lower in _WITH_CLAUSE:
        return False
    head = head_of(prose, first, last)
    if head in prose.name_ends:
        head = owned_noun(prose, prose.name_ends[head], last)
    if head < 0:
        return False
    text = prose.words[head].text
    return text in nouns("mute") or text.rpartition("-")[2] in nouns("mute")
