"""The comparison on plain texts: positions go there and back, so that unseen characters never part equal words.

See ``tui.articles.plain``; nearly every story is plain already and passes through untouched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from tui.articles.model import Article
from tui.articles.plain import PlainText, plain_text
from tui.comparison.model import Comparison, Decision, DifferingValue, Fact, Mention, Passage
from tui.language.model import Analysis
from tui.language.plain_view import moved_analysis, plain_article

Words = TypeVar("Words", Mention, DifferingValue)
Compare = Callable[[Sequence[Article], Sequence[Analysis], Sequence[Decision]], Comparison]


def compare_plain(
    articles: Sequence[Article], analyses: Sequence[Analysis], decisions: Sequence[Decision], compare: Compare
) -> Comparison:
    """Compare articles by the plain form of their texts.

    Args:
        articles: The articles.
        analyses: Their analyses, on the raw texts.
        decisions: The reader's words, on the raw texts.
        compare: Compares plain texts.

    Returns:
        The comparison, on the raw texts.
    """
    plain = {article.id: found for article in articles if (found := plain_text(article.text)) is not None}
    if not plain:
        return compare(articles, analyses, decisions)
    texts = {article.id: article.text for article in articles}
    hashes = {article.text_sha256: plain[article.id] for article in articles if article.id in plain}
    compared = compare(
        [plain_article(one, plain[one.id]) if one.id in plain else one for one in articles],
        [
            moved_analysis(one, plain[one.article].text, plain[one.article].plain) if one.article in plain else one
            for one in analyses
        ],
        [replace(one, first=_passage(one.first, hashes), second=_passage(one.second, hashes)) for one in decisions],
    )
    stories = (replace(one, facts=tuple(_fact(fact, plain, texts) for fact in one.facts)) for one in compared.stories)
    return Comparison(
        tuple(stories),
        tuple(
            moved_analysis(one, texts[one.article], plain[one.article].raw) if one.article in plain else one
            for one in compared.analyses
        ),
    )


def _passage(passage: Passage, plain: Mapping[str, PlainText]) -> Passage:
    if passage.text_sha256 not in plain:
        return passage
    start, end = plain[passage.text_sha256].plain(passage.start, passage.end)
    return replace(passage, start=start, end=end)


def _fact(fact: Fact, plain: Mapping[str, PlainText], texts: Mapping[str, str]) -> Fact:
    def raw(one: Words) -> Words:
        if one.article not in plain:
            return one
        start, end = plain[one.article].raw(one.start, one.end)
        return replace(one, start=start, end=end, text=texts[one.article][start:end])

    return replace(
        fact,
        mentions=tuple(raw(one) for one in fact.mentions),
        differences=tuple(replace(one, values=tuple(raw(v) for v in one.values)) for one in fact.differences),
    )
