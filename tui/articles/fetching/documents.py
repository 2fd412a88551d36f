"""The readable file of a fetched article: front matter that says where it is from, then its text."""

from __future__ import annotations

from tui.articles.display import PICTURES, printable
from tui.articles.metadata import Metadata

_OBEYED = {code: picture for code, picture in PICTURES.items() if code not in (0x09, 0x0A)} | {
    code: "\ufffd" for code in (*range(0x80, 0xA0), *range(0xD800, 0xE000))
}
"""What a terminal would obey, and halves of characters that no file can hold. The original page keeps them."""


def article_file(text: str, known: Metadata, fetched: str) -> bytes:
    """A Markdown file in UTF-8.

    Args:
        text: the words of the article.
        known: its description.
        fetched: ISO date and time at which the page was fetched.
    """
    # 15 ms to import.
    import yaml

    rows = {
        "title": known.title,
        "source": known.source,
        "author": known.author,
        "date": known.published,
        "address": known.url,
        "fetched": fetched,
    }
    head = yaml.safe_dump(
        {name: printable(value) for name, value in rows.items() if value},
        allow_unicode=True,
        sort_keys=False,
        width=1_000_000,
    )
    body = text.replace("\r\n", "\n").replace("\r", "\n").translate(_OBEYED).strip("\n")
    return f"---\n{head}---\n\n{body}\n".encode()
