"""What the language room finds in one article.

Plain dataclasses that import neither spaCy nor onnxruntime, so that the interface can hold an analysis without loading
them. All positions are code-point offsets into the article's raw text, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

EntityLabel = Literal["PER", "ORG", "LOC", "MISC"]
ValueKind = Literal["money", "quantity", "date", "percent"]
QuotationKind = Literal["direct", "indirect", "reported", "free-indirect"]
QuotationFlag = Literal["unclosed", "unmarked", "nested", "interview", "denied"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of an own block, with what the tagger says of it."""

    start: int
    end: int
    pos: str = ""
    """Universal part of speech (NOUN, VERB, ...), empty where no tagger ran."""
    features: str = ""
    """Universal features in UD form, for example ``Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin``."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article's own blocks, with its clauses."""

    start: int
    end: int
    clauses: tuple[Span, ...] = ()
    """In order; together they need not cover the sentence. A simple sentence has one, the sentence itself."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A named span. ``name`` says whom or what it stands for, across the articles of a story."""

    start: int
    end: int
    text: str
    label: EntityLabel
    name: str


@dataclass(frozen=True, slots=True)
class Value:
    """A date, sum, count or percentage with its normalised reading."""

    start: int
    end: int
    text: str
    kind: ValueKind
    low: float | None
    """Smallest reading (count, amount of ``unit``, per cent); dates: proleptic ordinal day; None: open below."""
    high: float | None
    """Largest reading, None: open above."""
    unit: str | None
    """Currency code (EUR, USD; ``Kronen`` where the country is open), head noun of a count in the words of the text,
    ``score`` (``low`` and ``high`` are its two figures), ``day`` for dates, or a note such as ``weekday:2``,
    ``month:3``, ``relative`` where a date cannot be placed on the calendar."""
    approximate: bool


@dataclass(frozen=True, slots=True)
class Reference:
    """A span that refers to somebody or something, and the name it resolves to (empty: unknown)."""

    start: int
    end: int
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words or thoughts."""

    id: str
    kind: QuotationKind
    spans: tuple[Span, ...]
    """Without the quotation marks, in order."""
    speaker: Reference | None = None
    cue: Reference | None = None
    via: tuple[Reference, ...] = ()
    """Intermediate origins: 'laut FT, die sich auf Personen beruft' has the paper here and the persons as speaker."""
    flags: tuple[QuotationFlag, ...] = ()
    same_as: tuple[str, ...] = ()
    """Ids of the same quotation in other articles; filled by the story pass."""

    @property
    def start(self) -> int:
        """Where the quoted words begin."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the quoted words end."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the language room says of one article."""

    article: str
    """The article's id."""
    key: str
    """Text hash, pipeline, weights and code version: equal keys mean equal analyses."""
    sentences: tuple[Sentence, ...] = ()
    tokens: tuple[Token, ...] = ()
    entities: tuple[Entity, ...] = ()
    values: tuple[Value, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    notes: tuple[str, ...] = field(default=())
    """Plain sentences on what is missing or uncertain in this analysis."""
