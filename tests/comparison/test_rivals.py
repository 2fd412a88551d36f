"""Sentences that share little and are taken for one fact because they tell one figure differently."""

from __future__ import annotations

import numpy as np

from tests.comparison.making import analysis, article
from tests.comparison.pairs import OTHERS, encoder, reader, statement
from tui.comparison.resolving import resolve
from tui.comparison.rivals import with_rivals
from tui.comparison.vectors import token_tables

RECALL = "Der Eiervermarkter Geestland-Ei ruft wegen Salmonellen rund 4,2 Millionen Eier aus Bodenhaltung zurück."
INSIDER = "Sieben Millionen Stück, sagt ein Insider, nicht vier."
ELSEWHERE = "Der Verband zählt sieben Millionen Hennen im Land."


def raised(first: str, second: str, before: float) -> float:
    """The log odds of one fact that two sentences of one story are given, and what they were before."""
    texts = (first, second, *OTHERS)
    statements = [statement(text, index) for index, text in enumerate(texts)]
    articles = [article(text, f"{index}.txt") for index, text in enumerate(texts)]
    analyses = [analysis(made, (), sentence.values) for made, sentence in zip(articles, statements, strict=True)]
    _, context = token_tables(statements, resolve(statements), encoder())
    odds = np.full((len(texts), len(texts)), -6.0, dtype=np.float32)
    odds[0, 1] = odds[1, 0] = before
    found = with_rivals(odds, statements, articles, analyses, context, reader())
    assert odds[0, 1] == before
    assert found[0, 1] == found[1, 0]
    assert (found[2:] == odds[2:]).all()
    return float(found[0, 1])


def test_two_versions_of_one_figure_are_one_fact_though_the_sentences_share_little() -> None:
    assert raised(RECALL, INSIDER, -0.4) > 0.0


def test_a_figure_of_another_thing_makes_no_fact() -> None:
    assert raised(RECALL, ELSEWHERE, -0.5) == -0.5


def test_sentences_too_far_apart_are_not_brought_together_by_their_figures() -> None:
    assert raised(RECALL, INSIDER, -3.0) == -3.0
