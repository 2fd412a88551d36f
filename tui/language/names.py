"""Names of persons, organisations, places and other things: a spaCy component that fills `Doc.ents`.

The rest of the pipeline does not see which model found them, so that any other spaCy pipeline can take its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span

from tui.language.names_agreement import agreed_labels, label_evidence
from tui.language.names_decode import best_tags, names_of
from tui.language.names_model import NamesModel, WordReadings, load_names_model

READINGS = "lesart_readings"
"""Key of `Doc.user_data` under which the model's states wait for the tagger, which takes them away."""

_FINAL = frozenset(".!?…:;")
_WRAPPED = 55
"""A line at least so long may have been broken by an editor in the middle of a sentence (code points)."""

_APOSTROPHES = "'’`"


@Language.factory(
    "lesart_names",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_config={"window": 160, "threads": 1},
)
def make_names(nlp: Language, name: str, window: int, threads: int) -> NamesComponent:
    """Make the component.

    Args:
        nlp: The pipeline.
        name: The component's name in it.
        window: Pieces of text that the model reads at once, where sentences allow it.
        threads: Cores that one text may use.

    Raises:
        EncoderMissing: The weights are not there or cannot be run.
    """
    return NamesComponent(load_names_model(threads), window)


class NamesComponent:
    """Sets `doc.ents` with the labels PER, ORG, LOC and MISC; entities that are there already are replaced."""

    def __init__(self, model: NamesModel, window: int) -> None:
        """Take an opened model and the size of its windows in pieces."""
        self._model, self._window = model, window

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of one text."""
        readings = read_doc(doc, self._model, self._window)
        words = [token.i for token in doc if not token.is_space]
        scores = readings.scores[words]
        spans: list[tuple[int, int]] = []
        labels: list[str] = []
        begin = 0
        for end in [*_breaks(doc, words), len(words)]:
            for first, after, label in names_of(best_tags(scores[begin:end])):
                last = words[begin + after - 1] + 1
                if last < len(doc) and _is_genitive(doc, last):
                    last += 1
                spans.append((words[begin + first], last))
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
    return model.read(doc.text, spans, _sentence_ends(doc), window)


def _sentence_ends(doc: Doc) -> list[int]:
    """Tokens that follow a sentence: spaCy's sentences where they are set, else what looks like an end."""
    if doc.has_annotation("SENT_START"):
        return [sentence.end for sentence in doc.sents]
    ends = []
    for token in doc[:-1]:
        following = doc[token.i + 1]
        if (token.is_space and "\n" in token.text) or (token.text in _FINAL and following.is_title):
            ends.append(token.i + 1)
    return ends


def _breaks(doc: Doc, words: Sequence[int]) -> list[int]:
    """Places in `words` that no name spans: new paragraphs, and new lines except those of wrapped text."""
    breaks = []
    line_begin = 0
    for place in range(1, len(words)):
        gap = "".join(doc[at].text_with_ws for at in range(words[place - 1] + 1, words[place]))
        if "\n" not in gap:
            continue
        before = doc[words[place - 1]]
        line_length = before.idx + len(before) - line_begin
        if gap.count("\n") > 1 or line_length < _WRAPPED or before.text in _FINAL:
            breaks.append(place)
        line_begin = doc[words[place]].idx
    return breaks


def _is_genitive(doc: Doc, at: int) -> bool:
    """Whether a token is the 's that belongs to the name right before it."""
    text = doc[at].text
    return not doc[at - 1].whitespace_ and len(text) == 2 and text[0] in _APOSTROPHES and text[1] == "s"
