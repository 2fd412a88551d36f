"""Whose line breaks the `<br>` of a paragraph are: an author's, or a program's that wrapped its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.articles.blocks.wrapping import Wrapping
from tui.articles.pages.words import plain

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_LONGEST = 100
"""Code points up to which a line is one that its author broke."""


def are_authors(parent: HtmlElement) -> bool:
    """Whether a part has three lines or more that their author broke: verses, an address, opening hours."""
    lines = [plain(parent.text or "")]
    for child in parent:
        if child.tag == "br":
            lines.append(plain(child.tail or ""))
        else:
            lines[-1] = plain(f"{lines[-1]} {child.text_content()} {child.tail or ''}")
    lines = [line for line in lines if line]
    if len(lines) < 3 or max(map(len, lines)) > _LONGEST:
        return False
    return Wrapping.of([(line, not index) for index, line in enumerate(lines)]) is None


def goes_on_behind(line_break: HtmlElement) -> bool:
    """Whether a sentence goes on behind a line break, in a small letter."""
    following = line_break.getnext()
    words = (line_break.tail or "") or (following.text_content() if following is not None else "")
    return words.strip()[:1].islower()
