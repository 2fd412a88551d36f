"""The structured data of a page: JSON-LD in all the shapes that sites give it, broken ones among them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from tui.articles.pages.words import value

LONGEST_SCRIPT = 1_000_000
"""Code points of structured data that are read of one script."""
MOST_NODES = 5_000
"""Objects that are looked at; beyond them no more are."""

_ARTICLES = frozenset({"blogposting", "liveblogposting", "report", "newsarticle", "article", "socialmediaposting"})
_LISTED = frozenset(
    {"liveblogupdate", "itemlistelement", "haspart", "comment", "review", "citation", "mentions", "isbasedon"}
)
"""Keys under which a page describes other things than its article."""
_COMMA = re.compile(r",(?=\s*[}\]])")
_STRINGS = re.compile(r'"(headline|datePublished|dateCreated|inLanguage)"\s*:\s*"((?:[^"\\]|\\.){1,1000})"')
_AUTHOR = re.compile(r'"author"\s*:\s*[\[{][^\[\]]{0,400}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"')
_PUBLISHER = re.compile(r'"publisher"\s*:\s*\{[^{}]{0,400}?"name"\s*:\s*"((?:[^"\\]|\\.){1,200})"')

Node = Mapping[str, Any]


class StructuredData:
    """What the scripts of a page say."""

    def __init__(self, scripts: Sequence[str]) -> None:
        """Reads the scripts; what is broken beyond mending gives the few fields that can be picked out of it."""
        self.nodes: list[tuple[Node, bool]] = []
        for script in scripts:
            self.nodes += _nodes(_loaded(script[:LONGEST_SCRIPT]))
        self.named = {str(node["@id"]): node for node, _ in reversed(self.nodes) if "@id" in node and len(node) > 1}

    def article(self, headings: Sequence[str]) -> Node | None:
        """The node that describes the page's article.

        Args:
            headings: letters of the headings on the page, by which the article is told among several.
        """
        from tui.articles.blocks.letters import letters

        found = [node for node, listed in self.nodes if is_article(node) and not listed]
        if len(found) > 1:
            for node in found:
                headline = letters(value(node.get("headline") or node.get("name")) or "")
                if headline and any(
                    headline in heading or heading in headline for heading in headings if len(heading) > 9
                ):
                    return node
        return found[0] if found else None

    def names(self, given: object) -> list[tuple[str, str]]:
        """Names of people and organisations with their types in lower case; names alone have an empty type."""
        found: list[tuple[str, str]] = []
        for one in given if isinstance(given, list) else [given]:
            known = self.resolved(one)
            if known is not None:
                names = known.get("name")
                kinds = " ".join(_kinds(known))
                found += [(name, kinds) for n in (names if isinstance(names, list) else [names]) if (name := value(n))]
            elif name := value(one):
                found.append((name, ""))
        return found

    def resolved(self, given: object) -> Node | None:
        """An object, looked up where only its name is given."""
        if not isinstance(given, dict):
            return None
        if "name" not in given and "@id" in given:
            return self.named.get(str(given["@id"]), given)
        return given

    def site(self) -> str | None:
        """The name of the web site, where one is described."""
        return next(
            (name for node, _ in self.nodes if "website" in _kinds(node) and (name := value(node.get("name")))), None
        )

    def body(self) -> str:
        """The longest text of an article that the page carries in its data, or an empty one."""
        bodies = [node["articleBody"] for node, _ in self.nodes if isinstance(node.get("articleBody"), str)]
        return max(bodies, key=len, default="")


def is_article(node: Node) -> bool:
    """Whether a node describes an article of some kind."""
    return any(kind in _ARTICLES or kind.endswith("article") for kind in _kinds(node))


def _kinds(node: Node) -> list[str]:
    given = node.get("@type")
    return [str(one).rsplit("/", 1)[-1].lower() for one in (given if isinstance(given, list) else [given]) if one]


def _loaded(script: str) -> object:
    """What a script says; line ends in strings, commas too many, comments and entities are mended."""
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = (
        text.removeprefix("//<![CDATA[")
        .removeprefix("<![CDATA[")
        .removesuffix("//]]>")
        .removesuffix("]]>")
        .strip(" \n\t;")
    )
    for attempt in (text, _COMMA.sub("", text), _COMMA.sub("", unescape(text))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _picked(text)


def _picked(text: str) -> dict[str, object]:
    """The fields that stand legibly in data that is no JSON."""
    node: dict[str, object] = {"@type": "NewsArticle"}
    for key, words in _STRINGS.findall(text):
        node.setdefault(key, _unquoted(words))
    author, publisher = _AUTHOR.search(text), _PUBLISHER.search(text)
    if author:
        node["author"] = {"@type": "Person", "name": _unquoted(author.group(1))}
    if publisher:
        node["publisher"] = {"@type": "Organization", "name": _unquoted(publisher.group(1))}
    return node if len(node) > 1 else {}


def _unquoted(words: str) -> str:
    try:
        return str(json.loads(f'"{words}"', strict=False))
    except ValueError:
        return words


def _nodes(data: object) -> Iterator[tuple[Node, bool]]:
    """Every object with a type or a name, outermost first, and whether it stands in a list of other things."""
    pending: list[tuple[object, bool]] = [(data, False)]
    seen = 0
    while pending and seen < MOST_NODES:
        one, listed = pending.pop(0)
        seen += 1
        if isinstance(one, dict):
            yield one, listed
            pending += [
                (inner, listed or str(key).lower() in _LISTED)
                for key, inner in one.items()
                if isinstance(inner, dict | list)
            ]
        elif isinstance(one, list):
            pending += [(inner, listed) for inner in one[:MOST_NODES] if isinstance(inner, dict | list)]
