"""Parts of speech and features: a spaCy component that sets `token.pos_` and `token.morph`.

A small network over the states of the names model, so that both cost one reading of the text. Where the spelling of a
verb form alone tells its mood, the spelling decides: the treebank has hardly two hundred subjunctives.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from tui.language.encoder_weights import WEIGHTS, EncoderMissing
from tui.language.names import READINGS, read_doc
from tui.language.names_model import WordReadings, load_names_model
from tui.language.tags_features import FEATURES, POS, PRESENT_SUBJUNCTIVES, PRETERITE_SUBJUNCTIVES

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_VERBAL = frozenset({"VERB", "AUX"})
_CLAUSE_MARKS = frozenset(',.;:!?()„“”»«"–—\n')


class TagNetwork:
    """The trained network: states of a word to one class for its part of speech and for each feature."""

    def __init__(self, arrays: dict[str, npt.NDArray[np.float32]]) -> None:
        """Take the arrays of the file, `inner` (1536, width) and `outer` (width, classes) weights and biases."""
        self._arrays = arrays

    def __call__(self, states: npt.NDArray[np.float32]) -> list[list[int]]:
        """Class numbers for each word, part of speech first.

        Args:
            states: (words, 1536) as `WordReadings.states`.
        """
        import numpy as np

        inner = np.maximum(states @ self._arrays["inner_weight"] + self._arrays["inner_bias"], 0.0)
        scores = inner @ self._arrays["outer_weight"] + self._arrays["outer_bias"]
        sizes = [len(POS), *(len(values) for values in FEATURES.values())]
        parts = np.split(scores, np.cumsum(sizes)[:-1], axis=1)
        chosen: list[list[int]] = np.stack([part.argmax(1) for part in parts], axis=1).tolist()
        return chosen


@cache
def load_tag_network() -> TagNetwork:
    """Read the network's file; once.

    Raises:
        EncoderMissing: The file is not there.
    """
    import numpy as np

    path = WEIGHTS / "tags.npz"
    if not path.exists():
        raise EncoderMissing(f"The weights {path} are missing; install the program again.")
    with np.load(path) as file:
        return TagNetwork({name: file[name].astype(np.float32) for name in file.files})


@Language.factory("lesart_tags", assigns=["token.pos", "token.morph"])
def make_tags(nlp: Language, name: str) -> TagsComponent:
    """Make the component.

    Args:
        nlp: The pipeline.
        name: The component's name in it.

    Raises:
        EncoderMissing: The weights are not there.
    """
    return TagsComponent(load_tag_network())


class TagsComponent:
    """Tags the words of a text; reads the text itself where the names component has not done so."""

    def __init__(self, network: TagNetwork) -> None:
        """Take the network."""
        self._network = network

    def __call__(self, doc: Doc) -> Doc:
        """Set part of speech and features of every token."""
        if not len(doc):
            return doc
        readings = doc.user_data.pop(READINGS, None)
        if not isinstance(readings, WordReadings):
            readings = read_doc(doc, load_names_model())
        for token, numbers in zip(doc, self._network(readings.states), strict=True):
            if token.is_space:
                token.pos_ = "SPACE"
                continue
            token.pos_ = POS[numbers[0]]
            features = {
                name: values[number]
                for (name, values), number in zip(FEATURES.items(), numbers[1:], strict=True)
                if number
            }
            verbal = token.pos_ in _VERBAL and token.lower_.endswith("e")
            features = as_spelt(token.lower_, token.pos_, features, verbal and with_ich(doc, token.i))
            token.set_morph(features)  # type: ignore[attr-defined]
        return doc


def as_spelt(form: str, pos: str, features: dict[str, str], with_ich: bool = False) -> dict[str, str]:
    """Features with mood and tense as the spelling of a verb form tells them.

    Args:
        form: The word in lower case.
        pos: Its part of speech.
        features: What the network says.
        with_ich: Whether an 'ich' stands in the same clause.
    """
    if pos not in _VERBAL:
        return features
    if form in PRESENT_SUBJUNCTIVES:
        return features | {"Mood": "Sub", "Tense": "Pres", "VerbForm": "Fin"}
    if form in PRETERITE_SUBJUNCTIVES:
        return features | {"Mood": "Sub", "Tense": "Past", "VerbForm": "Fin"}
    if not form.endswith("e") or features.get("VerbForm") != "Fin" or features.get("Number") == "Plur":
        return features
    present = features.get("Tense") == "Pres" or not form.endswith(("te", "wurde"))
    if not present:
        return features
    if with_ich:
        return features | {"Mood": "Ind", "Person": "1", "Tense": "Pres"}
    if features.get("Person") == "3":
        # 'er habe', 'sie stelle': the indicative of the third person ends in t.
        return features | {"Mood": "Sub", "Tense": "Pres"}
    return features


def with_ich(doc: Doc, at: int) -> bool:
    """Whether an 'ich' stands between the marks of punctuation around a token, seven words away at most."""
    for step in (-1, 1):
        for place in range(at + step, at + 8 * step, step):
            if not 0 <= place < len(doc) or doc[place].text in _CLAUSE_MARKS:
                break
            if doc[place].lower_ == "ich":
                return True
    return False
