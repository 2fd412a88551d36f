"""Analyses and comparisons without a worker: what the cache has, and the same work in this process.

The reader asks `cached` before it starts the worker, so that a known story is complete at once; the command line, which
waits anyway, uses `analyse_now`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tui.articles.model import Article
from tui.comparison.model import Comparison, Decision
from tui.language.model import Analysis
from tui.library.cache import Cache
from tui.library.events import Analysed, Compared, Event, Progress, Trouble
from tui.library.models import SHIPPED, Models
from tui.library.nearness import LIBRARY
from tui.library.orders import Order
from tui.library.work import LONGEST, Run
from tui.library.workshop import LanguageWorkshop, NotAvailable, Workshop, comparison_key

Tell = Callable[[int, int, str], None]
"""Called with done, total and a sentence."""
ALL_PARTS = frozenset({"sentences", "entities", "values", "quotations"})
"""The parts of an analysis; what a comparison adds to them is ``facts``."""
Complain = Callable[[str, str | None], None]
"""Called with a sentence and the id of the article it is about, None for none."""


@dataclass(frozen=True, slots=True)
class Cached:
    """What the cache has of a set of articles."""

    analyses: tuple[Analysis, ...]
    """In the order of the articles; some may be missing."""
    comparison: Comparison | None
    """Of all articles, or None."""
    problems: tuple[str, ...] = ()


def cached(
    articles: Sequence[Article],
    decisions: Sequence[Decision] = (),
    *,
    cache: Path | None,
    models: Models = SHIPPED,
    workshop: Workshop | None = None,
) -> Cached:
    """What the cache has, within milliseconds and without loading spaCy; safe to call in any thread.

    Of a library of more than a hundred articles nothing: the worker shows what is near the opened one.
    """
    feasible = [article for article in articles if len(article.text) <= LONGEST]
    if cache is None or not cache.exists() or len(feasible) > LIBRARY:
        return Cached((), None)
    shop = workshop or LanguageWorkshop(models)
    try:
        keys = [shop.key(article) for article in feasible]
    except NotAvailable as error:
        return Cached((), None, (str(error),))
    store = Cache(cache)
    try:
        found = store.analyses(keys)
        analyses = tuple(found[key] for key in keys if key in found)
        comparison = None
        if analyses and len(analyses) == len(feasible):
            key = comparison_key(feasible, keys, decisions, shop.version())
            comparison = store.comparison(key, analyses)
        return Cached(analyses, comparison, tuple(store.problems))
    finally:
        store.close()


def analyse_now(
    articles: Sequence[Article],
    *,
    cache: Path | None,
    models: Models = SHIPPED,
    parts: frozenset[str] | None = None,
    decisions: Sequence[Decision] = (),
    progress: Tell | None = None,
    trouble: Complain | None = None,
    workshop: Workshop | None = None,
) -> Comparison:
    """Analyse and compare in this process.

    Args:
        articles: The articles.
        cache: Folder of the cache, None for none.
        models: What reads the articles.
        parts: Of sentences, entities, values, quotations and facts what is wanted, None for all. Without facts
            nothing is compared and the result has no stories.
        decisions: The reader's decisions on facts.
        progress: Told how far the work is.
        trouble: Told what failed; the rest goes on.
        workshop: What does the work, for tests.

    Returns:
        The comparison. An article that failed has no analysis in it.
    """
    shop = workshop or LanguageWorkshop(models)
    if parts is not None and "facts" not in parts:
        analyses = tuple(
            analyse_each(articles, cache=cache, parts=parts, progress=progress, trouble=trouble, workshop=shop)
        )
        return Comparison((), shop.unify(analyses, articles))
    store = Cache(cache) if cache else None
    found: dict[str, Analysis] = {}
    results: list[Comparison] = []

    def take(event: Event) -> None:
        match event:
            case Progress(_, done, total, words) if progress:
                progress(done, total, words)
            case Trouble(_, sentence, article) if trouble:
                trouble(sentence, article)
            case Analysed(_, analysis):
                found[analysis.article] = analysis
            case Compared(_, comparison):
                results.append(comparison)

    try:
        Run(Order(1, tuple(articles), tuple(decisions)), shop, store, take).run()
    finally:
        if store:
            store.close()
    return results[-1] if results else Comparison((), tuple(found.values()))


def analyse_each(
    articles: Sequence[Article],
    *,
    cache: Path | None,
    models: Models = SHIPPED,
    parts: frozenset[str] | None = None,
    progress: Tell | None = None,
    trouble: Complain | None = None,
    workshop: Workshop | None = None,
) -> Iterator[Analysis]:
    """Analyse article by article, in order, holding only one at a time; names are each article's own.

    An analysis of all parts that the cache has is used whatever is wanted; one of some parts is not kept.
    Arguments as for `analyse_now`.
    """
    shop = workshop or LanguageWorkshop(models)
    store = Cache(cache) if cache else None
    total = len(articles)
    wanted = None if parts is None or parts - {"facts"} >= ALL_PARTS else parts - {"facts"}
    said: set[str] = set()
    try:
        for done, article in enumerate(articles):
            if progress:
                progress(done, total, f"Reading names and quotations in {done + 1:,} of {total:,}")
            events: list[Event] = []
            Run(Order(1, (article,)), shop, store, events.append, parts=wanted).analyse_only()
            for event in events:
                if isinstance(event, Analysed):
                    yield event.analysis
                elif isinstance(event, Trouble) and trouble and event.sentence not in said:
                    said.add(event.sentence)
                    trouble(event.sentence, event.article)
    finally:
        if store:
            store.close()
