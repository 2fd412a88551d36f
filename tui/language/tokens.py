"""How German text is cut into words, and a spaCy document's words as the room's own tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from tui.language.model import Token
from tui.language.runs import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokenizer import Tokenizer
    from spacy.tokens import Doc

_MORE_INFIXES = (
    r"(?<=[0-9])[.!?](?=[A-ZÄÖÜ][a-zäöüß])",  # "2024.Er": a full stop without its space
    r"(?<=[a-zäöüß])[!?](?=[A-ZÄÖÜ])",
    r"(?<=[a-zäöüßA-ZÄÖÜ])(?:…|\.{2,})(?=[a-zäöüßA-ZÄÖÜ])",
)


def cut_better(nlp: Language) -> None:
    """Teach a blank German tokenizer to cut words where the space after a full stop is missing."""
    from spacy.util import compile_infix_regex

    infixes = [*(nlp.Defaults.infixes or ()), *_MORE_INFIXES]
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer


def tokens_of(doc: Doc, run: Run) -> Iterator[Token]:
    """The words of a run, without white space, at their places in the article's raw text."""
    for token in doc:
        span = None if token.is_space else run.raw(token.idx, token.idx + len(token))
        if span is not None:
            yield Token(*span, token.pos_, str(token.morph))
