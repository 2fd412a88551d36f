"""Which words in quotation marks are a name: of a work, a motto, a body, a term."""

from __future__ import annotations

from tui.language.quotations.lexicon import nouns
from tui.language.quotations.marked_words import Marked
from tui.language.quotations.words import Prose

_ARTICLES = frozenset({"der", "die", "das", "des", "dem", "den", "vom", "zum", "zur", "im", "am"})

INDEFINITE = frozenset({"ein", "eine", "einen", "einem", "einer", "eines"})


def named(prose: Prose, marked: Marked, before: int) -> bool:
    """Whether a noun before the marks makes the words a name or a title."""
    words = prose.words
    for number in range(before, max(-1, before - 3), -1):
        word = words[number]
        if word.sentence != words[marked.first].sentence:
            return False
        if word.lower in (
            "sogenannte",
            "sogenannten",
            "sogenannter",
            "sogenanntes",
            "genannte",
            "genannten",
            "namens",
            "betitelt",
        ):
            return True
        if word.capital and word.alpha:
            return number >= before - 1 and _naming(word.text)
        if prose.finite(number) or prose.konjunktiv(number, True):
            return False  # "Der Film sei „missraten“"
    return False


def _naming(text: str) -> bool:
    if text in nouns("naming"):
        return True
    tail = text.rpartition("-")[2]
    return tail in nouns("naming") or any(
        len(text) > len(noun) and text.endswith(noun.lower()) for noun in nouns("naming") if len(noun) > 4
    )


def article_name(prose: Prose, marked: Marked, before: int) -> bool:
    """Whether an article makes a name of capitals: "die „Aktion Deutschland hilft“ teilte mit"."""
    words = prose.words
    if before < 0 or words[before].lower not in _ARTICLES or marked.count > 9 or marked.verb:
        return False
    inside = [words[n] for n in range(marked.first, marked.last) if words[n].alpha]
    return len(inside) > 1 and inside[0].capital and inside[-1].capital and entity(prose, marked)


def entity(prose: Prose, marked: Marked) -> bool:
    """Whether the marked words are a name of the article."""
    start, end = marked.pair.start, marked.pair.end
    return any(entity.start <= start + 1 and entity.end >= end - 1 for entity in prose.entities_in(start - 1, end + 1))


def title_case(prose: Prose, marked: Marked) -> bool:
    """Whether the marked words look like a name: capitals throughout, or digits, or a name of the article."""
    inside = [prose.words[n] for n in range(marked.first, marked.last) if prose.words[n].alpha]
    if not inside:
        return True
    if entity(prose, marked):
        return True
    if not inside[0].capital and not inside[0].text[0].isdigit():
        return False
    content = [word for word in inside if len(word.text) > 3 or word.capital]
    return bool(content) and all(word.capital or word.text[0].isdigit() for word in content) and len(inside) <= 6
