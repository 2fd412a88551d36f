"""The work itself, as the worker and the command line see it: one analysis, one comparison, and their keys.

A protocol, so that the worker's own behaviour is tested with a workshop that fails, waits and crashes on order; the
real one loads spaCy and the encoder when the first piece of work needs them, and never before.
"""

from __future__ import annotations

import functools
import hashlib
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tui import comparison
from tui.articles.model import Article
from tui.comparison.model import Comparison, Decision
from tui.language.model import Analysis
from tui.library.models import SHIPPED, Models
from tui.library.remembering import RememberingEncoder, RememberingPairReader

if TYPE_CHECKING:
    from tui.language.encoder import Encoder
    from tui.language.pair_reader import PairReader
    from tui.language.pipeline import Pipeline

_Model = TypeVar("_Model")

Steps = Callable[[int, int], None]
"""Called with the number of steps done and their total."""


class NotAvailable(Exception):
    """A part that the work needs is missing; the message is a sentence for the reader."""


class Workshop(Protocol):
    """Makes analyses and comparisons."""

    notes: list[str]
    """Sentences on what is missing or uncertain, for the reader."""

    def key(self, article: Article) -> str:
        """Key of an article's analysis; cheap. Raises `NotAvailable`."""

    def version(self) -> str:
        """Version of the code and data that comparisons are made with; cheap."""

    def analyse(self, article: Article, parts: frozenset[str] | None) -> Analysis:
        """Analyse one article, all parts for None. Raises `NotAvailable`."""

    def unify(self, analyses: Sequence[Analysis], articles: Sequence[Article]) -> tuple[Analysis, ...]:
        """Give each entity one name across articles and link quotations by their words, without comparing them."""

    def compare(
        self, articles: Sequence[Article], analyses: Sequence[Analysis], decisions: Sequence[Decision], steps: Steps
    ) -> Comparison:
        """Compare analysed articles."""


class LanguageWorkshop:
    """The workshop of the language and comparison rooms."""

    def __init__(self, models: Models = SHIPPED) -> None:
        """Read with these models."""
        # Texts are read side by side; numpy, which is not imported yet, would start as many threads for each of them.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        self.notes: list[str] = []
        self._models = models
        self._pipeline: Pipeline | None = None

    def key(self, article: Article) -> str:
        """See `Workshop`."""
        from tui.language import pipeline

        try:
            return pipeline.analysis_key(article, self._models.pipeline)
        except pipeline.PipelineMissing as error:
            raise NotAvailable(str(error)) from error

    def version(self) -> str:
        """See `Workshop`."""
        if self._models.encoder is None:
            return _code_version()
        from tui.language.encoders import encoder_version

        return f"{_code_version()} {encoder_version(self._models.encoder)}".strip()

    def analyse(self, article: Article, parts: frozenset[str] | None) -> Analysis:
        """See `Workshop`."""
        from tui.language import analyse, pipeline

        try:
            if self._pipeline is None:
                self._pipeline = pipeline.load_pipeline(self._models.pipeline)
        except pipeline.PipelineMissing as error:
            raise NotAvailable(str(error)) from error
        return analyse.analyse(article, self._pipeline, analyse.ALL_PARTS if parts is None else parts)

    def unify(self, analyses: Sequence[Analysis], articles: Sequence[Article]) -> tuple[Analysis, ...]:
        """See `Workshop`."""
        from tui.comparison.plain_view import compare_plain
        from tui.comparison.same_quotations import link_same
        from tui.language import naming

        def named(read: Sequence[Article], analyses: Sequence[Analysis], _: object) -> Comparison:
            return Comparison((), link_same(naming.unify_names(analyses, read), [article.text for article in read]))

        known = {article.id: article for article in articles}
        return compare_plain([known[analysis.article] for analysis in analyses], analyses, (), named).analyses

    @functools.cached_property
    def _encoder(self) -> Encoder | None:
        from tui.language import encoder

        if (chosen := self._models.encoder) is not None:
            from tui.language.encoders import open_encoder

            try:
                return RememberingEncoder(open_encoder(chosen))
            except encoder.EncoderMissing as error:
                self.notes.append(f"{error} The shipped one is used.")
        return self._opened(lambda: RememberingEncoder(encoder.load_encoder()))

    @functools.cached_property
    def _reader(self) -> PairReader | None:
        from tui.language import pair_reader

        return self._opened(lambda: RememberingPairReader(pair_reader.load_pair_reader()))

    def _opened(self, load: Callable[[], _Model]) -> _Model | None:
        """What a loader gives; None where its weights are missing, and a note that says so."""
        from tui.language.encoder import EncoderMissing

        try:
            return load()
        except EncoderMissing as error:
            self.notes.append(str(error))
            return None

    def compare(
        self, articles: Sequence[Article], analyses: Sequence[Analysis], decisions: Sequence[Decision], steps: Steps
    ) -> Comparison:
        """See `Workshop`."""
        encoder = self._encoder if len(articles) > 1 else None
        reader = None if encoder is None else self._reader
        return comparison.compare(articles, analyses, encoder, decisions, steps, reader)


@functools.cache
def _code_version() -> str:
    """Hash of the comparison room; the keys of the analyses cover the language room and its weights."""
    digest = hashlib.sha256()
    root = Path(comparison.__file__).parent
    for file in sorted(root.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            digest.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def comparison_key(
    articles: Sequence[Article], keys: Sequence[str], decisions: Sequence[Decision], version: str
) -> str:
    """Key of a comparison: the articles with what is known about them, their analyses, the decisions and the code.

    Args:
        articles: The articles, in order.
        keys: The keys of their analyses.
        decisions: All decisions; those on other texts do not count.
        version: The workshop's version.
    """
    hashes = {article.text_sha256 for article in articles}
    rows: list[Any] = [
        [one.id, key, one.title, one.source, one.author, one.published, one.url, one.path, one.language, one.agencies]
        for one, key in zip(articles, keys, strict=True)
    ]
    said = [
        [one.same, *(part for passage in (one.first, one.second) for part in _place(passage))]
        for one in decisions
        if one.first.text_sha256 in hashes and one.second.text_sha256 in hashes
    ]
    return hashlib.sha256(json.dumps([rows, said, version]).encode()).hexdigest()


def _place(passage: Any) -> tuple[str, int, int]:
    return passage.text_sha256, passage.start, passage.end
