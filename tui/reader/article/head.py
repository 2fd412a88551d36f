"""The lines above an article: where it comes from, when, by whom, in which other language; and a title of no block."""

from __future__ import annotations

from rich.cells import cell_len

from tui.articles import source_label
from tui.articles.display import printable
from tui.articles.labels import day_and_time
from tui.articles.language import COMPARED, GERMAN, language_name
from tui.articles.model import Article
from tui.reader.article.wrapping import cut, odd_characters, wrap


def headline(article: Article, width: int) -> list[str]:
    """The title, wrapped, where the text itself has none."""
    if article.title_origin != "metadata" or any(block.role == "title" for block in article.blocks):
        return []
    return _cut(printable(article.title), width)


def head_lines(article: Article, width: int, dot: str, ellipsis: str = "…") -> list[str]:
    """Source, date, author, agencies, wrapped, and the address on one line: a key opens it, nobody types it."""
    known = article.source or article.url
    facts = [
        source_label(article) if known else article.path,
        " ".join(day_and_time(article.published)).rstrip(),
        f"by {article.author}" if article.author else "",
        f"from {article.place}" if article.place else "",
        f"with {' and '.join(article.agencies)}" if article.agencies else "",
    ]
    lines: list[str] = []
    address = cut(printable(article.url), width, ellipsis) if article.url else ""
    for words in (*(printable(fact) for fact in facts if fact), *([address] if address else [])):
        joined = f"{lines[-1]} {dot} {words}" if lines else words
        if lines and cell_len(joined) <= width:
            lines[-1] = joined
        else:
            lines.extend(_cut(words, width))
    if article.language != GERMAN:
        lines.extend(_cut(missing_in(article.language), width))
    if article.title_origin == "first-sentence":
        lines.extend(_cut("No title of its own; it is named after its first words.", width))
    return lines


def missing_in(language: str) -> str:
    """Says what is not done for an article in another language than German."""
    words = f"{language_name(language)}: only names known from German articles are marked, no numbers and quotations;"
    return f"{words} sentences are {'compared by their meaning alone' if language in COMPARED else 'not compared'}."


def _cut(words: str, width: int) -> list[str]:
    return [words[start:end] for start, end in wrap(words, 0, len(words), width, odd_characters(words))]
