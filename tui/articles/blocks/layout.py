"""The rules put together: stretches of a text, their roles, and the title."""

from __future__ import annotations

from dataclasses import dataclass

from tui.articles.blocks.stretches import cut_stretches, ends_sentence
from tui.articles.model import Block, TitleOrigin

_LONGEST_HEADING = 100
_LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of a text, and its title."""

    blocks: tuple[Block, ...]
    title: str
    title_origin: TitleOrigin


def find_blocks(text: str, title: str | None = None) -> Layout:
    """Cuts a text into blocks with roles; the time grows with the length of the text.

    Args:
        text: the raw text.
        title: the title that the metadata gives, if any.
    """
    stretches = cut_stretches(text)
    blocks: list[Block] = []
    origin: TitleOrigin = "metadata"
    for index, stretch in enumerate(stretches):
        following = stretches[index + 1] if index + 1 < len(stretches) else None
        short = not ends_sentence(stretch.text.rstrip("?!"))
        if title is None and index == 0:
            if following and short and len(stretch.text) <= _LONGEST_TITLE:
                title, origin = stretch.text, "text"
                blocks.append(Block(stretch.start, stretch.end, "title", "first short line"))
                continue
            title, origin = " ".join(stretch.text.split()[:12]), "first-sentence"
        if short and following and len(stretch.text) <= _LONGEST_HEADING:
            blocks.append(Block(stretch.start, stretch.end, "heading", "short line without full stop"))
        else:
            blocks.append(Block(stretch.start, stretch.end, "paragraph", "text"))
    return Layout(tuple(blocks), title or "", origin)
