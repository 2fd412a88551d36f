"""The rules put together: stretches of a text, their roles, and the title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.articles.blocks.endings import ending_rules
from tui.articles.blocks.letters import letters
from tui.articles.blocks.pages import is_weak, page_rule
from tui.articles.blocks.pictures import picture_rule
from tui.articles.blocks.prompts import prompt_rule
from tui.articles.blocks.repeats import keys_of, repeated_rules, title_rule
from tui.articles.blocks.signatures import author_of, edge_signature_rule, is_desk_mark, is_name_alone, signature_rule
from tui.articles.blocks.stretches import Stretch, cut_stretches
from tui.articles.blocks.wrapping import ends_sentence
from tui.articles.model import OWN_ROLES, TITLE_CUT, Block, Role, TitleOrigin

_LONGEST_HEADING = 100
"""Code points up to which a line can be a heading."""
_LONGEST_TITLE = 200
"""Code points up to which a first line can be the title."""
_TITLE_WORDS = 12
"""Words after which an article without a title is named."""
_EDGE = 2_000
"""Stretches at each end of a very long text in which a page's lines are looked for."""
_ITEM, _CELLS = "• ", "; "
"""How pages' list items begin, and what parts the cells of their tables."""
_STOP_INSIDE = re.compile(r"[^\W\d][.!?] ")

Rule = tuple[Role, str]


class Layout(NamedTuple):
    """The blocks of a text, its title, and the author that a byline names."""

    blocks: tuple[Block, ...]
    title: str
    title_origin: TitleOrigin
    author: str | None = None


def find_blocks(text: str, title: str | None = None, repeated: frozenset[str] = frozenset()) -> Layout:
    """Cut a text into blocks with roles; the time grows with the length of the text.

    Args:
        text: The raw text.
        title: The title that the metadata give, if any.
        repeated: Letters (`letters.letters`) of lines that stand in other articles of the same folder too.
    """
    stretches = cut_stretches(text)
    if len(stretches) > 2 * _EDGE:
        return _long(stretches, title, repeated)
    return _layout(stretches, title, repeated)


def _long(stretches: Sequence[Stretch], title: str | None, repeated: frozenset[str]) -> Layout:
    """The layout of a text that is longer than any article: a page's lines are looked for at its edges alone."""
    head, tail = _layout(stretches[:_EDGE], title, repeated), _layout(stretches[-_EDGE:], title or "", repeated)
    inner = (
        Block(stretch.start, stretch.end, *_plain_rule(stretches, index))
        for index, stretch in enumerate(stretches[_EDGE:-_EDGE], _EDGE)
    )
    return head._replace(blocks=(*head.blocks, *inner, *tail.blocks))


def _layout(stretches: Sequence[Stretch], title: str | None, repeated: frozenset[str]) -> Layout:
    keys = keys_of(stretches)
    first = _title_line(stretches, title)
    origin: TitleOrigin = "metadata" if title is not None else "text" if first is not None else "first-sentence"
    told = stretches[first].text if first is not None else _first_words(stretches)
    shown = told if title is None else title
    rules: dict[int, Rule] = {}
    if first is not None:
        rules[first] = ("title", "first short line" if title is None else "title of the metadata")
    # A row is the author's own, however much its cells look like links of a page.
    _add(rules, {i: ("paragraph", "table row") for i, stretch in enumerate(stretches) if stretch.row})
    title_key = letters(shown) if origin != "first-sentence" else ""
    named = {
        index: rule for index, key in enumerate(keys) if (rule := title_rule(stretches[index].text, key, title_key))
    }
    _add(rules, named)
    _add(rules, repeated_rules(stretches, keys))
    _add(rules, {i: rule for i, stretch in enumerate(stretches) if (rule := signature_rule(stretch.text))})
    _add(rules, ending_rules(stretches))
    _add(rules, {i: rule for i, stretch in enumerate(stretches) if (rule := _page_rule(stretch, keys[i], repeated))})
    _add(rules, _edge_rules(stretches, rules))
    _add(rules, _weak_rules(stretches, rules))
    for index in range(len(stretches)):
        if index not in rules:
            rules[index] = _plain_rule(stretches, index)
    blocks = [Block(stretch.start, stretch.end, *rules[index]) for index, stretch in enumerate(stretches)]
    if not any(block.role in OWN_ROLES for block in blocks):
        blocks = [Block(block.start, block.end, "paragraph", "nothing else in the text") for block in blocks]
    signed = (author_of(stretches[index].text) for index, rule in rules.items() if rule[0] == "byline")
    return Layout(tuple(blocks), shown, origin, next((author for author in signed if author), None))


