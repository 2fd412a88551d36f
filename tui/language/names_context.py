"""Where the names model may look for context: across lines that speak of the same things, not across others.

In an article a name is told from its neighbours' sentences; in a list or a ticker the next line is of something else
and only confuses. Lines of one text that share words are taken as an article (lexical cohesion, Hearst 1997).
"""

from __future__ import annotations

from spacy.tokens import Doc

_FINAL = frozenset(".!?…:;")
_REACH = 2
"""Lines before and after that may share a word with a line."""

_COHERENT = 0.25
"""Share of such lines from which on a text is one: articles have .5 to 1, sentences drawn at random below .1."""

_STEM = 6
"""Letters by which words are compared, so that 'Koalition' and 'Koalitionen' are the same."""


def sentence_ends(doc: Doc) -> list[int]:
    """Tokens that follow a sentence: spaCy's sentences where they are set, else what looks like an end."""
    if doc.has_annotation("SENT_START"):
        return [sentence.end for sentence in doc.sents]
    ends = []
    for token in doc[:-1]:
        following = doc[token.i + 1]
        if (token.is_space and "\n" in token.text) or (token.text in _FINAL and following.is_title):
            ends.append(token.i + 1)
    return ends


def line_ends(doc: Doc) -> list[int]:
    """Tokens that follow a line."""
    return [token.i + 1 for token in doc if token.is_space and "\n" in token.text]


def coheres(doc: Doc) -> bool:
    """Whether the lines of a text speak of the same things."""
    lines: list[set[str]] = [set()]
    for token in doc:
        if token.is_space and "\n" in token.text:
            lines.append(set())
        elif token.text[0].isupper() and len(token) > 2 and not token.is_stop:
            lines[-1].add(token.text[:_STEM])
    lines = [line for line in lines if line]
    if len(lines) < 2:
        return True
    bound = 0
    for at, line in enumerate(lines):
        near = [*lines[max(0, at - _REACH) : at], *lines[at + 1 : at + 1 + _REACH]]
        bound += any(line & other for other in near)
    return bound / len(lines) >= _COHERENT
