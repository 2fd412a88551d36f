"""Prints how many words a second the shipped names model reads, beside spaCy's own convolutional names model.

    OMP_NUM_THREADS=1 python -m tests.benchmarks.names_speed

Articles of 500 words made of the seeds, processor time of one run. spaCy's model (no vectors, the settings of
``spacy init config --pipeline ner``) is not trained: its speed does not depend on what it has learnt.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.articles import read_paths, seeds
from tui.language.pipeline import load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language

LENGTH, COUNT = 500, 20


def articles() -> list[str]:
    """Texts of about 500 words."""
    paragraphs = [p for a in read_paths([Path(str(seeds()))]).articles for p in a.text.split("\n") if p.strip()]
    chance = random.Random(0)
    found = []
    for _ in range(COUNT):
        text = ""
        while len(text.split()) < LENGTH:
            text += chance.choice(paragraphs) + "\n"
        found.append(text)
    return found


def untrained() -> Language:
    """spaCy's names model as it begins training."""
    import spacy
    from spacy.training import Example

    nlp = spacy.blank("de")
    nlp.add_pipe("ner")
    doc = nlp.make_doc("Anna Weber kommt aus Köln.")
    marks = {"entities": [(0, 10, "PER"), (21, 25, "LOC")]}
    nlp.initialize(lambda: [Example.from_dict(doc, marks)])
    return nlp


def words_per_second(nlp: Language, texts: Sequence[str], leave_out: Sequence[str] = ()) -> float:
    """Words of the texts per second of processor time, after one text to warm up."""
    with nlp.select_pipes(disable=[name for name in leave_out if name in nlp.pipe_names]):
        nlp(texts[0])
        began = time.process_time()
        for text in texts:
            nlp(text)
        return sum(len(text.split()) for text in texts) / (time.process_time() - began)


def main() -> None:
    """Read with the three and print."""
    texts = articles()
    shipped = load_pipeline().nlp
    print(f"shipped, names alone: {words_per_second(shipped, texts, ('lesart_tags',)):,.0f} words a second")
    print(f"shipped, names and tags: {words_per_second(shipped, texts):,.0f}")
    print(f"spaCy's own names model: {words_per_second(untrained(), texts):,.0f}")


if __name__ == "__main__":
    main()
