"""Names of persons, organisations, places and other things: a spaCy component that fills `Doc.ents`.

The rest of the pipeline does not see which model found them, so that any other spaCy pipeline can take its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from tui.language.names_agreement import agreed_labels, label_evidence
from tui.language.names_context import coheres, line_ends, sentence_ends
from tui.language.names_decode import OUTSIDE, best_tags, names_of
from tui.language.names_model import NamesModel, WordReadings, load_names_model

READINGS = "lesart_readings"
"""Key of `Doc.user_data` under which the model's states wait for the tagger, which takes them away."""

_FINAL = frozenset(".!?…:;")
_WRAPPED = 55
"""A line at least so long may have been broken by an editor in the middle of a sentence (code points)."""

_APOSTROPHES = "'’`"
_JOINERS = frozenset("/'’")


@Language.factory(
    "lesart_names",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={"window": 160, "caution": 1.0},
)
def make_names(nlp: Language, name: str, window: int, caution: float) -> NamesComponent:
    """Make the component.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        window: Pieces of text that the model reads at once, where sentences allow it.
        caution: Added to the scores of 'outside' (natural logarithm of the odds): more gives fewer and surer names.
            The model saw more names in training than texts hold; the default is the best on GermEval 2014 dev.

    Raises:
        EncoderMissing: The weights are not there or cannot be run.
    """
    return NamesComponent(load_names_model(), window, caution)


class NamesComponent:
    """Sets `doc.ents` with the labels PER, ORG, LOC and MISC; entities that are there already are replaced."""

    def __init__(self, model: NamesModel, window: int, caution: float = 0.0) -> None:
        """Take an opened model, the size of its windows in pieces, and what is added to the scores of 'outside'."""
        self._model, self._window, self._caution = model, window, caution

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of one text."""
        readings = read_doc(doc, self._model, self._window)
        words = _words(doc)
        scores = readings.scores[[first for first, _ in words]]
        scores[:, :OUTSIDE] += self._caution
        spans: list[tuple[int, int]] = []
        labels: list[str] = []
        begin = 0
        for end in [*_breaks(doc, words), len(words)]:
            for first, after, label in names_of(best_tags(scores[begin:end])):
                last = words[begin + after - 1][1]
                if last < len(doc) and _is_genitive(doc, last):
                    last += 1
                spans.append((words[begin + first][0], last))
                labels.append(label)
            begin = end
        labels = agreed_labels(
            [doc[first:last].text for first, last in spans],
            labels,
            [label_evidence(readings.scores[first:last]) for first, last in spans],
        )
        doc.ents = [Span(doc, *span, label=label) for span, label in zip(spans, labels, strict=True)]
        doc.user_data[READINGS] = readings
        return doc


def read_doc(doc: Doc, model: NamesModel, window: int = 160) -> WordReadings:
    """Scores and states of a text's tokens."""
    spans = [(token.idx, token.idx + len(token)) for token in doc]
    walls = [] if coheres(doc) else line_ends(doc)
    return model.read(doc.text, spans, sentence_ends(doc), window, walls)


def _words(doc: Doc) -> list[tuple[int, int]]:
    """Tokens from and to, of which each word of the training data would consist.

    In the data 'Schubert/Meier' and 'Ra’zac' are one word each, spaCy makes three tokens of them.
    """
    words: list[tuple[int, int]] = []
    joins = False
    for token in doc:
        if token.is_space:
            joins = False
            continue
        close = bool(words) and words[-1][1] == token.i and not doc[token.i - 1].whitespace_
        inner = close and token.text in _JOINERS and not token.whitespace_ and token.i + 1 < len(doc)
        inner = inner and doc[token.i - 1].text[-1].isalnum() and doc[token.i + 1].text[0].isalnum()
        if (close and joins) or inner:
            words[-1] = (words[-1][0], token.i + 1)
        else:
            words.append((token.i, token.i + 1))
        joins = inner
    return words


def _breaks(doc: Doc, words: Sequence[tuple[int, int]]) -> list[int]:
    """Places in `words` that no name spans: new paragraphs, and new lines except those of wrapped text."""
    breaks = []
    line_begin = 0
    for place in range(1, len(words)):
        end, begin = words[place - 1][1], words[place][0]
        gap = "".join(doc[at].text_with_ws for at in range(end, begin))
        if "\n" not in gap:
            continue
        before = doc[end - 1]
        line_length = before.idx + len(before) - line_begin
        if gap.count("\n") > 1 or line_length < _WRAPPED or before.text in _FINAL:
            breaks.append(place)
        line_begin = doc[begin].idx
    return breaks


def _is_genitive(doc: Doc, at: int) -> bool:
    """Whether a token is the 's that belongs to the name right before it."""
    text = doc[at].text
    return not doc[at - 1].whitespace_ and len(text) == 2 and text[0] in _APOSTROPHES and text[1] == "s"
