"""Small German stories and a quick encoder for the tests of this room."""

import hashlib
import re
from collections.abc import Sequence

import numpy as np

from tui.articles.model import Article, Block
from tui.comparison.passages import stem
from tui.language.encoder import TokenStates
from tui.language.model import (
    Analysis,
    Entity,
    EntityLabel,
    Quotation,
    QuotationKind,
    Reference,
    Sentence,
    Value,
    ValueKind,
)

SAME = {
    "entlasst": "entlass",
    "feuert": "entlass",
    "gefeuert": "entlass",
    "rauswurf": "entlass",
    "todesopf": "tot",
    "tote": "tot",
}
"""Stems that the quick encoder takes for one meaning; all figures have one, too."""


class WordEncoder:
    """Gives every stem a fixed random direction: the same words mean the same, others do not."""

    name = "words"

    def states(self, text: str) -> TokenStates:
        found = list(re.finditer(r"\w+", text))
        vectors = np.zeros((len(found), 384), dtype=np.float32)
        ids = np.zeros(len(found), dtype=np.int64)
        for i, word in enumerate(found):
            root = stem(word.group())
            root = SAME.get(root, "number" if root.isdigit() else root)
            seed = int(hashlib.sha256(root.encode()).hexdigest()[:8], 16)
            ids[i] = seed % 30_000
            vectors[i] = np.random.default_rng(seed).standard_normal(384)
        offsets = np.array([word.span() for word in found], dtype=np.int64).reshape(-1, 2)
        return TokenStates(offsets, ids, vectors, np.ones(len(ids)))


def article(text: str, name: str = "a.txt", published: str | None = None) -> Article:
    """An article of paragraphs; its first line is the title where it ends without a full stop."""
    blocks: list[Block] = []
    for found in re.finditer(r"[^\n]+", text):
        title = not blocks and not found.group().endswith((".", "!", "?", "“"))
        blocks.append(Block(found.start(), found.end(), "title" if title else "paragraph", "made"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    identity = hashlib.sha256((text + "\0" + name).encode()).hexdigest()[:16]
    return Article(identity, name, text, digest, text.split("\n")[0][:60], "text", tuple(blocks), published=published)


def analysis(
    made: Article,
    names: Sequence[tuple[str, EntityLabel]] = (),
    values: Sequence[Value] = (),
    quotations: Sequence[Quotation] = (),
) -> Analysis:
    """Sentences at full stops, the given names wherever they stand."""
    sentences = [
        Sentence(block.start + found.start(), block.start + found.end())
        for block in made.own_blocks
        for found in re.finditer(r"\S(?:[^.!?]|\.(?=\d))*[.!?“]*", made.text[block.start : block.end])
    ]
    entities = [
        Entity(found.start(), found.end(), found.group(), label, name)
        for name, label in names
        for found in re.finditer(re.escape(name), made.text)
    ]
    entities.sort(key=lambda entity: entity.start)
    return Analysis(made.id, "made", tuple(sentences), (), tuple(entities), tuple(values), tuple(quotations))


def value(
    made: Article,
    words: str,
    low: float | None,
    high: float | None,
    unit: str | None,
    *,
    kind: ValueKind = "quantity",
    approximate: bool = False,
) -> Value:
    """A value where its words first stand."""
    start = made.text.index(words)
    return Value(start, start + len(words), words, kind, low, high, unit, approximate)


def quotation(made: Article, words: str, kind: QuotationKind, speaker: str | None) -> Quotation:
    """A quotation where its words first stand."""
    start = made.text.index(words)
    reference = Reference(0, 0, speaker, speaker) if speaker else None
    return Quotation(f"{made.id}:{start}", kind, ((start, start + len(words)),), reference)
