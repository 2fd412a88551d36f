"""A workshop that does what the texts of its articles say: works, fails, waits or breaks down."""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Callable, Sequence
from typing import Any

from tui.articles.model import Article, Block
from tui.comparison.model import Comparison, Decision, Fact, Mention, Story
from tui.language.model import Analysis, Entity, Quotation, Reference, Sentence, Token, Value
from tui.library.models import SHIPPED, Models
from tui.library.workshop import NotAvailable


def article(text: str, path: str = "a.txt", **known: Any) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    name = hashlib.sha256((text + "\0" + path).encode()).hexdigest()[:16]
    block = Block(0, len(text), "paragraph", "test")
    return Article(name, path, text, digest, text[:20], "text", (block,), **known)


def analysis_of(one: Article, key: str = "") -> Analysis:
    end = len(one.text)
    return Analysis(
        one.id,
        key or "key of " + one.id,
        (Sentence(0, end, ((0, 1), (1, end))),),
        (Token(0, 1, "NOUN", "Case=Nom|Number=Sing"), Token(1, end, "VERB", "")),
        (Entity(0, 1, one.text[:1], "PER", "Ä„“"),),
        (Value(0, end, one.text, "date", 738000.0, None, "day", True),),
        (Quotation("q", "direct", ((0, 1),), Reference(0, 1, "x", "X"), None, (Reference(0, 1, "y"),), ("nested",)),),
        (),
    )


def comparison_of(articles: Sequence[Article], analyses: Sequence[Analysis]) -> Comparison:
    """A story for the texts on the tower, one for those on the ferry, and one for the rest."""
    groups: dict[str, list[Article]] = {}
    for one in articles:
        story = next((word for word in ("Turmbau", "Fähre") if word in one.text), "")
        groups.setdefault(story, []).append(one)
    stories = []
    for name, group in groups.items():
        mentions = tuple(Mention(one.id, 0, 1, one.text[:1], 0.5, "asserted", None) for one in group)
        fact = Fact("f" + name, "s" + name, "x", mentions)
        stories.append(Story("s" + name, tuple(one.id for one in group), (), (fact,)))
    return Comparison(tuple(stories), tuple(analyses))


class FakeWorkshop:
    def __init__(self, models: Models = SHIPPED) -> None:
        self.notes: list[str] = []
        self.worked: list[str] = []
        self.compared = 0
        self.pipeline = models.pipeline

    def key(self, article: Article) -> str:
        if self.pipeline == "missing":
            raise NotAvailable("There is no such pipeline.")
        return f"{self.pipeline}:{article.id}"

    def version(self) -> str:
        return "1"

    def analyse(self, article: Article, parts: frozenset[str] | None) -> Analysis:
        self.worked.append(article.path)
        order = article.text.split()[0]
        if order == "fail":
            raise ValueError("bad\nluck")
        if order == "memory":
            raise MemoryError
        if order == "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        if order == "leave":
            os._exit(3)
        if order == "print":
            print("in the way", flush=True)
            os.write(1, b"\x00\x00\x00\x00in the way")
        if order == "wait":
            time.sleep(float(article.text.split()[1]))
        return analysis_of(article, self.key(article))

    def unify(self, analyses: Sequence[Analysis], articles: Sequence[Article]) -> tuple[Analysis, ...]:
        return tuple(analyses)

    def compare(
        self,
        articles: Sequence[Article],
        analyses: Sequence[Analysis],
        decisions: Sequence[Decision],
        steps: Callable[[int, int], None],
    ) -> Comparison:
        self.compared += 1
        steps(1, 2)
        if any(article.text.startswith("nofacts") for article in articles):
            raise RuntimeError("no facts")
        return comparison_of(articles, analyses)
