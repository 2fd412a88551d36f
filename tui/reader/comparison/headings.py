"""What a fact is called on the screen: words of a source, as a piece of the sentence they stand in.

A piece that begins or ends within its sentence says so by an ellipsis, so that it can be read as what it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.articles.display import readable
from tui.reader.desk import Desk

if TYPE_CHECKING:
    from tui.comparison.model import Fact, Mention

_WORD = re.compile(r"\w")
_OPENING = re.compile(r"(?:(?<=^)|(?<=[\s(\[]))[„“\"»«‚‘›‹']+$")
"""Quotation marks that open what follows; a closing one stands behind a word."""


def heading_of(desk: Desk, fact: Fact, ellipsis: str) -> str:
    """A fact's label as a piece of its sentence.

    Args:
        desk: All that is known.
        fact: The fact; its label is the words of one of its mentions.
        ellipsis: Sign for what is left out.
    """
    named = _labelling(fact)
    return _safe(fact.label) if named is None else piece(desk, named, ellipsis)


def _labelling(fact: Fact) -> Mention | None:
    """The mention whose words are the fact's label."""
    return next((mention for mention in fact.mentions if " ".join(mention.text.split()) == fact.label), None)


def piece(desk: Desk, mention: Mention, ellipsis: str) -> str:
    """The words of a mention on one line, with an ellipsis where its sentence goes on before or after them."""
    words = _safe(mention.text)
    before, after = _around(desk, mention.article, mention.start, mention.end)
    lead = _lead(before, ellipsis)
    return f"{lead}{words.rstrip(' ,–-')} {ellipsis}" if _WORD.search(after) else f"{lead}{words}"


def lead_of(desk: Desk, article: str, start: int, ellipsis: str) -> str:
    """What stands before words that begin within their sentence: an ellipsis, and the mark that opens them."""
    return _lead(_around(desk, article, start, start)[0], ellipsis)


def headings(desk: Desk, facts: Sequence[tuple[Mention, Fact]], ellipsis: str) -> list[str]:
    """What each of the facts of one sentence is called, so that they can be told apart.

    The words of the sentence that is being read come first; facts that share these are called by their label, and
    where that is the same too, by what the first other source says. Words of another article stand behind its number.

    Args:
        desk: All that is known.
        facts: The facts, each with its passage in the sentence.
        ellipsis: Sign for what is left out.
    """
    names = [piece(desk, here, ellipsis) for here, _ in facts]
    for others in (_label, _other):
        again = {name for name in names if names.count(name) > 1}
        if not again:
            break
        for index, (here, fact) in enumerate(facts):
            if names[index] in again:
                names[index] = others(desk, here, fact, ellipsis)
    return names


def _label(desk: Desk, here: Mention, fact: Fact, ellipsis: str) -> str:
    named = _labelling(fact)
    return _safe(fact.label) if named is None else _told(desk, here, named, ellipsis)


def _other(desk: Desk, here: Mention, fact: Fact, ellipsis: str) -> str:
    other = next((mention for mention in fact.mentions if mention.article != here.article), here)
    return _told(desk, here, other, ellipsis)


def _told(desk: Desk, here: Mention, mention: Mention, ellipsis: str) -> str:
    """The words of a mention, behind its article's number where that is not the article being read."""
    words = piece(desk, mention, ellipsis)
    number = desk.numbers.get(mention.article)
    return words if mention.article == here.article or number is None else f"{number}: {words}"


def _lead(before: str, ellipsis: str) -> str:
    opened = _OPENING.search(before)
    return (f"{ellipsis} " if _WORD.search(before) else "") + (opened[0] if opened else "")


def _around(desk: Desk, article: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after words in their sentence; nothing where the sentence is not known."""
    analysis, known = desk.analyses.get(article), desk.by_id.get(article)
    if analysis is None or known is None:
        return "", ""
    index = bisect_right(analysis.sentences, start, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return "", ""
    sentence = analysis.sentences[index]
    return known.text[sentence.start : start], known.text[end : sentence.end]


def _safe(words: str) -> str:
    return readable(" ".join(words.split()))
