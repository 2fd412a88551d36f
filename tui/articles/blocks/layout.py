"""The rules put together: stretches of a text, their roles, and the title."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tui.articles.blocks.endings import ending_rules
from tui.articles.blocks.letters import letters
from tui.articles.blocks.own_lines import own_rule
from tui.articles.blocks.pages import is_weak, page_rule
from tui.articles.blocks.pictures import picture_rule
from tui.articles.blocks.press import Printed, printed
from tui.articles.blocks.prompts import prompt_rule
from tui.articles.blocks.repeats import keys_of, repeated_rules, title_rule
from tui.articles.blocks.signatures import author_of, edge_signature_rule, is_desk_mark, is_name_alone, signature_rule
from tui.articles.blocks.stretches import Stretch, cut_stretches
from tui.articles.blocks.wrapping import ends_sentence
from tui.articles.metadata import Metadata
from tui.articles.model import OWN_ROLES, TITLE_CUT, Block, Role, TitleOrigin

_LONGEST_TITLE = 200
"""Code points up to which a first line can be the title."""
_TITLE_WORDS = 12
"""Words after which an article without a title is named."""
_EDGE = 2_000
"""Stretches at each end of a very long text in which a page's lines are looked for."""
_KICKER_WORDS, _HEADLINE_WORDS = 2, 4
"""Words of the longest kicker, and of the shortest title below more than one line."""
_LABELLED = re.compile(r"[A-ZÄÖÜ][\w -]{1,25}: \S")

_HEAD = 40
"""Stretches among which the title is looked for, lines of a database left aside."""

Rule = tuple[Role, str]
_NOT_PRINTED = Printed()


class Layout(NamedTuple):
    """The blocks of a text, its title, and the author that a byline names."""

    blocks: tuple[Block, ...]
    title: str
    title_origin: TitleOrigin
    author: str | None = None
    told: Metadata = Metadata()
    """What lines of a database or a mail say of the article."""


def find_blocks(text: str, title: str | None = None, repeated: frozenset[str] = frozenset()) -> Layout:
    """Cut a text into blocks with roles; the time grows with the length of the text.

    Args:
        text: The raw text.
        title: The title that the metadata give, if any.
        repeated: Letters (`letters.letters`) of lines that stand in other articles of the same folder too.
    """
    stretches = cut_stretches(text)
    found = printed(stretches)
    title = found.known.title if title is None else title
    if len(stretches) > 2 * _EDGE:
        return _long(stretches, title, repeated)
    return _layout(stretches, title, repeated, found)


def _long(stretches: Sequence[Stretch], title: str | None, repeated: frozenset[str]) -> Layout:
    """The layout of a text that is longer than any article: a page's lines are looked for at its edges alone."""
    head, tail = _layout(stretches[:_EDGE], title, repeated), _layout(stretches[-_EDGE:], title or "", repeated)
    inner = (
        Block(stretch.start, stretch.end, *own_rule(stretches, index))
        for index, stretch in enumerate(stretches[_EDGE:-_EDGE], _EDGE)
    )
    return head._replace(blocks=(*head.blocks, *inner, *tail.blocks))


def _layout(
    stretches: Sequence[Stretch], title: str | None, repeated: frozenset[str], press: Printed = _NOT_PRINTED
) -> Layout:
    keys = keys_of(stretches)
    first = _title_line(stretches, title, press.rules)
    origin: TitleOrigin = "metadata" if title is not None else "text" if first is not None else "first-sentence"
    told = stretches[first].text if first is not None else _first_words(stretches)
    shown = told if title is None else title
    rules: dict[int, Rule] = {}
    if first is not None:
        rules[first] = ("title", "first short line" if title is None else "title of the metadata")
    _add(rules, press.rules)
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
    if title is None:
        _add(rules, _above_title(stretches, first, rules))
    _add(rules, _weak_rules(stretches, rules))
    for index in range(len(stretches)):
        if index not in rules:
            rules[index] = own_rule(stretches, index)
    blocks = [Block(stretch.start, stretch.end, *rules[index]) for index, stretch in enumerate(stretches)]
    if not any(block.role in OWN_ROLES for block in blocks):
        blocks = [Block(block.start, block.end, "paragraph", "nothing else in the text") for block in blocks]
    signed = (author_of(stretches[index].text) for index, rule in rules.items() if rule[0] == "byline")
    return Layout(tuple(blocks), shown, origin, next((author for author in signed if author), None), press.known)