def _add(rules: dict[int, Rule], found: Mapping[int, Rule]) -> None:
    """Add what was found where nothing is known yet."""
    for index, rule in found.items():
        rules.setdefault(index, rule)


def _title_line(stretches: Sequence[Stretch], title: str | None) -> int | None:
    """Which stretch is the title: the one that the metadata name, else a first short line without full stop.

    An empty title says that there is none.
    """
    if title is not None:
        key = letters(title)
        return next((i for i, stretch in enumerate(stretches[:5]) if key and letters(stretch.text) == key), None)
    for index, stretch in enumerate(stretches[:4]):
        if page_rule(stretch.text) or edge_signature_rule(stretch.text):
            continue
        short = stretch.heading or not ends_sentence(stretch.text.rstrip("?!"))
        short = short and len(stretch.text) <= _LONGEST_TITLE
        return index if short and index + 1 < len(stretches) else None
    return None


def _first_words(stretches: Sequence[Stretch]) -> str:
    words = stretches[0].text[:1_000].split() if stretches else []
    return " ".join(words[:_TITLE_WORDS]) + (TITLE_CUT if len(words) > _TITLE_WORDS else "")


def _page_rule(stretch: Stretch, key: str, repeated: frozenset[str]) -> Rule | None:
    """What a stretch is by its own words, where it is a part of the page."""
    if page := page_rule(stretch.text) or prompt_rule(stretch.text):
        return "boilerplate", page
    if picture := picture_rule(stretch.text):
        return "caption", picture
    if key in repeated:
        return "boilerplate", "line repeated in other articles"
    return None


def _edge_rules(stretches: Sequence[Stretch], rules: Mapping[int, Rule]) -> dict[int, Rule]:
    """Names and dates between the title and the first paragraph, and behind the last one."""
    found: dict[int, Rule] = {}
    body = [index for index, stretch in enumerate(stretches) if index not in rules and ends_sentence(stretch.text)]
    if not body:
        return found
    titled = any(rule[0] == "title" for rule in rules.values())
    for index, stretch in enumerate(stretches):
        if index in rules or body[0] <= index <= body[-1]:
            continue
        if rule := edge_signature_rule(stretch.text):
            found[index] = rule
        elif index > body[-1] and is_desk_mark(stretch.text):
            found[index] = ("byline", "mark of the desk")
        elif is_name_alone(stretch.text) and (index > body[-1] or (titled and _leads(index, body[0], rules))):
            found[index] = ("byline", "name alone beside the text")
    return found


def _leads(index: int, first: int, rules: Mapping[int, Rule]) -> bool:
    """Whether nothing but lines of the page stands between a stretch and the first paragraph."""
    return all(other in rules and rules[other][0] not in OWN_ROLES for other in range(index + 1, first))


def _weak_rules(stretches: Sequence[Stretch], rules: Mapping[int, Rule]) -> dict[int, Rule]:
    """A page's words that might be headings count beside other lines of the page, or at the end of the text."""

    def folded(index: int) -> bool:
        return not 0 <= index < len(stretches) or (index in rules and rules[index][0] not in OWN_ROLES)

    return {
        index: ("boilerplate", "word of the page beside others")
        for index, stretch in enumerate(stretches)
        if index > 0 and index not in rules and is_weak(stretch.text) and (folded(index - 1) or folded(index + 1))
    }


def _plain_rule(stretches: Sequence[Stretch], index: int) -> Rule:
    """Heading, list item, row of a table, or paragraph."""
    text = stretches[index].text
    if stretches[index].heading:
        return "heading", "heading of Markdown"
    if text.startswith(_ITEM) or (_CELLS in text and not ends_sentence(text)):
        return "paragraph", "list item" if text.startswith(_ITEM) else "table row"
    short = len(text) <= _LONGEST_HEADING and not ends_sentence(text.rstrip("?!")) and not _STOP_INSIDE.search(text)
    if short and index + 1 < len(stretches) and any(character.isalpha() for character in text):
        return "heading", "short line without full stop"
    return "paragraph", "text"
