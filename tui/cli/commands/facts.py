"""``lesart facts``: what two or more articles state, in every source's own words."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tui.articles import Article, source_label
from tui.articles.display import quoted, visible
from tui.cli.analyses import analyses
from tui.cli.outcome import NOTHING, say_nothing
from tui.cli.page import Page
from tui.cli.sources import read_sources
from tui.cli.tables import Cell, Table, write_records, write_table
from tui.cli.writing import opened
from tui.comparison.model import Comparison, Fact, Mention
from tui.library.export import PARTS, fact_record
from tui.library.reports import comparison_markdown, count_sources, labels_of, standing, summary, told_difference
from tui.library.reports_html import facts_page


def run(arguments: Namespace) -> int:
    """Lists facts, those with a possible conflict first, then by number of sources."""
    sources = read_sources(arguments)
    found = analyses(arguments, sources.articles, frozenset(PARTS))
    facts = [fact for story in found.stories for fact in story.facts if fact.in_conflict or not arguments.conflicts]
    known = {article.id: article for article in sources.articles}
    facts.sort(key=lambda fact: (not fact.in_conflict, -count_sources(fact, known), -len(fact.articles)))
    _write(arguments, sources.articles, found.comparison, facts)
    if not facts:
        say_nothing("possible conflict" if arguments.conflicts else "fact in two or more articles")
    return max(sources.code, found.code) or (0 if facts else NOTHING)


def _write(arguments: Namespace, articles: Sequence[Article], comparison: Comparison, facts: list[Fact]) -> None:
    form = arguments.format
    if form == "text" and not arguments.output:
        _print(articles, facts)
        return
    with opened(arguments.output) as write:
        if form in ("json", "jsonl"):
            known = {article.id: article for article in articles}
            write_records((_record(fact, known) for fact in facts), form, write)
        elif form == "csv":
            write_table(_table(articles, facts), form, write)
        elif form == "html":
            write(visible(facts_page(articles, facts)))
        else:
            write(visible(comparison_markdown(articles, comparison, facts)))


def _record(fact: Fact, known: Mapping[str, Article]) -> dict[str, Any]:
    """A fact as in the export, with what a mention's article is, since its articles are not listed here."""
    record = fact_record(fact)
    for mention in record["mentions"]:
        if (article := known.get(mention["article"])) is not None:
            mention |= {"path": article.path, "source": article.source, "published": article.published}
    return record


def _print(articles: Sequence[Article], facts: Sequence[Fact]) -> None:
    page = Page()
    known = {article.id: article for article in articles}
    for fact in facts:
        page.line((quoted(fact.label), "bold"))
        page.line((summary(fact, known), "yellow" if fact.in_conflict else "dim"))
        labels = labels_of(fact, known)
        for mention in fact.mentions:
            article = known.get(mention.article)
            if article is not None:
                where = f"  {article.path}:{mention.start}-{mention.end}"
                said = f" [{standing(mention)}] {mention.text}"
                page.line((labels[article.id], "cyan"), said, (where, "dim"), indent=2)
        for difference in fact.differences:
            if difference.relation != "agree":
                page.line(told_difference(difference, fact, known), indent=2)
        page.line()


def _table(articles: Sequence[Article], facts: Sequence[Fact]) -> Table:
    """A row for each mention, with the differences of its fact and its own words in them."""
    known = {article.id: article for article in articles}
    rows: list[tuple[Cell, ...]] = []
    for fact in facts:
        names = labels_of(fact, known)
        compatible = [difference for difference in fact.differences if difference.relation == "compatible"]
        head = (
            *(fact.story, fact.id, fact.label, count_sources(fact, known), fact.origins),
            _joined(difference.told(names) for difference in fact.disputed),
            _joined(difference.reason for difference in fact.disputed),
            _joined(
                f"{difference.told(names) if difference.of_words else difference.respect}: {difference.reason}"
                for difference in compatible
            ),
        )
        for mention in fact.mentions:
            article = known.get(mention.article)
            if article is not None:
                source = source_label(article)
                place = (source, article.published, article.id, article.path, mention.start, mention.end)
                how = (round(mention.confidence, 4), mention.modality, mention.origin)
                rows.append((*head, *place, *how, _own(mention, fact), mention.text))
    columns = "story fact label sources origins possible_conflict reason compatible source published article path start"
    columns += " end confidence modality origin differing text"
    return Table("Facts in several sources", tuple(columns.split()), tuple(rows))


def _own(mention: Mention, fact: Fact) -> str:
    """The words within a mention that differ from those of other sources: "number: 22"."""
    return _joined(
        f"{difference.respect}: {' '.join(value.text.split())}"
        for difference in fact.differences
        if difference.of_words and difference.relation != "agree"
        for value in difference.values
        if value.article == mention.article and mention.start <= value.start and value.end <= mention.end
    )


def _joined(told: Iterable[str]) -> str:
    """Several things said in one cell, each once."""
    return " | ".join(dict.fromkeys(told))
