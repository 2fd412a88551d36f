"""Which clauses say whether another one is so: they deny it, or tell who did what to do it, refused or only planned it.

No passage is shown without them: "seine Unterschrift unter den Vertrag zu setzen" is what somebody refused.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from itertools import pairwise

from tui.comparison.modality import is_denied, is_negated, refuses
from tui.comparison.passages import words_of
from tui.comparison.wordlists import listed
from tui.language.model import Span, Token


def with_denial(span: Span, text: str, clauses: Sequence[Span], tokens: Sequence[Token]) -> Span:
    """A passage with the clauses that deny what it tells, or will not confirm it, and with what its own clauses deny.

    An infinitive stays with the clause that it depends on.

    Args:
        span: The passage.
        text: The article's raw text.
        clauses: The clauses of its sentence, in order.
        tokens: The article's words in order, with parts of speech and features where a tagger ran.
    """
    start, end = span
    if (start, end) == (clauses[0][0], clauses[-1][1]):
        return span
    first = bisect_left(tokens, clauses[0][0], key=lambda token: token.start)
    last = bisect_left(tokens, clauses[-1][1], key=lambda token: token.start)
    verbs = {token.start for token in tokens[first:last] if token.pos in {"VERB", "AUX"}}
    finite = {token.start for token in tokens[first:last] if "VerbForm=Fin" in token.features} & verbs
    for left, right in pairwise(clauses):
        if not (start < right[1] and left[0] < end) or (start <= left[0] and right[1] <= end):
            continue
        holds_left, holds_right = start < left[1] and left[0] < end, start < right[1] and right[0] < end
        if (holds_right and _is_infinitive(text, right, tokens[first:last])) or (
            holds_left and not holds_right and left == clauses[0] and _is_infinitive(text, left, tokens[first:last])
        ):
            start, end = min(start, left[0]), max(end, right[1])
            continue
        after = _says_no(text[slice(*right)]) and _opens_with(text, right, finite) and _is_left_open(text, left, verbs)
        before = _says_no(text[slice(*left)]) and _completes(text, right, finite)
        if after or before:
            start, end = min(start, left[0]), max(end, right[1])
    return start, end


def _is_infinitive(text: str, clause: Span, tokens: Sequence[Token]) -> bool:
    """Whether a clause ends with an infinitive and "zu" and has no finite verb."""
    own = [token for token in tokens if clause[0] <= token.start < clause[1] and token.pos != "PUNCT"]
    if not own or any("VerbForm=Fin" in token.features for token in own):
        return False
    words = [text[token.start : token.end].casefold() for token in own[-2:]]
    return "VerbForm=Inf" in own[-1].features and ("zu" in words or "zu" in words[-1][1:-2])


def _says_no(words: str) -> bool:
    lexicon = listed("modality", "untrue")
    return (
        is_denied(words)
        or refuses(words)
        or is_negated(words)
        or any(word.casefold() in lexicon for _, _, word in words_of(words))
    )


def _opens_with(text: str, clause: Span, finite: Set[int]) -> bool:
    """Whether a clause begins with its finite verb, and tells no second act: "..., bestritt aber"."""
    words = [(clause[0] + start, word) for start, _, word in words_of(text[slice(*clause)])][:2]
    turned = len(words) > 1 and words[1][1].casefold() in listed("modality", "turning")
    return bool(words) and words[0][0] in finite and not turned


def _is_left_open(text: str, clause: Span, verbs: Set[int]) -> bool:
    """Whether a clause ends with its verb, so that it has to be the object or subject of the next one."""
    words = list(words_of(text[slice(*clause)]))
    return bool(words) and clause[0] + words[-1][0] in verbs


def _completes(text: str, clause: Span, finite: Set[int]) -> bool:
    """Whether a clause tells what the verb before it is about: with "dass", "ob", "wonach", or an infinitive."""
    words = [(clause[0] + start, word.casefold()) for start, _, word in words_of(text[slice(*clause)])]
    if not words or words[0][1] in listed("modality", "completing"):
        return bool(words)
    return bool(finite) and not any(start in finite for start, _ in words) and "zu" in {word for _, word in words}
