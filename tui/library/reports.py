"""Reports of facts as Markdown, to paste into a draft: every source's words, origins, differences and positions.

Every word of a source stands as it is written there; what Markdown would read as its own signs is escaped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.articles.display import quoted
from tui.articles.labels import labels_among, outlet, says_title, source_label
from tui.articles.model import Article
from tui.comparison.model import Comparison, Difference, Fact, Mention
from tui.library.counting import plural
from tui.library.markdown import escaped

RELATIONS = {"agree": "agree", "compatible": "compatible", "conflict": "possible conflict"}
"""What a relation is called for people: a conflict is never more than possible."""


def markdown_text(text: str) -> str:
    """Words from outside as one line of Markdown that shows exactly them."""
    return escaped(" ".join(text.split()))


def comparison_markdown(articles: Sequence[Article], comparison: Comparison, facts: Sequence[Fact]) -> str:
    """The report of several facts, with the list of the sources first.

    Args:
        articles: the sources in order.
        comparison: what they were found to share; its stories tell articles about another event.
        facts: the facts to report, in the order wanted.
    """
    known = {article.id: article for article in articles}
    elsewhere = {place for story in comparison.stories for place in story.other_event}
    lines = ["# Facts in several sources", ""]
    for number, article in enumerate(articles, 1):
        note = " – about another event" if article.id in elsewhere else ""
        lines.append(f"{number}. {citation(article)}{note}")
    lines += ["", f"{plural(len(facts), 'fact')}, {_conflicts(facts)}.", ""]
    return "\n".join(lines) + "\n" + "\n".join(fact_markdown(fact, known) for fact in facts)


def fact_markdown(fact: Fact, articles: Mapping[str, Article]) -> str:
    """The report of one fact.

    Args:
        fact: the fact.
        articles: the articles by id; mentions of others are left out.
    """
    lines = [f"## {quoted(markdown_text(fact.label))}", "", f"{markdown_text(summary(fact, articles))}.", ""]
    labels = labels_of(fact, articles)
    for mention in fact.mentions:
        article = articles.get(mention.article)
        if article is not None:
            lines += [f"- **{markdown_text(labels[article.id])}**, {standing(mention)}:", ""]
            lines += [f"  > {markdown_text(mention.text)}", ""]
            lines += [f"  {markdown_text(place(mention, article))}", ""]
    shown = [difference for difference in fact.differences if difference.relation != "agree"]
    if shown:
        lines += ["Differences:", ""]
    for difference in shown:
        lines.append(f"- {markdown_text(difference_line(difference))}")
        for label, words in differing(difference, fact, articles):
            lines.append(f"  - {markdown_text(label)}: {quoted(markdown_text(words))}")
    return "\n".join(lines).rstrip() + "\n"


def citation(article: Article) -> str:
    """Source, title, author, date and address or path of an article, in Markdown."""
    label, title = source_label(article), " ".join(article.title.split())
    parts = ["" if says_title(label, title) else label, title, article.author or "", article.published or ""]
    parts.append(article.url or article.path)
    return ", ".join(markdown_text(part) for part in dict.fromkeys(parts) if part)


def labels_of(fact: Fact, articles: Mapping[str, Article]) -> Mapping[str, str]:
    """By their ids, what the articles of a fact are called; several of one source are told apart."""
    return labels_among(articles[one] for one in fact.articles if one in articles)


def count_sources(fact: Fact, articles: Mapping[str, Article]) -> int:
    """How many sources state a fact; articles of one source count once."""
    return len({(outlet(articles[one]) if one in articles else None) or one for one in fact.articles})


def summary(fact: Fact, articles: Mapping[str, Article]) -> str:
    """How many sources and origins a fact has, and what is in possible conflict, with both readings."""
    words = f"{plural(count_sources(fact, articles), 'source')}, {plural(fact.origins, 'origin')}"
    conflicts = fact.conflicts
    return f"{words}; possible conflict: {', '.join(conflicts)}" if conflicts else words


def standing(mention: Mention) -> str:
    """How a source states a fact: asserted, attributed to somebody, quoted, hedged or denied."""
    return f"{mention.modality}, origin {mention.origin}" if mention.origin else mention.modality


def place(mention: Mention, article: Article) -> str:
    """Where a mention stands, as path and characters."""
    return f"{article.url or article.path}, characters {mention.start}–{mention.end}"


def difference_line(difference: Difference) -> str:
    """Kind, relation and reason of a difference."""
    return f"{difference.respect}, {RELATIONS[difference.relation]}: {difference.reason}"


def told_difference(difference: Difference, fact: Fact, articles: Mapping[str, Article]) -> str:
    """A difference in one line, with the words that differ behind its reason."""
    line = difference_line(difference)
    values = "; ".join(f"{label}: {quoted(words)}" for label, words in differing(difference, fact, articles))
    return f"{line}{' ' if line.endswith(('.', '!', '?')) else '. '}{values}" if values else line


def differing(difference: Difference, fact: Fact, articles: Mapping[str, Article]) -> list[tuple[str, str]]:
    """The words that differ, each with its source's label; whole mentions, which stand above them, are left out."""
    labels = labels_of(fact, articles)
    whole = {(mention.article, mention.start, mention.end) for mention in fact.mentions}
    return [
        (labels[value.article], value.text)
        for value in difference.values
        if value.article in labels and (value.article, value.start, value.end) not in whole
    ]


def _conflicts(facts: Sequence[Fact]) -> str:
    count = sum(fact.in_conflict for fact in facts)
    return f"{count} with a possible conflict" if count else "none with a possible conflict"
