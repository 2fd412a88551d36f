"""A web page becomes an article: its own words in lines, and what the page says of itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tui.articles.blocks.letters import letters
from tui.articles.decoding import Unreadable
from tui.articles.metadata import Metadata
from tui.articles.pages.choosing import choose_lines
from tui.articles.pages.description import Description
from tui.articles.pages.furniture import remove_furniture
from tui.articles.pages.gates import gate_sentence
from tui.articles.pages.lines import Line
from tui.articles.pages.markup import Markup, parse
from tui.articles.pages.words import plain
from tui.articles.typography import mended

_LITTLE = 0.5
"""Share of the text in a page's data below which the text on the page is taken for a stub."""
_LEAST_BODY = 200
"""Code points that a text in a page's data must have to stand for the article."""
_LISTED = "• "
"""Before the words of a list item."""


@dataclass(frozen=True, slots=True)
class PageArticle:
    """The article of a page."""

    text: str
    """The headline, then each paragraph, heading, list item and table row as a line, parted by empty lines."""
    metadata: Metadata
    markup: Markup


def read_page(page: bytes | str, address: str | None = None) -> PageArticle:
    """The article on a web page.

    Args:
        page: the whole page; bytes in any character set.
        address: where it is from, if that is known.

    Raises:
        Unreadable: the page is empty, binary or too large, there is no article on it, or it hides its article.
    """
    markup = parse(page)
    known = Description(markup.root, markup.scripts, address or markup.address)
    title = known.headline
    remove_furniture(markup.root, title.element)
    lines = choose_lines(markup.root, title.element)
    words = [*([title.text] if title.text else []), *(_written(line) for line in lines)]
    body = _body(known.data.body())
    if len(body) >= _LEAST_BODY and sum(len(line.text) for line in lines) < _LITTLE * len(body):
        words = [*words[: bool(title.text)], *(line for part in body.split("\n") if (line := plain(part)))]
    if len(words) <= bool(title.text) and not lines:
        raise Unreadable("No article was found on this page.")
    if title.text:
        words = [words[0], *(line for line in words[1:] if letters(line) != letters(title.text))]
    text = "\n\n".join(words)
    if gate := gate_sentence(text, known.metadata.published is not None):
        raise Unreadable(gate)
    return PageArticle(text, _mended(known.metadata), markup)


def _mended(known: Metadata) -> Metadata:
    """The description with letters mended that were read in a wrong character set."""
    return replace(
        known,
        title=known.title and mended(known.title)[0],
        source=known.source and mended(known.source)[0],
        author=known.author and mended(known.author)[0],
    )


def _written(line: Line) -> str:
    return f"{_LISTED}{line.text}" if line.kind == "item" and not line.text.startswith(_LISTED[0]) else line.text


def _body(text: str) -> str:
    """The text in a page's data, which may be markup itself."""
    from tui.articles.formats.markup import is_markup, words_of

    return words_of(text) if is_markup(text[:2_000]) else text
