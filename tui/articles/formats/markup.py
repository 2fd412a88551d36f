"""Words out of pieces of HTML that are an article already: feed entries, mails, chapters, notes.

Whole web pages, with what stands around their article, are the business of the html format.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.articles.decoding import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_MARKUP = 8 * 1024 * 1024
"""Code points of markup that are parsed, within seconds and 400 MB; from longer pieces tags are only taken out."""
LONGEST_PIECE = 32 * 1024 * 1024
"""Code points beyond which a piece of markup is refused; the longest books have six million."""

_APART = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "tfoot", "thead", "tr", "ul",
    ]
)
"""Elements whose words stand apart from those around them."""
_SILENT = frozenset(
    [
        "audio", "base", "button", "canvas", "colgroup", "datalist", "embed", "head", "iframe", "input", "link",
        "map", "meta", "noframes", "object", "option", "param", "script", "select", "source", "style", "svg",
        "template", "textarea", "title", "track", "video",
    ]
)
"""Elements without words of the text."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_DECLARATIONS = re.compile(
    r"\A\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<!DOCTYPE[^<>\[]{0,500}\[.*?\]\s*>", re.IGNORECASE | re.DOTALL
)
"""What a document says before its words of entities, of which the parser would leave the last bracket."""
_ANY_TAG = re.compile(r"<[^<>]*>")
_TAG = re.compile(r"<(?:/?[a-zA-Z][a-zA-Z0-9]*[\s/>]|!--|!DOCTYPE)|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")


def is_markup(text: str) -> bool:
    """Whether a text holds tags or character references, as content of feeds does that is not plain."""
    return bool(_TAG.search(text))


def words_of(markup: str) -> str:
    """The words of a piece of HTML: paragraphs parted by an empty line, lines as they are broken, nothing else lost.

    Args:
        markup: HTML or XHTML, damaged or not.

    Raises:
        Unreadable: it is longer than ``LONGEST_PIECE``.
    """
    if len(markup) > LONGEST_PIECE:
        raise Unreadable(f"It is longer than {LONGEST_PIECE // 1024**2} million characters; it was not read.")
    import lxml.html

    plain = _DECLARATIONS.sub("", markup.replace("\0", "\ufffd"), count=1)
    if not plain.strip():
        return ""
    found = ""
    if len(plain) <= LONGEST_MARKUP:
        parser = lxml.html.HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True
        )
        try:
            tree = lxml.html.document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
            found = _joined(_pieces(tree))
        except lxml.etree.ParserError:
            # Nothing but comments and the like.
            return ""
    # The parser cuts what is nested more than 2,048 deep.
    return found or _joined([_ANY_TAG.sub("\f", _spaced(plain))] if len(plain) > 2_048 else [])


def _pieces(tree: _Element) -> list[str]:
    """Words, and marks of where they part: a line end within a paragraph, a form feed between two."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    walk = iterwalk(tree, events=("start", "end"))
    kept = 0
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        apart = tag in _APART
        if event == "start":
            if tag in _SILENT or _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None:
                walk.skip_subtree()
                continue
            if apart:
                pieces.append("\f")
            kept = kept + 1 if tag == "pre" else kept
            if tag in ("td", "th"):
                pieces.append(" ")
            if element.text:
                pieces.append(element.text if kept else _spaced(element.text))
            continue
        if tag == "pre":
            kept -= 1
        if apart:
            pieces.append("\f")
        elif tag == "br":
            pieces.append("\n")
        if element.tail:
            pieces.append(element.tail if kept else _spaced(element.tail))
    return pieces


def _spaced(words: str) -> str:
    """White space of the source is one space, but a non-breaking one is a letter that somebody set."""
    return re.sub(r"[ \t\r\n\f]+", " ", words)


def _joined(pieces: list[str]) -> str:
    paragraphs = []
    for paragraph in "".join(pieces).split("\f"):
        lines = [re.sub(r" {2,}", " ", line).strip(" ") for line in paragraph.strip().split("\n")]
        text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
        if text:
            paragraphs.append(text)
    return "\n\n".join(paragraphs)
