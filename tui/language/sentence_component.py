"""The sentence rules as a spaCy component, so that every later component sees the same sentences.

Apart from the rules, because it imports spaCy and they do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from tui.language.model import Span
from tui.language.sentences import sentence_spans

FACTORY = "lesart_sentences"
SPANS = "lesart_sentences"
"""Key in ``Doc.user_data`` of the sentences as code-point spans into the document's text."""


@Language.factory(FACTORY, assigns=["token.is_sent_start"])
def make_sentence_marker(nlp: Language, name: str) -> SentenceMarker:
    """Make the component; it has no settings."""
    return SentenceMarker()


class SentenceMarker:
    """Marks where sentences start; takes the spans found in ``Doc.user_data`` where the caller knows them already."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark the first token of each sentence, and every other one as not first."""
        spans: Sequence[Span] | None = doc.user_data.get(SPANS)
        if spans is None:
            spans = sentence_spans(doc.text)
            doc.user_data[SPANS] = spans
        offsets = [token.idx for token in doc]
        starts = {bisect_left(offsets, start) for start, _ in spans}
        for token in doc:
            token.is_sent_start = token.i == 0 or token.i in starts
        return doc
