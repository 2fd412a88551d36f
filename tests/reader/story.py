"""A made story of three articles with hand-made analyses and facts, so that the screen is tested without a model."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from tui.articles.model import Article, Block, Problem, Reading, Role
from tui.comparison.model import Comparison, Difference, DifferingValue, Fact, Mention, Modality, Story
from tui.language.model import Analysis, Entity, EntityLabel, Quotation, QuotationKind, Reference, Sentence, Value
from tui.library.bookmarks import BookmarkFile
from tui.library.settings import Settings
from tui.library.state import ReadingState
from tui.reader.app import LesartApp
from tui.reader.article.sentences import sentences_of

SPARSAM = [
    ("title", "Stadtwerke Ulm kaufen 40 Elektrobusse"),
    ("paragraph", "Die Stadtwerke Ulm kaufen 40 Elektrobusse. Das sagte Geschäftsführerin Anna Berg am Montag. "
     "„Wir wollen bis 2030 leise fahren“, sagte Berg."),
    ("caption", "Foto: Ein Bus vor dem Münster"),
    ("caption", "Foto: Noch ein Bus"),
    ("heading", "Was es kostet"),
    ("paragraph", "Der Auftrag kostet rund 30 Millionen Euro. Die Hälfte zahlt das Land."),
    ("paragraph", "Am Depot in der Weststadt werden dafür 25 Ladesäulen gebaut. "
     "Anwohner fürchten den Lärm der Baustelle."),
]  # fmt: skip
BLATT = [
    ("title", "Ulm bekommt Elektrobusse"),
    ("paragraph", "Ulm bekommt neue Elektrobusse: 48 Fahrzeuge haben die Stadtwerke nach Angaben des Betriebsrats "
     "bestellt. Der Preis liegt bei 30 Millionen Euro."),
    ("paragraph", "Der Betriebsrat begrüßt den Kauf."),
]  # fmt: skip
SPAETER = [
    ("title", "Erster Elektrobus fährt durch Ulm"),
    ("paragraph", "Ein Jahr nach der Bestellung fährt der erste Elektrobus. Anna Berg saß am Steuer."),
]


def article(name: str, blocks: Sequence[tuple[str, str]], **known: Any) -> Article:
    """An article of the given blocks, joined by empty lines."""
    text, made = "", []
    for role, words in blocks:
        start = len(text)
        text += words
        kind = cast("Role", role)
        made.append(Block(start, len(text), kind, "made for a test"))
        text += "\n\n"
    digest = hashlib.sha256(text.encode()).hexdigest()
    title = next((words for role, words in blocks if role == "title"), blocks[0][1])
    return Article(digest[:16], name, text, digest, title, "text", tuple(made), **known)


def span(text: Article, words: str) -> tuple[int, int]:
    """Where words stand in an article."""
    start = text.text.index(words)
    return start, start + len(words)


def entity(text: Article, words: str, label: EntityLabel, name: str = "") -> Entity:
    start, end = span(text, words)
    return Entity(start, end, words, label, name or words)


def quotation(text: Article, words: str, speaker: str, kind: QuotationKind = "direct") -> Quotation:
    start, end = span(text, speaker)
    return Quotation(words[:8], kind, (span(text, words),), Reference(start, end, speaker, speaker))


def value(text: Article, words: str) -> Value:
    start, end = span(text, words)
    return Value(start, end, words, "quantity", None, None, None, False)


def mention(text: Article, words: str, modality: Modality = "asserted", origin: str | None = None) -> Mention:
    start, end = span(text, words)
    return Mention(text.id, start, end, words, 0.9, modality, origin)


def analysis(text: Article, *found: Entity | Quotation | Value) -> Analysis:
    """An analysis of what is given, with the sentences that a reader would see."""
    return Analysis(
        text.id,
        "key",
        tuple(Sentence(start, end) for start, end in sentences_of(text, None)),
        entities=tuple(item for item in found if isinstance(item, Entity)),
        quotations=tuple(item for item in found if isinstance(item, Quotation)),
        values=tuple(item for item in found if isinstance(item, Value)),
    )


ONE = article("1.txt", SPARSAM, source="Südpost", published="2024-03-04", author="M. Keller",
              url="https://suedpost.example/busse")  # fmt: skip
TWO = article("2.txt", BLATT, source="Ulmer Blatt", published="2024-03-05")
THREE = article("3.txt", SPAETER, source="Donaukurier", published="2025-04-01")
ARTICLES = (ONE, TWO, THREE)

ANALYSES = (
    analysis(
        ONE, entity(ONE, "Stadtwerke Ulm", "ORG"), entity(ONE, "Anna Berg", "PER"), entity(ONE, "Weststadt", "LOC"),
        entity(ONE, "Münster", "MISC"), quotation(ONE, "Wir wollen bis 2030 leise fahren", "Anna Berg"),
        value(ONE, "rund 30 Millionen Euro"), value(ONE, "25 Ladesäulen"),
    ),
    analysis(TWO, entity(TWO, "Ulm", "LOC"), value(TWO, "30 Millionen Euro")),
    analysis(THREE, entity(THREE, "Anna Berg", "PER")),
)  # fmt: skip

BUYING = "Die Stadtwerke Ulm kaufen 40 Elektrobusse"
_BUYING = span(ONE, BUYING)
FORTY = DifferingValue(ONE.id, _BUYING[1] - len("40 Elektrobusse"), _BUYING[1], "40 Elektrobusse")
"""The figure in the sentence; the title has it too, in no fact."""

BUSES = Fact(
    "buses", "story", BUYING,
    (
        mention(ONE, BUYING),
        mention(TWO, "48 Fahrzeuge haben die Stadtwerke nach Angaben des Betriebsrats bestellt", "attributed",
                "Betriebsrat"),
    ),
    (Difference("number", "conflict", "40 and 48 exclude each other",
                (FORTY, DifferingValue(TWO.id, *span(TWO, "48 Fahrzeuge"), "48 Fahrzeuge"))),),
    2,
)  # fmt: skip
PRICE = Fact(
    "price", "story", "Der Preis liegt bei 30 Millionen Euro",
    (mention(ONE, "Der Auftrag kostet rund 30 Millionen Euro"),
     mention(TWO, "Der Preis liegt bei 30 Millionen Euro")),
    (Difference("money", "compatible", "rund 30 and 30 agree roughly",
                (DifferingValue(ONE.id, *span(ONE, "rund 30 Millionen Euro"), "rund 30 Millionen Euro"),
                 DifferingValue(TWO.id, *span(TWO, "30 Millionen Euro"), "30 Millionen Euro"))),),
)  # fmt: skip
STORY = Story("story", tuple(item.id for item in ARTICLES), (THREE.id,), (BUSES, PRICE))
COMPARISON = Comparison((STORY,), ANALYSES)
READING = Reading(ARTICLES)


def made_app(
    folder: Path, *, reading: Reading = READING, compared: bool = True, state: bool = False, **settings: object
) -> LesartApp:
    """The app over the made story, its files in a folder of the test."""
    app = LesartApp(
        reading,
        folder=folder,
        settings=replace(Settings(), **settings),  # type: ignore[arg-type]
        bookmarks=BookmarkFile(folder / "bookmarks.jsonl"),
        decisions=folder / "decisions.jsonl",
        state=ReadingState(folder / "state") if state else None,
    )
    if compared:
        app.set_reactive(LesartApp.desk, app.desk.with_comparison(COMPARISON))
    return app


UNREADABLE = Reading(ARTICLES, (Problem("kaputt.txt", "The file is not text: it holds control characters."),))
