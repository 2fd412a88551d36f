"""What the sidebar says of an article's length."""

from __future__ import annotations

import pytest

from tests.reader.story import article
from tui.reader.sidebar.rows import length


@pytest.mark.parametrize(
    ("text", "words"),
    [("Ja.", "1 word"), ("Ja. " * 1200, "1,200 words"), ("Ja. " * 600_000, "2.4 million characters")],
)
def test_the_length_of_an_article_is_said_in_plain_words(text: str, words: str) -> None:
    assert length(article("a.txt", [("paragraph", text)])) == words
