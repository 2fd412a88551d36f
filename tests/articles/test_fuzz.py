"""No damaged file ends in a traceback; ``LESART_FUZZ`` says how many are tried, ``python -m tests.fuzz`` tries more."""

from __future__ import annotations

import os

from tests.fuzz.run import fuzz


def test_damaged_files_of_every_kind_end_in_articles_or_sentences() -> None:
    outcome = fuzz(int(os.environ.get("LESART_FUZZ", "150")))
    assert outcome.articles
    assert not outcome.failures, outcome.failures[0]
