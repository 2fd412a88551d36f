"""Made articles with marked names: ``[PER Anna Müller]`` in a text stands for an entity."""

import re

from tui.articles.model import Article, Block
from tui.language.model import Analysis, Entity, EntityLabel, Quotation, Reference, Sentence
from tui.language.sentences import sentence_spans

_MARK = re.compile(r"\[(PER|ORG|LOC|MISC) ([^\]]+)\]")
_LABELS: dict[str, EntityLabel] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}


def made(number: int, marked: str, speakers: tuple[str, ...] = ()) -> tuple[Article, Analysis]:
    """An article and its analysis; each of ``speakers`` speaks one quotation, as written in the text."""
    entities, text, position = [], "", 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        entities.append(
            Entity(len(text), len(text) + len(match[2]), match[2], _LABELS[match[1]], match[2]),
        )
        text += match[2]
        position = match.end()
    text += marked[position:]
    sentences = tuple(Sentence(start, end) for start, end in sentence_spans(text))
    quotations = []
    for speaker in speakers:
        at = text.index(speaker)
        reference = Reference(at, at + len(speaker), speaker, speaker)
        quotations.append(Quotation(f"q{number}{speaker}", "direct", ((0, 1),), speaker=reference))
    article = Article(str(number), f"{number}.txt", text, "", "", "text", (Block(0, len(text), "paragraph", "made"),))
    return article, Analysis(article.id, "", sentences, (), tuple(entities), (), tuple(quotations))
