"""Phrases as they would stand alone, whatever case their place in a sentence gave them."""

from __future__ import annotations

from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.phrases import GENITIVE, is_noun
from tui.language.quotations.roles import of_speech
from tui.language.quotations.words import Prose, Word

_GENITIVE = frozenset({"des", "eines", "dieses", "jenes"})
_DATIVE = frozenset({"dem", "einem", "diesem", "jenem", "vom"})

_OWNERS = {
    f"{owner}{ending}": (article, owner + stays)
    for owner in ("sein", "ihr", "unser")
    for ending, article, stays in (("es", "des", ""), ("em", "dem", ""), ("er", "der", "e"))
}
"""Possessive in the genitive or dative -> the article that it stands for, and what it is in the nominative."""

_OF_SEVERAL = frozenset({"zweier", "mehrerer", "vieler", "einiger", "beider"})

_STRONG = {
    **{("die", weak, plural): "e" for weak in (False, True) for plural in (False, True)},
    **{(article, True, plural): "e" for article in ("der", "einer", "dieser") for plural in (False, True)},
    **{("der", False, plural): "er" for plural in (False, True)},
    **{("das", False, plural): "es" for plural in (False, True)},
    **{(article, True, False): "er" for article in ("den", "einen", "diesen")},
    ("den", True, True): "e",
    ("", True, True): "e",
}
"""Article, whether the adjective ends in n, whether the noun ends like a plural -> ending without the article."""


def nominative(prose: Prose, first: int, start: int, last: int) -> str:
    """A phrase as it would stand alone: "die neuen Zahlen" is "neue Zahlen", "der deutsche Staat" "deutscher Staat".

    Only its noun and the adjectives before it change, and only where the article or the noun tells how.

    Args:
        prose: The article.
        first: Its first word, an article perhaps.
        start: Its first word without the article.
        last: The word after its last.
    """
    words = prose.words
    head = next((n for n in range(start, last) if is_noun(prose, n) and words[n].pos != "ADJ"), start)
    run = head
    while run > start and words[run - 1].pos in ("ADJ", "ADV", "NUM"):
        run -= 1
    pieces = {n: prose.text[words[n].start : words[n].end] for n in range(start, last)}
    article = words[first].lower if start > first else ""
    owner = _OWNERS.get(words[start].lower)
    if owner is not None and start < head:
        article, pieces[start] = owner
    weak = [n for n in range(run, head) if words[n].pos == "ADJ" and words[n].lower.endswith(("en", "e"))]
    if run == start and weak:
        known = (article, words[weak[-1]].lower.endswith("n"), words[head].lower.endswith(("n", "s")))
        ending = _STRONG.get(known)
        for number in weak if ending is not None else ():
            pieces[number] = f"{pieces[number].removesuffix('n').removesuffix('e')}{ending}"
        if ending == "e" and article in ("", "den") and words[head].lower.endswith("ern"):
            pieces[head] = pieces[head].removesuffix("n")
    if head not in prose.name_ends:
        pieces[head] = _uninflected(pieces[head], article)
    if words[start].lower in _OF_SEVERAL and start < head:
        pieces[start] = pieces[start].removesuffix("r").replace("zweie", "zwei")
    text, position = "", words[start].start
    for number, piece in pieces.items():
        text += prose.text[position : words[number].start] + piece
        position = words[number].end
    return " ".join(text.split())


def owner_in(prose: Prose, first: int, last: int) -> int:
    """Where the phrase begins whose words they are: "Angaben von Peter Beck", "der Meinung des Verbandes"; or 0."""
    words = prose.words
    head = next((n for n in range(first, last) if is_noun(prose, n)), last)
    if head + 2 >= last or not of_speech(words[head].text):
        return 0
    governed = any(words[n].lower in closed("preposition") for n in range(first, head))
    if governed or words[head].text in nouns("text"):
        return 0
    following = words[head + 1]
    circle = following.lower == "aus" and words[head + 2].lower.endswith("kreisen")
    if following.lower in ("von", "vom") or circle:
        return head + 2
    genitive = following.lower in GENITIVE or (following.lower.endswith("er") and following.pos == "ADJ")
    return head + 1 if genitive else 0


def without_genitive_plural(phrase: str, first: Word) -> str:
    """A phrase that was a genitive without an article: "inländischer Medien" is "inländische Medien".

    Args:
        phrase: What the words that begin with ``first`` are called.
        first: An adjective perhaps; one with a capital letter ("Berliner") does not change.
    """
    if phrase.startswith("einer der "):
        return phrase.replace("einer", "eine", 1)
    plural = first.pos == "ADJ" and first.text.islower() and phrase.startswith(first.text)
    return first.text.removesuffix("r") + phrase[len(first.text) :] if plural else phrase


def _uninflected(noun: str, article: str) -> str:
    """A noun without the ending that its article gave it: "des Vereins", "eines Zeugen", "aus Regierungskreisen"."""
    many = noun.endswith("ern") and article in ("", "den") and _is_listed(noun[:-1]) and not noun.endswith("auern")
    if many or noun.lower().endswith(("kreisen", "leuten")):
        return noun.removesuffix("n")
    if article in _GENITIVE and noun.endswith("s"):
        return noun.removesuffix("s") if noun.endswith(("ees", "ers", "els", "ens")) else _without_s(noun)
    if article in _GENITIVE | _DATIVE and noun.endswith("n"):
        return next((form for form in (noun[:-1], noun[:-2]) if _is_listed(form)), noun)
    return noun


def _without_s(noun: str) -> str:
    if noun.endswith("nisses"):
        return noun.removesuffix("ses")
    return noun.removesuffix("es") if noun.endswith("es") else noun.removesuffix("s")


def _is_listed(noun: str) -> bool:
    """Whether a noun, or the end of a compound, is in the list of persons as it is written."""
    return any(noun == role or noun.endswith(role.lower()) for role in nouns("role-person") | nouns("work"))
