"""The last lines of a page: contact, invitations to follow, links, lists of other headlines, comments of readers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.articles.blocks.pages import opens_comments, opens_related, opens_sources
from tui.articles.blocks.phrases import INVITATIONS, NETWORKS
from tui.articles.blocks.stretches import Stretch
from tui.articles.blocks.wrapping import ends_sentence
from tui.articles.model import Role
from tui.articles.patterns import pattern

CLOSING = 6
"""Stretches at the end among which contact and links are looked for."""
LONGEST_CLOSING = 400
"""Code points up to which a stretch can be a closing line."""
LONGEST_HEADLINE = 140
"""Code points up to which a line can be another article's headline."""

_MAIL = pattern(r"[\w.+-]+@[\w-]+\.[\w.]+|\[email\s?protected\]", re.IGNORECASE)
_CONTACT = pattern(r"\b(?:e-?mail|kontakt|mail|redaktion|schreiben sie)\b", re.IGNORECASE)
_PARTS = pattern(r"\s[|·•/]\s")
_SOURCE_LINE = pattern(
    r"(?:quelle|quellen|source|via|originalartikel|originalbeitrag|ursprünglicher (?:link|artikel)|zum original"
    r"|mehr infos|weitere infos|links?)\s?:?\s?(?:https?://\S+|\S{2,60}\.\w{2,4}(?:/\S*)?)",
    re.IGNORECASE,
)
_SOURCE_OPENINGS = ("quelle", "source", "via", "original", "ursprünglich", "zum original", "mehr", "weitere", "link")
_LINK = pattern(r"https?://\S+|www\.\S+")


def ending_rules(stretches: Sequence[Stretch]) -> dict[int, tuple[Role, str]]:
    """The stretches at the end that are no part of the article, with the rule that says so."""
    rules: dict[int, tuple[Role, str]] = {}
    if len(stretches) < 3:
        return rules
    for index in range(max(1, len(stretches) - CLOSING), len(stretches)):
        rule = _closing_rule(stretches[index].text)
        if rule:
            rules[index] = ("trailer", rule)
    for index in range(1, len(stretches)):
        late = 2 * index >= len(stretches) or stretches[index].heading
        if late and opens_comments(stretches[index].text):
            rules.update(dict.fromkeys(range(index, len(stretches)), ("boilerplate", "comments of readers")))
            break
        if opens_sources(stretches[index].text):
            rules.update(_sources(stretches, index))
        elif opens_related(stretches[index].text):
            rules.update(_headlines(stretches, index))
    return rules


def _closing_rule(text: str) -> str | None:
    if len(text) > LONGEST_CLOSING:
        return None
    words = text.casefold()
    if ("@" in text or "email" in words) and _MAIL.search(text) and (_CONTACT.search(text) or len(text) < 120):
        return "contact"
    if any(invitation in words for invitation in INVITATIONS):
        networks = sum(network in words and _is_word(network, words) for network in NETWORKS)
        if networks > 1 or (networks and text[:1] == "#"):
            return "invitation to follow"
        if networks and any(words.startswith(invitation) for invitation in INVITATIONS):
            return "invitation to follow"
    if len(_PARTS.findall(text)) >= 2 and not ends_sentence(text):
        return "line of links"
    if (words.startswith(_SOURCE_OPENINGS) and _SOURCE_LINE.fullmatch(text)) or _LINK.fullmatch(text):
        return "link"
    return None


def _is_word(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text) is not None


def _sources(stretches: Sequence[Stretch], anchor: int) -> dict[int, tuple[Role, str]]:
    """A heading under which an article lists what it was written from, and the list."""
    end = anchor + 1
    while end < len(stretches) and len(stretches[end].text) <= LONGEST_HEADLINE and _is_entry(stretches[end].text):
        end += 1
    return dict.fromkeys(range(anchor, end), ("trailer", "list of sources used"))


def _is_entry(text: str) -> bool:
    return text.startswith(("•", "-", "–", "*")) or not ends_sentence(text)


def _headlines(stretches: Sequence[Stretch], anchor: int) -> dict[int, tuple[Role, str]]:
    """The short lines behind an anchor, up to the first paragraph."""
    found: dict[int, tuple[Role, str]] = {anchor: ("boilerplate", "heading of related articles")}
    for index in range(anchor + 1, len(stretches)):
        text = stretches[index].text
        if len(text) > LONGEST_HEADLINE or ends_sentence(text.rstrip("?!")):
            break
        found[index] = ("boilerplate", "headline of another article")
    else:
        return found
    # In the middle of an article a heading may follow a single link: only the line next to the anchor is sure.
    return {index: rule for index, rule in found.items() if index <= anchor + 1}