def _add(rules: dict[int, Rule], found: Mapping[int, Rule]) -> None:
    """Add what was found where nothing is known yet."""
    for index, rule in found.items():
        rules.setdefault(index, rule)


def _title_line(stretches: Sequence[Stretch], title: str | None, press: Mapping[int, Rule]) -> int | None:
    """Which stretch is the title: the one that the metadata name, else a first short line without full stop.

    An empty title says that there is none.
    """
    own = [index for index in range(min(len(stretches), _HEAD)) if index not in press]
    if title is not None:
        key = letters(title)
        return next((i for i in own[:5] if key and letters(stretches[i].text) == key), None)
    found: list[int] = []
    for index in own:
        stretch = stretches[index]
        if page_rule(stretch.text) or edge_signature_rule(stretch.text) or (found and _is_aside(stretch)):
            continue
        if not _may_be_title(stretch) or index + 1 >= len(stretches):
            break
        found.append(index)
    if not found or stretches[found[0]].heading:
        return found[0] if found else None
    # A kicker stands right above the title, as the entries of a menu do; below a short title stands an empty line.
    words = [len(stretches[index].text.split()) for index in found]
    close = next((n for n, i in enumerate(found) if n and stretches[i].after_blank), len(found))
    if len(found[:close]) > 3:
        return next((i for n, i in enumerate(found[:close]) if words[n] >= _HEADLINE_WORDS), found[0])
    return found[1] if close > 1 and words[0] <= _KICKER_WORDS < words[1] else found[0]


def _may_be_title(stretch: Stretch) -> bool:
    unended = stretch.heading or not ends_sentence(stretch.text.rstrip("?!"))
    return unended and len(stretch.text) <= _LONGEST_TITLE


def _is_aside(stretch: Stretch) -> bool:
    return is_weak(stretch.text) or signature_rule(stretch.text) is not None


def _above_title(stretches: Sequence[Stretch], first: int | None, rules: Mapping[int, Rule]) -> dict[int, Rule]:
    """The entries of a menu above the title: three lines or more, or some beside what is known for the page's."""
    above = [index for index in range(first or 0) if index not in rules]
    paged = len(above) < (first or 0) or any(is_weak(stretches[index].text) for index in above)
    return dict.fromkeys(above, ("boilerplate", "line above the title")) if len(above) >= 3 or paged else {}


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
        signed = any(rules.get(other, ("",))[0] == "byline" for other in (index - 1, index + 1))
        if index in rules or (body[0] <= index <= body[-1] and not signed):
            continue
        if rule := edge_signature_rule(stretch.text):
            if index < body[-1] or not _is_in_list(stretches, index):
                found[index] = rule
        elif body[0] <= index <= body[-1]:
            continue
        elif index > body[-1] and is_desk_mark(stretch.text):
            found[index] = ("byline", "mark of the desk")
        elif is_name_alone(stretch.text) and (index > body[-1] or (titled and _leads(index, body[0], rules))):
            found[index] = ("byline", "name alone beside the text")
    return found


def _is_in_list(stretches: Sequence[Stretch], index: int) -> bool:
    """Whether a line has a label like those beside it: "Ort: Rathaus", "Datum: 24. März"."""
    beside = stretches[max(0, index - 1) : index + 2]
    return (
        len(beside) > 1
        and _LABELLED.match(stretches[index].text) is not None
        and all(_LABELLED.match(one.text) for one in beside)
    )


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
